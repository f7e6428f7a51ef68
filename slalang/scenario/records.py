"""Events of a scenario file, already checked, to records."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from slalang.scenario.facts import read_fact
from slalang.scenario.instants import Mistaken, read_instant
from slalang.scenario.model import (
    FactRecord,
    FactValue,
    Happening,
    OptionRecord,
    PauseRecord,
    Record,
    Request,
    SeverityRecord,
    TierRecord,
    Waiver,
)
from slalang.scenario.tree import Listing, Mapping, Scalar, Tree
from slalang.scenario.vocabulary import Vocabulary
from slalang.source import Place


def instant_of(tree: Tree | None) -> int | None:
    """The instant of a checked text; None where there is none, or the word that stands in its place."""
    found = read_instant(tree.text) if isinstance(tree, Scalar) else None
    return None if isinstance(found, Mistaken) else found


def text_of(tree: Tree | None) -> str | None:
    return tree.text if isinstance(tree, Scalar) else None


def texts_of(tree: Tree | None) -> tuple[str, ...]:
    return tuple(item.text for item in tree.items if isinstance(item, Scalar)) if isinstance(tree, Listing) else ()


def fact_values(tree: Tree | None, known: Vocabulary) -> Iterator[tuple[Scalar, FactValue]]:
    """The facts of a checked mapping with their values."""
    for key, value in tree.entries if isinstance(tree, Mapping) else ():
        assert isinstance(value, Scalar)
        read = read_fact(key.text, known.facts[key.text], value)
        assert not isinstance(read, Mistaken)
        yield key, read


def records_of(event: Mapping, known: Vocabulary) -> Iterator[Record]:
    """The records that one checked event makes."""
    at = instant_of(event.get("at"))
    assert at is not None
    telling = next(key for key in _KINDS if key in event.names())
    yield from _KINDS[telling](event, at, event.at.place, known)


def _happening(event: Mapping, at: int, place: Place, known: Vocabulary) -> Iterator[Record]:
    by, channel = text_of(event.get("by")), text_of(event.get("channel"))
    yield Happening(at, _text(event, "event"), place, by, channel, _with(event))
    if "severity" in event.names():
        yield from _severity(event, at, place, known)


def _pause(event: Mapping, at: int, place: Place, known: Vocabulary) -> Iterator[Record]:
    yield PauseRecord(at, _text(event, "pause"), False, place, _with(event))


def _resume(event: Mapping, at: int, place: Place, known: Vocabulary) -> Iterator[Record]:
    yield PauseRecord(at, _text(event, "resume"), True, place, _with(event))


def _fact(event: Mapping, at: int, place: Place, known: Vocabulary) -> Iterator[Record]:
    since = instant_of(event.get("since"))
    by = text_of(event.get("by"))
    for key, value in fact_values(event.get("fact"), known):
        yield FactRecord(key.text, value, at, at if since is None else since, by, key.at.place)


def _severity(event: Mapping, at: int, place: Place, known: Vocabulary) -> Iterator[Record]:
    yield SeverityRecord(at, _text(event, "severity"), text_of(event.get("by")), text_of(event.get("because")), place)


def _tier(event: Mapping, at: int, place: Place, known: Vocabulary) -> Iterator[Record]:
    yield TierRecord(at, _text(event, "tier"), place)


def _option(event: Mapping, at: int, place: Place, known: Vocabulary) -> Iterator[Record]:
    yield OptionRecord(at, _text(event, "option"), True, place)


def _drop(event: Mapping, at: int, place: Place, known: Vocabulary) -> Iterator[Record]:
    yield OptionRecord(at, _text(event, "drop"), False, place)


def _waive(event: Mapping, at: int, place: Place, known: Vocabulary) -> Iterator[Record]:
    yield Waiver(at, _text(event, "waive"), text_of(event.get("by")), place)


def _request(event: Mapping, at: int, place: Place, known: Vocabulary) -> Iterator[Record]:
    by = text_of(event.get("by"))
    yield Request(at, (by,) if by else (), False, place)


def _agreement(event: Mapping, at: int, place: Place, known: Vocabulary) -> Iterator[Record]:
    yield Request(at, texts_of(event.get("agreement")), True, place)


_KINDS: dict[str, Callable[[Mapping, int, Place, Vocabulary], Iterator[Record]]] = {
    "event": _happening,
    "pause": _pause,
    "resume": _resume,
    "fact": _fact,
    "severity": _severity,
    "tier": _tier,
    "option": _option,
    "drop": _drop,
    "waive": _waive,
    "request": _request,
    "agreement": _agreement,
}


def _text(event: Mapping, key: str) -> str:
    text = text_of(event.get(key))
    assert text is not None
    return text


def _with(event: Mapping) -> tuple[tuple[str, str], ...]:
    tree = event.get("with")
    entries = tree.entries if isinstance(tree, Mapping) else ()
    return tuple((key.text, value.text) for key, value in entries if isinstance(value, Scalar))
