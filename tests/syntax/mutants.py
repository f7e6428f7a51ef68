"""Policies with one token deleted, inserted or replaced."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from slalang.source import Source
from slalang.syntax.lines import lines_of

POLICIES = Path(__file__).parents[2] / "policies"


class Mutant(NamedTuple):
    """A policy that one token was changed in, the line of that token, and what was done."""

    source: Source
    line: int
    done: str


def policies() -> list[Source]:
    """All policies and agreements of the repository."""
    return [Source.of(path.name, path.read_bytes().decode()) for path in sorted(POLICIES.rglob("*.sla"))]


def mutants(seed: int, count: int) -> Iterator[Mutant]:
    """Mutants of the policies; what is inserted is a token of one of them. The same seed gives the same ones."""
    dice = random.Random(seed)
    tokens = [(source, token) for source in policies() for line in lines_of(source) for token in line.significant]
    for _ in range(count):
        source, (_, old, (start, end)) = dice.choice(tokens)
        new = dice.choice(tokens)[1].text
        edits = {
            f"delete `{old}`": (start, end, ""),
            f"insert `{new}` before `{old}`": (start, start, new + " "),
            f"replace `{old}` by `{new}`": (start, end, new),
        }
        done, (cut, resumed, text) = dice.choice(list(edits.items()))
        mutated = Source.of(source.name, source.text[:cut] + text + source.text[resumed:])
        yield Mutant(mutated, source.locate(start)[0], done)
