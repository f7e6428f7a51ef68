"""Mistakes in occasions, and in who is told of them."""

from slalang.syntax.mistakes.row import Match, mistake

_GAP = r"(?P<gap>\d+(?:\.\d+)?\s+(?:(?:working|elapsed|calendar)\s+)?[a-z]+)"
_NAME = r"[A-Za-z][\w-]*"


def _due(match: Match) -> str:
    return f"write `{match['gap']} {match['side']} due of {match['of'] or 'response'}`"


def _silence(match: Match) -> str:
    without = f" without {match['without']}" if match["without"] else ""
    return f"say from which event: `{match['gap']} after opened{without}`"


def _party(match: Match) -> str:
    name = "-".join(match["name"].split())
    return f'write the name of a party, as `customer`; its title stands at its block: `party {name} "{match["name"]}"`'


ROWS = (
    mistake(
        "SLA166",
        "occasion",
        rf"{_GAP}\s+(?P<side>before|after)\s+(?P<at>(?:the\s+)?due\b(?!\s+of\s+(?!the\b))(?:\s+(?:date|time))?"
        rf"(?:\s+(?:of\s+)?(?:the\s+)?(?P<of>{_NAME}))?)",
        "`{at}` is not how the end of a clock is written",
        _due,
    ),
    mistake(
        "SLA166",
        "occasion",
        rf"{_GAP}\s+(?P<side>before)\s+(?P<at>(?!due\s+of\b)(?:the\s+)?(?P<of>{_NAME}))",
        "a time before `{at}` is counted back from when it is due",
        _due,
    ),
    mistake(
        "SLA166",
        "occasion",
        rf"(?:\Aafter\s+)?{_GAP}(?=\s+without\b|\s*\Z)(?:\s+without\s+(?P<without>{_NAME}))?",
        "`{it}` does not say from when",
        _silence,
    ),
    mistake(
        "SLA173",
        "who",
        rf"\bthe\s+(?P<name>{_NAME})\s*\Z",
        "`{it}` is no name of a party",
        "write `{name}`",
    ),
    mistake(
        "SLA173",
        "who",
        rf"(?:\bthe\s+)?(?P<name>(?!(?:and|or)\b){_NAME}(?:\s+(?!(?:and|or)\b){_NAME}){{1,7}})",
        "`{it}` is no name of a party",
        _party,
    ),
)
