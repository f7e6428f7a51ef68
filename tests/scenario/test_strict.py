"""YAML that means something else later is refused, where it stands."""

import time

import pytest

from slalang.scenario.strict import parse_yaml
from slalang.scenario.tree import Scalar, plain
from slalang.source import Source
from tests.scenario.reading import pointed_at, read, wrong


def parsed(text: str):
    tree, mistakes = parse_yaml(Source.of("x.scenario.yaml", text))
    assert not mistakes
    return plain(tree)


@pytest.mark.parametrize("text", ["9:00", "17:00", "on", "no", "010", "1e3", "0x1f", "2025-04-17", "12_000", "true"])
def test_scalars_stay_text(text: str):
    assert parsed(f"{text}: {text}") == {text: text}


def test_quotes_are_no_part_of_a_text():
    assert parsed("a: 'it''s'\nb: \"x\\ty\"\n") == {"a": "it's", "b": "x\ty"}


def test_a_place_counts_characters_not_bytes():
    tree, _ = parse_yaml(Source.of("x", "é😀: [ö, name]"))
    name = tree.entries[0][1].items[1]
    assert isinstance(name, Scalar) and name.at.place.column == 9


REFUSED = [
    ("name: &x one\n", "an anchor (`&`) is not allowed in a scenario", "&x one"),
    ("name: *x\n", "an alias (`*`) is not allowed in a scenario", "*x"),
    ("name: !!str 5\n", "a tag (`!`) is not allowed in a scenario", "!!str 5"),
    ("name: x\n<<: {tier: Gold}\n", "a merge key (`<<`) is not allowed in a scenario", "<<"),
    ("name: x\nname: y\n", "`name` is given twice", "name"),
    ("? [a]\n: b\n", "a key must be a text", "[a]"),
    ("name: x\n---\nname: y\n", "a second document begins here", "---"),
    ("name: \x07\n", "a scenario cannot hold the character U+0007", "\x07"),
    ("name: \x1b[31m\n", "a scenario cannot hold the character U+001B", "\x1b"),
]


@pytest.mark.parametrize(("text", "message", "underlined"), REFUSED)
def test_what_is_refused_says_so_where_it_stands(text: str, message: str, underlined: str):
    _, mistakes = parse_yaml(Source.of("x.scenario.yaml", text))
    (mistake,) = mistakes
    assert mistake.message == message
    assert pointed_at(mistake) == underlined
    assert mistake.help


def test_a_duplicate_key_shows_the_first_one():
    mistake = wrong("name: x\nas of: 2025-04-17T15:00Z\nname: y\n")
    ((first, label),) = mistake.secondary
    assert (first.place.line, label) == (1, "first given here")


def test_several_refused_parts_are_all_reported():
    _, mistakes = read("name: &a x\ntier: &b Gold\ntier: Gold\n")
    assert [mistake.code for mistake in mistakes][:3] == ["SLA603", "SLA603", "SLA604"]


@pytest.mark.parametrize(
    ("text", "line", "help"),
    [
        ("name: x\n\tas of: y\n", 2, "indent with blanks, not with tabs"),
        ("name: a: b\n", 1, "put a text that holds `: ` between quotes"),
        ("name: [a\n", 2, "check indentation, quotes, brackets and commas on this line and the one before"),
    ],
)
def test_what_is_no_yaml_says_where_and_what_to_do(text: str, line: int, help: str):
    _, (mistake,) = parse_yaml(Source.of("x.scenario.yaml", text))
    assert (mistake.code, mistake.location.place.line, mistake.help) == ("SLA601", line, help)


@pytest.mark.parametrize("text", ["", "# nothing\n", "---\n", "~\n"])
def test_an_empty_file_holds_no_scenario(text: str):
    assert wrong(text).code == "SLA611"


@pytest.mark.parametrize(
    "text",
    [
        "[" * 500_000,
        "{a: " * 500_000,
        "- " * 500_000,
        "a: " + "x" * 10_000_000,
        "[" + "*a, " * 500_000 + "]",
        "".join(f"{' ' * depth}a:\n" for depth in range(2_000)),
        "".join(f"k{n}: 1\nk{n}: 2\n" for n in range(20_000)),
    ],
    ids=["brackets", "braces", "dashes", "a long line", "aliases", "indentation", "duplicates"],
)
def test_hostile_files_end_within_five_seconds_in_diagnostics(text: str):
    began = time.process_time()
    scenarios, mistakes = read(text)
    assert not scenarios and 1 <= len(mistakes) < 50_000
    assert time.process_time() - began < 5


def test_too_deep_a_file_names_the_limit():
    mistake = wrong("[" * 500_000)
    assert mistake.is_limit and mistake.message == "nesting is deeper than 50 levels"


def test_ten_thousand_events_are_read_within_five_seconds():
    lines = "".join(f"  - {{at: 2025-04-17T15:00:00.{n:06}Z, event: responded, by: vendor}}\n" for n in range(10_000))
    began = time.process_time()
    (scenario,), mistakes = read("name: x\nevents:\n" + lines)
    assert not mistakes and len(scenario.records) == 10_000
    assert time.process_time() - began < 5
