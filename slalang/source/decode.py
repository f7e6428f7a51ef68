"""Bytes as a source, unless they hold what no file of ours may hold."""

import re
from collections.abc import Iterator

from slalang.source.diagnostic import Diagnostic
from slalang.source.limits import DEFAULT_LIMITS, Limits
from slalang.source.span import Span
from slalang.source.text import Location, Source

_CONTROL = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]"
_INVISIBLE = r"[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069]|(?<!\A)\ufeff"
_WIDE_ENCODINGS = (b"\xff\xfe", b"\xfe\xff")


def decode(data: bytes, name: str, limits: Limits = DEFAULT_LIMITS) -> Source | tuple[Diagnostic, ...]:
    """The source of the bytes of a file, or why it is refused. A byte order mark is kept, as is every end of line."""
    if len(data) > limits.file_bytes:
        message = f"`{name}` has {len(data)} bytes, more than {limits.file_bytes}"
        return (Diagnostic("SLA901", message, help="split it, or raise the limit with `--limit`"),)
    try:
        source = Source.of(name, data.decode("utf-8"))
    except UnicodeDecodeError as error:
        return (_not_utf8(data, name, error),)
    return refused(source, limits) or source


def refused(source: Source, limits: Limits = DEFAULT_LIMITS) -> tuple[Diagnostic, ...]:
    """What stands in the way of reading a text: limits, control characters, invisible characters."""
    return tuple(_too_much(source, limits)) or tuple(_strange(source))


def _not_utf8(data: bytes, name: str, error: UnicodeDecodeError) -> Diagnostic:
    source = Source.of(name, data.decode("utf-8", "replace"))
    offset = len(data[: error.start].decode("utf-8"))
    wide = "it looks like UTF-16; " if data.startswith(_WIDE_ENCODINGS) else ""
    message = f"byte {error.start + 1} of `{name}` (`{data[error.start]:02x}`) is not UTF-8"
    location = Location(source, Span(offset, offset + 1))
    return Diagnostic("SLA101", message, location, help=f"{wide}save the file as UTF-8")


def _too_much(source: Source, limits: Limits) -> Iterator[Diagnostic]:
    if source.line_count > limits.lines:
        message = f"`{source.name}` has {source.line_count} lines, more than {limits.lines}"
        yield Diagnostic("SLA905", message, help="split it, or raise the limit with `--limit`")
    ends = (*source.starts[1:], len(source.text))
    for start, end in zip(source.starts, ends, strict=True):
        if end - start > limits.line_length:
            message = f"a line of {end - start} characters is longer than {limits.line_length}"
            location = Location(source, Span(start + limits.line_length, end))
            yield Diagnostic("SLA902", message, location, help="break the line, or raise the limit with `--limit`")
            return


def _strange(source: Source) -> Iterator[Diagnostic]:
    """The first of each sort of character that is refused."""
    if control := re.search(_CONTROL, source.text):
        message = f"a control character (`U+{ord(control.group()):04X}`) stands in the text"
        yield Diagnostic("SLA102", message, Location(source, Span(*control.span())), help="delete it")
    if invisible := re.search(_INVISIBLE, source.text):
        message = f"an invisible character (`U+{ord(invisible.group()):04X}`) changes how the text reads"
        yield Diagnostic("SLA103", message, Location(source, Span(*invisible.span())), help="delete it")
