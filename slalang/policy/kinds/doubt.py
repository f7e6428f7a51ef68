"""Readings; and what is checked and has no effect yet: credits, laws."""

from __future__ import annotations

import re
from collections.abc import Iterable

from slalang.graph import rules
from slalang.policy.declared import Declared
from slalang.policy.laws import check_law
from slalang.policy.lines import optional, when
from slalang.policy.program import Program
from slalang.policy.site import Site
from slalang.policy.tables import combinations, entries
from slalang.policy.values.amounts import amount
from slalang.policy.values.lists import block_names, stated
from slalang.policy.values.plain import over
from slalang.source import Diagnostic, suggestion
from slalang.syntax import nodes

_COMMENT = re.compile(r'("[^"\r\n]*")|#[^\r\n]*')
"""A string, in which nothing is a comment, or a comment."""


def reading_body(site: Site, declared: Declared) -> rules.Reading:
    block = declared.block
    meanings = site.program.meanings(declared.id)
    _refuse_twice(site, declared)
    line = block.line("default")
    default = line.value.word if line and isinstance(line.value, nodes.Name) else ""
    names = [meaning.name for meaning in meanings]
    if not names and not block.damaged:
        help = f"{'head its table' if block.table else 'add a table headed'} `| meaning | value | in words |`"
        site.error("SLA237", f"`{declared.id}` has no meanings", declared.location.span, help=help)
    elif line and default and default not in names and _all_meanings_read(site, block, names, default):
        help = suggestion(default, names) or f"its meanings are {', '.join(names)}"
        site.error("SLA237", f"`{declared.id}` has no meaning `{default}`", line.value.span, help=help)
    because = block.line("because")
    return rules.Reading(
        default=default,
        because=because.value.text if because and isinstance(because.value, nodes.Text) else "",
        meanings=tuple(rules.Meaning(name, site.text(value), words) for name, value, words in meanings),
    )


def _all_meanings_read(site: Site, block: nodes.Block, names: list[str], default: str) -> bool:
    """Whether no broken line can be that of the meaning that is the default."""
    whole = block.table is not None and len(names) == len(block.table.rows)
    return whole and not site.program.lost.may_be(default, ())


def _refuse_twice(site: Site, declared: Declared) -> None:
    seen: set[str] = set()
    table = declared.block.table
    for row in table.rows if table else ():
        name = row.cells[0].value if row.cells else None
        if isinstance(name, nodes.Name):
            if name.word in seen:
                site.error("SLA242", f"`{declared.id}` has the meaning `{name.word}` twice", name.span)
            seen.add(name.word)


def warn_of_unused(program: Program, used: set[str], before: Iterable[str]) -> None:
    """A parameter that decides nothing is reported; the version before may have used it where it has been replaced."""
    for declared in program.of_kind("parameter"):
        known = program.parameters[declared.id].takes and declared.source.name not in before
        if known and declared.id not in used and not declared.hidden:
            message = f"the parameter `{declared.id}` is never used"
            help = f"write `{declared.id}` where the agreement decides, or remove the parameter"
            program.findings.add(Diagnostic("SLA244", message, declared.location, help=help, severity="warning"))


def refuse_unused(program: Program, used: set[str]) -> None:
    """A reading that decides nothing is a mistake; one that only a library sees is for others too."""
    for declared in program.of_kind("reading"):
        if declared.id not in used and not declared.hidden:
            program.findings.error(
                "SLA236",
                f"the reading `{declared.id}` is never used",
                declared.location,
                help=f"write `{declared.id}` where the contract leaves the doubt, or remove the reading",
            )


ATTAINMENT = "attainment"
"""The axis of a table of credits that no policy declares: the share that was met."""


def credit_body(site: Site, declared: Declared) -> rules.Inert:
    block = declared.block
    optional(site, block, "for", lambda at, node: stated(at, block_names(at, node, ("commitment",)), node))
    when(site, block)
    optional(site, block, "counted over", over)
    optional(site, block, "claim within", amount)
    for entry in entries(site, block.table):
        combinations(site, tuple(key for key in entry.keys if key[0].word != ATTAINMENT))
    return rules.Inert("credit", _text(site, block))


def law_body(site: Site, declared: Declared) -> rules.Inert:
    check_law(site, declared.block)
    return rules.Inert("law", _text(site, declared.block))


def _text(site: Site, block: nodes.Block) -> str:
    """A block as it is written, without its comments."""
    return " ".join(_COMMENT.sub(r"\1", site.source.at(block.span)).split())
