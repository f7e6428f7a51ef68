"""`sla test`: the scenarios below some folders, run and compared with what they expect."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import monotonic

import click

from slalang.cli import exits, output
from slalang.cli.loading import load
from slalang.cli.paths import EXISTING
from slalang.cli.session import Session, with_session, worst
from slalang.graph import Graph
from slalang.outcome.calendars import Calendars, calendars_of
from slalang.outcome.model import Outcome
from slalang.pipeline import Versions, evaluate, policies_of, read_raw, versions
from slalang.report.testing.text import run_text
from slalang.scenario import Scenario
from slalang.source import Diagnostic
from slalang.testing import Ready, Tested, find_scenarios, run
from slalang.versions import bind_versions

SLOW = 1.0
"""The seconds after which a run on a terminal shows how far it is."""


@click.command("test")
@click.argument("paths", nargs=-1, type=EXISTING, metavar="[PATH]...")
@click.option("--policy", type=EXISTING, help="The policy of all scenarios, in place of those that they name.")
@with_session
def command(session: Session, paths: tuple[Path, ...], policy: Path | None) -> int:
    """Run the scenarios (*.scenario.yaml) below some folders, by default this one, and show every difference.

    \b
    sla test policies
    sla test policies/scenarios/isode/holidays.scenario.yaml
    """
    workshop = _Workshop(session, policy)
    report = run(find_scenarios(paths or (Path(),)), workshop.ready, workshop.evaluate, _progress())
    session.tell(report.diagnostics)
    output.answer(run_text(report, width=output.width()))
    if not report.tested:
        output.remark("nothing was tested: no scenario with `expect:` or `working:` was found\n")
    failed = report.failed or not report.tested
    return max(worst(report.diagnostics), exits.FINDINGS if failed else exits.ANSWERED)


class _Workshop:
    """Loads each policy once, and keeps its calendars, which grow from scenario to scenario."""

    def __init__(self, session: Session, policy: Path | None) -> None:
        self._session, self._policy = session, policy
        self._loaded: dict[tuple[Path, ...], Versions] = {}
        self._calendars: dict[int, Calendars] = {}

    def ready(self, path: Path) -> Ready:
        """A scenario file with the graph of its policy."""
        raw, mistakes = read_raw(path, self._session.limits)
        if raw is None:
            return Ready((), mistakes)
        found = policies_of(raw, path) if self._policy is None else (self._policy,)
        if isinstance(found, Diagnostic):
            return Ready((), (*mistakes, found))
        graphs, more = self._versions(found)
        if not graphs:
            return Ready((), (*mistakes, *more))
        governed, others = bind_versions(raw, graphs)
        return Ready(governed, (*mistakes, *more, *others))

    def evaluate(self, graph: Graph, scenario: Scenario) -> Outcome:
        calendars = self._calendars.setdefault(id(graph), calendars_of(graph))
        return evaluate(graph, scenario, calendars=calendars)

    def _versions(self, paths: tuple[Path, ...]) -> Versions:
        key = tuple(path.resolve() for path in paths)
        if key not in self._loaded:
            self._loaded[key] = versions(paths, partial(load, self._session, kept=len(paths) == 1))
        return self._loaded[key]


def _progress() -> Callable[[Tested], None] | None:
    """On a terminal, and once a run is slow: how many scenarios are done."""
    if not output.on_terminal():
        return None
    began, done = monotonic(), [0]

    def tell(_: Tested) -> None:
        done[0] += 1
        if monotonic() - began > SLOW:
            output.remark(f"\r{done[0]} scenarios done\r")

    return tell
