"""The table of fields of a scenario file: the decoder, the published schema and the reference are made from it."""

from __future__ import annotations

from slalang.scenario.expected import EXPECT, WORKING
from slalang.scenario.shapes import (
    ByForm,
    Facts,
    Field,
    Instant,
    Kinds,
    ListOf,
    Name,
    Readings,
    Record,
    Shape,
    Text,
    Words,
)


def _event(key: str, shape: Shape, about: str, *more: Field) -> tuple[str, Record]:
    fields = (_AT, Field(key, shape, about, required=True), *more)
    return key, Record(f"an event with `{key}`", fields)


_AT = Field("at", Instant(), "when it happened", required=True)
_BY = Field("by", Name("party"), "the party that did it")
_WITH = Field("with", Facts(), "values of the facts that it is about, for commitments `for each` of them")
_BECAUSE = Field("because", Text(), "the reason that was given")
_CHANNEL = Field("channel", Name("channel"), "how the parties were in touch")

EVENT = Kinds(
    "an event",
    (
        _event(
            "event",
            Name("event"),
            "an event of the policy, or opened, closed, reopened, withdrawn",
            _CHANNEL,
            Field("severity", Name("severity"), "the severity that `by` sets with it"),
            _BY,
            _BECAUSE,
            _WITH,
        ),
        _event("pause", Name("pause"), "a pause begins, for this reason", _WITH),
        _event("resume", Name("pause"), "the pause of this reason ends", _WITH),
        _event(
            "fact",
            Facts(),
            "what was found or stated",
            Field("since", Instant(), "from when it held, if that is earlier than it was found"),
            _BY,
        ),
        _event("severity", Name("severity"), "the severity that `by` sets", _BY, _BECAUSE),
        _event("tier", Name("tier"), "the tier from then on"),
        _event("option", Name("option"), "an option that is bought"),
        _event("drop", Name("option"), "an option that is given up"),
        _event("waive", Name("obligation"), "what a party gives up", _BY),
        _event("request", Words(("escalation",)), "what a party asks for", _BY),
        _event("agreement", ListOf(Name("party"), at_least=2), "parties that agree, such as to close"),
    ),
)

SHARED_FIELDS = (
    Field("tier", Name("tier"), "the tier at the opening"),
    Field("options", ListOf(Name("option")), "the options bought; `[]` is none; left out, it is not known"),
    Field("channel", Name("channel"), "the channel of the opening"),
    Field("facts", Facts(), "facts that hold from the opening on, known from the start"),
    Field("readings", Readings(), "the meaning of a reading, where it is not the default"),
)

_CHANGING = (
    *SHARED_FIELDS,
    Field("opened", Instant(), "when the incident was opened: short for an event"),
    Field("events", ListOf(EVENT), "everything that happened, in any order"),
    Field("as of", Instant(), "the instant of the answer; left out, that of the last event"),
    Field("expect", EXPECT, "what the answer must be; any part of it"),
)
_WORKING = "how the dues are worked out by hand"
_NAME = Field("name", Text(), "what the scenario is about", required=True)
_POLICY = Field(
    "policy",
    ByForm(text=Text(), listing=ListOf(Text(), at_least=1)),
    "the policy or agreement, as a path from this file; or a list of its versions",
)

_OWN_WORKING = Field("working", ByForm(Words(("none",)), mapping=WORKING), f"{_WORKING}; `none` inherits nothing")
VARIATION = Record("a variation", (_NAME, *_CHANGING, _OWN_WORKING))
_VARIATIONS = Field("variations", ListOf(VARIATION), "the same, with some parts replaced")

SCENARIO = Record("a scenario", (_NAME, *_CHANGING, Field("working", WORKING, _WORKING), _VARIATIONS))
FILE = Kinds(
    "a scenario file",
    (
        (
            "scenarios",
            Record(
                "a scenario file",
                (
                    _POLICY,
                    Field("shared", Record("what scenarios share", SHARED_FIELDS), "what all of them have in common"),
                    Field("scenarios", ListOf(SCENARIO, at_least=1), "the scenarios", required=True),
                ),
            ),
        ),
    ),
    otherwise=Record("a scenario", (_POLICY, *SCENARIO.fields)),
)
"""One scenario, or a listing of them with what they share."""
