"""Whether conditions can hold together: three values, true, false, and open (None)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from math import prod
from typing import Any, assert_never

from slalang.graph import Graph
from slalang.graph.conditions import All, Condition, Either, Is, Not, Opened, Within
from slalang.graph.rules import Option
from slalang.graph.traverse import parts_of
from slalang.graph.values import ByReading, Hole

Case = Mapping[str, str]
"""A member for each axis, by its name."""

MANY = 1024
"""Up to so many combinations are looked at; where there are more, everything is taken to be possible."""


def truth(condition: Condition | None, case: Case) -> bool | None:
    """Whether a condition holds in a case; None where the case does not say."""
    match condition:
        case None:
            return True
        case All(parts):
            return _joined([truth(part, case) for part in parts], False)
        case Either(parts):
            return _joined([truth(part, case) for part in parts], True)
        case Not(part):
            found = truth(part, case)
            return None if found is None else not found
        case Is(subject, members):
            value = case.get(subject.name)
            return None if value is None or isinstance(members, Hole | ByReading) else value in members
        case Within() | Opened():
            return None
        case _:
            assert_never(condition)


def _joined(found: list[bool | None], decisive: bool) -> bool | None:
    if decisive in found:
        return decisive
    return None if None in found else not decisive


def cases(graph: Graph, axes: Mapping[str, tuple[str, ...]], conditions: Iterable[Any]) -> Iterator[Case]:
    """The combinations of members that conditions speak of; an option is bought only with its tiers."""
    names = {test.subject.name for condition in conditions for test in parts_of(condition, Is)}
    options = {node.id: body.tiers for node, body in graph.of(Option) if node.id in names}
    if options and "tier" in axes:
        names.add("tier")
    known = sorted(name for name in names if axes.get(name))
    if prod(len(axes[name]) for name in known) > MANY:
        yield {}
        return
    for members in product(*(axes[name] for name in known)):
        case = dict(zip(known, members, strict=True))
        if all(
            case[id] != "bought" or case.get("tier", tiers[0] if tiers else "") in tiers
            for id, tiers in options.items()
        ):
            yield case
