"""What is told of a commitment whatever its clock does, and what stands in the way of an answer."""

from __future__ import annotations

from typing import Any

from slalang.calendar import CalendarError, MissingDate, OutsideValidity
from slalang.graph import Node
from slalang.graph.rules import Commitment
from slalang.graph.values import Slot, Who
from slalang.outcome.asking.unsettled import Unsettled
from slalang.outcome.asking.view import View
from slalang.outcome.model import Obligation, Reason, Status
from slalang.outcome.reasons import holes_in, leaves_and_branches, readings_in


def words(view: View, slot: Slot[Any]) -> str:
    """A value that is only told, never counted with: a hole is told as what it is."""
    try:
        value = view.value(slot)
    except Unsettled as unsettled:
        return unsettled.told
    return str(value)


def parties(view: View, slot: Slot[Who]) -> tuple[str, ...]:
    """The parties of a slot, or what stands in their place."""
    try:
        return view.value(slot).parties
    except Unsettled as unsettled:
        return (unsettled.told,)


def bare(view: View, node: Node, id: str) -> Obligation:
    """What can be said of a commitment whatever its clock does."""
    body = node.body
    assert isinstance(body, Commitment)
    return Obligation(
        id=id,
        commitment=node.id,
        title=node.title,
        status="unknown",
        force=words(view, body.force),
        owed_by=parties(view, body.owed_by),
        owed_to=parties(view, body.owed_to),
        clauses=node.clauses,
        place=node.place,
        why=Reason(
            "commitment",
            node.id,
            node.title or node.id,
            node.clauses,
            node.place,
        ),
        strict=body.strict,
        attainment=_attainment(view, body),
    )


def _attainment(view: View, body: Commitment) -> str | None:
    if body.attainment is None:
        return None
    try:
        return f"in {float(view.value(body.attainment) * 100):g}% of incidents"
    except Unsettled as doubt:
        return doubt.reason.text


def unknown(found: Obligation, doubt: Unsettled) -> Obligation:
    """The obligation with what stands in the way."""
    why = found.why._replace(because=(*found.why.because, doubt.reason))
    status: Status = "not covered" if doubt.reason.kind == "not covered" else "unknown"
    return found._replace(status=status, why=why, holes=holes_in(why), readings=readings_in(why))


def miss_in_doubt(found: Obligation, doubt: Reason) -> Obligation:
    """A miss of which the policy does not say whether it stands: due is known, the verdict is not."""
    why = found.why._replace(because=(*found.why.because, doubt))
    return found._replace(status="unknown", late=None, why=why, holes=holes_in(why))


def resting_on(found: Obligation, because: tuple[Reason, ...]) -> Obligation:
    """The obligation with what else it rests on; one that is unknown rests on what stands in the way alone."""
    if found.status == "unknown":
        return found
    told = {(step.kind, step.id) for step in leaves_and_branches(found.why)}
    more = tuple(reason for reason in because if (reason.kind, reason.id) not in told)
    why = found.why._replace(because=(*more, *found.why.because))
    return found._replace(why=why, readings=readings_in(why))


def not_owed(found: Obligation, because: tuple[Reason, ...]) -> Obligation:
    """The obligation with why nothing is owed."""
    why = found.why._replace(because=(*found.why.because, *because))
    return found._replace(status="not owed", why=why, readings=readings_in(why))


def validity_help(error: CalendarError) -> str:
    """What the kernel says, with what to do about it."""
    if isinstance(error, OutsideValidity) and not error.holidays:
        return f"{error}: add the dates whose hours differ to the calendar, and all of them to `known:`"
    if isinstance(error, OutsideValidity):
        first, last = error.first.year, error.last.year
        years = f"{first}" if first == last else f"{first} to {last}"
        lock = f"run `sla lock` with `--years` that include {years}"
        return f"{error}: add them to the calendar and to `known:`, or {lock}"
    if isinstance(error, MissingDate):
        return f"{error}: say `missing date:` in the policy"
    return str(error)
