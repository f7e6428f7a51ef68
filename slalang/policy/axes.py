"""The axes of a policy: what conditions look at and tables are drawn over."""

from __future__ import annotations

from typing import Literal, cast

from slalang.graph.conditions import Subject
from slalang.policy.declared import Axis
from slalang.syntax import nodes

AXIS_KINDS = {"severity": "severities", "tier": "tiers", "channel": "channels", "window": "windows"}
"""The axes that the language gives, and the kind of block that says what they have."""

YES_NO = ("yes", "no")
BOUGHT = ("bought", "not-bought")

_LINES = {"severities": "highest first", "tiers": "highest first", "channels": "values"}


def axis_of(block: nodes.Block) -> Axis | None:
    """The axis that a block declares, if it is of a kind that declares one."""
    match block.kind:
        case "severities" | "tiers" | "channels":
            name = {kind: axis for axis, kind in AXIS_KINDS.items()}[block.kind]
            key = _LINES[block.kind]
            return _listed(block, _subject(name, name), key)
        case "windows":
            return Axis(_subject("window", "window"), "values", _calendars(block), False)
        case "option" if block.name:
            return Axis(_subject("option", block.name.word), "values", BOUGHT, False)
        case "fact" if block.name:
            return _fact(block, block.name.word)
    return None


def _subject(kind: str, name: str) -> Subject:
    return Subject(cast(Literal["fact", "option", "severity", "tier", "channel", "window"], kind), name)


def _fact(block: nodes.Block, name: str) -> Axis:
    subject = _subject("fact", name)
    takes = block.line("takes")
    if takes and isinstance(takes.value, nodes.Domain):
        domain = takes.value
        return Axis(subject, domain.kind, (), False, domain.low, domain.high)
    for key in ("values", "highest first"):
        if block.line(key):
            return _listed(block, subject, key)
    return Axis(subject, "values", YES_NO, False, known=not block.damaged)


def _listed(block: nodes.Block, subject: Subject, key: str) -> Axis:
    names = member_names(block, key)
    return Axis(subject, "values", names, key == "highest first", known=bool(names))


def member_names(block: nodes.Block, key: str) -> tuple[str, ...]:
    """The names in a line of members."""
    return tuple(member.name.word for member in member_nodes(block, key))


def member_nodes(block: nodes.Block, key: str) -> tuple[nodes.Member, ...]:
    """The members in a line; none where it is missing or could not be read."""
    line = block.line(key)
    return line.value.items if line and isinstance(line.value, nodes.Members) else ()


def _calendars(block: nodes.Block) -> tuple[str, ...]:
    line = block.line("calendars")
    if not line or not isinstance(line.value, nodes.Names):
        return ()
    return tuple(item.word for item in line.value.items if isinstance(item, nodes.Name))
