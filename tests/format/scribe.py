"""Files of parts, printed as careless authors do: any blanks, breaks, comments, order of lines, ends of lines."""

from __future__ import annotations

from itertools import pairwise
from random import Random
from typing import NamedTuple, TypeAlias

Tokens: TypeAlias = list[str]


class Line(NamedTuple):
    """`key: value per cite`."""

    key: str
    value: Tokens
    cite: Tokens = []  # noqa: RUF012


class Row(NamedTuple):
    """The cells between bars."""

    cells: list[Tokens]
    cite: Tokens = []  # noqa: RUF012


class Block(NamedTuple):
    """A head, its lines, its table."""

    head: Tokens
    lines: list[Line]
    rows: list[Row]


class Sentence(NamedTuple):
    """`> words`, and why it commits nobody."""

    words: Tokens
    only: str | None


class Heading(NamedTuple):
    """`## title [places]`."""

    title: str
    places: str


Item: TypeAlias = Block | Sentence | Heading


class Written(NamedTuple):
    """A text, and its comments."""

    text: str
    comments: list[str]


BREAKING = ("and", "or", "per")


class Scribe:
    """Prints items at random; remembers the comments that it invents."""

    def __init__(self, dice: Random, comments: float) -> None:
        self._dice, self._share, self._comments = dice, comments, list[str]()

    def write(self, items: list[Item]) -> Written:
        """The text of a file."""
        lines = self._apart("")
        before: Item | None = None
        for item in items:
            lines += [""] if isinstance(before, Sentence) and isinstance(item, Sentence) else []
            lines += [*self._apart(""), *self._item(item), *self._apart(self._blanks(1))]
            before = item
        end = self._dice.choice(("\n", "\n", "\r\n"))
        mark = "\ufeff" if self._dice.random() < 0.1 else ""
        return Written(mark + "".join(f"{line}{end}" for line in lines), self._comments)

    def plain(self, items: list[Item]) -> str:
        """The text without any of this, as one would write it for a test."""
        return "\n\n".join("\n".join(_plain(item)) for item in items) + "\n"

    def _item(self, item: Item) -> list[str]:
        match item:
            case Heading(title, places):
                return [f"##{self._blanks(0)}{title}{self._blanks(1)}[{places}]{self._beside()}"]
            case Sentence(words, only):
                cut = self._dice.randint(1, len(words))
                prose = [" ".join(words[:cut]), *([" ".join(words[cut:])] if words[cut:] else [])]
                below = [] if only is None else self._line(Line("text only", [only]), at_once=True)
                return [*(f">{self._blanks(0)}{line}{self._blanks(0)}" for line in prose), *below]
            case Block(head, lines, rows):
                return [
                    *self._words(head, "", at_once=False),
                    *(text for line in self._shuffled(lines) for text in self._line(line)),
                    *(text for row in rows for text in self._row(row)),
                ]

    def _shuffled(self, lines: list[Line]) -> list[Line]:
        """Lines in any order, but those of one key in theirs."""
        keys = [line.key for line in lines]
        self._dice.shuffle(keys)
        queues = {key: iter([line for line in lines if line.key == key]) for key in keys}
        return [next(queues[key]) for key in keys]

    def _line(self, line: Line, *, at_once: bool = False) -> list[str]:
        indent = self._blanks(1)
        cite = ["per", *line.cite] if line.cite else []
        words = self._words([*line.value, *cite], f"{line.key}{self._blanks(0)}:{self._blanks(0)}", at_once=at_once)
        return [*self._apart(indent), indent + words[0], *words[1:]]

    def _words(self, tokens: Tokens, start: str, *, at_once: bool) -> list[str]:
        lines, before = [start], ""
        for token in tokens:
            breaks = before and not at_once and (token in BREAKING or token.startswith('"'))
            if breaks and self._dice.random() < 0.3:
                lines[-1] += self._beside()
                lines += [*self._own(self._blanks(1)), self._blanks(1) + token]
            else:
                lines[-1] += (self._glue(before, token) if before else "") + token
            before = token
        lines[-1] += self._beside()
        return lines

    def _row(self, row: Row) -> list[str]:
        cells = (f"{self._blanks(0)}{self._words_of_cell(cell)}{self._blanks(0)}" for cell in row.cells)
        cite = f"{self._blanks(0)}per{self._blanks(1)}{self._words_of_cell(row.cite)}" if row.cite else ""
        indent = self._blanks(1)
        return [*self._apart(indent), f"{indent}|{'|'.join(cells)}|{cite}{self._beside()}"]

    def _words_of_cell(self, tokens: Tokens) -> str:
        text = tokens[0]
        for before, token in pairwise(tokens):
            text += self._glue(before, token) + token
        return text

    def _glue(self, before: str, token: str) -> str:
        blanks = self._blanks(0 if before in "(,;" or token in "),;" else 1)
        return "\t" if blanks and self._dice.random() < 0.05 else blanks

    def _blanks(self, least: int) -> str:
        return " " * max(least, self._dice.choice((1, 1, 1, 0, 2, 3)))

    def _apart(self, indent: str) -> list[str]:
        """Blank lines and comments."""
        return [
            line
            for _ in range(self._dice.randint(0, 2))
            for line in ([""] if self._dice.random() < 0.5 else self._own(indent))
        ]

    def _own(self, indent: str) -> list[str]:
        margin = self._dice.choice((indent, indent, ""))
        return [f"{margin}{self._comment()}"] if self._dice.random() < self._share else []

    def _beside(self) -> str:
        return (
            f"{self._blanks(0)}{self._comment()}"
            if self._dice.random() < self._share
            else self._dice.choice(("", "", "  "))
        )

    def _comment(self) -> str:
        self._comments.append(f'#{len(self._comments)}: a "comment" | per (and')
        return self._comments[-1]


def _plain(item: Item) -> list[str]:
    match item:
        case Heading(title, places):
            return [f"## {title} [{places}]"]
        case Sentence(words, only):
            return [f"> {' '.join(words)}", *([] if only is None else [f"  text only: {only}"])]
        case Block(head, lines, rows):
            return [
                " ".join(head),
                *(
                    f"  {line.key}: {' '.join([*line.value, *(['per', *line.cite] if line.cite else [])])}"
                    for line in lines
                ),
                *(_plain_row(row) for row in rows),
            ]


def _plain_row(row: Row) -> str:
    cite = f" per {' '.join(row.cite)}" if row.cite else ""
    return f"  | {' | '.join(' '.join(cell) for cell in row.cells)} |{cite}"
