"""Duties, entitlements, closures and exclusions: who owes what, from when, on what condition."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from slalang.calendar import CalendarError
from slalang.graph import Node
from slalang.graph.occasions import Occasion, Silence
from slalang.graph.rules import Closure, Duty, Entitlement, Exclusion
from slalang.outcome.asking.explore import explore, most_telling
from slalang.outcome.asking.settled import occasion_of
from slalang.outcome.asking.unsettled import Unsettled
from slalang.outcome.asking.view import View
from slalang.outcome.decisions.scope import excluded
from slalang.outcome.decisions.standing import of_kind, stands_among
from slalang.outcome.instants.occasions import counted_as, occasion_words, occasions, silence_now
from slalang.outcome.model import Promise, Reason
from slalang.outcome.obligations.told import parties, validity_help, words

Body = Duty | Entitlement | Closure | Exclusion
Kind = Literal["duty", "entitlement", "closure", "exclusion"]
State = Literal["applies", "does not apply", "undetermined", "unknown"]


class Found(NamedTuple):
    state: State
    missing: tuple[str, ...]
    because: tuple[Reason, ...]


def promises(view: View) -> tuple[Promise, ...]:
    """Everything promised without a clock, in the order of the graph, with its state as of the instant."""
    found = [*_of_kind(view, Duty), *_of_kind(view, Entitlement), *_of_kind(view, Closure), *_of_kind(view, Exclusion)]
    return tuple(found)


def _of_kind(view: View, kind: type[Body]) -> Iterator[Promise]:
    for node, body in view.graph.of(kind):
        found = _state(view, node, body)
        since = _since(view, node, body) if found.state == "applies" else None
        yield _promise(view, node, body, found, since)


def _stands(view: View, node: Node, body: Body, at: int) -> tuple[bool, tuple[Reason, ...]]:
    exclusion = excluded(view, node.id, body.exception_to, at) if not isinstance(body, Exclusion) else None
    if exclusion is not None:
        return False, (exclusion,)
    because = stands_among(view, of_kind(view, type(body)), node.id, at)
    return because is not None, because or ()


def _state(view: View, node: Node, body: Body) -> Found:
    try:
        explored = explore(view, lambda under: _stands(under, node, body, view.case.as_of))
    except Unsettled as doubt:
        return Found("unknown", (), (doubt.reason,))
    except CalendarError as error:
        return Found("unknown", (), (Reason("validity", node.id, validity_help(error)),))
    truths = {leaf.found[0] if leaf.found is not None else None for leaf in explored.leaves}
    if explored.complete and len(truths) == 1 and None not in truths:
        assert explored.leaves[0].found is not None
        truth, because = explored.leaves[0].found
        return Found("applies" if truth else "does not apply", (), because)
    missing = most_telling(explored, lambda stands: stands and stands[0])
    return Found("undetermined", missing, _not_known(missing))


def _not_known(missing: tuple[str, ...]) -> tuple[Reason, ...]:
    return tuple(Reason("missing", name, f"`{name}` is not known") for name in missing)


def _since(view: View, node: Node, body: Body) -> int | None:
    """From when it has applied without a break."""
    since = view.case.opened
    for at in view.case.cuts:
        try:
            holds = explore(view, lambda under, at=at: _stands(under, node, body, at)[0])  # type: ignore[misc]
        except (Unsettled, CalendarError):
            return None
        if {leaf.found for leaf in holds.leaves} != {True}:
            since = None
        elif since is None:
            since = at
    return since


def _promise(view: View, node: Node, body: Body, found: Found, since: int | None) -> Promise:
    kind, force, owed_by, owed_to, what = _telling(view, body)
    coming = Coming(None, (), found.state, found.missing)
    if isinstance(body, Closure) and found.state == "applies":
        coming = _closing(view, body)
    because = (*found.because, *coming.because)
    why = Reason(kind, node.id, node.title or node.id, node.clauses, node.place, because=because)
    return Promise(
        kind, node.id, node.title, coming.state, force, owed_by, owed_to, what,
        since, coming.due, coming.missing, node.clauses, node.place, why,
    )  # fmt: skip


def _telling(view: View, body: Body) -> tuple[Kind, str | None, tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    match body:
        case Duty():
            does = tuple(words(view, text) for text in body.does)
            return "duty", words(view, body.force), parties(view, body.owed_by), (), does
        case Entitlement():
            gives = tuple(words(view, text) for text in body.gives)
            return (
                "entitlement",
                words(view, body.force),
                parties(view, body.owed_by),
                parties(view, body.owed_to),
                gives,
            )
        case Closure():
            return "closure", None, (), (), (_occasion(view, body),)
        case Exclusion():
            handed = parties(view, body.handed_to) if body.handed_to is not None else ()
            what = ("help is tried, without a promise",) if body.attempt else ()
            return "exclusion", None, handed, (), what


def _occasion(view: View, body: Closure) -> str:
    try:
        return occasion_words(occasion_of(view, body.on)[0])
    except Unsettled as doubt:
        return doubt.reason.text


class Coming(NamedTuple):
    """When a closure is allowed: the instant, if its occasion has come or is on its way; or what stands in the way."""

    due: int | None
    because: tuple[Reason, ...]
    state: State = "applies"
    missing: tuple[str, ...] = ()


def _closing(view: View, body: Closure) -> Coming:
    try:
        explored = explore(view, lambda under: _closing_instant(under, body))
    except Unsettled as doubt:
        return Coming(None, (doubt.reason,), "unknown")
    except CalendarError as error:
        return Coming(None, (Reason("validity", "closure", validity_help(error)),), "unknown")
    dues = {leaf.found[0] if leaf.found is not None else None for leaf in explored.leaves}
    if explored.complete and len(dues) == 1 and explored.leaves[0].found is not None:
        return Coming(*explored.leaves[0].found)
    missing = most_telling(explored, lambda found: found and found[0])
    return Coming(None, _not_known(missing), "undetermined", missing)


def _closing_instant(view: View, body: Closure) -> tuple[int | None, tuple[Reason, ...]]:
    occasion, because = occasion_of(view, body.on)
    due, counted = view.resting(lambda: _allowed(view, occasion))
    return due, (*because, *counted_as(view, occasion), *counted)


def _allowed(view: View, occasion: Occasion) -> int | None:
    if isinstance(occasion, Silence):
        return silence_now(view, occasion)
    return min(occasions(view, occasion, None), default=None)
