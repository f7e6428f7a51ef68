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
    replacing = {block.id: block for block in new.blocks if _replaces(block, findings)}
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


def refuse_amending(loaded: Loaded, findings: Findings) -> None:
    """Refuse what only an amendment can say in a file that amends nothing: its author forgot `amends:`."""
    assert loaded.first is not None
    strikes = loaded.first.block.line("strikes")
    if strikes:
        at = Location(loaded.first.source, strikes.key_span)
        findings.error("SLA238", "`strikes:` needs `amends:`", at, help='name the version before: `amends: "FILE"`')
    for block in loaded.blocks:
        if block.source is loaded.first.source and _replaces(block, findings):
            message = f"`{block.id}` replaces nothing: the file amends no other"
            help = "name the version before on a line `amends:` of the policy, or leave out `replaces: yes`"
            findings.error("SLA524", message, block.location, help=help)


def _replaces(declared: Declared, findings: Findings) -> bool:
    """Whether a block says that it replaces another; which blocks there are, no reading and no hole can say."""
    line = declared.block.line("replaces")
    if line and not isinstance(line.value, nodes.Choice | nodes.Invalid):
        at = Location(declared.source, line.value.span)
        findings.error("SLA171", f"`{at.text}` is not one of `yes`", at, help="write `yes`, or leave the line out")
    return line is not None


def _refuse_namesakes(
    old: Loaded, new: Loaded, replacing: dict[str, Declared], struck: set[str], findings: Findings
) -> None:
    before = {block.id: block for block in old.blocks}
    for block in new.blocks:
        other = before.get(block.id)
        known = block.kind in ("policy", "use") or block.id in replacing or block.id in struck
        if other and not known and other.location != block.location:
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
