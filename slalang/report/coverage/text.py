"""Coverage as text: for each policy how much of it is exercised, and then what is not."""

from collections.abc import Iterator, Sequence

from slalang.report.layout import paragraph
from slalang.report.visible import all_visible
from slalang.report.words import cited, counted, line_of, named
from slalang.testing.coverage import KINDS, PolicyCoverage, Share


def coverage_text(found: Sequence[PolicyCoverage], *, width: int = 100) -> str:
    """A table for each policy, and a list of what no scenario exercised, with place and clause."""
    return "\n".join("\n".join(_policy(all_visible(policy), width)) + "\n" for policy in found)


def title_of(found: PolicyCoverage) -> str:
    """A policy as a heading calls it: with its version, and whose agreement it is."""
    _, version, agreement, _ = found.policy
    told = (f"version {version}" if version else "", f"with {agreement}" if agreement else "")
    return ", ".join((named(found.title, found.policy.name), *filter(None, told)))


def _policy(found: PolicyCoverage, width: int) -> Iterator[str]:
    by = counted(len(found.scenarios), "scenario")
    yield paragraph(f"Coverage of {title_of(found)}, by {by}", width)
    for kind, several in KINDS.items():
        if found.of(kind):
            yield _row(several, found.share(kind))
    yield _row("in all", found.share())
    missing = found.missing()
    for kind, several in KINDS.items():
        items = [item for item in missing if item.kind == kind]
        if items:
            yield f"\n  {several} that no scenario exercises"
        for item in items:
            yield paragraph(f"{line_of(item.place)}: {item.name} [{cited(item.clauses)}]", width, 4)


def _row(name: str, share: Share) -> str:
    return f"  {name:18}  {share.covered:4} of {share.total:4}  {share.percent:3}%"
