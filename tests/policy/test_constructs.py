"""Each construct of the language as the part of the graph that it becomes."""

from datetime import date
from fractions import Fraction

from slalang.calendar import (
    CloseOfBusiness,
    DatedHours,
    DateRange,
    HolidayRule,
    NominalDay,
    Span,
    WeekHours,
    Window,
)
from slalang.graph.calendars import Always, AsCalendar, Dates, Parts
from slalang.graph.conditions import All, Either, Is, Not, Opened, Subject, Within
from slalang.graph.occasions import AfterDue, AtShare, BeforeDue, OnAgreement, OnMiss, OnRequest, Silence
from slalang.graph.rules import (
    CalendarRule,
    Change,
    Closure,
    Commitment,
    Coverage,
    Definition,
    Entitlement,
    Escalation,
    Exclusion,
    Fact,
    Inert,
    Pause,
    Reopening,
    Severities,
)
from slalang.graph.values import (
    ByReading,
    CalendarUnits,
    Effect,
    EventRef,
    Events,
    Hole,
    Length,
    Over,
    Who,
    WorkingDays,
)
from tests.policy.compiling import COMMITMENT, HEAD, OFFICE, SEVERITIES, body_of, figures_of, graph_of

HOUR = 3_600_000_000
MINUTE = 60_000_000


def condition_of(text: str, more: str = "") -> object:
    """The condition of an exclusion."""
    graph = graph_of(SEVERITIES + OFFICE + more + f"\nexclusion some\n  when: {text}\n  excludes: any\n")
    return body_of(graph, "some", Exclusion).when


SEVERITY = Subject("severity", "severity")


class TestConditions:
    def test_above_and_below_follow_the_declared_order(self) -> None:
        assert condition_of("severity is P2 or above") == Is(SEVERITY, ("P1", "P2"), "severity is P2 or above")
        assert condition_of("severity is P2 or below") == Is(SEVERITY, ("P2", "P3"), "severity is P2 or below")

    def test_what_something_is_not_is_a_test_on_all_other_values(self) -> None:
        assert condition_of("severity is not P2") == Is(SEVERITY, ("P1", "P3"), "severity is not P2")
        assert condition_of("severity is none of P1, P2") == Is(SEVERITY, ("P3",), "severity is none of P1, P2")

    def test_a_reading_can_stand_for_a_list_of_values(self) -> None:
        reading = (
            'reading high "?"\n  default: one\n  because: "so"\n'
            '  | meaning | value  | in words |\n  | one | P1 | "o" |\n  | two | P2 and above | "t" |\n'
        )
        by = ByReading("high", (("one", ("P1",)), ("two", ("P1", "P2"))))
        assert condition_of("severity is one of high", reading) == Is(SEVERITY, by, "severity is one of high")
        others = ByReading("high", (("one", ("P2", "P3")), ("two", ("P3",))))
        assert condition_of("severity is none of high", reading) == Is(SEVERITY, others, "severity is none of high")

    def test_tests_are_joined_and_negated_as_written(self) -> None:
        p1, p2 = Is(SEVERITY, ("P1",), "severity is P1"), Is(SEVERITY, ("P2",), "severity is P2")
        late = Opened("opened", "office", False, "opened is outside office")
        assert condition_of("severity is P1 and (severity is P2 or opened is outside office)") == All(
            (p1, Either((p2, late)))
        )
        assert condition_of("not (severity is P1)") == Not(p1)

    def test_measures_have_bounds_that_are_included_or_not(self) -> None:
        users = "fact users\n  takes: number from 0 to 100\n"
        subject = Subject("fact", "users")
        ten, fifty = Fraction(10), Fraction(50)
        for text, least, most, low, high in [
            ("users is more than 10", ten, None, False, True),
            ("users is at least 10", ten, None, True, True),
            ("users is less than 10", None, ten, True, False),
            ("users is at most 10", None, ten, True, True),
            ("users is 10", ten, ten, True, True),
            ("users is 10 to 50", ten, fifty, True, True),
        ]:
            assert condition_of(text, users) == Within(subject, least, most, low, high, text)

    def test_a_date_is_its_ordinal_and_an_instant_the_midnight_of_the_policys_zone(self) -> None:
        dated, timed = "fact ordered\n  takes: date\n", "fact ordered\n  takes: instant\n"
        subject, text = Subject("fact", "ordered"), "ordered is before 2026-07-01"
        ordinal = Fraction(739798)  # 2026-07-01
        assert condition_of(text, dated) == Within(subject, None, ordinal, True, False, text)
        midnight = Fraction(1_782_860_400_000_000)  # 2026-06-30T23:00Z, since London is an hour ahead in July
        assert condition_of(text, timed) == Within(subject, None, midnight, True, False, text)

    def test_an_option_is_bought_or_not(self) -> None:
        more = "tiers\n  highest first: Gold, Silver\n\noption extra\n  for: Silver and above\n"
        subject = Subject("option", "extra")
        assert condition_of("extra is bought", more) == Is(subject, ("bought",), "extra is bought")
        assert condition_of("extra is not bought", more) == Is(subject, ("not-bought",), "extra is not bought")


