"""Paths that lead to something else than a file of the user's."""

import os
import shutil
import threading
from pathlib import Path

import pytest

from tests.hostile.conftest import OPENED, POLICY, SCENARIO, Folder


def test_a_folder_for_a_policy_is_refused(folder: Folder) -> None:
    (folder.path / "below").mkdir()
    folder.refuses(3, "`below` is a folder, not a file", "check", "below")
    folder.refuses(3, "`below` is a folder, not a file", "due", "below", *OPENED)
    folder.refuses(3, "`below` is a folder, not a file", "due", "support.sla", "below")


def test_a_folder_for_a_lock_is_refused(folder: Folder) -> None:
    (folder.path / "sla.lock").mkdir()
    folder.write(
        "support.sla", POLICY.replace("17:00\n", "17:00\n  closed: public holidays of GB-ENG with observed days\n")
    )
    folder.refuses(3, "`sla.lock` is a folder, not a file", "due", "support.sla", *OPENED)


def test_a_pipe_for_a_policy_is_refused_and_not_waited_for(folder: Folder) -> None:
    os.mkfifo(folder.path / "pipe.sla")
    folder.refuses(3, "`pipe.sla` is not a regular file", "check", "pipe.sla")


@pytest.mark.parametrize("device", ["/dev/null", "/dev/zero"])
def test_a_device_for_a_policy_is_refused(folder: Folder, device: str) -> None:
    folder.refuses(3, "is not a regular file", "check", device)


@pytest.mark.parametrize("line", [
    ("check", "missing.sla"),
    ("due", "missing.sla", *OPENED),
    ("due", "support.sla", "missing.scenario.yaml"),
    ("explain", "missing.sla", *OPENED, "response"),
    ("test", "missing"),
    ("graph", "missing.sla"),
    ("calendar", "missing.sla", "office"),
    ("lock", "missing.sla"),
    ("check", "support.sla/below.sla"),
    ("check", "x" * 5_000),
], ids=lambda line: " ".join(line)[:40])  # fmt: skip
def test_a_path_that_does_not_exist_is_a_wrong_command_line(folder: Folder, line: tuple[str, ...]) -> None:
    folder.refuses(2, "does not exist", *line) if len(line[-1]) < 5_000 else folder.refuses(3, "too long", *line)


def test_a_file_that_another_names_and_that_is_not_there_is_led_to_the_nearest_name(folder: Folder) -> None:
    """Seen from where the command runs, as all paths in messages; a link that leads nowhere is not led to itself."""
    (folder.path / "shared").mkdir()
    folder.write("shared/hours.sla", 'library hours "Hours"\n')
    use = 'use\n  from: "shared/hour.sla"\n  takes: any\n\nparty vendor'
    folder.write("wrong.sla", POLICY.replace("party vendor", use, 1))
    folder.refuses(3, "help: did you mean `shared/hours.sla`?\n", "check", "wrong.sla")
    spoilt = folder.write("wrong.scenario.yaml", SCENARIO.replace("support.sla", "suport.sla"))
    ran = folder.run("test", spoilt)
    assert ran.code == 3 and "help: did you mean `support.sla`?\n" in ran.err
    (folder.path / "nirvana.sla").symlink_to("nowhere")
    assert "did you mean" not in folder.refuses(2, "`nirvana.sla` does not exist", "check", "nirvana.sla").err


def test_a_root_that_does_not_exist_is_a_wrong_command_line(folder: Folder) -> None:
    folder.refuses(2, "does not exist", "check", "support.sla", "--root", "missing")


def bound_by_permissions() -> tuple[str, ...]:
    """A command before a command, which makes permissions apply to it also where the tests run as root."""
    if os.geteuid() != 0:
        return ()
    if shutil.which("setpriv") is None:
        pytest.skip("the tests run as root, who may read everything, and there is no `setpriv` to change that")
    return ("setpriv", "--bounding-set", "-dac_override,-dac_read_search")


