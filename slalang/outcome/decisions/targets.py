"""What a commitment's target is at an instant: its figure, and what that counts on."""

from fractions import Fraction
from math import ceil
from typing import NamedTuple, TypeAlias

from slalang.calendar import NominalDay
from slalang.graph.rules import Commitment
from slalang.graph.values import (
    Amount,
    ByFact,
    CalendarUnits,
    Efforts,
    Figure,
    Length,
    Multiple,
    NothingOwed,
    Range,
    WorkingDays,
)
from slalang.outcome.asking.unsettled import obstacle
from slalang.outcome.asking.view import ALWAYS, COVERAGE, View
from slalang.outcome.decisions.coverage import NO_COVER, cell_holds, coverage_at
from slalang.outcome.decisions.standing import Rivals, Rule, agree, among, standing
from slalang.outcome.decisions.subjects import fact_value
from slalang.outcome.model import Reason


class Counted(NamedTuple):
    """A length in microseconds, and the calendar it counts on (`none`: never)."""

    amount: int
    on: str
    measure: str


class Landing(NamedTuple):
    """A date amount: working days or calendar units, and their calendar."""

    amount: WorkingDays | CalendarUnits
    on: str


class AtInstant(NamedTuple):
    instant: int


class Untimed(NamedTuple):
    """Efforts without a time, or nothing owed (None)."""

    force: str | None


Measure: TypeAlias = Counted | Landing | AtInstant | Untimed


class Target(NamedTuple):
    """The committed measure, the expected one of a range, and how the contract says it."""

    committed: Measure
    expected: Measure | None
    text: str


def target_at(view: View, id: str, at: int) -> tuple[Target, Reason]:
    """The target of a commitment at an instant; raises `Missing` or `Unsettled`."""
    return view.once(("target", id, at), lambda: _target(view, id, at))


def _commitment(view: View, id: str) -> Commitment:
    body = view.node(id).body
    assert isinstance(body, Commitment)
    return body


def figure_at(view: View, id: str, at: int) -> tuple[Figure, Reason]:
    """The figure that the tables give for a commitment, multiples worked out."""
    return view.once(("figure", id, at), lambda: _figure(view, id, at))


def _figure(view: View, id: str, at: int) -> tuple[Figure, Reason]:
    tables = {table.rule: table for table in _commitment(view, id).figures}
    found: list[tuple[str, Figure, Reason]] = []
    for rule in standing(view, _tables(view, id), at, cells_next=True):
        for cell in tables[rule.name].cells:
            holds, tests = cell_holds(view, cell, at)
            if holds:
                settled: tuple[Figure, tuple[Reason, ...]] = view.settle(cell.value)
                figure, because = settled
                text = f"{cell.label}: {figure.text}"
                reason = Reason(
                    "cell", cell.label, text, cell.clauses, cell.place, (), (*rule.because, *because, *tests)
                )
                found.append((cell.label, figure, reason))
    figure, reason = agree(f"the figure of {id}", found)
    return _multiplied(view, figure, reason, at) if isinstance(figure, Multiple) else (figure, reason)


def _tables(view: View, id: str) -> Rivals:
    """The tables of a commitment, and those that are exceptions to them."""
    return view.whatever(
        ("tables", id),
        lambda: among(
            [
                Rule(table.rule, table.when, table.exception_to, tuple(cell.where for cell in table.cells))
                for table in _commitment(view, id).figures
            ]
        ),
    )


def _multiplied(view: View, multiple: Multiple, reason: Reason, at: int) -> tuple[Figure, Reason]:
    base, because = figure_at(view, multiple.of, at)
    scaled = _scale(base, multiple)
    text = f"{reason.text}, which is {scaled.text}"
    return scaled, reason._replace(text=text, because=(*reason.because, because))


def _scale(figure: Figure, by: Multiple) -> Figure:
    match figure:
        case Length() | WorkingDays() | CalendarUnits():
            return _scale_amount(figure, by)
        case Range(earlier, later):
            low, high = _scale_amount(earlier, by), _scale_amount(later, by)
            return Range(low, high, f"between {low.text} and {high.text}")
        case Efforts() | NothingOwed():
            return figure
        case ByFact() | Multiple():
            raise obstacle("gap", by.of, f"{by.text}: {by.of} has no amount")


def _scale_amount(amount: Amount, by: Multiple) -> Amount:
    """The amount times a factor, on no calendar of its own; in elapsed time working days become calendar days."""
    match amount:
        case Length(micros, measure):
            scaled = ceil(micros * by.times)
            to = "elapsed" if by.in_elapsed_time else measure
            return Length(scaled, "elapsed" if to == "elapsed" else "working", _hours(scaled, to))
        case WorkingDays(days) if by.in_elapsed_time:
            return CalendarUnits(_whole(days * by.times, by), "day", _counted(days * by.times, "calendar day"))
        case WorkingDays(days):
            return WorkingDays(days * by.times, _counted(days * by.times, "working day"))
        case CalendarUnits(count, unit):
            return CalendarUnits(_whole(count * by.times, by), unit, _counted(count * by.times, f"calendar {unit}"))


