"""Laws: the names in them are checked, also those of results, of which only laws speak."""

from __future__ import annotations

from slalang.policy.conditions import condition
from slalang.policy.lines import at_line, optional, when
from slalang.policy.site import Site
from slalang.policy.values.lists import block_names, commitment, stated
from slalang.source import suggestion
from slalang.syntax import nodes

ORDERED = ("tier", "severity")


def check_law(site: Site, block: nodes.Block) -> None:
    """Report what a law says of names that the policy does not have."""
    when(site, block)
    for key in ("always", "never"):
        if (line := block.line(key)) and not isinstance(line.value, nodes.Invalid):
            _check(at_line(site, line), line.value)  # type: ignore[arg-type]
    for key in ("never slower", "in order"):
        optional(site, block, key, lambda at, node: stated(at, block_names(at, node, ("commitment",)), node))
    optional(site, block, "with a higher", _check_axis)
    _check_company(site, block)


def _check(site: Site, node: nodes.Condition) -> None:
    match node:
        case nodes.And(parts) | nodes.Or(parts):
            for part in parts:
                _check(site, part)
        case nodes.Not(part):
            _check(site, part)
        case nodes.Unstated() | nodes.Deferred():
            pass
        case _ if node.subject.of is not None:
            commitment(site, node.subject.of)
        case _ if site.program.is_kind(node.subject.name.word, "commitment"):
            commitment(site, node.subject.name)
        case _:
            condition(site, node)


def _check_axis(site: Site, node: nodes.NameOrHole) -> None:
    if isinstance(node, nodes.Name) and node.word not in ORDERED:
        help = suggestion(node.word, ORDERED) or "write `tier` or `severity`"
        site.error("SLA224", f"`{node.word}` is no order of a law", node.span, help=help)


def _check_company(site: Site, block: nodes.Block) -> None:
    slower, higher = block.line("never slower"), block.line("with a higher")
    if slower and not higher and not block.damaged:
        help = "add `with a higher: tier` or `with a higher: severity`"
        site.error("SLA238", "`never slower:` needs `with a higher:`", slower.key_span, help=help)
