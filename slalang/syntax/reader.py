"""What one file is read with: its text, the limits, what it declares, and the mistakes found so far."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from slalang.source.diagnostic import Diagnostic
from slalang.source.limits import Limits
from slalang.source.near import near
from slalang.source.span import Span
from slalang.source.text import Location, Source
from slalang.syntax.mistakes.anywhere import INSTEAD, NO_VALUE
from slalang.syntax.nodes import Cite, Invalid, Name
from slalang.syntax.parts import parse_as
from slalang.syntax.tokens import Token

_OF_MEMBERS = ("keys", "members", "column")
"""Types of what an author may have called by any word."""


class Piece(NamedTuple):
    """The tokens of a piece, without and after `per`."""

    value: tuple[Token, ...]
    cite: tuple[Token, ...] | None


class Reader(NamedTuple):
    """Reads the parts of one file; what does not parse becomes `Invalid`, and a mistake is added to `found`."""

    source: Source
    limits: Limits
    declared: Mapping[str, str]
    has_readings: bool
    found: list[Diagnostic]

    @property
    def is_full(self) -> bool:
        """Whether more mistakes were found than are shown, so that it is time to stop."""
        return len(self.found) > self.limits.mistakes

    def report(self, code: str, message: str, span: Span, help: str = "", label: str = "") -> Invalid:
        """Adds a mistake; what it made unreadable is `Invalid`."""
        self.found.append(Diagnostic(code, message, Location(self.source, span), label, help))
        return Invalid(span)

    def read(self, type: str, tokens: Sequence[Token], phrases: tuple[str, ...] = ()) -> Any:
        """The node of a part that has tokens, by the type of its value."""
        if type not in _OF_MEMBERS and self._says_nothing(tokens):
            return self.report("SLA171", f"`{tokens[0].text}` is no value", tokens[0].span, INSTEAD)
        node, mistake = parse_as(type, self.source, extent(tokens), phrases, self.limits, self.declared)
        if mistake:
            self.found.append(mistake)
        return node

    def _says_nothing(self, tokens: Sequence[Token]) -> bool:
        """Whether a value is a single word like `tbd`, and no name of this file."""
        word = tokens[0].text
        return len(tokens) == 1 and bool(NO_VALUE.fullmatch(word)) and word not in self.declared

    def knows(self, name: Name, choices: tuple[str, ...]) -> bool:
        """Whether a name, where phrases are chosen from, can be one that the author gave, and is no misspelt phrase."""
        return self.stands_for_a_value(name) or (self.has_readings and not near(name.word, choices))

    def stands_for_a_value(self, name: Name) -> bool:
        """Whether a name is declared in this file as a reading or a parameter."""
        return self.declared.get(name.word) in ("reading", "parameter")

    def cite(self, piece: Piece, after: Span) -> Cite | Invalid | None:
        """The citation at the end of a piece, if it has one."""
        if piece.cite is None:
            return None
        if not piece.cite:
            return self.report(
                "SLA123", "`per` cites nothing", after, "write the source and the heading, or `per none`"
            )
        cite: Cite | Invalid = self.read("cite", piece.cite)
        return cite


def extent(tokens: Sequence[Token]) -> Span:
    """From the first token to the last."""
    return Span(tokens[0].span.start, tokens[-1].span.end)


def piece_of(tokens: Sequence[Token]) -> Piece:
    """Tokens cut at the word `per`."""
    cut = next((index for index, token in enumerate(tokens) if token.text == "per"), None)
    return Piece(tuple(tokens), None) if cut is None else Piece(tuple(tokens[:cut]), tuple(tokens[cut + 1 :]))
