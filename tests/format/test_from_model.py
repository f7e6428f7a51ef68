"""However a policy is written, its graph is the same, and so is that of its one form."""

from __future__ import annotations

from random import Random

import pytest

from slalang.format import formatted
from slalang.graph import Graph
from slalang.graph.alike import alike
from slalang.policy import compile_policy
from slalang.source import Source, render
from tests.format.from_model import drawn
from tests.format.scribe import Scribe

POLICIES = 2000
PARTS = 4
"""So that several processes share the work."""
SEED = "model"


def graph(text: str, seed: str) -> Graph:
    found, mistakes = compile_policy("a.sla", lambda path: Source.of(path, text), holidays=None)
    assert found is not None, f"{seed}\n{render(mistakes)}"
    return found


@pytest.mark.parametrize("part", range(PARTS))
def test_a_policy_has_one_graph_however_it_is_written_and_so_has_its_form(part: int) -> None:
    for number in range(part, POLICIES, PARTS):
        seed = f"{SEED} {number}"
        dice = Random(seed)
        head, *blocks = drawn(dice)
        scribe = Scribe(dice, comments=0.2)
        meant = graph(scribe.plain([head, *blocks]), seed)
        dice.shuffle(blocks)
        written = scribe.write([head, *blocks]).text
        form = formatted(Source.of("a.sla", written))
        assert isinstance(form, str), seed
        assert alike(meant, graph(written, seed)), seed
        if number // PARTS % 4 == 0:
            assert alike(meant, graph(form, seed)), seed
