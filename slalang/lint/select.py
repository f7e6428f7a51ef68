"""Which rules are asked: by code, by the beginning of a code, by name, by group."""

from collections.abc import Iterable, Sequence

from slalang.lint.rule import Known
from slalang.source import near


def selected(rules: Iterable[Known], select: Sequence[str], ignore: Sequence[str]) -> tuple[Known, ...]:
    """The rules that are chosen, by default all, but for those that are ignored."""
    return tuple(rule for rule in rules if (not select or _is_any(rule, select)) and not _is_any(rule, ignore))


def unknown(words: Iterable[str], rules: Sequence[Known]) -> list[tuple[str, str | None]]:
    """The words that choose no rule at all, each with what was perhaps meant."""
    known = [word for rule in rules for word in (rule.rule.code, rule.name, rule.rule.group)]
    return [(word, near(word, known)) for word in words if not any(_is(rule, word) for rule in rules)]


def _is_any(rule: Known, words: Iterable[str]) -> bool:
    return any(_is(rule, word) for word in words)


def _is(rule: Known, word: str) -> bool:
    code = word.startswith("SLA") and rule.rule.code.startswith(word)
    return code or word in ("all", rule.name, rule.rule.group)
