"""A comment ignores what it names, where it stands, for a reason; one that does nothing is a finding itself."""

from __future__ import annotations

import pytest

from tests.lint.folders import HEAD, LONDON, Folder

ZONE = "note[SLA777]: the policy has the zone `Europe/London` anyway"
BECAUSE = "# sla: ignore SLA777 because the annex names it"


def test_on_a_line_it_ignores_what_is_found_there(folder: Folder) -> None:
    folder.write("p.sla", LONDON.replace("Europe/London", f"Europe/London  {BECAUSE}"))
    assert folder.lint() == (0, "nothing to find fault with in 1 file; 1 ignored\n")


def test_right_above_a_line_it_ignores_what_is_found_in_that(folder: Folder) -> None:
    folder.write("p.sla", LONDON.replace("  zone", f"  {BECAUSE}\n  zone"))
    assert folder.found() == []


def test_above_the_head_of_a_block_it_ignores_what_is_found_in_the_block_and_no_other(folder: Folder) -> None:
    folder.write("p.sla", f"{BECAUSE}\n{LONDON}\n{LONDON.replace('london', 'other')}")
    assert folder.found() == [ZONE]


def test_on_the_head_of_a_block_it_ignores_what_is_found_in_the_block(folder: Folder) -> None:
    folder.write("p.sla", LONDON.replace("calendar london", f"calendar london  {BECAUSE}"))
    assert folder.found() == []


def test_above_the_first_block_it_ignores_what_is_found_in_the_file(folder: Folder) -> None:
    folder.write("p.sla", f"{LONDON}\n{LONDON.replace('london', 'other')}")
    (folder.path / "p.sla").write_text(f"{BECAUSE}\n{(folder.path / 'p.sla').read_text()}")
    assert folder.lint() == (0, "nothing to find fault with in 1 file; 2 ignored\n")


def test_names_and_codes_go_side_by_side(folder: Folder) -> None:
    both = "# sla: ignore zone-said-twice, SLA702 because of the annex"
    folder.write("p.sla", f"{both}\n{LONDON}  closed: public holidays of GB with observed days\n")
    assert folder.found() == []


def test_one_without_a_reason_works_and_is_a_finding(folder: Folder) -> None:
    folder.write("p.sla", f"# sla: ignore SLA777\n{LONDON}")
    assert folder.found() == ["warning[SLA812]: no reason is given why `SLA777` is ignored"]


def test_one_of_a_rule_that_does_not_exist_is_told_the_nearest(folder: Folder) -> None:
    folder.write("p.sla", "# sla: ignore zone-said-twise because of the annex\ncalendar night\n  open: 24x7\n")
    code, printed = folder.lint()
    assert code == 1
    assert "warning[SLA813]: no rule is called `zone-said-twise`" in printed
    assert "help: did you mean `zone-said-twice`?" in printed


def test_one_that_is_misspelt_is_a_finding_and_no_mere_remark(folder: Folder) -> None:
    folder.write("p.sla", "# sla: ignroe SLA777 because of the annex\ncalendar night\n  open: 24x7\n")
    assert folder.found() == ["warning[SLA811]: a comment for `sla lint` names no rule to ignore"]


def test_one_that_is_not_needed_is_a_finding_that_a_fix_mends(folder: Folder) -> None:
    folder.write("p.sla", f"{BECAUSE}\ncalendar night\n  open: 24x7 {BECAUSE}\n")
    assert folder.found() == ["warning[SLA814]: `SLA777` is ignored here, and finds nothing"] * 2
    folder.lint("--fix")
    assert folder.read("p.sla") == "calendar night\n  open: 24x7\n"


@pytest.mark.parametrize("words", ["SLA777, SLA702", "SLA702,SLA777", "SLA702  SLA777 ,"])
def test_of_several_rules_only_the_one_that_is_not_needed_is_left_out(folder: Folder, words: str) -> None:
    text = LONDON.replace("london", "london  # sla: ignore {} because SLA702")
    folder.write("p.sla", text.format(words))
    assert folder.found() == ["warning[SLA814]: `SLA702` is ignored here, and finds nothing"]
    assert "help: leave `SLA702` out" in folder.lint()[1]
    assert folder.lint("--fix")[0] == 0
    assert folder.read("p.sla") == text.format("SLA777")


def test_none_of_several_rules_is_needed(folder: Folder) -> None:
    folder.write("p.sla", "calendar night\n  open: 24x7  # sla: ignore SLA702, SLA777 because of the annex\n")
    assert folder.lint("--fix")[0] == 0
    assert folder.read("p.sla") == "calendar night\n  open: 24x7\n"


def test_a_misspelt_because_is_told(folder: Folder) -> None:
    folder.write("p.sla", LONDON.replace("london", "london  # sla: ignore SLA777 becuase annex"))
    assert "help: did you mean `because`?" in folder.lint()[1]


def test_one_of_a_rule_that_is_not_asked_is_left_alone(folder: Folder) -> None:
    folder.write("p.sla", f"{BECAUSE}\ncalendar night\n  open: 24x7\n")
    assert folder.found("--ignore", "SLA777") == []


def test_other_comments_are_remarks(folder: Folder) -> None:
    folder.write("p.sla", "# the sla: ignore the evening\ncalendar night\n  open: 24x7\n")
    assert folder.found() == []


def test_in_a_library_it_may_be_needed_by_one_policy_alone(folder: Folder) -> None:
    folder.write("shared.sla", f"library shared\n\n{LONDON.replace('  zone', f'  {BECAUSE}{chr(10)}  zone')}")
    use = 'use\n  from: "shared.sla"\n  takes: london\n'
    folder.write("london.sla", use)
    folder.write("tokyo.sla", "")
    (folder.path / "tokyo.sla").write_text(HEAD.replace("Europe/London", "Asia/Tokyo") + use)
    assert folder.found() == []