@pytest.mark.parametrize("name", ["support.sla", "incident.scenario.yaml"])
def test_a_file_that_may_not_be_read_is_refused(folder: Folder, name: str) -> None:
    (folder.path / name).chmod(0)
    command = ("due", "support.sla", "incident.scenario.yaml")
    folder.refuses(3, f"`{name}` can't be read: permission denied", *command, behind=bound_by_permissions())


def test_a_folder_that_may_not_be_entered_is_refused(folder: Folder) -> None:
    below = folder.path / "below"
    below.mkdir()
    folder.write("below/support.sla", POLICY)
    below.chmod(0)
    ran = folder.run("check", "below/support.sla", behind=bound_by_permissions())
    below.chmod(0o755)
    assert (ran.code, ran.out) == (3, "") and "permission denied" in ran.err and "Traceback" not in ran.err


def test_a_file_that_changes_while_it_is_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It grows between the first look at it and the last."""
    from slalang import files
    from slalang.pipeline import load_policy

    folder = Folder(tmp_path)
    real = os.fstat

    def grown(descriptor: int) -> os.stat_result:
        with (tmp_path / "support.sla").open("a") as file:
            file.write("# more\n")
        return real(descriptor)

    monkeypatch.setattr(files.os, "fstat", grown)
    loaded = load_policy(folder.path / "support.sla")
    assert loaded.graph is None
    assert [diagnostic.code for diagnostic in loaded.diagnostics] == ["SLA513"]


def test_a_file_that_is_written_all_the_time_is_answered_or_refused(folder: Folder) -> None:
    """Whatever is seen of it is a whole file, or no answer."""
    stop = threading.Event()

    def write() -> None:
        while not stop.is_set():
            folder.write("support.sla", POLICY + "# a comment\n" * 500)
            folder.write("support.sla", POLICY)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        ran = folder.run("due", "support.sla", *OPENED)
    finally:
        stop.set()
        writer.join()
    assert ran.code in (0, 3) and "Traceback" not in ran.err
    assert bool(ran.out) == (ran.code == 0)


def test_a_policy_in_a_circle_of_links_is_refused(folder: Folder) -> None:
    (folder.path / "one.sla").symlink_to("other.sla")
    (folder.path / "other.sla").symlink_to("one.sla")
    ran = folder.run("check", "one.sla")
    assert ran.code in (2, 3) and ran.out == "" and "error" in ran.err and "Traceback" not in ran.err


@pytest.mark.parametrize("command", ["fmt", "lint"])
def test_a_circle_of_links_in_a_folder_is_told_beside_its_files(folder: Folder, command: str) -> None:
    (folder.path / "one.sla").symlink_to("one.sla")
    ran = folder.run(command, ".")
    assert ran.code == 3 and "`one.sla` can't be read: too many levels of symbolic links" in ran.err


def test_a_policy_of_scenarios_in_a_circle_of_links_is_refused(folder: Folder) -> None:
    (folder.path / "support.sla").unlink()
    (folder.path / "support.sla").symlink_to("support.sla")
    ran = folder.run("test", ".")
    assert ran.code == 3 and "`support.sla` can't be read: too many levels of symbolic links" in ran.err


@pytest.mark.parametrize("command", [("test", "."), ("new", "scenario", "support.sla")], ids=" ".join)
def test_a_scenario_whose_policy_has_too_long_a_name_is_refused(folder: Folder, command: tuple[str, ...]) -> None:
    folder.write("incident.scenario.yaml", SCENARIO.replace("support.sla", "x" * 5_000))
    ran = folder.run(*command)
    assert ran.code == 3 and "can't be read: file name too long" in ran.err


LIBRARY = (
    'library hours\n\ncalendar office "Office hours"\n  zone: Europe/London\n  open: Monday to Friday 09:00 to 17:00\n'
)


def using(path: str) -> str:
    """The policy with its calendar in another file."""
    before, after = POLICY.split('calendar office "Office hours"\n  open: Monday to Friday 09:00 to 17:00\n')
    return f'{before}use\n  from: "{path}"\n  takes: any\n{after}'


@pytest.fixture
def below(folder: Folder) -> Path:
    """A folder below, which is the root of its policy; the library lies outside of it."""
    folder.write("hours.sla", LIBRARY)
    (folder.path / "below").mkdir()
    return folder.path / "below"


def test_another_file_below_the_root_is_used(folder: Folder, below: Path) -> None:
    folder.write("below/hours.sla", LIBRARY)
    folder.write("below/policy.sla", using("hours.sla"))
    folder.answers("check", "below/policy.sla")
    folder.write("below/policy.sla", using("../below/hours.sla"))
    folder.answers("check", "below/policy.sla", "--root", ".")


def test_leaving_the_root_upwards_is_refused(folder: Folder, below: Path) -> None:
    folder.write("below/policy.sla", using("../hours.sla"))
    folder.refuses(3, "`../hours.sla` leads out of the root folder", "check", "below/policy.sla")
    folder.answers("check", "below/policy.sla", "--root", ".")


def test_leaving_the_root_and_coming_back_is_refused(folder: Folder, below: Path) -> None:
    folder.write("below/hours.sla", LIBRARY)
    folder.write("below/policy.sla", using("../below/hours.sla"))
    folder.refuses(3, "leads out of the root folder", "check", "below/policy.sla")


ABSOLUTE = ["{root}/hours.sla", "C:\\hours.sla", "\\\\host\\hours.sla", "//host/hours.sla", "below\\hours.sla"]


@pytest.mark.parametrize("path", ABSOLUTE)
def test_an_absolute_path_is_refused(folder: Folder, path: str) -> None:
    folder.write("hours.sla", LIBRARY)
    folder.write("policy.sla", using(path.format(root=folder.path)))
    folder.refuses(3, "leads out of the root folder", "check", "policy.sla")


def test_a_link_that_leads_out_of_the_root_is_refused(folder: Folder, below: Path) -> None:
    (below / "hours.sla").symlink_to("../hours.sla")
    folder.write("below/policy.sla", using("hours.sla"))
    folder.refuses(3, "outside of the root folder", "check", "below/policy.sla")


def test_a_folder_that_is_a_link_out_of_the_root_is_refused(folder: Folder, below: Path) -> None:
    (folder.path / "else").mkdir()
    folder.write("else/hours.sla", LIBRARY)
    (below / "inner").symlink_to("../else")
    folder.write("below/policy.sla", using("inner/hours.sla"))
    folder.refuses(3, "outside of the root folder", "check", "below/policy.sla")


def test_a_library_in_a_circle_of_links_is_refused(folder: Folder) -> None:
    (folder.path / "hours.sla").symlink_to("hours.sla")
    folder.write("policy.sla", using("hours.sla"))
    folder.refuses(3, "`hours.sla`", "check", "policy.sla")


@pytest.mark.parametrize(
    "path", ["missing.sla", "", ".", "hours.sla/deeper.sla", "x" * 5_000], ids=lambda path: path[:20]
)
def test_a_library_that_is_not_there_is_told_where_it_is_named(folder: Folder, path: str) -> None:
    folder.write("hours.sla", LIBRARY)
    folder.write("policy.sla", using(path))
    folder.refuses(3, "--> policy.sla:", "check", "policy.sla")


def test_files_that_use_each_other_in_a_circle_are_refused(folder: Folder) -> None:
    folder.write("policy.sla", using("one.sla"))
    folder.write("one.sla", 'library one\n\nuse\n  from: "two.sla"\n  takes: any\n')
    folder.write("two.sla", 'library two\n\nuse\n  from: "one.sla"\n  takes: any\n')
    folder.refuses(3, "files that need each other in a circle", "check", "policy.sla")


def test_a_scenario_may_not_name_a_policy_that_is_no_policy(folder: Folder) -> None:
    folder.write("incident.scenario.yaml", SCENARIO.replace("support.sla", "incident.scenario.yaml"))
    ran = folder.run("test", "incident.scenario.yaml")
    assert ran.code == 3 and "error" in ran.err and "Traceback" not in ran.err


def test_folders_that_link_to_each_other_are_searched_once(folder: Folder) -> None:
    (folder.path / "again").symlink_to(".")
    ran = folder.run("test", ".")
    assert ran.code == 0 and ran.out.startswith("1 passed, 0 failed")
