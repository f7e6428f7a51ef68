"""What the reader must know about the whole answer: records without effect, and what the policy leaves out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from slalang.calendar import CalendarError, HolidayRule
from slalang.graph.rules import Commitment, Inert
from slalang.graph.traverse import parts_of
from slalang.graph.values import Who
from slalang.outcome.asking.unsettled import Missing, Unsettled
from slalang.outcome.asking.view import View
from slalang.outcome.incident.severity_pieces import severity_remarks
from slalang.outcome.instants.reopening import without_effect
from slalang.outcome.model import Obligation
from slalang.outcome.obligations.told import parties
from slalang.outcome.record.statements import acts_for
from slalang.scenario.model import Waiver


def remarks(view: View, obligations: Sequence[Obligation]) -> tuple[str, ...]:
    """Each once, those on what is recorded first."""
    found = [
        *view.case.remarks,
        *severity_remarks(view),
        *_vain_reopenings(view),
        *_vain_waivers(view, obligations),
        *_left_out(view),
        *_not_worked_out(view),
    ]
    return tuple(dict.fromkeys(found))


def _vain_reopenings(view: View) -> Iterator[str]:
    try:
        for event, why in without_effect(view):
            by = f" by `{event.by}`" if event.by is not None else ""
            yield f"the reopening{by} has no effect: {why}"
    except (Missing, Unsettled, CalendarError):
        return


def _vain_waivers(view: View, obligations: Sequence[Obligation]) -> Iterator[str]:
    for waiver in view.case.waivers:
        meant = [found for found in obligations if waiver.commitment in (found.commitment, found.id)]
        if meant and not any(found.status in ("waived", "undetermined", "unknown") for found in meant):
            yield f"the waiver of `{waiver.commitment}` has no effect: it is {_instead(view, waiver, meant[0])}"


def _instead(view: View, waiver: Waiver, found: Obligation) -> str:
    body = view.node(found.commitment).body
    assert isinstance(body, Commitment)
    owed_to = parties(view, body.owed_to)
    if acts_for(view.graph, waiver.by, Who(owed_to)):
        return found.status
    return f"owed to {' and '.join(f'`{party}`' for party in owed_to)}, not to `{waiver.by}`"


def _left_out(view: View) -> Iterator[str]:
    header = view.graph.header
    for slot, text in ((header.in_force, "no period is given, so that no incident is outside it"),
                       (header.zone, "no zone is given: instants are shown in UTC")):  # fmt: skip
        try:
            view.value(slot)
        except Unsettled as doubt:
            yield f"{doubt.reason.text}: {text}"


def _not_worked_out(view: View) -> Iterator[str]:
    graph = view.graph
    if graph.holidays is None and any(True for node in graph.nodes for _ in parts_of(node.body, HolidayRule)):
        yield "holidays not pinned: they are those that the installed library computes (`sla lock` pins them)"
    credits = [f"`{node.id}`" for node, body in graph.of(Inert) if body.kind == "credit"]
    if credits:
        yield f"what a miss costs is not worked out: {', '.join(credits)}"
