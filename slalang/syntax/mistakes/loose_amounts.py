"""Amounts as people say them: of two units, about so much, by the end of the day."""

from slalang.syntax.mistakes.row import Match, mistake

_AMOUNTS = "amount target figure every bound occasion raw"
_MINUTES = {"hour": 60, "minute": 1}
_WAY = r"(?:working|elapsed)"


def _one_unit(match: Match) -> str:
    counting = match["first"] or match["second"]
    if counting is None or (match["second"] or counting) != counting:
        return "write one amount, in the smaller unit and in one way of counting"
    return f"write `{int(match['hours']) * 60 + int(match['minutes'])} {counting} minutes`"


def _in_minutes(match: Match) -> str:
    return f"write `{int(match['hours']) * 60 + int(match['minutes'])} {match['counting'] or 'working'} minutes`"


ROWS = (
    mistake(
        "SLA156",
        _AMOUNTS,
        rf"(?P<hours>\d+)\s+(?:(?P<first>{_WAY})\s+)?hours?\s*(?:,|and|,\s*and)?\s+"
        rf"(?P<minutes>\d+)\s+(?:(?P<second>{_WAY})\s+)?minutes?",
        "`{it}` are two amounts",
        _one_unit,
    ),
    mistake(
        "SLA156",
        _AMOUNTS,
        rf"(?P<at>(?P<hours>\d+):(?P<minutes>\d\d))\s+(?:(?P<counting>{_WAY})\s+)?hours?",
        "`{at}` is not how a number is written",
        _in_minutes,
    ),
    mistake(
        "SLA156",
        _AMOUNTS,
        r"(?P<at>\b(?i:about|approximately|approx\.?|around|roughly|circa|ca\.|some)|~)\s*(?=\d)",
        "`{at}` is no part of an amount, since what is due is due at one instant",
        "leave it out, or write `between 4 and 6 working hours` and which end is the breach",
    ),
    mistake(
        "SLA156",
        "day",
        r"\b(?:the\s+)?(?:end|close)\s+of\s+(?:the\s+)?(?:business(?:\s+day)?|day|(?:working|business)\s+day)\b",
        "`{it}` is written `close of business`",
        "write `close of business`",
    ),
    mistake(
        "SLA156",
        "amount target figure raw occasion",
        r"\b(?:(?:the\s+)?(?:end|close)\s+of\s+(?:the\s+)?(?:business(?:\s+day)?|day|(?:working|business)\s+day)|(?i:eob|cob|eod))\b",
        "`{it}` is no amount",
        "write `1 working day`, for the close of the next, on a calendar with `working day: close of business`",
    ),
    mistake(
        "SLA161",
        "amount target figure every bound raw occasion",
        r"(?:second|minute|hour|day|week|month|year)s?\s+(?P<at>(?:that\s+(?:has|have)\s+)?(?:begun|started|commenced)"
        r"|or\s+(?:any\s+)?part\s+(?:thereof|of\s+(?:it|one)))(?!\w)",
        "`{at}` is no part of an amount",
        "leave it out: time counts exactly, and units are not rounded up",
    ),
    mistake(
        "SLA161",
        "amount target figure raw bound",
        r"(?<=\w)\s+(?P<at>or\s+(?:less|sooner|earlier|faster)|at\s+(?:the\s+)?(?:latest|most)|maximum|max\.?)\s*\Z",
        "`{at}` is no part of an amount",
        "leave it out: the key or the heading says whether it is `within` or `less than`",
    ),
    mistake(
        "SLA164",
        "target",
        r"\A(?:see\s+)?(?:the\s+)?(?:(?:table|figures|matrix|values)(?:\s+below)?|below)\s*\Z",
        "`{it}` is not how a table is named",
        "write `the figures below`",
    ),
)
