"""The table of what a scenario may expect, and of how its dues were worked out by hand."""

from __future__ import annotations

from slalang.scenario.lengths import LENGTH_REGEX, SUM_REGEX
from slalang.scenario.shapes import (
    ByForm,
    Field,
    Instant,
    Kinds,
    ListOf,
    Name,
    Pattern,
    Readings,
    Record,
    Text,
    Words,
)
from slalang.scenario.stretches import STRETCH_REGEX, read_stretch

STATUSES = (
    "not started", "running", "at risk", "paused", "met", "missed", "cancelled", "waived", "undetermined", "unknown",
    "not owed", "not covered", "no time",
)  # fmt: skip
FORCES = ("guarantee", "aim", "best efforts", "reasonable efforts", "discretion", "none")
STEP_STATES = ("happened", "to come", "dropped", "unknown", "on occasion")
SCOPES = ("in scope", "out of scope", "undetermined", "unknown")

_DUE = Instant(("none", "unknown"))
_LENGTH = Pattern("an amount of time", LENGTH_REGEX, "2 working hours")
_PARTIES = ByForm(Name("party"), ListOf(Name("party")))
_STATUS = Field("status", Words(STATUSES), "the status as of the instant")
_SUM = Pattern("an amount of time", SUM_REGEX, "4 working hours")
_TEXTS = ListOf(Text())

_ALTERNATIVE = Record("an alternative", (Field("due", _DUE, "the due instant then"), _STATUS))
_GIVEN = Pattern("values of facts", "[^=, ]+=[^=, ]+(, [^=, ]+=[^=, ]+)*", "effect=total-outage")

OBLIGATION = ByForm(
    text=_DUE,
    mapping=Record(
        "what is expected of an obligation",
        (
            Field("due", _DUE, "when it is due"),
            _STATUS,
            Field("start", _DUE, "from when its clock counts"),
            Field("expected", _DUE, "the expected instant, of a range"),
            Field("projected due", _DUE, "when it would be due if the pause ended now"),
            Field("stopped", _DUE, "when the milestone came"),
            Field("left", _LENGTH, "the time left, in the clock's own measure"),
            Field("late", _LENGTH, "by how much it is late, in the clock's own measure"),
            Field("used", _LENGTH, "the time consumed"),
            Field("force", Words(FORCES), "how firmly it is promised"),
            Field("owed by", _PARTIES, "who owes it"),
            Field("owed to", _PARTIES, "to whom it is owed"),
            Field("target", Text(), "the target in words"),
            Field("missing", ListOf(Name("fact", ("tier", "channel", "severity", "options"))), "what would settle it"),
            Field("unknown because", Text(), "a text in the reasons of an unknown: a hole, a reading, a calendar"),
            Field("rests on", _TEXTS, "rules, cells, calendars, readings, holidays in the derivation"),
            Field("not resting on", _TEXTS, "rules, cells, calendars, readings, holidays that are not in it"),
            Field("readings", Readings(), "the readings that it rests on, with the meaning used"),
            Field(
                "alternatives",
                Record("each alternative with its parts", others=(_GIVEN, _ALTERNATIVE)),
                "what it would be for values of the missing facts",
            ),
        ),
    ),
)

_STEP = Record(
    "what is expected of a step",
    (
        Field("at", _DUE, "when it comes"),
        Field("to", _PARTIES, "to whom"),
        Field("state", Words(STEP_STATES), "whether it has happened"),
    ),
)
_CLOSURE = Record("what is expected of a closure", (Field("due", _DUE, "from when closing is allowed"),))
_SCOPE = Record(
    "what is expected of the scope",
    (
        Field("state", Words(SCOPES), "whether the policy governs the incident"),
        Field("handed to", _PARTIES, "who deals with it instead"),
        Field("attempt", Words(("yes", "no")), "whether help is tried without a promise"),
    ),
)


EXPECT = Record(
    "what is expected",
    (
        Field("scope", ByForm(Words(SCOPES), mapping=_SCOPE), "whether the policy governs the incident"),
        Field("severity", Name("severity", ("unknown", "undetermined")), "the severity in force as of the instant"),
        Field("steps", Record("each step with its parts", others=(Name("step"), _STEP)), "escalations and notices"),
        Field("duties", ListOf(Name("duty")), "the duties that apply: all of them"),
        Field("entitlements", ListOf(Name("entitlement")), "the entitlements that apply: all of them"),
        Field("exclusions", ListOf(Name("exclusion")), "the exclusions that apply: all of them"),
        Field(
            "closures",
            Record("each closure with its due", others=(Name("closure"), _CLOSURE)),
            "when the incident may be closed",
        ),
        Field("remarks", _TEXTS, "texts within the remarks"),
    ),
    others=(Name("obligation"), OBLIGATION),
)

_FROM_TO = Pattern(
    "a stretch of time",
    STRETCH_REGEX,
    "2025-04-17T16:30+01:00 to 17:00",
    read_stretch,
)
_NONE = "none", Record("no working", (Field("none", Text(), "why there is nothing to work out", required=True),))
_STRETCH = Kinds(
    "a step of a working",
    (
        ("counted", Record("a counted stretch", (Field("counted", _FROM_TO, "open time", required=True),))),
        (
            "skipped",
            Record(
                "a skipped stretch",
                (
                    Field("skipped", _FROM_TO, "time that does not count", required=True),
                    Field("because", Text(), "why it does not", required=True),
                ),
            ),
        ),
        ("sum", Record("a sum", (Field("sum", _SUM, "what the counted stretches add up to", required=True),))),
        _NONE,
    ),
)
WORKING = Record(
    "a working",
    (Field("none", Text(), "why there is nothing to work out"),),
    others=(Name("clock"), ByForm(listing=ListOf(_STRETCH, at_least=1), mapping=_NONE[1])),
)
