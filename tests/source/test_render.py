"""Diagnostics as text."""

from slalang.source import Clause, Diagnostic, Location, Source, Span, near, render

TABLE = Source.of("codesecure.sla", "\n" * 40 + "  | P1 | 1 day | 2 elapsed hours |\n")


def at(source: Source, text: str) -> Location:
    """The location of the first occurrence of a text."""
    start = source.text.index(text)
    return Location(source, Span(start, start + len(text)))


def test_a_diagnostic_shows_the_line_with_carets_and_what_to_do() -> None:
    """Severity, code, message, place, line, carets with a label, clause, help."""
    diagnostic = Diagnostic(
        "SLA301",
        "`1 day` does not say how it is counted",
        at(TABLE, "1 day"),
        label="in the response target of Standard P1",
        help="write `1 working day`, `24 elapsed hours` or `1 calendar day`",
        clause=Clause("page", "Response Times", 2),
    )
    assert render([diagnostic]) == (
        "error[SLA301]: `1 day` does not say how it is counted\n"
        "  --> codesecure.sla:41:10\n"
        "   |\n"
        "41 |   | P1 | 1 day | 2 elapsed hours |\n"
        "   |          ^^^^^ in the response target of Standard P1\n"
        "   |\n"
        "clause: page, Response Times, 2\n"
        "help: write `1 working day`, `24 elapsed hours` or `1 calendar day`"
    )


def test_other_places_are_marked_otherwise_and_diagnostics_are_apart() -> None:
    """A second place has its own snippet; a blank line stands between diagnostics."""
    source = Source.of("a.sla", "event a\nevent a\n")
    twice = Diagnostic(
        "SLA220", "`a` twice", Location(source, Span(14, 15)), secondary=((Location(source, Span(6, 7)), "the first"),)
    )
    bare = Diagnostic("SLA901", "too large", severity="warning")
    assert render([twice, bare]) == (
        "error[SLA220]: `a` twice\n"
        " --> a.sla:2:7\n  |\n2 | event a\n  |       ^\n  |\n"
        " --> a.sla:1:7\n  |\n1 | event a\n  |       - the first\n  |\n"
        "\nwarning[SLA901]: too large"
    )


def test_nothing_in_a_text_can_act_on_a_terminal() -> None:
    """Control characters and those that turn the direction are escaped, in lines, names and messages."""
    source = Source.of("a\x1b[2J.sla", "x\x1b[31m\u202ey z")
    text = render([Diagnostic("SLA102", "bad \x07", at(source, "z"))])
    assert not {"\x1b", "\x07", "\u202e"} & set(text)
    assert "1 | x\\x1b[31m\\u202ey z\n  | " + " " * 17 + "^" in text


def test_carets_stand_below_wide_characters_and_tabs() -> None:
    """A tab is four columns, a wide character two, an accent none."""
    source = Source.of("a.sla", "\t\u4e2de\u0301 = b")
    carets = render([Diagnostic("SLA131", "no", at(source, "="))]).splitlines()[4]
    assert carets == "  | " + " " * (4 + 2 + 1 + 1) + "^"


def test_a_long_line_is_cut_around_the_carets() -> None:
    """What is shown fits the columns, and the carets point at the same text."""
    source = Source.of("a.sla", "a " * 500 + "HERE" + " b" * 500)
    line, carets = render([Diagnostic("SLA199", "no", at(source, "HERE"))], columns=60).splitlines()[3:5]
    assert len(line) <= 60
    assert line[carets.index("^") : carets.rindex("^") + 1] == "HERE"
    assert line.startswith("1 | ...") and line.endswith("...")


def test_a_stretch_of_several_lines_is_marked_on_its_first() -> None:
    """Carets end with the line on which they begin."""
    source = Source.of("a.sla", "ab\ncd")
    assert render([Diagnostic("SLA199", "no", Location(source, Span(1, 5)))]).splitlines()[4] == "  |  ^"


def test_a_style_adds_only_its_own_marks() -> None:
    """Without what the style adds, the text is the plain one."""
    diagnostic = Diagnostic("SLA301", "no", at(TABLE, "1 day"), help="yes")
    styled = render([diagnostic], style=lambda role, text: f"<{role}>{text}</{role}>")
    for role in ("error", "place", "gutter", "caret", "help"):
        assert f"<{role}>" in styled
        styled = styled.replace(f"<{role}>", "").replace(f"</{role}>", "")
    assert styled == render([diagnostic])


def test_a_near_name_is_found_whatever_its_case() -> None:
    """A misspelt name has a suggestion, a strange one none."""
    assert near("respons", ["relief", "Response"]) == "Response"
    assert near("banana", ["relief", "response"]) is None
