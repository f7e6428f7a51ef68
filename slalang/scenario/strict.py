"""A strict reader of YAML: one document of texts, listings and mappings, and nothing that means something else later.

Scalars stay text (`9:00` is no number, `no` is no boolean). Anchors, aliases, merge keys, tags, further documents and
duplicate keys are refused, each where it stands.
"""

from __future__ import annotations

import re
from typing import Any

from slalang.scenario.compose import Composer, Stopped
from slalang.scenario.tree import Tree
from slalang.source import DEFAULT_LIMITS, Diagnostic, Limits, Location, Source
from slalang.source.text import BYTE_ORDER_MARK

_UNPRINTABLE = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]|(?<!^)\ufeff")


def parse_yaml(source: Source, limits: Limits = DEFAULT_LIMITS) -> tuple[Tree | None, tuple[Diagnostic, ...]]:
    """The tree of a text, None where the text is no YAML or empty; and everything in it that is refused."""
    text = source.text.removeprefix(BYTE_ORDER_MARK)
    composer = Composer(source, len(source.text) - len(text), limits)
    if found := _UNPRINTABLE.search(text):
        return None, (_unprintable(composer.location(found.start(), found.end()), found.group()),)
    try:
        _feed(composer, text)
    except Stopped as stopped:
        return None, (*composer.mistakes, stopped.diagnostic)
    except _yaml_error() as error:
        return None, (*composer.mistakes, _no_yaml(composer, error))
    return composer.root, tuple(composer.mistakes)


def _feed(composer: Composer, text: str) -> None:
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    for event in yaml.parse(text, Loader=loader):
        composer.take(event)


def _yaml_error() -> type[Exception]:
    import yaml

    return yaml.MarkedYAMLError


def _unprintable(location: Location, character: str) -> Diagnostic:
    return Diagnostic(
        "SLA602",
        f"a scenario cannot hold the character U+{ord(character):04X}",
        location,
        help="delete it, or write it as an escape between double quotes",
    )


def _no_yaml(composer: Composer, error: Any) -> Diagnostic:
    mark = error.problem_mark or error.context_mark
    location = composer.location(mark.index, mark.index + 1)
    return Diagnostic("SLA601", f"this is not YAML: {error.problem or error.context}", location, help=_advice(location))


def _advice(location: Location) -> str:
    rest = location.source.text[location.span.start :]
    if rest.startswith("\t"):
        return "indent with blanks, not with tabs"
    if rest.startswith(":"):
        return "put a text that holds `: ` between quotes"
    return "check indentation, quotes, brackets and commas on this line and the one before"
