"""Calendars: when time counts."""

from __future__ import annotations

from slalang.calendar import DatedHours, WeekHours
from slalang.calendar import Span as Through
from slalang.graph import rules
from slalang.graph.calendars import Dates, Hours
from slalang.graph.values import Hole, Slot
from slalang.policy.lines import at_line, optional, repeated
from slalang.policy.site import Site
from slalang.policy.values.hours import closing, dated, only_during, opening, refuse_overlap, working_day
from slalang.policy.values.plain import period, zone
from slalang.syntax import nodes


def calendar_body(site: Site, block: nodes.Block) -> rules.CalendarRule:
    hours = Hours(
        zone=_zone(site, block),
        opens=repeated(site, block, "open", opening),
        closed=repeated(site, block, "closed", closing),
        only_during=optional(site, block, "only during", only_during),
        short_days=repeated(site, block, "short day", dated),
        extra_openings=repeated(site, block, "extra opening", dated),
        working_day=optional(site, block, "working day", working_day),
        known=optional(site, block, "known", period),
    )
    _refuse_overlaps(site, block, hours)
    _refuse_two_short_days(site, block, hours.short_days)
    _ask_for_known_dates(site, block, hours)
    return rules.CalendarRule(hours)


def _zone(site: Site, block: nodes.Block) -> Slot[str]:
    found = optional(site, block, "zone", zone)
    if found is not None:
        return found
    if site.program.header_zone is None and not site.program.damaged:
        site.error(
            "SLA238", f"neither `{site.owner.id}` nor the policy states a zone", block.kind_span,
            help="add a line such as `zone: Europe/London` to the policy, or here",
        )  # fmt: skip
    return site.program.header_zone or site.broken(block.span)


def _refuse_overlaps(site: Site, block: nodes.Block, hours: Hours) -> None:
    """Report weekly windows of different lines that overlap; those of one line have been looked at."""
    weeks = [line for line in hours.opens if isinstance(line, WeekHours)]
    spans = tuple(line for line in hours.opens if isinstance(line, Through))
    days = tuple(tuple(sorted(window for week in weeks for window in week.days[day])) for day in range(7))
    lines = block.all("open")
    if len(weeks) + len(spans) > 1:
        refuse_overlap(site._replace(line=f"`{site.owner.id}`"), WeekHours(days), spans, lines[-1].value.span)


def _refuse_two_short_days(site: Site, block: nodes.Block, short_days: tuple[DatedHours, ...]) -> None:
    seen: dict[object, DatedHours] = {}
    for line, short in zip(block.all("short day"), short_days, strict=False):
        if seen.setdefault(short.day, short) != short:
            message = f"{short.day} has two short days with different hours"
            site.error("SLA310", message, line.value.span, help="write all windows of a date on one line")


def _ask_for_known_dates(site: Site, block: nodes.Block, hours: Hours) -> None:
    """All holidays listed by date: then somebody must say for which dates they are all."""
    lines = [line for line in hours.closed if not isinstance(line, Hole)]
    if lines and all(isinstance(line, Dates) for line in lines) and block.line("known") is None and not block.damaged:
        line = block.all("closed")[0]
        at_line(site, line).error(
            "SLA238", f"`{site.owner.id}` lists its holidays by date, and does not say for which dates they are all",
            line.value.span, help="add a line such as `known: 2026-01-01 to 2026-12-31`",
        )  # fmt: skip
