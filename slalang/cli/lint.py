"""`sla lint`: what a careful reader finds in policies."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from slalang.cli import exits, output
from slalang.cli.forms import findings_options, tell_findings
from slalang.cli.mending import diff_of, write
from slalang.cli.paths import EXISTING
from slalang.cli.progress import Progress
from slalang.cli.session import Session, with_session, worst
from slalang.files import find_files
from slalang.report.findings.described import of_rules
from slalang.report.words import counted
from slalang.source import CODES, Diagnostic, Severity

if TYPE_CHECKING:
    from slalang.lint.survey import Survey
    from slalang.lint.wanted import Wish


class Asked(NamedTuple):
    """What a run was asked for."""

    session: Session
    files: Sequence[Path]
    unread: tuple[Diagnostic, ...]
    """What is wrong with folders among them."""
    wish: "Wish"
    form: str
    fail_level: Severity


def _words(_: click.Context, __: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for each in value for word in each.split(",") if word)


@click.command("lint")
@click.argument("paths", nargs=-1, type=EXISTING, metavar="[PATH]...")
@click.option("--select", multiple=True, callback=_words, metavar="RULE,...", help="Ask these rules or groups only.")
@click.option("--ignore", multiple=True, callback=_words, metavar="RULE,...", help="Don't ask these rules or groups.")
@click.option("--profile", type=click.Choice(["contract", "strict", "migrate"]), help="Ask the groups of a profile.")
@click.option("--fix", is_flag=True, help="Mend what can be mended without changing an answer.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option("--unsafe-fixes", "unsafe", is_flag=True, help="With these two: mend also what may change answers.")
@click.option(
    "-j", "--jobs", type=click.IntRange(1), metavar="N", help="Look at N at a time; by default as many as pay."
)
@findings_options
@with_session
def command(
    session: Session,
    paths: tuple[Path, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    profile: str | None,
    fix: bool,
    diff: bool,
    unsafe: bool,
    jobs: int | None,
    form: str,
    fail_level: Severity,
) -> int:
    """Say what two parties will argue about, and what is probably a slip, in policies that are valid.

    \b
    sla lint policies
    sla lint --select contract,SLA777 policies/isode.sla
    sla lint --diff policies
    """
    from slalang.lint.wanted import Wish

    if unsafe and not (fix or diff):
        raise click.UsageError("`--unsafe-fixes` goes with `--fix` or `--diff`")
    if diff and form != "text":
        raise click.UsageError("`--diff` prints a difference, for people and for `patch`: leave `--format` out")
    _insist_on_rules((*select, *ignore))
    found = find_files(paths or (Path(),), ".sla")
    if not (found.files or found.diagnostics):
        return _none(session, paths or (Path(),), form)
    asked = Asked(session, *found, Wish(select, ignore, profile), form, fail_level)
    return _mend(asked, unsafe=unsafe, diff=diff) if fix or diff else _tell(asked, _look(asked, jobs=jobs))


def _none(session: Session, paths: Iterable[Path], form: str) -> int:
    """Says that there is no policy below some folders; programs get a report without findings."""
    where = " and ".join(f"`{path}`" for path in paths)
    help = "name a file, or a folder that holds some; `sla init FOLDER` writes a first one"
    output.remark(f"nothing was looked at: there is no policy (`*.sla`) below {where}\nhelp: {help}\n")
    if form != "text":
        tell_findings(session, (), form, command="lint")
    return exits.FINDINGS


def _insist_on_rules(words: Iterable[str]) -> None:
    from slalang.lint.custom import custom_rules
    from slalang.lint.known import built_in
    from slalang.lint.select import unknown

    for word, help in unknown(words, (*built_in(), *custom_rules().rules)):
        raise click.UsageError(f"no rule or group is called `{word}`; {help}")


def _look(asked: Asked, texts: Mapping[str, str] = {}, jobs: int | None = 1) -> "Survey":
    from slalang.lint.load import Settings
    from slalang.lint.look import fitting_jobs
    from slalang.lint.survey import survey

    session = asked.session
    settings = Settings(session.root, session.limits, "required" if session.locked else "if there")
    count = len(asked.files)
    with Progress("files") as progress:
        passed = partial(progress.tell, of=count)
        found = survey(asked.files, asked.wish, settings, texts, passed, jobs or fitting_jobs(count))
    return found._replace(mistakes=(*asked.unread, *found.mistakes))


def _mend(asked: Asked, *, unsafe: bool, diff: bool) -> int:
    from slalang.format import formatted
    from slalang.lint.repair import repaired

    form = partial(formatted, limits=asked.session.limits)
    done = repaired(_look(asked), lambda texts: _look(asked, texts), form, unsafe=unsafe)
    if diff:
        colour = asked.session.is_coloured(on_terminal=output.answers_on_terminal())
        output.answer(diff_of(done, colour=colour))
        asked.session.tell((*done.left.mistakes, *done.refused))
        return max(worst(done.left.mistakes), exits.FINDINGS if done.texts else exits.ANSWERED)
    unwritten = write(done)
    if asked.form == "text" and done.mended and not unwritten:
        output.answer(f"mended {counted(done.mended, 'finding')} in {counted(len(done.texts), 'file')}\n")
    left = done.left._replace(mistakes=(*done.left.mistakes, *unwritten), findings=(*done.left.findings, *done.refused))
    return _tell(asked, left)


def _tell(asked: Asked, survey: "Survey") -> int:
    from slalang.lint.custom import custom_rules
    from slalang.lint.known import built_in

    found = (*survey.mistakes, *survey.findings)
    describe = of_rules((*built_in(), *custom_rules().rules))
    tell_findings(asked.session, found, asked.form, command="lint", describe=describe)
    if asked.form == "text":
        output.remark(_statistics(survey)) if found else output.answer(_nothing(asked, survey))
    failing = any(_weighs(one, asked.fail_level) for one in survey.findings)
    return max(worst(survey.mistakes), exits.FINDINGS if failing else exits.ANSWERED)


def _weighs(found: Diagnostic, level: Severity) -> bool:
    order = ("note", "warning", "error")
    return order.index(found.severity) >= order.index(level)


def _nothing(asked: Asked, survey: "Survey") -> str:
    return f"nothing to find fault with in {counted(len(asked.files), 'file')}{_ignored(survey)}\n"


def _statistics(survey: "Survey") -> str:
    """How much was found, and how much of it could be mended."""
    from slalang.lint.repair import mendable

    found = (*survey.mistakes, *survey.findings)
    files = {one.location.source.name for one in found if one.location}
    levels = [(level, sum(one.severity == level for one in found)) for level in ("error", "warning", "note")]
    parts = ", ".join(counted(number, level) for level, number in levels if number)
    lines = [f"{parts} in {counted(len(files), 'file')}{_ignored(survey)}"]
    lines += _could_be_mended(*mendable(survey))
    if rules := [one.code for one in survey.findings if one.code not in CODES]:
        lines.append(f"`sla explain-rule {rules[0]}` says more")
    return "\n" + "".join(f"{line}\n" for line in lines)


def _could_be_mended(safe: int, unsafe: int, later: int) -> Iterator[str]:
    if safe:
        yield f"`--fix` mends {safe}" + (f", with `--unsafe-fixes` {safe + unsafe}" if unsafe else "")
    elif unsafe:
        yield f"`--fix --unsafe-fixes` mends {unsafe}, which may change answers"
    if later:
        yield f"{later} more can be mended once their files compile, or are named"


def _ignored(survey: "Survey") -> str:
    return f"; {survey.ignored} ignored" if survey.ignored else ""