class TestCalendars:
    def hours(self, lines: str, more: str = "") -> CalendarRule:
        return body_of(graph_of(f"calendar c\n{lines}\n\n{more}"), "c", CalendarRule)

    def test_weekly_hours_are_windows_by_weekday(self) -> None:
        hours = self.hours(
            "  open: Monday, Wednesday 08:00 to 12:00 and 13:00 to 17:00\n  open: Saturday all day"
        ).hours
        day = (Window(480, 720), Window(780, 1020))
        assert hours.opens == (
            WeekHours((day, (), day, (), (), (), ())),
            WeekHours(((), (), (), (), (), (Window(0, 1440),), ())),
        )

    def test_hours_can_cross_midnight_and_run_through(self) -> None:
        overnight = self.hours("  open: daily 20:30 to 06:30").hours
        assert overnight.opens == (WeekHours((((Window(1230, 390)),),) * 7),)
        through = self.hours("  open: Sunday 20:00 to Friday 20:00").hours
        assert through.opens == (Span(6, 1200, 4, 1200),)

    def test_all_kinds_of_lines_add_up(self) -> None:
        graph = graph_of(
            "calendar c\n  open: 24x7\n  open: public holidays of GB-ENG without observed days\n"
            '  closed: public holidays of GB-ENG with observed days except "Good Friday"\n'
            "  closed: 2026-12-24, 2026-12-27 to 2026-12-31\n  closed: nights\n  only during: weekdays\n"
            "  short day: 2026-12-23 09:00 to 12:00\n  extra opening: 2026-12-25 10:00 to 11:00\n"
            "  working day: 6 working hours\n  known: 2026-01-01 to 2026-12-31\n\n"
            "calendar nights\n  zone: Asia/Tokyo\n  open: daily 20:00 to 06:00\n  working day: 7.5 working hours\n\n"
            "calendar weekdays\n  open: Monday to Friday all day\n  working day: as nights\n\n"
            "calendar days\n  open: daily 06:00 to 20:00\n  working day: close of business\n"
        )
        rule = body_of(graph, "c", CalendarRule).hours
        assert rule.zone == "Europe/London"
        assert rule.opens == (Always(), HolidayRule("GB", "ENG", False))
        assert rule.closed == (
            HolidayRule("GB", "ENG", True, (), ("Good Friday",)),
            Dates(
                (
                    DateRange(date(2026, 12, 24), date(2026, 12, 24)),
                    DateRange(date(2026, 12, 27), date(2026, 12, 31)),
                )
            ),
            Parts(("nights",)),
        )
        assert rule.only_during == ("weekdays",)
        assert rule.short_days == (DatedHours(date(2026, 12, 23), (Window(540, 720),)),)
        assert rule.extra_openings == (DatedHours(date(2026, 12, 25), (Window(600, 660),)),)
        assert rule.working_day == NominalDay(21_600_000_000)
        assert body_of(graph, "days", CalendarRule).hours.working_day == CloseOfBusiness()
        assert body_of(graph, "nights", CalendarRule).hours.zone == "Asia/Tokyo"
        assert body_of(graph, "nights", CalendarRule).hours.working_day == NominalDay(27_000_000_000)
        assert body_of(graph, "weekdays", CalendarRule).hours.working_day == AsCalendar("nights")
        node = graph.get("c")
        assert node is not None
        assert node.inputs == ("nights", "weekdays")

    def test_the_zone_of_a_policy_can_be_that_which_its_calendars_share(self) -> None:
        head = HEAD.replace("  zone: Europe/London\n", "")
        graph = graph_of("calendar c\n  zone: Asia/Tokyo\n  open: 24x7\n", head)
        assert graph.header.zone == "Asia/Tokyo"

    def test_a_zone_can_be_that_of_a_fact(self) -> None:
        zone = self.hours("  zone: where\n  open: 24x7", "fact where\n  takes: zone\n").hours.zone
        assert isinstance(zone, Hole)
        assert (zone.fact, zone.what) == ("where", "the zone of c, which `where` gives")


