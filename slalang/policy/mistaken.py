"""In which blocks the mistakes of a policy lie, and in which of their lines."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from slalang.policy.declare import UNNAMED
from slalang.policy.declared import Declared
from slalang.policy.loaded import Loaded
from slalang.policy.program import Program
from slalang.source import Location, Source
from slalang.syntax.nodes import Block
from slalang.syntax.schema import KINDS

HEAD, TABLE, BETWEEN = "the head", "the table", "between the lines"


class Mistaken(NamedTuple):
    """A block with a mistake, and the key of its line, or where else; without a kind, nobody knows what is lost."""

    kind: str | None
    id: str
    where: str


LOST = Mistaken(None, "", BETWEEN)


def mistaken(program: Program, loaded: Loaded) -> Iterator[Mistaken]:
    """Where the mistakes lie that were found so far."""
    blocks = _by_file((*filter(None, (loaded.first, loaded.agreement)), *loaded.older, *loaded.blocks))
    for location in program.findings.mistakes:
        yield LOST if location is None else _at(blocks.get(location.source.name, []), location)
    yield from _left_out(program, loaded)


def _by_file(blocks: Iterable[Declared]) -> dict[str, list[Declared]]:
    found: dict[str, list[Declared]] = {}
    for declared in sorted(blocks, key=_start):
        found.setdefault(declared.source.name, []).append(declared)
    return found


def _start(declared: Declared) -> int:
    return declared.block.span.start


def _at(blocks: list[Declared], location: Location) -> Mistaken:
    start = location.span.start
    before = bisect_right(blocks, start, key=_start)
    if before == 0:
        return LOST
    declared = blocks[before - 1]
    if start > declared.block.span.end or declared.kind not in KINDS:
        return LOST
    return Mistaken(declared.kind, declared.id, _where(declared.block, start))


def _where(block: Block, start: int) -> str:
    for line in block.lines:
        if line.span.start <= start <= line.span.end:
            return line.key
    if block.table is not None and block.table.span.start <= start <= block.table.span.end:
        return TABLE
    head = block.title.span if block.title else block.name.span if block.name else block.kind_span
    return HEAD if start <= head.end else BETWEEN


def hides_lines(program: Program, source: Source, block: Block) -> bool:
    """Whether what is wrong with a damaged block may hide some of its lines: it lies in none whose key can be read."""
    at = [found.span for found in program.findings.mistakes if found is not None and found.source.name == source.name]
    within = [span for span in at if block.span.start <= span.start <= block.span.end]
    read = [line.span for line in block.lines if KINDS[block.kind].key(line.key) is not None]
    return not within or any(not any(line.start <= span.start <= line.end for line in read) for span in within)


def _left_out(program: Program, loaded: Loaded) -> Iterator[Mistaken]:
    """Blocks that the policy does not have: those without the name that they need, and the second of a name."""
    for declared in loaded.blocks:
        first = program.declared.get(declared.id)
        if first is not declared and declared.kind not in (*UNNAMED, "fill"):
            yield LOST
            if first is not None:
                yield Mistaken(first.kind, first.id, BETWEEN)
