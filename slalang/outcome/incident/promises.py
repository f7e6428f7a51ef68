"""Duties, entitlements, closures and exclusions: who owes what, from when, on what condition."""

from collections.abc import Callable, Iterable, Iterator
from typing import Literal, NamedTuple, get_args

from slalang.calendar import CalendarError
from slalang.graph import Node
from slalang.graph.occasions import Occasion, Silence
from slalang.graph.rules import Closure, Duty, Entitlement, Exclusion
from slalang.outcome.asking.explore import Leaf, apart, explore, most_telling
from slalang.outcome.asking.settled import occasion_of
from slalang.outcome.asking.unsettled import Unsettled
from slalang.outcome.asking.view import View
from slalang.outcome.decisions.scope import excluded
from slalang.outcome.decisions.standing import of_kind, stands_among
from slalang.outcome.instants.occasions import counted_as, occasion_words, occasions, silence_now
from slalang.outcome.model import Promise, PromiseAlternative, PromiseState, Reason
from slalang.outcome.obligations.over_readings import over_all_readings, with_too_many
from slalang.outcome.obligations.told import parties, validity_help, words

Body = Duty | Entitlement | Closure | Exclusion
Kind = Literal["duty", "entitlement", "closure", "exclusion"]


class Told(NamedTuple):
    """What one answer to all questions makes of a promise: whether it applies; of a closure, when it is allowed."""

    state: PromiseState
    due: int | None
    because: tuple[Reason, ...]


Answer = Callable[[View, Node], Told]
"""What is told of a promise in one view; raises `Missing`."""


def promises(view: View, answer: Answer) -> tuple[Promise, ...]:
    """Everything promised without a clock, in the order of the graph, with its state as of the instant."""
    return tuple(_promise(view, node, answer) for node in _nodes(view))


def promises_over_readings(view: View, answer: Answer) -> tuple[Promise, ...]:
    """The promises with what all readings lead to: the range of when an incident may be closed."""
    return tuple(_over_readings(view, node, _promise(view, node, answer), answer) for node in _nodes(view))


def unknown_promises(view: View, why: Reason) -> tuple[Promise, ...]:
    """Everything promised without a clock, where something is in the way of all answers."""
    return tuple(_made(view, node, Told("unknown", None, (why,))) for node in _nodes(view))


def told(view: View, node: Node) -> Told:
    """What holds of a promise as of the instant; raises `Missing`."""
    body = _body(node)
    try:
        stands, because = _stands(view, node, body, view.case.as_of)
        if not stands:
            return Told("does not apply", None, because)
        due, counted = _closing(view, body) if isinstance(body, Closure) else (None, ())
        return Told("applies", due, (*because, *counted))
    except Unsettled as doubt:
        return Told("unknown", None, (doubt.reason,))
    except CalendarError as error:
        return Told("unknown", None, (Reason("validity", node.id, validity_help(error)),))


def _nodes(view: View) -> Iterator[Node]:
    return (node for kind in get_args(Body) for node, _ in view.graph.of(kind))


def _body(node: Node) -> Body:
    assert isinstance(node.body, Body)
    return node.body


def _stands(view: View, node: Node, body: Body, at: int) -> tuple[bool, tuple[Reason, ...]]:
    exclusion = excluded(view, node.id, body.exception_to, at) if not isinstance(body, Exclusion) else None
    if exclusion is not None:
        return False, (exclusion,)
    because = stands_among(view, of_kind(view, type(body)), node.id, at)
    return because is not None, because or ()


def _promise(view: View, node: Node, answer: Answer) -> Promise:
    """A promise, undetermined where a missing fact decides."""
    explored = explore(view, lambda under: answer(under, node))
    first = explored.leaves[0].found if explored.leaves else None
    if explored.complete and first is not None and len({_same(leaf.found) for leaf in explored.leaves}) == 1:
        return _made(view, node, first)
    missing = most_telling(explored, _same)
    asked = tuple(Reason("missing", name, f"`{name}` is not known") for name in missing)
    found = _made(view, node, Told("undetermined", None, asked))
    return found._replace(missing=missing, alternatives=_alternatives(explored.leaves) if explored.complete else ())


def _same(found: Told | None) -> object:
    """What makes two answers the same."""
    return found and found[:2]


def _alternatives(leaves: Iterable[Leaf[Told]]) -> tuple[PromiseAlternative, ...]:
    return tuple(
        PromiseAlternative(given, one.state, one.due) if one else PromiseAlternative(given, "undetermined", None)
        for given, one in apart(leaves, _same)
    )


def _over_readings(view: View, node: Node, found: Promise, answer: Answer) -> Promise:
    explored = over_all_readings(view, lambda under: answer(under, node))
    if explored is None:
        return found
    if not explored.complete:
        return found._replace(why=with_too_many(found.why))
    others = _alternatives(explored.leaves)
    dues = [other.due for other in others if other.due is not None]
    return found._replace(
        earliest_due=min(dues, default=None),
        latest_due=max(dues, default=None),
        alternatives=others if len({other[1:] for other in others}) > 1 else (),
    )


def _made(view: View, node: Node, answer: Told) -> Promise:
    body = _body(node)
    kind, force, owed_by, owed_to, what = _telling(view, body)
    since = _since(view, node, body) if answer.state == "applies" else None
    why = Reason(kind, node.id, node.title or node.id, node.clauses, node.place, because=answer.because)
    return Promise(
        kind, node.id, node.title, answer.state, force, owed_by, owed_to, what,
        since, answer.due, (), node.clauses, node.place, why,
    )  # fmt: skip


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
        return occasion_words(view, occasion_of(view, body.on)[0])
    except Unsettled as doubt:
        return doubt.reason.text


def _closing(view: View, body: Closure) -> tuple[int | None, tuple[Reason, ...]]:
    """When the incident may be closed, if the occasion has come or is on its way, and what that rests on."""
    occasion, because = occasion_of(view, body.on)
    due, counted = view.resting(lambda: _allowed(view, occasion))
    return due, (*because, *counted_as(view, occasion), *counted)


def _allowed(view: View, occasion: Occasion) -> int | None:
    if isinstance(occasion, Silence):
        return silence_now(view, occasion)
    return min(occasions(view, occasion, None), default=None)
