"""The reasons of an answer: the rules, clauses and readings that it rests on, and the names under which they go."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from slalang.outcome.model import Obligation, Reason
from slalang.outcome.reasons import holes_in, leaves_and_branches, readings_in
from slalang.source import Clause
from slalang.testing.failure import Difference
from slalang.testing.shown import texts, written


class Argument(NamedTuple):
    """Why an answer is as it is; `more` are names that it rests on beside those in its derivation."""

    why: Reason
    more: frozenset[str] = frozenset()


def argument_of(obligation: Obligation) -> Argument:
    """Why an obligation is as it is: its derivation, and what closes or opens its hours."""
    return Argument(obligation.why, frozenset(stretch.reason for stretch in obligation.stretches))


def rested_on(argument: Argument) -> Iterator[Reason]:
    """The reasons of an argument, but for exceptions that do not apply: these are mentioned, and not rested on."""
    return (reason for reason in leaves_and_branches(argument.why) if reason.kind != "exception")


def labels(argument: Argument) -> frozenset[str]:
    """The names of rules, cells, calendars, readings and holidays that an answer rests on.

    A holiday is named with or without its set: "Easter Monday", "Easter Monday, England & Wales".
    """
    found = {label for reason in rested_on(argument) for label in (reason.id, reason.text)} | argument.more
    return frozenset(found | {label.split(",")[0] for label in found})


def rests_on(name: str, found: frozenset[str]) -> bool:
    """Whether a name is among the labels; it may be said with its kind, as in `coverage usual`."""
    return name in found or name.partition(" ")[2] in found


def says(argument: Argument, text: str) -> bool:
    """Whether a text is part of some reason, hole or reading in the derivation."""
    return any(text.lower() in label.lower() for label in (*labels(argument), *holes_in(argument.why)))


def clauses(argument: Argument) -> frozenset[str]:
    """The clauses that an answer rests on, each as it may be cited: `Hours`, `paper "Hours"`, `paper: Hours`."""
    return frozenset(name for reason in rested_on(argument) for clause in reason.clauses for name in _cited(clause))


def _cited(clause: Clause) -> Iterator[str]:
    document, heading, paragraph = clause
    if heading is None:
        yield document
        return
    for place in (heading, f'{document} "{heading}"', f"{document}: {heading}"):
        yield place
        if paragraph is not None:
            yield f"{place} {paragraph}"


def reason_differences(argument: Argument, expected: Mapping[str, Any]) -> Iterator[Difference]:
    """Each rule, clause or reading that an answer does not rest on, though it is expected to."""
    for part, value in expected.items():
        yield from _REASONS[part](argument, ("because", part), value)


def _missing(
    names: Callable[[Argument], frozenset[str]], verb: str, is_there: Callable[[str, frozenset[str]], bool]
) -> Callable[..., Iterator[Difference]]:
    def check(argument: Argument, path: tuple[str, ...], expected: Any) -> Iterator[Difference]:
        found = names(argument)
        missing = [name for name in texts(expected) if not is_there(name, found)]
        if missing:
            yield Difference(path, written(expected), f"it does not {verb} {written(missing)}", argument.why)

    return check


def _reading(argument: Argument, path: tuple[str, ...], expected: dict[str, str]) -> Iterator[Difference]:
    found = dict(readings_in(argument.why))
    for name, meaning in expected.items():
        if name not in found:
            yield Difference((*path, name), meaning, "it does not rest on this reading", argument.why)
        elif found[name] != meaning:
            yield Difference((*path, name), meaning, found[name], argument.why, found[name])


_REASONS: dict[str, Callable[[Argument, tuple[str, ...], Any], Iterator[Difference]]] = {
    "rule": _missing(labels, "rest on", rests_on),
    "clause": _missing(clauses, "cite", lambda name, found: name in found),
    "reading": _reading,
}
