"""A checked scenario as a tree to the scenario as facts and events."""

from __future__ import annotations

from collections.abc import Iterator

from slalang.scenario.merge import events_of
from slalang.scenario.model import Expectation, FactRecord, Happening, Record, Scenario
from slalang.scenario.records import fact_values, instant_of, records_of, text_of, texts_of
from slalang.scenario.tree import Mapping, Tree, plain
from slalang.scenario.vocabulary import Vocabulary


def build(tree: Mapping, policy: str | None, known: Vocabulary) -> Scenario:
    """The scenario of one mapping in which names and values have been checked."""
    events = tuple(_events(tree, known))
    channel = text_of(tree.get("channel")) or _channel_of(events)
    return Scenario(
        name=text_of(tree.get("name")) or "",
        place=tree.at.place,
        tier=text_of(tree.get("tier")),
        options=None if tree.get("options") is None else texts_of(tree.get("options")),
        channel=channel,
        records=(*_initial_facts(tree, known), *(_with_channel(event, channel) for event in events)),
        as_of=instant_of(tree.get("as of")),
        readings=tuple(sorted(_pairs(tree.get("readings")))),
        expect=_expectations(tree.get("expect")),
        working=_expectations(tree.get("working")),
        policy=policy,
    )


def _initial_facts(tree: Mapping, known: Vocabulary) -> Iterator[Record]:
    for key, value in fact_values(tree.get("facts"), known):
        yield FactRecord(key.text, value, None, None, None, key.at.place)


def _events(tree: Mapping, known: Vocabulary) -> Iterator[Record]:
    for event in events_of(tree):
        yield from records_of(event, known)


def _channel_of(records: tuple[Record, ...]) -> str | None:
    """The channel of the first opening."""
    openings = [record for record in records if isinstance(record, Happening) and record.event == "opened"]
    return min(openings, key=lambda record: record.at).channel if openings else None


def _with_channel(record: Record, channel: str | None) -> Record:
    """The channel of the incident is that of its opening event, wherever it is said."""
    if isinstance(record, Happening) and record.event == "opened" and record.channel is None:
        return record._replace(channel=channel)
    return record


def _pairs(tree: Tree | None) -> Iterator[tuple[str, str]]:
    for key, value in tree.entries if isinstance(tree, Mapping) else ():
        yield key.text, text_of(value) or ""


def _expectations(tree: Tree | None) -> tuple[Expectation, ...]:
    entries = tree.entries if isinstance(tree, Mapping) else ()
    return tuple(Expectation(key.text, plain(value), key.at.place) for key, value in entries)
