"""Loading: what can be wrong with files before anything is compiled."""

import os
from pathlib import Path

import pytest

from slalang.files import read_file
from slalang.pipeline import load_policy, load_policy_text
from slalang.source import DEFAULT_LIMITS, Diagnostic, Source

STARTER = Path(__file__).parents[1] / "slalang" / "cli" / "starter" / "support.sla"


def codes(found: Source | tuple[Diagnostic, ...]) -> list[str]:
    assert not isinstance(found, Source)
    return [diagnostic.code for diagnostic in found]


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert codes(read_file(tmp_path)) == ["SLA511"]


def test_a_pipe_is_no_file_and_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert codes(read_file(tmp_path / "pipe")) == ["SLA512"]


def test_a_file_that_is_not_there_cannot_be_read(tmp_path: Path) -> None:
    assert codes(read_file(tmp_path / "none")) == ["SLA514"]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser reads everything")
def test_an_unreadable_file_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "secret").touch(mode=0o000)
    assert codes(read_file(tmp_path / "secret")) == ["SLA514"]


def test_a_file_that_is_too_long_is_a_limit(tmp_path: Path) -> None:
    (tmp_path / "long").write_bytes(b"# " * 50)
    assert codes(read_file(tmp_path / "long", DEFAULT_LIMITS._replace(file_bytes=99))) == ["SLA901"]
    assert isinstance(read_file(tmp_path / "long", DEFAULT_LIMITS._replace(file_bytes=100)), Source)


def test_a_file_that_changes_while_it_is_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "changing"
    file.write_text("policy a\n")
    usual = os.fstat

    def grown(descriptor: int) -> os.stat_result:
        file.write_text("policy a longer one\n")
        return usual(descriptor)

    monkeypatch.setattr(os, "fstat", grown)
    assert codes(read_file(file)) == ["SLA513"]


def test_a_policy_lies_below_its_root(tmp_path: Path) -> None:
    assert codes(load_policy(STARTER, root=tmp_path).diagnostics) == ["SLA521"]


def test_a_link_that_leads_out_of_the_root_is_refused(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "shared.sla").write_text("library shared\n")
    (tmp_path / "root").mkdir()
    (tmp_path / "root" / "shared.sla").symlink_to(tmp_path / "outside" / "shared.sla")
    text = STARTER.read_text("utf-8").replace(
        "source agreement", 'use\n  from: "shared.sla"\n  takes: any\n\nsource agreement'
    )
    (tmp_path / "root" / "support.sla").write_text(text)
    assert "SLA521" in codes(load_policy(tmp_path / "root" / "support.sla").diagnostics)


def test_conflicts_beyond_the_limit_are_counted_and_not_shown() -> None:
    """Four coverages with different hours contradict each other in six pairs."""
    rules = "".join(f"\ncoverage c{number}\n  calendar: k{number}\n" for number in range(4))
    hours = "".join(f"\ncalendar k{number}\n  open: daily {number:02}:00 to 12:00\n" for number in range(4))
    text = f"policy p\n  zone: Europe/London\n  in force: always\n\nparty vendor\nparty customer\n{hours}{rules}"
    text += "\nevent answered\n\ncommitment response\n  force: aim\n  starts: opened\n  stops: answered\n"
    text += "  within: 1 working hour\n"
    everything = load_policy_text(text).diagnostics
    assert [one.code for one in everything] == ["SLA402"] * 6
    some = load_policy_text(text, limits=DEFAULT_LIMITS._replace(mistakes=2)).diagnostics
    assert [one.code for one in some] == ["SLA402", "SLA402", "SLA906"]
    assert "there are 6 gaps and conflicts" in some[-1].message
