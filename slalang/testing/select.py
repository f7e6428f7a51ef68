"""Which scenarios are asked for: an expression of parts of their names, joined by `and`, `or`, `not`, parentheses."""

import re
from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from slalang.scenario.model import Scenario

Wanted: TypeAlias = Callable[[str], bool]
"""Whether what a scenario is called, in small letters, is asked for."""

_WORD = re.compile(r"""\s*(?:([()])|"([^"]*)"|'([^']*)'|([^\s()"']+))""")
_JOINING = ("and", "or", "not")


class Unreadable(NamedTuple):
    """What is wrong with an expression."""

    message: str


def called(scenario: Scenario) -> str:
    """What an expression is held against: the file of a scenario and its name."""
    return f"{scenario.place.file} {scenario.name}".lower()


def selection(expression: str) -> Wanted | Unreadable:
    """The scenarios that an expression asks for, such as `easter and not "night cover"`; case does not count."""
    words = _words(expression)
    if isinstance(words, Unreadable):
        return words
    reader = _Reader(words)
    try:
        return reader.whole()
    except _Stuck as stuck:
        return Unreadable(str(stuck))


class _Word(NamedTuple):
    text: str
    quoted: bool = False

    def joins(self, *words: str) -> bool:
        return not self.quoted and self.text.lower() in words


class _Stuck(Exception):
    """The expression ends early, or goes on where it should have ended."""


def _words(expression: str) -> list[_Word] | Unreadable:
    found, at = [], 0
    while at < len(expression.rstrip()):
        word = _WORD.match(expression, at)
        if word is None:
            return Unreadable("a quotation mark has no second one")
        sign, double, single, bare = word.groups()
        quoted = double if double is not None else single
        found.append(_Word(sign or bare) if quoted is None else _Word(quoted, True))
        at = word.end()
    return found


class _Reader:
    """Reads words from the left; `or` binds less than `and`, and `and` less than `not`."""

    def __init__(self, words: list[_Word]) -> None:
        self._words, self._at = words, 0

    def whole(self) -> Wanted:
        found = self._either()
        if self._at < len(self._words):
            raise _Stuck(f"`and` or `or` is missing before `{self._words[self._at].text}`")
        return found

    def _either(self) -> Wanted:
        parts = [self._both()]
        while self._takes("or"):
            parts.append(self._both())
        return lambda name: any(part(name) for part in parts)

    def _both(self) -> Wanted:
        parts = [self._one()]
        while self._takes("and"):
            parts.append(self._one())
        return lambda name: all(part(name) for part in parts)

    def _one(self) -> Wanted:
        if self._takes("not"):
            refused = self._one()
            return lambda name: not refused(name)
        if self._takes("("):
            inner = self._either()
            if not self._takes(")"):
                raise _Stuck("a parenthesis is not closed")
            return inner
        return self._part()

    def _part(self) -> Wanted:
        if self._at == len(self._words) or self._words[self._at].joins(*_JOINING, ")"):
            before = f"`{self._words[self._at].text}`" if self._at < len(self._words) else "the end"
            raise _Stuck(f"a part of a name is missing before {before}")
        text = self._words[self._at].text.lower()
        self._at += 1
        return lambda name: text in name

    def _takes(self, word: str) -> bool:
        is_next = self._at < len(self._words) and self._words[self._at].joins(word)
        self._at += is_next
        return is_next
