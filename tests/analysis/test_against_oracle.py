"""On random small policies, exactly what trying every incident finds, in as few values, and whole."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from slalang.analysis.find import Conflict, Gap, findings
from slalang.analysis.precedence import wins
from slalang.analysis.questions import questions
from slalang.analysis.witness import Witness
from slalang.graph import Graph
from slalang.graph.conditions import All, Either, Not, Opened
from slalang.graph.rules import Coverage, Fact
from slalang.graph.values import ByReading
from tests.analysis.build import (
    UNSTATED,
    Exclusion,
    Option,
    cell,
    fact,
    graph,
    is_,
    members,
    promise,
    reading,
    severities,
    severity,
    tier,
    tiers,
    values,
)
from tests.oracle import rules_oracle as oracle

LIST = ByReading("list", (("narrow", ("l",)), ("wide", ("l", "m"))))
CALENDAR = ByReading("list", (("narrow", "office"), ("wide", "night")))
OPENED = Opened("opened", "office", True, "opened is during office")
TESTS = [
    *(fact("a", name) for name in ("yes", "no")),
    *(fact("c", *names) for names in (("l",), ("m", "n"), ("n",))),
    fact("c")._replace(members=LIST),
    fact("derived", "yes"),
    fact("derived", "no"),
    tier("T1"),
    tier("T2"),
    severity("S1"),
    is_("option", "o", "bought"),
    is_("option", "o", "not-bought"),
]


def conditions() -> st.SearchStrategy[Any]:
    def joined(parts: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
        several = st.lists(parts, min_size=2, max_size=3).map(tuple)
        return st.one_of(several.map(All), several.map(Either), parts.map(Not))

    return st.recursive(st.sampled_from([*TESTS, OPENED]), joined, max_leaves=4)


def slots(plain: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    by_reading = st.tuples(plain, plain).map(lambda pair: ByReading("list", (("narrow", pair[0]), ("wide", pair[1]))))
    return st.one_of(plain, plain, plain, plain, by_reading, st.just(UNSTATED))


def cells() -> st.SearchStrategy[Any]:
    value = st.sampled_from(["office", "office", "night", UNSTATED, CALENDAR])
    return st.builds(lambda value, where: cell(value, *where), value, st.lists(st.sampled_from(TESTS), max_size=2))


@st.composite
def policies(draw: st.DrawFn) -> Graph:
    names = [f"rule{n}" for n in range(draw(st.integers(1, 4)))]
    outs = [f"out{n}" for n in range(draw(st.integers(0, 2)))]

    def some_of(known: list[str]) -> tuple[str, ...]:
        return tuple(draw(st.lists(st.sampled_from(known), unique=True, max_size=2))) if known else ()

    rules = {
        name: Coverage(
            tuple(
                one._replace(label=f"{name} {n}")
                for n, one in enumerate(draw(st.lists(cells(), min_size=2, max_size=2)))
            ),
            draw(st.one_of(st.none(), slots(conditions()))),
            exception_to=some_of(names[:number]),
        )
        for number, name in enumerate(names)
    }
    when = st.one_of(st.none(), conditions(), st.just(UNSTATED))
    excluded = st.one_of(st.none(), st.sampled_from([("response",), (names[0],)]))
    exclusions = {
        name: Exclusion(draw(slots(conditions())), draw(slots(excluded)), exception_to=some_of(outs[:number]))
        for number, name in enumerate(outs)
    }
    derived = Fact("values", members("yes", "no"), yes_when=draw(slots(st.sampled_from([*TESTS[:5], OPENED]))))
    return graph(
        tiers=tiers("T1", "T2"),
        o=Option(draw(st.sampled_from([("T1",), ("T1", "T2")]))),
        a=values("yes", "no"),
        c=values("l", "m", "n"),
        derived=derived,
        severities=severities("S1", "S2", defined=None),
        list=reading(draw(st.sampled_from(["narrow", "wide"])), "narrow", "wide"),
        response=promise(when=draw(when), exception_to=some_of(outs)),
        **rules,
        **exclusions,
    )


def found_by_analysis(policy: Graph) -> dict[tuple[str, ...], Witness]:
    (question,) = (question for question in questions(policy) if question.topic == "coverage")
    found: dict[tuple[str, ...], Witness] = {}
    for finding in findings(policy, question, wins(policy), 2**20):
        match finding:
            case Gap():
                key: tuple[str, ...] = ("gap",)
            case Conflict(_, one, other):
                key = (one.label, other.label)
            case _:
                raise AssertionError("no limit is reached")
        found[key] = finding.witness
    return found


def shows(policy: Graph, judged: oracle.Judged, finding: tuple[str, ...], witness: Witness) -> bool:
    """Whether every incident with the values of a combination shows a finding, and there is one."""
    values = {choice.axis.name: choice.value.sample for choice in witness.choices}
    among = oracle.by_default(policy, judged) if witness.by_default else judged
    having = [found for incident, found in among if values.items() <= incident.items()]
    return bool(having) and all(finding in found for found in having)


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(policies())
def test_what_is_found_is_what_trying_every_incident_finds(policy: Graph) -> None:
    judged = oracle.judged(policy)
    wrong = sorted(set().union(*(found for _, found in judged)))
    witnesses = found_by_analysis(policy)
    sizes = {finding: (witness.by_default, len(witness.choices)) for finding, witness in witnesses.items()}
    assert sizes == {finding: oracle.smallest(policy, judged, finding) for finding in wrong}
    assert all(shows(policy, judged, finding, witness) for finding, witness in witnesses.items())
