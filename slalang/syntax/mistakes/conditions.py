"""Mistakes in conditions."""

from slalang.syntax.mistakes.row import Match, mistake
from slalang.syntax.schema import RESERVED

_SIGNS = {
    **dict.fromkeys(("=", "==", "==="), "is"),
    **dict.fromkeys(("!=", "<>", "/=", "\u2260"), "is not"),
    **dict.fromkeys((">=", "=>", "\u2265"), "is at least"),
    **dict.fromkeys(("<=", "=<", "\u2264"), "is at most"),
    ">": "is more than",
    "<": "is less than",
    **dict.fromkeys(("&", "&&"), "and"),
    "||": "or",
    "!": "not",
}
_RESERVED = "|".join(sorted(RESERVED))
_AMOUNT = r"\d+(?:\.\d+)?\s+(?:(?:working|elapsed|calendar|business)\s+)?(?:second|minute|hour|day|week|month|year)s?"
_PASSED = (
    "a condition never looks at the running time: declare a fact that says so, and write `... is yes`;"
    " what comes after a time is an `escalation` or a `notice`"
)


def _sign(match: Match) -> str:
    words = _SIGNS[match.group().strip()]
    order = ", of severities and the like `is ... or above`" if "least" in words else ""
    order = ", of severities and the like `is ... or below`" if "most" in words else order
    return f"write `{words}`{order}"


def _order(match: Match) -> str:
    up = match["word"] in ("higher", "better", "more", "greater", "worse")
    return f"write `{match['member']} or {'above' if up else 'below'}`"


def _comparison(match: Match) -> str:
    up = match["word"] in ("greater", "higher", "over", "above", "larger", "bigger", "longer")
    return f"write `is {'more' if up else 'less'} than`, `is at {'least' if up else 'most'}`"


