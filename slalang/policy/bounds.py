"""Whether what an agreement fills in lies within the bounds of the parameter, in the measure of these bounds."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from slalang.graph.values import Slot
from slalang.policy.lines import at_line
from slalang.policy.program import Given
from slalang.policy.site import Site
from slalang.policy.slots import settled
from slalang.policy.values.amounts import MICROS, Counted, counted
from slalang.source import Location, Span
from slalang.syntax import nodes
from slalang.syntax.schema import PARAMETER_TYPES

DAY = MICROS["day"]
EXTENTS = {"month": (28, 31), "quarter": (90, 92), "year": (365, 366)}
"""The days that units of dates can have."""


def check_bounds(site: Site, block: nodes.Block, given: Given) -> None:
    """Report each value that is certainly beyond a bound of the parameter, or counts in another way than it."""
    for key in ("at least", "at most"):
        line = block.line(key)
        if line is None or isinstance(line.value, nodes.Invalid | nodes.Unstated | nodes.Deferred):
            continue
        bound = _number(at_line(site, line), line.value)
        for fill in (*((given.fill,) if given.fill else ()), *given.fills):
            inner = site._replace(source=given.source, what=f"the value of {site.owner.id}")
            for limit in settled(bound):
                _check(inner, fill.span, given.takes, key, limit, Location(site.source, line.value.span))


def _check(site: Site, span: Span, takes: str, key: str, limit: Any, stated: Location) -> None:
    node, mistake = site.program.parsed(PARAMETER_TYPES[takes], site.source, span, ())
    if mistake is not None or isinstance(node, nodes.Unstated | nodes.Deferred | nodes.Name | nodes.Invalid):
        return
    for value in settled(_number(site, node)):
        secondary = ((stated, "the bound"),)
        if type(value) is not type(limit) or (isinstance(value, Counted) and value.counting != limit.counting):
            message = f"`{site.text(span)}` is not counted as the bound of `{site.owner.id}` is, `{stated.text}`"
            site.error("SLA315", message, span, secondary=secondary, help="fill in the same measure")
        elif _beyond(key, value, limit):
            message = f"`{site.text(span)}` is not {key} `{stated.text}`, as `{site.owner.id}` must be"
            site.error("SLA314", message, span, secondary=secondary)


def _number(site: Site, node: Any) -> Slot[Any]:
    """A value as something that can be compared: an amount, or a number."""
    match node:
        case nodes.Plain():
            return counted(site, node)
        case nodes.Number(value) | nodes.Percent(value):
            return value
        case nodes.Date(day):
            return Fraction(day.toordinal())
        case _:
            return site.broken(node.span)


def _beyond(key: str, value: Any, limit: Any) -> bool:
    """Whether a value is certainly beyond its bound."""
    low, high = _extent(value, limit)
    least, most = _extent(limit, value)
    return bool(high < least) if key == "at least" else bool(low > most)


def _extent(value: Any, other: Any) -> tuple[Fraction, Fraction]:
    """The least and the most that a value can be, in a unit that it shares with the other."""
    if not isinstance(value, Counted):
        return value, value
    if value.unit == other.unit:
        return value.number, value.number
    if value.counting == "working" and value.unit == "day":
        return Fraction(0), value.number * DAY
    low, high = EXTENTS.get(value.unit, (1, 1))
    micros = MICROS.get(value.unit, DAY)
    return value.number * low * micros, value.number * high * micros
