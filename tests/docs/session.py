"""Runs the examples of a page in order, in a folder of their own, as its reader would.

What a fenced block says that it is:
    sla FILE, yaml FILE, toml FILE      the file is written
    sla change FILE                     the blocks change the file: a namesake is replaced, others are added
    sla good                            the blocks, on top of docs/examples/given.sla, are a policy without a mistake
    sla bad, and text after it          they are not; the text is what is said of them
    console                             lines that begin with `$ ` are run, the others are what they print
    python                              lines that begin with `>>> ` are run, the others are what they print
    sh                                  sets a machine up, and is only compared with a list
In what is printed, a line `...` stands for any number of lines, and how long a run took is not compared.
"""

from __future__ import annotations

import doctest
import io
import re
import sys
import traceback
from collections.abc import Iterator
from contextlib import chdir, redirect_stdout
from pathlib import Path
from typing import Any

from slalang.pipeline import load_policy_text
from slalang.source import Diagnostic, render
from tests.docs.merge import changed
from tests.docs.page import ROOT, Example
from tests.docs.shell import run

GIVEN = ROOT / "docs/examples/given.sla"
SETTING_UP = {"make demo", "make test", "pip install .", "pip install 'slalang[schema] @ .'"}
_COMMAND = re.compile(r"\$ ((?:.*\\\n)*.*)\n")
_PLACE = re.compile(r"^ *--> .*\n", re.MULTILINE)
_GUTTER = re.compile(r"^ *\d* \|", re.MULTILINE)


class Session:
    """A folder, what was assigned in Python, and what is said of the last wrong blocks."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._values: dict[str, Any] = {}
        self._said = ""

    def right(self, example: Example) -> str:
        """What the example should read; an AssertionError where nothing can make it right."""
        match example.info.split():
            case ["sla", "change", file]:
                self._write(file, changed(self._read(file), example.text))
            case ["sla" | "yaml" | "toml", ("good" | "bad") as worth]:
                return self._fragment(example, worth)
            case ["sla" | "yaml" | "toml", file]:
                self._write(file, example.text)
            case ["text"]:
                assert self._said, "what is said must come right after blocks that are wrong"
                said, self._said = self._said, ""
                return said
            case ["console"]:
                return "".join(self._console(example.text))
            case ["python"]:
                return "".join(self._python(example.text))
            case ["sh"]:
                unknown = set(example.text.splitlines()) - SETTING_UP
                assert not unknown, f"not among the known ways to set up: {unknown}"
            case _:
                raise AssertionError(f"`{example.info}` is no kind of example")
        return example.text

    def _write(self, file: str, text: str) -> None:
        path = self._folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def _read(self, file: str) -> str:
        return (self._folder / file).read_text("utf-8")

    def _fragment(self, example: Example, worth: str) -> str:
        policy = changed(GIVEN.read_text("utf-8"), example.text)
        found = tuple(one for one in load_policy_text(policy, "example.sla").diagnostics if one.severity != "note")
        assert not self._said, "after blocks that are wrong comes what is said of them"
        if worth == "good":
            assert not found, render(found)
        else:
            assert found, "nothing is wrong with it"
            self._said = _said(found)
        return example.text

    def _console(self, text: str) -> Iterator[str]:
        commands = list(_COMMAND.finditer(text))
        assert commands and commands[0].start() == 0, "an example of a console begins with `$ `"
        code = 0
        for index, command in enumerate(commands):
            shown = text[command.end() : commands[index + 1].start() if index + 1 < len(commands) else None]
            if command[1] == "echo $?":
                printed = f"{code}\n"
            else:
                printed, code = run(command[1].replace("\\\n", " "), self._folder)
            yield command[0] + fitted(shown, printed)

    def _python(self, text: str) -> Iterator[str]:
        for statement in doctest.DocTestParser().get_examples(text):
            lines = statement.source.rstrip("\n").split("\n")
            yield ">>> " + "\n... ".join(lines) + "\n"
            yield fitted(statement.want, self._printed(statement.source))

    def _printed(self, source: str) -> str:
        printed = io.StringIO()
        with redirect_stdout(printed), chdir(self._folder):
            try:
                exec(compile(source, "<example>", "single"), self._values)
            except Exception:
                error = traceback.format_exception_only(*sys.exc_info()[:2])
                printed.write("Traceback (most recent call last):\n    ...\n" + "".join(error))
        return printed.getvalue()


def fitted(shown: str, printed: str) -> str:
    """What is shown, if that is what was printed (`...` being any lines); else what was printed."""
    lines = (r"(?:.*\n)*" if line.strip() == "..." else _line(line) for line in shown.splitlines())
    printed = re.sub(r" +$", "", printed, flags=re.MULTILINE)
    return shown if re.fullmatch("".join(lines), printed) else printed


def _line(shown: str) -> str:
    """A pattern of the line; how long a run took is another time each time."""
    return re.sub(r"in\\ \d+\\\.\d\\ s$", r"in \\d+\\.\\d s", re.escape(shown)) + r"\n"


def _said(found: tuple[Diagnostic, ...]) -> str:
    """Diagnostics without the number of their line, which is that of the example only by accident."""
    return _GUTTER.sub("   |", _PLACE.sub("", render(found) + "\n"))
