"""Where a key of a TOML file stands, which the parser of the standard library does not say."""

import re

from slalang.source import Location, Source, Span

_TABLE = re.compile(r"\s*\[+\s*([^\[\]]+?)\s*\]+\s*(?:#.*)?$")
_KEY = re.compile(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")
_PART = re.compile(r"""[\w-]+|"[^"]*"|'[^']*'""")


def place_of(source: Source, path: tuple[str, ...]) -> Location:
    """The key of a path, as of `("lint", "levels", "SLA712")`; in an inline table, the key of that; else the start."""
    table: tuple[str, ...] = ()
    best = (0, Span(0, 0))
    for number, start in enumerate(source.starts, 1):
        line = source.line(number)
        if found := _TABLE.match(line):
            table = here = _parts(found[1])
        elif found := _KEY.match(line):
            here = (*table, *_parts(found[1]))
        else:
            continue
        if here == path[: len(here)] and len(here) > best[0]:
            best = len(here), Span(start + found.start(1), start + found.end(1))
    return Location(source, best[1])


def _parts(key: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _PART.findall(key))
