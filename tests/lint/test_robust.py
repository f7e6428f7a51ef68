"""No rule fails, whatever a policy lacks, and whatever is wrong with it; what they mend in it still compiles."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from slalang.lint.judge import judge
from slalang.lint.known import built_in
from slalang.lint.load import load_text
from slalang.lint.mend import mended
from slalang.source import has_errors
from tests.docs.page import ROOT

GIVEN = (ROOT / "docs/examples/given.sla").read_text("utf-8")
STARTER = (ROOT / "docs/examples/tutorial.sla").read_text("utf-8")
SEED = 20260
BROKEN = sorted((ROOT / "tests/cases/policy").glob("*.sla"))


def without(text: str, rng: random.Random) -> str:
    """A policy without some of its lines, or with a word of one changed."""
    lines = text.splitlines(keepends=True)
    for _ in range(rng.randint(1, 4)):
        at = rng.randrange(1, len(lines))
        words = lines[at].split(" ")
        if rng.random() < 0.6 or len(words) < 2:
            lines[at] = ""
        else:
            words[rng.randrange(len(words) - 1)] = rng.choice(["none", "unstated", "any", "P1", '"x"', "3", "per"])
            lines[at] = " ".join(words)
    return "".join(lines)


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_no_rule_fails_on_a_policy_with_a_mistake(path: Path) -> None:
    judge(load_text(path.read_text("utf-8")), built_in())


@pytest.mark.parametrize("number", range(40))
def test_no_rule_fails_on_what_is_left_of_a_policy_and_its_fixes_keep_it_valid(number: int) -> None:
    rng = random.Random(f"{SEED} {number}")
    text = without(rng.choice([GIVEN, STARTER]), rng)
    policy = load_text(text)
    found = judge(policy, built_in()).findings
    for one in found:
        if one.fix and not has_errors(policy.diagnostics):
            after = load_text(mended({"policy.sla": text}, [one.fix])["policy.sla"])
            assert not has_errors(after.diagnostics), (one.code, one.fix, text)
