"""Mistakes in names, lists, texts and phrases."""

from slalang.syntax.mistakes.row import Match, mistake
from slalang.syntax.schema import RESERVED

_LISTS = "names members keys column closing opening occasion raw"


_NAMES = _LISTS + " name events event calendar period every"
_RESERVED = "|".join(sorted(RESERVED))
_JOINER = r"(?:and|or|by|of|to|until|after|before|with|without)\b"


def _order(match: Match) -> str:
    up = match["word"] in ("higher", "better", "up", "over")
    return f"write `{match['member']} and {'above' if up else 'below'}`"


def _one_name(match: Match) -> str:
    one = "-".join(match.group().split())
    return f"a name is one word: write `{one}`, or a comma between two names"


def _head(match: Match) -> str:
    name = "-".join(match["at"].split())
    return f'a name is one word, and a title stands in quotation marks: `{match.group().split()[0]} {name} "..."`'


ROWS = (
    mistake(
        "SLA207",
        "head",
        rf"\A(?P<kind>\S+)\s+(?P<at>{_RESERVED})(?![\w-])",
        "`{at}` is a word of the language, and no name of a block",
        "give the block another name, such as `{kind}-{at}`",
    ),
    mistake(
        "SLA136",
        _NAMES + " who",
        rf"\A(?P<at>{_RESERVED})\s*\Z",
        "`{at}` is a word of the language, and no name",
        "write the name of a block",
    ),
    mistake(
        "SLA134",
        _LISTS,
        r"(?<=[\w\"])\s*,?\s+(?P<at>and|or)\s+(?!above|below|higher|lower|better|worse|\d)(?=[\w])",
        "`{at}` joins no list",
        "write a comma",
    ),
    mistake(
        "SLA133",
        _LISTS,
        r"(?P<member>[\w-]+)\s+(?P<at>(?:or|and)\s+(?P<word>higher|better|up|over|worse|lower|under|down))\b",
        "`{at}` is not how an order is written",
        _order,
    ),
    mistake(
        "SLA134",
        "members",
        r"(?<=[\"\w])\s+(?P<at>[A-Za-z][\w-]*)",
        "a comma is missing before `{at}`",
        'write `P1 "Critical", P2 "Serious"`',
    ),
    mistake(
        "SLA134",
        "occasion",
        r"(?P<at>\b(?P<word>miss|request|agreement)\s+(?!of\b)(?P<of>[\w-]+))",
        "`{at}` is no occasion",
        "write `{word} of {of}`",
    ),
    mistake(
        "SLA116",
        "head",
        r"\A\S+\s+(?P<at>[A-Za-z][\w-]*(?:\s+[A-Za-z][\w-]*)+)",
        "`{at}` is no name",
        _head,
    ),
    mistake(
        "SLA116",
        "head",
        r'\A(?P<kind>\S+)\s+(?P<title>"[^"\n]*")\s+(?P<at>[A-Za-z][\w-]*)',
        "`{at}` stands behind the title",
        "a name comes first: `{kind} {at} {title}`",
    ),
    mistake(
        "SLA142",
        "column",
        r"(?P<first>[\w-]+)\s+by\s+(?P<second>[\w-]+)\s+(?P<at>by\s+(?P<third>[\w-]+))",
        "a corner has two axes, and `{at}` is a third",
        "give each axis a column, `{first}`, `{second}` and `{third}`, and a last one to the value, such as `within`",
    ),
    mistake("SLA134", _LISTS, r";", "`;` joins no list", "write a comma"),
    mistake(
        "SLA134",
        "who",
        r",|&|/",
        "`{it}` joins no parties",
        "write `and`, where they act jointly, or `or`, where one of them may",
    ),
    mistake(
        "SLA172",
        "text file",
        r"\A(?P<it>[^\"\n]+)\Z",
        "a text stands in quotation marks",
        'write `"{it}"`',
    ),
    mistake(
        "SLA134",
        _LISTS + " condition who",
        r",\s*(?:,\s*)*\Z|,\s*(?=,)|\A\s*,",
        "nothing stands beside the comma",
        "write what is missing, or delete the comma",
    ),
    mistake(
        "SLA135",
        _NAMES,
        rf"(?<![\w-])(?!{_JOINER})[A-Za-z][\w-]*(?:\s+(?!{_JOINER})[A-Za-z][\w-]*)+",
        "`{it}` is no name",
        _one_name,
    ),
)
