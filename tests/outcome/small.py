"""Small contracts and incidents for claims about evaluation, in a week that anybody can count in.

Instants are written `Mon 10:00`: in the week from Monday 3 March 2025, when London keeps UTC; `Mon+1 10:00` is a week
later. The office is open Monday to Friday from 09:00 to 17:00.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from slalang.graph import Graph
from slalang.outcome import Obligation, Outcome, evaluate
from slalang.pipeline import load_policy_text
from slalang.scenario import Scenario, scenario_from

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONDAY = datetime(2025, 3, 3, tzinfo=UTC)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MINUTE = 60_000_000
HOUR = 60 * MINUTE

PRELUDE = """
policy small "A small contract"
  zone: Europe/London
  in force: unstated

party vendor
party customer
party agent
  of: vendor

calendar office
  open: Monday to Friday 09:00 to 17:00
  working day: 8 working hours

event responded
event resolved
"""

OFFICE_COVER = """
coverage usual
  calendar: office
"""


@cache
def contract(text: str, cover: str = OFFICE_COVER) -> Graph:
    """The graph of a small contract, whose text follows the prelude."""
    loaded = load_policy_text(PRELUDE + cover + text)
    assert loaded.graph is not None, [str(found.message) for found in loaded.diagnostics]
    return loaded.graph


def moment(text: str) -> datetime:
    """`Mon 10:00`, or an instant in full."""
    if text[:3] not in DAYS:
        return datetime.fromisoformat(text)
    day, _, clock = text.partition(" ")
    name, _, weeks = day.partition("+")
    hours, minutes, *seconds = (float(part) for part in clock.split(":"))
    days = DAYS.index(name) + 7 * int(weeks or 0)
    return MONDAY + timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds[0] if seconds else 0)


def instant(text: str) -> int:
    return (moment(text) - EPOCH) // timedelta(microseconds=1)


def shown(at: int | None) -> str | None:
    """An instant as these tests write it."""
    if at is None:
        return None
    found = EPOCH + timedelta(microseconds=at)
    days = (found - MONDAY).days
    week = f"+{days // 7}" if days >= 7 else ""
    clock = found.strftime("%H:%M:%S" if found.second else "%H:%M")
    if not 0 <= days < 100 * 7:
        return found.strftime("%Y-%m-%d ") + clock
    return f"{DAYS[days % 7]}{week} {clock}"


Event = tuple[str, Mapping[str, Any] | str]


def incident(graph: Graph, opened: str | None, *events: Event, as_of: str | None = None, **given: Any) -> Scenario:
    """A scenario: each event is an instant with the name of what happens, or with its keys."""
    found, mistakes = scenario_from(
        graph,
        opened=moment(opened) if opened else None,
        events=[_event(at, said) for at, said in events],
        as_of=moment(as_of) if as_of else None,
        **given,
    )
    assert found is not None, [mistake.message for mistake in mistakes]
    return found


def _event(at: str, said: Mapping[str, Any] | str) -> dict[str, Any]:
    keys = {"event": said} if isinstance(said, str) else dict(said)
    if "since" in keys:
        keys["since"] = moment(keys["since"])
    return {"at": moment(at), **keys}


def outcome(graph: Graph, opened: str | None, *events: Event, as_of: str | None = None, **given: Any) -> Outcome:
    """What a small contract says of an incident."""
    options = {name: given.pop(name) for name in ("all_readings",) if name in given}
    return evaluate(graph, incident(graph, opened, *events, as_of=as_of, **given), **options)


def only(found: Outcome, id: str = "response") -> Obligation:
    """The obligation of that name."""
    those = [obligation for obligation in found.obligations if obligation.id == id]
    assert len(those) == 1, [obligation.id for obligation in found.obligations]
    return those[0]


def response(graph: Graph, opened: str | None, *events: Event, as_of: str | None = None, **given: Any) -> Obligation:
    """The obligation `response` of an incident."""
    return only(outcome(graph, opened, *events, as_of=as_of, **given))


def due(graph: Graph, opened: str | None, *events: Event, as_of: str | None = None, **given: Any) -> str | None:
    """When the response is due."""
    return shown(response(graph, opened, *events, as_of=as_of, **given).due)


def status(graph: Graph, opened: str | None, *events: Event, as_of: str | None = None, **given: Any) -> str:
    """The status of the response."""
    return response(graph, opened, *events, as_of=as_of, **given).status


def steps(found: Obligation | Outcome) -> list[tuple[str, str | None, str]]:
    """The steps: rule, instant, state."""
    return [(step.rule, shown(step.at), step.state) for step in found.steps]


def leads_to(found: Obligation) -> dict[tuple[tuple[str, tuple[str, ...]], ...], tuple[str, str | None]]:
    """What each combination of missing values, or of readings, leads to."""
    return {other.given: (other.status, shown(other.due)) for other in found.alternatives}


def reasons(found: Any) -> set[tuple[str, str]]:
    """The kinds and names of all that an answer rests on."""
    waiting, told = [found.why], set()
    while waiting:
        reason = waiting.pop()
        told.add((reason.kind, reason.id))
        waiting.extend(reason.because)
    return told


def commitment(figure: str, *lines: str, name: str = "response", rule: str = "within") -> str:
    """A guarantee of a response (or else to `resolved`) from the opening, with a figure and further lines."""
    keys = {
        "force": "guarantee",
        "starts": "opened",
        "held over to": None,
        "stops": "responded" if name == "response" else "resolved",
        "calendar": None,
        "pauses": None,
        rule: figure,
    }
    more = dict(line.split(": ", 1) for line in lines)
    said = {**keys, **more}
    return "\n" + f"commitment {name}\n" + "".join(f"  {key}: {value}\n" for key, value in said.items() if value)
