"""`sla lock`: the public holidays that policies use, written down."""

import re
from pathlib import Path

import click

from slalang.cli import exits, output
from slalang.cli.loading import load
from slalang.cli.paths import EXISTING
from slalang.cli.session import Session, with_session
from slalang.files import find_root, is_missing, read_file, replace_file, shown, why
from slalang.graph import Graph
from slalang.pipeline import LOCK, Loaded
from slalang.policy.lock import (
    Lock,
    differences,
    lacking,
    lock_text,
    make_lock,
    read_lock,
    refreshed,
    remarks,
    year_words,
)
from slalang.report.words import counted
from slalang.source import Diagnostic, Source
from slalang.source.pointing import Locate, in_sources

_YEARS = re.compile(r"(\d{4})(?:\.\.(\d{4}))?")


def _years(ctx: click.Context, param: click.Parameter, text: str | None) -> range | None:
    if text is None:
        return None
    found = _YEARS.fullmatch(text)
    if not found or int(found[2] or found[1]) < int(found[1]):
        raise click.BadParameter(f"`{text}` is no year or range of years such as 2025..2028", ctx, param)
    return range(int(found[1]), int(found[2] or found[1]) + 1)


@click.command("lock")
@click.argument("policies", nargs=-1, required=True, type=EXISTING, metavar="POLICY...")
@click.option("--years", callback=_years, metavar="2025..2028", help="Years to pin, besides those in force.")
@click.option("--check", is_flag=True, help="Write nothing; fail if the library says otherwise, or a set is lacking.")
@with_session
def command(session: Session, policies: tuple[Path, ...], years: range | None, check: bool) -> int:
    """Pin the public holidays that policies use, in `sla.lock` at their root: name all policies of the root.

    \b
    sla lock policies/isode.sla --years 2025..2028
    sla lock --check policies/*.sla
    """
    target = _target(session, policies)
    if check:
        return _check(session, target, policies, years)
    return _write(session, target, [load(session, path, "ignored") for path in policies], years)


def _target(session: Session, policies: tuple[Path, ...]) -> Path:
    roots = {(session.root or find_root(path)).resolve() for path in policies}
    if len(roots) > 1:
        raise click.UsageError(f"these policies have {len(roots)} roots, each with a lock of its own: lock them apart")
    return roots.pop() / LOCK


def _write(session: Session, target: Path, policies: list[Loaded], years: range | None) -> int:
    session.insist([found for loaded in policies for found in loaded.diagnostics])
    graphs = _graphs(policies)
    lock = make_lock(graphs, years, _locate(policies))
    if not isinstance(lock, Lock):
        session.insist(lock)
        return exits.INVALID
    if not lock.sets:
        output.answer("there is nothing to pin: no calendar uses public holidays\n")
        return exits.ANSWERED
    try:
        replace_file(target, lock_text(lock))
    except OSError as error:
        session.insist((Diagnostic("SLA518", f"`{shown(target)}` can't be written: {why(error)}"),))
    days = sum(len(pinned.dates) for pinned in lock.sets)
    known = sorted({year for pinned in lock.sets for year in pinned.years})
    of = f"{counted(len(lock.sets), 'set')} for {year_words(range(known[0], known[-1] + 1))}"
    output.answer(f"{shown(target)} pins {counted(days, 'holiday')} of {of}\n")
    _remark(graphs, lock, years)
    return exits.ANSWERED


def _graphs(policies: list[Loaded]) -> list[Graph]:
    return [loaded.graph for loaded in policies if loaded.graph]


def _locate(policies: list[Loaded]) -> Locate:
    return in_sources({source.name: source for loaded in policies for source in loaded.sources})


def _remark(graphs: list[Graph], lock: Lock, years: range | None) -> None:
    for remark in remarks(graphs, lock, years):
        output.answer(f"{remark}\n")


def _check(session: Session, target: Path, policies: tuple[Path, ...], years: range | None) -> int:
    if is_missing(target):
        session.insist((Diagnostic("SLA556", f"there is no `{shown(target)}`", help="run `sla lock`"),))
    found = read_file(target, session.limits)
    held = read_lock(found.text, found.name) if isinstance(found, Source) else found
    if not isinstance(held, Lock):
        session.insist(held)
        return exits.INVALID
    changed = differences(held, refreshed(held))
    for difference in changed:
        output.answer(f"{difference}\n")
    pinned = [load(session, path, "required") for path in policies]
    session.insist([found for loaded in pinned for found in loaded.diagnostics])
    graphs, locate = _graphs(pinned), _locate(pinned)
    session.insist([error for graph in graphs for error in lacking(graph, held, years, locate)])
    if not changed:
        output.answer(f"{shown(target)} says what the installed library says\n")
        _remark(graphs, held, years)
    return exits.FINDINGS if changed else exits.ANSWERED
