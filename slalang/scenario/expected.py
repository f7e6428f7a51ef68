"""The table of what a scenario may expect, and of how its dues were worked out by hand."""

from __future__ import annotations

from slalang.scenario.lengths import LENGTH_REGEX, SUM_REGEX
from slalang.scenario.shapes import (
    Axis,
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
STEP_STATES = ("happened", "to come", "dropped", "unknown", "on occasion", "does not apply")
SCOPES = ("in scope", "out of scope", "undetermined", "unknown")
PROMISE_STATES = ("applies", "does not apply", "undetermined", "unknown")
MEASURES = ("working", "elapsed", "date", "none")

_DUE = Instant(("none", "unknown"))
_LENGTH = Pattern("an amount of time", LENGTH_REGEX, "2 working hours")
_PARTIES = ByForm(Name("party"), ListOf(Name("party")))
_FORCE = Field("force", Words(FORCES), "how firmly it is promised")
_OWED = (Field("owed by", _PARTIES, "who owes it"), Field("owed to", _PARTIES, "to whom it is owed"))
_STATUS = Field("status", Words(STATUSES), "the status as of the instant")
_OVER_READINGS = (
    Field("earliest due", _DUE, "the earliest due over all readings"),
    Field("latest due", _DUE, "the latest due over all readings"),
)
_SUM = Pattern("an amount of time", SUM_REGEX, "4 working hours")
_TEXTS = ListOf(Text())

_NAMES = ByForm(Text(), ListOf(Text(), at_least=1))
_YES_OR_NO = Words(("yes", "no"))
_QUESTIONS = ListOf(Name("question", ("tier", "channel", "severity")))
_UNTIL = Field(
    "undetermined until",
    _QUESTIONS,
    "that it is undetermined, and what would settle it: all of it",
)

BECAUSE = Field(
    "because",
    Record(
        "a reason",
        (
            Field("rule", _NAMES, "rules and cells of tables that it rests on"),
            Field("clause", _NAMES, "clauses that it cites, by heading or as the answer cites them"),
            Field("reading", Readings(), "readings that it rests on, with the meaning used"),
        ),
    ),
    "what it rests on",
)

_ALTERNATIVE = Record("an alternative", (Field("due", _DUE, "the due instant then"), _STATUS))
_GIVEN = Pattern("values of facts", "[^=, ]+=[^=, ]+(, [^=, ]+=[^=, ]+)*", "effect=total-outage")

OBLIGATION = ByForm(
    text=_DUE,
    mapping=Record(
        "what is expected of an obligation",
        (
            Field("due", _DUE, "when it is due"),
            _STATUS,
            Field("start event", _DUE, "when the event came with which its clock starts"),
            Field("start", _DUE, "from when its clock counts"),
            Field("expected", _DUE, "the expected instant, of a range"),
            Field("projected due", _DUE, "when it would be due if the pause ended now"),
            *_OVER_READINGS,
            Field("stopped", _DUE, "when the milestone came"),
            Field("left", _LENGTH, "the time left, in the clock's own measure"),
            Field("late", _LENGTH, "by how much it is late, in the clock's own measure"),
            Field("used", _LENGTH, "the time consumed"),
            Field("measure", Words(MEASURES), "what its clock counts"),
            _FORCE,
            *_OWED,
            Field("target", Text(), "the target in words"),
            Field("strict", _YES_OR_NO, "whether the milestone must come before its due, not at it"),
            Field("attainment", Text(), "the share of incidents that must meet it, in words"),
            Field("missing", _QUESTIONS, "what would settle it"),
            _UNTIL,
            Field("unknown because", Text(), "a text in the reasons of an unknown: a hole, a reading, a calendar"),
            Field("not covered because", Text(), "that it is not covered, and a text in the reasons"),
            BECAUSE,
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
        Field("by", Name("party", ("none",)), "who takes it"),
        Field("state", Words(STEP_STATES), "whether it has happened"),
        BECAUSE,
    ),
)
_PROMISE = (
    Field("state", Words(PROMISE_STATES), "whether it applies"),
    Field("since", _DUE, "from when it applies"),
    _FORCE,
    *_OWED,
    _UNTIL,
    BECAUSE,
)
CLOSURE = Record(
    "what is expected of a closure",
    (Field("due", _DUE, "from when closing is allowed"), *_OVER_READINGS, *_PROMISE),
)
_SCOPE = Record(
    "what is expected of the scope",
    (
        Field("state", Words(SCOPES), "whether the policy governs the incident"),
        Field("handed to", _PARTIES, "who deals with it instead"),
        Field("attempt", _YES_OR_NO, "whether help is tried without a promise"),
        _UNTIL,
        BECAUSE,
    ),
)
_SEVERITY = Record(
    "what is expected of the severity",
    (Field("is", Name("severity", ("unknown", "undetermined")), "the severity"), _UNTIL, BECAUSE),
)


def _promises(axis: Axis, key: str) -> Field:
    """Promises of a kind: those that apply, or what is expected of some."""
    told = Record(
        f"each {axis} with its parts", others=(Name(axis), Record(f"what is expected of each {axis}", _PROMISE))
    )
    return Field(key, ByForm(listing=ListOf(Name(axis)), mapping=told), f"the {key} that apply: all of them")


EXPECT = Record(
    "what is expected",
    (
        Field("scope", ByForm(Words(SCOPES), mapping=_SCOPE), "whether the policy governs the incident"),
        Field("version", Text(), "the version of the policy that governs the incident"),
        Field(
            "severity",
            ByForm(Name("severity", ("unknown", "undetermined")), mapping=_SEVERITY),
            "the severity in force as of the instant",
        ),
        Field("steps", Record("each step with its parts", others=(Name("step"), _STEP)), "escalations and notices"),
        _promises("duty", "duties"),
        _promises("entitlement", "entitlements"),
        _promises("exclusion", "exclusions"),
        Field(
            "closures",
            Record("each closure with its due", others=(Name("closure"), CLOSURE)),
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
