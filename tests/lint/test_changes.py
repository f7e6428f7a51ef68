"""Changes of nodes become edits that leave a text as an author would have written it."""

from __future__ import annotations

import pytest

from slalang.lint import Below, Delete, Insert, Policy, Rename, Replace, safe, unsafe
from slalang.lint.change import Change
from slalang.lint.edits import fix_of
from slalang.lint.load import load_text
from slalang.lint.mend import mended
from slalang.source import Fix
from slalang.syntax.nodes import Block, Cite, Comment, DateRange, Sentence

TEXT = """policy p "A policy"
  zone: Europe/London
  in force: always

source agreement "Agreement"

party vendor "V"
party customer "C"

# of the office
calendar office "Office" per agreement  # its head
  open: Monday to Friday 09:00 to 17:00
  # the days off
  closed: 2026-01-01, 2026-05-01, 2026-12-25 per agreement "Days"  # as of now
  note: "one"
    "two"

> A sentence
> of two lines.

coverage usual
  calendar: office

event answered "Answered"

commitment response
  force: aim
  starts: opened
  stops: answered
  | severity | within          |
  | P1       | 1 working hour  |
  # seldom
  | P2       | 2 working hours |

severities
  highest first: P1, P2
  chosen by: vendor
  definitions: none
  changes: none
"""


@pytest.fixture(scope="module")
def policy() -> Policy:
    return load_text(TEXT)


def after(policy: Policy, *changes: Change) -> str:
    """The text after some changes."""
    fix = fix_of(policy, unsafe("change it", *changes))
    assert isinstance(fix, Fix)
    return mended({"policy.sla": TEXT}, [fix])["policy.sla"]


def block(policy: Policy, name: str) -> Block:
    found = policy.block(name)
    assert found is not None
    return found


def test_a_line_goes_with_its_comments_and_what_goes_on_below_it(policy: Policy) -> None:
    closed, note = (next(policy.lines(key, "calendar")) for key in ("closed", "note"))
    gone = '  # the days off\n  closed: 2026-01-01, 2026-05-01, 2026-12-25 per agreement "Days"  # as of now\n'
    assert after(policy, Delete(closed)) == TEXT.replace(gone, "")
    assert after(policy, Delete(note)) == TEXT.replace('  note: "one"\n    "two"\n', "")


def test_a_row_goes_with_its_comments(policy: Policy) -> None:
    table = block(policy, "response").table
    assert table is not None
    assert after(policy, Delete(table.rows[1])) == TEXT.replace("  # seldom\n  | P2       | 2 working hours |\n", "")


def test_a_block_and_a_sentence_go_with_the_blank_line_below_them(policy: Policy) -> None:
    office = TEXT[TEXT.index("# of the office") : TEXT.index("> A sentence")]
    assert after(policy, Delete(block(policy, "office"))) == TEXT.replace(office, "")
    (sentence,) = policy.items(Sentence)
    assert after(policy, Delete(sentence)) == TEXT.replace("> A sentence\n> of two lines.\n\n", "")


@pytest.mark.parametrize(
    ("index", "left"), [(0, "2026-05-01, 2026-12-25"), (1, "2026-01-01, 2026-12-25"), (2, "2026-01-01, 2026-05-01")]
)
def test_an_item_of_a_list_goes_with_its_comma(policy: Policy, index: int, left: str) -> None:
    date = list(policy.find(DateRange))[index]
    assert after(policy, Delete(date)) == TEXT.replace("2026-01-01, 2026-05-01, 2026-12-25", left)


def test_the_only_item_of_a_list_goes_with_its_line() -> None:
    policy = load_text(TEXT.replace("2026-01-01, 2026-05-01, 2026-12-25", "2026-01-01"))
    (date,) = policy.find(DateRange)
    fix = fix_of(policy, safe("leave it out", Delete(date)))
    assert fix is not None
    (edit,) = fix.edits
    assert edit.location.text == '  # the days off\n  closed: 2026-01-01 per agreement "Days"  # as of now\n'


def test_a_citation_goes_with_its_word(policy: Policy) -> None:
    head, line = policy.find(Cite)
    assert after(policy, Delete(head)) == TEXT.replace(" per agreement  #", "  #")
    assert after(policy, Delete(line)) == TEXT.replace(' per agreement "Days"', "")


def test_what_is_no_item_of_anything_can_not_go(policy: Policy) -> None:
    name = block(policy, "office").name
    with pytest.raises(ValueError, match="`office` is no item of a list"):
        after(policy, Delete(name))


def test_a_node_is_replaced_and_all_else_stays(policy: Policy) -> None:
    title = block(policy, "office").title
    assert after(policy, Replace(title, '"Hours"')) == TEXT.replace('"Office"', '"Hours"')


@pytest.mark.parametrize(
    ("key", "above"),
    [
        ("zone", 'calendar office "Office" per agreement  # its head\n'),
        ("open", "  open: Monday to Friday 09:00 to 17:00\n"),
        ("only during", '2026-12-25 per agreement "Days"  # as of now\n'),
        ("working day", '2026-12-25 per agreement "Days"  # as of now\n'),
        ("note", '    "two"\n'),
    ],
)
def test_a_line_is_added_where_the_order_of_keys_has_it(policy: Policy, key: str, above: str) -> None:
    text = after(policy, Insert(block(policy, "office"), key, "x"))
    assert text == TEXT.replace(above, f"{above}  {key}: x\n")


def test_a_line_is_added_to_a_block_without_any(policy: Policy) -> None:
    text = after(policy, Insert(block(policy, "answered"), "decided by", "vendor"))
    assert text == TEXT.replace('event answered "Answered"\n', 'event answered "Answered"\n  decided by: vendor\n')


def test_a_block_is_added_below_another(policy: Policy) -> None:
    text = after(policy, Below(block(policy, "usual"), "event asked\n  decided by: vendor"))
    assert text == TEXT.replace("calendar: office\n", "calendar: office\n\nevent asked\n  decided by: vendor\n", 1)


def test_a_block_is_renamed_wherever_it_is_named(policy: Policy) -> None:
    text = after(policy, Rename(block(policy, "office"), "hours"))
    assert text == TEXT.replace("calendar office", "calendar hours").replace("calendar: office", "calendar: hours")


def test_a_block_is_not_renamed_where_a_value_has_its_name() -> None:
    policy = load_text(TEXT.replace("coverage usual", "fact place\n  values: office, home\n\ncoverage usual"))
    assert fix_of(policy, unsafe("rename it", Rename(block(policy, "office"), "hours"))) is None


def test_lines_end_as_the_others_of_the_file_do() -> None:
    policy = load_text(TEXT.replace("\n", "\r\n"))
    fix = fix_of(policy, safe("add it", Insert(block(policy, "answered"), "note", '"x"')))
    assert fix is not None
    assert [edit.text for edit in fix.edits] == ['\r\n  note: "x"']


def test_a_comment_is_a_node_like_others(policy: Policy) -> None:
    comments = [policy.text(comment) for comment in policy.comments()]
    assert set(comments) == {"# of the office", "# its head", "# the days off", "# as of now", "# seldom"}
    assert all(isinstance(comment, Comment) for comment in policy.comments())


def test_fixes_that_overlap_wait_for_each_other(policy: Policy) -> None:
    line = next(policy.lines("note", "calendar"))
    fixes = [
        fix
        for mend in (safe("a", Delete(line)), safe("b", Replace(line.value, '"x"')), safe("c", Delete(line)))
        if (fix := fix_of(policy, mend))
    ]
    assert mended({"policy.sla": TEXT}, fixes)["policy.sla"] == after(policy, Delete(line))
