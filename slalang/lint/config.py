"""What a team wants of the rules: `[lint]` in slalang.toml, or `[tool.slalang.lint]` in pyproject.toml."""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from slalang.files import ROOT_MARK, read_file
from slalang.lint.toml_place import place_of
from slalang.source import Diagnostic, Location, Source, Span, suggestion

PROFILES = {
    "contract": ("contract", "correctness", "style"),
    "strict": ("contract", "correctness", "style", "migration"),
    "migrate": ("correctness", "migration"),
}
"""The groups of which a profile asks the rules."""

LEVELS = ("error", "warning", "note", "off")


class Config(NamedTuple):
    """What is wanted; words are codes, beginnings of codes, names and groups. Globs are seen from the folder."""

    profile: str = "contract"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    levels: tuple[tuple[str, str], ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    custom_rules: bool = True
    folder: Path = Path()
    table: "Table | None" = None
    """Where it is said; none where nobody says it."""

    @property
    def words(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Every word that is to be that of a rule, with the keys at which it stands."""
        for key, words in (("select", self.select), ("ignore", self.ignore)):
            yield from ((word, (key,)) for word in words)
        yield from ((word, ("levels", word)) for word, _ in self.levels)
        yield from ((word, ("per-file-ignores", glob)) for glob, words in self.per_file_ignores for word in words)


class Table(NamedTuple):
    """The table of a file in which it is said, and where."""

    source: Source
    path: tuple[str, ...]
    values: Mapping[str, Any]

    def wrong(self, code: str, message: str, *keys: str, help: str = "") -> Diagnostic:
        """A mistake at a key."""
        return Diagnostic(code, message, place_of(self.source, (*self.path, *keys)), help=help)


Found = Config | tuple[Diagnostic, ...]


@lru_cache(maxsize=256)
def config_for(folder: Path) -> Found:
    """What is wanted for the files of a folder: by the nearest file at or above it that says it.

    Where both files of one folder do, that of `slalang.toml` counts.
    """
    for at in (folder, *folder.parents):
        for name, path in ((ROOT_MARK, ("lint",)), ("pyproject.toml", ("tool", "slalang", "lint"))):
            found = _read(at / name, path) if (at / name).is_file() else None
            if found is not None:
                return found
    return Config()


def _read(file: Path, path: tuple[str, ...]) -> Found | None:
    source = read_file(file)
    if not isinstance(source, Source):
        return source
    try:
        whole = tomllib.loads(source.text.removeprefix("\ufeff"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return (_no_toml(source, str(error)),)
    return _settings(Table(source, (), whole), path, file.parent)


def _no_toml(source: Source, error: str) -> Diagnostic:
    """Why a text is no TOML, where it says so: `Invalid value (at line 2, column 5)`, without a byte order mark."""
    found = re.fullmatch(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", error, re.DOTALL)
    if found is None:
        return Diagnostic("SLA801", f"`{source.name}` is no TOML: {_lower(error)}")
    end = len(source.text)
    marked = source.text.startswith("\ufeff") and found[2] == "1"
    at = min(end, source.starts[int(found[2]) - 1] + int(found[3]) - 1 + marked) if found[2] else end
    return Diagnostic("SLA801", f"`{source.name}` is no TOML: {_lower(found[1])}", Location(source, Span(at, at)))


def _settings(table: Table, path: tuple[str, ...], folder: Path) -> Found | None:
    """What the tables on a path say; all keys beside the last of them are ours, and so must be known."""
    key, *rest = path
    inner = table.values.get(key)
    if inner is not None and not isinstance(inner, dict):
        return (table.wrong("SLA803", f"`{key}` must be a table", key),)
    below = None if inner is None else Table(table.source, (*table.path, key), inner)
    if rest:
        return below and _settings(below, tuple(rest), folder)
    strange = tuple(_unknown(table, other, (key,)) for other in table.values if other != key)
    found = below and _table(below, folder)
    return (*strange, *(() if found is None or isinstance(found, Config) else found)) if strange else found


def _table(table: Table, folder: Path) -> Found:
    """The configuration of a table, or all mistakes in it."""
    mistakes: list[Diagnostic] = []
    values: dict[str, Any] = {}
    for key, value in table.values.items():
        if key not in _READ:
            mistakes.append(_unknown(table, key, tuple(_READ)))
            continue
        found = list(_READ[key](table, key, value))
        wrong = [each for each in found if isinstance(each, Diagnostic)]
        mistakes += wrong
        values[key.replace("-", "_")] = None if wrong else found[0]
    return tuple(mistakes) or Config(**values, folder=folder, table=table)


def _unknown(table: Table, key: str, known: tuple[str, ...]) -> Diagnostic:
    help = suggestion(key, known) or f"there is {', '.join(f'`{each}`' for each in known)}"
    return table.wrong("SLA802", f"there is no setting `{key}`", key, help=help)


def _one_of(choices: tuple[str, ...]) -> Callable[..., Iterator[Any]]:
    def read(table: Table, key: str, value: object, *inner: str) -> Iterator[Any]:
        if value in choices:
            yield value
        else:
            help = suggestion(value, choices) if isinstance(value, str) else ""
            message = f"`{(key, *inner)[-1]}` must be one of {', '.join(f'`{each}`' for each in choices)}"
            yield table.wrong("SLA803", message, key, *inner, help=help)

    return read


def _words(table: Table, key: str, value: object, *inner: str) -> Iterator[Any]:
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        yield tuple(value)
    else:
        help = 'write `["SLA700", "style"]`'
        yield table.wrong("SLA803", f"`{(key, *inner)[-1]}` must be a list of rules", key, *inner, help=help)


def _each(read: Callable[..., Iterator[Any]]) -> Callable[..., Iterator[Any]]:
    def read_all(table: Table, key: str, value: object) -> Iterator[Any]:
        if not isinstance(value, dict):
            yield table.wrong("SLA803", f"`{key}` must be a table", key, help=f"write `[lint.{key}]` above its lines")
            return
        found = [(name, each) for name, one in value.items() for each in read(table, key, one, name)]
        wrong = [each for _, each in found if isinstance(each, Diagnostic)]
        yield from wrong or (tuple(found),)

    return read_all


def _yes_or_no(table: Table, key: str, value: object) -> Iterator[Any]:
    yield value if isinstance(value, bool) else table.wrong("SLA803", f"`{key}` must be `true` or `false`", key)


_READ: dict[str, Callable[..., Iterator[Any]]] = {
    "profile": _one_of(tuple(PROFILES)),
    "select": _words,
    "ignore": _words,
    "levels": _each(_one_of(LEVELS)),
    "per-file-ignores": _each(_words),
    "custom-rules": _yes_or_no,
}


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
