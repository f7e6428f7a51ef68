"""A view of a case: the graph, what is on record, and the answers assumed for what is not.

The answers are those of one branch of the questions that an obligation asks (see explore.py). Everything that a view
remembers could be computed again: it is a value.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, TypeAlias, TypeVar

from slalang.calendar import Calendar
from slalang.graph import Graph, Node
from slalang.graph.calendars import AsCalendar, Nothing, WorkingDay
from slalang.graph.conditions import Subject
from slalang.graph.rules import CalendarRule, Reading, Windows
from slalang.graph.specs import calendar_spec
from slalang.graph.values import ByReading, Hole, Slot
from slalang.outcome.asking.effort import TooManyDecisions
from slalang.outcome.asking.evaluation import Evaluation
from slalang.outcome.asking.unsettled import Ask, Missing, Unsettled, from_hole
from slalang.outcome.calendars import Calendars
from slalang.outcome.model import Reason
from slalang.outcome.record.case import Case
from slalang.scenario.model import FactValue

T = TypeVar("T")

SubjectValue: TypeAlias = Callable[["View", Subject, int], tuple[FactValue, Reason]]
"""How a view looks things up; given from outside, since facts and severities are found by conditions in turn."""

Noted: TypeAlias = dict[tuple[str, str], Reason]
"""The reasons of the values that a computation took, by kind and name."""

ALWAYS = "24x7"
COVERAGE = "coverage"


class View:
    """One way in which the case can stand: `ask_readings` makes each reading a question instead of its default."""

    def __init__(
        self,
        graph: Graph,
        case: Case,
        calendars: Calendars,
        readings: Mapping[str, str],
        answers: Mapping[Ask, str],
        ask_readings: bool,
        subject_value: SubjectValue,
        evaluation: Evaluation | None = None,
    ) -> None:
        self.graph = graph
        self.case = case
        self.calendars = calendars
        self.readings = readings
        self.answers = answers
        self.ask_readings = ask_readings
        self.evaluation = evaluation or Evaluation()
        self._subject_value = subject_value
        self._remembered: dict[Any, tuple[Any, Noted]] = {}
        self._noted: Noted = {}
        self._branches: dict[frozenset[tuple[Ask, str]], View] = {}

    def asking_readings(self) -> View:
        """The same case where each reading is a question."""
        given = self.readings, self.answers, True, self._subject_value, self.evaluation
        return View(self.graph, self.case, self.calendars, *given)

    def with_answers(self, answers: Iterable[tuple[Ask, str]]) -> View:
        """The same case under more answers, and what was found out under these."""
        more = dict(answers)
        if not more:
            return self
        key = frozenset(more.items())
        if key not in self._branches:
            given = self.readings, {**self.answers, **more}, self.ask_readings, self._subject_value, self.evaluation
            self._branches[key] = View(self.graph, self.case, self.calendars, *given)
        return self._branches[key]

    def as_if_always(self, names: Collection[str], then: int, but: Collection[str] = ()) -> View:
        """The same case, had the subjects of some names always had the values of an instant; others stay as they are.

        What follows from these subjects follows from those values, `but` what has the values that it has here.
        """

        def value(view: View, subject: Subject, at: int) -> tuple[FactValue, Reason]:
            if subject.name in but:
                return self.look(subject, at)
            return self._subject_value(view, subject, then if subject.name in names else at)

        given = self.readings, self.answers, self.ask_readings
        return View(self.graph, self.case, self.calendars, *given, value, self.evaluation)

    def look(self, subject: Subject, at: int) -> tuple[FactValue, Reason]:
        """The value of what a condition looks at, at an instant; raises `Missing` or `Unsettled`."""
        return self.once((subject, at), lambda: self._subject_value(self, subject, at))

    def once(self, key: Any, compute: Callable[[], T]) -> T:
        """The result of a computation, or the exception that it ended with, computed once in this view."""
        if key not in self._remembered:
            self.evaluation.effort.take()
            self._remembered[key] = self._keeping(compute)
        found, noted = self._remembered[key]
        if noted:
            self._noted.update(noted)
        if isinstance(found, Exception):
            raise found
        return found  # type: ignore[no-any-return]

    def whatever(self, key: Any, compute: Callable[[], T]) -> T:
        """The result of a computation on the policy alone, which no answer changes, computed once in an evaluation."""
        found = self.evaluation.whatever
        if key not in found:
            found[key] = compute()
        return found[key]  # type: ignore[no-any-return]

    def resting(self, compute: Callable[[], T]) -> tuple[T, tuple[Reason, ...]]:
        """The result of a computation, with the reasons of the values that it took; the caller keeps them."""
        found, noted = self._keeping(compute)
        if isinstance(found, Exception):
            self._noted.update(noted)
            raise found
        return found, tuple(noted.values())

    def note(self, because: Iterable[Reason]) -> None:
        """Keep reasons for whoever asked for the computation under way (see `resting`)."""
        self._noted.update({(reason.kind, reason.id): reason for reason in because})

    def _keeping(self, compute: Callable[[], T]) -> tuple[T | Exception, Noted]:
        outer, self._noted = self._noted, {}
        try:
            return compute(), self._noted
        except TooManyDecisions:  # is no result of this computation, to be remembered
            raise
        except Exception as error:
            return error, self._noted
        finally:
            self._noted = outer

    def node(self, id: str) -> Node:
        """A node that the compiler has resolved."""
        found = self.graph.get(id)
        assert found is not None, id
        return found

    def ask(self, ask: Ask, choices: tuple[str, ...]) -> str:
        """The assumed answer; raises `Missing` where there is none yet."""
        if ask not in self.answers:
            raise Missing(ask, choices)
        return self.answers[ask]

    def meaning(self, name: str) -> str:
        """The meaning of a reading in this view."""
        reading = self.node(name).body
        assert isinstance(reading, Reading)
        if name in self.readings:
            return self.readings[name]
        if self.ask_readings:
            return self.ask(Ask("reading", name), tuple(meaning.name for meaning in reading.meanings))
        return reading.default

    def settle(self, slot: Slot[T]) -> tuple[T, tuple[Reason, ...]]:
        """The value of a slot with the readings that it rests on; raises `Unsettled` where it is a hole."""
        because: tuple[Reason, ...] = ()
        while isinstance(slot, ByReading):
            meaning = self.meaning(slot.reading)
            because = (*because, self.reading_reason(slot.reading, meaning))
            slot = dict(slot.meanings)[meaning]
        if isinstance(slot, Hole):
            return self._of_fact(slot, because)
        return slot, because

    def _of_fact(self, hole: Hole, because: tuple[Reason, ...]) -> tuple[Any, tuple[Reason, ...]]:
        """The value that a fact of the customer gives at the opening; any other hole is in the way of an answer."""
        if hole.fact is None:
            raise from_hole(hole, because)
        at = self.case.opened if self.case.opened is not None else self.case.as_of
        value, reason = self.look(Subject("fact", hole.fact), at)
        return value, (*because, reason)

    def value(self, slot: Slot[T]) -> T:
        """The value of a slot, its reasons noted for the answer that rests on it (see `resting`)."""
        value, because = self.settle(slot)
        self.note(because)
        return value

    def reading_reason(self, name: str, meaning: str) -> Reason:
        """What an answer rests on where it takes a meaning of a reading, and why that one."""
        node = self.node(name)
        assert isinstance(node.body, Reading)
        words = next(said.words for said in node.body.meanings if said.name == meaning)
        default = meaning == node.body.default
        why = f", since {node.body.because}" if default else ", as asked"
        text = f"{node.title or name}: {meaning} ({words}){why}"
        data = (("default", default), ("meaning", meaning), ("reading", name))
        return Reason("reading", name, text, node.clauses, node.place, data)

    def calendar(self, name: str) -> tuple[Calendar, tuple[Reason, ...]]:
        """A calendar of the policy, or `24x7`, with the reasons for what it is."""
        return self.once(("calendar", name), lambda: self._calendar(name))

    def _calendar(self, name: str) -> tuple[Calendar, tuple[Reason, ...]]:
        because: list[Reason] = []

        def pick(slot: Slot[Any]) -> Any:
            value, reasons = self.settle(slot)
            because.extend(reasons)
            return value

        spec = calendar_spec(self.graph, name, pick, self._day_or_none, self.calendars.shared)
        calendar = self.calendars.compiled(spec)
        node = self.graph.get(name)
        if node is None or not isinstance(node.body, CalendarRule):
            return calendar, (Reason("calendar", name, "around the clock"),)
        text = f"{name}: {node.title}" if node.title else name
        reason = Reason("calendar", name, text, node.clauses, node.place, because=tuple(because))
        return calendar, (reason,)

    def _day_or_none(self, slot: Slot[WorkingDay]) -> WorkingDay:
        """What a working day is: hours do not rest on it, so that a hole here is in the way of working days only."""
        try:
            found: tuple[WorkingDay, tuple[Reason, ...]] = self.settle(slot)
            return found[0]
        except (Missing, Unsettled):
            return Nothing()

    def working_day(self, name: str) -> tuple[Reason, ...]:
        """The readings that say what a working day of a calendar is; raises `Missing` or `Unsettled`."""
        node = self.graph.get(name)
        slot: Slot[WorkingDay] | None = None
        if node is not None and isinstance(node.body, CalendarRule):
            slot = node.body.hours.working_day
        elif node is not None and isinstance(node.body, Windows):
            slot = node.body.working_day
        if slot is None:
            return ()
        found: tuple[WorkingDay, tuple[Reason, ...]] = self.settle(slot)
        day, because = found
        return (*because, *self.working_day(day.calendar)) if isinstance(day, AsCalendar) else because

    def zone(self) -> str:
        """The zone of answers: the policy's, or UTC where that is a hole."""
        try:
            return self.value(self.graph.header.zone)
        except (Missing, Unsettled):
            return "UTC"
