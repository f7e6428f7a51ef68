"""Files drawn from the grammar and the table of kinds and keys: whatever parses, whether it makes sense or not."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from random import Random
from typing import Any

from slalang.syntax.parser import build
from slalang.syntax.parts import ANY_TYPE
from slalang.syntax.schema import EVERYWHERE, KINDS, Grid, Key, Kind
from tests.format.scribe import Block, Heading, Item, Line, Row, Sentence, Tokens

DEPTH = 6
"""How deep values are nested, before the shortest way out is taken."""

SAMPLES = {
    "NAME": ("office", "P1", "P2", "Gold", "vendor", "late-call", "x"),
    "WORD": ("stand",),
    "STRING": ('"Resolution"', '"two words"', '"a  b , 04 hours"', '""', f'"{"long words " * 9}end"'),
    "NUMBER": ("4", "1", "04", "1.0", "1.50", "100", "0"),
    "PARAGRAPH": ("2", "02"),
    "PERCENT": ("90%", "090.50%", "100%"),
    "MONEY": ("EUR 100.50", "EUR  010"),
    "UNIT": (
        "working hours", "working  hour", "elapsed\tdays", "elapsed minutes", "hour", "days", "calendar month",
        "working days", "week",
    ),
    "DATE": ("2026-12-24", "2027-01-01"),
    "TIME": ("09:00", "12:30", "24:00"),
    "DAY": ("Monday", "Friday", "Sunday"),
    "ZONE": ("Europe/London", "UTC"),
    "ONE_OF": ("one of", "one  of", "one\tof"),
    "NONE_OF": ("none of", "none\tof"),
    "COMPARE": ("less than", "at  least", "at\tmost"),
    "ABOVE": ("and above", "or  above", "or\tabove"),
    "BELOW": ("and below", "or below", "and \tbelow"),
    "IN_ELAPSED": ("in elapsed time",),
    "OLD_DUE": (", no later than the  old due",),
    "OBSERVED": ("with observed days", "without  observed days"),
    "EFFORT": ("best efforts", "reasonable  efforts"),
    "FORCE": ("guarantee", "aim"),
    "EFFECT": ("keep", "restart"),
    "KIND_OF_VALUE": ("date", "zone"),
    "ALWAYS": ("24x7",),
    "DASH": ("-",),
}  # fmt: skip
"""Texts for each terminal that is a pattern."""


PHRASE = {"force": "none", "clocks": "keep"}
"""In place of names, which stand there only if they are those of readings."""


@cache
def _rules() -> tuple[dict[str, list[list[Any]]], dict[str, tuple[str, ...]], dict[str, int]]:
    """The rules of the grammar, the texts of its terminals, and how deep each rule must at least be nested."""
    parser = build({})
    rules: dict[str, list[list[Any]]] = {}
    for rule in parser.rules:
        rules.setdefault(rule.origin.name, []).append(list(rule.expansion))
    texts = {
        terminal.name: SAMPLES[terminal.name] if terminal.pattern.type == "re" else (terminal.pattern.value,)
        for terminal in parser.terminals
        if terminal.name not in ("COMMENT", "TITLE") and not terminal.name.startswith("__IGNORE")
    }
    heights: dict[str, int] = {}
    while len(heights) < len(rules):
        for name, expansions in rules.items():
            known = [height for parts in expansions if (height := _height(parts, heights)) is not None]
            if known:
                heights[name] = min(known)
    return rules, texts, heights


def _height(parts: list[Any], heights: dict[str, int]) -> int | None:
    needed = [heights.get(part.name) for part in parts if not part.is_term]
    return None if None in needed else 1 + max((height for height in needed if height is not None), default=0)


def derived(dice: Random, start: str, depth: int = DEPTH) -> Tokens:
    """The tokens of a value of a type."""
    rules, texts, heights = _rules()
    ways = rules[start]
    if depth <= 0:
        least = min(_height(way, heights) or 0 for way in ways)
        ways = [way for way in ways if _height(way, heights) == least]
    found: Tokens = []
    for part in dice.choice(ways):
        found += [dice.choice(texts[part.name])] if part.is_term else derived(dice, part.name, depth - 1)
    return found


def drawn(dice: Random) -> list[Item]:
    """A file of some items."""
    return [_item(dice) for _ in range(dice.randint(1, 3))]


def _item(dice: Random) -> Item:
    chance = dice.random()
    if chance < 0.1:
        return Heading(dice.choice(("One", "Two  words, 1")), dice.choice(("a: B", 'a :Two  words, 02;b: "C"')))
    if chance < 0.2:
        words = [dice.choice(("every", "incident", "counts.", "#1", "> 2", "quite-a-long-word")) for _ in range(30)]
        return Sentence(words, dice.choice((None, '"no promise"')))
    return _block(dice, dice.choice(list(KINDS.values())))


def _block(dice: Random, kind: Kind) -> Block:
    named = kind.named == "must" or (kind.named == "may" and dice.random() < 0.5)
    name = [dice.choice(("alpha", "beta-2", "Gamma"))] if named else []
    title = dice.choice(([], ['"A  title"']))
    head = [kind.name, *name, *title, *(["per", *derived(dice, "cite")] if dice.random() < 0.2 else [])]
    rows = _rows_of(dice, kind, kind.table) if kind.table and dice.random() < 0.6 else []
    lines = [_line(dice, key) for key in _keys(dice, kind, [" ".join(cell) for cell in rows[0].cells] if rows else [])]
    return Block(head, lines, rows)


def _keys(dice: Random, kind: Kind, columns: list[str]) -> Iterator[Key]:
    options = [key for key in kind.keys if key.need == "one of these"]
    chosen = dice.choice(options) if options else None
    for key in (*kind.keys, *EVERYWHERE):
        needed = key.need.startswith("must") or key is chosen
        if key.name not in columns and (needed or (key not in options and dice.random() < 0.3)):
            yield from [key] * (dice.randint(1, 3) if key.repeats else 1)


def _line(dice: Random, key: Key) -> Line:
    value = dice.choice(key.phrases).split() if key.phrases else _value(dice, key.type)
    return Line(key.name, value, derived(dice, "cite") if dice.random() < 0.15 else [])


def _value(dice: Random, type: str) -> Tokens:
    found = derived(dice, dice.choice(ANY_TYPE) if type == "raw" else type)
    return [PHRASE[type]] if type in PHRASE and found[0] in SAMPLES["NAME"] else found


def _rows_of(dice: Random, kind: Kind, grid: Grid) -> list[Row]:
    keys = [key for key in kind.keys if key.column and dice.random() < 0.5]
    columns = [
        *_axes(dice, grid),
        *((column.heading.split(), column.type) for column in grid.columns),
        *((key.name.split(), "figure" if key.type == "target" else key.type) for key in keys),
    ]
    if all(type == "keys" for _, type in columns):
        return []
    rows = [
        Row([_value(dice, type) for _, type in columns], derived(dice, "cite") if dice.random() < 0.15 else [])
        for _ in range(dice.randint(1, 3))
    ]
    return [Row([heading for heading, _ in columns]), *rows]


def _axes(dice: Random, grid: Grid) -> Iterator[tuple[Tokens, str]]:
    """Columns of keys, and what stands in a matrix."""
    if grid.has_axes:
        yield ["channel"], "keys"
    if grid.cell and dice.random() < 0.7:
        yield ["severity", "by", "tier"], "keys"
        yield from ((derived(dice, "_keys", 1), grid.cell) for _ in range(dice.randint(1, 3)))
