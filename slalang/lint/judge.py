"""Rules asked of a policy: what they find, as diagnostics."""

from collections.abc import Iterable, Iterator

from slalang.lint.edits import fix_of
from slalang.lint.rule import Found, Known
from slalang.lint.subject import NoGraph, Policy
from slalang.source import Diagnostic


def judge(policy: Policy, rules: Iterable[Known]) -> Iterator[Diagnostic]:
    """What some rules find in a policy; those that need a graph are silent where there is none."""
    for rule in rules:
        try:
            for found in rule.check(policy):
                yield _diagnostic(policy, rule, found)
        except NoGraph:
            continue


def _diagnostic(policy: Policy, known: Known, found: Found) -> Diagnostic:
    return Diagnostic(
        code=known.rule.code,
        message=found.message,
        location=policy.location(found.at),
        label=found.label,
        help=found.help,
        secondary=tuple((policy.location(node), label) for node, label in found.see),
        clause=policy.clause(found.at),
        fix=fix_of(policy, found.fix) if found.fix else None,
        severity=known.rule.level,
    )
