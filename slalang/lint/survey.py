"""Many policies asked at once: a library that others use is looked at with them, a finding is told once."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from slalang.files import shown
from slalang.lint.custom import custom_rules
from slalang.lint.ignores import heed
from slalang.lint.judge import FAILED
from slalang.lint.known import built_in
from slalang.lint.load import Settings
from slalang.lint.look import Looked, in_parallel, in_turn
from slalang.lint.subject import Policy
from slalang.lint.wanted import Wish
from slalang.source import Diagnostic, Location, has_errors, position


class Survey(NamedTuple):
    """The policies that were read, what rules found in them, and what kept rules from being asked, by file and place.

    `mendable` are the files that were asked for, of policies that compile; `ignored` counts the findings that comments
    ignore.
    """

    policies: tuple[Policy, ...]
    findings: tuple[Diagnostic, ...]
    mistakes: tuple[Diagnostic, ...]
    mendable: frozenset[str]
    ignored: int


def survey(
    paths: Sequence[Path],
    wish: Wish = Wish(),  # noqa: B008
    settings: Settings = Settings(),  # noqa: B008
    texts: Mapping[str, str] = {},
    passed: Callable[[int], object] = lambda done: None,
    jobs: int = 1,
) -> Survey:
    """What rules find in some files, and the mistakes for which a policy does not compile.

    `texts` stand in for the files of these names; `passed` is called with the number of files that are done. With
    several jobs at a time, the policies themselves are not at hand afterwards.
    """
    count = min(jobs, len(paths))
    running = in_parallel(paths, wish, settings, count) if count > 1 else in_turn(paths, wish, settings, texts)
    found = []
    for looked in running:
        found.append(looked)
        passed(len(found))
    return _joined(_alone(found), frozenset(shown(path) for path in paths))


def _joined(looked: Sequence[Looked], named: frozenset[str]) -> Survey:
    sound = {file for each in looked if not has_errors(each.mistakes) for file in (each.file, *each.uses)}
    asked: dict[str, set[str]] = defaultdict(set)
    for each in looked:
        for file in (each.file, *each.uses):
            asked[file] |= each.asked
    ignores = (ignore for each in looked for ignore in each.ignores)
    findings = tuple(once(one for each in looked for one in each.findings))
    left = heed(findings, ignores, (*built_in(), *custom_rules().rules), asked)
    mistakes = [one for each in looked for one in each.mistakes]
    mistakes += (one for one in left.findings if one.code == FAILED)
    kept = (one for one in left.findings if one.code != FAILED)
    policies = tuple(each.policy for each in looked if each.policy)
    return Survey(policies, _in_order(kept), _in_order(mistakes), named & sound, left.ignored)


def _alone(looked: Sequence[Looked]) -> list[Looked]:
    """What was found, but for libraries that other policies use."""
    used = {file for each in looked for file in each.uses}
    return [each for each in looked if not (each.is_library and each.file in used)]


def once(findings: Iterable[Diagnostic]) -> Iterable[Diagnostic]:
    """Findings, of two with one code at one place the first."""
    first: dict[tuple[str, Location | None, str], Diagnostic] = {}
    for found in findings:
        where = found.location
        first.setdefault((found.code, where, "" if where else found.message), found)
    return first.values()


def _in_order(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(dict.fromkeys(findings), key=position))
