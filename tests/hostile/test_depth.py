"""Files that are deep or wide, and made to exhaust whoever reads them."""

import pytest

from slalang.source import DEFAULT_LIMITS
from tests.hostile.conftest import POLICY, SCENARIO, Folder

DEEP = 500_000
TOO_DEEP = f"nesting is deeper than {DEFAULT_LIMITS.nesting} levels"
TOO_LONG = f"is longer than {DEFAULT_LIMITS.line_length}"
UNBOUNDED = ("--limit", "line-length=99999999", "--limit", "file-bytes=99999999", "--limit", "lines=99999999")


def deep_condition(depth: int, newline: str = "") -> str:
    opening, closing = f"({newline}" * depth, ")" * depth
    return f"{POLICY}\nfact known\n\nexclusion deep\n  when: {opening}known is yes{closing}\n  excludes: any\n"


def test_parentheses_half_a_million_deep_are_a_limit(folder: Folder) -> None:
    folder.refuses(4, "error[SLA90", "check", folder.write("support.sla", deep_condition(DEEP)))


def test_parentheses_that_are_never_closed_are_a_limit_too(folder: Folder) -> None:
    text = deep_condition(DEEP).replace(")", "")
    folder.refuses(4, "error[SLA90", "check", folder.write("support.sla", text))


@pytest.mark.parametrize("depth", [51, 1_000, 4_000])
def test_parentheses_on_a_line_of_allowed_length_are_bounded_by_their_depth(folder: Folder, depth: int) -> None:
    folder.refuses(
        4,
        f"nested more than {DEFAULT_LIMITS.nesting} deep",
        "check",
        folder.write("support.sla", deep_condition(depth)),
    )


def test_as_many_parentheses_as_are_allowed_are_read(folder: Folder) -> None:
    folder.answers("check", folder.write("support.sla", deep_condition(50)))
    folder.answers("check", folder.write("support.sla", deep_condition(200)), "--limit", "nesting=200")


def deep_condition_by_lines(depth: int) -> str:
    tests = "\n    and (".join(["known is yes"] * depth)
    return f"{POLICY}\nfact known\n\nexclusion deep\n  when: {tests}{')' * (depth - 1)}\n  excludes: any\n"


def test_parentheses_spread_over_thousands_of_lines_are_a_limit(folder: Folder) -> None:
    folder.refuses(4, "error[SLA90", "check", folder.write("support.sla", deep_condition_by_lines(4_000)))


DEEP_YAML = {
    "flow listings": "[" * DEEP,
    "flow mappings": "{a: " * DEEP,
    "block listings on a line": "\n - " + "- " * DEEP,
    "keys that ask": "\n " + "? " * DEEP,
}


@pytest.mark.parametrize("options", [(), UNBOUNDED], ids=["as it comes", "with long lines allowed"])
@pytest.mark.parametrize("deep", DEEP_YAML.values(), ids=DEEP_YAML)
def test_yaml_half_a_million_deep_is_a_limit(folder: Folder, deep: str, options: tuple[str, ...]) -> None:
    spoilt = folder.write("incident.scenario.yaml", f"policy: support.sla\nscenarios: {deep}")
    folder.refuses(4, "error[SLA90", "due", "support.sla", spoilt, *options)


def test_yaml_in_lines_each_deeper_than_the_last_is_a_limit(folder: Folder) -> None:
    deep = "\n".join(" " * depth + "-" for depth in range(2_000))
    spoilt = folder.write("incident.scenario.yaml", f"policy: support.sla\nscenarios:\n{deep}\n")
    folder.refuses(4, TOO_DEEP, "due", "support.sla", spoilt)


def test_flow_yaml_of_lines_of_allowed_length_is_bounded_by_its_depth(folder: Folder) -> None:
    deep = "\n".join([" [" + "[" * 900] * 500)
    spoilt = folder.write("incident.scenario.yaml", f"policy: support.sla\nscenarios:\n{deep}\n")
    folder.refuses(4, TOO_DEEP, "due", "support.sla", spoilt)


