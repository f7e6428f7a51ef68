"""The evaluation graph: every rule and declaration of a policy as a node, in an order in which to evaluate them."""

from typing import Literal, NamedTuple, TypeVar

from slalang.graph.rules import Body
from slalang.graph.values import Period, Slot
from slalang.source import Clause, Place

SCHEMA_VERSION = 1

B = TypeVar("B")


class Node(NamedTuple):
    """One declaration or rule; `inputs` are the nodes that its answer rests on, all of them earlier."""

    id: str
    title: str | None
    clauses: tuple[Clause, ...]
    """Empty: the author's own."""
    place: Place
    inputs: tuple[str, ...]
    body: Body
    notes: tuple[str, ...] = ()


class Document(NamedTuple):
    """A document that clauses point into."""

    id: str
    title: str | None
    at: str | None
    headings: tuple[str, ...]


class Header(NamedTuple):
    """What the policy says of itself. `zone` is for dates and answers."""

    name: str
    title: str | None
    zone: Slot[str]
    in_force: Slot[Period]
    version: str | None
    version_by: str
    missing_date: Literal["last", "next"] | None
    owed_by: str
    owed_to: str
    documents: tuple[Document, ...]
    place: Place
    agreement: str | None = None
    """The other party, where an agreement fills in a template."""
    notes: tuple[str, ...] = ()
    in_force_at: Place | None = None
    """The line of the period, if there is one."""
    other_periods: tuple[Period, ...] = ()
    """Those of the other versions of the policy, where they were loaded with it."""


class PinnedHolidays(NamedTuple):
    """The dates of a public holiday set for some years; `dates` are (ISO date, name)."""

    country: str
    subdivision: str | None
    observed: bool
    years: tuple[int, ...]
    dates: tuple[tuple[str, str], ...]


class Graph:
    """Immutable: a header, nodes in topological order, and the holidays that are pinned (None: not pinned)."""

    __slots__ = ("_by_body", "_by_id", "header", "holidays", "nodes")

    def __init__(self, header: Header, nodes: tuple[Node, ...], holidays: tuple[PinnedHolidays, ...] | None) -> None:
        by_body: dict[type, list[Node]] = {}
        for node in nodes:
            by_body.setdefault(type(node.body), []).append(node)
        for name, value in (
            ("header", header),
            ("nodes", nodes),
            ("holidays", holidays),
            ("_by_id", {node.id: node for node in nodes}),
            ("_by_body", by_body),
        ):
            object.__setattr__(self, name, value)

    header: Header
    nodes: tuple[Node, ...]
    holidays: tuple[PinnedHolidays, ...] | None
    _by_id: dict[str, Node]
    _by_body: dict[type, list[Node]]

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a graph is immutable: {name}")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Graph) and (self.header, self.nodes, self.holidays) == (
            other.header,
            other.nodes,
            other.holidays,
        )

    __hash__ = None  # type: ignore[assignment]

    def get(self, id: str) -> Node | None:
        """The node of that name, if there is one."""
        return self._by_id.get(id)

    def of(self, body: type[B]) -> list[tuple[Node, B]]:
        """The nodes of one kind, each with its body."""
        return [(node, node.body) for node in self._by_body.get(body, ())]  # type: ignore[misc]

    def one(self, body: type[B]) -> B | None:
        """The only body of a kind of which a policy has at most one (tiers, channels, windows, severities)."""
        found = self._by_body.get(body)
        return found[0].body if found else None  # type: ignore[return-value]
