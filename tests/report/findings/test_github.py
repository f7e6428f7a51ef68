"""Findings as annotations of GitHub, and the summary of a job."""

from slalang.report.findings.checkout import Checkout
from slalang.report.findings.github import findings_github
from slalang.report.findings.summary import MOST_BYTES, cell, findings_summary
from slalang.source import Diagnostic, Location, Source, Span
from tests.report.findings.sample import ALL, COUNTED, FOLDER, GAP, IDLE


def test_an_annotation_points_at_the_line_and_says_what_to_do() -> None:
    assert findings_github([COUNTED], Checkout("/repo", "/repo/contracts")) == (
        "::error file=contracts/policies/é b.sla,line=2,endLine=2,col=16,endColumn=24,title=SLA301::"
        "`16 hours` does not say how it is counted%0Ain the table%0Aclause: details, Response, 2%0A"
        "help: write `16 working hours`%0Asee policies/é b.sla:1: the policy [its name](x)\n"
    )


def test_signs_that_mean_something_to_github_are_escaped() -> None:
    source = Source.of("a,b:c%.sla", "policy a\n")
    odd = Diagnostic("SLA401", "100%: a, b", Location(source, Span(0, 6)), severity="warning")
    assert findings_github([odd]) == (
        "::warning file=a%2Cb%3Ac%25.sla,line=1,endLine=1,col=1,endColumn=7,title=SLA401::100%25: a, b\n"
    )


def test_what_acts_on_a_terminal_is_shown_and_a_note_is_a_notice() -> None:
    assert findings_github([IDLE]) == (
        "::notice file=policies/é b.sla,line=1,endLine=1,col=8,endColumn=9,title=SLA243::"
        "`law` has no effect yet\\x1b[31m\n"
    )


def test_a_finding_of_several_lines_has_no_columns() -> None:
    source = Source.of("a.sla", "one\ntwo\n")
    assert findings_github([Diagnostic("SLA401", "x", Location(source, Span(1, 6)))]) == (
        "::error file=a.sla,line=1,endLine=2,title=SLA401::x\n"
    )


def test_a_finding_without_a_place_is_an_annotation_of_the_run() -> None:
    assert findings_github([FOLDER]) == "::error title=SLA511::`policies` is a folder, not a file\n"


def test_the_graver_come_first_each_once() -> None:
    lines = findings_github(ALL).splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::error", "::error", "::warning", "::notice"]


def test_it_is_said_when_github_does_not_show_all() -> None:
    many = [Diagnostic("SLA511", f"`{number}` is a folder") for number in range(11)]
    assert findings_github(many[:10]).count("\n") == 10
    *commands, last = findings_github(many).splitlines()
    assert len(commands) == 11
    assert last == "GitHub shows the first 10 annotations of a kind; the summary of the job has all"


def test_without_findings_nothing_is_said() -> None:
    assert findings_github([]) == ""


def test_the_summary_is_a_table_with_the_graver_first() -> None:
    assert findings_summary([GAP, COUNTED, FOLDER], "check").splitlines() == [
        "### sla check: 2 errors and 1 warning",
        "",
        "|  | where | what |",
        "| --- | --- | --- |",
        "| error SLA511 |  | <code>policies</code> is a folder, not a file |",
        "| error SLA301 | policies/é b.sla:2 | <code>16 hours</code> does not say how it is counted<br>"
        "clause: details, Response, 2<br>write <code>16 working hours</code> |",
        "| warning SLA401 | policies/é b.sla:1 | no rule for 100%, or none: a,b |",
        "",
    ]


def test_the_summary_of_a_clean_run_says_so() -> None:
    assert findings_summary([], "check") == "### sla check: nothing found\n\n"


def test_nothing_of_the_author_is_taken_for_markdown_or_html() -> None:
    assert cell("`a|b` <img> *x* [y](z) \x1b") == (
        "<code>a&#124;b</code> &#60;img&#62; &#42;x&#42; &#91;y&#93;(z) &#92;x1b"
    )
    assert cell("a lone ` sign") == "a lone &#96; sign"


def test_a_summary_ends_before_github_refuses_it() -> None:
    many = [Diagnostic("SLA511", f"{number} {'x' * 1000}") for number in range(2000)]
    text = findings_summary(many, "check")
    assert MOST_BYTES - 2000 < len(text.encode()) < MOST_BYTES + 2000
    left_out = int("".join(filter(str.isdecimal, text.splitlines()[-2])))
    assert text.count("error SLA511") + left_out == 2000
