"""Many policies asked at once: a library that others use is looked at with them, a finding is told once."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from slalang.files import shown
from slalang.lint.custom import custom_rules
from slalang.lint.ignores import heed
from slalang.lint.judge import judge
from slalang.lint.known import built_in
from slalang.lint.load import Settings, load
from slalang.lint.subject import Policy
from slalang.lint.wanted import Wish, is_left_out, wanted_for
from slalang.source import Diagnostic, Location, position


class Survey(NamedTuple):
    """The policies that were read, what rules found in them, and what kept rules from being asked, by file and place.

    `named` are the files that were asked for; `ignored` counts the findings that comments ignore.
    """

    policies: tuple[Policy, ...]
    findings: tuple[Diagnostic, ...]
    mistakes: tuple[Diagnostic, ...]
    named: frozenset[str]
    ignored: int


def survey(
    paths: Sequence[Path],
    wish: Wish = Wish(),  # noqa: B008
    settings: Settings = Settings(),  # noqa: B008
    texts: Mapping[str, str] = {},
    passed: Callable[[int], object] = lambda done: None,
) -> Survey:
    """What rules find in some files, and the mistakes for which a policy does not compile.

    `texts` stand in for the files of these names; `passed` is called with the number of files that are done.
    """
    read = [load(path, settings, texts) for path in paths]
    mistakes = [one for each in read if not isinstance(each, Policy) for one in each]
    policies = tuple(_alone(found for found in read if isinstance(found, Policy)))
    found: list[Diagnostic] = []
    asked: dict[str, set[str]] = defaultdict(set)
    for done, policy in enumerate(policies, 1):
        mistakes += (one for one in policy.diagnostics if one.severity == "error")
        wanted = wanted_for(Path(policy.file.source.name), wish)
        mistakes += wanted.mistakes
        judged = judge(policy, wanted.rules)
        found += (one for one in judged.findings if not is_left_out(one, wanted))
        for file in policy.files:
            asked[file.source.name] |= judged.asked
        passed(done)
    files = {file.source.name: file for policy in policies for file in policy.files}
    left = heed(tuple(once(found)), files.values(), (*built_in(), *custom_rules().rules), asked)
    failed = [one for one in left.findings if one.code == "SLA821"]
    kept = [one for one in left.findings if one.code != "SLA821"]
    named = frozenset(shown(path) for path in paths)
    return Survey(policies, _in_order(kept), _in_order((*mistakes, *failed)), named, left.ignored)


def _alone(policies: Iterable[Policy]) -> Iterator[Policy]:
    """The policies but for libraries that others of them use."""
    all = tuple(policies)
    used = {file.source.name for policy in all for file in policy.files[1:]}
    return (policy for policy in all if not (policy.is_library and policy.file.source.name in used))


def once(findings: Iterable[Diagnostic]) -> Iterable[Diagnostic]:
    """Findings, of two with one code at one place the first."""
    first: dict[tuple[str, Location | None, str], Diagnostic] = {}
    for found in findings:
        where = found.location
        first.setdefault((found.code, where, "" if where else found.message), found)
    return first.values()


def _in_order(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(dict.fromkeys(findings), key=position))


def files_below(paths: Iterable[Path]) -> list[Path]:
    """The policies that paths name: files themselves, of folders all `*.sla` below, but for hidden folders."""
    found = (each for path in paths for each in (_below(path) if path.is_dir() else (path,)))
    return list(dict.fromkeys(found))


def _below(folder: Path) -> list[Path]:
    inner = (path for path in folder.rglob("*.sla") if path.is_file())
    return sorted(path for path in inner if not any(part.startswith(".") for part in path.relative_to(folder).parts))
