"""The severity of an incident over time, as an outcome shows it."""

from __future__ import annotations

from slalang.calendar import CalendarError
from slalang.graph.rules import Severities
from slalang.outcome.asking.explore import explore
from slalang.outcome.asking.unsettled import Missing, Unsettled
from slalang.outcome.asking.view import View
from slalang.outcome.decisions.classification import classified
from slalang.outcome.decisions.severity import history, severity_at
from slalang.outcome.model import Reason, SeverityPiece


def severity_pieces(view: View) -> tuple[SeverityPiece, ...]:
    """Each stretch of one severity from the opening on, with why; None where it is not known."""
    if view.graph.one(Severities) is None or view.case.opened is None:
        return ()
    found: list[SeverityPiece] = []
    for start in view.case.cuts:
        piece = _piece(view, start)
        if found and found[-1].severity == piece.severity and found[-1].text == piece.text:
            continue
        if found:
            found[-1] = found[-1]._replace(end=start)
        found.append(piece)
    return tuple(found)


def _piece(view: View, start: int) -> SeverityPiece:
    explored = explore(view, lambda under: _known(under, start))
    names = {leaf.found[0] if leaf.found is not None else None for leaf in explored.leaves}
    first = explored.leaves[0].found if explored.leaves else None
    if explored.complete and len(names) == 1 and first is not None:
        name, why = first
        return SeverityPiece(start, None, name, why.text if name else f"unknown: {why.text}", why)
    asks = tuple(ask.name for ask in explored.asks)
    text = f"undetermined: it turns on {', '.join(asks)}"
    return SeverityPiece(start, None, None, text, Reason("missing", "severity", text, data=(("missing", asks),)))


def _known(view: View, at: int) -> tuple[str | None, Reason]:
    """The severity at an instant, or None with what stands in its way; raises `Missing`."""
    try:
        return severity_at(view, at)
    except Unsettled as doubt:
        return None, doubt.reason
    except CalendarError as error:
        return None, Reason("validity", "severity", str(error))


def severity_remarks(view: View) -> tuple[str, ...]:
    """Settings without effect, and where the classified severity differs from the one in force."""
    if view.graph.one(Severities) is None:
        return ()
    try:
        past = history(view)
        in_force, _ = severity_at(view, view.case.as_of)
        by_facts, _ = classified(view, view.case.as_of)
    except (Missing, Unsettled, CalendarError):
        return _settings(view)
    differs = (
        ()
        if in_force == by_facts
        else (f"by its facts the incident would be {by_facts}, while {in_force} is in force",)
    )
    return (*(reason.text for reason in past.ignored), *differs)


def _settings(view: View) -> tuple[str, ...]:
    try:
        return tuple(reason.text for reason in history(view).ignored)
    except (Missing, Unsettled, CalendarError):
        return ()
