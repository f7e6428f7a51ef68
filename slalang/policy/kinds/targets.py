"""Tables of figures for several commitments: they become figures of these, and no nodes of their own."""

from __future__ import annotations

from slalang.policy.figures import targets_of
from slalang.policy.program import Program
from slalang.policy.site import Owner, site_of


def check_targets(program: Program) -> None:
    """Report tables without columns for commitments, and columns headed by something else."""
    for declared in program.of_kind("targets"):
        block = declared.block
        site = site_of(program, declared, Owner(declared.id, declared.kind), declared.id)
        named = targets_of(site, block.table)
        for name in named.values():
            site.find(name, ("commitment",), also=program.axes(), beside="axis")
        if not named and not block.damaged:
            help = "add a table with a column for each commitment"
            site.error("SLA322", f"`{declared.id}` has no figures for a commitment", declared.location.span, help=help)
