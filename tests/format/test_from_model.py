"""However a policy is written, its graph is the same, and so is that of its one form."""

from __future__ import annotations

from collections import Counter
from functools import cache
from random import Random

import pytest

from slalang.format import formatted, page
from slalang.graph import Graph
from slalang.graph.alike import alike
from slalang.policy import compile_policy
from slalang.source import Source, render
from slalang.syntax import parse
from tests.format.from_model import LIBRARY, drawn, library
from tests.format.scribe import Block, Scribe

POLICIES = 2000
PARTS = 4
"""So that several processes share the work."""
SEED = "model"
SHARED = library()


@pytest.mark.parametrize("part", range(PARTS))
def test_a_policy_has_one_graph_however_it_is_written_and_so_has_its_form(
    part: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Which of both is wrong, if they differ, every fourth tells, that is compiled as it is meant as well."""
    once = cache(parse)
    monkeypatch.setattr(page, "parse", once)

    def graph(text: str, seed: str) -> Graph:
        files = {"a.sla": text, LIBRARY: SHARED}
        found, mistakes = compile_policy("a.sla", lambda path: Source.of(path, files[path]), holidays=None, parse=once)
        assert found is not None, f"{seed}\n{render(mistakes)}"
        return found

    for number in range(part, POLICIES, PARTS):
        seed = f"{SEED} {number}"
        dice = Random(seed)
        head, *blocks = drawn(dice)
        scribe = Scribe(dice, comments=0.2)
        plain = scribe.plain([head, *blocks])
        dice.shuffle(blocks)
        written = scribe.write([head, *blocks]).text
        form = formatted(Source.of("a.sla", written))
        assert isinstance(form, str), seed
        printed = graph(written, seed)
        assert alike(printed, graph(form, seed)), seed
        if number // PARTS % 4 == 0:
            assert alike(graph(plain, seed), printed), seed


def test_the_policies_drawn_are_of_every_sort() -> None:
    """Every kind of block that the model knows stands in at least one of twenty."""
    items = [item for number in range(POLICIES) for item in drawn(Random(f"{SEED} {number}"))]
    kinds = Counter(item.head[0] for item in items if isinstance(item, Block))
    assert {kind for kind, times in kinds.items() if times >= POLICIES / 20} == {
        "policy", "use", "source", "party", "event", "fact", "tiers", "severities", "calendar", "coverage",
        "commitment", "pause", "reading", "escalation", "notice", "duty", "law",
    }  # fmt: skip
