"""Test runs as text: each difference with the derivation of what was found, and a last line that says it all."""

from collections.abc import Iterator

from slalang.outcome.model import Reason
from slalang.report.layout import paragraph
from slalang.report.outcome.explain import reasons
from slalang.report.visible import all_visible
from slalang.report.words import counted, line_of
from slalang.testing import Failure, Report

_MOST_REASONS = 40


def run_text(report: Report, *, width: int = 100) -> str:
    """The text of a run: its failures, and a line such as `75 passed, 0 failed in 0.8 s`."""
    return "\n".join([*(failure_text(failure, width) for failure in report.failures), ending(report)]) + "\n"


def failure_text(failure: Failure, width: int = 100) -> str:
    """What was expected and found, and the beginning of the derivation of that."""
    return "\n".join(_failure(all_visible(failure), width)) + "\n"


def ending(report: Report) -> str:
    """The last line; tenths of a second are rounded up, so that no run takes no time."""
    tenths = -(-report.took // 100_000)
    others = "".join(
        (
            f", {counted(report.untested, 'scenario')} without expectation" if report.untested else "",
            f", {report.deselected} not asked for" if report.deselected else "",
            f", {report.not_run} not run" if report.not_run else "",
        )
    )
    return f"{report.passed} passed, {report.failed} failed{others} in {tenths // 10}.{tenths % 10} s"


def _failure(failure: Failure, width: int) -> Iterator[str]:
    yield paragraph(f"failed: {failure.scenario}", width)
    yield paragraph(f"{line_of(failure.place)}: {failure.what}", width, 2)
    yield paragraph(f"expected  {failure.expected}", width, 4, 10)
    yield paragraph(f"found     {failure.found}", width, 4, 10)
    if failure.why is not None:
        yield "    since"
        yield from derivation(failure.why, width, 4)


def derivation(why: Reason, width: int = 100, indent: int = 0) -> Iterator[str]:
    """The first lines of an argument, and how many more there are."""
    lines = list(reasons(why, width, indent))
    shown = lines if len(lines) <= _MOST_REASONS + 1 else lines[:_MOST_REASONS]
    yield from shown
    if len(lines) > len(shown):
        yield f"{' ' * indent}and {len(lines) - len(shown)} lines more: `sla explain` gives the whole argument"
