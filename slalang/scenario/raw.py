"""A scenario file that was read, and not yet held against a policy."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from slalang.scenario.fields import FILE
from slalang.scenario.merge import spread
from slalang.scenario.tree import Listing, Mapping, Scalar, Tree
from slalang.scenario.values import value_mistakes
from slalang.scenario.walk import Found, Named, Value, walk
from slalang.source import DEFAULT_LIMITS, Diagnostic, Limits, Source, has_errors


class RawFile(NamedTuple):
    """A scenario file that was read, and not yet held against a policy.

    `policies` are the paths of the policy, or of its versions, as they are written, relative to the file.
    """

    source: Source
    tree: Tree
    leaves: tuple[Value | Named, ...]
    policies: tuple[Scalar, ...]
    is_whole: bool
    """Whether the tree says all that the text does: nothing in it was refused."""
    is_sound: bool
    """Whether all parts have the right form."""

    @property
    def policy(self) -> str | None:
        """The first path; None where the file names none."""
        return self.policies[0].text if self.policies else None


def raw_file(
    source: Source, tree: Tree, refused: Iterable[Diagnostic] = (), limits: Limits = DEFAULT_LIMITS
) -> tuple[RawFile, tuple[Diagnostic, ...]]:
    """The file of a tree, and every mistake that shows without a policy."""
    found = tuple(walk(FILE, tree))
    refused = tuple(refused)
    mistakes = (*refused, *islice(form_mistakes(found), limits.mistakes))
    named = tree.get("policy") if isinstance(tree, Mapping) else None
    whole, sound = not has_errors(refused), not has_errors(mistakes)
    return RawFile(source, tree, leaves_of(found), _paths(named), whole, sound), mistakes


def _paths(named: Tree | None) -> tuple[Scalar, ...]:
    found = named.items if isinstance(named, Listing) else (named,)
    return tuple(path for path in found if isinstance(path, Scalar) and not path.is_empty)


def form_mistakes(parts: Iterable[Found]) -> Iterator[Diagnostic]:
    """What has the wrong form, or is no value, whatever the policy."""
    for part in parts:
        match part:
            case Diagnostic():
                yield part
            case Value(shape, scalar):
                yield from value_mistakes(shape, scalar)


def leaves_of(parts: Iterable[Found]) -> tuple[Value | Named, ...]:
    return tuple(part for part in parts if not isinstance(part, Diagnostic))


def scenarios_of(raw: RawFile) -> tuple[Mapping, ...]:
    """Each scenario that has a name, with what it shares and varies filled in."""
    return tuple(spread(raw.tree)) if isinstance(raw.tree, Mapping) else ()
