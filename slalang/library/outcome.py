"""Outcomes for other programs: aware datetimes in the zone of the policy, lengths as timedeltas."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from slalang.outcome import model
from slalang.report.outcome.explain import explanation
from slalang.report.outcome.json import outcomes_json
from slalang.report.outcome.markdown import outcomes_markdown
from slalang.report.outcome.svg import outcomes_svg
from slalang.report.outcome.text import outcomes_text
from slalang.report.words import local
from slalang.source import Clause, Place


@dataclass(frozen=True)
class Step:
    """An escalation or a notice; `at` None: it comes only if its occasion does, or is not known."""

    rule: str
    at: datetime | None
    to: tuple[str, ...]
    occasion: str
    state: str
    is_notice: bool
    earliest: datetime | None
    latest: datetime | None
    """Over all readings, where they were asked for."""


@dataclass(frozen=True)
class Alternative:
    """What an obligation would be for some values of what is missing."""

    given: dict[str, tuple[str, ...]]
    status: str
    due: datetime | None


@dataclass(frozen=True)
class Obligation:
    """A commitment for one incident. `left` and `late` are in the clock's own measure: working or elapsed time."""

    id: str
    title: str | None
    status: model.Status
    force: str | None
    owed_by: tuple[str, ...]
    owed_to: tuple[str, ...]
    start: datetime | None
    due: datetime | None
    expected: datetime | None
    projected_due: datetime | None
    stopped: datetime | None
    earliest_due: datetime | None
    latest_due: datetime | None
    left: timedelta | None
    late: timedelta | None
    measure: str | None
    missing: tuple[str, ...]
    alternatives: tuple[Alternative, ...]
    steps: tuple[Step, ...]
    readings: dict[str, str]
    holes: tuple[str, ...]
    clauses: tuple[Clause, ...]
    place: Place
    why: model.Reason


@dataclass(frozen=True)
class Promise:
    """A duty, an entitlement, a closure or an exclusion, and whether it applies."""

    kind: str
    id: str
    state: str
    what: tuple[str, ...]
    due: datetime | None
    earliest_due: datetime | None
    latest_due: datetime | None
    """Of a closure: from when it is allowed, and over all readings, where they were asked for."""
    missing: tuple[str, ...]


@dataclass(frozen=True)
class Outcome:
    """Everything that a policy says about an incident; an obligation is found by its id: `outcome["response"]`."""

    policy: str
    scenario: str
    opened: datetime | None
    as_of: datetime
    scope: str
    severity: str | None
    obligations: tuple[Obligation, ...]
    steps: tuple[Step, ...]
    promises: tuple[Promise, ...]
    remarks: tuple[str, ...]
    model: model.Outcome
    """The same as the evaluation gave it, in microseconds, with every derivation."""

    def __getitem__(self, id: str) -> Obligation:
        """The obligation of an id; raises KeyError."""
        for obligation in self.obligations:
            if obligation.id == id:
                return obligation
        raise KeyError(id)

    def text(self, width: int = 80) -> str:
        """As `sla due` prints it."""
        return outcomes_text((self.model,), width=width)

    def json(self) -> str:
        """As `sla due --format json` prints it."""
        return outcomes_json((self.model,))

    def svg(self) -> str:
        """As `sla due --format svg` prints it."""
        return outcomes_svg((self.model,))

    def markdown(self) -> str:
        """As `sla due --format markdown` prints it."""
        return outcomes_markdown((self.model,))

    def explain(self, id: str, width: int = 80) -> str:
        """The argument for one obligation, as `sla explain` prints it; raises KeyError."""
        by_id = {obligation.id: obligation for obligation in self.model.obligations}
        return explanation(self.model, by_id[id], width=width)


def typed(outcome: model.Outcome) -> Outcome:
    """The outcome of an evaluation for other programs."""
    return _Typing(outcome.zone).outcome(outcome)


class _Typing:
    """Turns the values of the model into those of the library, in one zone."""

    def __init__(self, zone: str) -> None:
        self._zone = zone

    def outcome(self, found: model.Outcome) -> Outcome:
        as_of = self._moment(found.as_of)
        assert as_of is not None
        severities = [piece.severity for piece in found.severity if piece.start <= found.as_of]
        return Outcome(
            policy=found.policy,
            scenario=found.scenario,
            opened=self._moment(found.opened),
            as_of=as_of,
            scope=found.scope.state,
            severity=severities[-1] if severities else None,
            obligations=tuple(map(self._obligation, found.obligations)),
            steps=tuple(map(self._step, found.steps)),
            promises=tuple(map(self._promise, found.promises)),
            remarks=found.remarks,
            model=found,
        )

    def _obligation(self, found: model.Obligation) -> Obligation:
        return Obligation(
            id=found.id,
            title=found.title,
            status=found.status,
            force=found.force,
            owed_by=found.owed_by,
            owed_to=found.owed_to,
            start=self._moment(found.start),
            due=self._moment(found.due),
            expected=self._moment(found.expected),
            projected_due=self._moment(found.projected_due),
            stopped=self._moment(found.stopped),
            earliest_due=self._moment(found.earliest_due),
            latest_due=self._moment(found.latest_due),
            left=_length(found.left),
            late=_length(found.late),
            measure=found.measure,
            missing=found.missing,
            alternatives=tuple(map(self._alternative, found.alternatives)),
            steps=tuple(map(self._step, found.steps)),
            readings=dict(found.readings),
            holes=found.holes,
            clauses=found.clauses,
            place=found.place,
            why=found.why,
        )

    def _alternative(self, found: model.Alternative) -> Alternative:
        return Alternative(dict(found.given), found.status, self._moment(found.due))

    def _step(self, found: model.Step) -> Step:
        over = self._moment(found.earliest), self._moment(found.latest)
        return Step(found.rule, self._moment(found.at), found.to, found.occasion, found.state, found.notice, *over)

    def _promise(self, found: model.Promise) -> Promise:
        dues = self._moment(found.due), self._moment(found.earliest_due), self._moment(found.latest_due)
        return Promise(found.kind, found.id, found.state, found.what, *dues, found.missing)

    def _moment(self, at: int | None) -> datetime | None:
        return None if at is None else local(at, self._zone)


def _length(micros: int | None) -> timedelta | None:
    return None if micros is None else timedelta(microseconds=micros)
