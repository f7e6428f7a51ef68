"""Findings known again."""

from slalang.report.findings.checkout import NOWHERE
from slalang.report.findings.fingerprint import fingerprints
from slalang.source import Diagnostic, Location, Source, Span


def found(text: str, part: str = "16 hours", name: str = "a.sla") -> list[Diagnostic]:
    """A finding at each occurrence of a part of a text."""
    source, at, spans = Source.of(name, text), text.find(part), []
    while at >= 0:
        spans.append(Span(at, at + len(part)))
        at = text.find(part, at + 1)
    return [
        Diagnostic("SLA301", f"no unit, line {source.locate(span.start)[0]}", Location(source, span)) for span in spans
    ]


def marks(text: str) -> list[str]:
    return list(fingerprints(found(text), NOWHERE))


def test_a_finding_is_known_again_when_lines_above_come_and_go() -> None:
    assert marks("within: 16 hours\n") == marks("# a comment\n\nwithin: 16 hours\n")


def test_a_finding_is_known_again_when_its_table_is_aligned_anew() -> None:
    assert marks("| low | 16 hours |\n") == marks("| low    | 16 hours     |\n")


def test_another_line_is_another_finding() -> None:
    assert marks("within: 16 hours\n") != marks("warn at: 16 hours\n")


def test_no_two_findings_of_a_run_are_alike() -> None:
    text = "within: 16 hours\nwithin: 16 hours\n| 16 hours | 16 hours |\n"
    assert len(set(marks(text))) == 4


def test_a_finding_is_told_from_that_of_another_file() -> None:
    here, there = found("within: 16 hours\n", name="a.sla"), found("within: 16 hours\n", name="b.sla")
    assert len(set(fingerprints([*here, *there], NOWHERE))) == 2


def test_without_a_place_the_message_tells_findings_apart() -> None:
    folders = [Diagnostic("SLA511", f"`{name}` is a folder") for name in "ab"]
    assert len(set(fingerprints(folders, NOWHERE))) == 2
