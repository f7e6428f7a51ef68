"""Expectations are written anew where they stand; all else of the text stays."""

from typing import Any

import pytest

from slalang.scenario.rewrite import at_path, edited, edits, expectations
from slalang.scenario.strict import parse_yaml
from slalang.source import Source


def rewritten(expect: str, path: tuple[str, ...], value: Any) -> str | None:
    """The text of an expectation `x`, between two lines that must stay, after its part at a path was rewritten."""
    before, after = "# before\nname: a\nexpect:\n  y: 1 # kept\n  x: ", "\n  z: {due: none}\n# after\n"
    source = Source.of("a.scenario.yaml", before + expect + after)
    root, mistakes = parse_yaml(source)
    assert root is not None and not mistakes
    [whole] = [value for place, value in expectations(root).items() if place.line == 5]
    part = at_path(whole, path)
    changes = edits(part, value) if part is not None else None
    if changes is None:
        return None
    text = edited(source, changes)
    assert parse_yaml(Source.of("a.scenario.yaml", text))[1] == ()
    assert text.startswith(before) and text.endswith(after)
    return text.removeprefix(before).removesuffix(after)


@pytest.mark.parametrize(
    ("expect", "path", "value", "result"),
    [
        ("P1", (), "P2", "P2"),
        ("P1  # why", (), "P2", "P2  # why"),
        ("'P1'", (), "it's", "'it''s'"),
        ('"P1"', (), 'say "P2"', '"say \\"P2\\""'),
        ("2026-03-05T16:00Z", ("due",), "2026-03-05T17:00+00:00", "2026-03-05T17:00+00:00"),
        ("{due: none, status: met}", ("due",), "2026-03-05T17:00Z", "{due: 2026-03-05T17:00Z, status: met}"),
        ("{due:   none , status: met}", ("status",), "at risk", "{due:   none , status: at risk}"),
        (
            "\n    due: none   # a\n    status: met # b",
            ("status",),
            "missed",
            "\n    due: none   # a\n    status: missed # b",
        ),
        ("{target: 4 hours}", ("target",), "4 hours, or more", '{target: "4 hours, or more"}'),
        ("{target: a}", ("target",), "a: b", '{target: "a: b"}'),
        ("{target: a}", ("target",), "[a", '{target: "[a"}'),
        ("{owed by: [a]}", ("owed by",), ["b", "c"], "{owed by: [b, c]}"),
        ("{owed by: a}", ("owed by",), ["b"], "{owed by: b}"),
        ("{owed by: a}", ("owed by",), ["b", "c"], "{owed by: [b, c]}"),
        ("[a, b]", (), [], "[]"),
        ("\n    - a\n    - b", (), ["c", "d", "e"], "\n    - c\n    - d\n    - e"),
        ("\n    - a\n    - b", (), [], "\n    []"),
        ("{one: {at: none}, two: {at: none}}", ("two", "at"), "x", "{one: {at: none}, two: {at: x}}"),
        ("{readings: {a: b, c: d}}", ("readings",), {"a": "b", "c": "e"}, "{readings: {a: b, c: e}}"),
    ],
)
def test_only_the_part_that_changes_is_written(expect: str, path: tuple[str, ...], value: Any, result: str):
    assert rewritten(expect, path, value) == result


@pytest.mark.parametrize(
    ("expect", "path", "value"),
    [
        ("{due: none}", ("status",), "met"),
        ("\n    - a # why a\n    - b", (), ["c"]),
        ("[a]", (), "c"),
        ("{readings: {a: b}}", ("readings",), {"a": "b", "c": "e"}),
        ("{due: none}", (), "none"),
    ],
)
def test_what_does_not_fit_or_would_lose_a_comment_is_not_written(expect: str, path: tuple[str, ...], value: Any):
    assert rewritten(expect, path, value) is None


def test_expectations_of_scenarios_and_variations_are_found_and_workings_are_not():
    text = """\
scenarios:
  - name: a
    expect: {x: one}
    working: {x: [{none: nothing}]}
    variations:
      - {name: b, expect: {x: two}}
  - {name: c}
"""
    root, _ = parse_yaml(Source.of("a", text))
    assert root is not None
    assert [place.line for place in expectations(root)] == [3, 6]


def test_a_byte_order_mark_and_foreign_line_ends_stay():
    source = Source.of("a", "\ufeffname: a\r\nexpect: {x: one}\r\n")
    root, _ = parse_yaml(source)
    assert root is not None
    [part] = expectations(root).values()
    assert edited(source, edits(part, "two") or ()) == "\ufeffname: a\r\nexpect: {x: two}\r\n"
