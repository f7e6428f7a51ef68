"""Of every text that the grammar allows: it has a form, which says the same, and no comment is lost."""

from __future__ import annotations

import re
from collections import Counter
from random import Random

import pytest

from slalang.format import formatted, says_the_same
from slalang.source import Source
from slalang.syntax.schema import EVERYWHERE, KINDS
from tests.format.from_grammar import drawn
from tests.format.scribe import Block, Scribe

POLICIES = 2000
PARTS = 4
"""So that several processes share the work."""
SEED = "grammar"

_WORD = re.compile(r'"[^"]*"|[^\s"(),;|]+|[(),;|]')
_SPELLINGS = (
    (re.compile(r'" "'), " "),  # strings of one text
    (re.compile(r"\b0+(?=\d)(?![\d]*[-:])"), ""),  # leading zeros
    (re.compile(r"(\b[A-Z]{3} \d+\.\d+)|(\.\d*?)0+(?=%?(?: |$))"), lambda found: found[1] or found[2].rstrip(".")),
    (re.compile(r"\b(second|minute|hour|day|week|month|quarter|year)s\b"), r"\1"),
    (re.compile(r"between (\S+) ((?:\w+ )?\w+) and (\S+) \2(?= |$)"), r"between \1 and \3 \2"),
    (re.compile(r"\bis one of (?=\S+(?: [^,\s]| *$))"), "is "),
    (re.compile(r"\bis none of (?=\S+(?: [^,\s]| *$))"), "is not "),
    (re.compile(r"\b(and|or) (above|below)\b"), r"\2"),
)


def words(text: str, comments: list[str]) -> Counter[str]:
    """The words of a text in no order and without their spelling: line by line, as a reader would copy them."""
    for comment in sorted(comments, key=len, reverse=True):
        text = text.replace(comment, "")
    logical = re.sub(
        r"\n(?=[ \t]+(?:and|or|per|\")|\s*\n)|^>", " ", text.lstrip("\ufeff").replace("\r\n", "\n"), flags=re.M
    )
    found: Counter[str] = Counter()
    for line in re.sub("^##", "## ", logical, flags=re.M).split("\n"):
        plain = " ".join(_WORD.findall(line.replace(":", " : ", 1)))
        for pattern, spelling in _SPELLINGS:
            plain = pattern.sub(spelling, plain)
        found.update(plain.replace('"', " ").split())
    return found


@pytest.mark.parametrize("part", range(PARTS))
def test_the_form_of_every_text_says_the_same_is_its_own_form_and_has_every_comment_once(part: int) -> None:
    for number in range(part, POLICIES, PARTS):
        seed = f"{SEED} {number}"
        dice = Random(seed)
        written = Scribe(dice, comments=0.3).write(drawn(dice))
        source = Source.of("a.sla", written.text)
        form = formatted(source)
        assert isinstance(form, str), (seed, form)
        again = Source.of("a.sla", form)
        assert formatted(again) == form, seed
        assert says_the_same(source, again), seed
        assert words(form, written.comments) == words(written.text, written.comments), seed
        assert sorted(re.findall(r"#\d+: .*", form)) == sorted(written.comments), seed


def test_every_key_of_every_kind_is_among_the_texts() -> None:
    blocks = [
        item for number in range(POLICIES) for item in drawn(Random(f"{SEED} {number}")) if isinstance(item, Block)
    ]
    found = Counter((block.head[0], line.key) for block in blocks for line in block.lines)
    assert {pair for pair, times in found.items() if times >= 10} == {
        (kind.name, key.name) for kind in KINDS.values() for key in (*kind.keys, *EVERYWHERE)
    }
    assert {block.head[0] for block in blocks if block.rows} == {kind.name for kind in KINDS.values() if kind.table}
