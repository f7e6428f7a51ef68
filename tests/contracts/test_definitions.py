"""What each contract makes of an incident by its definitions, for every combination of facts, as its text reads."""

from collections.abc import Callable, Iterator, Mapping
from itertools import product

import pytest

from slalang.graph.rules import Fact
from slalang.outcome import Outcome, evaluate
from slalang.scenario import scenario_from
from tests.contracts.graphs import graph_of

OPENED = "2026-03-10T10:00-04:00"
FOUND = "by its facts the incident would be "

Facts = Mapping[str, str]


def combinations(contract: str, *names: str) -> Iterator[Facts]:
    """Every combination of the values of some facts."""
    bodies = dict(graph_of(contract).of(Fact))
    domains = {node.id: [member.name for member in body.members] for node, body in bodies.items() if node.id in names}
    assert set(domains) == set(names) and all(domains.values())
    yield from (dict(zip(domains, values, strict=True)) for values in product(*domains.values()))


def outcome(contract: str, facts: Facts, **incident: object) -> Outcome:
    graph = graph_of(contract)
    scenario, mistakes = scenario_from(graph, **{"opened": OPENED, "facts": facts, **incident})
    assert scenario is not None, mistakes
    return evaluate(graph, scenario)


def isode(facts: Facts) -> str:
    """P1 and P2 are of production systems; P4 has no impact, on whatever system; what is left is P3."""
    if facts["effect"] == "no-impact":
        return "P4"
    in_production = {"total-outage": "P1", "most-traffic-stopped": "P1", "frequent-failures": "P2"}
    return in_production.get(facts["effect"], "P3") if facts["environment"] == "production" else "P3"


def xecuritas(facts: Facts) -> str | None:
    """The severest criterion that is met; between the criteria the text has room, and no severity."""
    if facts["emergency"] != "neither" or (facts["reach"], facts["loss"]) == ("large", "unable-to-work"):
        return "S1"
    if (facts["reach"], facts["loss"]) in {("small", "significant"), ("moderate", "moderate")}:
        return "S2"
    return "S3" if facts["pattern"] == "intermittent" or facts["loss"] in ("minor", "inconvenience") else None


def secpod(facts: Facts) -> str | None:
    """A major function must be lost without a workaround, a partial impact have one; else the text has no level."""
    names = {
        ("major-function-lost", "no"): "High",
        ("partial", "yes"): "Normal",
    }
    alone = {"severe": "level-1", "routine": "level-4"}
    return alone.get(facts["impact"]) or names.get((facts["impact"], facts["workaround"]))


def bespoke(facts: Facts) -> str:
    """One row of the table for each way to fail."""
    rows = ("access-of-many-users", "some-functions", "speed-or-quality", "single-users", "appearance-or-content")
    return f"S{rows.index(facts['failure']) + 1}"


def codesecure(facts: Facts) -> str | None:
    """P1 is unusable; P2 a critical function, without a workaround; P3 one that is not critical; P4 hardly anything."""
    if facts["unusable"] == "yes":
        return "P1"
    match facts["interruption"], facts["function"], facts["workaround"]:
        case (("significant" | "ongoing"), "critical", "no"):
            return "P2"
        case "limited", "non-critical", _:
            return "P3"
        case "insignificant", _, _:
            return "P4"
    return None


@pytest.mark.parametrize(
    ("expected", "names"),
    [
        (isode, ("environment", "effect")),
        (xecuritas, ("emergency", "reach", "loss", "pattern")),
        (secpod, ("impact", "workaround")),
        (bespoke, ("failure",)),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_the_facts_make_the_severity_that_the_text_gives_them(
    expected: Callable[[Facts], str | None], names: tuple[str, ...]
) -> None:
    contract = expected.__name__
    for facts in combinations(contract, *names):
        assert outcome(contract, facts).severity[0].severity == expected(facts), facts


def test_the_facts_say_what_a_ticket_of_codesecure_would_be_beside_the_default() -> None:
    for facts in combinations("codesecure", "unusable", "interruption", "function", "workaround"):
        found = outcome("codesecure", {"sold-by": "codesecure", **facts}, tier="Standard", channel="portal")
        told = [remark.removeprefix(FOUND) for remark in found.remarks if remark.startswith(FOUND)]
        named = codesecure(facts)
        assert found.severity[0].severity == "P3"
        assert told == ([f"{named}, while P3 is in force"] if named not in ("P3", None) else []), facts


@pytest.mark.parametrize("stating", [("vendor",), ("customer",), ("vendor", "customer")], ids=" and ".join)
def test_codesecure_and_its_customer_find_together_what_makes_a_ticket_high(stating: tuple[str, ...]) -> None:
    high = {"interruption": "ongoing", "function": "critical", "workaround": "no"}
    events = [{"at": OPENED, "fact": high, "by": party} for party in stating]
    facts = {"sold-by": "codesecure", "unusable": "no"}
    found = outcome("codesecure", facts, tier="Standard", channel="portal", events=events)
    assert (f"{FOUND}P2, while P3 is in force" in found.remarks) is (len(stating) == 2)
