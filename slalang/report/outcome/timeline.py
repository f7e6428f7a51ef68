"""What is due when, in order of time: the lines that text and Markdown share."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from slalang.outcome.model import Obligation, Outcome, Step
from slalang.report.words import amount, instant, listed, named

PROMISED_NOTHING = frozenset({"not owed", "not covered"})
IN_DOUBT = frozenset({"undetermined", "unknown"})
OVER = frozenset({"cancelled", "waived"})


class Entry(NamedTuple):
    """An obligation with what a reader is told of it first."""

    outcome: Outcome
    obligation: Obligation
    at: int | None
    """When it is due; None: no instant can be named."""

    @property
    def is_late(self) -> bool:
        """Whether it was missed and not yet delivered."""
        return self.obligation.status == "missed" and self.obligation.stopped is None


def due_at(obligation: Obligation) -> int | None:
    """The instant under which an obligation is listed: its due, or what that would be if a pause ended now."""
    return obligation.due if obligation.due is not None else obligation.projected_due


def timeline(outcomes: Sequence[Outcome]) -> list[Entry]:
    """All that is owed and not in doubt, in order of time; of several outcomes, what is late comes first."""
    late_first = len(outcomes) > 1
    entries = [entry for entry in _entries(outcomes) if entry.obligation.status not in OVER]
    return sorted(entries, key=lambda entry: (not (late_first and entry.is_late), *_in_time(entry.at)))


def owed_no_more(outcomes: Sequence[Outcome]) -> list[Entry]:
    """What was cancelled or given up, in order of the time when it would have been due."""
    entries = [entry for entry in _entries(outcomes) if entry.obligation.status in OVER]
    return sorted(entries, key=lambda entry: _in_time(entry.at))


def _entries(outcomes: Sequence[Outcome]) -> Iterator[Entry]:
    """All that was promised and is not in doubt."""
    for outcome in outcomes:
        for obligation in outcome.obligations:
            if obligation.status not in PROMISED_NOTHING | IN_DOUBT:
                yield Entry(outcome, obligation, due_at(obligation))


def _in_time(at: int | None) -> tuple[bool, int]:
    return at is None, at or 0


def steps(outcome: Outcome) -> list[tuple[Obligation | None, Step]]:
    """All escalations and notices, in order of time; those that only an occasion brings come last."""
    found: list[tuple[Obligation | None, Step]] = [(None, step) for step in outcome.steps]
    found += [(obligation, step) for obligation in outcome.obligations for step in obligation.steps]
    return sorted(found, key=lambda pair: _in_time(pair[1].at))


def when(obligation: Obligation, zone: str) -> str:
    """When an obligation is due, in words where there is no instant."""
    if obligation.due is not None:
        return instant(obligation.due, zone)
    if obligation.projected_due is not None:
        return f"{instant(obligation.projected_due, zone)}, if the pause ended now"
    return "no instant"


def what(obligation: Obligation) -> str:
    """The name of an obligation."""
    return named(obligation.title, obligation.id)


def owed(obligation: Obligation) -> str:
    """Who owes it to whom, with which force, and how long it may take; efforts are both, and said once."""
    parties = f"owed by {listed(obligation.owed_by)} to {listed(obligation.owed_to)}"
    return "; ".join(part for part in dict.fromkeys((parties, obligation.force, promised(obligation))) if part)


def promised(obligation: Obligation) -> str:
    """How long it may take, and in which share of the incidents, if not in each."""
    return ", ".join(part for part in (target(obligation), obligation.attainment) if part)


def target(obligation: Obligation) -> str | None:
    """The amount of time, as the contract says it, and whether the due instant itself is late."""
    if obligation.target_text is None or obligation.target_text.startswith("between "):
        return obligation.target_text
    bound = "less than " if obligation.strict else "within " if obligation.due or obligation.projected_due else ""
    return bound + obligation.target_text


def standing(obligation: Obligation, zone: str) -> str:
    """The status, with the time left or late."""
    told = (
        _awaited(obligation),
        _delivered(obligation, zone),
        _spare(obligation),
        _expected(obligation, zone),
        over_readings(obligation.earliest_due, obligation.latest_due, zone),
    )
    parts = (obligation.status, *told)
    return "; ".join(part for part in parts if part)


def _awaited(obligation: Obligation) -> str | None:
    if obligation.status != "not started":
        return None
    return next((reason.text for reason in obligation.why.because if reason.kind == "start"), None)


def _delivered(obligation: Obligation, zone: str) -> str | None:
    if obligation.stopped is None:
        return None
    return ("on " if obligation.status == "met" else "came ") + instant(obligation.stopped, zone)


def _spare(obligation: Obligation) -> str | None:
    match obligation.status:
        case "missed":
            return _late(obligation)
        case "met":
            return _to_spare(obligation)
    return None if obligation.left is None else f"{amount(obligation.left, obligation.measure)} left"


def _to_spare(obligation: Obligation) -> str | None:
    """What of the target was not used; date amounts have no target to compare with."""
    if obligation.target is None or obligation.used is None or obligation.measure == "date":
        return None
    spare = obligation.target - obligation.used
    return f"with {amount(spare, obligation.measure)} to spare" if spare > 0 else "just in time"


def _late(obligation: Obligation) -> str | None:
    if obligation.late is None:
        return None
    if obligation.late == 0:
        at_due = obligation.strict and obligation.stopped == obligation.due
        return "the due instant itself is late" if at_due else "no time has counted since it was due"
    return f"{amount(obligation.late, obligation.measure)} late"


def _expected(obligation: Obligation, zone: str) -> str | None:
    if obligation.expected in (None, obligation.due):
        return None
    return f"expected {instant(obligation.expected or 0, zone)}"


def over_readings(earliest: int | None, latest: int | None, zone: str) -> str | None:
    """The range of an instant over all readings, where it has one."""
    if earliest is None or latest is None or earliest == latest:
        return None
    return f"between {instant(earliest, zone)} and {instant(latest, zone)}, as the contract is read"


def names(outcomes: Iterable[Outcome]) -> str:
    """The policies that the outcomes come from."""
    return ", ".join(dict.fromkeys(outcome.policy for outcome in outcomes))