def _whole(number: Fraction, by: Multiple) -> int:
    if number.denominator != 1:
        raise obstacle("gap", by.of, f"{by.text}: a part of a calendar unit is no date")
    return int(number)


def _counted(number: Fraction, unit: str) -> str:
    shown = str(int(number)) if number.denominator == 1 else f"{float(number):g}"
    return f"{shown} {unit}" if number == 1 else f"{shown} {unit}s"


def _hours(micros: int, measure: str) -> str:
    for unit, size in (("hour", 3_600_000_000), ("minute", 60_000_000), ("second", 1_000_000)):
        if micros % size == 0:
            return _counted(Fraction(micros, size), f"{measure} {unit}")
    return f"{micros} {measure} microseconds"


def _target(view: View, id: str, at: int) -> tuple[Target, Reason]:
    figure, because = figure_at(view, id, at)
    commitment = _commitment(view, id)
    reasons: list[Reason] = [because]

    def measure(amount: Amount) -> Measure:
        found, reason = _measure(view, id, commitment, amount, at)
        reasons.extend(reason)
        return found

    match figure:
        case Length() | WorkingDays() | CalendarUnits():
            target = Target(measure(figure), None, figure.text)
        case Range(earlier, later, text):
            breach, reason = view.settle(commitment.breach)
            reasons.extend(reason)
            target = Target(measure(later if breach == "later" else earlier), measure(earlier), text)
        case ByFact(fact, text):
            value, said = fact_value(view, fact, at)
            reasons.append(said)
            target = Target(AtInstant(int(value)), None, text)
        case Efforts(force, text):
            target = Target(Untimed(force), None, text)
        case NothingOwed(text):
            target = Target(Untimed(None), None, text)
        case Multiple():
            raise AssertionError("multiples are worked out")
    return target, _target_reason(id, target, tuple(reasons))


def _target_reason(id: str, target: Target, because: tuple[Reason, ...]) -> Reason:
    match target.committed:
        case Counted(amount, on, kind):
            data: tuple[tuple[str, object], ...] = (("amount", amount), ("calendar", on), ("measure", kind))
        case Landing(_, on):
            data = (("calendar", on), ("measure", "date"))
        case AtInstant(instant):
            data = (("instant", instant), ("measure", "instant"))
        case Untimed(force):
            data = (("force", force), ("measure", "none"))
    return Reason("target", id, f"target: {target.text}", data=data, because=_told_once(because))


def _told_once(because: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """Reasons without those that say the same again; not compared in depth, since they may rest on very many."""
    return tuple({(reason.kind, reason.id, reason.text, reason.place): reason for reason in because}.values())


def _measure(
    view: View, id: str, commitment: Commitment, amount: Amount, at: int
) -> tuple[Measure, tuple[Reason, ...]]:
    match amount:
        case Length(micros, "elapsed"):
            return Counted(micros, ALWAYS, "elapsed"), ()
        case Length(micros, _, _, named):
            on, because = counts_on(view, id, commitment, named, at)
            return Counted(micros, on, "working"), because
        case WorkingDays(days, _, named):
            on, because = counts_on(view, id, commitment, named, at)
            lengths = view.working_day(on)
            return _working_days(view, amount, days, on), (*because, *lengths)
        case CalendarUnits():
            return Landing(amount, ALWAYS), ()


def _working_days(view: View, amount: WorkingDays, days: Fraction, on: str) -> Measure:
    if on == NO_COVER:
        return Counted(1, NO_COVER, "working")
    calendar, _ = view.calendar(on)
    match calendar.working_day:
        case None:
            raise obstacle("gap", on, f"{amount.text}: the calendar `{on}` has no working days")
        case NominalDay(micros):
            return Counted(ceil(days * micros), on, "working")
    if days.denominator != 1:
        raise obstacle("gap", on, f"{amount.text}: a part of a working day has no length on `{on}`")
    return Landing(amount, on)


def counts_on(
    view: View, id: str, commitment: Commitment, named: str | None, at: int
) -> tuple[str, tuple[Reason, ...]]:
    """The calendar that an amount counts on: the one it names, else the commitment's, else that of the coverage."""
    name, because = (named, ()) if named is not None else view.settle(commitment.calendar)
    if name != COVERAGE:
        return name, (*because, *view.calendar(name)[1])
    name, reason = coverage_at(view, id, at)
    calendar = () if name == NO_COVER else view.calendar(name)[1]
    return name, (*because, reason, *calendar)
