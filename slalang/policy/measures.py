"""The measures of facts: numbers, dates, instants and amounts, as numbers that can be compared."""

from __future__ import annotations

from fractions import Fraction

from slalang.calendar import load_zone
from slalang.calendar.zone import midnight
from slalang.policy.declared import Axis, with_article
from slalang.policy.site import Site
from slalang.policy.values.amounts import MICROS
from slalang.source import Span
from slalang.syntax import nodes


def measure(site: Site, axis: Axis, node: nodes.Measure) -> Fraction | None:
    """A bound of a fact: a number, an ordinal of a date, microseconds of an instant or an amount; None is a mistake."""
    match axis.domain, node:
        case "number", nodes.Number(value):
            _check_bounds(site, axis, node)
            return value
        case "date", nodes.Date(day):
            return Fraction(day.toordinal())
        case "instant", nodes.Date(day, span):
            return _midnight(site, day, span)
        case "amount", nodes.Plain():
            return _length(site, node)
        case _ if not axis.known:
            return None
        case _:
            domain = "name" if axis.domain == "values" else axis.domain
            message = f"`{axis.subject.name}` is {with_article(domain)}, and `{site.text(node.span)}` is none"
            site.error("SLA304", message, node.span, label=f"in {site.where}")
            return None


def _check_bounds(site: Site, axis: Axis, node: nodes.Number) -> None:
    """Report a number that the fact can't have."""
    if axis.low is not None and axis.high is not None and not axis.low <= node.value <= axis.high:
        message = f"`{axis.subject.name}` is {axis.low} to {axis.high}, and never reaches `{site.text(node.span)}`"
        site.error("SLA305", message, node.span)


def _midnight(site: Site, day: object, span: Span) -> Fraction | None:
    if site.program.zone is None:
        site.error(
            "SLA304", "a date begins at different instants, and the policy states no zone", span,
            help="state the `zone:` of the policy, or let the fact take a date",
        )  # fmt: skip
        return None
    return Fraction(midnight(day, load_zone(site.program.zone)))  # type: ignore[arg-type]


def _length(site: Site, node: nodes.Plain) -> Fraction | None:
    unit = node.unit
    if unit.unit not in MICROS or (unit.unit in ("day", "week") and unit.counting != "elapsed"):
        message = f"`{site.text(node.span)}` is no length that can be compared"
        site.error("SLA304", message, node.span, help="write hours, minutes, or elapsed days")
        return None
    return node.number * MICROS[unit.unit]
