"""Gaps and conflicts of coverage by trying every incident, one by one; shares no code with the analysis.

A truth is True, False, or None where it turns on a hole.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations, product
from typing import Any

from slalang.graph import Graph
from slalang.graph.conditions import All, Either, Is, Not, Opened
from slalang.graph.rules import Commitment, Coverage, Exclusion, Fact, Option, Reading, Severities, Tiers
from slalang.graph.values import ByReading, Hole

Incident = Mapping[str, str]


def incidents(graph: Graph) -> Iterator[dict[str, str]]:
    """Every combination that can be: an option is bought only with its tiers."""
    domains: dict[str, list[str]] = {"opened": ["during", "outside"]}
    for node in graph.nodes:
        match node.body:
            case Tiers(members):
                domains["tier"] = [member.name for member in members]
            case Severities(members):
                domains["severity"] = [member.name for member in members]
            case Fact(yes_when=None, members=members):
                domains[node.id] = [member.name for member in members]
            case Option():
                domains[node.id] = ["bought", "not-bought"]
            case Reading(_, _, meanings):
                domains[node.id] = [meaning.name for meaning in meanings]
    for values in product(*domains.values()):
        incident = dict(zip(domains, values, strict=True))
        if all(incident[node.id] != "bought" or incident["tier"] in body.tiers for node, body in graph.of(Option)):
            yield incident


def settled(slot: Any, incident: Incident) -> Any:
    while isinstance(slot, ByReading):
        slot = dict(slot.meanings)[incident[slot.reading]]
    return slot


def truth(graph: Graph, slot: Any, incident: Incident) -> bool | None:
    match settled(slot, incident):
        case None:
            return True
        case Hole():
            return None
        case Is(subject, members):
            names = settled(members, incident)
            return None if isinstance(names, Hole) else _one_of(graph, subject.name, names, incident)
        case Opened(_, _, inside):
            return (incident["opened"] == "during") is inside
        case Not(part):
            inner = truth(graph, part, incident)
            return None if inner is None else not inner
        case All(parts):
            return _all([truth(graph, part, incident) for part in parts])
        case Either(parts):
            inner = _all([truth(graph, Not(part), incident) for part in parts])
            return None if inner is None else not inner
    raise AssertionError(slot)


def _one_of(graph: Graph, name: str, names: tuple[str, ...], incident: Incident) -> bool | None:
    node = graph.get(name)
    if node is None or not isinstance(node.body, Fact) or node.body.yes_when is None:
        return incident[name] in names
    value = truth(graph, node.body.yes_when, incident)
    if ("yes" in names) is ("no" in names):
        return "yes" in names
    return None if value is None else ("yes" if value else "no") in names


def _all(truths: list[bool | None]) -> bool | None:
    return False if False in truths else None if None in truths else True


def beats(graph: Graph, one: str, other: str) -> bool:
    """Whether a rule is an exception to another, or to an exception to it."""
    direct = getattr(graph.get(one).body, "exception_to", ())  # type: ignore[union-attr]
    return other in direct or any(beats(graph, name, other) for name in direct)


def excluded(graph: Graph, name: str, incident: Incident, *, wholly: bool) -> bool:
    """Whether an exclusion surely takes out a block, or with `wholly` the incident that it is about."""
    for node, body in graph.of(Exclusion):
        rivals = [other for rival, other in graph.of(Exclusion) if beats(graph, rival.id, node.id)]
        stands = truth(graph, body.when, incident) and all(truth(graph, r.when, incident) is False for r in rivals)
        names = settled(body.excludes, incident)
        hit = not isinstance(names, Hole) and (wholly if names is None else name in names)
        if stands and hit and not beats(graph, name, node.id):
            return True
    return False


def asked(graph: Graph, incident: Incident) -> bool:
    """Whether the commitment `response` surely applies."""
    body = graph.get("response").body  # type: ignore[union-attr]
    assert isinstance(body, Commitment)
    return truth(graph, body.when, incident) is True and not excluded(graph, "response", incident, wholly=True)


def answers(graph: Graph, incident: Incident) -> list[tuple[str, str, Any, bool | None]]:
    """Each cell of a coverage: its block, its label, its value, and whether it applies."""
    return [
        (node.id, cell.label, settled(cell.value, incident), _applies(graph, node.id, body, cell.where, incident))
        for node, body in graph.of(Coverage)
        for cell in body.cells
    ]


def _applies(graph: Graph, name: str, body: Coverage, where: tuple[Is, ...], incident: Incident) -> bool | None:
    left = not excluded(graph, name, incident, wholly=False)
    return _all([left, truth(graph, body.when, incident), *(truth(graph, test, incident) for test in where)])


def wrong(graph: Graph, incident: Incident) -> Iterator[tuple[str, ...]]:
    """What is wrong in an incident: `gap`, or the two cells that conflict."""
    found = answers(graph, incident)
    if all(applies is False for *_, applies in found):
        yield ("gap",)
    standing = [
        (label, "hole" if isinstance(value, Hole) else value)
        for name, label, value, applies in found
        if applies and not any(beats(graph, other, name) and may is not False for other, *_, may in found)
    ]
    for (one, value), (other, rival) in combinations(standing, 2):
        if value != rival:
            yield one, other


Judged = list[tuple[dict[str, str], set[tuple[str, ...]]]]


def judged(graph: Graph) -> Judged:
    """Every incident with what is wrong in it: nothing where the commitment does not apply."""
    return [
        (incident, set(wrong(graph, incident)) if asked(graph, incident) else set()) for incident in incidents(graph)
    ]


def smallest(graph: Graph, every: Judged, finding: tuple[str, ...]) -> tuple[bool, int]:
    """Whether a finding shows under the default readings, and how few values fix it in all incidents that have them."""
    usual = by_default(graph, every)
    shown = any(finding in found for _, found in usual)
    return shown, _fewest(usual if shown else every, finding)


def by_default(graph: Graph, every: Judged) -> Judged:
    """The incidents under the default readings."""
    return [entry for entry in every if all(entry[0][node.id] == body.default for node, body in graph.of(Reading))]


def _fewest(among: Judged, finding: tuple[str, ...]) -> int:
    names = list(among[0][0])
    for size in range(len(names) + 1):
        for chosen in combinations(names, size):
            groups: dict[tuple[str, ...], bool] = {}
            for incident, found in among:
                key = tuple(incident[name] for name in chosen)
                groups[key] = groups.get(key, True) and finding in found
            if any(groups.values()):
                return size
    raise AssertionError("the whole incident shows it")
