"""Scenario files in two steps: what the text says, then what it means for the policy that it names."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from slalang.graph import Graph
from slalang.scenario.build import build
from slalang.scenario.contradictions import Contradiction, contradictions
from slalang.scenario.fields import FILE
from slalang.scenario.merge import spread
from slalang.scenario.model import Scenario
from slalang.scenario.naming import name_mistakes
from slalang.scenario.strict import parse_yaml
from slalang.scenario.tree import Listing, Mapping, Scalar, Tree
from slalang.scenario.values import value_mistakes
from slalang.scenario.vocabulary import Vocabulary, vocabulary
from slalang.scenario.walk import Found, Named, Value, walk
from slalang.source import DEFAULT_LIMITS, Diagnostic, Limits, Location, Place, Source, Span, has_errors


class RawFile(NamedTuple):
    """A scenario file that was read, and not yet held against a policy.

    `policies` are the paths of the policy, or of its versions, as they are written, relative to the file.
    """

    source: Source
    tree: Tree
    leaves: tuple[Value | Named, ...]
    policies: tuple[Scalar, ...]
    is_sound: bool
    """Whether all parts have the right form."""

    @property
    def policy(self) -> str | None:
        """The first path; None where the file names none."""
        return self.policies[0].text if self.policies else None


Bound = tuple[tuple[Scenario, ...], tuple[Diagnostic, ...]]


def read_scenarios(source: Source, limits: Limits = DEFAULT_LIMITS) -> tuple[RawFile | None, tuple[Diagnostic, ...]]:
    """The file of a text, and every mistake that shows without a policy; None where the text is no YAML at all."""
    if source.name.endswith(".sla"):
        help = "name scenarios (*.scenario.yaml), or a folder that holds them"
        return None, (Diagnostic("SLA601", f"`{source.name}` is a policy, not a scenario", help=help),)
    tree, refused = parse_yaml(source, limits)
    if tree is None:
        return None, refused or (_nothing_here(source),)
    return raw_file(source, tree, refused, limits)


def raw_file(
    source: Source, tree: Tree, refused: Iterable[Diagnostic] = (), limits: Limits = DEFAULT_LIMITS
) -> tuple[RawFile, tuple[Diagnostic, ...]]:
    """The file of a tree, and every mistake that shows without a policy."""
    found = tuple(walk(FILE, tree))
    mistakes = (*refused, *islice(_form_mistakes(found), limits.mistakes))
    named = tree.get("policy") if isinstance(tree, Mapping) else None
    leaves = tuple(leaf for leaf in found if not isinstance(leaf, Diagnostic))
    return RawFile(source, tree, leaves, _paths(named), not has_errors(mistakes)), mistakes


def _paths(named: Tree | None) -> tuple[Scalar, ...]:
    found = named.items if isinstance(named, Listing) else (named,)
    return tuple(path for path in found if isinstance(path, Scalar) and not path.is_empty)


def bind(raw: RawFile, graph: Graph, limits: Limits = DEFAULT_LIMITS) -> Bound:
    """The scenarios of a file for a policy, and the mistakes that only the policy shows.

    Where a part of the file is wrong there are no scenarios: half of one would give another answer.
    """
    known = vocabulary(graph)
    mistakes = tuple(islice(_name_mistakes(raw.leaves, known), limits.mistakes))
    if mistakes or not raw.is_sound or not isinstance(raw.tree, Mapping):
        return (), mistakes
    scenarios = tuple(build(tree, raw.policy, known) for tree in spread(raw.tree))
    found = (*same_names(raw.source, scenarios), *_contradictions(raw.source, scenarios, graph))
    return (() if has_errors(found) else scenarios), found


def _form_mistakes(parts: Iterable[Found]) -> Iterator[Diagnostic]:
    for part in parts:
        match part:
            case Diagnostic():
                yield part
            case Value(shape, scalar):
                yield from value_mistakes(shape, scalar)


def _name_mistakes(leaves: Iterable[Value | Named], known: Vocabulary) -> Iterator[Diagnostic]:
    for leaf in leaves:
        yield from name_mistakes(leaf, known)


def _contradictions(source: Source, scenarios: tuple[Scenario, ...], graph: Graph) -> tuple[Diagnostic, ...]:
    """Variations share events: what is wrong with one is said once."""
    found = dict.fromkeys(wrong for scenario in scenarios for wrong in contradictions(scenario, graph))
    return tuple(_diagnostic(source, wrong) for wrong in found)


def _diagnostic(source: Source, wrong: Contradiction) -> Diagnostic:
    secondary = ((_location(source, wrong.first), "the other one"),) if wrong.first else ()
    return Diagnostic(wrong.code, wrong.message, _location(source, wrong.place), help=wrong.help, secondary=secondary)


def _location(source: Source, place: Place) -> Location:
    """From a place to the end of its line."""
    line = source.line(place.line)
    first = source.starts[place.line - 1] + source.text.startswith("\ufeff") * (place.line == 1)
    return Location(source, Span(first + place.column - 1, first + max(len(line.rstrip()), place.column)))


def same_names(source: Source, scenarios: tuple[Scenario, ...]) -> tuple[Diagnostic, ...]:
    """The scenarios of a file that have the name of an earlier one."""
    first: dict[str, Scenario] = {}
    twice = [scenario for scenario in scenarios if first.setdefault(scenario.name, scenario) is not scenario]
    return tuple(
        Diagnostic(
            "SLA646",
            f"there is a scenario `{scenario.name}` already",
            _location(source, scenario.place),
            help="give each scenario a name of its own",
            secondary=((_location(source, first[scenario.name].place), "the other one"),),
        )
        for scenario in twice
    )


def _nothing_here(source: Source) -> Diagnostic:
    at = Location(source, Span(0, 0))
    return Diagnostic("SLA611", "there is no scenario in the file", at, help="begin with `policy:` and `scenarios:`")
