"""What is written to the two streams: answers to one, diagnostics to the other. A reader who leaves is no error."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

WIDTH_OF_A_PIPE = 100
WIDEST = 120


class Unwritten(Exception):
    """An answer that could not be written, with the reason."""


def answer(text: str) -> None:
    """Write an answer to the standard output, as the terminal can show it."""
    _write(sys.stdout, text)


def answer_utf8(text: str) -> None:
    """Write what programs read: the same bytes whatever the locale."""
    if sys.stdout is None:  # closed by who started us
        return
    with _left_alone(sys.stdout):
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8", "surrogatepass"))
        sys.stdout.flush()


def remark(text: str) -> None:
    """Write a diagnostic to the standard error."""
    _write(sys.stderr, text)


def flush() -> None:
    """Write out what is still held back, so that nothing fails after the last line of the program."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            with _left_alone(stream):
                stream.flush()


def on_terminal() -> bool:
    """Whether diagnostics are read on a terminal."""
    return sys.stderr is not None and sys.stderr.isatty()


def answers_on_terminal() -> bool:
    """Whether answers are read on a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def width() -> int:
    """How many columns a text may take: as COLUMNS says, else as wide as the terminal, if there is one."""
    said = os.environ.get("COLUMNS", "")
    if said.isdecimal() and int(said) > 0:
        return min(WIDEST, int(said))
    try:
        return min(WIDEST, os.get_terminal_size(sys.__stdout__.fileno()).columns or WIDTH_OF_A_PIPE)  # type: ignore[union-attr]
    except (AttributeError, OSError, ValueError):
        return WIDTH_OF_A_PIPE


def only_ascii() -> bool:
    """Whether the standard output can't show more than ASCII."""
    try:
        "━◆✓│…".encode(sys.stdout.encoding or "ascii")
    except (AttributeError, UnicodeEncodeError, LookupError):
        return True
    return False


def _write(stream: TextIO | None, text: str) -> None:
    if stream is None:  # closed by who started us
        return
    encoding = stream.encoding or "ascii"
    with _left_alone(stream):
        stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
        stream.flush()


@contextmanager
def _left_alone(stream: TextIO) -> Iterator[None]:
    """Where a stream can't be written, later writes and the flush at exit stay silent; only its reader may leave."""
    try:
        yield
    except OSError as error:
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        if not isinstance(error, BrokenPipeError):
            raise Unwritten((error.strerror or "unknown reason").lower()) from error
