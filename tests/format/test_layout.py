"""Where things stand: indentation, blank lines, the order of lines, tables, what goes on below."""

from __future__ import annotations

from slalang.format import formatted
from slalang.source import Source
from tests.format.forms import form


def test_lines_come_in_the_order_of_the_schema_and_those_of_one_key_as_they_were() -> None:
    text = """\
calendar c "C"
  note: "second by the schema"
  working day: same time
  open: Tuesday 09:00 to 12:00
  zone: UTC
  open: Monday 09:00 to 12:00
"""
    assert (
        form(text)
        == """\
calendar c "C"
  zone: UTC
  open: Tuesday 09:00 to 12:00
  open: Monday 09:00 to 12:00
  working day: same time
  note: "second by the schema"
"""
    )


def test_blocks_sentences_and_headings_are_apart_and_blocks_of_one_kind_without_lines_together() -> None:
    text = """\


event a
event b

event c
party p
party q
  of: p
party r
> One.
party s
## Heading
> Two.
> Three.

> Four.
  text only: "no promise"
party t


"""
    assert (
        form(text)
        == """\
event a
event b
event c

party p

party q
  of: p

party r

> One.

party s

## Heading

> Two. Three.

> Four.
  text only: "no promise"

party t
"""
    )


def test_a_condition_breaks_before_the_tests_of_its_outer_level_only() -> None:
    text = """\
exclusion e
  when: a is b and (c is d or e is f
    or g is h) and tier is Gold and above
  excludes: any
"""
    assert (
        form(text)
        == """\
exclusion e
  when: a is b
    and (c is d or e is f or g is h)
    and tier is Gold or above
  excludes: any
"""
    )


def test_and_and_or_elsewhere_break_nothing() -> None:
    text = """\
calendar c
  open: Monday 09:00 to 12:00 and 13:00 to 17:00

fact f
  decided by: vendor and customer
"""
    assert form(text) == text


def test_columns_are_as_wide_as_their_widest_cell_in_columns_of_a_terminal() -> None:
    """A wide character takes two columns."""
    text = """\
reading r
  default: a
  because: "so"
  |meaning|value|in words|
  |a|1 working hours| "全部" | per details "A" 01
  | longer  |   none|    "x"   |
"""
    assert (
        form(text)
        == """\
reading r
  default: a
  because: "so"
  | meaning | value          | in words |
  | a       | 1 working hour | "全部"   | per details "A" 1
  | longer  | none           | "x"      |
"""
    )


def test_keys_of_rows_and_headings_are_spelled() -> None:
    text = """\
targets t
  | severity by tier | Gold | Silver or below |
  | P2 or below, P1  | 01 hours | - |
"""
    assert (
        form(text)
        == """\
targets t
  | severity by tier | Gold   | Silver and below |
  | P2 and below, P1 | 1 hour | -                |
"""
    )


def test_a_text_is_as_wide_as_there_is_room() -> None:
    """120 columns hold `  note: "`, 110 letters and a quotation mark; below, `    "`, 114 letters and one."""
    first, second = " ".join(["abcdefghi"] * 11), " ".join(["abcdefghi"] * 11) + " abcd"
    text = f'event e\n  note: "{first} {second} wxyz"\n'
    assert form(text) == f'event e\n  note: "{first}"\n    "{second}"\n    "wxyz"\n'
    assert [len(line) for line in form(text).splitlines()] == [7, 119, 120, 10]


def test_a_word_that_no_line_can_hold_has_one_of_its_own() -> None:
    address = "https://example.com/" + "a" * 120
    text = f'event e\n  note: "see {address} there"\n'
    assert form(text) == f'event e\n  note: "see"\n    "{address}"\n    "there"\n'


def test_a_text_that_must_be_one_string_stays_one() -> None:
    """A title, a name of a file, a cell, and the reason of a sentence are no lists of strings."""
    words = " ".join(["word"] * 30)
    text = f'> A.\n  text only: "{words}"\n\nevent e "{words}"\n\nreading r\n  default: a\n  because: "b"\n'
    text += f'  | meaning | value | in words |\n  | a       | none  | "{words}" |\n'
    text = text.replace("in words |\n", f"in words{' ' * (len(words) - 6)} |\n")
    assert form(text) == text


def test_a_citation_goes_below_where_there_is_no_room_for_it() -> None:
    title = "word " * 18 + "end"
    text = f'event e "{title}" per details "Heading"\n'
    assert form(text) == f'event e "{title}"\n    per details "Heading"\n'
    short = 'event e "E"\n    per details "Heading"\n'
    assert form(short) == 'event e "E" per details "Heading"\n'


def test_a_sentence_is_filled() -> None:
    words = ["word"] * 40
    text = "".join(f"> {word}   \n" for word in words)
    assert form(text) == f"> {' '.join(words[:23])}\n> {' '.join(words[23:])}\n"
    assert len(f"> {' '.join(words[:24])}") == 121


def test_line_ends_and_byte_order_marks_are_no_part_of_the_form() -> None:
    """A line ends with a line feed, also the last, and nothing stands before the first or at the end of one."""
    text = 'event a\nevent b\n\nparty p "P"\n'
    for other in (text.replace("\n", "\r\n"), text.replace("\n", "\r"), "\ufeff" + text, text.rstrip("\n")):
        assert form(other) == text
    assert form("event a  \t\n \t \n") == "event a\n"


def test_an_empty_file_is_empty() -> None:
    assert form("") == form("\n\n") == ""
    assert form("\n# only\n\n\n# this") == "# only\n\n# this\n"


def test_a_file_with_a_mistake_has_no_form() -> None:
    """The mistakes are those of `sla check`, all of them."""
    found = formatted(Source.of("a.sla", "event e\n  decided by: vendor and\n\ncommitment c\n  force: often\n"))
    assert not isinstance(found, str)
    assert [(one.code, one.location and one.location.place.line) for one in found] == [("SLA199", 2), ("SLA171", 5)]
