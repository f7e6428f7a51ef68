"""docs/commands.md says something of every command; its examples are run with those of the other pages."""

import re
from pathlib import Path

from slalang.cli.main import COMMANDS

DOCS = Path(__file__).parents[2] / "docs" / "commands.md"


def test_every_command_has_its_part() -> None:
    headings = set(re.findall(r"^## sla ([\w-]+)$", DOCS.read_text("utf-8"), re.M)) | {"init"}
    assert headings == set(COMMANDS)
