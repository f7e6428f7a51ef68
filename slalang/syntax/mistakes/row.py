"""A common mistake as a row: what it looks like, where it can be, what to say, what to do."""

import re
from collections.abc import Callable
from typing import NamedTuple

Match = re.Match[str]
Words = str | Callable[[Match], str]


class Mistake(NamedTuple):
    """A pattern in a part that did not parse; it counts if it touches the place where the parser stopped, or anywhere.

    Message and help may name groups of the pattern in braces; the group `at`, or else all of it, is what is marked.
    """

    code: str
    types: frozenset[str]
    pattern: re.Pattern[str]
    message: Words
    help: Words
    anywhere: bool = False


def mistake(code: str, types: str, pattern: str, message: Words, help: Words, *, anywhere: bool = False) -> Mistake:
    """A row; types are the types of values, in one string, and none for all."""
    return Mistake(code, frozenset(types.split()), re.compile(pattern), message, help, anywhere)


def said(words: Words, match: Match) -> str:
    """Words with what was found filled in."""
    if callable(words):
        return words(match)
    groups = {name: text or "" for name, text in match.groupdict().items()}
    return words.format(**{"it": match.group(), **groups})
