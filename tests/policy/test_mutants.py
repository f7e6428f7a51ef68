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

OF_THE_WHOLE = {
    *("SLA303", "SLA311", "SLA316", "SLA317", "SLA323", "SLA324", "SLA325", "SLA326", "SLA400", "SLA401", "SLA402")
}
"""What is wrong with the finished graph, gaps and conflicts: the policies have none before they are changed."""


def _breaks(source: Source) -> bool:
    """Whether some line can't be read; a line that a block lacks is told at its head."""
    return any(found.code != "SLA204" for found in parse(source)[1])


def test_what_breaks_a_line_blames_no_other_line(tmp_path: Path) -> None:
    """Of one-token changes, each that breaks the syntax has one to three errors, the first on its line.

    And where a token is wrong by itself, nothing is made up of the gaps and conflicts that it leaves.
    """
    shutil.copytree(POLICIES, tmp_path / "policies")
    paths = {path.name: path for path in tmp_path.rglob("*.sla")}
    dice = random.Random(SEED)
    sources = policies()
    words = [token.text for source in sources for token in tokens_of(lines_of(source))]
    broken = wrong = 0
    for _ in range(COUNT):
        source = dice.choice(sources)
        edit = edit_of(dice, dice.choice(tokens_of(lines_of(source))), dice.choice(words))
        text = source.text[: edit.start] + edit.text + source.text[edit.end :]
        paths[source.name].write_text(text, "utf-8")
        found = load_policy(paths[source.name]).diagnostics
        paths[source.name].write_text(source.text, "utf-8")
        line = source.locate(edit.start)[0]
        told = [(each.location and each.location.place.line, each.code, each.message) for each in found]
        of_lines = [each for each in found if each.severity == "error" and each.code not in OF_THE_WHOLE]
        wrong += bool(of_lines)
        made_up = [code for _, code, _ in told if code in OF_THE_WHOLE]
        assert not (of_lines and made_up), (edit.done, source.name, line, told)
        if _breaks(Source.of(source.name, text)):
            broken += 1
            lines = [each.location and each.location.place.line for each in of_lines]
            assert 1 <= len(lines) <= 3 and lines[0] == line, (edit.done, source.name, line, told)
    assert broken > 0.7 * COUNT and wrong > 0.8 * COUNT
