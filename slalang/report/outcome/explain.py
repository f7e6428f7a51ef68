"""The argument for one obligation, as a business reader follows it: the answer, the time that counts, the rules."""

from collections.abc import Iterator

from slalang.calendar import show_length
from slalang.outcome.model import Obligation, Outcome, Reason
from slalang.report.layout import paragraph, section
from slalang.report.outcome import summary
from slalang.report.outcome.alternatives import leads_to, step_leads_to
from slalang.report.outcome.timeline import owed, standing, steps, target, what, when
from slalang.report.visible import all_visible
from slalang.report.words import amount, cited, instant, line_of

_STRETCHES = frozenset({"counted", "skipped"})
_TOLD = _STRETCHES | {"verdict"}
_AMOUNTS = frozenset({"cap", "landing"})
"""The reasons that lay out an amount: their data gives under their kind the instant that it leads to, and the zone."""
_RECORDED = frozenset(
    {"event", "fact", "severity", "pause", "tier", "option", "channel", "waived", "change", "ignored"}
)


def explanation(outcome: Outcome, obligation: Obligation, *, width: int = 80) -> str:
    """The text that says when one obligation of an outcome is due, and why."""
    outcome, obligation = all_visible((outcome, obligation))
    return "\n".join(_explain(outcome, obligation, width)) + "\n"


def argument(heading: str, reason: Reason, width: int = 80) -> str:
    """The text of one reason with all that it rests on."""
    return "\n".join((heading, *reasons(all_visible(reason), width, 2))) + "\n"


def others_by_name(outcome: Outcome, width: int = 80) -> list[tuple[str, str]]:
    """The name and the argument of each duty, entitlement, closure, exclusion, escalation and notice."""
    outcome = all_visible(outcome)
    promises = [(each.id, argument(summary.standing(each, outcome.zone), each.why, width)) for each in outcome.promises]
    found = [(step, summary.step(step, of, outcome.zone)) for of, step in steps(outcome)]
    return promises + [(step.rule, argument(f"{at}  {words}", step.why, width)) for step, (at, words) in found]


def _explain(outcome: Outcome, obligation: Obligation, width: int) -> Iterator[str]:
    yield paragraph(f"{what(obligation)}: {when(obligation, outcome.zone)}", width)
    for line in (owed(obligation), standing(obligation, outcome.zone), _source(obligation)):
        yield paragraph(line, width, 2)
    yield paragraph(f"scenario {outcome.scenario}, under {summary.under(outcome)}", width, 2)
    yield from section("How the time runs", _time(obligation, outcome.zone, width))
    yield from section("Why", _why(obligation.why, width))
    yield from section("What each answer leads to", _alternatives(obligation, outcome.zone, width))
    yield from section("Read as", (paragraph(f"{name}: {used}", width, 2) for name, used in obligation.readings))
    yield from section("What follows", _steps(obligation, outcome.zone, width))


def _source(obligation: Obligation) -> str:
    return f"{cited(obligation.clauses)}, {line_of(obligation.place)}"


def _time(obligation: Obligation, zone: str, width: int) -> Iterator[str]:
    if not obligation.stretches:
        return
    yield from _start(obligation, zone, width)
    for stretch in obligation.stretches:
        kind = "counted" if stretch.counted else "skipped"
        told = _stretch(stretch.start, stretch.end, zone, stretch.reason, counted=stretch.counted)
        yield paragraph(f"{kind}  {told}", width, 2, 4)
    yield paragraph(_sum(obligation), width, 2, 4)


def _start(obligation: Obligation, zone: str, width: int) -> Iterator[str]:
    if obligation.opened is not None and obligation.opened != obligation.start:
        yield paragraph(f"start event  {instant(obligation.opened, zone)}", width, 2, 4)
    if obligation.start is not None:
        yield paragraph(f"start    {instant(obligation.start, zone)}", width, 2, 4)


def _stretch(start: int, end: int, zone: str, reason: str, *, counted: bool) -> str:
    length = f" {amount(end - start)}," if counted else ""
    return f"{instant(start, zone)} to {instant(end, zone)}:{length} {reason}"


def _sum(obligation: Obligation) -> str:
    counted = sum(stretch.end - stretch.start for stretch in obligation.stretches if stretch.counted)
    if obligation.measure == "date":
        return f"sum      {show_length(counted)}"  # in hours: a day of 24 would read as one of the target's days
    return f"sum      {amount(counted, obligation.measure)}{_against(obligation, counted)}"


def _against(obligation: Obligation, counted: int) -> str:
    if obligation.target is None:
        return ""
    if counted == obligation.target:
        return f", which is the target: {target(obligation)}"
    return f" of {amount(obligation.target, obligation.measure)}"


def reasons(reason: Reason, width: int, indent: int) -> Iterator[str]:
    """The lines of a reason and of all that it rests on, each further in."""
    reason = _plainest(reason)
    yield paragraph(f"- {_said(reason)}{_leads_to(reason)}{_truth(reason)}{_where(reason)}", width, indent)
    for deeper in reason.because:
        yield from reasons(deeper, width, min(indent + 2, width // 3))


def _said(reason: Reason) -> str:
    """The words of a reason; those of a stretch of time also say from when to when it is."""
    if reason.kind not in _STRETCHES:
        return reason.text
    data = dict(reason.data)
    told = _stretch(data["start"], data["end"], data["zone"], reason.text, counted=reason.kind == "counted")
    return f"{reason.kind} {told}"


def _why(why: Reason, width: int) -> Iterator[str]:
    """The reasons of an obligation, but for its name and what the course of its time has told already."""
    for reason in why.because:
        if reason.kind not in _TOLD:
            yield from reasons(reason, width, 2)


def _where(reason: Reason) -> str:
    """The clause and the line of a reason; what was recorded has no clause, and needs none."""
    if reason.place is None:
        return ""
    clause = f"{cited(reason.clauses)}; " if reason.clauses or reason.kind not in _RECORDED else ""
    return f" [{clause}{line_of(reason.place)}]"


def _plainest(reason: Reason) -> Reason:
    """A condition of a single test is that test."""
    while reason.kind == "test" and [part.text for part in reason.because] == [reason.text]:
        reason = reason.because[0]
    return reason


def _truth(reason: Reason) -> str:
    """Whether a test holds."""
    match dict(reason.data).get("holds"):
        case True if reason.kind == "test":
            return ": yes"
        case False if reason.kind == "test":
            return ": no"
    return ""


def _leads_to(reason: Reason) -> str:
    """The instant to which an amount leads, where the reason is about one."""
    data = dict(reason.data)
    at = data.get(reason.kind) if reason.kind in _AMOUNTS else None
    return "" if at is None else f": {instant(at, data['zone'])}"


def _alternatives(obligation: Obligation, zone: str, width: int) -> Iterator[str]:
    for found in leads_to(obligation, zone):
        yield paragraph(found, width, 2)


def _steps(obligation: Obligation, zone: str, width: int) -> Iterator[str]:
    for found in obligation.steps:
        at, words = summary.step(found, obligation, zone)
        yield paragraph(f"{at}  {words} [{cited(found.clauses)}; {line_of(found.place)}]", width, 2)
        for other in step_leads_to(found, zone):
            yield paragraph(other, width, 4)
