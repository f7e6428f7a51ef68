"""Gaps and conflicts in the words of their author."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from slalang.analysis.find import Conflict, Gap, Unchecked
from slalang.analysis.rules import Rule, Topic
from slalang.analysis.witness import Witness
from slalang.graph.values import ByReading, Effect, Hole, Slot, Who
from slalang.source import Clause, Diagnostic, Severity
from slalang.source.pointing import Locate


class Words(NamedTuple):
    """How a topic is spoken of."""

    missing: str
    help: str
    differing: str


_HELP_DEFINE = "define it in a `severity` block, or give all other incidents one with `otherwise:`"
_HELP_CHOOSER = "add a row that says who chooses it there: a party, or `unstated`"
_HELP_COVER = "write a `coverage` for it: with a calendar, with `none`, or with `unstated` where the contract is silent"
_HELP_FIGURE = "give it: an amount, `none` where nothing is promised, or `unstated` where the contract is silent"

WORDS: dict[Topic, Words] = {
    "severity": Words("no severity", _HELP_DEFINE, "different severities"),
    "chooser": Words("nobody who chooses the severity", _HELP_CHOOSER, "different parties the choice of the severity"),
    "coverage": Words("no coverage", _HELP_COVER, "different coverage"),
    "figure": Words("no figure", _HELP_FIGURE, "different figures"),
    "clocks": Words("", "", "different effects on running clocks"),
    "misses": Words("", "", "different effects on misses"),
}


def gap_message(gaps: Sequence[Gap], locate: Locate) -> Diagnostic:
    """Questions of one topic that nothing answers in one combination."""
    question, found = gaps[0]
    words = WORDS[question.topic]
    whose = "" if question.topic in ("severity", "chooser") else f" for {_listed([gap.question.about for gap in gaps])}"
    asked = [locate(gap.question.place) for gap in gaps]
    at, also = asked[0], tuple((place, "and this") for place in asked[1:])
    if question.lacking is not None:
        at, also = locate(question.lacking), tuple((place, "is not covered there") for place in asked)
    return Diagnostic(
        "SLA401",
        f"there is {words.missing}{whose} {_where(found)}",
        at,
        help=words.help,
        secondary=also,
        clause=_first(question.clauses),
        severity=_severity(found),
    )


def conflict_message(conflict: Conflict, locate: Locate) -> Diagnostic:
    """Two rules that answer a question differently; the later in the file is pointed at first."""
    question, *rules, found = conflict
    earlier, later = sorted(rules, key=lambda rule: rule.place)
    for_what = f" for `{question.about}`" if question.topic in ("coverage", "figure") else ""
    return Diagnostic(
        "SLA402",
        f"`{earlier.label}` and `{later.label}` give {WORDS[question.topic].differing}{for_what} {_where(found)}",
        locate(later.place),
        label=_gives(later),
        help=_way_out(earlier, later),
        secondary=((locate(earlier.place), _gives(earlier)),),
        clause=_first(later.clauses),
        severity=_severity(found),
    )


def limit_message(unchecked: Sequence[Unchecked], limit: int, locate: Locate) -> Diagnostic:
    """What was not looked at, since it has too many combinations."""
    largest = max(unchecked, key=lambda finding: finding.combinations)
    what = _listed(list(dict.fromkeys(finding.question.about for finding in unchecked)))
    return Diagnostic(
        "SLA400",
        f"{largest.combinations} combinations are too many to look for gaps and conflicts of {what} (limit: {limit})",
        locate(largest.question.place),
        help="an answer that meets a gap or a conflict is unknown, and says so",
        clause=_first(largest.question.clauses),
        severity="warning",
    )


def _where(found: Witness) -> str:
    return f"where `{found.words}`" if found.choices else "in any incident"


def _severity(found: Witness) -> Severity:
    return "error" if found.by_default else "warning"


def _first(clauses: tuple[Clause, ...]) -> Clause | None:
    return clauses[0] if clauses else None


def _listed(names: list[str]) -> str:
    quoted = [f"`{name}`" for name in names]
    return " and ".join([", ".join(quoted[:-1]), quoted[-1]] if len(quoted) > 1 else quoted)


def _way_out(earlier: Rule, later: Rule) -> str:
    if earlier.name == later.name:
        return "leave one of the two out, or let their rows and columns name different incidents"
    name = earlier.name.removeprefix("severity ")
    return f"write `exception to: {name}` if this one wins, or make their conditions exclude each other"


def _gives(rule: Rule) -> str:
    return f"gives `{value_words(rule.value)}`"


def value_words(value: Slot[Any]) -> str:
    """A value as the policy writes it."""
    match value:
        case Hole(kind, parameter=parameter, fact=fact):
            return parameter or fact or kind
        case ByReading(reading):
            return reading
        case Who(parties, jointly):
            return (" and " if jointly else " or ").join(parties)
        case Effect(clocks, capped):
            return f"{clocks}, no later than the old due" if capped else clocks
        case bool():
            return "are waived" if value else "stand"
    return str(getattr(value, "text", value))
