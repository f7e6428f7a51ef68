"""Which incident a command is about: scenario files, or flags that describe one, or files with flags on top."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from functools import wraps
from pathlib import Path
from typing import Any, NamedTuple

import click

from slalang.cli import exits, output
from slalang.cli.loading import load_bound
from slalang.cli.paths import EXISTING
from slalang.cli.selecting import by_name, everything, is_asked_for
from slalang.cli.session import Session
from slalang.graph import Graph
from slalang.report.words import counted
from slalang.scenario import RawFile, Scenario, bind, outline
from slalang.scenario.flags import COMMAND_LINE, Flag, incident_of
from slalang.scenario.model import FactRecord, Record, SeverityRecord
from slalang.source import Diagnostic, Place, Source
from slalang.versions import Governed, bind_versions

BY_CASE = "case"
_BEFORE = "0001-01-02T00:00Z"
"""The opening that flags on top of scenario files get, and that nobody sees: they bring facts, no events."""

_OPTIONS = (
    click.argument("scenarios", nargs=-1, type=EXISTING, metavar="[SCENARIO]..."),
    by_name,
    click.option("--at", metavar="INSTANT", help="Without a scenario: when the incident was opened."),
    click.option("--tier", help="Without a scenario: the tier."),
    click.option("--option", "options", multiple=True, help="Without a scenario: an option bought; or `none`."),
    click.option("--channel", help="Without a scenario: the channel of the opening."),
    click.option("--severity", help="Without a scenario: the severity set at the opening."),
    click.option("--by", metavar="PARTY|case", help="Who set the severity; with scenarios: `case`, one timeline each."),
    click.option("--event", "events", multiple=True, metavar="'INSTANT NAME'", help="Without a scenario: an event."),
    click.option("--set", "facts", multiple=True, metavar="FACT=VALUE", help="A fact that holds from the opening on."),
    click.option("--reading", "readings", multiple=True, metavar="NAME=VALUE", help="Another meaning of a reading."),
    click.option("--as-of", metavar="INSTANT|now", help="What to know up to; the last event, if not given."),
)


also = click.option("--also", type=EXISTING, multiple=True, metavar="FILE", help="Another version of the policy.")


class Flags(NamedTuple):
    """What the command line says of incidents."""

    scenarios: tuple[Path, ...]
    named: Callable[[str], bool]
    at: str | None
    tier: str | None
    options: tuple[str, ...]
    channel: str | None
    severity: str | None
    by: str | None
    events: tuple[str, ...]
    facts: tuple[str, ...]
    readings: tuple[str, ...]
    as_of: str | None

    @property
    def by_case(self) -> bool:
        """Whether each scenario gets a timeline of its own."""
        return bool(self.scenarios) and self.by == BY_CASE


def with_incident(function: Callable[..., int]) -> Callable[..., int]:
    """Give a command the options that describe incidents, and what they say as `flags`."""

    @wraps(function)
    def run(*args: Any, **values: Any) -> int:
        flags = Flags(**{name: values.pop(name) for name in Flags._fields})
        _check(flags)
        return function(*args, flags=flags, **values)

    for option in reversed(_OPTIONS):
        run = option(run)
    return run


def _check(flags: Flags) -> None:
    if not flags.scenarios:
        if flags.at is None:
            raise click.UsageError("no incident: name a scenario file, or say with --at when it was opened")
        if flags.named is not everything:
            raise click.UsageError("-k picks scenarios out of files: name a scenario file")
        return
    if flags.by is not None and flags.by != BY_CASE:
        raise click.UsageError("--by names a party only without scenario files; with them it is `--by case`")
    for name in ("at", "tier", "options", "channel", "severity", "events"):
        if getattr(flags, name):
            raise click.UsageError(f"--{name.removesuffix('s')} describes an incident: leave out the scenario files")


def incidents(session: Session, graphs: Sequence[Graph], flags: Flags) -> tuple[Governed, ...]:
    """The incidents of the command line, each with the version that governs it; mistakes end the command."""
    raw, mistakes = _from_flags(flags)
    if not flags.scenarios:
        return tuple(_said(session, raw, graphs, mistakes))
    as_of = outline(raw).as_of if raw.is_sound else None
    bound = _picked(load_bound(session, flags.scenarios, graphs, as_of), flags) if not mistakes else ()
    used = list({id(graph): graph for graph, _ in bound}.values()) or graphs[:1]
    said = {id(graph): _said(session, raw, (graph,), mistakes)[0].scenario for graph in used}
    return tuple(Governed(graph, _overlaid(scenario, said[id(graph)])) for graph, scenario in bound)


def _picked(bound: Sequence[Governed], flags: Flags) -> tuple[Governed, ...]:
    """The incidents that are asked for; none ends the command."""
    found = tuple(one for one in bound if is_asked_for(one.scenario, flags.named))
    if bound and not found:
        output.remark(f"nothing is answered: none of {counted(len(bound), 'scenario')} was asked for\n")
        raise click.exceptions.Exit(exits.FINDINGS)
    return found


def _said(
    session: Session, raw: RawFile, graphs: Sequence[Graph], mistakes: tuple[Diagnostic, ...]
) -> tuple[Governed, ...]:
    """The incident that flags alone describe; a mistake in it is one of the command line."""
    governed, more = bind_versions(raw, graphs)
    session.tell((*mistakes, *more))
    if not governed:
        raise click.exceptions.Exit(exits.USAGE)
    return tuple(Governed(graph, _cited(scenario, raw.source)) for graph, scenario in governed)


def _from_flags(flags: Flags) -> tuple[RawFile, tuple[Diagnostic, ...]]:
    """What flags say; on top of scenario files they bring facts, and no events."""
    one = {"--tier": flags.tier, "--channel": flags.channel, "--severity": flags.severity}
    one |= {"--at": _BEFORE if flags.scenarios else flags.at, "--by": None if flags.scenarios else flags.by}
    many = {"--option": flags.options, "--event": flags.events}
    settings = {"--set": flags.facts, "--reading": flags.readings}
    for option, given in settings.items():
        _check_settings(option, given)
    said = [Flag(option, value) for option, value in one.items() if value is not None]
    said += [Flag(option, value) for option, values in (many | settings).items() for value in values]
    return incident_of([*said, *((_as_of(flags.as_of),) if flags.as_of is not None else ())])


def chosen_readings(session: Session, graph: Graph, settings: Sequence[str]) -> Mapping[str, str]:
    """The readings that a repeated option `NAME=VALUE` gives; one that the policy does not have ends the command."""
    _check_settings("--reading", settings)
    raw, mistakes = incident_of([Flag("--at", _BEFORE), *(Flag("--reading", setting) for setting in settings)])
    bound, more = bind(raw, graph)
    session.tell((*mistakes, *more))
    if not bound:
        raise click.exceptions.Exit(exits.USAGE)
    return dict(bound[0].readings)


def _check_settings(option: str, settings: Iterable[str]) -> None:
    """Ends the command where a repeated option is not `NAME=VALUE`, or names something twice."""
    names: set[str] = set()
    for setting in settings:
        name, _, value = map(str.strip, setting.partition("="))
        if not name or not value:
            raise click.UsageError(f"{option} takes NAME=VALUE, not `{setting}`")
        if name in names:
            raise click.UsageError(f"{option} gives `{name}` twice")
        names.add(name)


def _as_of(text: str) -> Flag:
    """The instant up to which things are known; `now` is the only place where the time of the machine is read."""
    return Flag("--as-of", text, datetime.now(UTC).isoformat(timespec="seconds") if text == "now" else None)


def _overlaid(scenario: Scenario, said: Scenario) -> Scenario:
    """A scenario with the facts, readings and as-of instant of the command line in place of its own."""
    facts = [record for record in said.records if isinstance(record, FactRecord)]
    replaced = {record.fact for record in facts}
    kept = (record for record in scenario.records if not (isinstance(record, FactRecord) and record.fact in replaced))
    return scenario._replace(
        records=(*facts, *kept),
        readings=tuple(sorted({**dict(scenario.readings), **dict(said.readings)}.items())),
        as_of=scenario.as_of if said.as_of is None else said.as_of,
    )


def _cited(scenario: Scenario, source: Source) -> Scenario:
    """The scenario of flags with each record at the flag that says it, not at a line that nobody numbers."""

    def flag(record: Record) -> str:
        match record:
            case SeverityRecord(severity=severity):
                return f"--severity {severity}"
        return source.line(record.place.line)

    records = tuple(record._replace(place=Place(flag(record), 0, 0)) for record in scenario.records)
    return scenario._replace(records=records, place=Place(COMMAND_LINE, 0, 0))
