"""`sla calendar`: when a calendar is open, and why it is closed."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import click

from slalang.calendar import Calendar, CalendarError, add_calendar_units
from slalang.calendar.instant import check_instant
from slalang.cli import exits, output
from slalang.cli.incident import chosen_readings
from slalang.cli.loading import load_valid
from slalang.cli.paths import EXISTING
from slalang.cli.session import Session, with_session
from slalang.graph import Graph
from slalang.graph.rules import CalendarRule
from slalang.graph.specs import ALWAYS
from slalang.outcome.calendar_alone import settled_calendar
from slalang.outcome.obligations.told import validity_help
from slalang.report.calendar.dates import FIRST, LAST, midnight
from slalang.report.calendar.json import calendar_json, unknown_json
from slalang.report.calendar.text import added_text, calendar_text, days_text, moment_text
from slalang.scenario.instants import read_instant
from slalang.scenario.lengths import read_length
from slalang.source import Diagnostic, Limits, suggestion

_DATE = click.DateTime(["%Y-%m-%d"])
_DAYS = re.compile(r"(?P<count>[0-9]{1,9}) (?:working days?|calendar (?P<unit>day|week|month|quarter|year)s?)")


def _instant(text: str | None, graph: Graph) -> int | None:
    """The instant of --at; one that lacks its zone is shown with that of the policy."""
    zone = graph.header.zone
    read = None if text is None else read_instant(text, zone if isinstance(zone, str) else None)
    if read is not None and not isinstance(read, int):
        message = f"{read.message}; {read.help}" if read.help else read.message
        raise click.BadParameter(message, param_hint="'--at'")
    return read


@click.command("calendar")
@click.argument("policy", type=EXISTING)
@click.argument("name", required=False)
@click.option("--from", "first", type=_DATE, metavar="DATE", help="The first date to show.")
@click.option("--to", "last", type=_DATE, metavar="DATE", help="The last date to show; a week, if not given.")
@click.option("--at", "moment", metavar="INSTANT", help="Is it open then, and when does that change?")
@click.option("--add", metavar="AMOUNT", help="When has so much time passed since --at, such as '4 working hours'?")
@click.option("--reading", "readings", multiple=True, metavar="NAME=VALUE", help="Another meaning of a reading.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print dates.")
@with_session
def command(
    session: Session,
    policy: Path,
    name: str | None,
    first: Any,
    last: Any,
    moment: str | None,
    add: str | None,
    readings: tuple[str, ...],
    form: str,
) -> int:
    """Show the calendars of a policy, or one of them: its hours, its dates with the reason for each closure.

    \b
    sla calendar policies/isode.sla office --from 2025-04-17 --to 2025-04-22
    sla calendar policies/isode.sla office --at 2025-04-17T16:30+01:00 --add '4 working hours'
    """
    graph = load_valid(session, policy)
    at = _instant(moment, graph)
    _check(graph, name, first, last, at, add, form)
    names = [name] if name else [node.id for node, _ in graph.of(CalendarRule)]
    dates = _dates(first, last)
    if dates is not None:
        session.insist(_too_many(((dates[1] - dates[0]).days + 1) * len(names), session.limits))
    for each in names:
        _show(graph, each, chosen_readings(session, graph, readings), dates, at, add, form)
    return exits.ANSWERED


def _check(graph: Graph, name: str | None, first: Any, last: Any, at: int | None, add: str | None, form: str) -> None:
    names = [node.id for node, _ in graph.of(CalendarRule)]
    if name is not None and name not in (*names, ALWAYS):
        raise click.UsageError(f"no calendar is called `{name}`; {suggestion(name, names) or _all(names)}")
    if add is not None and at is None:
        raise click.UsageError("--add counts from an instant: give it with --at")
    if last and (not first or last < first):
        raise click.UsageError("--to is the last date of a range that begins with --from")
    if form == "json" and (first is None or name is None):
        raise click.UsageError("--format json is for the dates of one calendar: name it, and give --from")


def _all(names: list[str]) -> str:
    return f"there are {', '.join(names)}" if names else "there is none"


def _dates(first: Any, last: Any) -> tuple[date, date] | None:
    if first is None:
        return None
    dates = first.date(), last.date() if last else min(first.date(), LAST - timedelta(6)) + timedelta(6)
    for option, day in zip(("'--from'", "'--to'"), dates, strict=True):
        if not FIRST <= day <= LAST:
            raise click.BadParameter(f"{day} is too far away; take a date from {FIRST} to {LAST}", param_hint=option)
    return dates


def _too_many(dates: int, limits: Limits) -> tuple[Diagnostic, ...]:
    if dates <= limits.dates:
        return ()
    message = f"{dates:,} dates are asked for, more than {limits.dates:,}"
    return (Diagnostic("SLA911", message, help="ask for fewer, or raise the limit with `--limit`"),)


def _show(
    graph: Graph,
    name: str,
    readings: Mapping[str, str],
    dates: tuple[date, date] | None,
    at: int | None,
    add: str | None,
    form: str,
) -> None:
    calendar = _settled(graph, name, readings)
    if form == "json" and dates is not None:
        output.answer_utf8(_as_json(calendar, name, *dates))
    elif isinstance(calendar, str):
        output.answer(f"{name}: unknown, {calendar}\n")
    else:
        try:
            output.answer("".join(_told(graph, calendar, dates, at, add)))
        except CalendarError as error:
            output.answer(f"{name}: unknown, {validity_help(error)}\n")


def _settled(graph: Graph, name: str, readings: Mapping[str, str]) -> Calendar | str:
    """A calendar, or why it can't be told."""
    try:
        found = settled_calendar(graph, name, readings)
    except CalendarError as error:
        return validity_help(error)
    return found if isinstance(found, Calendar) else found.text


def _as_json(calendar: Calendar | str, name: str, first: date, last: date) -> str:
    if isinstance(calendar, str):
        return unknown_json(name, calendar)
    return calendar_json(calendar, midnight(calendar, first), midnight(calendar, last + timedelta(1)))


def _told(
    graph: Graph, calendar: Calendar, dates: tuple[date, date] | None, at: int | None, add: str | None
) -> Iterator[str]:
    node = graph.get(calendar.name)
    yield calendar_text(calendar, node.title if node else None, output.width(), whole=dates is None and at is None)
    if dates is not None:
        yield days_text(calendar, *dates, output.width())
    if at is not None:
        yield moment_text(calendar, at, output.width())
        if add is not None:
            yield added_text(calendar, add, _reached(calendar, at, add), output.width())


def _reached(calendar: Calendar, at: int, amount: str) -> int | CalendarError:
    """An amount after an instant, or why there is no such instant."""
    try:
        return _added(calendar, at, amount)
    except CalendarError as error:
        return error


def _added(calendar: Calendar, at: int, amount: str) -> int:
    """An amount after an instant: on the calendar, by the clock on the wall, or date by date."""
    zone = calendar.spec.zone
    if found := _DAYS.fullmatch(amount):
        count = int(found["count"])
        unit: Any = found["unit"]
        return add_calendar_units(at, count, unit, zone, "last") if unit else calendar.advance_days(at, count)
    length = read_length(amount)
    if length is None or length.measure is None:
        raise click.UsageError(f"--add takes an amount such as `4 working hours` or `2 calendar days`, not `{amount}`")
    return check_instant(at + length.micros) if length.measure == "elapsed" else calendar.advance(at, length.micros)
