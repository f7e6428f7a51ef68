"""Amounts: which time they count, exactly; and the figures that are made of them."""

from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import NamedTuple, assert_never

from slalang.graph import values as graph
from slalang.graph.values import Slot
from slalang.policy.site import Site
from slalang.policy.slots import ValueType, lift, stand_in
from slalang.policy.values.calendars import counting_calendar
from slalang.policy.values.lists import commitment
from slalang.source import Span
from slalang.syntax import nodes
from slalang.syntax.nodes import Counting, TimeUnit

SECOND = 1_000_000
MICROS: dict[TimeUnit, int] = {
    "second": SECOND, "minute": 60 * SECOND, "hour": 3600 * SECOND, "day": 86_400 * SECOND, "week": 7 * 86_400 * SECOND,
}  # fmt: skip
MONTHS: dict[TimeUnit, int] = {"month": 1, "quarter": 3, "year": 12}

WAYS: dict[TimeUnit, tuple[Counting, ...]] = {
    "second": ("working", "elapsed"),
    "minute": ("working", "elapsed"),
    "hour": ("working", "elapsed"),
    "day": ("working", "elapsed", "calendar"),
    "week": ("elapsed", "calendar"),
    "month": ("calendar",),
    "quarter": ("calendar",),
    "year": ("calendar",),
}
"""In which ways each unit can be counted."""


class Counted(NamedTuple):
    """An amount that says how it is counted, as the author writes it."""

    number: Fraction
    counting: Counting
    unit: TimeUnit
    calendar: str | None

    def times(self, number: Fraction, calendar: str | None) -> "Counted":
        """So many of it; on a calendar, where it has none of its own and counts working time."""
        named = calendar if self.counting == "working" else None
        return self._replace(number=self.number * number, calendar=self.calendar or named)

    @property
    def text(self) -> str:
        of = f" of {self.calendar}" if self.calendar else ""
        return spoken(self.number, f"{self.counting} {self.unit}") + of


def decimal(number: Fraction) -> str:
    """A number as an author writes it: `1.5`."""
    return f"{Decimal(number.numerator) / Decimal(number.denominator):f}"


def spoken(number: Fraction, unit: str) -> str:
    """`1 working hour`, `4 working hours`."""
    return f"{decimal(number)} {unit}" + ("" if number == 1 else "s")


def counted(site: Site, node: nodes.Amount) -> Slot[Counted]:
    """An amount with its way of counting: as stated, or as a reading of the bare unit says."""
    match node:
        case nodes.Plain(number, unit, calendar, span):
            named = counting_calendar(site, calendar) if calendar else None
            way = unit.counting
            if way is None:
                return _bare(site, node, named)
            if way not in WAYS[unit.unit]:
                _no_such_unit(site, node)
                return site.broken(span)
            if calendar and way != "working":
                site.error(
                    "SLA302", f"`{site.text(span)}` counts {way} time, which no calendar stops", calendar.span,
                    help=f"leave out `of {calendar.word}`, or count working time",
                )  # fmt: skip
            result: Slot[Counted] = lift(lambda on: Counted(number, way, unit.unit, on or None), named or "")
            return result
        case nodes.Name():
            return stand_in(site, node, COUNTED)
        case nodes.Unstated() | nodes.Deferred():
            return site.hole(node)
        case _:
            assert_never(node)


COUNTED: ValueType[Counted] = ValueType("amount", ("amount",), (), counted)


def _bare(site: Site, node: nodes.Plain, named: Slot[str] | None) -> Slot[Counted]:
    unit = node.unit.unit
    if not site.program.is_kind(unit, "reading"):
        _says_not_how(site, node)
        return site.broken(node.span)
    meaning: ValueType[Counted] = COUNTED._replace(compile=lambda inner, value: one_unit(inner, value, unit))
    one = stand_in(site, nodes.Name(unit, node.unit.span), meaning)
    result: Slot[Counted] = lift(lambda each, on: each.times(node.number, on or None), one, named or "")
    return result


def one_unit(site: Site, node: nodes.Amount, unit: TimeUnit) -> Slot[Counted]:
    """A meaning of a bare unit, of which an amount takes as many as it says."""

    def checked(found: Counted) -> Slot[Counted]:
        if is_one(found, unit):
            return found
        one = f"1 {WAYS[unit][0]} {unit}"
        message = f"`{site.text(node.span)}` is not one {unit}, and each {unit} of an amount would be so much"
        site.error("SLA319", message, node.span, help=f"write what a single {unit} is, such as `{one}`")
        return site.broken(node.span)

    result: Slot[Counted] = lift(checked, counted(site, node))
    return result


def is_one(found: Counted, unit: TimeUnit) -> bool:
    """Whether an amount can be a single unit: a day of work is shorter than a date, and months have many lengths."""
    if found.unit in MONTHS:
        return found.number * MONTHS[found.unit] == MONTHS.get(unit)
    size = found.number * MICROS[found.unit]
    if unit in MONTHS:
        return 0 < size <= 31 * MONTHS[unit] * MICROS["day"]
    exact = found.unit == unit or found.counting != "working" or unit not in ("day", "week")
    return size == MICROS[unit] if exact else 0 < size <= MICROS[unit]


