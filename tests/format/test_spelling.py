"""Each thing that can be written in several ways has one spelling."""

from __future__ import annotations

import pytest

from slalang.format import formatted
from slalang.source import Source
from tests.format.forms import form

FIGURES = {"within", "every"}

VALUES = [
    ("within", "04 working hours", "4 working hours"),
    ("within", "1 working hours", "1 working hour"),
    ("within", "2 working hour", "2 working hours"),
    ("within", "1.50 working hours", "1.5 working hours"),
    ("within", "1.0 working hours", "1 working hour"),
    ("within", "00.50 elapsed hour", "0.5 elapsed hours"),
    ("within", "0 elapsed hour", "0 elapsed hours"),
    ("within", "100 elapsed hours", "100 elapsed hours"),
    ("within", "4   working    hours of   office", "4 working hours of office"),
    ("within", "2 day", "2 days"),
    ("within", "4\tworking\thours", "4 working hours"),
    ("within", "between 4 working hours and 6 working hours", "between 4 and 6 working hours"),
    ("within", "between 1 working hour and 06 working hours of office", "between 1 and 6 working hours of office"),
    ("within", "between 30 working minute and 2 working hours", "between 30 working minutes and 2 working hours"),
    ("within", "between 1 hour and 6 working hours", "between 1 hour and 6 working hours"),
    ("within", "03 times response", "3 times response"),
    ("within", "best   efforts", "best efforts"),
    ("within", 'deferred  to options "Times  04"  02', 'deferred to options "Times  04" 2'),
    ("every", "1 working hours until a  or b , after  the last", "1 working hour until a or b, after the last"),
    ("at risk", "075.0%", "75%"),
    ("measured over", "each calendar months by  opened", "each calendar month by opened"),
    ("pauses", "a ,b,  c", "a, b, c"),
    ("exception to", "Silver or above , x", "Silver and above, x"),
    ("when", "severity is one of P1", "severity is P1"),
    ("when", "severity is none of P1", "severity is not P1"),
    ("when", "severity is one of P1,P2", "severity is one of P1, P2"),
    ("when", "tier is Silver and above", "tier is Silver or above"),
    ("when", "tier is Silver or\tabove", "tier is Silver or above"),
    ("when", "severity is none\tof P1, P2", "severity is none of P1, P2"),
    ("when", "users is at\tmost  4", "users is at most 4"),
    ("when", "( a is b )", "(a is b)"),
    ("when", "not(a is b)", "not (a is b)"),
    ("when", "users is  010 to 20.50", "users is 10 to 20.5"),
    ("when", "fee is at most EUR 0100.50", "fee is at most EUR 100.50"),
    ("when", "a is at most 1 elapsed hours", "a is at most 1 elapsed hour"),
]


def of_line(key: str, value: str) -> str:
    """The form of the value of a line of a commitment, where it stands on one line."""
    figure = "" if key in FIGURES else "  within: unstated\n"
    found = form(f"commitment r\n  force: aim\n  starts: a\n  stops: b\n{figure}  {key}:   {value}\n")
    return next(line for line in found.splitlines() if line.startswith(f"  {key}: ")).removeprefix(f"  {key}: ")


@pytest.mark.parametrize(("key", "written", "spelled"), VALUES)
def test_a_value_has_one_spelling(key: str, written: str, spelled: str) -> None:
    assert of_line(key, written) == spelled
    assert of_line(key, spelled) == spelled


@pytest.mark.parametrize(
    "value",
    [
        "severity is one of unstated",  # a member of that name; alone it would be a hole
        "severity is one of deferred",
        "a is one of b\n    and above is c",  # a fact that is called `above`
        "a is 10\n    and above is c",
    ],
)
def test_what_would_say_something_else_keeps_its_spelling(value: str) -> None:
    text = f"exclusion e\n  when: {value}\n  excludes: any\n"
    assert form(text) == text


@pytest.mark.parametrize("value", ["a is b or above is c", "a is b or\tabove is c", "a is b\n    and above is c"])
def test_a_fact_that_is_called_above_is_no_more_after_a_name_whatever_blanks_are_between(value: str) -> None:
    mistakes = formatted(Source.of("a.sla", f"exclusion e\n  when: {value}\n  excludes: any\n"))
    assert [mistake.code for mistake in mistakes if not isinstance(mistake, str)] == ["SLA199"]


def test_a_name_that_can_stand_for_a_list_keeps_its_list() -> None:
    """`is one of left-out` reads as what it is, where `left-out` is a reading that gives several causes."""
    text = """\
exclusion e
  when: cause is one of left-out
  excludes: any

reading left-out
  default: a
  because: "so"
  | meaning | value | in words |
  | a       | x, y  | "both"   |
"""
    assert form(text) == text


def test_strings_of_one_text_are_one_and_what_is_in_quotes_stays() -> None:
    text = 'duty d\n  owed by: vendor\n  does: "04  hours ,"\n    "(  1 hours)"\n'
    assert form(text) == 'duty d\n  owed by: vendor\n  does: "04  hours , (  1 hours)"\n'


def test_a_value_whose_type_only_others_tell_is_spelled_as_any() -> None:
    text = "fill f\n  value: 04  working hour\n\nfill g\n  value: a ,b or above\n"
    assert form(text) == "fill f\n  value: 4 working hours\n\nfill g\n  value: a, b or above\n"


def test_headings_keep_the_words_of_their_documents() -> None:
    """The title of a document is the document's, blanks and all; a paragraph is a number."""
    text = '##  Two   words  [ a :Part 04  hours,02;b:"One; two" ]\n'
    assert form(text) == '## Two   words [a: Part 04  hours, 2; b: "One; two"]\n'
