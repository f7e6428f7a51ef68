"""Texts: lines and columns, and what is refused."""

import pytest

from slalang.source import Limits, Place, Source, Span, decode


def codes(data: bytes, limits: Limits | None = None) -> list[str]:
    """The codes of what is said against the bytes of a file."""
    answer = decode(data, "a.sla", limits or Limits())
    return [] if isinstance(answer, Source) else [diagnostic.code for diagnostic in answer]


def test_lines_and_columns_count_from_one_whatever_ends_a_line() -> None:
    """A line ends with a line feed, a carriage return, or both."""
    source = Source.of("a.sla", "one\r\ntwo\rthree\nfour")
    assert [source.locate(source.text.index(word)) for word in ("one", "two", "three", "four")] == [
        (1, 1),
        (2, 1),
        (3, 1),
        (4, 1),
    ]
    assert [source.line(number) for number in (1, 2, 3, 4)] == ["one", "two", "three", "four"]
    assert source.locate(len(source.text)) == (4, 5)


def test_a_byte_order_mark_takes_no_column() -> None:
    """The first letter after a byte order mark is in column 1, and the mark is kept."""
    source = decode("\ufeffpolicy".encode(), "a.sla")
    assert isinstance(source, Source)
    assert source.text == "\ufeffpolicy"
    assert source.place(Span(1, 7)) == Place("a.sla", 1, 1)
    assert source.line(1) == "policy"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"caf\xe9", "SLA101"),
        ("policy".encode("utf-16"), "SLA101"),
        (b"a\x00b", "SLA102"),
        (b"a\x1b[31mb", "SLA102"),
        ("a\u202eb".encode(), "SLA103"),
        ("a\u200bb".encode(), "SLA103"),
        ("a\ufeffb".encode(), "SLA103"),
    ],
)
def test_what_is_no_plain_text_is_refused(data: bytes, code: str) -> None:
    """Other encodings, control characters, and characters that change how a text reads."""
    assert codes(data) == [code]


def test_letters_of_all_languages_are_plain_text() -> None:
    """Texts may be in any language; tabs and all ends of lines are allowed."""
    assert codes("größe \u4e2d\u6587 \u0434\u0430\t\r\n".encode()) == []


def test_limits_are_named_when_they_are_exceeded() -> None:
    """The size of a file, the number of its lines and their length are limited."""
    assert codes(b"12345", Limits(file_bytes=4)) == ["SLA901"]
    assert codes(b"1\n2\n3", Limits(lines=2)) == ["SLA905"]
    assert codes(b"1\n2\n", Limits(lines=2)) == []
    assert codes(b"12345", Limits(line_length=4)) == ["SLA902"]
