"""Mistakes that can be made in a value of any type."""

import re

from slalang.syntax.mistakes.row import Match, mistake


def _hyphens(match: Match) -> str:
    name = match["it"].strip("_").replace("_", "-")
    return f"names have letters, digits and hyphens: write `{name}`"


INSTEAD = "write `unstated` where the contract is silent, `deferred to ...` where another document says it"
_NO_VALUE = r"(?i:tbd|tba|tbc|todo|n/a|n\.a\.|to be (?:agreed|confirmed|decided|defined|determined))|\?+"
NO_VALUE = re.compile(_NO_VALUE)
"""What people write where they have no value yet."""


ROWS = (
    mistake(
        "SLA106",
        "",
        "[\u201c\u201d\u201e\u00ab\u00bb\u2018\u2019]",
        "`{it}` is no quotation mark of this language",
        'write a text between straight ones: `"..."`',
        anywhere=True,
    ),
    mistake(
        "SLA107",
        "",
        r'(?m:^)(?:[^"\n]|"[^"\n]*")*(?P<at>"[^"\n]*)(?m:$)',
        "the quotation mark at the end of the text is missing",
        'a text stands between two, on one line: `"..."`',
    ),
    mistake(
        "SLA107",
        "",
        r'(?<=\w)"(?=\s|\Z)',
        "the quotation mark at the beginning of the text is missing",
        'write `"..."`',
    ),
    mistake(
        "SLA106", "", r"'[^'\n]*'", "a text does not stand in single quotation marks", 'write `"..."`', anywhere=True
    ),
    mistake("SLA108", "", r"//.*|/\*.*|<!--.*", "`{it}` is no comment", "a comment begins with `#`", anywhere=True),
    mistake("SLA135", "", r"(?<!\w)(?P<it>\w*_\w*)", "`{it}` is no name", _hyphens, anywhere=True),
    mistake(
        "SLA105",
        "",
        r"(?<![\w-])(?P<it>[\w-]*[^\W\d_a-zA-Z\u00bc-\u00be][\w-]*)",
        "`{it}` has a letter that names do not have",
        "names have the letters a to z, digits and hyphens",
        anywhere=True,
    ),
    mistake(
        "SLA135",
        "zone calendar who condition name names event events keys",
        r'"(?P<name>[A-Za-z][\w-]*(?:/[\w-]+)*)"',
        "a name stands without quotation marks",
        "write `{name}`",
    ),
    mistake(
        "SLA160",
        "",
        r"24\s?[/*]\s?7|24\s+[x\u00d7]\s?7|24[x\u00d7]\s7|24-7|7/24|24x365",
        "`{it}` is written `24x7`",
        "write `24x7`",
        anywhere=True,
    ),
    mistake(
        "SLA123", "", r"\[[^\]\n]*\]?", "a citation does not stand in brackets here", 'write `per source "Heading"`'
    ),
    mistake(
        "SLA171",
        "",
        rf"(?<!\w)(?P<it>{_NO_VALUE})(?!\w)",
        "`{it}` is no value",
        INSTEAD,
        anywhere=True,
    ),
    mistake("SLA175", "", r"[;.]+\s*\Z", "`{it}` ends no line and no cell", "delete it"),
)
