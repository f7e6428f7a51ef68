"""Lark alone, cold: its stored tables are loaded, and it parses the parts of lines that `parts` found, nothing else.

`python -m bench.lark_alone PARTS`, where PARTS is a JSON file `{text: [[type, start, end], ...]}`.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

Parts = dict[str, list[tuple[str, int, int]]]
"""By the text of a file: the type of each part that was parsed, and its first and last offset."""


def parts(files: list[Path]) -> Parts:
    """What slalang asks of Lark for some files, but what Lark refuses."""
    from lark import Lark, TextSlice, UnexpectedInput

    from slalang.source import Source
    from slalang.syntax import parse

    asked: Parts = {}
    ask = Lark.parse

    def heard(self: Lark, text: TextSlice, start: str) -> object:
        found = ask(self, text, start=start)
        asked.setdefault(text.text, []).append((start, text.start, text.end))
        return found

    Lark.parse = heard  # type: ignore[method-assign, assignment]
    try:
        for file in files:
            parse(Source.of(file.name, file.read_text(encoding="utf-8")))
    except UnexpectedInput as stop:
        raise AssertionError("mistakes are values") from stop
    finally:
        Lark.parse = ask  # type: ignore[method-assign]
    return asked


def main(found: Path) -> None:
    """Parse all parts once."""
    from lark import TextSlice

    from slalang.syntax.parser import load

    parser = load({})
    for text, asked in json.loads(found.read_text(encoding="utf-8")).items():
        for start, first, last in asked:
            parser.parse(TextSlice(text, first, last), start=start)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
