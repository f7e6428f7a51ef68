"""`sla test --coverage`: what the scenarios of a run exercised, shown, written to files, and held to a least share."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import wraps
from pathlib import Path
from typing import Any, NamedTuple

import click

from slalang.cli import exits, output
from slalang.cli.session import Session
from slalang.files import replace_file, shown, why
from slalang.report.coverage.text import coverage_text, title_of
from slalang.source import Diagnostic, near
from slalang.testing import Tested
from slalang.testing.coverage import KINDS, Kind, PolicyCoverage

ENDINGS = (".html", ".json", ".lcov", ".txt")
_FLAGS: dict[str, Kind] = {f"{kind.removesuffix('s')}s": kind for kind in KINDS}


class Least(NamedTuple):
    """A share in percent that every policy must reach, of all kinds or of one."""

    kind: Kind | None
    percent: int


class Wanted(NamedTuple):
    """What a run is asked about its coverage."""

    is_shown: bool
    files: tuple[Path, ...]
    least: tuple[Least, ...]


def _files(ctx: click.Context, param: click.Parameter, paths: Sequence[Path]) -> tuple[Path, ...]:
    for path in paths:
        if path.suffix not in ENDINGS:
            raise click.BadParameter(f"`{path}` does not end in one of {', '.join(ENDINGS)}", ctx, param)
        if not path.parent.is_dir():
            raise click.BadParameter(f"there is no folder `{path.parent}`", ctx, param)
    return tuple(paths)


def _least(ctx: click.Context, param: click.Parameter, settings: Sequence[str]) -> tuple[Least, ...]:
    return tuple(_one_least(ctx, param, setting) for setting in settings)


def _one_least(ctx: click.Context, param: click.Parameter, setting: str) -> Least:
    name, _, number = setting.rpartition("=")
    if not number.isdecimal() or int(number) > 100:
        raise click.BadParameter(f"`{setting}` is not a whole number up to 100, or KIND=NUMBER", ctx, param)
    if name and name not in _FLAGS:
        meant = near(name, _FLAGS)
        hint = f"did you mean `{meant}`?" if meant else f"write one of {', '.join(_FLAGS)}"
        raise click.BadParameter(f"there is no kind `{name}`; {hint}", ctx, param)
    return Least(_FLAGS[name] if name else None, int(number))


_OPTIONS = (
    click.option("--coverage", "is_shown", is_flag=True, help="Show what the scenarios exercise, and what they don't."),
    click.option(
        "--coverage-file", type=click.Path(dir_okay=False, path_type=Path), multiple=True, metavar="PATH",
        callback=_files, help="Write that to a file: .html, .json, .lcov or .txt; several times, if you like.",
    ),
    click.option(
        "--fail-under", multiple=True, metavar="[KIND=]N", callback=_least,
        help="Fail if less than N percent of a policy is exercised, of all or of a kind, as in rules=100.",
    ),
)  # fmt: skip


def with_coverage(function: Callable[..., int]) -> Callable[..., int]:
    """Give a command the options about coverage, as one argument `coverage`."""

    @wraps(function)
    def run(*args: Any, is_shown: bool, coverage_file: Any, fail_under: Any, **rest: Any) -> int:
        return function(*args, coverage=Wanted(is_shown, coverage_file, fail_under), **rest)

    for option in reversed(_OPTIONS):
        run = option(run)
    return run


def tell_coverage(session: Session, wanted: Wanted, tested: Iterable[Tested], *, beside: bool = False) -> int:
    """Show and write the coverage of a run as it was asked for; the exit code that this asks for.

    `beside`: the standard output is for a program, so that people are told on the standard error.
    """
    if not any(wanted):
        return exits.ANSWERED
    from slalang.testing.coverage.measure import coverage

    found = coverage(tested)
    if wanted.is_shown and found:
        (output.remark if beside else output.answer)(coverage_text(found, width=output.width()))
    for path in wanted.files:
        _write(session, path, found)
    short = list(_short(wanted.least, found))
    output.remark("".join(f"{line}\n" for line in short))
    return exits.FINDINGS if short else exits.ANSWERED


def _write(session: Session, path: Path, found: Sequence[PolicyCoverage]) -> None:
    try:
        replace_file(path, _as(path.suffix, found))
    except OSError as error:
        session.insist((Diagnostic("SLA518", f"`{shown(path)}` can't be written: {why(error)}"),))


def _as(ending: str, found: Sequence[PolicyCoverage]) -> str:
    """The text of a format; each is loaded only where it is asked for."""
    match ending:
        case ".html":
            from slalang.report.coverage.html import coverage_html

            return coverage_html(found)
        case ".json":
            from slalang.report.coverage.json import coverage_json

            return coverage_json(found)
        case ".lcov":
            from slalang.report.coverage.lcov import coverage_lcov

            return coverage_lcov(found)
    return coverage_text(found)


def _short(least: Sequence[Least], found: Sequence[PolicyCoverage]) -> Iterator[str]:
    """Where a policy falls short; shares are rounded down."""
    for policy in found:
        for kind, percent in least:
            share = policy.share(*([kind] if kind else []))
            if share.percent < percent:
                what = KINDS[kind] if kind else "all that there is"
                yield f"{title_of(policy)}: {share.percent}% of {what} exercised, where {percent}% is asked for"
