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


_OVER = "missed|breached|late|overdue|violated"

ROWS = (
    mistake(
        "SLA166",
        "occasion",
        rf"{_GAP}\s+(?P<side>after)\s+(?P<at>(?:(?:an?|the)\s+)?(?:miss|breach)\s+of\s+(?:the\s+)?(?P<of>{_NAME}))",
        "`{at}` is when it is due",
        _due,
    ),
    mistake(
        "SLA134",
        "occasion",
        rf"\A(?:when\s+|if\s+|once\s+)?(?:the\s+|an?\s+)?(?P<of>(?!(?:{_OVER}|when|if|once|the|an?)\b){_NAME})\s+(?:(?:is|was|gets)\s+)?(?:{_OVER})\b"
        rf"|\A(?:the\s+|an?\s+)?(?:{_OVER}|(?:breach|violation|failure)\s+of|missing)\s+(?:the\s+)?(?P<other>{_NAME})",
        "`{it}` is not how an occasion is written",
        lambda match: f"write `miss of {match['of'] or match['other']}`",
    ),
    mistake(
        "SLA134",
        "occasion",
        rf"\A(?P<at>an?|the)\s+(?P<occasion>(?:miss|request|agreement)\s+of\s+{_NAME})",
        "`{at}` is no part of an occasion",
        "write `{occasion}`",
    ),
    mistake(
        "SLA157",
        "occasion",
        rf"(?P<share>\d+(?:\.\d+)?%)\s+(?!of\b)(?:in(?:to)?\s+)?(?:the\s+)?(?P<of>{_NAME})",
        "`{it}` does not say of what it is a share",
        "write `{share} of {of}`",
    ),
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
        "SLA166",
        "occasion",
        rf"\A(?:(?:when|if)\s+)?(?:there\s+(?:is|was)\s+)?no\s+(?:{_NAME}\s+){{1,3}}?(?:for|within|in|after)\s+{_GAP}",
        "`{it}` does not say from when, nor which event it waits for",
        "name both events, such as `{gap} after asked without answered`",
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
