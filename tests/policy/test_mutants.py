"""One changed token costs one line, in the whole compiler: no other line is blamed for what a broken one would say."""

import random
import shutil
from pathlib import Path

from slalang.pipeline import load_policy
from slalang.source import Source
from slalang.syntax import parse
from slalang.syntax.lines import lines_of
from tests.syntax.mutants import POLICIES, edit_of, policies, tokens_of

SEED = 20261122
COUNT = 250


def _breaks(source: Source) -> bool:
    """Whether some line can't be read; a line that a block lacks is told at its head."""
    return any(found.code != "SLA204" for found in parse(source)[1])


def test_what_breaks_a_line_blames_no_other_line(tmp_path: Path) -> None:
    """Of one-token changes, each that breaks the syntax has one to three errors, the first on its line."""
    shutil.copytree(POLICIES, tmp_path / "policies")
    paths = {path.name: path for path in tmp_path.rglob("*.sla")}
    dice = random.Random(SEED)
    sources = policies()
    words = [token.text for source in sources for token in tokens_of(lines_of(source))]
    broken = 0
    for _ in range(COUNT):
        source = dice.choice(sources)
        edit = edit_of(dice, dice.choice(tokens_of(lines_of(source))), dice.choice(words))
        text = source.text[: edit.start] + edit.text + source.text[edit.end :]
        if not _breaks(Source.of(source.name, text)):
            continue
        broken += 1
        paths[source.name].write_text(text, "utf-8")
        errors = [found for found in load_policy(paths[source.name]).diagnostics if found.severity == "error"]
        paths[source.name].write_text(source.text, "utf-8")
        line = source.locate(edit.start)[0]
        told = [(each.location and each.location.place.line, each.code, each.message) for each in errors]
        assert 1 <= len(told) <= 3 and told[0][0] == line, (edit.done, source.name, line, told)
    assert broken > 0.7 * COUNT
