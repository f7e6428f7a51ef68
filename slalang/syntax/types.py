"""The types of values in words: what each is, with an example, for help and for the reference."""

from typing import NamedTuple


class Described(NamedTuple):
    """A type of value: its noun with an article, and what can be written."""

    noun: str
    examples: str


TYPES_IN_WORDS = {
    "amount": Described("an amount", "`4 working hours`, `2 working days of office`, `1 calendar week`"),
    "bound": Described("a bound", "`15 working minutes`, `100`, `50%`, `2026-01-01`"),
    "calendar": Described("a calendar", "the name of one, `24x7`, `coverage`, or `none`"),
    "choice": Described("a choice", "one of those of this line"),
    "cite": Described("a citation", '`per details "Resolution" 4`, several with a comma, or `per none`'),
    "clocks": Described("what happens to clocks", "`keep`, `retarget`, `restart`, `retroactive`"),
    "closing": Described("what is closed", "`public holidays of GB-ENG with observed days`, `2026-12-24`, calendars"),
    "column": Described("a heading of a column", "`severity`, `severity by tier`, `Silver and above`"),
    "condition": Described("a condition", "`severity is P1 and tier is Silver or above`"),
    "credit": Described("a credit", '`10% of "the monthly fee"`, `EUR 100`'),
    "dated": Described("the hours of a date", "`2026-12-24 09:00 to 12:00`"),
    "day": Described("a working day", "`8 working hours`, `same time`, `close of business`, `as london`"),
    "domain": Described("what a fact takes", "`number from 0 to 100`, `date`, `instant`, `amount`, `zone`"),
    "event": Described("an event", "`opened`, `responded by phone`"),
    "events": Described("an event", "`opened`, `alarm or opened`, `fixed and confirmed`"),
    "every": Described("a promise that repeats", "`2 working hours until relieved, after the last`"),
    "figure": Described("a figure", "`4 working hours`, `best efforts`, `none`, `unstated`, `-`"),
    "file": Described("a text", '`"bespoke.sla"`'),
    "force": Described("a force", "`guarantee`, `aim`, `best efforts`, `reasonable efforts`, `discretion`, `none`"),
    "head": Described("a head", 'a kind, a name, a title: `commitment response "Response time"`'),
    "keys": Described("the keys of a row", "`P1`, `P3, P4`, `Silver and above`, `less than 99%`, `any`"),
    "members": Described("members", '`P1 "Critical", P2 "Serious"`'),
    "name": Described("a name", "`first-response`"),
    "names": Described("names", "`response, relief`, `Silver and above`, `any`"),
    "occasion": Described("an occasion", "`miss of relief`, `75% of response`, `2 elapsed hours after opened`"),
    "opening": Described("hours", "`Monday to Friday 09:00 to 17:00`, `24x7`, calendars"),
    "over": Described("a period of measurement", "`each calendar month by opened`"),
    "period": Described("a period", "`2026-01-01 to 2026-12-31`, `from 2026-01-01`, `always`"),
    "places": Described("the places of a heading", "`[details: Resolution, 2]`, several with a semicolon"),
    "raw": Described("a value", "one that could stand where the name is used"),
    "share": Described("a share", "`90%`"),
    "target": Described("a target", "`4 working hours`, `3 times response`, `the figures below`"),
    "text": Described("a text", '`"a patch"`, or the name of a parameter'),
    "who": Described("a party", "`vendor`, `vendor and customer`, `vendor or customer`"),
    "zone": Described("a zone", "`Europe/London`"),
}  # fmt: skip
"""Every start symbol of the grammar."""
