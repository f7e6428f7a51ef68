"""A version that amends another: its blocks take the place of namesakes, and some no longer hold."""

from __future__ import annotations

from slalang.policy.declared import NAMELESS, Declared
from slalang.policy.findings import Findings
from slalang.policy.loaded import Loaded
from slalang.source import Location, suggestion
from slalang.syntax import nodes


def amended(old: Loaded, new: Loaded, findings: Findings) -> Loaded:
    """The blocks of the old version but for those struck or replaced, and those of the new."""
    assert old.first is not None and new.first is not None
    struck = _struck(old, new.first, findings)
    replacing = {block.id: block for block in new.blocks if block.block.line("replaces")}
    known = {block.id for block in old.blocks if block.kind != "policy"}
    for id, block in replacing.items():
        if id not in known:
            message = f"`{id}` replaces nothing: the version before has no such block"
            findings.error("SLA524", message, block.location, help=suggestion(id, known) or "leave out `replaces: yes`")
    _refuse_namesakes(old, new, replacing, struck, findings)
    gone = {*struck, "policy", *(block.id for block in new.blocks)}
    kept = [block for block in old.blocks if block.kind != "policy" and block.id not in gone]
    headings = (*old.headings, *new.headings)
    return new._replace(blocks=(*kept, *new.blocks), headings=headings, older=(old.first, *old.older))


def _refuse_namesakes(
    old: Loaded, new: Loaded, replacing: dict[str, Declared], struck: set[str], findings: Findings
) -> None:
    before = {block.id: block for block in old.blocks}
    for block in new.blocks:
        other = before.get(block.id)
        if block.kind not in ("policy", "use") and other and block.id not in replacing and block.id not in struck:
            findings.error(
                "SLA525", f"the version before has `{block.id}` too", block.location,
                secondary=((other.location, "in the version before"),), help="add `replaces: yes`, or rename it",
            )  # fmt: skip


def _struck(old: Loaded, first: Declared, findings: Findings) -> set[str]:
    """The blocks that no longer hold."""
    line = first.block.line("strikes")
    if line is None or not isinstance(line.value, nodes.Names):
        return set()
    known = {_called(block): block.id for block in old.blocks if block.kind != "policy"}
    found = set()
    for item in line.value.items:
        word = item.word if isinstance(item, nodes.Name) else item.name.word
        if word in known:
            found.add(known[word])
        else:
            message = f"the version before has no `{word}` to strike"
            findings.error(
                "SLA526", message, Location(first.source, item.span), help=suggestion(word, known) or "leave it out"
            )
    return found


def _called(declared: Declared) -> str:
    name = declared.block.name
    return declared.kind if declared.kind in NAMELESS or name is None else name.word
