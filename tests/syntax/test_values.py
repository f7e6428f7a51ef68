"""Each type of value becomes the node that says the same."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from slalang.source import Source, Span
from slalang.syntax import nodes as n
from slalang.syntax import parse_as

AT = Span(0, 0)
"""The span of every node, once it is taken away."""


def name(word: str) -> n.Name:
    return n.Name(word, AT)


def unit(counting: Any, measure: Any) -> n.Unit:
    return n.Unit(counting, measure, AT)


def plain(number: int, counting: Any, measure: Any, calendar: str | None = None) -> n.Plain:
    return n.Plain(Fraction(number), unit(counting, measure), name(calendar) if calendar else None, AT)


def hours(opens: int, closes: int) -> n.Hours:
    return n.Hours(n.Time(opens * 60, AT), n.Time(closes * 60, AT), AT)


def day(text: str) -> n.Date:
    return n.Date(date.fromisoformat(text), AT)


def test(subject: str, value: str) -> n.Is:
    return n.Is(n.Subject(name(subject), None, AT), name(value), False, AT)


test.__test__ = False  # type: ignore[attr-defined]

SUBJECT = n.Subject(name("users"), None, AT)

VALUES: list[tuple[str, str, object]] = [
    ("amount", "4 working hours", plain(4, "working", "hour")),
    ("amount", "1.5 hours", n.Plain(Fraction(3, 2), unit(None, "hour"), None, AT)),
    ("amount", "2 working days of office", plain(2, "working", "day", "office")),
    ("amount", "unstated", n.Unstated(AT)),
    ("amount", "grace", name("grace")),
    ("target", "3 times response", n.Multiple(Fraction(3), name("response"), False, AT)),
    ("target", "3 times response in elapsed time", n.Multiple(Fraction(3), name("response"), True, AT)),
    (
        "target",
        "between 4 and 6 working hours of office",
        n.Between(plain(4, "working", "hour", "office"), plain(6, "working", "hour", "office"), AT),
    ),
    (
        "target",
        "between 30 working minutes and 2 working hours",
        n.Between(plain(30, "working", "minute"), plain(2, "working", "hour"), AT),
    ),
    ("target", "by agreed-date", n.ByFact(name("agreed-date"), AT)),
    ("target", "the figures below", n.Figures(None, AT)),
    ("target", "the figures of timeframes", n.Figures(name("timeframes"), AT)),
    ("target", "best  efforts", n.Efforts("best efforts", AT)),
    ("target", "none", n.Nothing(AT)),
    ("figure", "-", n.Dash(AT)),
    (
        "every",
        "2 working hours until relieved or resolved, after the last",
        n.Every(
            plain(2, "working", "hour"),
            n.AnyEvent((n.Event(name("relieved"), None, AT), n.Event(name("resolved"), None, AT)), AT),
            n.Chain("after the last", AT),
            AT,
        ),
    ),
    ("share", "97.5%", n.Percent(Fraction(39, 40), AT)),
    ("over", "each calendar month by opened", n.Over(unit("calendar", "month"), name("opened"), AT)),
    ("credit", '10% of "the fee"', n.ShareOf(n.Percent(Fraction(1, 10), AT), n.String("the fee", AT), AT)),
    ("credit", "EUR 99.90", n.Money("EUR", Fraction(999, 10), AT)),
    ("force", "aim", n.Force("aim", AT)),
    ("clocks", "retarget, no later than the old due", n.Effect("retarget", True, AT)),
    ("clocks", "keep", n.Effect("keep", False, AT)),
    ("names", "Silver and above, Bronze", n.Names((n.AndAbove(name("Silver"), AT), name("Bronze")), AT)),
    ("names", "any", n.Anything(AT)),
    (
        "members",
        'P1 "Critical", P2',
        n.Members((n.Member(name("P1"), n.String("Critical", AT), AT), n.Member(name("P2"), None, AT)), AT),
    ),
    ("who", "vendor", n.Who((name("vendor"),), True, AT)),
    ("who", "vendor and customer", n.Who((name("vendor"), name("customer")), True, AT)),
    ("who", "vendor or customer", n.Who((name("vendor"), name("customer")), False, AT)),
    ("domain", "number from 0 to 100", n.Domain("number", Fraction(0), Fraction(100), AT)),
    ("domain", "instant", n.Domain("instant", None, None, AT)),
    ("text", '"one"\n    "two"', n.Text("one two", AT)),
    ("text", 'deferred to options "Times" 2', n.Deferred(n.Ref(name("options"), n.String("Times", AT), 2, AT), AT)),
    (
        "events",
        "fixed and confirmed",
        n.AllEvents((n.Event(name("fixed"), None, AT), n.Event(name("confirmed"), None, AT)), AT),
    ),
    ("occasion", "responded by phone", n.Event(name("responded"), name("phone"), AT)),
    ("occasion", "request", n.Event(name("request"), None, AT)),
    ("occasion", "miss of response, relief", n.Miss((name("response"), name("relief")), AT)),
    ("occasion", "75% of response", n.AtShare(n.Percent(Fraction(3, 4), AT), name("response"), AT)),
    (
        "occasion",
        "2 elapsed hours after opened",
        n.AfterEvent(plain(2, "elapsed", "hour"), n.Event(name("opened"), None, AT), AT),
    ),
    (
        "occasion",
        "limit after asked without answered",
        n.Silence(name("limit"), n.Event(name("asked"), None, AT), n.Event(name("answered"), None, AT), AT),
    ),
    (
        "occasion",
        "30 working minutes before due of response",
        n.BeforeDue(plain(30, "working", "minute"), name("response"), AT),
    ),
    ("occasion", "1 working day after due of response", n.AfterDue(plain(1, "working", "day"), name("response"), AT)),
    ("occasion", "request of customer", n.OnRequest(name("customer"), AT)),
    ("occasion", "agreement of vendor and customer", n.OnAgreement((name("vendor"), name("customer")), AT)),
    ("opening", "24x7", n.Always(AT)),
    (
        "opening",
        "Friday to Monday 09:00 to 12:00 and 13:00 to 17:00",
        n.Week((4, 5, 6, 0), (hours(9, 12), hours(13, 17)), AT),
    ),
    ("opening", "Monday, Wednesday all day", n.Week((0, 2), (), AT)),
    ("opening", "daily 20:00 to 06:00", n.Week((0, 1, 2, 3, 4, 5, 6), (hours(20, 6),), AT)),
    (
        "opening",
        "Sunday 20:00 to Friday 24:00",
        n.Through(n.Day(6, AT), n.Time(1200, AT), n.Day(4, AT), n.Time(1440, AT), AT),
    ),
    ("opening", "london, tokyo", n.Names((name("london"), name("tokyo")), AT)),
    ("closing", "public holidays of GB-ENG with observed days", n.Holidays(name("GB-ENG"), True, (), (), AT)),
    (
        "closing",
        'public holidays of US without observed days except "Columbus Day", "Veterans Day"',
        n.Holidays(name("US"), False, (), (n.String("Columbus Day", AT), n.String("Veterans Day", AT)), AT),
    ),
    (
        "closing",
        'public holidays of US with observed days only "Christmas Day"',
        n.Holidays(name("US"), True, (n.String("Christmas Day", AT),), (), AT),
    ),
    (
        "closing",
        "2026-12-24, 2026-12-27 to 2026-12-31",
        n.Dates(
            (
                n.DateRange(day("2026-12-24"), day("2026-12-24"), AT),
                n.DateRange(day("2026-12-27"), day("2026-12-31"), AT),
            ),
            AT,
        ),
    ),
    ("dated", "2026-12-31 09:00 to 12:00", n.DatedHours(day("2026-12-31"), (hours(9, 12),), AT)),
    ("period", "2026-01-01 to 2026-12-31", n.Period(day("2026-01-01"), day("2026-12-31"), AT)),
    ("period", "from 2026-01-01", n.Period(day("2026-01-01"), None, AT)),
    ("period", "always", n.Period(None, None, AT)),
    ("day", "same time", n.SameTime(AT)),
    ("day", "close of business", n.CloseOfBusiness(AT)),
    ("day", "as london", n.AsCalendar(name("london"), AT)),
    ("calendar", "windows where handled is yes", n.WindowsWhere(name("handled"), name("yes"), AT)),
    ("calendar", "coverage", name("coverage")),
    ("condition", "severity is P1", test("severity", "P1")),
    ("condition", "(((severity is P1)))", test("severity", "P1")),
    (
        "condition",
        "a is b and (c is d or not (e is f))",
        n.And((test("a", "b"), n.Or((test("c", "d"), n.Not(test("e", "f"), AT)), AT)), AT),
    ),
    ("condition", "users is 1", n.Compares(SUBJECT, "exactly", n.Number(Fraction(1), AT), AT)),
    ("condition", "users is more  than 10", n.Compares(SUBJECT, "more than", n.Number(Fraction(10), AT), AT)),
    ("condition", "users is 10 to 50", n.IsWithin(SUBJECT, n.Number(Fraction(10), AT), n.Number(Fraction(50), AT), AT)),
    ("condition", "users is before 2026-01-01", n.IsBefore(SUBJECT, day("2026-01-01"), AT)),
    ("condition", "users is none of a, b", n.IsOneOf(SUBJECT, (name("a"), name("b")), True, AT)),
    ("condition", "users is P2 or above", n.IsAbove(SUBJECT, name("P2"), AT)),
    ("condition", "users is P2 and below", n.IsBelow(SUBJECT, name("P2"), AT)),
    ("condition", "users is outside office", n.IsDuring(SUBJECT, name("office"), True, AT)),
    (
        "condition",
        "attainment of response is at least 90%",
        n.Compares(n.Subject(name("attainment"), name("response"), AT), "at least", n.Percent(Fraction(9, 10), AT), AT),
    ),
    ("keys", "less than 99%", n.Keys((n.KeyCompares("less than", n.Percent(Fraction(99, 100), AT), AT),), AT)),
    (
        "keys",
        "10 to 50, 60",
        n.Keys(
            (n.KeyRange(n.Number(Fraction(10), AT), n.Number(Fraction(50), AT), AT), n.Number(Fraction(60), AT)), AT
        ),
    ),
    ("zone", "America/Argentina/Buenos_Aires", n.Zone("America/Argentina/Buenos_Aires", AT)),
    ("zone", "Etc/GMT+5", n.Zone("Etc/GMT+5", AT)),
    ("zone", "Australia/Lord_Howe", n.Zone("Australia/Lord_Howe", AT)),
    ("zone", "America/North_Dakota/New_Salem", n.Zone("America/North_Dakota/New_Salem", AT)),
    ("zone", "UTC", n.Zone("UTC", AT)),
    ("zone", "customer-zone", name("customer-zone")),
]


@pytest.mark.parametrize(("type", "text", "node"), VALUES, ids=[f"{type}: {text}" for type, text, _ in VALUES])
def test_a_value_becomes_its_node(type: str, text: str, node: object) -> None:
    """The node of a value, spans apart, is the one expected; its span is the value's."""
    before = "  key: "
    source = Source.of("value.sla", before + text + "  # comment\n")
    parsed, mistake = parse_as(type, source, Span(len(before), len(before + text)))
    assert mistake is None
    assert source.at(parsed.span).strip("()") == text.strip("()")
    assert without_spans(parsed) == node
    assert type_of(parsed) == type_of(node)


def test_a_phrase_is_a_choice_and_another_word_may_be_a_reading() -> None:
    """One of the phrases is a choice; a name is left for who knows the names; else it is a mistake."""
    assert choice("up or down") == n.Choice("up or down", Span(0, 10))
    assert choice("which-way") == n.Name("which-way", Span(0, 9))
    assert choice("up and down") == n.Invalid(Span(0, 11))


def choice(text: str) -> object:
    return parse_as("choice", Source.of("x.sla", text), Span(0, len(text)), ("up", "down", "up or down"))[0]


def without_spans(node: Any) -> Any:
    """A node with all its spans at 0."""
    if isinstance(node, Span):
        return AT
    if isinstance(node, tuple):
        parts = map(without_spans, node)
        return type(node)(*parts) if hasattr(node, "_fields") else tuple(parts)
    return node


def type_of(node: Any) -> object:
    """The types of a node and of its parts, which equality of tuples does not look at."""
    return (type(node), *(map(type_of, node) if isinstance(node, tuple) else ()))
