"""Hours as people jot them down, `Mon-Thu 9-17`, in the form of the language."""

import re

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_LONG = r"(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?s?\.?"
SHORT_DAYS = "mo|tu|di|we|mi|th|do|fr|sa|su|so"
"""In English, and in German."""
_GERMAN = {"di": "Tuesday", "mi": "Wednesday", "do": "Thursday", "so": "Sunday"}
_DAY = rf"(?:{_LONG}|(?:{SHORT_DAYS})\.?)"
TO = r"\s*(?:-|\u2013|\bto\b|\bbis\b|\btill\b|\buntil\b|\bthrough\b)\s*"
_JOINED = r"\s*(?:,|&|\band\b)\s*"
_TIME = r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d\d))?\s*(?P<half>[ap]\.?m\.?)?"
_PLAIN_TIME = re.sub(r"\?P<\w+>", "?:", _TIME)
_CLOCK = f"{_PLAIN_TIME}{TO}{_PLAIN_TIME}"
_WHOLE = re.compile(
    rf"(?:(?P<all>daily|every ?day|each day)|(?P<week>weekdays)|(?P<from>{_DAY}){TO}(?P<to>{_DAY})"
    rf"|(?P<list>(?:{_DAY})(?:{_JOINED}(?:{_DAY}))*)):?\s+(?P<clocks>{_CLOCK}(?:{_JOINED}{_CLOCK})*)",
    re.IGNORECASE,
)


def whole_hours(text: str) -> str | None:
    """Days with their hours as they must be written, if it is clear what they are."""
    found = _WHOLE.fullmatch(" ".join(text.split()))
    clocks = clock_times(found["clocks"]) if found else None
    return f"{_days(found)} {clocks}" if found and clocks else None


def clock_times(text: str) -> str | None:
    """Hours of a day as they must be written; `9 to 5` may end in the night or in the afternoon."""
    pairs = [re.split(TO, clock) for clock in re.split(_JOINED, text)]
    times = [[_time(time) for time in pair] for pair in pairs]
    if any(time is None for pair in times for time in pair) or any(map(_is_unclear, times, pairs)):
        return None
    return " and ".join(f"{opens} to {closes}" for opens, closes in times)


def _is_unclear(times: list[str | None], words: list[str]) -> bool:
    opens, closes = times
    half_said = any("m" in word.lower() for word in words)
    return (closes or "") <= (opens or "") < "13:00" and closes != "00:00" and not half_said


def _time(text: str) -> str | None:
    found = re.fullmatch(_TIME, text.strip(), re.IGNORECASE)
    if found is None:
        return None
    hour, minute, half = int(found["hour"]), int(found["minute"] or 0), (found["half"] or "").lower()
    hour = hour % 12 + 12 * half.startswith("p") if half else hour
    return f"{hour:02d}:{minute:02d}" if hour * 60 + minute <= 24 * 60 and minute < 60 else None


def _days(found: re.Match[str]) -> str:
    if found["all"]:
        return "daily"
    if found["week"]:
        return "Monday to Friday"
    if found["from"]:
        return f"{day_named(found['from'])} to {day_named(found['to'])}"
    return ", ".join(day_named(day) for day in re.split(_JOINED, found["list"]))


def day_named(text: str) -> str:
    """The day of the week that a short or long name begins like."""
    return _GERMAN.get(text[:2].lower()) or next(day for day in DAYS if day.lower().startswith(text[:2].lower()))
