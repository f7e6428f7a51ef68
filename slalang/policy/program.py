"""A policy while it is compiled: what it declares, what was found wrong, what has been asked for."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from slalang.calendar import Calendar, CalendarSpec, HolidayBook
from slalang.graph.specs import Shared
from slalang.graph.values import Hole, Slot
from slalang.policy.axes import AXIS_KINDS, axis_of
from slalang.policy.citations import Citations
from slalang.policy.declared import Axis, Declared
from slalang.policy.findings import Findings
from slalang.policy.lost import Lost
from slalang.source import Clause, Diagnostic, Location, Place, Source, Span
from slalang.syntax import nodes, parse_as
from slalang.syntax.schema import KINDS


class Meaning(NamedTuple):
    """A row of a reading: where its value stands."""

    name: str
    value: Span
    words: str


class Fill(NamedTuple):
    """A value that an agreement gives: where it stands, and for which members of which axes."""

    span: Span
    clauses: tuple[Clause, ...]
    members: tuple[tuple[str, str], ...] = ()


class Given(NamedTuple):
    """A parameter: what it takes, and what the agreement gives, as one value (`fill`) or for each of its axes."""

    takes: str
    axes: tuple[str, ...]
    hole: Hole
    source: Source
    fill: Fill | None = None
    fills: tuple[Fill, ...] = ()


class Program:
    """The declarations of a policy, looked up by name; mistakes gather in `findings`."""

    def __init__(
        self,
        declared: dict[str, Declared],
        citations: Citations,
        findings: Findings,
        holidays: HolidayBook | None,
        lost: Lost,
        damaged: frozenset[str],
    ) -> None:
        self.declared = declared
        self.lost = lost
        self.damaged = damaged
        """The kinds of the blocks that could not be read: if there are any, little is said to be missing."""
        self.citations = citations
        self.findings = findings
        self.holidays = holidays
        self.parameters: dict[str, Given] = {}
        self.header_zone: Slot[str] | None = None
        """The zone of the policy; None where only its calendars have one."""
        self.owed_by, self.owed_to = "vendor", "customer"
        self.unions: dict[str, tuple[str, ...]] = {}
        """The calendars that are unions of windows, by name."""
        self.specs: Shared = {}
        self.calendars: dict[CalendarSpec, Calendar] = {}
        """The calendars that have been looked at, and what they are made of, each once."""
        self._axes: dict[str, Axis | None] = {}
        self._meanings: dict[str, tuple[Meaning, ...]] = {}
        self._locations: dict[Place, Location] = {}
        self._parsed: dict[tuple[str, str, Span], tuple[Any, Diagnostic | None]] = {}

    def of_kind(self, *kinds: str) -> list[Declared]:
        """The blocks of some kinds, in the order of the files."""
        return [found for found in self.declared.values() if found.kind in kinds]

    def is_kind(self, name: str, kind: str) -> bool:
        """Whether a name is that of a block of a kind."""
        found = self.declared.get(name)
        return found is not None and found.kind == kind

    def axis(self, name: str) -> Axis | None:
        """The axis of a name, if the policy has it: severity, tier, channel, window, a fact or an option."""
        if name not in self._axes:
            found = None if name in AXIS_KINDS.values() else self.declared.get(AXIS_KINDS.get(name, name))
            self._axes[name] = axis_of(found.block) if found else None
        return self._axes[name]

    def is_lost(self, name: str) -> bool:
        """Whether a broken head may have declared an axis of that name: then nothing is said of it."""
        found = self.declared.get(name)
        kind_unknown = found is not None and found.kind not in KINDS
        return kind_unknown or self.lost.may_be(name, (AXIS_KINDS.get(name, "fact"), "option"))

    def is_kind_lost(self, kind: str) -> bool:
        """Whether a block that could not be read may be of a kind, or is of one and has lost a line."""
        return any(found == kind or found not in KINDS for found in self.damaged) or self.lost.may_be(kind, (kind,))

    def axes(self) -> list[str]:
        """The names of all axes that the policy has."""
        names = [*AXIS_KINDS, *(found.id for found in self.of_kind("fact", "option"))]
        return [name for name in names if self.axis(name) is not None]

    def meanings(self, reading: str) -> tuple[Meaning, ...]:
        """The meanings of a reading."""
        if reading not in self._meanings:
            self._meanings[reading] = tuple(_meanings(self.declared[reading].block))
        return self._meanings[reading]

    @property
    def zone(self) -> str | None:
        """The zone of the policy, where it is stated."""
        return self.header_zone if isinstance(self.header_zone, str) else None

    def parsed(
        self, symbol: str, source: Source, span: Span, phrases: tuple[str, ...]
    ) -> tuple[Any, Diagnostic | None]:
        """What a text in a reading or a fill says where a value of some type is wanted, parsed once for each type."""
        key = (" or ".join((symbol, *phrases)), source.name, span)
        if key not in self._parsed:
            self._parsed[key] = parse_as(symbol, source, span, phrases)
        return self._parsed[key]

    def remember(self, location: Location) -> Place:
        """The place of a location, from which the location can be told again."""
        place = location.place
        self._locations.setdefault(place, location)
        return place

    def location(self, place: Place) -> Location:
        """The whole extent of what stands at a place that was remembered."""
        return self._locations[place]


def _meanings(block: nodes.Block) -> Iterable[Meaning]:
    table = block.table
    headings = table.columns if table else ()
    columns = {heading.key: index for index, heading in enumerate(headings) if isinstance(heading, nodes.KeyColumn)}
    if table is None or not {"meaning", "value", "in words"} <= columns.keys():
        return
    for row in table.rows:
        name, value, words = (row.cells[columns[key]].value for key in ("meaning", "value", "in words"))
        if isinstance(name, nodes.Name) and isinstance(value, nodes.Raw):
            yield Meaning(name.word, value.span, words.text if isinstance(words, nodes.Text) else "")
