"""Mistakes in amounts, targets, shares and units."""

from fractions import Fraction
from unicodedata import numeric

from slalang.syntax.mistakes.row import Match, mistake

_AMOUNTS = "amount target figure every bound day occasion condition raw reading"
_UNITS = {
    **dict.fromkeys(("s", "sec", "secs"), "seconds"),
    **dict.fromkeys(("m", "min", "mins"), "minutes"),
    **dict.fromkeys(("h", "hr", "hrs"), "hours"),
    "d": "days",
    **dict.fromkeys(("w", "wk", "wks"), "weeks"),
    **dict.fromkeys(("mo", "mos"), "months"),
    **dict.fromkeys(("y", "yr", "yrs"), "years"),
}
_COUNTING = {
    **dict.fromkeys(("bank", "business", "covered", "office", "service", "support", "work"), "working"),
    **dict.fromkeys(("clock", "consecutive", "real", "wall"), "elapsed"),
}
_WORDS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_WORD = f"(?P<number>{'|'.join(_WORDS[1:])}|twice|thrice)"
_WAYS = {
    **dict.fromkeys(("second", "minute", "hour"), ("working", "elapsed")),
    "day": ("working", "calendar"),
    "week": ("elapsed", "calendar"),
}
_UNIT = r"(?:second|minute|hour|day|week|month|quarter|year)s?\b"
_WAY = "working|elapsed|calendar"
_NO_NUMBER = rf"(?<![\d] )(?:{_WAY})\s+{_UNIT}|(?<!\d )(?<!working )(?<!elapsed )(?<!calendar )\b{_UNIT}"
_NUMBER = r"\d+(?:\.\d+)?"
_BOUNDS = r"within|in|less\s+than|under|at\s+most|up\s+to|no\s+(?:more|later)\s+than|not\s+more\s+than"
_CURRENCIES = {"euro euros \u20ac": "EUR", "dollar dollars $": "USD", "pound pounds \u00a3": "GBP"}
_MONEY = r"\d+(?:,\d{3})*(?:\.\d+)?"


def _in_each_way(number: int | str, counting: str | None, unit: str) -> str:
    """An amount as it can be written: in the way in which it is counted, if that is said, else in each."""
    ways = (counting.strip(),) if counting else _WAYS.get(unit.rstrip("s"), ("calendar",))
    return f"write {' or '.join(f'`{number} {way} {unit}`' for way in ways)}"


def _unit(match: Match) -> str:
    return _in_each_way(match["number"], match["counting"], _UNITS[match["unit"].lower()])


def _money(match: Match) -> str:
    number = (match["after"] or match["before"]).replace(",", "")
    sign = (match["sign"] or match["word"]).strip().lower()
    code = next((code for words, code in _CURRENCIES.items() if sign in words.split()), sign.upper())
    return f"write the code of the currency, then the number: `{code} {number}`"


def _in_figures(match: Match) -> str:
    number = {"twice": 2, "thrice": 3}.get(match["number"]) or _WORDS.index(match["number"])
    if match["of"]:
        return f"write `{number} times {match['of']}`"
    return _in_each_way(number, match["counting"], match["unit"])


def _one_form(match: Match) -> str:
    counting, unit = match["counting"] or match["behind"], match["unit"] or match["before"]
    return f"write `{match['number']} {counting} {unit}`".lower()


def _decimal(match: Match) -> str:
    sign = match["sign"] or "\u00bd"
    part = Fraction(int(match["top"]), int(match["by"])) if match["by"] else Fraction(numeric(sign))
    number, counting = int(match["whole"] or 0) + part, match["counting"] or ""
    if 1000 % number.denominator:
        return "write it in a smaller unit, such as minutes"
    return f"write `{float(number):g} {counting}{match['unit']}`"


def _thousands(match: Match) -> str:
    small = float(f"{match['whole']}.{match['rest']}")
    return f"write `{match['whole']}{match['rest']}` or `{small:g}`"


def _counting(match: Match) -> str:
    return f"write `{_COUNTING[match['counting'].lower()]} {match['unit']}`"


