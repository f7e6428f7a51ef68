"""Why a part does not parse: the first common mistake that fits, else what its type allows."""

from collections.abc import Iterator, Mapping
from re import compile as pattern

from slalang.source.diagnostic import Diagnostic
from slalang.source.near import near
from slalang.source.span import Span
from slalang.source.text import Location, Source
from slalang.syntax.mistakes import MISTAKES, Mistake, said
from slalang.syntax.mistakes.row import Match
from slalang.syntax.types import TYPES_IN_WORDS

FORCES = ("guarantee", "aim", "best efforts", "reasonable efforts", "discretion", "none")
EFFECTS = ("keep", "retarget", "restart", "retroactive")
ASKED = frozenset(("severity", "tier", "channel", "window", "opened", "closed", "reopened", "withdrawn"))
"""What every condition can ask about, whatever is declared."""
WINDOW = 1000
"""How many characters around the place where the parser stopped are looked at."""
_WORD = pattern(r'"[^"\n]*"?|[\w%.:/-]+|\S')


def explain(
    type: str,
    phrases: tuple[str, ...],
    source: Source,
    span: Span,
    offset: int,
    declared: Mapping[str, str] | None = None,
) -> Diagnostic:
    """The mistake of a part, given where the parser stopped; that is its end if something is missing there.

    `declared` are the kinds of the names of the file, where they are known: then no test of another name is suggested.
    """
    common = _common(type, source, span, offset)
    found = next((one for one in common if declared is None or _can_ask(one[1], declared)), None)
    if found:
        mistake, match, first = found
        start, end = match.span(_marked(match))
        at = Span(first + start, first + end)
        return Diagnostic(
            mistake.code, said(mistake.message, match), Location(source, at), help=said(mistake.help, match)
        )
    if choices := choices_of(type, phrases):
        return not_among(choices, Location(source, span))
    return _unexpected(type, source, span, offset)


def choices_of(type: str, phrases: tuple[str, ...]) -> tuple[str, ...]:
    """The phrases from which a value of some types is chosen, if it is no name of the author's."""
    return phrases or {"force": FORCES, "clocks": EFFECTS}.get(type, ())


def not_among(choices: tuple[str, ...], location: Location) -> Diagnostic:
    """A phrase that is none of those that can stand there."""
    text = " ".join(location.text.split())
    suggested = near(text, choices)
    help = f"did you mean `{suggested}`?" if suggested else f"write {listed(choices)}"
    return Diagnostic("SLA171", f"`{text}` is not one of {listed(choices)}", location, help=help)


def listed(choices: tuple[str, ...]) -> str:
    """Phrases as a list with `or`."""
    *first, last = (f"`{choice}`" for choice in choices)
    return f"{', '.join(first)} or {last}" if first else last


def _common(type: str, source: Source, span: Span, offset: int) -> Iterator[tuple[Mistake, Match, int]]:
    """Mistakes that fit around a place, and where the text that was looked at begins."""
    first, last = max(span.start, offset - WINDOW), min(span.end, offset + WINDOW)
    text = source.text[first:last]
    for mistake in MISTAKES:
        if not mistake.types or type in mistake.types:
            for match in mistake.pattern.finditer(text):
                if mistake.anywhere or match.start() <= offset - first <= match.end():
                    yield mistake, match, first


def _can_ask(match: Match, declared: Mapping[str, str]) -> bool:
    """Whether what a suggested test asks about, if one is suggested, is something that a condition can ask about."""
    name = match.groupdict().get("tested")
    return name is None or name in ASKED or declared.get(name) in ("fact", "option", "event")


def _marked(match: Match) -> str | int:
    return next((name for name in ("at", "it") if match.groupdict().get(name)), 0)


def _unexpected(type: str, source: Source, span: Span, offset: int) -> Diagnostic:
    noun, examples = TYPES_IN_WORDS[type]
    help = f"write {noun}, such as {examples}"
    word = _WORD.match(source.text, offset, span.end)
    if word is None:
        last = " ".join(source.at(span).split())
        message = f"something is missing after `{last}`"
        return Diagnostic("SLA199", message, Location(source, Span(span.end, span.end)), help=help)
    return Diagnostic("SLA199", f"`{word.group()}` does not fit here", Location(source, Span(*word.span())), help=help)
