"""Changes of nodes as edits of texts: whole lines go with what belongs to them, items of lists with their comma."""

import re
from collections.abc import Iterator
from typing import Any, assert_never

from slalang.lint.change import Below, Change, Delete, Insert, Mend, Rename, Replace
from slalang.lint.subject import Policy
from slalang.source import Edit, Fix, Location, Source, Span
from slalang.syntax import nodes
from slalang.syntax.schema import EVERYWHERE, KINDS

WHOLE_LINES = (nodes.Line, nodes.Row, nodes.Block, nodes.Heading, nodes.Sentence, nodes.Table)
_AFTER = re.compile(r"[ \t]*,[ \t]*")
_BEFORE = re.compile(r"[ \t]*,[ \t]*\Z")
_PER = re.compile(r"[ \t]+per[ \t]+\Z")
_NEWLINE = re.compile(r"\r\n|\n|\r")


def fix_of(policy: Policy, mend: Mend) -> Fix | None:
    """What a rule would change, as edits; None where a name can't be told from another of the same word."""
    edits = [edit for change in mend.changes for edit in _edits(policy, change)]
    return Fix(mend.title, tuple(edits), mend.is_safe) if edits else None


def _edits(policy: Policy, change: Change) -> Iterator[Edit]:
    match change:
        case Replace(node, text):
            yield Edit(Location(policy.source(node), node.span), text)
        case Delete(node):
            yield Edit(Location(policy.source(node), _gone(policy, node)), "")
        case Insert(block, key, value):
            yield _inserted(policy.source(block), block, key, value)
        case Below(item, text):
            source = policy.source(item)
            end = _line_end(source.text, item.span.end)
            new = "".join(f"{newline(source)}{line}" for line in ("", *text.rstrip("\n").split("\n")))
            yield Edit(Location(source, Span(end, end)), new)
        case Rename(block, name):
            yield from _renamed(policy, block, name)
        case _:
            assert_never(change)


def _gone(policy: Policy, node: Any) -> Span:
    source = policy.source(node)
    text, (start, end) = source.text, node.span
    if isinstance(node, WHOLE_LINES):
        return _whole_lines(source, node)
    if isinstance(node, nodes.Cite) and (per := _PER.search(text, 0, start)):
        return Span(per.start(), end)
    if after := _AFTER.match(text, end):
        return Span(start, after.end())
    if before := _BEFORE.search(text[:start]):
        return Span(before.start(), end)
    line = policy.piece(node)
    if isinstance(line, nodes.Line) and getattr(line.value, "span", None) == node.span:
        return _whole_lines(source, line)
    raise ValueError(f"`{text[start:end]}` is no item of a list, and can't be left out")


def _whole_lines(source: Source, node: Any) -> Span:
    """From the line on which a node begins, or the first comment of its own, to that on which it ends.

    What stands between blank lines goes with the one above it.
    """
    text = source.text
    first = min((node.span.start, *(comment.span.start for comment in getattr(node, "comments", ()))))
    start = source.starts[source.locate(first)[0] - 1]
    end = _next_line(text, node.span.end)
    if isinstance(node, nodes.Block | nodes.Heading | nodes.Sentence):
        while (newline := _NEWLINE.match(text, end)) is not None:
            end = newline.end()
    return Span(start, end)


def _inserted(source: Source, block: nodes.Block, key: str, value: str) -> Edit:
    order = [each.name for each in (*KINDS[block.kind].keys, *EVERYWHERE)]
    before = order[: order.index(key) + 1]
    above = [line.span.end for line in block.lines if line.key in before]
    head = (part.span.end for part in (block.name, block.title, block.cite) if part)
    at = _line_end(source.text, max(above, default=max(head, default=block.kind_span.end)))
    return Edit(Location(source, Span(at, at)), f"{newline(source)}  {key}: {value}")


def _renamed(policy: Policy, block: nodes.Block, name: str) -> Iterator[Edit]:
    assert block.name is not None
    word = block.name.word
    values = (member.name.word for members in policy.find(nodes.Members) for member in members.items)
    if word in values:
        return
    yield Edit(Location(policy.source(block), block.name.span), name)
    for mention in policy.mentions(word):
        yield Edit(Location(policy.source(mention), mention.span), name)


def newline(source: Source) -> str:
    """How the lines of a text end."""
    found = _NEWLINE.search(source.text)
    return found[0] if found else "\n"


def _line_end(text: str, offset: int) -> int:
    found = _NEWLINE.search(text, offset)
    return found.start() if found else len(text)


def _next_line(text: str, offset: int) -> int:
    found = _NEWLINE.search(text, offset)
    return found.end() if found else len(text)
