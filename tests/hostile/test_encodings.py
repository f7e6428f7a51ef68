"""Bytes that are no text, or text in another dress."""

import pytest

from tests.hostile.conftest import DUE, POLICY, SCENARIO, Folder

MARK = b"\xef\xbb\xbf"
NOT_UTF8 = {
    "a stray byte": lambda text: text + b"# \xff\n",
    "a letter of Latin-1": lambda text: text.replace(b"Support", "Süpport".encode("latin-1"), 1),
    "a surrogate": lambda text: text + b"# \xed\xa0\x80\n",
    "an overlong form": lambda text: text + b"# \xc0\xaf\n",
    "UTF-16": lambda text: text.decode().encode("utf-16"),
    "UTF-32": lambda text: text.decode().encode("utf-32"),
    "a picture": lambda text: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
}


@pytest.mark.parametrize("spoil", NOT_UTF8.values(), ids=NOT_UTF8)
def test_a_policy_that_is_not_utf_8_is_refused_at_its_first_bad_byte(folder: Folder, spoil) -> None:  # type: ignore[no-untyped-def]
    ran = folder.refuses(3, "is not UTF-8", "check", folder.write("support.sla", spoil(POLICY.encode())))
    assert ran.err.count("error[") == 1


def test_a_scenario_that_is_not_utf_8_is_refused(folder: Folder) -> None:
    spoilt = folder.write("incident.scenario.yaml", SCENARIO.encode("utf-16"))
    folder.refuses(3, "it looks like UTF-16", "due", "support.sla", spoilt)


def test_a_byte_order_mark_is_accepted(folder: Folder) -> None:
    folder.write("support.sla", MARK + POLICY.encode())
    folder.write("incident.scenario.yaml", MARK + SCENARIO.encode())
    assert DUE in folder.answers("due", "support.sla", "incident.scenario.yaml")


def test_a_byte_order_mark_elsewhere_is_refused(folder: Folder) -> None:
    marked = folder.write("support.sla", POLICY.encode() + MARK + b"\n")
    folder.refuses(3, "`U+FEFF`", "check", marked)


@pytest.mark.parametrize("newline", ["\r\n", "\r"], ids=repr)
def test_other_ends_of_lines_are_accepted(folder: Folder, newline: str) -> None:
    folder.write("support.sla", POLICY.replace("\n", newline))
    folder.write("incident.scenario.yaml", SCENARIO.replace("\n", newline))
    assert DUE in folder.answers("due", "support.sla", "incident.scenario.yaml")


@pytest.mark.parametrize("character", ["\0", "\x07", "\x1b", "\x7f", "\x9b", "\u2028"], ids=ascii)
def test_control_characters_are_refused_and_shown_escaped(folder: Folder, character: str) -> None:
    code = f"U+{ord(character):04X}"
    folder.write("support.sla", POLICY.replace("First answer", f"First{character} answer"))
    ran = folder.refuses(3, code, "check", "support.sla")
    assert character not in ran.err
    folder.write("support.sla", POLICY)
    spoilt = folder.write("incident.scenario.yaml", SCENARIO.replace("an urgent", f"an{character} urgent"))
    ran = folder.refuses(3, code, "due", "support.sla", spoilt)
    assert character not in ran.err


@pytest.mark.parametrize("content", [b"", b"\n\n", b"# nothing\n", MARK], ids=repr)
def test_a_file_without_content_is_refused(folder: Folder, content: bytes) -> None:
    folder.refuses(3, "the first block of a file must be", "check", folder.write("support.sla", content))
    folder.write("support.sla", POLICY)
    empty = folder.write("incident.scenario.yaml", content)
    folder.refuses(3, "there is no scenario in the file", "due", "support.sla", empty)
