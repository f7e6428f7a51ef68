"""A line of a block: its key, its value, what it cites, and where it goes on below."""

from collections.abc import Collection, Iterator, Sequence

from slalang.format.lines import CONTINUATION, LINE, WIDTH, filled, fits, printed, text_of
from slalang.format.spelling import is_more, spelled
from slalang.format.words import Word, as_one, gathered
from slalang.source.shown import width
from slalang.syntax.tokens import Sort

_TEXTS = frozenset({"text", "raw"})


def keyed_lines(words: Sequence[Word], type: str, doubts: Collection[str]) -> Iterator[str]:
    """A line with a key: a condition of several tests and a long text go on below."""
    colon = next(at for at, word in enumerate(words) if word.text == ":")
    key = as_one(words[: colon + 1], f"{text_of(words[:colon])}:")
    value, cite = _at_citation(words[colon + 1 :])
    return printed(_groups(key, spelled(value, type, doubts), spelled(cite, "cite"), type), LINE)


def head_lines(words: Sequence[Word]) -> Iterator[str]:
    """The head of a block."""
    head, cite = _at_citation(words)
    return printed(_with_citation([spelled(head, "head")], spelled(cite, "cite"), ""), "")


def _at_citation(words: Sequence[Word]) -> tuple[Sequence[Word], Sequence[Word]]:
    """Words cut before `per`."""
    cut = next((at for at, word in enumerate(words) if word.text == "per"), len(words))
    return words[:cut], words[cut:]


def _with_citation(groups: list[list[Word]], cite: list[Word], indent: str = LINE) -> list[list[Word]]:
    """A citation at the end of the last line, or where there is no room for it, below."""
    *above, last = groups
    in_line = not cite or fits(CONTINUATION if above else indent, [*last, *cite])
    return [*above, [*last, *cite]] if in_line else [*groups, cite]


def _groups(key: Word, value: list[Word], cite: list[Word], type: str) -> list[list[Word]]:
    if type == "condition":
        first, *rest = _tests(value)
        return _with_citation([[key, *first], *rest], cite)
    if type in _TEXTS and len(value) == 1 and value[0].sort is Sort.STRING:
        return _text(key, value[0], cite)
    return _with_citation([[key, *value]], cite)


def _text(key: Word, string: Word, cite: list[Word]) -> list[list[Word]]:
    """A text as strings, each as long as there is room. Of its comments one stays at its end, all others above it."""
    quotes = 2
    room, room_below = WIDTH - width(f"{LINE}{key.text} ") - quotes, WIDTH - len(CONTINUATION) - quotes
    first, *rest = (Word(Sort.STRING, f'"{text}"') for text in filled(string.text[1:-1].split(" "), room, room_below))
    if not rest:
        return _with_citation([[key, string]], cite)
    above, beside = gathered((key, string, *cite))
    bare = [word._replace(above=(), beside=()) for word in cite]
    groups = _with_citation([[Word(key.sort, key.text, above), first], *([string] for string in rest)], bare)
    groups[-1][-1] = groups[-1][-1]._replace(beside=beside)
    return groups


def _tests(words: Sequence[Word]) -> list[list[Word]]:
    """The tests of a condition, each after the first with the `and` or `or` of the outer level."""
    groups: list[list[Word]] = [[]]
    depth = 0
    for at, word in enumerate(words):
        depth += (word.text == "(") - (word.text == ")")
        if depth == 0 and word.text in ("and", "or") and not is_more(words, at, in_test=True):
            groups.append([])
        groups[-1].append(word)
    return groups
