"""Outcomes as plain text: the timeline first, then everything else that a reader must know."""

from collections.abc import Iterator, Sequence

from slalang.outcome.model import Outcome
from slalang.report.layout import paragraph, section
from slalang.report.outcome import summary
from slalang.report.outcome.alternatives import leads_to
from slalang.report.outcome.picture import picture
from slalang.report.outcome.timeline import Entry, owed, owed_no_more, standing, timeline, what, when


def outcomes_text(
    outcomes: Sequence[Outcome], *, width: int = 80, by_case: bool = False, drawn: bool = True, ascii: bool = False
) -> str:
    """The text of outcomes: one list for all, or `by_case` a timeline for each; `drawn` adds a picture to each."""
    shown = tuple(map(summary.overview, outcomes))
    if by_case or len(shown) == 1:
        blocks = ["\n".join(_case(outcome, width, drawn, ascii)) for outcome in shown]
    else:
        blocks = ["\n".join(_together(shown, width))]
    return "\n\n\n".join(blocks) + "\n"


def _case(outcome: Outcome, width: int, drawn: bool, ascii: bool) -> Iterator[str]:
    yield from _head(outcome, width)
    yield from section("Due", _entries(timeline((outcome,)), width))
    yield from section("Owed no more", _entries(owed_no_more((outcome,)), width))
    yield from section("Open questions", _questions(summary.in_doubt(outcome), width))
    yield from _rest(outcome, width)
    if drawn:
        yield from section("Picture", picture(outcome, width, ascii=ascii))


def _head(outcome: Outcome, width: int) -> Iterator[str]:
    yield paragraph(f"{outcome.scenario}, under {summary.under(outcome)}", width)
    for line in summary.incident(outcome):
        yield paragraph(line, width)


def _together(outcomes: Sequence[Outcome], width: int) -> Iterator[str]:
    yield f"{len(outcomes)} scenarios"
    yield from section("Due, what is late first", _entries(timeline(outcomes), width, cases=True))
    yield from section("Owed no more", _entries(owed_no_more(outcomes), width, cases=True))
    shared = [remark for remark in outcomes[0].remarks if all(remark in other.remarks for other in outcomes)]
    for outcome in outcomes:
        outcome = outcome._replace(remarks=tuple(remark for remark in outcome.remarks if remark not in shared))
        rest = [*section("Open questions", _questions(summary.in_doubt(outcome), width)), *_rest(outcome, width)]
        if rest:
            yield ""
            yield from _head(outcome, width)
            yield from rest
    yield from section("Remarks on all", (paragraph(remark, width, 2) for remark in shared))


def _entries(entries: Sequence[Entry], width: int, cases: bool = False) -> Iterator[str]:
    for outcome, obligation, _ in entries:
        yield paragraph(f"{when(obligation, outcome.zone)}  {what(obligation)}", width, 2)
        if cases:
            yield paragraph(outcome.scenario, width, 6)
        yield paragraph(owed(obligation), width, 6)
        yield paragraph(standing(obligation, outcome.zone), width, 6)
        for found in leads_to(obligation, outcome.zone):
            yield paragraph(found, width, 8)


def _rest(outcome: Outcome, width: int) -> Iterator[str]:
    yield from section("Escalations", _escalations(outcome, width))
    for heading, kind in (("Duties", "duty"), ("Entitlements", "entitlement"), ("Closure", "closure")):
        yield from section(heading, _promises(outcome, kind, width))
    yield from section("Not promised", _pairs(summary.without_promise(outcome), width))
    yield from section("May apply", _questions(summary.may_apply(outcome), width))
    yield from section("Read as", _readings(outcome, width))
    yield from section("Remarks", (paragraph(remark, width, 2) for remark in outcome.remarks))


def _escalations(outcome: Outcome, width: int) -> Iterator[str]:
    for at, words, alternatives in summary.escalations(outcome):
        yield paragraph(at, width, 2)
        yield paragraph(words, width, 6)
        for found in alternatives:
            yield paragraph(found, width, 8)


def _pairs(pairs: Iterator[tuple[str, str]] | list[tuple[str, str]], width: int) -> Iterator[str]:
    for first, second in pairs:
        yield paragraph(first, width, 2)
        yield paragraph(second, width, 6)


def _promises(outcome: Outcome, kind: str, width: int) -> Iterator[str]:
    for who, texts, alternatives in summary.promises(outcome, kind):
        yield paragraph(who, width, 2)
        for text in texts:
            yield paragraph(text, width, 6)
        for found in alternatives:
            yield paragraph(found, width, 8)


def _questions(found: Iterator[tuple[str, str, list[str]]], width: int) -> Iterator[str]:
    for subject, doubt, alternatives in found:
        yield paragraph(subject, width, 2)
        yield paragraph(doubt, width, 6)
        for leads in alternatives:
            yield paragraph(leads, width, 8)


def _readings(outcome: Outcome, width: int) -> Iterator[str]:
    for reading, meaning in summary.readings(outcome).items():
        yield paragraph(f"{reading}: {meaning}", width, 2)