ROWS = (
    mistake(
        "SLA133",
        "condition",
        rf"\b(?P<at>(?:within|after|before)\s+{_AMOUNT}|{_AMOUNT}\s+(?:after|before|from|of|since)\s+[\w-]+)\b",
        "`{at}` asks how much time has passed",
        _PASSED,
    ),
    mistake(
        "SLA133",
        "condition",
        rf"\bis\s+(?P<word>during|outside)\s+(?P<at>{_RESERVED})(?![\w-])",
        "`{at}` is no calendar",
        "name one: `opened is {word} office`",
    ),
    mistake(
        "SLA133",
        "condition",
        r"(?<![\w-])any\s+[\w-]+",
        "`{it}` is no test",
        "leave it out: a condition says only what is limited",
    ),
    mistake(
        "SLA131",
        "condition",
        r"(?:[=!<>/]=|=>|=<|<>|={1,3}|[<>!\u2265\u2264\u2260]|&&?|\|\|)",
        "`{it}` is a sign that conditions do not have",
        _sign,
    ),
    mistake(
        "SLA133",
        "condition",
        r"(?<![\w-])(?P<tested>[A-Za-z][\w-]*)\s+(?P<at>(?:are|was|were|equals?|has|means)(?P<not>n't|\s+not)?|isn(?P<short>'t))(?![\w'-])",
        "`{at}` is no test",
        lambda match: f"write `{match['tested']} is {'not ' if match['not'] or match['short'] else ''}...`",
    ),
    mistake(
        "SLA134",
        "condition",
        r"(?<![\w-])(?P<tested>(?!is\b|not\b)[A-Za-z][\w-]*)\s+(?P<at>(?P<not>not\s+)?in)(?![\w-])",
        "`{at}` joins no list",
        lambda match: f"write `{match['tested']} is {'none' if match['not'] else 'one'} of ...`, with commas",
    ),
    mistake(
        "SLA133",
        "condition",
        r"\bis\s+at\s+(?P<word>least|most)\s+(?P<value>[A-Za-z][\w-]*)",
        "`{it}` compares no numbers",
        lambda match: f"write `is {match['value']} or {'above' if match['word'] == 'least' else 'below'}`",
    ),
    mistake(
        "SLA134", "condition", r"is\s+not\s+(?:one\s+of|in)\b", "`{it}` is written `is none of`", "write `is none of`"
    ),
    mistake(
        "SLA134", "condition", r"is\s+(?:any\s+of|either|in)\b", "`{it}` is written `is one of`", "write `is one of`"
    ),
    mistake(
        "SLA134",
        "condition",
        r"(?:one|none)\s+of\s+[\w-]+(?:\s*,\s*[\w-]+)*\s*,?\s+(?P<at>and|or)(?=\s+[\w-]+\s*(?:\)|\Z|\n))",
        "`{at}` joins no list",
        "a list has commas: `is one of P1, P2`",
        anywhere=True,
    ),
    mistake(
        "SLA133",
        "condition",
        r"(?P<member>[\w-]+)\s+(?P<at>(?:or|and)\s+(?P<word>higher|better|more|greater|worse|lower|less|worse))\b",
        "`{at}` is not how an order is written",
        _order,
    ),
    mistake(
        "SLA133",
        "condition",
        r"(?P<subject>[\w-]+)\s+is\s+(?P<first>[\w-]+)\s+or\s+(?P<at>(?P<second>(?!(?:above|below)\b)[\w-]+))\s*(?=\)|\Z|\n)",
        "`{at}` is no test",
        "write `{subject} is one of {first}, {second}`",
    ),
    mistake(
        "SLA133",
        "condition",
        r"(?P<subject>[\w-]+)\s+is\s+(?P<not>not\s+)?(?P<first>(?!one\b|none\b)[\w-]+)\s*(?P<at>,)",
        "several values stand after `is`",
        lambda match: f"write `{match['subject']} is {'none' if match['not'] else 'one'} of ...`",
    ),
    mistake(
        "SLA133",
        "condition",
        r"is\s+(?P<word>greater|higher|over|above|larger|bigger|longer|lower|under|below|fewer|smaller|shorter)\b(?:\s+than\b)?",
        "`{it}` is not how numbers are compared",
        _comparison,
    ),
    mistake(
        "SLA133",
        "condition",
        r"is\s+(?:on\s+or\s+)?(?P<at>after|since|from)\b",
        "`{at}` compares no dates",
        "write `not (... is before 2026-01-01)`",
    ),
    mistake(
        "SLA132",
        "condition",
        r"(?P<at>\b(?:and|or)\b)(?=\s+(?:[\w-]+(?:\s+of\s+[\w-]+)?\s+is\b|\(|not\b))",
        "`and` and `or` stand side by side",
        "put parentheses around what belongs together",
    ),
    mistake(
        "SLA137", "condition", r"\)", "a parenthesis that was not opened", "delete it, or write the `(` that it closes"
    ),
    mistake(
        "SLA137",
        "condition",
        r"\((?:[^()]|\([^()]*\))*\Z",
        "a parenthesis is not closed",
        "write `)` where what belongs together ends",
    ),
    mistake(
        "SLA133",
        "condition",
        r"\bnot\s+(?=[\w-]+\s+is\b)",
        "`not` stands before a parenthesis only",
        "write `... is not ...`, or `not (...)`",
    ),
    mistake(
        "SLA133",
        "condition",
        r"(?<![\w-])(?P<tested>[A-Za-z][\w-]*)\s+(?P<at>(?P<word>during|outside)\s+(?P<of>[A-Za-z][\w-]*))",
        "`{at}` is no test",
        "write `{tested} is {word} {of}`",
    ),
    mistake(
        "SLA133",
        "condition",
        r"\b(?P<tested>(?!and\b|or\b|not\b|is\b)[\w-]+)\s+"
        r"(?P<at>(?:does\s+not\s+|doesn't\s+|do\s+not\s+)?(?:exists?|appl(?:y|ies)|holds?|happens?|happened))\b",
        "`{at}` is no test",
        lambda match: f"write `{match['tested']} is {'no' if match['at'].startswith('do') else 'yes'}`",
    ),
    mistake(
        "SLA133",
        "condition",
        r"\b(?P<at>if|when|where|while)\s+(?=[\w-]+\s+is\b)",
        "`{at}` is no word of conditions",
        "leave it out: the key says it",
    ),
    mistake(
        "SLA133",
        "condition",
        rf"(?<![\w-])(?P<tested>(?!(?:{_RESERVED})\b)[A-Za-z][\w-]*)\s+"
        rf"(?P<at>(?P<value>yes|no|(?!(?:{_RESERVED})\b)[\w-]+))(?![\w-])",
        "`{it}` is no test",
        "write `{tested} is {value}`",
    ),
    mistake(
        "SLA133", "condition", r"\bis\s*(?=\)|\Z)", "nothing stands after `is`", "write the value: `severity is P1`"
    ),
    mistake(
        "SLA133",
        "condition",
        r"\b(?:and|or|not)\s*\Z",
        "nothing stands after `{it}`",
        "write the test that belongs there",
    ),
    mistake(
        "SLA133",
        "condition",
        r"(?<![\w-])(?P<at>(?!and\b|or\b|not\b|is\b)[\w-]+)\s*(?=\)|\Z|and\b|or\b)",
        "`{at}` is no test",
        "say what it is: `severity is P1`, `round-the-clock is bought`, `workaround is yes`",
    ),
)
