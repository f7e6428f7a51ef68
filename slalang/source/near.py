"""Which known name somebody may have meant."""

from collections.abc import Iterable
from difflib import get_close_matches

LONGEST = 60
"""A longer word is no misspelt name, and would take long to compare."""


def near(name: str, candidates: Iterable[str]) -> str | None:
    """The candidate that a misspelt name is nearest to, if one is near; case does not count."""
    if len(name) > LONGEST:
        return None
    by_lower = {candidate.lower(): candidate for candidate in sorted(candidates)}
    found = get_close_matches(name.lower(), by_lower, n=1, cutoff=0.7)
    return by_lower[found[0]] if found else None


def suggestion(name: str, candidates: Iterable[str]) -> str:
    """The words `did you mean ...?` for a misspelt name, or nothing."""
    found = near(name, candidates)
    return f"did you mean `{found}`?" if found else ""
