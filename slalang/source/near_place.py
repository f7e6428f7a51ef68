"""Which code of a country, or of a part of one, somebody means who writes its name."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

_SHORTEST = 4
"""Of the name of a part alone: the package has `B` and `Sbg` for parts of Austria."""
_WRITABLE = re.compile(r"[A-Za-z0-9]+")
_ALSO = {
    "AT-7": "Tyrol",
    "AT-9": "Vienna",
    "DE-BY": "Bavaria",
    "DE-HE": "Hesse",
    "DE-NI": "Lower Saxony",
    "DE-NW": "North Rhine-Westphalia",
    "DE-RP": "Rhineland-Palatinate",
    "DE-SN": "Saxony",
    "DE-ST": "Saxony-Anhalt",
    "DE-TH": "Thuringia",
    "ES-AN": "Andalusia",
    "ES-CT": "Catalonia",
    "GB": "Great Britain",
    "NL": "Holland",
}
"""English names that the package does not have."""


def codes_meant(word: str) -> tuple[str, ...]:
    """The codes that a name, or another code, stands for: `DE-BY` for `Bavaria`, `GB-SCT` for `UK-Scotland`."""
    return tuple(_meant(word))


def known_codes() -> tuple[str, ...]:
    """The codes of all countries, and of their parts, that the holidays package knows and a policy can say."""
    return tuple(code for country, _ in _countries() for code in (country, *_parts(country)))


def _meant(word: str) -> Iterator[str]:
    whole = _plain(word)
    country, part = (_plain(each) for each in word.partition("-")[::2])
    for code, others in _countries():
        names = _names(code, others)
        if whole in names:
            yield code
        for each, known in _parts(code).items():
            if (whole in known and len(whole) >= _SHORTEST) or (country in names and part in known):
                yield each


def _countries() -> Iterator[tuple[str, tuple[str, ...]]]:
    """The code of each country, with its other names and codes."""
    from holidays.registry import COUNTRIES

    for name, code, *others in COUNTRIES.values():
        yield code, (name, *others)


def _parts(country: str) -> dict[str, frozenset[str]]:
    """The codes of the parts of a country, each with the names that it goes by."""
    from holidays import country_holidays

    of = country_holidays(country)
    return {
        code: _names(code, (part, *(name for name, alias in of.subdivisions_aliases.items() if alias == part)))
        for part in of.subdivisions
        if _WRITABLE.fullmatch(part) and (code := f"{country}-{part}")
    }


def _names(code: str, others: Iterable[str]) -> frozenset[str]:
    return frozenset(_plain(name) for name in (code, _ALSO.get(code, code), *others))


def _plain(name: str) -> str:
    """A name without accents, blanks and hyphens: `New-Zealand` is `NewZealand`."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", name).casefold() if letter.isalnum())
