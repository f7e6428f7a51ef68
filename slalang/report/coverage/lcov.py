"""Coverage as an LCOV tracefile: rules are its functions, lines with rules or cells its lines, cells its branches.

A line is as often hit as the part of it that is exercised least, so that it counts only when all of it does.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from slalang.report.visible import all_visible
from slalang.source import Place
from slalang.testing.coverage import PolicyCoverage

_COUNTED = ("rule", "cell")


class _Part(NamedTuple):
    """A rule or a cell of a policy, and how many scenarios exercised it."""

    place: Place
    is_rule: bool
    name: str
    hits: int


def coverage_lcov(found: Sequence[PolicyCoverage]) -> str:
    """The tracefile of a run, a record for each file of the policies."""
    parts = _parts(all_visible(tuple(found)))
    files = dict.fromkeys(part.place.file for part in parts)
    lines = [line for file in files for line in _record(file, [part for part in parts if part.place.file == file])]
    return "".join(f"{line}\n" for line in lines)


def _parts(found: Sequence[PolicyCoverage]) -> list[_Part]:
    """The rules and cells of all policies; those of a template are hit by all of its agreements."""
    hits: dict[tuple[Place, bool, str], int] = {}
    for policy in found:
        for item, scenarios in policy.covered:
            if item.kind in _COUNTED:
                key = item.place, item.kind == "rule", " ".join(item.name.replace(",", "").split())
                hits[key] = hits.get(key, 0) + len(scenarios)
    return sorted(_Part(*key, number) for key, number in hits.items())


def _record(file: str, parts: Sequence[_Part]) -> Iterator[str]:
    yield "TN:sla_test"
    yield f"SF:{file}"
    rules = [part for part in parts if part.is_rule]
    yield from (f"FN:{rule.place.line},{rule.name}" for rule in rules)
    yield from (f"FNDA:{rule.hits},{rule.name}" for rule in rules)
    yield from _totals("FN", [rule.hits for rule in rules])
    cells = [part for part in parts if not part.is_rule]
    for line, group in groupby(cells, key=lambda cell: cell.place.line):
        yield from (f"BRDA:{line},0,{number},{cell.hits}" for number, cell in enumerate(group))
    yield from _totals("BR", [cell.hits for cell in cells])
    lines: dict[int, int] = {}
    for part in parts:
        lines[part.place.line] = min(part.hits, lines.get(part.place.line, part.hits))
    yield from (f"DA:{line},{hits}" for line, hits in sorted(lines.items()))
    yield from _totals("L", list(lines.values()))
    yield "end_of_record"


def _totals(of: str, hits: Sequence[int]) -> Iterator[str]:
    yield f"{of}F:{len(hits)}"
    yield f"{of}H:{sum(map(bool, hits))}"