class TestCommitments:
    def test_all_lines_of_a_commitment(self) -> None:
        graph = graph_of(
            OFFICE
            + "event confirmed\n\nfact part\n  values: a, b\n\npause waiting\n\nchannels\n  values: web, phone\n\n"
            + "commitment response\n  for each: part\n  force: best efforts\n  owed by: customer\n"
            + "  starts: opened or reopened\n  held over to: coverage\n"
            + "  stops: responded by phone and confirmed by customer\n"
            + "  calendar: office\n  pauses: waiting\n  less than: 4 working hours\n  at risk: 75%\n  attainment: 90%\n"
            + "  measured over: each calendar month by opened\n"
        )
        body = body_of(graph, "response", Commitment)
        assert body.for_each == "part"
        assert body.force == "best efforts"
        assert (body.owed_by, body.owed_to) == (Who(("customer",)), Who(("customer",)))
        assert body.starts == Events((EventRef("opened"), EventRef("reopened")))
        assert body.stops == Events(
            (EventRef("responded", "phone"), EventRef("confirmed", party="customer")), last=True
        )
        assert (body.held_over_to, body.calendar, body.pauses) == ("coverage", "office", ("waiting",))
        assert body.strict
        assert (body.at_risk, body.attainment) == (Fraction(3, 4), Fraction(9, 10))
        assert body.measured_over == Over("month", "opened")

    def test_what_is_left_out_has_one_safe_meaning(self) -> None:
        body = body_of(graph_of(OFFICE + COMMITMENT + "  within: 4 working hours\n"), "response", Commitment)
        assert (body.owed_by, body.owed_to) == (Who(("vendor",)), Who(("customer",)))
        assert (body.held_over_to, body.calendar, body.pauses, body.strict) == (None, "coverage", (), False)
        assert (body.at_risk, body.attainment, body.measured_over) == (None, None, None)

    def test_nothing_is_promised_with_one_line(self) -> None:
        body = body_of(graph_of("commitment resolution\n  force: none\n"), "resolution", Commitment)
        assert (body.force, body.figures) == ("none", ())

    def test_a_promise_that_repeats_has_its_period_as_its_figure(self) -> None:
        line = "  every: 2 elapsed hours until closed, on a beat\n"
        graph = graph_of(OFFICE + COMMITMENT + line)
        assert figures_of(graph, "response") == [("response", Length(2 * HOUR, "elapsed", "2 elapsed hours"))]
        repeats = body_of(graph, "response", Commitment).repeats
        assert repeats is not None
        assert (repeats.until, repeats.on_a_beat) == (Events((EventRef("closed"),)), True)

    def test_a_matrix_has_a_cell_for_each_member_and_none_for_a_dash(self) -> None:
        table = (
            "  within: the figures below\n"
            "  | severity by tier | Gold            | Silver        |\n"
            "  | P1               | 1 working hour  | best efforts  |\n"
            "  | P2, P3           | 2 working hours | -             |\n\n"
            "tiers\n  highest first: Gold, Silver\n"
        )
        found = figures_of(graph_of(SEVERITIES + OFFICE + COMMITMENT + table), "response")
        assert [label for label, _ in found] == [
            "response P1 Gold",
            "response P1 Silver",
            "response P2 Gold",
            "response P3 Gold",
        ]

    def test_rows_hold_for_measures_and_for_any(self) -> None:
        table = (
            "  | users        | phoned | within          |\n"
            "  | more than 10 | yes    | 1 working hour  |\n"
            "  | 0 to 10      | any    | 2 working hours |\n\n"
            "fact users\n  takes: number from 0 to 99\n\nfact phoned\n"
        )
        body = body_of(graph_of(OFFICE + COMMITMENT + table), "response", Commitment)
        users, phoned = Subject("fact", "users"), Subject("fact", "phoned")
        assert [(cell.label, cell.where) for cell in body.figures[0].cells] == [
            (
                "response more than 10 phoned yes",
                (
                    Within(users, Fraction(10), None, False, True, "users is more than 10"),
                    Is(phoned, ("yes",), "phoned is yes"),
                ),
            ),
            ("response 0 to 10", (Within(users, Fraction(0), Fraction(10), True, True, "users is 0 to 10"),)),
        ]

    def test_targets_give_figures_to_several_commitments_and_exceptions_win(self) -> None:
        text = (
            SEVERITIES
            + OFFICE
            + COMMITMENT
            + "  within: the figures of usual-times\n\n"
            + "targets usual-times\n  | severity | response        |\n  | any      | 4 working hours |\n\n"
            + "targets urgent-times\n  exception to: usual-times\n  when: severity is P1\n"
            + "  | severity | response       |\n  | P1       | 1 working hour |\n"
        )
        body = body_of(graph_of(text), "response", Commitment)
        assert [(table.rule, table.exception_to) for table in body.figures] == [
            ("usual-times", ()),
            ("urgent-times", ("usual-times",)),
        ]

    def test_an_exclusion_and_the_coverage_are_inputs_of_a_promise(self) -> None:
        text = OFFICE + COMMITMENT + "  within: 4 working hours\n\nfact beta\n\nexclusion trials\n  when: beta is yes\n"
        response = graph_of(text + "  excludes: response\n").get("response")
        assert response is not None
        assert {"trials", "usual"} <= set(response.inputs)


