"""Mistakes in hours, days, dates, zones and holidays."""

from slalang.source.near import zone_help
from slalang.source.near_place import codes_meant
from slalang.syntax.mistakes.row import Match, Words, mistake, said
from slalang.syntax.mistakes.whole_hours import DAYS, SHORT_DAYS, TO, clock_times, day_named, whole_hours

_HOURS = "opening closing dated raw period bound condition"
_ONE_SET = (
    "a set of public holidays has a line of its own",
    "write the key again, on a line of its own, with what follows the comma",
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def _whole(otherwise: Words) -> Words:
    """A help that writes all the hours of a line, if they are clear: it may have other mistakes too."""

    def help(match: Match) -> str:
        whole = whole_hours(match.string)
        return f"write `{whole}`" if whole else said(otherwise, match)

    return help


def _clock(match: Match) -> str:
    hour, minute = int(match["hour"]), match["minute"] or "00"
    half = (match["half"] or "").lower().replace(".", "")
    hour = hour % 12 + 12 * (half == "pm") if half else hour
    return f"write `{hour:02d}:{minute}`"


def _clocks(match: Match) -> str:
    clocks = clock_times(match.group())
    return f"write `{clocks}`" if clocks else "write hours and minutes, in 24 hours: `09:00 to 17:00`"


def _date(match: Match) -> str:
    return f"write `{match['year']}-{int(match['month']):02d}-{int(match['day']):02d}`"


def _named_month(match: Match) -> str:
    month = _MONTHS.index(match["month"][:3].lower()) + 1
    return f"write `{match['year']}-{month:02d}-{int(match['day'] or match['day2']):02d}`"


def _each_year(match: Match) -> str:
    month = _MONTHS.index((match["month"] or match["first"])[:3].lower()) + 1
    date = f"{month:02d}-{int(match['day'] or match['second']):02d}"
    return f"write a date for each year: `2026-{date}`, `2027-{date}`"


def _day(match: Match) -> str:
    day = next(day for day in DAYS if day.lower().startswith(match["day"].lower()[:3]))
    return f"write `{day}`"


def _zone(match: Match) -> str:
    from importlib.resources import files

    return zone_help(match.group(), files("tzdata").joinpath("zones").read_text("ascii").split())


def _set(match: Match) -> str:
    codes = " or ".join(f"`{code}`" for code in codes_meant(match["at"]))
    code = codes or "the code of a country or of its part, such as `GB-ENG` for England,"
    return f"write {code} and how they count: `with observed days`, or `without observed days`"


_SHORT = rf"(?i:{SHORT_DAYS})\.?"
_NEXT_DAY = r"(?i:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b"
_MONTH = "(?i:" + "|".join(f"{month}[a-z]*" for month in _MONTHS) + ")"

ROWS = (
    mistake(
        "SLA152",
        _HOURS,
        r"(?<![\w.:-])(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?\s?(?P<half>(?i:a\.?m\.?|p\.?m\.?))(?![\w])",
        "`{it}` is no time of day",
        _whole(_clock),
        anywhere=True,
    ),
    mistake(
        "SLA153",
        _HOURS,
        r"(?<![\w-])(?P<year>\d{4})[/.](?P<month>\d{1,2})[/.](?P<day>\d{1,2})(?![\w-])|(?<![\w-])(?P<y>\d{4})-(?:\d-\d{1,2}|\d\d-\d)(?![\w-])",
        "`{it}` is no date",
        lambda match: _date(match) if match["year"] else "months and days have two digits: `2026-01-05`",
    ),
    mistake(
        "SLA153",
        _HOURS,
        r"(?<![\w-])\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d\d)(?![\w-])",
        "`{it}` is no date",
        "write year, month, day: `2026-12-24`",
    ),
    mistake(
        "SLA153",
        _HOURS,
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month>{_MONTH}),?\s+(?P<year>\d{{4}})"
        rf"|(?P<x>{_MONTH})\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year2>\d{{4}})",
        "`{it}` is no date",
        lambda match: _named_month(match) if match["day"] else "write year, month, day: `2026-12-24`",
    ),
    mistake(
        "SLA153",
        _HOURS,
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTH})"
        rf"|\b(?P<first>{_MONTH})\s+(?P<second>\d{{1,2}})(?:st|nd|rd|th)?\b",
        "`{it}` has no year",
        _each_year,
    ),
    mistake(
        "SLA153",
        "closing dated",
        r"(?:\A|,\s*)(?P<at>\d{1,2}[./-]\d{1,2}[./]?)(?![\w./-])",
        "`{at}` has no year",
        "write a date for each year: `2026-12-24`, `2027-12-24`",
    ),
    mistake(
        "SLA152",
        _HOURS,
        r"(?<![\w.:-])(?P<hour>\d{1,2})[.h](?P<minute>\d\d)(?P<half>)(?![\w.])",
        "`{it}` is no time of day",
        _whole(_clock),
        anywhere=True,
    ),
    mistake(
        "SLA152",
        _HOURS,
        r"(?<![\w.:-])(?P<hour>\d):(?P<minute>\d\d)(?P<half>)(?![\w:])",
        "`{it}` is no time of day",
        _whole(_clock),
        anywhere=True,
    ),
    mistake(
        "SLA159",
        _HOURS,
        r"(?P<from>\d\d:\d\d)\s*(?P<at>-|\u2013|until|till|and)\s*(?P<to>\d\d:\d\d)",
        "`{at}` joins no hours",
        _whole("write `{from} to {to}`"),
    ),
    mistake(
        "SLA152",
        "opening dated",
        r"(?<![\w.:-])\d{1,2}\s*(?:-|\u2013|to)\s*\d{1,2}(?![\w.:-])",
        "`{it}` are no times of day",
        _whole(_clocks),
        anywhere=True,
    ),
    mistake(
        "SLA158",
        _HOURS,
        rf"\b(?!(?:{'|'.join(DAYS)})\b)(?P<day>(?i:mon|tues?|wed|wednes|thu|thurs?|fri|sat|satur|sun)(?i:day)?s?)\b\.?(?!-(?!{_NEXT_DAY}))",
        "`{it}` is no day of the week",
        _whole(_day),
        anywhere=True,
    ),
    mistake(
        "SLA158",
        "opening raw",
        rf"\A\s*(?P<at>(?P<from>{_SHORT}){TO}(?P<to>{_SHORT})):?(?=\s+\d)",
        "`{at}` are no days of the week",
        _whole(lambda match: f"write `{day_named(match['from'])} to {day_named(match['to'])}`"),
        anywhere=True,
    ),
    mistake(
        "SLA158",
        "opening raw",
        r"\b(?:(?i:every\s*day|each\s+day|all\s+days)|(?!daily)(?i:daily))\b",
        "`{it}` is written `daily`",
        _whole("write `daily`, as in `daily 20:00 to 04:00`"),
        anywhere=True,
    ),
    mistake(
        "SLA158",
        _HOURS,
        r"(?<!\d )\b(?i:weekdays?|working days|business days|workdays?)\b",
        "`{it}` are no days of the week",
        _whole("name them: `Monday to Friday`"),
        anywhere=True,
    ),
    mistake(
        "SLA162",
        "closing opening raw",
        r"(?:observed\s+days|holidays\s+of\s+[\w-]+)\s*(?P<at>,)\s*",
        *_ONE_SET,
    ),
    mistake(
        "SLA162",
        "closing opening raw",
        r"(?P<at>,)\s*public\s+holidays\b",
        *_ONE_SET,
    ),
    mistake(
        "SLA162",
        "closing opening raw",
        r"(?P<at>\b(?i:bank|national|federal|public)?\s*(?i:holidays?))\b(?!\s+of\b)|\b(?i:bank|national|federal)\s+(?i:holidays)\s+of\b",
        "`{it}` does not say which holidays",
        "write `public holidays of GB-ENG with observed days`, or `without observed days`",
    ),
    mistake(
        "SLA162",
        "closing opening raw",
        r"holidays\s+of\s+(?P<at>(?![A-Z]{2}(?:-\w+)?(?![\w-]))[\w-]+)",
        "it is not said whether holidays that are moved count, and `{at}` is no code of a country",
        _set,
    ),
    mistake(
        "SLA162",
        "closing opening raw",
        r"holidays\s+of\s+(?P<at>[\w-]+)",
        "it is not said whether holidays that are moved count",
        "write `with observed days`, or `without observed days`",
    ),
    mistake(
        "SLA159",
        "opening dated raw",
        r"\b\d\d:\d\d\b(?:\s+to)?\s*\Z",
        "the hours have no end",
        "write `09:00 to 17:00`",
    ),
    mistake(
        "SLA159",
        "opening raw",
        rf"\b(?:{'|'.join(DAYS)})\s*\Z|\bdaily\s*\Z",
        "the days have no hours",
        "write `09:00 to 17:00`, or `all day`",
    ),
    mistake(
        "SLA159",
        "opening raw",
        r"\A\s*\d\d:\d\d",
        "the hours have no days",
        "write `daily 09:00 to 17:00`, or `Monday to Friday 09:00 to 17:00`",
    ),
    mistake(
        "SLA165",
        "zone",
        r"(?:UTC|GMT)\s*[+-].*|[+-]\d.*",
        "`{it}` is no zone",
        "name a place of the zone database, as `Europe/London`, or for UTC+1, `Etc/GMT-1`",
    ),
    mistake("SLA165", "zone", r"[A-Za-z][\w-]*(?:[\s/]+[\w-]+)+", "`{it}` is no zone", _zone),
)
