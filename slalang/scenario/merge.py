"""Scenarios of a file spread out: what is shared is filled in, and each variation becomes a scenario of its own."""

from __future__ import annotations

from collections.abc import Iterator

from slalang.scenario.instants import read_instant
from slalang.scenario.tree import Listing, Mapping, Scalar, Tree

_BY_NAME = ("facts", "readings", "expect", "working")
"""Parts whose entries add up, a later one of the same name in place of an earlier; any other part is replaced whole."""


def spread(file: Mapping) -> Iterator[Mapping]:
    """Each scenario of a file as one mapping; one with variations stands for itself only if it expects something.

    What has no name, and what varies that, is left out.
    """
    shared = file.get("shared")
    for scenario in filter(_has_name, _scenarios(file)):
        base = merged(shared, scenario) if isinstance(shared, Mapping) else scenario
        variations = _mappings(scenario.get("variations"))
        if not variations or scenario.get("expect") is not None:
            yield base
        for variation in filter(_has_name, variations):
            yield _renamed(_varied(base, variation), base, variation)


def merged(base: Mapping, over: Mapping) -> Mapping:
    """The entries of both, those of the second in place of the first's; parts with names are merged name by name."""
    found: dict[str, tuple[Scalar, Tree]] = {key.text: (key, value) for key, value in base.entries}
    for key, value in over.entries:
        below = found[key.text][1] if key.text in found else None
        if key.text in _BY_NAME and isinstance(value, Mapping) and isinstance(below, Mapping):
            found[key.text] = key, merged(below, value)
        else:
            found[key.text] = key, value
    return Mapping(tuple(found.values()), over.at)


def events_of(scenario: Mapping) -> tuple[Mapping, ...]:
    """The events of a scenario; `opened:` moves the first opening to its instant, or is one."""
    events, opened = _mappings(scenario.get("events")), scenario.get("opened")
    if not isinstance(opened, Scalar):
        return events
    first = min((event for event in events if _is_opening(event)), key=_when, default=None)
    if first is None:
        return _opening(opened), *events
    moved = merged(first, _entry("at", opened))._replace(at=first.at)
    return tuple(moved if event is first else event for event in events)


def _opening(opened: Scalar) -> Mapping:
    return merged(_entry("at", opened), _entry("event", opened._replace(text="opened")))


def _entry(key: str, value: Scalar) -> Mapping:
    return Mapping(((value._replace(text=key), value),), value.at)


def _is_opening(event: Mapping) -> bool:
    kind = event.get("event")
    return isinstance(kind, Scalar) and kind.text == "opened"


def _when(event: Mapping) -> int:
    at = event.get("at")
    found = read_instant(at.text) if isinstance(at, Scalar) else 0
    return found if isinstance(found, int) else 0


def _scenarios(file: Mapping) -> tuple[Mapping, ...]:
    return (file,) if file.get("scenarios") is None else _mappings(file.get("scenarios"))


def _has_name(scenario: Mapping) -> bool:
    name = scenario.get("name")
    return isinstance(name, Scalar) and not name.is_empty


def _mappings(tree: Tree | None) -> tuple[Mapping, ...]:
    return tuple(item for item in tree.items if isinstance(item, Mapping)) if isinstance(tree, Listing) else ()


def _varied(base: Mapping, variation: Mapping) -> Mapping:
    """The base with what the variation changes; events with an opening void its `opened:`, `none` voids its working."""
    if any(_is_opening(event) for event in _mappings(variation.get("events"))):
        base = _without(base, "opened")
    if isinstance(variation.get("working"), Scalar):
        base, variation = _without(base, "working"), _without(variation, "working")
    return merged(base, variation)


def _without(scenario: Mapping, key: str) -> Mapping:
    return scenario._replace(entries=tuple(entry for entry in scenario.entries if entry[0].text != key))


def _renamed(scenario: Mapping, base: Mapping, variation: Mapping) -> Mapping:
    first, second = base.get("name"), variation.get("name")
    assert isinstance(first, Scalar) and isinstance(second, Scalar)
    name = second._replace(text=f"{first.text}: {second.text}")
    return Mapping(tuple((key, name if key.text == "name" else value) for key, value in scenario.entries), scenario.at)
