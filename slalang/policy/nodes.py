"""Every block of a policy as a node of the graph."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from slalang.graph import Node
from slalang.graph.calendars import Hours, Parts
from slalang.graph.rules import Body, CalendarRule, Windows
from slalang.policy.declared import FRAME, ROWS_ARE_RULES, Declared
from slalang.policy.kinds import coverage, doubt, incident, promises, severity
from slalang.policy.kinds.calendar import calendar_body
from slalang.policy.kinds.commitment import commitment_body
from slalang.policy.kinds.targets import check_targets
from slalang.policy.lines import notes
from slalang.policy.parameters import parameter_body
from slalang.policy.program import Program
from slalang.policy.rows import Rule, rules_of
from slalang.policy.site import Owner, Site, site_of
from slalang.policy.tables import refuse_line_and_column
from slalang.source import Clause, Span
from slalang.syntax.nodes import Block
from slalang.syntax.schema import KINDS

OF_BLOCK: dict[str, Callable[[Site, Block], Body]] = {
    "party": incident.party_body,
    "tiers": incident.tiers_body,
    "option": incident.option_body,
    "channels": incident.channels_body,
    "fact": incident.fact_body,
    "windows": incident.windows_body,
    "event": incident.event_body,
    "severities": severity.severities_body,
    "severity": severity.definition_body,
    "reclassification": severity.reclassification_body,
    "change": severity.change_body,
    "calendar": calendar_body,
}

OF_DECLARED: dict[str, Callable[[Site, Declared], Body]] = {
    "coverage": coverage.coverage_body,
    "exclusion": coverage.exclusion_body,
    "pause": coverage.pause_body,
    "commitment": commitment_body,
    "duty": promises.duty_body,
    "closure": promises.closure_body,
    "reopening": promises.reopening_body,
    "reading": doubt.reading_body,
    "credit": doubt.credit_body,
    "law": doubt.law_body,
}

OF_RULE: dict[str, Callable[[Rule], Body]] = {
    "entitlement": promises.entitlement_body,
    "escalation": promises.escalation_body,
    "notice": promises.escalation_body,
}

assert OF_RULE.keys() == ROWS_ARE_RULES


def compile_nodes(program: Program) -> list[Node]:
    """The nodes of all blocks that become some, and the calendars that are unions of windows."""
    check_targets(program)
    found = [node for declared in program.declared.values() for node in _nodes(program, declared)]
    return [*found, *_unions(program, found)]


def _nodes(program: Program, declared: Declared) -> Iterator[Node]:
    if declared.kind in FRAME or declared.kind == "targets" or declared.kind not in KINDS:
        return
    site = site_of(program, declared, Owner(declared.id, declared.kind), declared.id)
    refuse_line_and_column(site, declared.block)
    if declared.kind in OF_RULE:
        for rule in rules_of(declared, site):
            yield _node(declared, rule.site, OF_RULE[declared.kind](rule), rule.span, rule.clauses)
    else:
        yield _node(declared, site, _body(program, site, declared), declared.location.span, site.clauses)


def _body(program: Program, site: Site, declared: Declared) -> Body:
    if declared.kind == "parameter":
        return parameter_body(program, declared)
    if declared.kind in OF_BLOCK:
        return OF_BLOCK[declared.kind](site, declared.block)
    return OF_DECLARED[declared.kind](site, declared)


def _node(declared: Declared, site: Site, body: Body, span: Span, clauses: tuple[Clause, ...]) -> Node:
    block = declared.block
    return Node(
        id=site.owner.id,
        title=block.title.text if block.title else None,
        clauses=tuple(dict.fromkeys((*clauses, *site.owner.cites))),
        place=site.place(span),
        inputs=tuple(sorted(site.owner.uses)),
        body=body,
        notes=notes(site, block),
    )


def _unions(program: Program, nodes: list[Node]) -> Iterator[Node]:
    """The calendars that are open in some windows of the week, with the working day of all."""
    windows = next((node for node in nodes if isinstance(node.body, Windows)), None)
    if windows is None or not isinstance(windows.body, Windows) or program.header_zone is None:
        return
    for id, parts in program.unions.items():
        hours = Hours(program.header_zone, (Parts(parts),), working_day=windows.body.working_day)
        yield windows._replace(id=id, title=None, body=CalendarRule(hours), notes=())
