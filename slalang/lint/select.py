"""Which rules are asked, and how much what they find weighs: by code, by beginning of a code, by name, by group."""

from collections.abc import Iterable, Iterator, Sequence

from slalang.lint.config import PROFILES, Config
from slalang.lint.rule import Known
from slalang.source import Diagnostic, near


def chosen(rules: Iterable[Known], config: Config) -> tuple[Known, ...]:
    """The rules that a configuration wants, at the levels that it gives them."""
    words = config.select or PROFILES[config.profile]
    found = [rule for rule in rules if is_any(rule, words) and not is_any(rule, config.ignore)]
    return tuple(weighed for rule in found if (weighed := _weighed(rule, config)))


def unknown(words: Iterable[str], rules: Sequence[Known]) -> Iterator[tuple[str, str]]:
    """The words that are those of no rule, each with what to do."""
    known = [word for rule in rules for word in (rule.rule.code, rule.name, rule.rule.group)]
    for word in words:
        if not any(_fit(rule, word) for rule in rules):
            meant = near(word, known)
            yield word, f"did you mean `{meant}`?" if meant else "`sla explain-rule` lists all rules"


def unknown_in(config: Config, rules: Sequence[Known]) -> tuple[Diagnostic, ...]:
    """What is wrong with the words of a configuration."""
    places = {word: keys for word, keys in config.words if word != "all"}
    wrong = unknown(places, rules) if config.table else ()
    return tuple(
        config.table.wrong("SLA804", f"no rule or group is called `{word}`", *places[word], help=help)
        for word, help in wrong
        if config.table
    )


def find(rules: Iterable[Known], word: str) -> Known | None:
    """The rule of a code or a name."""
    return next((rule for rule in rules if word in (rule.rule.code, rule.name)), None)


def is_any(rule: Known, words: Iterable[str]) -> bool:
    """Whether some of the words are about a rule."""
    return any(_fit(rule, word) for word in words)


def _fit(rule: Known, word: str) -> int:
    """How closely a word is about a rule: 0 for not at all, most for its own code or name."""
    if word in (rule.rule.code, rule.name):
        return 100
    if len(word) > 2 and word == word.upper() and rule.rule.code.startswith(word):
        return len(word)
    return {rule.rule.group: 2, "all": 1}.get(word, 0)


def _weighed(rule: Known, config: Config) -> Known | None:
    """The rule at its level, which the closest word decides; None where it is off."""
    raised = "warning" if config.profile == "strict" and rule.rule.level == "note" else rule.rule.level
    closest = max(config.levels, key=lambda each: _fit(rule, each[0]), default=("", ""))
    match closest[1] if _fit(rule, closest[0]) else raised:
        case "error" | "warning" | "note" as level:
            return rule._replace(rule=rule.rule._replace(level=level))
    return None
