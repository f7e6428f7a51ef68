"""Rules asked of a policy: what they find, as diagnostics."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import nullcontext, redirect_stdout
from types import FunctionType
from typing import NamedTuple

from slalang.lint.edits import fix_of
from slalang.lint.rule import Found, Known
from slalang.lint.subject import NoGraph, Policy
from slalang.source import Diagnostic

FAILED = "SLA821"
"""The code of a custom rule that raised."""


class Judged(NamedTuple):
    """What was found in a policy, and the codes of the rules that could be asked of it."""

    findings: tuple[Diagnostic, ...]
    asked: frozenset[str]


def judge(policy: Policy, rules: Iterable[Known]) -> Judged:
    """What some rules find in a policy; those that need a graph are silent where there is none.

    What a user's own prints goes to the standard error: the answer has to stay whole for programs.
    """
    found: list[Diagnostic] = []
    asked = set()
    for rule in rules:
        try:
            with redirect_stdout(sys.stderr) if rule.custom else nullcontext():
                found += list(_findings(policy, rule))
            asked.add(rule.rule.code)
        except NoGraph:
            continue
    return Judged(tuple(found), frozenset(asked))


def _findings(policy: Policy, known: Known) -> Iterator[Diagnostic]:
    """What one rule finds; that it raised, if it is a user's own."""
    try:
        yield from (_diagnostic(policy, known, _insisted(found)) for found in known.check(policy))
    except NoGraph:
        raise
    except (Exception, SystemExit) as error:
        if not known.custom:
            raise
        where = f"`{known.name}` failed on `{policy.file.source.name}`{_line(known, error)}"
        message = f"the custom rule {where}: {type(error).__name__}: {error}"
        yield Diagnostic(FAILED, message, help="the other rules were asked all the same; mend it, or ignore it")


def _line(known: Known, error: BaseException) -> str:
    """The last line of a rule's own module that ran, for its author."""
    from traceback import walk_tb

    path = known.check.__code__.co_filename if isinstance(known.check, FunctionType) else None
    lines = [number for frame, number in walk_tb(error.__traceback__) if frame.f_code.co_filename == path]
    return f" in line {lines[-1]} of its module" if lines else ""


def _insisted(found: Found) -> Found:
    """What a rule found; raises TypeError where a user's own yields something else."""
    if not isinstance(found, Found):
        raise TypeError("what it yields is no `Found`")
    if not all(isinstance(text, str) for text in (found.message, found.label, found.help)):
        raise TypeError("the message, the label or the help of a `Found` is no text")
    return found


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
