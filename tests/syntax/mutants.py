"""Policies with tokens deleted, inserted or replaced: one in each chapter, which is what stands under a heading."""

import random
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from slalang.source import Source
from slalang.syntax.lines import TextLine, lines_of
from slalang.syntax.tokens import Token

POLICIES = Path(__file__).parents[2] / "policies"


class Change(NamedTuple):
    """A changed token: its line, the lines of its chapter, and what was done."""

    line: int
    chapter: range
    done: str


class Mutant(NamedTuple):
    """A policy with changed tokens."""

    source: Source
    changes: tuple[Change, ...]


class Edit(NamedTuple):
    """A stretch of a text, what takes its place, and that in words."""

    start: int
    end: int
    text: str
    done: str


def policies() -> list[Source]:
    """All policies and agreements of the repository."""
    return [Source.of(path.name, path.read_bytes().decode()) for path in sorted(POLICIES.rglob("*.sla"))]


def mutants(seed: int, count: int) -> Iterator[Mutant]:
    """Mutants with at least so many changes; what is inserted is a token of a policy. A seed gives the same ones."""
    dice = random.Random(seed)
    sources = policies()
    lines = {source.name: lines_of(source) for source in sources}
    words = [token.text for each in lines.values() for token in tokens_of(each)]
    while count > 0:
        source = dice.choice(sources)
        text, changes = source.text, []
        for chapter in reversed(list(_chapters(source))):
            edit = edit_of(
                dice,
                dice.choice(tokens_of(lines[source.name][chapter.start - 1 : chapter.stop - 1])),
                dice.choice(words),
            )
            text = text[: edit.start] + edit.text + text[edit.end :]
            changes.append(Change(source.locate(edit.start)[0], chapter, edit.done))
        count -= len(changes)
        yield Mutant(Source.of(source.name, text), tuple(changes))


def tokens_of(lines: Iterable[TextLine]) -> list[Token]:
    """The tokens of lines, without trivia."""
    return [token for line in lines for token in line.significant]


def _chapters(source: Source) -> Iterator[range]:
    """The lines of each chapter; the first is what stands above all headings."""
    headings = [number for number in range(1, len(source.starts) + 1) if source.line(number).startswith("##")]
    for first, after in pairwise((1, *headings, len(source.starts) + 1)):
        yield range(first, after)


def edit_of(dice: random.Random, token: Token, word: str) -> Edit:
    """A token deleted, another word put before it, or in its place."""
    start, end = token.span
    edits = (
        Edit(start, end, "", f"delete `{token.text}`"),
        Edit(start, start, word + " ", f"insert `{word}` before `{token.text}`"),
        Edit(start, end, word, f"replace `{token.text}` by `{word}`"),
    )
    return dice.choice(edits)
