"""Case files: a policy, and at its end, in comments, what one rule says of it, word by word.

    # found
    # warning[SLA700]: no block says what this sentence means
    #  --> sentence-without-rule.sla:14:1
    # fix (safe): leave the line out
    # -  zone: Europe/London

A comment `# silent: ...` right above an item or a line marks a near miss: the rule says nothing of it.
`python -m tests.lint.recorded NAME...` writes the comments at the end anew; read them before you believe them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import chdir
from difflib import unified_diff
from pathlib import Path

from slalang.lint.judge import judge
from slalang.lint.known import built_in
from slalang.lint.load import Settings, load
from slalang.lint.mend import mended
from slalang.lint.subject import Policy
from slalang.source import Diagnostic, Fix, position, render
from tests.docs.page import ROOT

CASES = ROOT / "tests/cases/lint"
HEAD = "# found\n"
SILENT = "# silent:"


def cases(name: str) -> list[Path]:
    """The case files of a rule: `NAME.sla`, `NAME.*.sla` where one is not enough, all of a folder NAME."""
    return [path for path in every_case() if rule_of(path) == name]


def every_case() -> list[Path]:
    """The case files of all rules; what they share stands in the folder `with`."""
    return sorted(path for path in CASES.rglob("*.sla") if path.parent.name not in ("with", "careful"))


def rule_of(path: Path) -> str:
    """The name of the rule that a case is about."""
    return path.relative_to(CASES).parts[0].split(".")[0]


def read(path: Path, texts: Mapping[str, str] = {}) -> Policy:
    """The policy of a case, which must compile; `texts` stand in for files of these names."""
    with chdir(path.parent):
        policy = load(Path(path.name), Settings(root=path.parent), texts)
    assert isinstance(policy, Policy), render(policy)
    errors = [one for one in policy.diagnostics if one.severity == "error"]
    assert not errors, render(errors)
    return policy


def found_by(rule: str, policy: Policy) -> list[Diagnostic]:
    """What a rule says of a policy."""
    (known,) = (each for each in built_in() if each.name == rule)
    return sorted(judge(policy, [known]).findings, key=position)


def announced(text: str) -> str:
    """The comments at the end of a case."""
    return text.partition(HEAD)[2]


def comments(found: list[Diagnostic]) -> str:
    """What is said, and what would be changed, as comments."""
    said = [*(render(found) or "nothing").split("\n"), *(line for one in found for line in _fix(one))]
    return "".join(f"# {line}".rstrip() + "\n" for line in said)


def _fix(found: Diagnostic) -> Iterator[str]:
    if found.fix:
        yield f"fix ({'safe' if found.fix.safe else 'unsafe'}): {found.fix.title}"
        before = texts([found.fix])
        for name, after in mended(before, [found.fix]).items():
            lines = unified_diff(before[name].splitlines(), after.splitlines(), n=0, lineterm="")
            yield from (line for line in lines if line[:3] not in ("---", "+++") and line[0] in "-+")


def texts(fixes: Iterable[Fix]) -> dict[str, str]:
    """The files that fixes change, as they are."""
    sources = (edit.location.source for fix in fixes for edit in fix.edits)
    return {source.name: source.text for source in sources}


def marked(text: str) -> list[int]:
    """The lines below the marks of near misses."""
    lines = text.partition(HEAD)[0].split("\n")
    return [number + 1 for number, line in enumerate(lines, 1) if line.strip().startswith(SILENT)]


def record(path: Path) -> None:
    """Write the comments of a case anew."""
    text = path.read_text("utf-8").partition(HEAD)[0].rstrip("\n")
    path.write_text(f"{text}\n\n{HEAD}", "utf-8")
    said = comments(found_by(rule_of(path), read(path)))
    path.write_text(f"{text}\n\n{HEAD}{said}", "utf-8")


if __name__ == "__main__":
    for rule in sys.argv[1:]:
        for case in cases(rule):
            record(case)