class TestSeverities:
    def test_a_matrix_gives_the_severity_by_two_facts(self) -> None:
        graph = graph_of(
            "fact impact\n  highest first: high, low\n\nfact urgency\n  highest first: high, low\n\n"
            "severities\n  highest first: P1, P2\n  chosen by: customer or vendor\n  changes: unstated\n"
            "  | impact by urgency | high | low |\n  | high | P1 | P2 |\n  | low | P2 | P2 |\n"
        )
        body = body_of(graph, "severities", Severities)
        assert [(cell.label, cell.value) for cell in body.matrix] == [
            ("severities high high", "P1"),
            ("severities high low", "P2"),
            ("severities low high", "P2"),
            ("severities low low", "P2"),
        ]
        assert [cell.value for cell in body.chosen_by] == [Who(("customer", "vendor"))]
        assert body.definitions is True
        assert isinstance(body.changes, Hole)

    def test_definitions_rights_and_changes(self) -> None:
        graph = graph_of(
            "fact broken\n\ntiers\n  highest first: Gold, Silver\n\n"
            'severities\n  highest first: P1 "Urgent", P2\n  chosen by: vendor and customer\n  otherwise: P2\n'
            "  if not chosen: P2\n  follows facts: yes\n\n"
            'severity P1\n  exception to: P2\n  when: broken is yes\n  also called: "Top"\n\n'
            "reclassification raised\n  by: customer\n  direction: up\n  clocks: retarget, no later than the old due\n"
            "  misses: are waived\n\n"
            "change upgraded\n  of: tier, broken\n  clocks: keep\n"
        )
        body = body_of(graph, "severities", Severities)
        assert (body.otherwise, body.if_not_chosen, body.follows_facts) == ("P2", "P2", True)
        assert (body.definitions, body.changes) == (True, True)
        assert [cell.value for cell in body.chosen_by] == [Who(("vendor", "customer"), jointly=True)]
        definition = body_of(graph, "severity P1", Definition)
        assert (definition.exception_to, definition.also_called) == (("P2",), "Top")
        raised = body_of(graph, "raised", Change)
        assert (raised.of, raised.by, raised.direction) == (("severity",), Who(("customer",)), "up")
        assert (raised.clocks, raised.waives_misses) == (Effect("retarget", True), True)
        assert body_of(graph, "upgraded", Change).of == ("tier", "broken")


