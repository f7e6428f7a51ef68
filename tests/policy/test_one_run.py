"""All mistakes of a policy are told in one run: none waits until another is mended, and none is made up."""

from collections import Counter
from itertools import combinations
from typing import NamedTuple

from slalang.pipeline import load_policy_text

SOUND = """\
policy sound "Sound"
  zone: Europe/London
  in force: 2025-01-01 to 2026-12-31

source terms "Terms"
  heading: "Repair"

party vendor "Vendor"
party customer "Customer"

event answered "Somebody answers"
event fixed "It works again"

fact cause "What caused it"
  values: ours, theirs

tiers
  highest first: Gold, Silver

severities
  highest first: P1, P2
  definitions: none
  changes: none
  | tier   | chosen by |
  | Gold   | customer  |
  | Silver | vendor    |

calendar office "The office"
  open: Monday to Friday 09:00 to 17:00
  closed: none

calendar early "Mornings"
  open: Monday to Friday 06:00 to 09:00
  closed: none

calendar mornings "Before noon"
  open: Monday to Friday 07:00 to 12:00
  closed: none

calendar late "Evenings"
  open: Monday to Friday 17:00 to 20:00
  closed: none
  working day: 3 working hours

pause waiting "The customer is asked"

coverage gold "Both"
  when: tier is Gold
  exception to: usual
  calendar: early

coverage usual "The office"
  calendar: office

commitment answer "First answer"
  force: guarantee
  starts: opened
  stops: answered
  within: 4 working hours
  pauses: waiting

commitment chat "A chat"
  force: none
  starts: opened
  stops: answered
  within: none

commitment visit "A visit"
  force: guarantee
  starts: opened
  stops: answered
  within: 8 elapsed hours

## Repair [terms: "Repair"]

commitment repair "Repair"
  force: guarantee
  starts: opened
  stops: fixed
  | severity | within           |
  | P1       | 8 working hours  |
  | P2       | 16 working hours |

commitment report "Report"
  force: guarantee
  starts: fixed
  stops: closed
  when: cause is ours
  within: 3 times answer

escalation duty-manager
  on: miss of repair
  to: customer
"""


class Mistake(NamedTuple):
    """A text of the sound policy, what is written in its place, and as what that is told."""

    sound: str
    wrong: str
    code: str


MISTAKES = (
    Mistake("  to: customer\n", "  to customer\n", "SLA113"),
    Mistake("on: miss of repair", "on: a repair missed", "SLA134"),
    Mistake("pauses: waiting", "pauses: waitng", "SLA220"),
    Mistake("stops: fixed", "stops: fixd", "SLA220"),
    Mistake("cause is ours", "cause is our", "SLA224"),
    Mistake("within: 8 elapsed hours", "within: 8 hours", "SLA301"),
    Mistake('[terms: "Repair"]', '[terms: "Repairs"]', "SLA227"),
    Mistake("  values: ours, theirs\n", "  values: ours, theirs, ours\n", "SLA242"),
    Mistake("2025-01-01 to", "2025-02-30 to", "SLA151"),
    Mistake("06:00 to 09:00\n  closed: none", "06:00 to 09:00\n  closed: early", "SLA233"),
    Mistake("09:00 to 17:00\n  closed: none", "09:00 to 17:00\n  closed: ofice", "SLA220"),
    Mistake("17:00 to 20:00\n  closed: none", "17:00 to 20:00\n  only during: mornings", "SLA311"),
    Mistake("  | P2       | 16 working hours |\n", "", "SLA401"),
    Mistake("within: 3 times answer", "within: 3 times chat", "SLA316"),
    Mistake("  | Silver | vendor    |\n", "", "SLA401"),
    Mistake("  exception to: usual\n", "", "SLA402"),
)


def _told(text: str) -> Counter[tuple[str, str]]:
    return Counter((found.code, found.message) for found in load_policy_text(text).diagnostics)


def test_the_policy_is_sound_and_each_mistake_is_one() -> None:
    assert not _told(SOUND)
    for mistake in MISTAKES:
        assert SOUND.count(mistake.sound) == 1, mistake
        assert [code for code, _ in _told(SOUND.replace(mistake.sound, mistake.wrong))] == [mistake.code], mistake


def test_of_two_mistakes_both_are_told_and_nothing_else() -> None:
    for one, other in combinations(MISTAKES, 2):
        alone = [_told(SOUND.replace(mistake.sound, mistake.wrong)) for mistake in (one, other)]
        both = SOUND.replace(one.sound, one.wrong).replace(other.sound, other.wrong)
        assert _told(both) == alone[0] + alone[1], (one, other)


def test_all_mistakes_together_are_told() -> None:
    text = SOUND
    for mistake in MISTAKES:
        text = text.replace(mistake.sound, mistake.wrong)
    assert {code for code, _ in _told(text)} == {mistake.code for mistake in MISTAKES}


NEITHER = (
    "`severities` needs `definitions:` and `changes:`, "
    "since there is no `severity` with `when:` and no `reclassification`"
)
NO_CHANGES = "`severities` needs `changes:`, since there is no `reclassification`"
NO_DEFINITIONS = "`severities` needs `definitions:`, since there is no `severity` with `when:`"


def _said_to_lack(lines: str, *changes: tuple[str, str]) -> list[str]:
    """What the policy is told to lack with these lines in place of those about definitions and changes."""
    text = SOUND.replace("  definitions: none\n  changes: none\n", lines)
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return [message for code, message in _told(text) if code == "SLA238"]


def test_lines_that_severities_lack_are_told_together_whatever_else_is_wrong() -> None:
    chooser = ("  | tier   | chosen by |\n  | Gold   | customer  |\n  | Silver | vendor    |\n", "")
    assert _said_to_lack("") == [NEITHER]
    assert _said_to_lack("  definitions: none\n") == [NO_CHANGES]
    assert _said_to_lack("  changes: none\n") == [NO_DEFINITIONS]
    for wrong in ("unclear", "who is unclear", "[unclear]", "tbd"):
        assert _said_to_lack(f"  chosen by: {wrong}\n", chooser) == [NEITHER], wrong
    assert _said_to_lack("", ("pauses: waiting", "pauses waiting")) == [NEITHER]
    assert _said_to_lack("", ("06:00 to 09:00", "6am to 9am")) == [NEITHER]


def test_no_line_is_said_to_lack_that_a_mistake_may_hide() -> None:
    for hidden in ("  chnages: none\n  definitions none\n", "  definitions none\n  changes none\n"):
        assert _said_to_lack(hidden) == [], hidden
    assert _said_to_lack("  definitions: nothing at all\n") == [NO_CHANGES]
    severity, change = "severity P1\n  whn: cause is ours\n\n", "reclassification up in both ways\n  by: vendor\n\n"
    pause = 'pause waiting "The customer is asked"\n'
    assert _said_to_lack("", (pause, severity + pause)) == [NO_CHANGES]
    assert _said_to_lack("", (pause, change + pause)) == [NO_DEFINITIONS]
    assert _said_to_lack("", (pause, severity.replace("severity", "severty") + pause)) == []


def test_no_gap_is_made_up_where_a_block_lost_its_name() -> None:
    """A policy without coverage has a gap for each commitment; here one stands, and nobody knows what it is called."""
    gold, usual = SOUND.index("coverage gold"), SOUND.index("coverage usual")
    text = (SOUND[:gold] + SOUND[usual:]).replace('coverage usual "The office"', 'coverage | "The office"')
    assert {code for code, _ in _told(text)} == {"SLA199"}
