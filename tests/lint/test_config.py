"""What a team wants of the rules is read from the nearest file that says it; every mistake in it has its place."""

from __future__ import annotations

import pytest

from tests.lint.folders import LONDON, Folder

NOTE = "note[SLA777]: the policy has the zone `Europe/London` anyway"
FILES = {"slalang.toml": "lint", "pyproject.toml": "tool.slalang.lint"}
in_each_file = pytest.mark.parametrize("file", FILES)


def configured(folder: Folder, lines: str, file: str = "slalang.toml") -> list[str]:
    """What is found in a policy that repeats its zone."""
    folder.write("p.sla", LONDON)
    folder.write(file, f"[{FILES[file]}]\n{lines}\n")
    return folder.found()


@in_each_file
@pytest.mark.parametrize(
    "lines",
    [
        'ignore = ["SLA777"]',
        'ignore = ["zone-said-twice"]',
        'select = ["contract"]',
        'ignore = ["style"]',
        'ignore = ["SLA77"]',
        'levels = { SLA777 = "off" }',
        'profile = "migrate"',
        'per-file-ignores = { "*.sla" = ["all"] }',
    ],
)
def test_a_rule_that_is_not_wanted_is_not_asked(folder: Folder, file: str, lines: str) -> None:
    assert configured(folder, lines, file) == []


@pytest.mark.parametrize("lines", ["", 'select = ["style"]', 'per-file-ignores = { "other/*" = ["all"] }'])
def test_a_rule_that_is_wanted_is_asked(folder: Folder, lines: str) -> None:
    assert configured(folder, lines) == [NOTE]


@pytest.mark.parametrize(
    ("lines", "level"),
    [
        ('levels = { style = "error" }', "error"),
        ('levels = { all = "error", SLA777 = "warning" }', "warning"),
        ('levels = { SLA77 = "error", style = "off" }', "error"),
        ('profile = "strict"', "warning"),
    ],
)
def test_the_closest_word_decides_on_the_level(folder: Folder, lines: str, level: str) -> None:
    assert configured(folder, lines) == [NOTE.replace("note", level)]


def test_the_command_line_counts_instead_of_what_is_selected_and_on_top_of_what_is_ignored(folder: Folder) -> None:
    configured(folder, 'select = ["contract"]\nignore = ["SLA700"]')
    assert folder.found("--select", "style") == [NOTE]
    assert folder.found("--profile", "strict") == [NOTE.replace("note", "warning")]
    assert folder.found("--select", "style", "--ignore", "SLA777") == []


def test_the_nearest_file_counts_for_each_policy(folder: Folder) -> None:
    folder.write("slalang.toml", '[lint]\nignore = ["style"]\n')
    folder.write("near/pyproject.toml", '[tool.slalang.lint]\nlevels = { style = "error" }\n')
    folder.write("near/p.sla", LONDON)
    folder.write("p.sla", LONDON)
    assert folder.found() == [NOTE.replace("note", "error")]


def test_of_two_files_in_one_folder_slalang_toml_counts(folder: Folder) -> None:
    folder.write("pyproject.toml", '[tool.slalang.lint]\nlevels = { style = "error" }\n')
    assert configured(folder, 'levels = { style = "warning" }') == [NOTE.replace("note", "warning")]


def test_a_file_without_the_table_is_passed_over(folder: Folder) -> None:
    folder.write("slalang.toml", '[lint]\nignore = ["style"]\n')
    folder.write("near/slalang.toml", "# the root of these policies\n")
    folder.write("near/pyproject.toml", '[project]\nname = "near"\n')
    folder.write("near/p.sla", LONDON)
    assert folder.found() == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "[lint\n",
            ["`slalang.toml` is no TOML: expected ']' at the end of a table declaration\n", "slalang.toml:1:6\n"],
        ),
        ("[lint]\nselect = [", ["error[SLA801]: `slalang.toml` is no TOML: invalid value\n", ".toml:2:11\n"]),
        ("[lnit]\n", ["error[SLA802]: there is no setting `lnit`", "slalang.toml:1:2", "help: did you mean `lint`?"]),
        (
            '[lint]\nselct = ["style"]\n',
            ["error[SLA802]: there is no setting `selct`", "slalang.toml:2:1", "help: did you mean `select`?"],
        ),
        (
            '[lint]\nselect = "style"\n',
            [
                "error[SLA803]: `select` must be a list of rules",
                "slalang.toml:2:1",
                'help: write `["SLA700", "style"]`',
            ],
        ),
        (
            '[lint]\nprofile = "strickt"\n',
            ["error[SLA803]: `profile` must be one of `contract`, `strict`, `migrate`", "help: did you mean `strict`?"],
        ),
        ("[lint]\ncustom-rules = 1\n", ["error[SLA803]: `custom-rules` must be `true` or `false`", "slalang.toml:2:1"]),
        (
            '[lint.levels]\n\nSLA777 = "loud"\n',
            ["error[SLA803]: `SLA777` must be one of `error`, `warning`, `note`, `off`", "slalang.toml:3:1"],
        ),
        ("[lint]\nlevels = 3\n", ["error[SLA803]: `levels` must be a table", "slalang.toml:2:1"]),
        (
            '[lint.per-file-ignores]\n"*.sla" = "all"\n',
            ["error[SLA803]: `*.sla` must be a list of rules", "slalang.toml:2:1"],
        ),
        ("lint = 1\n", ["error[SLA803]: `lint` must be a table", "slalang.toml:1:1"]),
        (
            '[lint]\nignore = ["zone-said-twise"]\n',
            [
                "error[SLA804]: no rule or group is called `zone-said-twise`",
                "slalang.toml:2:1",
                "help: did you mean `zone-said-twice`?",
            ],
        ),
        (
            '[lint.levels]\nSLA7771 = "off"\n',
            ["error[SLA804]: no rule or group is called `SLA7771`", "slalang.toml:2:1"],
        ),
    ],
)
def test_a_mistake_in_the_configuration_is_invalid_and_has_its_place(
    folder: Folder, text: str, said: list[str]
) -> None:
    folder.write("p.sla", LONDON)
    folder.write("slalang.toml", text)
    code, printed = folder.lint()
    assert code == 3
    assert [line for line in said if line not in printed] == []


def test_all_mistakes_of_a_configuration_are_told_in_one_run_once(folder: Folder) -> None:
    folder.write("other.sla", LONDON)
    text = "[tool.slalang]\nlinnt = 1\n[tool.slalang.lint]\nselct = []\nignore = 1\n[tool.other]\nselct = 1\n"
    folder.write("p.sla", LONDON)
    folder.write("pyproject.toml", text)
    assert folder.found() == [
        "error[SLA802]: there is no setting `linnt`",
        "error[SLA802]: there is no setting `selct`",
        "error[SLA803]: `ignore` must be a list of rules",
    ]
