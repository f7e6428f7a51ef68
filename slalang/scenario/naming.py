"""Checks against a policy: names that it lacks, what nobody can record, and instants that lack the zone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from slalang.graph.conditions import Subject
from slalang.graph.rules import Pause
from slalang.graph.traverse import parts_of
from slalang.graph.values import Events, Slot
from slalang.scenario.facts import read_fact
from slalang.scenario.instants import Mistaken, is_local
from slalang.scenario.shapes import PARTED, Axis, Facts, Instant, Name
from slalang.scenario.tree import Mapping, Scalar
from slalang.scenario.values import instant_mistakes
from slalang.scenario.vocabulary import Vocabulary, obligation_root
from slalang.scenario.walk import Named, Value
from slalang.scenario.words import listed
from slalang.source import Diagnostic, near


def name_mistakes(found: Value | Named, known: Vocabulary) -> Iterator[Diagnostic]:
    """What is wrong with the names in a leaf of a scenario, for a policy."""
    match found:
        case Value(Name("pause"), scalar) if scalar.text in known.derived:
            yield _not_recorded(scalar, known.derived[scalar.text])
        case Value(Name(of, words), scalar):
            name = obligation_root(scalar.text) if of in PARTED else scalar.text
            if name not in known.names[of] and scalar.text not in words:
                mistake = _unknown(of, (*known.names[of], *words), scalar)
                is_step = of == "obligation" and name in known.names["step"]
                yield mistake._replace(help=_UNDER_STEPS) if is_step else mistake
        case Value(Instant(words), scalar) if is_local(scalar.text):
            yield from instant_mistakes(words, scalar, known.zone)
        case Named(Facts(), mapping):
            yield from _facts(mapping, known)
        case Named(_, mapping):
            yield from _readings(mapping, known)


def _not_recorded(name: Scalar, pause: Pause) -> Diagnostic:
    begins, ends = _events(pause.starts), _events(pause.stops)
    source = "events" if pause.starts is not None else "a condition"
    message = f"the pause `{name.text}` follows from {source} and is not recorded"
    help = f"record its events: it begins with {begins}, and ends with {ends}" if begins and ends else ""
    asked = dict.fromkeys(subject.name for subject in parts_of(pause.during, Subject))
    help = help or f"record what it follows from{': ' if asked else ''}{listed(asked)}"
    return Diagnostic("SLA647", message, name.at, help=help)


def _events(slot: Slot[Events] | None) -> str:
    """The events of a pause; of a hole, or a reading, none."""
    if not isinstance(slot, Events):
        return ""
    return (" and " if slot.last else " or ").join(f"`{event.event}`" for event in slot.events)


_UNDER_STEPS = "it is an escalation or a notice: write it below `steps:`"


def _unknown(of: str, known: Iterable[str], scalar: Scalar) -> Diagnostic:
    known = tuple(known)
    meant = near(scalar.text, known)
    choices = f"write one of {listed(known)}" if known else f"it declares no {of}"
    help = f"did you mean `{meant}`?" if meant else choices
    return Diagnostic("SLA621", f"the policy has no {_AXES.get(of, of)} `{scalar.text}`", scalar.at, help=help)


_AXES: dict[Axis | str, str] = {
    "clock": "commitment or closure",
    "obligation": "commitment",
    "question": "fact, option or event",
    "step": "escalation or notice",
}


def _facts(mapping: Mapping, known: Vocabulary) -> Iterator[Diagnostic]:
    for key, value in mapping.entries:
        fact = known.facts.get(key.text)
        if fact is None:
            yield _unknown("fact", known.facts, key)
        elif fact.yes_when is not None:
            help = "record the facts that it follows from"
            yield Diagnostic("SLA623", f"`{key.text}` follows from other facts and is not recorded", key.at, help=help)
        elif isinstance(value, Scalar) and not value.is_empty:
            match read_fact(key.text, fact, value, known.zone):
                case Mistaken(code, message, help):
                    yield Diagnostic(code, message, value.at, help=help)


def _readings(mapping: Mapping, known: Vocabulary) -> Iterator[Diagnostic]:
    for key, value in mapping.entries:
        meanings = known.readings.get(key.text)
        if meanings is None:
            yield _unknown("reading", known.readings, key)
        elif isinstance(value, Scalar) and value.text not in meanings:
            yield _unknown_meaning(key, value, meanings)


def _unknown_meaning(key: Scalar, value: Scalar, meanings: tuple[str, ...]) -> Diagnostic:
    meant = near(value.text, meanings)
    help = f"did you mean `{meant}`?" if meant else f"write one of {listed(meanings)}"
    return Diagnostic("SLA622", f"`{value.text}` is no meaning of the reading `{key.text}`", value.at, help=help)
