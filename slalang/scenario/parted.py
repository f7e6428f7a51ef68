"""The scenarios of a file one by one, so that each can be held against the version of a policy that governs it."""

from __future__ import annotations

from slalang.scenario.fields import FILE
from slalang.scenario.merge import events_of
from slalang.scenario.model import Happening, Scenario
from slalang.scenario.raw import RawFile, form_mistakes, leaves_of, scenarios_of
from slalang.scenario.records import instant_of, text_of
from slalang.scenario.tree import Mapping
from slalang.scenario.walk import walk


def parted(raw: RawFile) -> tuple[RawFile, ...]:
    """A file for each scenario, with what it shares and varies filled in; none where the text was not read whole."""
    return tuple(_part(raw, tree) for tree in scenarios_of(raw)) if raw.is_whole else ()


def _part(raw: RawFile, scenario: Mapping) -> RawFile:
    tree = scenario._replace(entries=tuple(entry for entry in scenario.entries if entry[0].text != "variations"))
    found = tuple(walk(FILE, tree))
    return raw._replace(tree=tree, leaves=leaves_of(found), is_sound=not any(form_mistakes(found)))


def outline(part: RawFile) -> Scenario:
    """What shows of the only scenario of a file without a policy: its name, its events, as of when it is."""
    assert isinstance(part.tree, Mapping)
    events = ((event, text_of(event.get("event")), instant_of(event.get("at"))) for event in events_of(part.tree))
    return Scenario(
        name=text_of(part.tree.get("name")) or "",
        place=part.tree.at.place,
        records=tuple(Happening(at, name, event.at.place) for event, name, at in events if name and at is not None),
        as_of=instant_of(part.tree.get("as of")),
    )
