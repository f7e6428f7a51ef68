"""Which of several rules stand: those that apply, less those that an exception beats."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from slalang.graph.comparison import comparable
from slalang.graph.conditions import All, Condition, Either, Is, Within
from slalang.graph.values import Slot
from slalang.outcome.asking.unsettled import Missing, Unsettled, obstacle
from slalang.outcome.asking.view import View
from slalang.outcome.decisions.conditions import applies, judge
from slalang.outcome.model import Reason

T = TypeVar("T")


class Rule(NamedTuple):
    """A rule as far as it matters here: its name, its condition, and over what it wins."""

    name: str
    when: Slot[Condition] | None
    exception_to: tuple[str, ...]
    cells: tuple[tuple[Is | Within, ...], ...] | None = None
    """The rows and columns of its table, if it has one: where none is the incident's, it does not speak."""


_NOTHING: frozenset[str] = frozenset()


class Rivals(NamedTuple):
    """Rules that answer the same, and over what each of them wins: what it is an exception to, and what those beat."""

    rules: Sequence[Rule]
    wins: Mapping[str, frozenset[str]]


def among(rules: Sequence[Rule]) -> Rivals:
    """Rules as rivals."""
    return Rivals(rules, _wins(rules))


def of_kind(view: View, kind: type[Any]) -> Rivals:
    """The rules of one kind of a policy, such as its duties."""
    return view.whatever(
        ("rivals", kind),
        lambda: among([Rule(node.id, body.when, body.exception_to) for node, body in view.graph.of(kind)]),
    )


def those(view: View, rules: Sequence[Rule]) -> Rivals:
    """Rules of a policy, each of which has its own name, as rivals; of which ones is asked again and again."""
    return view.whatever(("those", *(rule.name for rule in rules)), lambda: among(rules))


def _wins(rules: Sequence[Rule]) -> dict[str, frozenset[str]]:
    direct = {rule.name: rule.exception_to for rule in rules}

    def reach(name: str) -> frozenset[str]:
        found: set[str] = set()
        waiting = list(direct[name])
        while waiting:
            other = waiting.pop()
            if other not in found:
                found.add(other)
                waiting.extend(direct.get(other, ()))
        return frozenset(found)

    return {name: reach(name) if others else _NOTHING for name, others in direct.items()}


class Standing(NamedTuple):
    """A rule that applies and that no other beats, with the reasons."""

    name: str
    because: tuple[Reason, ...]


def standing(view: View, rivals: Rivals, at: int, cells_next: bool = False) -> list[Standing]:
    """The rules that stand at an instant; a doubt about one that is beaten anyway does not matter.

    Where the caller looks at the cells next (`cells_next`), those of a rule without rivals are not looked at twice.
    """
    rules, wins = rivals
    if not rules:
        return []
    if len(rules) == 1:
        (rule,) = rules
        holds, because = applies(view, rule.when, at) if cells_next else _speaks(view, rule, at)
        return [Standing(rule.name, because)] if holds else []
    beatable = frozenset().union(*(wins[rule.name] for rule in rules))
    applying: dict[str, tuple[Reason, ...]] = {}
    failing: dict[str, tuple[Reason, ...]] = {}
    doubts: dict[str, Missing | Unsettled] = {}
    for rule in rules:
        try:
            holds, because = _speaks(view, rule, at)
        except (Missing, Unsettled) as error:
            if not doubts and rule.name not in beatable:
                raise
            doubts[rule.name] = error
            continue
        (applying if holds else failing)[rule.name] = because
    beaten = frozenset().union(*(wins[name] for name in applying))
    for name, doubt in doubts.items():
        if name not in beaten:
            raise doubt
    return [
        Standing(name, (*because, *_exceptions_that_fail(name, failing, wins)))
        for name, because in applying.items()
        if name not in beaten
    ]


def stands_among(view: View, rivals: Rivals, name: str, at: int) -> tuple[Reason, ...] | None:
    """Why one of some rules stands at an instant, None where it does not; only what would win over it matters."""
    rules, wins = rivals
    own = next(rule for rule in rules if rule.name == name)
    winners = [rule for rule in rules if name in wins[rule.name]]
    if not winners:
        holds, because = _speaks(view, own, at)
        return because if holds else None
    if surely(view, own, at) is False or any(surely(view, winner, at) for winner in winners):
        return None
    found = standing(view, Rivals([own, *winners], wins), at)
    return next((rule.because for rule in found if rule.name == name), None)


def surely(view: View, rule: Rule, at: int) -> bool | None:
    """Whether a rule speaks; None where that is in doubt."""
    try:
        return _speaks(view, rule, at)[0]
    except (Missing, Unsettled):
        return None


def _speaks(view: View, rule: Rule, at: int) -> tuple[bool, tuple[Reason, ...]]:
    holds, because = applies(view, rule.when, at)
    if not holds or rule.cells is None or () in rule.cells:
        return holds, because
    judged = judge(view, Either(tuple(All(where) for where in rule.cells)), at)
    return judged.truth, because if judged.truth else (*because, judged.reason)


def _exceptions_that_fail(
    name: str, failing: dict[str, tuple[Reason, ...]], wins: Mapping[str, frozenset[str]]
) -> Iterator[Reason]:
    """A rule stands also because what would win over it does not apply."""
    for other, because in failing.items():
        if name in wins[other]:
            yield Reason("exception", other, f"`{other}` does not apply", because=because)


def agree(
    what: str,
    found: Sequence[tuple[str, T, Reason]],
) -> tuple[T, Reason]:
    """The one value that rules give for something; none is a gap, different ones a conflict: neither is chosen."""
    if not found:
        raise obstacle("gap", what, f"no rule gives {what}")
    if len(found) > 1 and len({comparable(value) for _, value, _ in found}) > 1:
        names = " and ".join(f"`{name}`" for name, _, _ in found)
        raise obstacle(
            "conflict", what, f"{names} give different values for {what}", tuple(reason for _, _, reason in found)
        )
    _, value, reason = found[0]
    return value, reason
