"""Which known name somebody may have meant."""

import re
from collections.abc import Iterable, Mapping

LONGEST = 60
"""A longer word is no misspelt name, and would take long to compare."""

_AREAS = ("Africa/", "America/", "Antarctica/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Indian/", "Pacific/")
_NO_PLACE = "[A-Z]{1,4}|(?i:central|eastern|mountain|pacific|western)"
_TIME = r"(?i)\s+(?:(?:local|standard|summer)\s+)?time$"


def near(name: str, candidates: Iterable[str]) -> str | None:
    """The candidate that a misspelt name is nearest to, if one is near; case does not count."""
    if len(name) > LONGEST:
        return None
    by_lower = {candidate.lower(): candidate for candidate in sorted(candidates)}
    return _nearest(name.lower(), by_lower, 0.7)


def suggestion(name: str, candidates: Iterable[str]) -> str:
    """The words `did you mean ...?` for a misspelt name, or nothing."""
    found = near(name, candidates)
    return f"did you mean `{found}`?" if found else ""


def near_zone(words: str, zones: Iterable[str]) -> str | None:
    """The zone of the place that somebody named, as `New York` or `Europe/Lodnon`; the area alone makes none near."""
    place = re.sub(_TIME, "", words.rsplit("/", 1)[-1].strip())
    if re.fullmatch(_NO_PLACE, place) or len(place) > LONGEST:
        return None
    city = re.sub(r"[\s_-]+", "_", place).lower()
    by_city = {zone.rsplit("/", 1)[1].lower(): zone for zone in sorted(zones) if zone.startswith(_AREAS)}
    return _nearest(city, by_city, 0.8)


def _nearest(word: str, known: Mapping[str, str], cutoff: float) -> str | None:
    """What stands under the key that is nearest to a word, if one is near."""
    from difflib import get_close_matches

    found = get_close_matches(word, known, n=1, cutoff=cutoff)
    return known[found[0]] if found else None


def zone_help(words: str, zones: Iterable[str]) -> str:
    """The zone that somebody may have meant, or how zones are written."""
    found = near_zone(words, zones)
    return f"did you mean `{found}`?" if found else "write a zone of the IANA database, such as `America/New_York`"
