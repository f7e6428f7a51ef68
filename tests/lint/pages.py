"""The pages of the manual about rules, written from their docstrings: `python -m tests.lint.pages`."""

from __future__ import annotations

from pathlib import Path

from slalang.lint.known import built_in
from slalang.report.rules.markdown import rule_markdown, rules_markdown
from tests.docs.page import ROOT
from tests.lint.recorded import HEAD, cases

FOLDER = ROOT / "docs/rules"


def pages() -> dict[Path, str]:
    """Every page, by its file."""
    each = {FOLDER / f"{rule.name}.md": rule_markdown(rule) for rule in built_in()}
    return {
        FOLDER / "index.md": rules_markdown(built_in(), {rule.name: mended(rule.name) for rule in built_in()}),
        **each,
    }


def mended(name: str) -> str:
    """How `--fix` mends what a rule finds, as its cases show."""
    said = "".join(path.read_text("utf-8").partition(HEAD)[2] for path in cases(name))
    return "safe" if "\n# fix (safe): " in said else "unsafe" if "\n# fix (unsafe): " in said else ""


def write() -> None:
    """Write all pages anew, and remove those of rules that are gone."""
    wanted = pages()
    for path in set(FOLDER.glob("*.md")) - wanted.keys():
        path.unlink()
    for path, text in wanted.items():
        path.write_text(text, "utf-8")


if __name__ == "__main__":
    write()
