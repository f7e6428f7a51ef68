"""Many policies asked at once: a library that others use is looked at with them, a finding is told once."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from slalang.lint.judge import judge
from slalang.lint.load import Settings, load
from slalang.lint.rule import Known
from slalang.lint.subject import Policy
from slalang.source import Diagnostic, Location, position


class Survey(NamedTuple):
    """The policies that were read, and what was found in them, by file and place."""

    policies: tuple[Policy, ...]
    findings: tuple[Diagnostic, ...]


def survey(paths: Sequence[Path], rules: Sequence[Known], settings: Settings = Settings()) -> Survey:  # noqa: B008
    """What rules find in some files; mistakes for which a policy does not compile are told as well."""
    read = [load(path, settings) for path in paths]
    policies = tuple(alone(found for found in read if isinstance(found, Policy)))
    found = [one for each in read if not isinstance(each, Policy) for one in each]
    for policy in policies:
        found += (one for one in policy.diagnostics if one.severity == "error")
        found += judge(policy, rules)
    return Survey(policies, tuple(sorted(once(found), key=position)))


def alone(policies: Iterable[Policy]) -> Iterator[Policy]:
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


def files_below(paths: Iterable[Path]) -> list[Path]:
    """The policies that paths name: files themselves, of folders all `*.sla` below, but for hidden folders."""
    found = (each for path in paths for each in (_below(path) if path.is_dir() else (path,)))
    return list(dict.fromkeys(found))


def _below(folder: Path) -> list[Path]:
    inner = (path for path in folder.rglob("*.sla") if path.is_file())
    return sorted(path for path in inner if not any(part.startswith(".") for part in path.relative_to(folder).parts))
