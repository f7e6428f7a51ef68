"""Comments that ignore a finding: `# sla: ignore SLA712 because the reader is told in the annex`.

On a line or right above it, for that line; on the head of a block or right above it, for the block; above the first
block of a file, for the file.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from slalang.lint.rule import Known
from slalang.lint.select import find
from slalang.lint.tree import standings
from slalang.source import Diagnostic, Edit, Fix, Location, Span, suggestion
from slalang.syntax.nodes import Comment, File

_ADDRESSED = re.compile(r"#\s*sla\s*:\s*(?P<verb>[\w-]*)\s*(?P<rest>.*)", re.DOTALL)
_WORDS = re.compile(r"[\s,]+")
_HOW = "write `# sla: ignore SLA700 because ...`"


class Ignore(NamedTuple):
    """A comment: which rules it ignores, why, and over which stretch of its file."""

    at: Location
    words: tuple[str, ...]
    reason: str
    within: Span

    def covers(self, where: Location) -> bool:
        """Whether a finding at a place is ignored, if it is one of those rules."""
        return where.source.name == self.at.source.name and self.within.start <= where.span.start < self.within.end


class Heeded(NamedTuple):
    """The findings that are left, with those about the comments themselves; and how many were ignored."""

    findings: tuple[Diagnostic, ...]
    ignored: int


def heed(
    findings: Sequence[Diagnostic], ignores: Iterable[Ignore], rules: Sequence[Known], asked: Mapping[str, set[str]]
) -> Heeded:
    """Findings without those that comments ignore. `asked` are the codes of the rules that were asked of each file."""
    comments = list(dict.fromkeys(ignores))
    by_code = {rule.rule.code: rule for rule in rules}
    used: set[tuple[Location, str]] = set()
    kept = []
    for found in findings:
        which = [(each.at, word) for each in comments for word in _heeding(each, found, by_code)]
        used |= set(which)
        if not which:
            kept.append(found)
    wrong = [one for each in comments for one in _wrong(each, rules, used, asked.get(each.at.source.name, set()))]
    return Heeded((*kept, *wrong), len(findings) - len(kept))


def _heeding(ignore: Ignore, found: Diagnostic, rules: Mapping[str, Known]) -> Iterator[str]:
    rule = rules.get(found.code)
    if rule and found.location and ignore.covers(found.location):
        yield from (word for word in ignore.words if word in (rule.rule.code, rule.name))


def ignores_of(file: File) -> Iterator[Ignore]:
    """The comments of a file that are for `sla lint`."""
    first = min((item.span.start for item in file.items), default=len(file.source.text))
    seen = {id(node): (node, standing) for node, standing in standings(file) if isinstance(node, Comment)}
    for comment, standing in seen.values():
        if match := _ADDRESSED.match(comment.text):
            whole = comment.span.start < first
            around = standing.piece or standing.item
            within = Span(0, len(file.source.text)) if whole else around.span if around else comment.span
            yield Ignore(Location(file.source, comment.span), *_read(match), within)


def _read(match: re.Match[str]) -> tuple[tuple[str, ...], str]:
    words, reason = _parted(match)
    ignored = tuple(word for word in _WORDS.split(words) if word)
    return (ignored if match["verb"] == "ignore" else ()), reason


def _parted(match: re.Match[str]) -> tuple[str, str]:
    """What stands before `because`, and after it."""
    words, _, reason = f" {match['rest']} ".partition(" because ")
    return words.strip(), reason.strip()


def _wrong(
    ignore: Ignore, rules: Sequence[Known], used: set[tuple[Location, str]], asked: set[str]
) -> Iterator[Diagnostic]:
    """What is wrong with the comment itself."""
    if not ignore.words:
        yield _finding("SLA811", "a comment for `sla lint` names no rule to ignore", ignore, _HOW)
        return
    if not ignore.reason:
        yield _finding("SLA812", f"no reason is given why `{ignore.words[0]}` is ignored", ignore, _HOW)
    for word in ignore.words:
        rule = find(rules, word)
        if rule is None:
            known = ["because", *(name for each in rules for name in (each.rule.code, each.name))]
            yield _finding("SLA813", f"no rule is called `{word}`", ignore, suggestion(word, known) or _HOW)
        elif rule.rule.code in asked and (ignore.at, word) not in used:
            message = f"`{word}` is ignored here, and finds nothing"
            fix = _without(ignore) if len(ignore.words) == 1 else _without_word(ignore, word)
            yield _finding("SLA814", message, ignore, fix.title)._replace(fix=fix)


def _finding(code: str, message: str, ignore: Ignore, help: str) -> Diagnostic:
    return Diagnostic(code, message, ignore.at, help=help, severity="warning")


def _without(ignore: Ignore) -> Fix:
    """The text without the comment, and without its line if nothing else stands there."""
    (source, span), text = ignore.at, ignore.at.source.text
    start = len(text[: span.start].rstrip(" \t"))
    alone = start in source.starts
    end = next((each for each in source.starts if each > span.start), len(text)) if alone else span.end
    return Fix("leave the comment out", (Edit(Location(source, Span(start, end)), ""),), safe=True)


def _without_word(ignore: Ignore, word: str) -> Fix:
    """The comment with its other words alone."""
    (source, (start, _)), match = ignore.at, _ADDRESSED.match(ignore.at.text)
    assert match, "a comment that ignores a rule was read as one"
    first = start + match.start("rest")
    span = Span(first, first + len(_parted(match)[0]))
    others = ", ".join(each for each in ignore.words if each != word)
    return Fix(f"leave `{word}` out", (Edit(Location(source, span), others),), safe=True)
