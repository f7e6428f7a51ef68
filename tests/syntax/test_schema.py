"""Kinds and keys are a table: complete, consistent, and able to grow without breaking a file."""

import pytest

from slalang.source import Source
from slalang.syntax import lines, parse, stray
from slalang.syntax.nodes import Axis, Corner, KeyColumn, Label, Named
from slalang.syntax.parser import START
from slalang.syntax.schema import KEYS, KINDS, TYPES, Key, Kind
from tests.syntax.mutants import policies


def test_keys_have_a_type_of_the_grammar_and_help() -> None:
    """Each type is a start symbol; only choices have phrases; a kind has no key twice."""
    assert {*START, "raw"} >= TYPES
    for kind in KINDS.values():
        names = [key.name for key in kind.keys]
        assert len(names) == len(set(names)), kind.name
        for key in kind.keys:
            assert key.help, (kind.name, key.name)
            assert bool(key.phrases) == (key.type == "choice"), (kind.name, key.name)
            assert not (key.left_out and key.need.startswith("must")), (kind.name, key.name)


def test_a_new_kind_or_key_breaks_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a kind and a key named as every name that the policies use, they parse to the same nodes."""
    before = [parse(source) for source in policies()]
    names = {token.text for source in policies() for line in lines.lines_of(source) for token in line.significant}
    words = sorted(name for name in names if name.isidentifier() and name not in KINDS and name not in KEYS)
    new_keys = tuple(Key(word, "text", "may", "new") for word in words)
    for kind in list(KINDS.values()):
        monkeypatch.setitem(KINDS, kind.name, kind._replace(keys=kind.keys + new_keys))
    for word in words:
        monkeypatch.setitem(KINDS, word, Kind(word, "may", "new", ()))
    for module in (lines, stray):
        monkeypatch.setattr(module, "KEYS", KEYS | set(words))
    assert len(words) > 100
    assert [parse(source) for source in policies()] == before


def test_columns_are_axes_corners_labels_and_lines() -> None:
    """What a column is follows from its heading, and the type of its cells from that and the kind of block."""
    text = (
        "fact urgency\n\ncommitment response\n  force: aim\n  starts: a\n  stops: b\n  within: the figures below\n"
        "  | channel | severity by tier | Gold  | Silver and above | unstated-tier |\n"
        "  | any     | P1, P2           | 1 day | -                | none          |\n\n"
        "targets t\n"
        "  | urgency | response | elsewhere |\n"
        "  | yes     | 1 day    | P1, P2    |\n\n"
        "commitment relief\n  force: aim\n  starts: a\n  stops: b\n"
        "  | severity | less than |\n  | P1 | 2 elapsed hours |\n"
    )
    file, found = parse(Source.of("a.sla", text))
    assert found == ()
    columns = [[type(column) for column in block.table.columns] for block in file.blocks if block.table]
    assert columns == [[Axis, Corner, Label, Label, Label], [Axis, Named, Named], [Axis, KeyColumn]]
    cells = [[type(cell.value).__name__ for cell in block.table.rows[0].cells] for block in file.blocks if block.table]
    assert cells == [["Anything", "Keys", "Plain", "Dash", "Nothing"], ["Keys", "Plain", "Raw"], ["Keys", "Plain"]]
