"""Where a value stands: everything that turning it into a part of the graph needs to know."""

from collections.abc import Iterable
from typing import NamedTuple

from slalang.graph.values import Hole
from slalang.policy.declared import Declared, listed, one_of
from slalang.policy.program import Program
from slalang.source import Clause, Location, Place, Source, Span, suggestion
from slalang.syntax import nodes
from slalang.syntax.schema import KINDS


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

    def find(
        self, name: nodes.Name, kinds: tuple[str, ...], *, also: Iterable[str] = (), beside: str = "",
        otherwise: str = "",
    ) -> Declared | None:  # fmt: skip
        """The block of a name, if it is of one of the kinds; else that is reported, with what was perhaps meant.

        `also` are further names that would be right there, which `beside` calls by their kind; `otherwise` is what to
        do where no known name is near, and declaring it is no way out.
        """
        found = self.program.declared.get(name.word)
        if found is None:
            self._unknown(name, kinds, also, beside, otherwise)
        elif found.kind not in KINDS:
            return None
        elif found.kind not in kinds:
            if found.kind == "reading":
                word = name.word
                self.use(word)
                otherwise = f"let the whole value be what `{word}` means, and write `{word}` alone in its place"
            message = f"`{name.word}` is {one_of((found.kind,))}, and here stands {one_of(kinds)}"
            self.error("SLA223", message, name.span, help=otherwise, secondary=((found.location, "declared here"),))
        elif found.hidden and found.source.name != self.source.name:
            message = f"`{name.word}` is not taken from `{found.source.name}`"
            self.error("SLA225", message, name.span, help="add it to the `takes:` of the `use` of that file")
        else:
            return found
        return None

    def _unknown(
        self, name: nodes.Name, kinds: tuple[str, ...], also: Iterable[str], beside: str, otherwise: str
    ) -> None:
        if self.program.lost.may_be(name.word, kinds):
            self.lose(name.span)
            return
        known = [found.id for found in self.program.of_kind(*kinds) if not found.hidden]
        words = listed((beside, *kinds) if beside else kinds)
        help = suggestion(name.word, [*known, *also]) or otherwise or f'declare it: `{kinds[0]} {name.word} "..."`'
        self.error("SLA220", f"no {words} is called `{name.word}`", name.span, label=f"in {self.where}", help=help)

    def error(
        self, code: str, message: str, span: Span, *, label: str = "", help: str = "",
        secondary: tuple[tuple[Location, str], ...] = (),
    ) -> None:  # fmt: skip
        clause = self.clauses[0] if self.clauses else None
        self.program.findings.error(
            code, message, self.at(span), label=label, help=help, secondary=secondary, clause=clause
        )

    def lose(self, span: Span) -> None:
        """Note that what stands there can't be known, since a line was broken elsewhere, which has been reported."""
        self.program.findings.mistakes.append(self.at(span))

    def broken(self, span: Span) -> Hole:
        """What stands for a value in which a mistake was found: later passes go on, and the policy is invalid."""
        self.lose(span)
        return Hole("unstated", self.what, self.place(span), self.clauses)

    def hole(self, node: nodes.Hole) -> Hole:
        """A hole as the author states it."""
        match node:
            case nodes.Unstated(span):
                return Hole("unstated", self.what, self.place(span), self.clauses)
            case nodes.Deferred(to, span):
                refers = self.program.citations.clause(self.source, to)
                return Hole("deferred", self.what, self.place(span), self.clauses, refers=refers)


def site_of(program: Program, declared: Declared, owner: Owner, what: str) -> Site:
    """Where the values of a block stand."""
    return Site(program, owner, declared.source, program.citations.of_block(declared), what)
