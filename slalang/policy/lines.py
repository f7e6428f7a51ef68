"""The lines of a block: each value compiled where it stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from slalang.graph.conditions import Condition
from slalang.graph.values import Slot, Who
from slalang.policy.conditions import condition
from slalang.policy.missing import missing
from slalang.policy.site import Site
from slalang.policy.values.lists import block_names, stated
from slalang.policy.values.people import who
from slalang.policy.values.plain import choice
from slalang.syntax import nodes

T = TypeVar("T")

BEATS = {
    "reclassification": ("reclassification", "change"),
    "change": ("change", "reclassification"),
    "targets": ("targets", "commitment"),
    "escalation": ("escalation", "notice"),
    "notice": ("notice", "escalation"),
}
"""The kinds to which a kind can be an exception, besides itself and exclusions."""


def at_line(site: Site, line: nodes.Line) -> Site:
    """Where the value of a line stands; what the line cites is cited by its node."""
    inner = _at_key(site, line.key)
    if not isinstance(line.cite, nodes.Cite):
        return inner
    clauses = site.program.citations.cited(site.source, line.cite)
    site.owner.cites.update(dict.fromkeys(clauses))
    return inner._replace(clauses=clauses)


def _at_key(site: Site, key: str) -> Site:
    owner = site.owner
    return site._replace(what=missing(owner.kind, key, owner.id), line=f"`{key}:` of `{owner.id}`")


def optional(site: Site, block: nodes.Block, key: str, compile: Callable[[Site, Any], T]) -> T | None:
    """The value of a line that may be left out; None also where it could not be read."""
    line = block.line(key)
    if line is None or isinstance(line.value, nodes.Invalid):
        return None
    return compile(at_line(site, line), line.value)


def repeated(site: Site, block: nodes.Block, key: str, compile: Callable[[Site, Any], T]) -> tuple[T, ...]:
    """The values of all lines of a key."""
    found = [line for line in block.all(key) if not isinstance(line.value, nodes.Invalid)]
    return tuple(compile(at_line(site, line), line.value) for line in found)


def required(site: Site, block: nodes.Block, key: str, compile: Callable[[Site, Any], Slot[T]]) -> Slot[T]:
    """The value of a line that must be there; where it is not, that has been reported."""
    found = optional(site, block, key, compile)
    return _at_key(site, key).broken(block.span) if found is None else found


def or_else(site: Site, block: nodes.Block, key: str, compile: Callable[[Site, Any], Slot[T]], default: T) -> Slot[T]:
    """The value of a line, or what holds where it is left out."""
    found = optional(site, block, key, compile)
    return default if found is None else found


def chosen(values: Mapping[str, T]) -> Callable[[Site, nodes.ChoiceValue], Slot[T]]:
    """The compiler of a line with fixed phrases."""
    return lambda site, node: choice(site, node, values)


def when(site: Site, block: nodes.Block, key: str = "when") -> Slot[Condition] | None:
    """The condition of a block."""
    return optional(site, block, key, condition)


def exception_to(site: Site, block: nodes.Block) -> tuple[str, ...]:
    """The rules over which a block wins."""
    kinds = (*BEATS.get(block.kind, (block.kind,)), "exclusion")

    def names(inner: Site, node: nodes.NamesValue) -> tuple[str, ...]:
        return stated(inner, block_names(inner, node, kinds, acts_on=True), node)

    return optional(site, block, "exception to", names) or ()


def owed_by(site: Site, block: nodes.Block) -> Slot[Who]:
    """Who promises: as the block says, else as the policy."""
    site.use(site.program.owed_by)
    return or_else(site, block, "owed by", who, Who((site.program.owed_by,)))


def owed_to(site: Site) -> Who:
    """To whom it is promised."""
    site.use(site.program.owed_to)
    return Who((site.program.owed_to,))


def notes(site: Site, block: nodes.Block) -> tuple[str, ...]:
    """What the block says to its readers."""
    values = (line.value for line in block.all("note"))
    return tuple(value.text for value in values if isinstance(value, nodes.Text))