LONG = "x" * 10_000_000
LONG_LINES = {
    "a comment": f"{POLICY}# {LONG}\n",
    "a name": POLICY.replace("response", LONG),
    "a text": POLICY.replace("First answer", LONG),
    "a row": f"{POLICY}  {'| normal ' * 1_250_000}|\n",
    "blanks": f"{POLICY}{' ' * 10_000_000}\n",
    "signs": f"{POLICY}{'!' * 10_000_000}\n",
}


@pytest.mark.parametrize("text", LONG_LINES.values(), ids=LONG_LINES)
def test_a_line_of_ten_megabytes_is_a_limit(folder: Folder, text: str) -> None:
    ran = folder.refuses(4, "is longer than", "check", folder.write("support.sla", text))
    assert len(ran.err) < 1_000
    ran = folder.refuses(4, TOO_LONG, "check", "support.sla", "--limit", "file-bytes=99999999")
    assert len(ran.err) < 1_000


@pytest.mark.parametrize("line", [f"# {LONG}", f"name: {LONG}", f'name: "{LONG}', "{a: b}," * 1_500_000, "\t" * 10**7])
def test_a_line_of_ten_megabytes_in_a_scenario_is_a_limit(folder: Folder, line: str) -> None:
    spoilt = folder.write("incident.scenario.yaml", f"{SCENARIO}{line}\n")
    folder.refuses(4, "is longer than", "due", "support.sla", spoilt)
    ran = folder.refuses(4, TOO_LONG, "due", "support.sla", spoilt, "--limit", "file-bytes=99999999")
    assert len(ran.err) < 1_000


def test_a_policy_of_too_many_lines_is_a_limit(folder: Folder) -> None:
    folder.refuses(4, "lines, more than", "check", folder.write("support.sla", POLICY + "\n" * 20_000))


def test_a_scenario_file_of_too_many_parts_is_a_limit(folder: Folder) -> None:
    """One line holds some thousands; within the length of a file and of its lines there is room for two millions."""
    listed = "\n".join(f"- [{'a,' * 9_000}]" for _ in range(200))
    spoilt = folder.write("incident.scenario.yaml", f"policy: support.sla\nscenarios:\n{listed}\n")
    folder.refuses(4, "error[SLA90", "due", "support.sla", spoilt)


def test_a_policy_in_which_everything_is_wrong_shows_the_first_hundred_mistakes(folder: Folder) -> None:
    wrong = folder.write("support.sla", "what\n" * (DEFAULT_LIMITS.lines - 1))
    ran = folder.refuses(4, "error[SLA906]", "check", wrong)
    assert ran.err.count("error[SLA201]") == DEFAULT_LIMITS.mistakes


@pytest.mark.parametrize(("key", "due"), [("open", "Tue 2026-03-10 17:00"), ("only during", "Mon 2026-03-16 17:00")])
def test_calendars_of_calendars_many_levels_deep_are_looked_at_once_each(folder: Folder, key: str, due: str) -> None:
    """Each level names the two below it, so that without sharing the last would be made of 300,000 parts.

    16 working hours from a Thursday are two days of eight: Monday and Tuesday where the calendars are united, and two
    Mondays where each limits the next.
    """
    first = "calendar c0\n  open: Monday 09:00 to 17:00\n\ncalendar c1\n  open: Monday to Tuesday 09:00 to 17:00\n"
    own = "" if key == "open" else "  open: 24x7\n"
    levels = (f"calendar c{n}\n{own}  {key}: c{n - 1}, c{n - 2}\n" for n in range(2, 28))
    before, after = POLICY.split('calendar office "Office hours"\n  open: Monday to Friday 09:00 to 17:00\n')
    folder.write("deep.sla", "\n".join([before + first, *levels, after.replace("office", "c27")]))
    folder.answers("check", "deep.sla")
    assert due in folder.answers("due", "deep.sla", "--at", "2026-03-05T16:00+00:00", "--no-picture")
