"""Comments stay with what they are about: beside it, above it, or below the block that they are in."""

from __future__ import annotations

from tests.format.forms import form


def test_comments_stay_above_and_beside_their_lines_when_lines_move() -> None:
    text = """\
commitment r  # the head
  # about stops
  stops: b # ends
  force: aim#firm
  within: unstated
# about starts, at the margin
  starts: a
"""
    assert (
        form(text)
        == """\
commitment r  # the head
  force: aim  #firm
  # about starts, at the margin
  starts: a
  # about stops
  stops: b  # ends
  within: unstated
"""
    )


def test_comments_below_the_last_line_stay_at_the_end_of_the_block() -> None:
    text = """\
commitment r
  stops: b
  within: unstated
  starts: a
  force: aim
  # below

# at the margin: of what follows
event e
  # of e
"""
    assert (
        form(text)
        == """\
commitment r
  force: aim
  starts: a
  stops: b
  within: unstated
  # below

# at the margin: of what follows
event e
  # of e
"""
    )


def test_comments_in_a_condition_stay_with_their_tests() -> None:
    text = """\
exclusion e
  when: a is b and c is d # of c
    # above e
    and e is f # of e
    and (g is h # of g
    or i is j) # of i
  excludes: any
"""
    assert (
        form(text)
        == """\
exclusion e
  when: a is b
    and c is d  # of c
    # above e
    and e is f  # of e
    # of g
    and (g is h or i is j)  # of i
  excludes: any
"""
    )


def test_comments_in_a_text_stay_with_it_when_its_strings_become_one() -> None:
    text = """\
event e
  note: "one"  # first
    # between
    "two"  # second
"""
    assert (
        form(text)
        == """\
event e
  # first
  # between
  note: "one two"  # second
"""
    )


def test_comments_of_rows_and_headings_of_tables_stay_there() -> None:
    text = """\
targets t
  # above the headings
  | severity | a | # of the headings
  # above the row
  | P1 | 1 hour | per x # of the row
  # below
"""
    assert (
        form(text)
        == """\
targets t
  # above the headings
  | severity | a      |  # of the headings
  # above the row
  | P1       | 1 hour | per x  # of the row
  # below
"""
    )


def test_blank_lines_between_comments_at_the_margin_stay_as_one() -> None:
    text = """\
# licence


# of the file
# too

policy p
  # about the zone

  # more
  zone: UTC
  in force: always
# section

# of a
event a
# of b
event b



# end

# of file
"""
    assert (
        form(text)
        == """\
# licence

# of the file
# too

policy p
  # about the zone
  # more
  zone: UTC
  in force: always

# section

# of a
event a

# of b
event b

# end

# of file
"""
    )


def test_comments_of_headings_and_sentences_stay_there() -> None:
    text = """\
# above
## Heading [a: B]   # beside
  # below
# above the sentence
> A sentence # is prose
  # above the reason
  text only: "x" # beside
"""
    assert (
        form(text)
        == """\
# above
## Heading [a: B]  # beside
  # below

# above the sentence
> A sentence # is prose
  # above the reason
  text only: "x"  # beside
"""
    )
