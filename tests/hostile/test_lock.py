"""Locks that were spoilt, and writing that fails: what was there stays as it was."""

import json
import stat
from collections.abc import Callable
from typing import Any

import pytest

from tests.hostile.conftest import DUE, OPENED, POLICY, Folder, contents
from tests.hostile.test_files import bound_by_permissions

CLOSED = POLICY.replace("17:00\n", "17:00\n  closed: public holidays of FR without observed days\n")
"""Neither Thursday 2 nor Friday 3 April 2026 is a public holiday of France, outside of Alsace and Moselle."""

YEARS = ("--years", "2026")


@pytest.fixture
def locked(folder: Folder) -> Folder:
    """A folder with a sound lock."""
    folder.write("support.sla", CLOSED)
    assert folder.run("lock", "support.sla", *YEARS).code == 0
    assert DUE in folder.answers("due", "support.sla", *OPENED, "--locked")
    return folder


def text_of(folder: Folder) -> str:
    return (folder.path / "sla.lock").read_text("utf-8")


SPOILT: dict[str, tuple[Callable[[str], str | bytes], str]] = {
    "nothing": (lambda _: "", "error[SLA551]"),
    "half of it": (lambda text: text[: len(text) // 2], "the lock is not JSON"),
    "another value": (lambda _: "[]", "error[SLA551]"),
    "a number": (lambda _: "1" * 5_000, "error[SLA551]"),
    "deep": (lambda _: "[" * 15_000, "error[SLA551]"),
    "not UTF-8": (lambda text: text.encode("utf-16"), "is not UTF-8"),
    "a digest of something else": (lambda text: text.replace("sha256:", "sha256:0"), "error[SLA552]"),
    "a date added by hand": (
        lambda text: text.replace('"2026-04-06"', '"2026-04-03": "Poisson",\n "2026-04-06"'),
        "error[SLA552]",
    ),
    "a date taken away by hand": (
        lambda text: changed(text, lambda pinned: pinned["dates"].popitem()),
        "error[SLA552]",
    ),
    "no sets": (lambda text: json.dumps({**json.loads(text), "sets": []}), "error[SLA552]"),
    "a key twice": (lambda text: text.replace('"version": 1', '"version": 1, "version": 1'), "`version` stands twice"),
    "a key too many": (lambda text: json.dumps({**json.loads(text), "more": 1}), "`more` does not belong"),
    "no number": (lambda text: text.replace('"version": 1', '"version": NaN'), "error[SLA551]"),
    "half a character": (lambda text: text.replace("Easter", "\\ud800"), "holds half a character"),
    "half a character in a key": (lambda text: text.replace("{", '{"\\udfff": 1,', 1), "does not belong"),
    "a form of the future": (lambda text: text.replace('"version": 1', '"version": 2'), "its form is version 2"),
}


def changed(text: str, change: Callable[[Any], object]) -> str:
    form = json.loads(text)
    change(form["sets"][0])
    return json.dumps(form)


@pytest.mark.parametrize(("spoil", "said"), SPOILT.values(), ids=SPOILT)
def test_a_spoilt_lock_is_refused(locked: Folder, spoil: Callable[[str], str | bytes], said: str) -> None:
    locked.write("sla.lock", spoil(text_of(locked)))
    ran = locked.refuses(3, said, "due", "support.sla", *OPENED)
    assert "`sla lock`" in ran.err or "UTF-8" in ran.err


def test_a_lock_that_is_too_large_is_a_limit(locked: Folder) -> None:
    locked.write("sla.lock", text_of(locked) + " " * 5_000_000)
    locked.refuses(4, "error[SLA901]", "due", "support.sla", *OPENED)


def test_a_lock_of_twenty_gigabytes_is_not_read_to_its_end(locked: Folder) -> None:
    """Neither for its holidays, nor to tell whether it has changed since a policy was compiled."""
    with (locked.path / "sla.lock").open("ab") as file:
        file.truncate(20_000_000_000)
    for command in (("check", "support.sla"), ("due", "support.sla", *OPENED)):
        ran = locked.run(*command)
        assert (ran.code, ran.out) == (4, "") and "error[SLA901]: `sla.lock` is longer than" in ran.err


def test_a_lock_in_a_circle_of_links_is_no_lock_that_is_missing(locked: Folder) -> None:
    (locked.path / "sla.lock").unlink()
    (locked.path / "sla.lock").symlink_to("sla.lock")
    locked.refuses(3, "`sla.lock` can't be read: too many levels of symbolic links", "due", "support.sla", *OPENED)


def test_a_lock_without_the_set_that_a_policy_needs_names_the_command(locked: Folder) -> None:
    locked.write("support.sla", CLOSED.replace("of FR", "of DE"))
    ran = locked.refuses(3, "the lock has no holidays of `DE`", "due", "support.sla", *OPENED)
    assert "run `sla lock --years 2026..2026`" in ran.err


def test_a_year_that_the_lock_lacks_is_no_guess(locked: Folder) -> None:
    """The lock pins 2026, and the incident is opened in 2027."""
    answer = locked.answers("due", "support.sla", "--at", "2027-04-01T16:00+01:00", "--no-picture")
    assert "unknown" in answer and "2027" in answer


def test_a_spoilt_lock_is_replaced_by_a_sound_one(locked: Folder) -> None:
    sound = text_of(locked)
    locked.write("sla.lock", "{")
    assert locked.run("lock", "support.sla", *YEARS).code == 0
    assert text_of(locked) == sound
    assert stat.S_IMODE((locked.path / "sla.lock").stat().st_mode) == 0o644


def test_a_lock_is_not_written_where_a_policy_is_wrong(locked: Folder) -> None:
    locked.write("wrong.sla", "what\n")
    locked.refuses(3, "error", "lock", "support.sla", "wrong.sla", "--years", "2026..2028")


def test_a_lock_without_years_is_not_written(locked: Folder) -> None:
    locked.refuses(3, "nothing says for which years", "lock", "support.sla")


def test_a_lock_in_a_folder_that_may_not_be_changed_stays(locked: Folder) -> None:
    locked.path.chmod(0o555)
    command = ("lock", "support.sla", "--years", "2026..2028")
    locked.refuses(3, "can't be written: permission denied", *command, behind=bound_by_permissions())
    locked.path.chmod(0o755)


def full_disk(blocks: int) -> tuple[str, ...]:
    """A command before a command, which can then write files of so many times 512 bytes."""
    return ("sh", "-c", f'trap "" XFSZ; export PYTHONDONTWRITEBYTECODE=1; ulimit -f {blocks}; exec "$@"', "sh")


@pytest.mark.parametrize("blocks", [0, 1])
def test_a_lock_for_which_there_is_no_room_stays_as_it_was(locked: Folder, blocks: int) -> None:
    ran = locked.refuses(
        3, "can't be written: file too large", "lock", "support.sla", "--years", "2026..2040", behind=full_disk(blocks)
    )
    assert "sla.lock" in ran.err


def test_a_folder_in_the_place_of_a_lock_is_refused(folder: Folder) -> None:
    folder.write("support.sla", CLOSED)
    (folder.path / "sla.lock").mkdir()
    folder.refuses(3, "can't be written", "lock", "support.sla", *YEARS)


def test_a_starter_that_there_is_no_room_for_leaves_nothing(folder: Folder) -> None:
    folder.refuses(3, "can't be written: file too large", "init", "new", behind=full_disk(1))
    folder.refuses(3, "can't be written: file too large", "init", "deep/er/new", behind=full_disk(0))


def test_a_starter_where_nothing_may_be_written_leaves_nothing(folder: Folder) -> None:
    folder.path.chmod(0o555)
    folder.refuses(3, "can't be written: permission denied", "init", "new", behind=bound_by_permissions())
    folder.path.chmod(0o755)


def test_a_starter_below_a_file_leaves_nothing(folder: Folder) -> None:
    folder.refuses(3, "can't be written", "init", "support.sla/new")


def test_a_starter_whose_last_file_exists_writes_none_of_the_others(folder: Folder) -> None:
    (folder.path / "new").mkdir()
    folder.write("new/support.sla", "mine\n")
    folder.refuses(2, "nothing is overwritten", "init", "new")


def test_a_link_in_the_place_of_a_starter_file_is_not_followed(folder: Folder) -> None:
    """It leads nowhere, and writing through it would create a file elsewhere."""
    (folder.path / "new").mkdir()
    (folder.path / "new" / "support.sla").symlink_to("../elsewhere.sla")
    before = contents(folder.path)
    ran = folder.run("init", "new")
    assert ran.code in (2, 3) and "Traceback" not in ran.err
    assert contents(folder.path) == before
