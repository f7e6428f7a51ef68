"""Where a value stands: everything that turning it into a part of the graph needs to know."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from slalang.graph.values import Hole
from slalang.source import Clause, Location, Place, Source, Span
from slalang.syntax import nodes

if TYPE_CHECKING:
    from slalang.policy.program import Program


class Owner:
    """The node that is being made: `uses` gathers the nodes that its answer rests on, `cites` what its lines cite."""

    def __init__(self, id: str, kind: str = "") -> None:
        self.id, self.kind = id, kind
        self.uses: set[str] = set()
        self.cites: dict[Clause, None] = {}


class Site(NamedTuple):
    """A place in a policy. `what` says in words what a value there tells: "when office is open"."""

    program: Program
    owner: Owner
    source: Source
    clauses: tuple[Clause, ...]
    what: str
    trail: tuple[str, ...] = ()
    """The readings and parameters in whose stead a value is being looked at."""
    line: str = ""
    """The line or table of the value, as messages call it: "`open:` of `office`"."""

    @property
    def where(self) -> str:
        return self.line or self.what

    def at(self, span: Span) -> Location:
        return Location(self.source, span)

    def place(self, span: Span) -> Place:
        """Where a span begins; its whole extent is remembered for messages about the finished graph."""
        return self.program.remember(self.at(span))

    def text(self, span: Span) -> str:
        """What the author wrote, with single blanks."""
        return " ".join(self.source.at(span).split())

    def use(self, *ids: str) -> None:
        """Note that the answer of the node rests on others."""
        self.owner.uses.update(ids)

    def error(
        self, code: str, message: str, span: Span, *, label: str = "", help: str = "",
        secondary: tuple[tuple[Location, str], ...] = (),
    ) -> None:  # fmt: skip
        clause = self.clauses[0] if self.clauses else None
        self.program.findings.error(
            code, message, self.at(span), label=label, help=help, secondary=secondary, clause=clause
        )

    def broken(self, span: Span) -> Hole:
        """What stands for a value in which a mistake was found: later passes go on, and no graph is made."""
        return Hole("unstated", self.what, self.place(span), self.clauses)

    def hole(self, node: nodes.Hole) -> Hole:
        """A hole as the author states it."""
        match node:
            case nodes.Unstated(span):
                return Hole("unstated", self.what, self.place(span), self.clauses)
            case nodes.Deferred(to, span):
                refers = self.program.citations.clause(self.source, to)
                return Hole("deferred", self.what, self.place(span), self.clauses, refers=refers)