def _says_not_how(site: Site, node: nodes.Plain) -> None:
    if site.program.lost.may_be(node.unit.unit, ()):
        return
    ways = [spoken(node.number, f"{way} {node.unit.unit}") for way in WAYS[node.unit.unit]]
    if node.unit.unit == "day":
        ways[1] = spoken(node.number * 24, "elapsed hour")
    choices = " or ".join(
        [", ".join(f"`{way}`" for way in ways[:-1]), f"`{ways[-1]}`"] if ways[1:] else [f"`{ways[0]}`"]
    )
    site.error(
        "SLA301",
        f"`{site.text(node.span)}` does not say how it is counted",
        node.span,
        label=f"in {site.where}",
        help=f"write {choices}, or declare a `reading {node.unit.unit}` if the contract leaves it open",
    )


def _no_such_unit(site: Site, node: nodes.Plain) -> None:
    ways = [f"`{way} {node.unit.unit}s`" for way in WAYS[node.unit.unit]]
    site.error(
        "SLA302",
        f"there are no `{node.unit.counting} {node.unit.unit}s`",
        node.unit.span,
        label=f"in {site.where}",
        help=f"{node.unit.unit}s are counted as {' or '.join(ways)}",
    )


def amount(site: Site, node: nodes.Amount) -> Slot[graph.Amount]:
    """An amount, ready to be counted."""
    result: Slot[graph.Amount] = lift(lambda found: _finished(site, found, node.span), counted(site, node))
    return result


AMOUNT: ValueType[graph.Amount] = ValueType("amount", ("amount",), (), amount)


def _finished(site: Site, found: Counted, span: Span) -> Slot[graph.Amount]:
    number, counting, unit, calendar = found
    if counting == "calendar":
        return _calendar_units(site, found, span)
    if counting == "working" and unit == "day":
        return graph.WorkingDays(number, found.text, calendar)
    return graph.Length(
        ceil(number * MICROS[unit]), "working" if counting == "working" else "elapsed", found.text, calendar
    )


def _calendar_units(site: Site, found: Counted, span: Span) -> Slot[graph.Amount]:
    if found.number.denominator != 1:
        site.error(
            "SLA303", f"`{found.text}` is a part of a date", span,
            help="calendar days, weeks and months are counted as wholes: write elapsed or working time for a part",
        )  # fmt: skip
        return site.broken(span)
    return graph.CalendarUnits(int(found.number), found.unit, found.text)  # type: ignore[arg-type]


def figure(site: Site, node: nodes.Figure) -> Slot[graph.Figure]:
    """What a commitment gives: an amount, a multiple, a range, efforts, nothing, or a hole."""
    match node:
        case nodes.Plain():
            return amount(site, node)
        case nodes.Multiple(times, of, in_elapsed_time, span):
            return _multiple(site, times, of, in_elapsed_time, span)
        case nodes.Between(low, high, span):
            ends = (counted(site, low), counted(site, high))
            result: Slot[graph.Figure] = lift(lambda first, last: _range(site, first, last, span), *ends)
            return result
        case nodes.ByFact(fact):
            return _by_fact(site, fact)
        case nodes.Efforts(kind):
            return graph.Efforts(kind, kind)
        case nodes.Nothing():
            return graph.NothingOwed("none")
        case nodes.Name():
            return stand_in(site, node, FIGURE)
        case nodes.Dash(span):
            site.error("SLA320", "`-` has a meaning in tables only", span, help="write `none` or `unstated`")
            return site.broken(span)
        case nodes.Unstated() | nodes.Deferred():
            return site.hole(node)
        case _:
            assert_never(node)


FIGURE: ValueType[graph.Figure] = ValueType("figure", ("amount",), (), figure)


def _multiple(site: Site, times: Fraction, of: nodes.Name, in_elapsed_time: bool, span: Span) -> Slot[graph.Figure]:
    name = commitment(site, of)
    if times == 0:
        site.error("SLA318", "a multiple of zero promises nothing", span, help="write `none`, or another factor")
        return site.broken(span)
    return graph.Multiple(times, name, in_elapsed_time, site.text(span))


def _range(site: Site, first: Counted, last: Counted, span: Span) -> Slot[graph.Figure]:
    if (first.counting, first.unit) == (last.counting, last.unit) and first.number >= last.number:
        site.error("SLA310", f"`{site.text(span)}` ends before it begins", span, help="write the lesser amount first")
        return site.broken(span)
    same = (first.counting, first.unit, first.calendar) == (last.counting, last.unit, last.calendar)
    start = decimal(first.number) if same else first.text
    text = f"between {start} and {last.text}"
    range_of = lambda low, high: graph.Range(low, high, text)  # noqa: E731
    result: Slot[graph.Figure] = lift(range_of, _finished(site, first, span), _finished(site, last, span))
    return result


def _by_fact(site: Site, name: nodes.Name) -> Slot[graph.Figure]:
    found = site.find(name, ("fact",))
    axis = site.program.axis(name.word) if found else None
    if axis is None:
        return site.broken(name.span)
    if axis.domain != "instant":
        site.error(
            "SLA304", f"the fact `{name.word}` gives no instant", name.span, help="declare it with `takes: instant`"
        )
    site.use(name.word)
    return graph.ByFact(name.word, f"by {name.word}")
