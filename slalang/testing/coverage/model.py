"""What there is to exercise in a policy, what a scenario exercised of it, and what both come to."""

from typing import Literal, NamedTuple, TypeAlias

from slalang.source import Clause, Place

SCHEMA_VERSION = 1

Kind: TypeAlias = Literal["clause", "rule", "cell", "exception", "hours", "reading", "effect"]

KINDS: dict[Kind, str] = {
    "clause": "clauses",
    "rule": "rules",
    "cell": "table cells",
    "exception": "exceptions",
    "hours": "calendar cells",
    "reading": "readings",
    "effect": "effects of changes",
}
"""Each kind of what can be exercised, and what several are called."""

Mark: TypeAlias = tuple[Kind, str]
"""Something that was exercised: its kind, and its name, which no other of the kind has in that policy."""

Hour: TypeAlias = tuple[str, int, int]
"""An hour of the week of incidents of a severity: its name, the weekday (0 is Monday), the hour."""

ANY = "any severity"
"""Stands for the severity where a policy has none, or it is not known."""


class Item(NamedTuple):
    """Something that scenarios can exercise."""

    kind: Kind
    name: str
    clauses: tuple[Clause, ...]
    place: Place

    @property
    def mark(self) -> Mark:
        return self.kind, self.name


class PolicyName(NamedTuple):
    """Which policy it is: a version, or an agreement that fills it in, is one of its own."""

    name: str
    version: str | None
    agreement: str | None
    file: str


class ScenarioName(NamedTuple):
    """Which scenario it is."""

    file: str
    name: str


class Catalogue(NamedTuple):
    """All that a policy has to exercise; `open` are the hours in which some incident of a severity can be covered."""

    policy: PolicyName
    title: str | None
    items: tuple[Item, ...]
    severities: tuple[str, ...]
    open: frozenset[Hour]


class Trace(NamedTuple):
    """What one scenario exercised; traces of several runs are joined by putting them side by side.

    `starts` are the hours in which its clocks started, `clocks` those in which they counted.
    """

    policy: PolicyName
    scenario: ScenarioName
    marks: frozenset[Mark]
    starts: frozenset[Hour] = frozenset()
    clocks: frozenset[Hour] = frozenset()


class Covered(NamedTuple):
    """An item with the scenarios that exercised it, in their order."""

    item: Item
    scenarios: tuple[ScenarioName, ...]


class Share(NamedTuple):
    """How many of how many are exercised."""

    covered: int
    total: int

    @property
    def percent(self) -> int:
        """Rounded down, so that 100 is all of them; of nothing it is 100."""
        return 100 * self.covered // self.total if self.total else 100


class HourUse(NamedTuple):
    """An hour of the week: whether incidents of the severity can be covered, and in how many scenarios clocks ran."""

    open: bool
    started: int
    counted: int


class PolicyCoverage(NamedTuple):
    """What the scenarios of a policy exercised of it."""

    policy: PolicyName
    title: str | None
    scenarios: tuple[ScenarioName, ...]
    covered: tuple[Covered, ...]
    weeks: tuple[tuple[str, tuple[HourUse, ...]], ...]
    """For each severity the 168 hours of the week, from Monday at midnight."""

    def of(self, kind: Kind) -> tuple[Covered, ...]:
        """What there is of a kind."""
        return tuple(one for one in self.covered if one.item.kind == kind)

    def share(self, *kinds: Kind) -> Share:
        """How much of some kinds is exercised; of all, where none is named."""
        found = [one for one in self.covered if not kinds or one.item.kind in kinds]
        return Share(sum(bool(one.scenarios) for one in found), len(found))

    def missing(self) -> tuple[Item, ...]:
        """What no scenario exercised, in the order of the policy."""
        return tuple(one.item for one in self.covered if not one.scenarios)
