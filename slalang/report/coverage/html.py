"""Coverage as one page of HTML that needs nothing else: what is exercised and by whom, and the hours of the week."""

from collections.abc import Iterator, Sequence
from html import escape
from importlib.resources import files
from itertools import groupby

from slalang.report.coverage.text import title_of
from slalang.report.coverage.week import headings, is_empty, legend, week_table
from slalang.report.visible import all_visible
from slalang.report.words import cited, counted, line_of, listed
from slalang.testing.coverage import KINDS, Covered, PolicyCoverage, Share
from slalang.testing.coverage.model import ScenarioName

_HEAD = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Coverage of policies by scenarios</title>
<style>
"""


def coverage_html(found: Sequence[PolicyCoverage]) -> str:
    """The page of a run."""
    style = files("slalang.report.coverage").joinpath("style.css").read_text("utf-8")
    lines = (_HEAD + style + "</style>", "</head>", "<body>", *_body(all_visible(tuple(found))), "</body>", "</html>")
    return "".join(f"{line}\n" for line in lines)


def _body(found: Sequence[PolicyCoverage]) -> Iterator[str]:
    yield "<h1>Coverage of policies by scenarios</h1>"
    yield "<nav><ul>"
    for number, policy in enumerate(found):
        yield f'<li><a href="#policy-{number}">{escape(title_of(policy))}</a>: {policy.share().percent}%</li>'
    yield "</ul></nav>"
    yield from legend()
    for number, policy in enumerate(found):
        yield f'<section id="policy-{number}">'
        yield f"<h2>{escape(title_of(policy))}</h2>"
        yield from _shares(policy)
        yield from _weeks(policy)
        yield from _kinds(policy)
        yield "</section>"


def _shares(policy: PolicyCoverage) -> Iterator[str]:
    yield f'<table class="shares"><caption>Exercised by {counted(len(policy.scenarios), "scenario")}</caption>'
    yield headings("Kind", "Exercised", "Of", "%")
    for kind, several in KINDS.items():
        if policy.of(kind):
            yield _share(several, policy.share(kind))
    yield _share("in all", policy.share())
    yield "</table>"


def _share(name: str, share: Share) -> str:
    numbers = "".join(f'<td class="number">{number}</td>' for number in (*share, share.percent))
    return f'{_row(is_missing=share.covered < share.total)}<th scope="row">{escape(name)}</th>{numbers}</tr>'


def _weeks(policy: PolicyCoverage) -> Iterator[str]:
    yield "<h3>The week, by severity</h3>"
    for severity, hours in policy.weeks:
        if not is_empty(hours):
            yield from week_table(severity, hours)
    if empty := [severity for severity, hours in policy.weeks if is_empty(hours)]:
        yield f"<p>{escape(listed(empty))}: no clock ran, and no hour is known in which incidents can be covered.</p>"


def _kinds(policy: PolicyCoverage) -> Iterator[str]:
    for kind, several in KINDS.items():
        found = policy.of(kind)
        missing = sum(not one.scenarios for one in found)
        if found:
            yield "<details open>" if missing else "<details>"
            yield f"<summary>{several}: {missing} of {len(found)} not exercised</summary>"
            yield '<div class="scroll"><table class="items">'
            yield headings("Name", "Place", "Clause", "Exercised by")
            yield from map(_item, sorted(found, key=lambda one: bool(one.scenarios)))
            yield "</table></div></details>"


def _item(one: Covered) -> str:
    item, scenarios = one
    place = f"<code>{escape(line_of(item.place))}</code>"
    by = _scenarios(scenarios) if scenarios else "not exercised"
    told = "".join(f"<td>{cell}</td>" for cell in (place, escape(cited(item.clauses)), by))
    return f'{_row(is_missing=not scenarios)}<th scope="row">{escape(item.name)}</th>{told}</tr>'


def _row(*, is_missing: bool) -> str:
    return '<tr class="missing">' if is_missing else "<tr>"


def _scenarios(found: Sequence[ScenarioName]) -> str:
    """Their names, below that of their file, since there are many of a file."""
    by_file = "".join(_of_file(file, some) for file, some in groupby(found, key=lambda one: one.file))
    return f"<details><summary>{counted(len(found), 'scenario')}</summary>{by_file}</details>"


def _of_file(file: str, found: Iterator[ScenarioName]) -> str:
    names = "".join(f"<li>{escape(one.name)}</li>" for one in found)
    return f"<code>{escape(file)}</code><ul>{names}</ul>"
