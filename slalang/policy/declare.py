"""From blocks to declarations: each name once, none that the language needs itself."""

from __future__ import annotations

from slalang.policy.citations import Citations
from slalang.policy.declared import GIVEN_EVENTS, NAMELESS, Declared
from slalang.policy.findings import Findings
from slalang.policy.load import FIRST
from slalang.policy.loaded import Loaded
from slalang.source import Location
from slalang.syntax.schema import GIVEN, KINDS

UNNAMED = frozenset({*FIRST, "use"})
"""Kinds whose blocks nothing refers to."""


def declarations(loaded: Loaded, findings: Findings) -> dict[str, Declared]:
    """The blocks of a policy by their names; a name that stands twice keeps its first block."""
    found: dict[str, Declared] = {}
    for declared in loaded.blocks:
        if declared.kind in UNNAMED or _nameless(declared):
            continue
        _refuse_word(declared, findings)
        other = found.setdefault(declared.id, declared)
        if other is not declared:
            _refuse_second(declared, other, findings)
    if loaded.agreement is None:
        return _without_fills(found, findings)
    return found


def _nameless(declared: Declared) -> bool:
    """A head without the name that it needs, which has been reported."""
    return declared.block.name is None and declared.kind in KINDS and declared.kind not in (*NAMELESS, "reopening")


def _refuse_second(declared: Declared, other: Declared, findings: Findings) -> None:
    location = declared.location
    if declared.block.name is None:
        message = f"a policy has one `{declared.kind}`"
    elif declared.kind in ("severity", "fill"):
        message = f"`{declared.id}` is there twice"
    else:
        message = f"`{declared.id}` is declared twice"
    findings.error(
        "SLA221", message, location, secondary=((other.location, "first declared here"),),
        help="choose another name, or join the blocks",
    )  # fmt: skip


def _refuse_word(declared: Declared, findings: Findings) -> None:
    name = declared.block.name
    if name is None or declared.kind == "severity" or declared.kind not in KINDS:
        return
    given = name.word in GIVEN and not (declared.kind == "event" and name.word in GIVEN_EVENTS)
    if given or name.word in NAMELESS:
        message = f"`{name.word}` has a meaning of its own in the language"
        findings.error("SLA222", message, declared.location, help="choose another name")


def _without_fills(found: dict[str, Declared], findings: Findings) -> dict[str, Declared]:
    """The declarations of a file that is no agreement, and so fills in nothing."""
    for declared in found.values():
        if declared.kind == "fill":
            location = Location(declared.source, declared.block.kind_span)
            help = "begin the file with `agreement` and `fills in:`"
            findings.error("SLA529", "a `fill` belongs into an agreement", location, help=help)
    return {id: declared for id, declared in found.items() if declared.kind != "fill"}


def citations(loaded: Loaded, found: dict[str, Declared], findings: Findings) -> Citations:
    """The documents of a policy; what its headings cite is checked, whatever stands below them."""
    documents = {name: declared for name, declared in found.items() if declared.kind == "source"}
    checked = Citations(documents, findings)
    for source, heading in loaded.headings:
        checked.of_heading(source, heading)
    return checked
