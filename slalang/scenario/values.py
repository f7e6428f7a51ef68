"""Checks of single texts that need no policy: instants, words, patterns."""

from __future__ import annotations

import re
from collections.abc import Iterator

from slalang.scenario.instants import Mistaken, is_local, read_instant
from slalang.scenario.shapes import Instant, Leaf, Pattern, Words
from slalang.scenario.tree import Scalar
from slalang.scenario.words import listed
from slalang.source import Diagnostic, near


def value_mistakes(shape: Leaf, scalar: Scalar) -> Iterator[Diagnostic]:
    """What is wrong with a text, as far as that can be told without a policy."""
    match shape:
        case Words(words) if scalar.text not in words:
            yield _no_word(words, scalar)
        case Pattern(what, regex, example) if not re.fullmatch(regex, scalar.text):
            yield Diagnostic("SLA617", f"`{scalar.text}` is not {what}", scalar.at, help=f"write it like `{example}`")
        case Pattern(read=read) if read is not None:
            yield from _unread(read(scalar.text), scalar)
        case Instant(words) if scalar.text not in words and not is_local(scalar.text):
            yield from instant_mistakes(words, scalar)


def _no_word(words: tuple[str, ...], scalar: Scalar) -> Diagnostic:
    meant = near(scalar.text, words)
    help = f"did you mean `{meant}`?" if meant else f"write {'one of ' * (len(words) > 1)}{listed(words)}"
    return Diagnostic("SLA617", f"`{scalar.text}` cannot stand here", scalar.at, help=help)


def _unread(found: object, scalar: Scalar) -> Iterator[Diagnostic]:
    if isinstance(found, Mistaken):
        yield Diagnostic(found.code, found.message, scalar.at, help=found.help)


def instant_mistakes(words: tuple[str, ...], scalar: Scalar, zone: str | None = None) -> Iterator[Diagnostic]:
    """What is wrong with an instant; what lacks its zone is told with that of the policy."""
    match read_instant(scalar.text, zone):
        case Mistaken(code, message, help):
            others = "".join(f", or `{word}`" for word in words) if code == "SLA616" else ""
            yield Diagnostic(code, message, scalar.at, help=help + others)