def _no_number(match: Match) -> str:
    return f"say how many: `{4 if match.group().endswith('s') else 1} {match.group()}`"


def _no_number_of_a_reading(match: Match) -> str:
    one = match.group().removesuffix("s")
    return f"say how many: `1 {one}` where it is what a `reading {one.split()[-1]}` means, else such as `4 {one}s`"


def _next(match: Match) -> str:
    unit = match["unit"]
    ways = _WAYS[unit] if match["counting"] is None else ("calendar" if match["counting"] == "calendar" else "working",)
    if match["end"]:
        return "write `1 working day`, on a calendar with `working day: close of business`"
    help = f"write {' or '.join(f'`1 {way} {unit}`' for way in ways)}"
    return help + "; a start in closed time counts from the next opening" if "working" in ways else help


ROWS = (
    mistake(
        "SLA156",
        _AMOUNTS,
        r"\b(?P<at>(?P<end>(?:the\s+)?(?:end|close)(?:\s+of\s+business)?\s+(?:of|on)\s+)?(?:the\s+)?(?:next|following)\s+(?:(?P<counting>\w+)\s+)?(?P<unit>day))\b",
        "`{at}` is no amount",
        _next,
    ),
    mistake(
        "SLA161",
        "target figure raw amount bound",
        rf"\A(?P<at>{_BOUNDS})\s+(?=\d)",
        "`{at}` is no part of an amount",
        "leave it out: the key or the heading says whether it is `within` or `less than`",
    ),
    mistake("SLA163", "every", r"\A(?P<at>every|each)\s+", "`{at}` stands twice", "leave it out: the key says it"),
    mistake(
        "SLA156",
        _AMOUNTS,
        r"(?<![\w./])(?P<at>(?:(?P<whole>\d+)\s*)??"
        r"(?:(?P<top>\d+)\s*/\s*(?P<by>[1-9]\d*)|(?P<sign>[\u00bc-\u00be])|half(?:\s+an?)?))"
        rf"\s*(?P<counting>(?:{_WAY})\s+)?(?P<unit>{_UNIT})",
        "numbers are written in decimals, and `{at}` is none",
        _decimal,
    ),
    mistake(
        "SLA156",
        _AMOUNTS,
        r"(?<![\w.,])(?P<at>(?P<whole>[1-9]\d{0,2})[.,](?P<rest>\d{3}0*))(?![\d.,])",
        "`{at}` may be in thousands, or have a fraction",
        _thousands,
    ),
    mistake(
        "SLA156",
        _AMOUNTS,
        r"(?<![\w.,])(?P<at>(?P<whole>\d+),(?P<rest>\d+))(?![\d.,])",
        "`{at}` is not how a number is written",
        "write `{whole}.{rest}`",
    ),
    mistake(
        "SLA155",
        _AMOUNTS,
        rf"(?<![\w.-])(?P<number>{_NUMBER})(?!\s+(?:{_WAY})\s+{_UNIT})[\s.-]*"
        rf"(?:(?P<counting>(?i:{_WAY}))[\s-]*(?P<unit>(?i:{_UNIT}))|(?P<before>{_UNIT})\s+(?P<behind>{_WAY})\b)",
        "`{it}` is not how an amount is written",
        _one_form,
    ),
    mistake(
        "SLA164",
        "target figure raw",
        rf"\b{_WORD}\s+(?:times\s+)?(?:the\s+)?(?!(?:times|the|working|elapsed|calendar)\b|{_UNIT})"
        r"(?P<of>[A-Za-z][\w-]*)",
        "`{it}` is not how a multiple is written",
        _in_figures,
    ),
    mistake(
        "SLA156",
        _AMOUNTS,
        rf"\b{_WORD}\s+(?:(?P<counting>working|elapsed|calendar)\s+)?(?P<unit>{_UNIT})(?P<of>)",
        "numbers are written in figures, and `{number}` is none",
        _in_figures,
    ),
    mistake(
        "SLA161",
        _AMOUNTS,
        rf"(?P<low>{_NUMBER})\s*(?:-|\u2013|to|or|\.\.)\s*(?P<high>{_NUMBER})"
        rf"(?:\s+(?P<unit>(?:working |elapsed |calendar )?{_UNIT}))?",
        "`{it}` is no range of amounts",
        lambda match: f"write `between {match['low']} and {match['high']} {match['unit'] or 'working hours'}`",
    ),
    mistake(
        "SLA155",
        _AMOUNTS,
        rf"(?P<number>{_NUMBER})\s*(?P<counting>(?:working|elapsed|calendar) )?(?P<unit>(?i:{'|'.join(_UNITS)}))\b",
        "`{unit}` is no unit",
        _unit,
    ),
    mistake(
        "SLA155",
        _AMOUNTS,
        rf"(?P<number>{_NUMBER})(?P<unit>{_UNIT})",
        "a blank is missing in `{it}`",
        lambda match: _in_each_way(match["number"], None, match["unit"]),
    ),
    mistake(
        "SLA167",
        "credit condition bound keys",
        rf"(?P<sign>[\u20ac$\u00a3]|\b[A-Z]{{3}}\s*(?=\d+,))\s*(?P<after>{_MONEY})"
        rf"|(?P<before>{_MONEY})\s*(?P<word>[\u20ac$\u00a3]|(?:(?i:euros?|dollars?|pounds?)|[A-Z]{{3}})\b)",
        "`{it}` is not how money is written",
        _money,
        anywhere=True,
    ),
    mistake(
        "SLA155",
        _AMOUNTS,
        rf"(?P<at>(?P<counting>(?i:{'|'.join(_COUNTING)}))\s+(?P<unit>{_UNIT}))",
        "`{at}` does not say how time is counted",
        _counting,
    ),
    mistake(
        "SLA155",
        _AMOUNTS,
        rf"(?P<number>{_NUMBER})\s+(?P<at>(?i:(?:work|week|business|bank|office)-?day)(?P<many>s?))(?!\w)",
        "`{at}` is no unit",
        "write `{number} working day{many}`",
    ),
    mistake(
        "SLA164",
        "target figure raw",
        rf"(?P<number>{_NUMBER})\s*(?:x|\*|\u00d7|-?fold|times\s+the)\s*(?P<of>[A-Za-z][\w-]*)?",
        "`{it}` is not how a multiple is written",
        lambda match: f"write `{match['number']} times {match['of'] or 'response'}`",
    ),
    mistake("SLA156", "raw", _NO_NUMBER, "`{it}` has no number", _no_number_of_a_reading),
    mistake("SLA156", _AMOUNTS, _NO_NUMBER, "`{it}` has no number", _no_number),
    mistake(
        "SLA154",
        _AMOUNTS,
        rf"(?P<number>{_NUMBER})\s+(?P<counting>working|elapsed|calendar)\b(?!\s+{_UNIT})",
        "`{it}` has no unit",
        "write `{it} hours`, or another unit",
    ),
    mistake(
        "SLA154",
        _AMOUNTS,
        rf"(?<![\w.-])(?P<number>{_NUMBER})\s*\Z",
        "`{number}` has no unit",
        "say what it counts: `{number} working hours`, `{number} elapsed hours`, `{number} working days`",
    ),
    mistake(
        "SLA157",
        "share credit",
        rf"(?P<number>{_NUMBER})\s*(?:percent\b|per\s?cent\b|pct\b|\s%)?",
        "`{number}` is no share",
        "write `{number}%`",
    ),
    mistake(
        "SLA157",
        "occasion",
        rf"(?P<at>(?P<number>{_NUMBER})(?:\s*percent|\s+%)?)\s+of\b",
        "`{at}` is no share",
        "write `{number}%`",
    ),
    mistake(
        "SLA154",
        _AMOUNTS,
        r"(?<!\w)-\s*\d[^,)\n]*",
        "`{it}` is negative",
        "an amount is 0 or more",
    ),
    mistake(
        "SLA163",
        "every",
        r"\Z",
        "the promise that repeats is not complete",
        "write `2 working hours until relieved, after the last`, or `..., on a beat`",
    ),
)