class TestEscalations:
    def test_each_row_of_a_table_is_a_rule(self) -> None:
        graph = graph_of(
            SEVERITIES + OFFICE + COMMITMENT + "  within: 4 working hours\n\nparty lead\n  of: vendor\n\n"
            "escalation ladder\n"
            "  | severity     | on                                    | to       |\n"
            "  | P1           | miss of response                      | lead     |\n"
            "  | P2 and below | 2 working hours after due of response | customer |\n"
        )
        first, second = (body_of(graph, f"ladder {number}", Escalation) for number in (1, 2))
        assert first.on == OnMiss(("response",))
        assert first.when == Is(SEVERITY, ("P1",), "severity is P1")
        assert second.on == AfterDue(Length(2 * HOUR, "working", "2 working hours"), "response")
        assert second.when == Either((Is(SEVERITY, ("P2",), "severity is P2"), Is(SEVERITY, ("P3",), "severity is P3")))
        assert second.to == Who(("customer",))

    def test_occasions(self) -> None:
        def on(text: str) -> object:
            escalation = f"notice told\n  on: {text}\n  to: customer\n"
            return body_of(
                graph_of(OFFICE + COMMITMENT + "  within: 4 working hours\n\n" + escalation), "told", Escalation
            ).on

        assert on("75% of response") == AtShare(Fraction(3, 4), "response")
        assert on("30 working minutes before due of response") == BeforeDue(
            Length(30 * MINUTE, "working", "30 working minutes"), "response"
        )
        assert on("request of customer") == OnRequest("customer")
        assert on("agreement of vendor and customer") == OnAgreement(("vendor", "customer"))
        assert on("10 calendar days after opened without responded") == Silence(
            CalendarUnits(10, "day", "10 calendar days"), EventRef("opened"), EventRef("responded")
        )

    def test_an_or_else_excuses_the_miss(self) -> None:
        text = 'escalation up\n  on: miss of response\n  to: customer\n  miss: is excused\n  by: "phone"\n'
        body = body_of(graph_of(OFFICE + COMMITMENT + "  within: 4 working hours\n\n" + text), "up", Escalation)
        assert (body.excuses_miss, body.notice, body.by) == (True, False, "phone")


