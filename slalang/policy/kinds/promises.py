"""Duties, closures, reopening; and the rules that a table can give row by row: escalations, notices, entitlements."""

from __future__ import annotations

from typing import Literal

from slalang.graph import rules
from slalang.graph.values import Slot
from slalang.policy.declared import Declared
from slalang.policy.lines import chosen, exception_to, optional, or_else, owed_by, owed_to, repeated, required, when
from slalang.policy.rows import Rule
from slalang.policy.site import Site
from slalang.policy.values.amounts import amount
from slalang.policy.values.calendars import calendar
from slalang.policy.values.events import occasion
from slalang.policy.values.lists import block_names
from slalang.policy.values.people import who
from slalang.policy.values.plain import force, in_words, text
from slalang.syntax import nodes


def duty_body(site: Site, declared: Declared) -> rules.Duty:
    block = declared.block
    return rules.Duty(
        owed_by=required(site, block, "owed by", who),
        does=repeated(site, block, "does", text),
        force=or_else(site, block, "force", force, "guarantee"),
        when=when(site, block),
        exception_to=exception_to(site, block),
    )


def closure_body(site: Site, declared: Declared) -> rules.Closure:
    block = declared.block
    return rules.Closure(required(site, block, "on", occasion), when(site, block), exception_to(site, block))


CLOCKS: dict[str, Literal["resume", "new", "nothing"]] = {"resume": "resume", "new": "new", "nothing": "nothing"}


def reopening_body(site: Site, declared: Declared) -> rules.Reopening:
    block = declared.block
    return rules.Reopening(
        clocks=required(site, block, "clocks", chosen(CLOCKS)),
        commitments=optional(site, block, "for", _commitments),
        by=optional(site, block, "by", who),
        within=optional(site, block, "within", amount),
    )


def _commitments(site: Site, node: nodes.NamesValue) -> Slot[tuple[str, ...]] | None:
    return None if isinstance(node, nodes.Anything) else block_names(site, node, ("commitment",), acts_on=True)


def entitlement_body(rule: Rule) -> rules.Entitlement:
    site, block = rule.site, rule.block
    return rules.Entitlement(
        force=required(site, block, "force", force),
        owed_by=owed_by(site, block),
        owed_to=owed_to(site),
        gives=repeated(site, block, "gives", text),
        when=rule.when,
        exception_to=exception_to(site, block),
    )


MISS = {"stands": False, "is excused": True}


def escalation_body(rule: Rule) -> rules.Escalation:
    site, block = rule.site, rule.block
    means = optional(site, block, "by", text)
    return rules.Escalation(
        on=required(site, block, "on", occasion),
        to=required(site, block, "to", who),
        notice=block.kind == "notice",
        when=rule.when,
        by=None if means is None else in_words(means),
        counted_on=optional(site, block, "counted on", calendar),
        held_over_to=optional(site, block, "held over to", calendar),
        excuses_miss=or_else(site, block, "miss", chosen(MISS), False),
        exception_to=exception_to(site, block),
    )
