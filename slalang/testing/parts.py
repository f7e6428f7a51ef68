"""Expectations of the parts of one thing, such as an obligation or a step: what each part has to be, and what it is."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple, TypeAlias, TypeVar

from slalang.outcome.model import Reason
from slalang.testing.because import Argument, reason_differences
from slalang.testing.failure import Difference
from slalang.testing.shown import instant, is_instant, is_length, length, texts, written

T = TypeVar("T")


class Said(NamedTuple):
    """What was found, in words that can't stand in a scenario file."""

    text: str


Check: TypeAlias = Callable[[T, Any, str], Any]
"""Of a thing, what is expected of a part of it, and a zone to show instants in: None where it holds, else what would,
or words (`Said`) where nothing can be written in its place."""


def part_differences(
    of: T, checks: Mapping[str, Check[T]], expected: Mapping[str, Any], zone: str, argument: Argument
) -> Iterator[Difference]:
    """Each part of an expectation that is otherwise; `because` is held against the argument."""
    for part, value in expected.items():
        if part == "because":
            yield from reason_differences(argument, value)
            continue
        found = checks[part](of, value, zone)
        if found is not None:
            yield difference((part,), value, found, argument.why, zone)


def difference(path: tuple[str, ...], expected: Any, found: Any, why: Reason | None, zone: str) -> Difference:
    """What is otherwise at the end of some keys; what was found can be accepted, unless it is only said.

    Instants that are expected are shown in the zone, in which those that were found are.
    """
    if isinstance(found, Said):
        return Difference(path, written(expected, zone), found.text, why)
    return Difference(path, written(expected, zone), written(found), why, found)


def at_instant(field: str) -> Check[Any]:
    """The instant in a field."""

    def check(of: Any, expected: str, zone: str) -> str | None:
        at = getattr(of, field)
        return None if is_instant(expected, at) else instant(at, zone)

    return check


def as_length(field: str) -> Check[Any]:
    """The amount in a field of an obligation, in the measure of its clock."""

    def check(of: Any, expected: str, zone: str) -> str | Said | None:
        micros = getattr(of, field)
        if is_length(expected, micros, of.measure):
            return None
        return Said("none") if micros is None else length(micros, of.measure)

    return check


def same(field: str) -> Check[Any]:
    """The word in a field; nothing there is `none`."""

    def check(of: Any, expected: str, zone: str) -> str | None:
        found = getattr(of, field) or "none"
        return None if found == expected else str(found)

    return check


def yes_or_no(field: str) -> Check[Any]:
    """Whether a field holds."""

    def check(of: Any, expected: str, zone: str) -> str | None:
        found = "yes" if getattr(of, field) else "no"
        return None if found == expected else found

    return check


def as_names(field: str) -> Check[Any]:
    """The names in a field: all of them, in any order."""

    def check(of: Any, expected: Any, zone: str) -> list[str] | None:
        found = getattr(of, field)
        return None if set(found) == set(texts(expected)) else list(found)

    return check


def undetermined_until(state: str, called: str = "") -> Check[Any]:
    """That a field is `undetermined`, and which facts would settle it: all of them."""

    def check(of: Any, expected: Any, zone: str) -> list[str] | Said | None:
        if getattr(of, state) != "undetermined":
            return Said(f"{called or state} {getattr(of, state)}")
        return as_names("missing")(of, expected, zone)  # type: ignore[no-any-return]

    return check
