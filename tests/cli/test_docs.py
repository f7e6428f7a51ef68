"""The examples of docs/commands.md, run one after the other in one folder."""

import re
import shlex
from pathlib import Path

import pytest

from slalang.cli.main import COMMANDS, main

DOCS = Path(__file__).parents[2] / "docs" / "commands.md"
BLOCK = re.compile(r"^```console\n(.*?)^```", re.M | re.S)


def examples(text: str) -> list[tuple[str, str]]:
    """The command lines of the console blocks, each with what it prints."""
    parts = [part for block in BLOCK.findall(text) for part in re.split(r"^\$ ", block, flags=re.M)[1:]]
    return [(line, shown) for line, _, shown in (part.partition("\n") for part in parts)]


def matches(shown: str, printed: str) -> bool:
    """Whether a text was printed as shown; `...` stands for anything."""
    pattern = ".*".join(re.escape(part) for part in shown.rstrip("\n").split("..."))
    return re.fullmatch(pattern, printed.rstrip("\n"), re.S) is not None


def test_every_example_prints_what_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    for line, shown in examples(DOCS.read_text("utf-8")):
        program, *arguments = shlex.split(line)
        assert (program, main(arguments)) == ("sla", 0), line
        printed = capsys.readouterr()
        assert matches(shown, printed.out + printed.err), f"{line}\n{printed.out}{printed.err}"


def test_every_command_has_its_part() -> None:
    headings = set(re.findall(r"^## sla ([\w-]+)$", DOCS.read_text("utf-8"), re.M)) | {"init"}
    assert headings == set(COMMANDS)
