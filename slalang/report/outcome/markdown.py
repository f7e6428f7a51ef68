"""Outcomes as Markdown: a table of what is due, and lists of the rest."""

from collections.abc import Iterator, Sequence

from slalang.outcome.model import Outcome
from slalang.report.outcome import summary
from slalang.report.outcome.alternatives import leads_to
from slalang.report.outcome.timeline import Entry, owed_no_more, promised, standing, timeline, what, when
from slalang.report.words import listed

_SPECIAL = str.maketrans({character: f"\\{character}" for character in "\\`*_[]<>|#"})


def outcomes_markdown(outcomes: Sequence[Outcome], *, by_case: bool = False) -> str:
    """The Markdown of outcomes: one table for all of them, or `by_case` one each."""
    shown = tuple(map(summary.overview, outcomes))
    together = len(shown) > 1 and not by_case
    lines = [*_table(timeline(shown), cases=True), *_over(shown, cases=True)] if together else []
    for outcome in shown:
        lines += _case(outcome, with_table=not together)
    return "\n".join(lines).strip("\n") + "\n"


def _case(outcome: Outcome, *, with_table: bool) -> Iterator[str]:
    yield from ("", f"## {_escape(outcome.scenario)}", "")
    yield _escape(f"Under {summary.under(outcome)}. " + ". ".join(summary.incident(outcome)) + ".")
    if with_table:
        yield from ("", *_table(timeline((outcome,)), cases=False), *_over((outcome,), cases=False))
    yield from _list("As the contract is read", list(_by_reading(outcome)))
    yield from _list("Open questions", list(_questions(summary.in_doubt(outcome))))
    yield from _list("Escalations", list(_escalations(outcome)))
    for heading, kind in (("Duties", "duty"), ("Entitlements", "entitlement"), ("Closure", "closure")):
        yield from _list(heading, [_sentence(*promise) for promise in summary.promises(outcome, kind)])
    yield from _list("Not promised", [f"{subject}: {why}" for subject, why in summary.without_promise(outcome)])
    yield from _list("May apply", list(_questions(summary.may_apply(outcome))))
    yield from _list("Read as", [f"{name}: {meaning}" for name, meaning in summary.readings(outcome).items()])
    yield from _list("Remarks", list(outcome.remarks))


def _table(entries: Sequence[Entry], *, cases: bool) -> Iterator[str]:
    headings = ("Due", *(("Scenario",) if cases else ()), "What", "Who owes it", "Force", "Target", "Status")
    yield _row(headings)
    yield _row(("---",) * len(headings))
    for entry in entries:
        yield _row(tuple(_escape(cell) for cell in _cells(entry, cases)))


def _over(outcomes: Sequence[Outcome], *, cases: bool) -> Iterator[str]:
    if entries := owed_no_more(outcomes):
        yield from ("", "### Owed no more", "", *_table(entries, cases=cases))


def _cells(entry: Entry, cases: bool) -> Iterator[str]:
    outcome, obligation, _ = entry
    yield when(obligation, outcome.zone)
    if cases:
        yield outcome.scenario
    yield what(obligation)
    yield listed(obligation.owed_by)
    yield obligation.force or ""
    yield promised(obligation)
    yield standing(obligation, outcome.zone)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _list(heading: str, items: Sequence[str]) -> Iterator[str]:
    if items:
        yield from ("", f"### {heading}", "", *(f"- {_escape(item)}" for item in items))


def _sentence(who: str, texts: Sequence[str], alternatives: Sequence[str]) -> str:
    return f"{who}: {'; '.join(texts)}{_in_brackets(alternatives)}"


def _by_reading(outcome: Outcome) -> Iterator[str]:
    """What each reading leads to, where all were asked for."""
    for _, obligation, _ in timeline((outcome,)):
        for found in leads_to(obligation, outcome.zone):
            yield f"{what(obligation)}: {found}"


def _escalations(outcome: Outcome) -> Iterator[str]:
    for at, words, alternatives in summary.escalations(outcome):
        yield f"{at}: {words}{_in_brackets(alternatives)}"


def _questions(found: Iterator[tuple[str, str, list[str]]]) -> Iterator[str]:
    for subject, doubt, alternatives in found:
        yield f"{subject}: {doubt}{_in_brackets(alternatives)}"


def _in_brackets(alternatives: Sequence[str]) -> str:
    return f" ({'; '.join(alternatives)})" if alternatives else ""


def _escape(text: str) -> str:
    return text.translate(_SPECIAL)
