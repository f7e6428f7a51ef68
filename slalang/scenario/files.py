"""Scenario files in two steps: what the text says, then what it means for the policy that it names."""

from collections.abc import Iterable, Iterator
from itertools import islice

from slalang.graph import Graph
from slalang.scenario.build import build
from slalang.scenario.contradictions import Contradiction, contradictions
from slalang.scenario.model import Scenario
from slalang.scenario.naming import name_mistakes
from slalang.scenario.parted import parted
from slalang.scenario.raw import RawFile, raw_file, scenarios_of
from slalang.scenario.records import text_of
from slalang.scenario.strict import parse_yaml
from slalang.scenario.tree import Mapping
from slalang.scenario.vocabulary import Vocabulary, vocabulary
from slalang.scenario.walk import Named, Value
from slalang.source import DEFAULT_LIMITS, Diagnostic, Limits, Location, Place, Source, Span, has_errors

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


def bind(raw: RawFile, graph: Graph, limits: Limits = DEFAULT_LIMITS) -> Bound:
    """The scenarios of a file for a policy, and the mistakes that only the policy shows.

    Where a part of the file is wrong there are no scenarios: half of one would give another answer. What contradicts
    itself in the others is told all the same.
    """
    known = vocabulary(graph)
    mistakes = tuple(islice(_name_mistakes(raw.leaves, known), limits.mistakes))
    is_right = raw.is_sound and not mistakes
    trees = scenarios_of(raw) if is_right else tuple(_right(raw, known))
    scenarios = tuple(build(tree, raw.policy, known) for tree in trees)
    found = (*mistakes, *same_names(raw), *_contradictions(raw.source, scenarios, graph))
    return (scenarios if is_right and not has_errors(found) else ()), found


def _right(raw: RawFile, known: Vocabulary) -> Iterator[Mapping]:
    """The scenarios that nothing is wrong with, of a file with mistakes in others."""
    for part in parted(raw):
        if part.is_sound and isinstance(part.tree, Mapping) and not any(_name_mistakes(part.leaves, known)):
            yield part.tree


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


def same_names(raw: RawFile) -> tuple[Diagnostic, ...]:
    """The scenarios of a file that have the name of an earlier one."""
    first: dict[str, Place] = {}
    named = [(text_of(tree.get("name")) or "", tree.at.place) for tree in scenarios_of(raw)]
    twice = [(name, place) for name, place in named if first.setdefault(name, place) is not place]
    return tuple(
        Diagnostic(
            "SLA646",
            f"there is a scenario `{name}` already",
            _location(raw.source, place),
            help="give each scenario a name of its own",
            secondary=((_location(raw.source, first[name]), "the other one"),),
        )
        for name, place in twice
    )


def _nothing_here(source: Source) -> Diagnostic:
    at = Location(source, Span(0, 0))
    return Diagnostic("SLA611", "there is no scenario in the file", at, help="begin with `policy:` and `scenarios:`")
