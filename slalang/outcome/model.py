"""What an evaluation returns: obligations with their status, and for each the reasons.

Instants are UTC microseconds; `left`, `late`, `used` and `target` are microseconds of the clock's own measure.
"""

from typing import Any, Literal, NamedTuple, TypeAlias

from slalang.source import Clause, Place

SCHEMA_VERSION = 1

Status: TypeAlias = Literal[
    "not started", "running", "at risk", "paused", "met", "missed", "cancelled", "waived", "undetermined", "unknown",
    "not owed", "not covered", "no time",
]  # fmt: skip
"""`no time`: efforts without a time; `not owed`: the contract promises none; `not covered`: never covered."""


StepState: TypeAlias = Literal["happened", "to come", "dropped", "unknown", "on occasion", "does not apply"]
"""`does not apply`: it comes under other readings only, and is told where all were asked for."""


class Reason(NamedTuple):
    """A step of a derivation: what was found, and the reasons that it rests on.

    `kind` is one of: severity, rule, cell, calendar, holiday, fact, event, pause, reading, hole, option, tier, channel,
    commitment, target, start, counted, skipped, due, verdict, conflict, gap, change, default.
    `data` holds the machine-readable part (instants, amounts, names), sorted by key.
    """

    kind: str
    id: str
    text: str
    clauses: tuple[Clause, ...] = ()
    place: Place | None = None
    data: tuple[tuple[str, Any], ...] = ()
    because: "tuple[Reason, ...]" = ()


class Stretch(NamedTuple):
    """A part of a clock's life: counted, or skipped for a reason ("Easter Monday, England & Wales")."""

    start: int
    end: int
    counted: bool
    reason: str
    kind: Literal["open", "closed", "pause", "not covered"] = "open"


class StepAlternative(NamedTuple):
    """What a step would be for one assignment of readings, and of missing facts."""

    given: tuple[tuple[str, tuple[str, ...]], ...]
    """Each name (reading or fact) with the values that lead here."""
    at: int | None
    to: tuple[str, ...]
    state: StepState


class Step(NamedTuple):
    """An escalation or a notice of an obligation, or of the incident. `at` None: it comes only if its occasion does."""

    rule: str
    title: str | None
    at: int | None
    to: tuple[str, ...]
    by: str | None
    notice: bool
    occasion: str
    state: StepState
    clauses: tuple[Clause, ...]
    place: Place
    why: Reason
    alternatives: tuple[StepAlternative, ...] = ()
    """Where all readings were asked for, and the step is not the same under all of them."""
    earliest: int | None = None
    latest: int | None = None
    """Over all readings, where they were asked for."""


class Alternative(NamedTuple):
    """What an obligation would be for one assignment of missing facts, or of readings."""

    given: tuple[tuple[str, tuple[str, ...]], ...]
    """Each name (fact or reading) with the values that lead here."""
    status: Status
    due: int | None
    text: str


class Obligation(NamedTuple):
    """A commitment's instance for this incident."""

    id: str
    """The commitment's name; with `for each` and links: `update 2`, `response:part-a`."""
    commitment: str
    title: str | None
    status: Status
    force: str | None
    owed_by: tuple[str, ...]
    owed_to: tuple[str, ...]
    clauses: tuple[Clause, ...]
    place: Place
    why: Reason
    target_text: str | None = None
    strict: bool = False
    opened: int | None = None
    """The start event; `start` is later where the start was held over."""
    start: int | None = None
    expected: int | None = None
    due: int | None = None
    projected_due: int | None = None
    """While a pause is open: due if it ended now."""
    stopped: int | None = None
    """The milestone that met it, or came late."""
    target: int | None = None
    measure: Literal["working", "elapsed", "date"] | None = None
    used: int | None = None
    left: int | None = None
    late: int | None = None
    attainment: str | None = None
    stretches: tuple[Stretch, ...] = ()
    steps: tuple[Step, ...] = ()
    missing: tuple[str, ...] = ()
    """Facts (or tier, channel, severity, options) that would settle it, most telling first."""
    alternatives: tuple[Alternative, ...] = ()
    readings: tuple[tuple[str, str], ...] = ()
    """The readings that the answer rests on, with the meaning used."""
    holes: tuple[str, ...] = ()
    earliest_due: int | None = None
    latest_due: int | None = None
    """Over all readings, where they were asked for."""


class SeverityPiece(NamedTuple):
    start: int
    end: int | None
    severity: str | None
    text: str
    why: Reason


PromiseState: TypeAlias = Literal["applies", "does not apply", "undetermined", "unknown"]


class PromiseAlternative(NamedTuple):
    """What a promise would be for one assignment of missing facts, or of readings."""

    given: tuple[tuple[str, tuple[str, ...]], ...]
    """Each name (fact or reading) with the values that lead here."""
    state: PromiseState
    due: int | None


class Promise(NamedTuple):
    """A duty, an entitlement, a closure, an exclusion that applies, or one that is undetermined."""

    kind: Literal["duty", "entitlement", "closure", "exclusion"]
    id: str
    title: str | None
    state: PromiseState
    force: str | None
    owed_by: tuple[str, ...]
    owed_to: tuple[str, ...]
    what: tuple[str, ...]
    since: int | None
    due: int | None
    """Of a closure: the instant from which it is allowed."""
    missing: tuple[str, ...]
    clauses: tuple[Clause, ...]
    place: Place
    why: Reason
    alternatives: tuple[PromiseAlternative, ...] = ()
    """What the missing facts lead to; where all readings were asked for, what these do, if not all to the same."""
    earliest_due: int | None = None
    latest_due: int | None = None
    """Of a closure, over all readings, where they were asked for."""


class Scope(NamedTuple):
    """Whether the policy governs the incident, to whom it is handed, and whether help is tried without a promise."""

    state: Literal["in scope", "out of scope", "undetermined", "unknown"]
    handed_to: tuple[str, ...]
    attempt: bool
    missing: tuple[str, ...]
    why: Reason


class Outcome(NamedTuple):
    """Everything that a policy says about one incident, as of an instant."""

    policy: str
    version: str | None
    scenario: str
    zone: str
    """In which answers are shown; UTC where the policy's is a hole, and a remark says so."""
    opened: int | None
    as_of: int
    scope: Scope
    severity: tuple[SeverityPiece, ...]
    obligations: tuple[Obligation, ...]
    steps: tuple[Step, ...]
    """Escalations and notices that belong to no obligation."""
    promises: tuple[Promise, ...]
    remarks: tuple[str, ...]
    """What the reader must know: "holidays not pinned", a period that is a hole, a setting without effect."""
    title: str | None = None
    """Of the policy."""
    agreement: str | None = None
    """The other party, where an agreement fills in the policy."""
