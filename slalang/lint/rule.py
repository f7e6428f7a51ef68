"""What a rule is, and what it says: the interface of everybody who writes one."""

from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple, TypeAlias

from slalang.lint.change import Mend
from slalang.lint.node import At
from slalang.lint.subject import Policy
from slalang.source import Severity

Group = Literal["contract", "correctness", "style", "migration"]


class Rule(NamedTuple):
    """What a module of a rule says of it; its name is that of the module, its manual page the docstring."""

    code: str
    group: Group
    level: Severity = "warning"


class Found(NamedTuple):
    """What a rule found: at which node, in one line; the label stands below it, the help says what to do.

    `see` are further nodes, each with its label. A node is one of a file, or of the graph.
    """

    at: At
    message: str
    label: str = ""
    help: str = ""
    see: tuple[tuple[At, str], ...] = ()
    fix: Mend | None = None


Check: TypeAlias = Callable[[Policy], Iterator[Found]]


class Known(NamedTuple):
    """A rule that was found, by its name; its manual is the docstring of its module."""

    name: str
    rule: Rule
    check: Check
    manual: str
    custom: bool = False
