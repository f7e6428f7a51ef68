"""How a value is spelled: one way for each thing that can be said in several."""

import re
from collections.abc import Collection, Sequence
from fractions import Fraction

from slalang.format.words import Word, as_one
from slalang.syntax.schema import RESERVED
from slalang.syntax.tokens import Sort

_NUMBER = re.compile(r"(\d+)(?:\.(\d+))?(%?)")
_UNIT = re.compile("(second|minute|hour|day|week|month|quarter|year)s?")
_CURRENCY = re.compile("[A-Z]{3}")
_COUNTING = frozenset({"working", "elapsed", "calendar"})
_MORE = frozenset({"above", "below"})
_LISTS = frozenset({"names", "keys", "column"})
_NEVER_ALONE = (RESERVED - {"yes", "no"}) | {"deferred"}
"""What would be read as something else than a name after `is`."""


def spelled(words: Sequence[Word], type: str, doubts: Collection[str] = ()) -> list[Word]:
    """The words of a value of a type, in their one spelling; `doubts` are names that can stand for a list."""
    for spelling in (_joined, _with_numbers, _ranged, _in_units):
        words = spelling(words)
    if type in _LISTS:
        return _with_more(words, "and")
    return _of_one(_with_more(words, "or"), doubts) if type == "condition" else list(words)


def _joined(words: Sequence[Word]) -> list[Word]:
    """The strings of one text as one string."""
    found: list[Word] = []
    for word in words:
        if word.sort is Sort.STRING and found and found[-1].sort is Sort.STRING:
            found[-1] = as_one((found[-1], word), f"{found[-1].text[:-1]} {word.text[1:]}")
        else:
            found.append(word)
    return found


def _with_numbers(words: Sequence[Word]) -> list[Word]:
    """Numbers without zeros that say nothing; money keeps its cents."""
    before = ("", *(word.text for word in words))
    return [
        word._replace(text=_number(word.text, is_money=bool(_CURRENCY.fullmatch(left))))
        if word.sort is Sort.NUMBER
        else word
        for word, left in zip(words, before, strict=False)
    ]


def _number(text: str, *, is_money: bool) -> str:
    found = _NUMBER.fullmatch(text)
    if not found:
        return text
    part = found[2] or ""
    shown = part if is_money else part.rstrip("0")
    return (found[1].lstrip("0") or "0") + (f".{shown}" if shown else "") + found[3]


def _ranged(words: Sequence[Word]) -> list[Word]:
    """`between 4 and 6 working hours`: the lower end without its unit, where that is the upper one's."""
    found = list(words)
    for at in range(len(words) - 1, -1, -1):
        if words[at].text != "between" or at + 1 == len(words):
            continue
        lower = _unit(words, at + 2)
        end = at + 2 + len(lower.split())
        if lower and words[end].text == "and" and lower == _unit(words, end + 2):
            found[at + 1 : end] = [as_one(words[at + 1 : end], words[at + 1].text)]
    return found


def _unit(words: Sequence[Word], at: int) -> str:
    """The unit that stands at a place, in the singular; nothing if there is none."""
    texts = [word.text for word in words[at : at + 2]]
    counting = texts.pop(0) if texts and texts[0] in _COUNTING else ""
    unit = _UNIT.fullmatch(texts[0]) if texts else None
    return f"{counting} {unit[1]}".lstrip() if unit else ""


def _in_units(words: Sequence[Word]) -> list[Word]:
    """Units in the singular after 1 and `each`, else in the plural."""
    found: list[Word] = []
    for at, word in enumerate(words):
        first = at - 1 if at and words[at - 1].text in _COUNTING else at
        unit = _UNIT.fullmatch(word.text) if first else None
        ending = _ending(words[first - 1]) if unit else None
        found.append(word if unit is None or ending is None else word._replace(text=unit[1] + ending))
    return found


def _ending(before: Word) -> str | None:
    number = _NUMBER.fullmatch(before.text)
    if number and not number[3]:
        return "" if Fraction(before.text) == 1 else "s"
    return "" if before.text == "each" else None


def _with_more(words: Sequence[Word], joining: str) -> list[Word]:
    """`and above` in lists, `or above` in tests."""
    return [
        word._replace(text=joining) if is_more(words, at, in_test=joining == "or") else word
        for at, word in enumerate(words)
    ]


def is_more(words: Sequence[Word], at: int, *, in_test: bool) -> bool:
    """Whether `and` or `or` at a place belongs to an `above` or `below`; in a test, that follows on `is` and a name."""
    if words[at].text not in ("and", "or") or not _MORE.intersection(word.text for word in words[at + 1 : at + 2]):
        return False
    return not in_test or (at >= 2 and words[at - 2].text == "is" and words[at - 1].sort is Sort.WORD)


def _of_one(words: Sequence[Word], doubts: Collection[str]) -> list[Word]:
    """A list of one name as that name: `is one of P1` is `is P1`, `is none of P1` is `is not P1`."""
    found: list[Word] = []
    for at, word in enumerate(words):
        found.append(word)
        if _is_list_of_one([each.text for each in found[-4:]], [each.text for each in words[at + 1 : at + 3]], doubts):
            *_, quantity, of, name = found
            alone = (
                [as_one((quantity, of), "not"), name] if quantity.text == "none" else [as_one(found[-3:], name.text)]
            )
            found[-3:] = alone
    return found


def _is_list_of_one(texts: Sequence[str], after: Sequence[str], doubts: Collection[str]) -> bool:
    match texts:
        case ["is", "one" | "none", "of", name]:
            goes_on = after[:1] == [","] or bool(_MORE.intersection(after[1:]))
            return not (goes_on or name in _NEVER_ALONE or name in doubts)
    return False
