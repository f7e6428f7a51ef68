"""`sla fmt`: policies in their one form."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import click

from slalang.cli import exits, output
from slalang.cli.paths import Existing
from slalang.cli.progress import Progress
from slalang.cli.session import Session, with_session, worst
from slalang.files import find_files, read_file, rewrite_file, shown
from slalang.format import Result, formatted, says_the_same
from slalang.graph.alike import alike
from slalang.pipeline import graph_of_text
from slalang.report.difference import difference
from slalang.report.format.json import results_json
from slalang.report.format.text import results_text
from slalang.source import Source, decode

INPUT = Path("-")

_APOLOGY = (
    "sorry: formatted, `{}` would not say the same, so it is left as it was\n"
    "help: this is a bug of slalang: please report it with the file\n"
)


class _Paths(Existing):
    """Paths that exist, and `-`."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        return INPUT if str(value) == "-" else super().convert(value, param, ctx)


class Wanted(NamedTuple):
    """What a run is to do with what it finds."""

    check: bool
    diff: bool
    form: str

    @property
    def writes(self) -> bool:
        return not (self.check or self.diff)


@click.command("fmt")
@click.argument("paths", nargs=-1, type=_Paths(), metavar="[PATH]...")
@click.option("--check", is_flag=True, help="Write nothing; list what would change, and end with 1 if anything would.")
@click.option("--diff", is_flag=True, help="Write nothing; show what would change, and end with 1 if anything would.")
@click.option("--stdin-filename", "name", default="<stdin>", metavar="PATH", help="The path of what comes in by `-`.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print results.")
@with_session
def command(session: Session, paths: tuple[Path, ...], check: bool, diff: bool, name: str, form: str) -> int:
    """Write policies in their one form: files, all *.sla files below folders (by default this one), or `-`.

    \b
    sla fmt policies
    sla fmt --check .
    sla fmt --diff policies/isode.sla
    sla fmt - < policies/isode.sla
    """
    wanted = Wanted(check, diff, form)
    if INPUT in paths:
        return _input(session, wanted, paths, Path(name))
    found = find_files(paths or (Path(),), ".sla")
    results = []
    with Progress("files") as progress:
        for path in found.files:
            results.append(_result(session, path, write=wanted.writes))
            progress.tell(len(results), len(found.files))
    session.tell(found.diagnostics)
    return max(worst(found.diagnostics), _told(session, results, wanted))


def _input(session: Session, wanted: Wanted, paths: tuple[Path, ...], path: Path) -> int:
    """What comes in goes out in its one form; where it has none, nothing goes out."""
    if len(paths) > 1:
        raise click.UsageError("`-` stands alone: give it the text of one file")
    if wanted.writes and wanted.form == "json":
        raise click.UsageError("`-` prints the text itself: add `--check` or `--diff` for JSON")
    if sys.stdin is None:
        raise click.UsageError("`-` reads the standard input, which is closed")
    found = decode(sys.stdin.buffer.read(session.limits.file_bytes + 1), str(path), session.limits)
    result = _formatted(session, path, found) if isinstance(found, Source) else Result(str(path), "", None, found)
    if not wanted.writes:
        return _told(session, [result], wanted)
    if result.after is not None and not result.is_doubtful:
        output.answer_utf8(result.after)
    return _told_wrong(session, [result])


def _result(session: Session, path: Path, *, write: bool) -> Result:
    found = read_file(path, session.limits)
    if not isinstance(found, Source):
        return Result(shown(path), "", None, found)
    result = _formatted(session, path, found)
    if write and result.status == "changed" and result.after is not None:
        wrong = rewrite_file(path, found, result.after)
        return result._replace(after=None, diagnostics=(wrong,)) if wrong else result
    return result


def _formatted(session: Session, path: Path, source: Source) -> Result:
    after = formatted(source, session.limits)
    if not isinstance(after, str):
        return Result(source.name, source.text, None, after)
    doubtful = after != source.text and not _is_proven(session, path, source, after)
    return Result(source.name, source.text, after, is_doubtful=doubtful)


def _is_proven(session: Session, path: Path, before: Source, text: str) -> bool:
    """Whether a text says what the one before said, is in its one form, and compiles to the same graph if that did."""
    after = Source.of(before.name, text)
    if not says_the_same(before, after, session.limits) or formatted(after, session.limits) != text:
        return False
    graph, again = (graph_of_text(source, path, session.root, session.limits) for source in (before, after))
    return graph is None or (again is not None and alike(graph, again))


def _told(session: Session, results: Sequence[Result], wanted: Wanted) -> int:
    """Says what became of files, and gives the exit code for it."""
    code = _told_wrong(session, results)
    _answer(session, results, wanted)
    found = not results or (not wanted.writes and any(result.status == "changed" for result in results))
    return max(code, exits.FINDINGS if found else exits.ANSWERED)


def _told_wrong(session: Session, results: Sequence[Result]) -> int:
    wrong = [diagnostic for result in results for diagnostic in result.diagnostics]
    doubtful = [result.name for result in results if result.is_doubtful]
    session.tell(wrong)
    for name in doubtful:
        output.remark(_APOLOGY.format(name))
    return exits.BUG if doubtful else worst(wrong)


def _answer(session: Session, results: Sequence[Result], wanted: Wanted) -> None:
    if wanted.form == "json":
        output.answer_utf8(results_json(results, written=wanted.writes))
    elif not results:
        output.remark(
            "nothing to format: no policy (*.sla) was found\nhelp: name a file, or a folder that holds some\n"
        )
    elif wanted.diff:
        colour = session.is_coloured(on_terminal=output.answers_on_terminal())
        changed = [result for result in results if result.status == "changed"]
        for name, before, after, *_ in changed:
            output.answer_utf8(difference(before, after or "", name, colour=colour))
    else:
        output.answer(results_text(results, written=wanted.writes))