class TestTheRest:
    def test_pauses_exclusions_closures_reopening(self) -> None:
        graph = graph_of(
            OFFICE
            + "event asked\nfact power\nfact foreign\n\n"
            + 'pause waiting\n  starts: asked\n  stops: responded\n  at most: 5 working days\n  proof: "a mail"\n\n'
            + "pause outage\n  while: power is no\n  void when: foreign is yes\n\n"
            + "exclusion others\n  when: foreign is yes\n  excludes: any\n  handed to: customer\n  attempt: yes\n\n"
            + "closure silence\n  on: 10 calendar days after asked without responded\n\n"
            + "reopening\n  by: customer\n  within: 5 working days\n  clocks: resume\n"
        )
        waiting = body_of(graph, "waiting", Pause)
        assert waiting.starts == Events((EventRef("asked"),))
        assert waiting.at_most == WorkingDays(Fraction(5), "5 working days")
        assert waiting.proof == "a mail"
        assert body_of(graph, "outage", Pause).during == Is(Subject("fact", "power"), ("no",), "power is no")
        others = body_of(graph, "others", Exclusion)
        assert (others.excludes, others.handed_to, others.attempt) == (None, Who(("customer",)), True)
        assert isinstance(body_of(graph, "silence", Closure).on, Silence)
        reopening = body_of(graph, "reopening", Reopening)
        assert (reopening.clocks, reopening.by, reopening.commitments) == ("resume", Who(("customer",)), None)

    def test_a_table_of_caps_gives_a_pause_one_for_each_row(self) -> None:
        text = (
            "pause waiting\n"
            "  | severity     | at most         |\n"
            "  | P1           | 4 working hours |\n"
            "  | P2 and below | 1 elapsed day   |\n"
        )
        caps = body_of(graph_of(SEVERITIES + OFFICE + text), "waiting", Pause).caps
        assert [(cell.label, cell.value) for cell in caps] == [
            ("waiting P1", Length(4 * HOUR, "working", "4 working hours")),
            ("waiting P2", Length(24 * HOUR, "elapsed", "1 elapsed day")),
            ("waiting P3", Length(24 * HOUR, "elapsed", "1 elapsed day")),
        ]

    def test_an_entitlement_by_severity_is_a_rule_for_each_row(self) -> None:
        text = (
            "entitlement follow-up\n  force: aim\n"
            '  | severity     | gives        |\n  | P1           | "assistance" |\n  | P2 and below | "an answer"  |\n'
        )
        graph = graph_of(SEVERITIES + text)
        assert body_of(graph, "follow-up 1", Entitlement).gives == ("assistance",)
        assert body_of(graph, "follow-up 2", Entitlement).gives == ("an answer",)

    def test_a_derived_fact_is_yes_or_no(self) -> None:
        fact = body_of(graph_of(SEVERITIES + "fact major\n  yes when: severity is P1\n"), "major", Fact)
        assert [member.name for member in fact.members] == ["yes", "no"]
        assert fact.yes_when == Is(SEVERITY, ("P1",), "severity is P1")

    def test_credits_and_laws_are_checked_and_have_no_effect(self) -> None:
        graph = graph_of(
            OFFICE + COMMITMENT + "  within: 4 working hours\n\n"
            "credit late\n  for: response\n  counted over: each calendar month by opened\n"
            '  at most: 25% of "the fee"\n  | attainment    | gives |\n  | less than 90% | 10% of "the fee" |\n\n'
            "law quick\n  always: response is at most 8 elapsed hours\n"
        )
        assert body_of(graph, "late", Inert).kind == "credit"
        assert body_of(graph, "quick", Inert).kind == "law"

    def test_coverage_by_table_names_calendars_around_the_clock_and_none(self) -> None:
        text = (
            "calendar office\n  open: Monday to Friday 09:00 to 17:00\n\n"
            "coverage usual\n  | severity | calendar |\n  | P1 | 24x7 |\n  | P2 | office |\n  | P3 | none |\n"
        )
        coverage = body_of(graph_of(SEVERITIES + text), "usual", Coverage)
        assert [(cell.label, cell.value) for cell in coverage.cells] == [
            ("usual P1", "24x7"),
            ("usual P2", "office"),
            ("usual P3", "none"),
        ]
