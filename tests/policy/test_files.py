"""Files that use each other: inside of the root, each read once, every mistake told where the file is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from slalang.files import find_root, inside, shown
from slalang.graph import Graph
from slalang.graph.rules import CalendarRule, Commitment, Coverage, FigureTable
from slalang.graph.values import Hole, Length, Period
from slalang.policy import compile_policy
from slalang.policy.files import seen_from
from slalang.source import Diagnostic, Source

HEAD = 'policy p "A policy"\n  zone: Europe/London\n  in force: always\n\nparty vendor "V"\nparty customer "C"\n\n'


def compiled(files: dict[str, str], path: str = "p.sla") -> tuple[Graph | None, tuple[Diagnostic, ...]]:
    def read(name: str) -> Source | tuple[Diagnostic, ...]:
        return Source.of(name, files[name]) if name in files else (Diagnostic("SLA514", f"`{name}` is not there"),)

    return compile_policy(path, read)


def graph_of(files: dict[str, str], path: str = "p.sla") -> Graph:
    graph, mistakes = compiled(files, path)
    assert graph is not None, mistakes
    return graph


def mistakes_in(files: dict[str, str], path: str = "p.sla") -> list[tuple[str, str, str]]:
    """Code, message, and what is pointed at."""
    graph, mistakes = compiled(files, path)
    assert graph is None
    return [(one.code, one.message, one.location.text if one.location else "") for one in mistakes]


HOURS = """library hours

calendar office "Office hours"
  zone: Europe/London
  open: Monday to Friday 09:00 to 17:00
  closed: bank-holidays
  working day: day-length

calendar bank-holidays
  zone: Europe/London
  open: public holidays of GB-ENG with observed days

calendar nights
  zone: Europe/London
  open: daily 20:00 to 06:00

reading day-length "How long is a day?"
  default: eight
  because: "so it is"
  | meaning | value           | in words |
  | eight   | 8 working hours | "eight"  |
"""


def test_what_a_policy_takes_from_a_library_comes_with_all_that_it_needs() -> None:
    files = {"p.sla": HEAD + 'use\n  from: "shared/hours.sla"\n  takes: office\n', "shared/hours.sla": HOURS}
    graph = graph_of(files)
    assert graph.get("office") is not None
    assert graph.get("bank-holidays") is not None
    assert graph.get("day-length") is not None
    assert graph.get("nights") is None


def test_what_a_library_needs_itself_is_not_visible_unless_it_is_taken() -> None:
    use = 'use\n  from: "hours.sla"\n  takes: office\n\ncoverage usual\n  calendar: bank-holidays\n'
    assert mistakes_in({"p.sla": HEAD + use, "hours.sla": HOURS}) == [
        ("SLA225", "`bank-holidays` is not taken from `hours.sla`", "bank-holidays")
    ]


def test_a_name_that_the_library_does_not_declare_cannot_be_taken() -> None:
    use = 'use\n  from: "hours.sla"\n  takes: office, evenings\n'
    assert mistakes_in({"p.sla": HEAD + use, "hours.sla": HOURS}) == [
        ("SLA530", "`hours.sla` declares no `evenings`", "evenings")
    ]


def test_a_clash_between_a_policy_and_a_library_is_a_mistake() -> None:
    use = 'use\n  from: "hours.sla"\n  takes: office\n\ncalendar office\n  open: 24x7\n'
    assert mistakes_in({"p.sla": HEAD + use, "hours.sla": HOURS}) == [
        ("SLA221", "`office` is declared twice", "office")
    ]


def test_a_library_alone_is_checked_and_gives_no_graph() -> None:
    assert compiled({"hours.sla": HOURS}, "hours.sla") == (None, ())


def test_a_mistake_in_a_library_is_told_in_its_own_file() -> None:
    broken = HOURS.replace("closed: bank-holidays", "closed: bank-holdays")
    _, mistakes = compiled({"p.sla": HEAD + 'use\n  from: "hours.sla"\n  takes: office\n', "hours.sla": broken})
    assert [(one.code, one.location and one.location.source.name) for one in mistakes] == [("SLA220", "hours.sla")]


@pytest.mark.parametrize(
    "path", ["../hours.sla", "/etc/hours.sla", "C:/hours.sla", "a/../../hours.sla", "a\\hours.sla"]
)
def test_a_path_that_leads_out_of_the_root_is_refused_where_it_is_named(path: str) -> None:
    use = f'use\n  from: "{path}"\n  takes: office\n'
    assert mistakes_in({"p.sla": HEAD + use}) == [("SLA521", f"`{path}` leads out of the root folder", f'"{path}"')]


def test_a_path_may_go_up_as_long_as_it_stays_inside() -> None:
    files = {"a/p.sla": HEAD + 'use\n  from: "../b/hours.sla"\n  takes: office\n', "b/hours.sla": HOURS}
    assert graph_of(files, "a/p.sla").get("office") is not None


@pytest.mark.parametrize(
    ("file", "path", "seen"),
    [
        ("p.sla", "hours.sla", "hours.sla"),
        ("a/p.sla", "../b/./hours.sla", "b/hours.sla"),
        ("a/b/p.sla", "../../hours.sla", "hours.sla"),
        ("a/p.sla", "../../hours.sla", None),
        ("p.sla", "..", None),
    ],
)
def test_a_path_is_seen_from_the_folder_of_the_file_that_names_it(file: str, path: str, seen: str | None) -> None:
    assert seen_from(file, path) == seen


def test_a_file_that_is_not_there_is_told_where_it_is_named() -> None:
    use = 'use\n  from: "hours.sla"\n  takes: office\n'
    assert mistakes_in({"p.sla": HEAD + use}) == [("SLA514", "`hours.sla` is not there", '"hours.sla"')]


def test_files_that_need_each_other_in_a_circle_are_refused() -> None:
    files = {
        "p.sla": HEAD + 'use\n  from: "a.sla"\n  takes: x\n',
        "a.sla": 'library a\n\nuse\n  from: "b.sla"\n  takes: y\n\nfact x\n',
        "b.sla": 'library b\n\nuse\n  from: "a.sla"\n  takes: x\n\nfact y\n',
    }
    assert mistakes_in(files) == [
        ("SLA522", "files that need each other in a circle: `a.sla` -> `b.sla` -> `a.sla`", '"a.sla"')
    ]


def test_a_policy_is_no_library() -> None:
    files = {"p.sla": HEAD + 'use\n  from: "q.sla"\n  takes: office\n', "q.sla": HEAD.replace("policy p", "policy q")}
    assert mistakes_in(files) == [("SLA523", "`q.sla` is no library", '"q.sla"')]


def test_the_root_is_the_nearest_folder_with_the_mark_else_the_folder_of_the_file(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    folder.mkdir(parents=True)
    assert find_root(folder / "p.sla") == folder
    (tmp_path / "slalang.toml").touch()
    assert find_root(folder / "p.sla") == tmp_path
    (tmp_path / "a" / "slalang.toml").touch()
    assert find_root(folder / "p.sla") == tmp_path / "a"


def test_a_link_that_leads_out_of_the_root_leads_nowhere(tmp_path: Path) -> None:
    root = tmp_path / "root"
    root.mkdir()
    (tmp_path / "secret.sla").touch()
    (root / "link.sla").symlink_to(tmp_path / "secret.sla")
    (root / "own.sla").touch()
    (root / "alias.sla").symlink_to(root / "own.sla")
    assert inside(root, "link.sla") is None
    assert inside(root, "alias.sla") == (root / "own.sla").resolve()


VERSION = HEAD.replace("in force: always", 'in force: 2025-01-01 to 2025-12-31\n  version: "2025"') + (
    "calendar office\n  open: Monday to Friday 09:00 to 17:00\n\n"
    "coverage usual\n  calendar: office\n\n"
    'event responded "R"\n\n'
    "commitment response\n  force: aim\n  starts: opened\n  stops: responded\n  within: 4 working hours\n\n"
    "fact gone\n"
)
NEXT = (
    'policy p "A policy"\n  in force: 2026-01-01 to 2026-12-31\n  version: "2026"\n  amends: "old.sla"\n'
    "  strikes: gone\n\n"
)


def test_an_amendment_replaces_and_strikes_and_leaves_the_rest() -> None:
    faster = (
        "commitment response\n  force: guarantee\n  starts: opened\n  stops: responded\n  within: 2 working hours\n"
        "  replaces: yes\n"
    )
    graph = graph_of({"old.sla": VERSION, "p.sla": NEXT + faster})
    assert graph.header.version == "2026"
    assert graph.header.in_force == Period("2026-01-01", "2026-12-31")
    assert graph.header.zone == "Europe/London"
    assert graph.get("gone") is None
    body = graph.get("response").body  # type: ignore[union-attr]
    assert isinstance(body, Commitment)
    assert body.force == "guarantee"
    assert [cell.value for cell in body.figures[0].cells] == [Length(7_200_000_000, "working", "2 working hours")]
    assert isinstance(graph.get("office").body, CalendarRule)  # type: ignore[union-attr]


def test_a_namesake_in_an_amendment_says_that_it_replaces() -> None:
    again = "calendar office\n  open: 24x7\n\nfact new\n  replaces: yes\n"
    assert mistakes_in({"old.sla": VERSION, "p.sla": NEXT.replace("gone", "gon") + again})[:3] == [
        ("SLA526", "the version before has no `gon` to strike", "gon"),
        ("SLA525", "the version before has `office` too", "office"),
        ("SLA524", "`new` replaces nothing: the version before has no such block", "new"),
    ]


def test_only_an_amendment_replaces_and_strikes() -> None:
    """Who forgets `amends:` would else publish a version that consists of the changes alone."""
    changes = "party vendor\nparty customer\n\ncalendar office\n  open: 24x7\n  replaces: yes\n"
    assert mistakes_in({"p.sla": NEXT.replace('  amends: "old.sla"\n', "  zone: UTC\n") + changes}) == [
        ("SLA238", "`strikes:` needs `amends:`", "strikes"),
        ("SLA524", "`office` replaces nothing: the file amends no other", "office"),
    ]


@pytest.mark.parametrize("word", ["no", "perhaps", "unstated"])
def test_only_yes_makes_a_block_replace_its_namesake(word: str) -> None:
    """In an amendment any single word could name a reading, and none decides which blocks there are."""
    again = f"calendar office\n  open: 24x7\n  replaces: {word}\n"
    assert mistakes_in({"old.sla": VERSION, "p.sla": NEXT + again}) == [
        ("SLA171", f"`{word}` is not one of `yes`", word)
    ]


def test_an_amendment_may_take_what_the_version_before_took() -> None:
    """The same block of the same library is no second one."""
    use = 'use\n  from: "hours.sla"\n  takes: office\n\n'
    old = VERSION.replace("calendar office\n  open: Monday to Friday 09:00 to 17:00\n\n", use)
    assert "calendar office" not in old
    graph = graph_of({"hours.sla": HOURS, "old.sla": old, "p.sla": NEXT + use})
    assert isinstance(graph.get("office").body, CalendarRule)  # type: ignore[union-attr]


def test_an_amendment_has_the_name_of_what_it_amends() -> None:
    assert mistakes_in({"old.sla": VERSION.replace("policy p", "policy q"), "p.sla": NEXT}) == [
        ("SLA523", "`old.sla` is no version of the policy `p`", '"old.sla"')
    ]


TEMPLATE = HEAD + (
    "severities\n  highest first: S1, S2\n  chosen by: vendor\n  definitions: none\n  changes: none\n\n"
    "calendar office\n  open: office-week\n  working day: 8 working hours\n\n"
    "coverage usual\n  calendar: office\n\n"
    'event responded "R"\n\n'
    "commitment response\n  force: aim\n  starts: opened\n  stops: responded\n  within: response-time\n\n"
    'parameter office-week "The hours of the office"\n  takes: hours\n\n'
    'parameter response-time "The time of response"\n  takes: amount\n  for each: severity\n'
    "  at least: 15 working minutes\n  at most: 20 working days\n"
)
AGREEMENT = (
    'agreement a "With D"\n  fills in: "p.sla"\n  with: "D Ltd"\n  in force: from 2026-01-01\n\n'
    "fill office-week\n  value: Monday to Friday 09:00 to 17:00\n\n"
    "fill response-time\n"
    "  | severity | value           |\n"
    "  | S1       | 1 working hour  |\n"
    "  | S2       | 2 working hours |\n"
)


def figures(graph: Graph) -> tuple[FigureTable, ...]:
    body = graph.get("response").body  # type: ignore[union-attr]
    assert isinstance(body, Commitment)
    return body.figures


def test_a_template_alone_has_a_hole_for_each_parameter() -> None:
    (table,) = figures(graph_of({"p.sla": TEMPLATE}))
    (cell,) = table.cells
    assert isinstance(cell.value, Hole)
    assert (cell.value.kind, cell.value.parameter, cell.value.what) == (
        "parameter", "response-time", "the time of response",
    )  # fmt: skip


def test_an_agreement_fills_in_its_template() -> None:
    graph = graph_of({"p.sla": TEMPLATE, "a.sla": AGREEMENT}, "a.sla")
    assert graph.header.agreement == "D Ltd"
    assert graph.header.name == "p"
    assert graph.header.in_force == Period("2026-01-01", None)
    (table,) = figures(graph)
    assert [(cell.label, cell.value) for cell in table.cells] == [
        ("response S1", Length(3_600_000_000, "working", "1 working hour")),
        ("response S2", Length(7_200_000_000, "working", "2 working hours")),
    ]


@pytest.mark.parametrize(
    ("old", "new", "code", "message", "at"),
    [
        (
            "1 working hour ",
            "1 elapsed hour ",
            "SLA315",
            "is not counted as the bound of `response-time`",
            "1 elapsed hour",
        ),
        ("1 working hour ", "5 working minutes", "SLA314", "is not at least `15 working minutes`", "5 working minutes"),
        ("1 working hour ", "21 working days", "SLA314", "is not at most `20 working days`", "21 working days"),
        ("  | S2       | 2 working hours |\n", "", "SLA321", "has no value for severity S2", "response-time"),
        ("| S2       |", "| S1       |", "SLA321", "has two values for severity S1", "2 working hours"),
        ("| severity |", "| channel  |", "SLA321", "`response-time` has a value for each severity", "channel"),
        ("fill office-week", "fill offic-week", "SLA527", "the template has no parameter `offic-week`", "offic-week"),
        ("fill office-week", "fact broken\n\nfill office-week", "SLA529", "an agreement has no `fact`", "fact"),
        ('"p.sla"', '"q.sla"', "SLA514", "`q.sla` is not there", '"q.sla"'),
    ],
)
def test_an_agreement_that_does_not_fit_its_template_is_refused(
    old: str, new: str, code: str, message: str, at: str
) -> None:
    assert old in AGREEMENT
    ((found, words, text),) = mistakes_in({"p.sla": TEMPLATE, "a.sla": AGREEMENT.replace(old, new, 1)}, "a.sla")
    assert (found, text) == (code, at)
    assert message in words


@pytest.mark.parametrize(
    ("severities", "missing"),
    [("S1, S2, S3", "severity S2 and severity S3"), ("S1, S2, S3, S4", "severity S2 and 2 more")],
)
def test_of_missing_values_never_a_single_one_is_left_out(severities: str, missing: str) -> None:
    files = {
        "p.sla": TEMPLATE.replace("S1, S2", severities, 1),
        "a.sla": AGREEMENT.replace("  | S2       | 2 working hours |\n", ""),
    }
    ((_, words, _),) = mistakes_in(files, "a.sla")
    assert words == f"`response-time` has no value for {missing}"


WINDOWED = HEAD + (
    "severities\n  highest first: S1, S2\n  chosen by: vendor\n  definitions: none\n  changes: none\n\n"
    "calendar day\n  open: daily 08:00 to 20:00\n  working day: 12 working hours\n\n"
    "calendar night\n  open: daily 20:00 to 08:00\n\n"
    "windows\n  calendars: day, night\n  working day: as day\n\n"
    "parameter handled\n  takes: yes or no\n  for each: severity, window\n\n"
    "coverage now\n  calendar: windows where handled is yes\n"
)
HANDLED = (
    'agreement a\n  fills in: "p.sla"\n  with: "D"\n\nfill handled\n'
    "  | severity by window | day | night |\n  | S1 | yes | yes |\n  | S2 | yes | no |\n"
)


def test_windows_where_a_parameter_says_yes_become_one_calendar_for_each_severity() -> None:
    graph = graph_of({"p.sla": WINDOWED, "a.sla": HANDLED}, "a.sla")
    coverage = graph.get("now").body  # type: ignore[union-attr]
    assert isinstance(coverage, Coverage)
    assert [(cell.label, cell.value) for cell in coverage.cells] == [
        ("now S1", "windows day, night"),
        ("now S2", "windows day"),
    ]
    assert isinstance(graph.get("windows day, night").body, CalendarRule)  # type: ignore[union-attr]


def test_windows_of_a_template_that_is_not_filled_in_are_a_hole() -> None:
    coverage = graph_of({"p.sla": WINDOWED}).get("now").body  # type: ignore[union-attr]
    assert isinstance(coverage, Coverage)
    assert [isinstance(cell.value, Hole) for cell in coverage.cells] == [True]


def test_a_file_elsewhere_is_shown_by_the_shortest_path_from_here_or_whole_as_it_was_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    assert shown(Path("../there/deep/../a.sla")) == "../there/a.sla"
    assert shown(Path("deep/../../here/a.sla")) == shown(here / "deep/../a.sla") == "a.sla"
    assert shown(here / "../a.sla") == (tmp_path / "a.sla").as_posix()


def test_a_library_is_asked_about_its_calendars_as_a_policy_is() -> None:
    never = "\ncalendar never\n  zone: Europe/London\n  open: Monday 09:00 to 17:00\n  only during: nights\n"
    assert mistakes_in({"p.sla": HOURS + never}) == [("SLA311", "`never` is never open", "never")]


@pytest.mark.parametrize("takes", ["office, nights", "any"])
def test_what_was_to_be_taken_from_a_file_that_is_not_there_is_not_called_undeclared_too(takes: str) -> None:
    uses = f'use\n  from: "gone.sla"\n  takes: {takes}\n\ncoverage usual\n  calendar: office\n'
    assert mistakes_in({"p.sla": HEAD + uses}) == [("SLA514", "`gone.sla` is not there", '"gone.sla"')]


@pytest.mark.parametrize(
    ("line", "help"),
    [
        ("clocks: recalculate", "`keep`, `retarget`, `restart`, `retroactive`, or the name of a reading"),
        ("force: shall", "`discretion`, `none`, or the name of a reading"),
        ("breach: sooner", "write `the later` or `the earlier`, or the name of a reading"),
    ],
)
def test_a_wrong_choice_gets_its_list_although_a_reading_could_stand_there(line: str, help: str) -> None:
    key = line.partition(":")[0]
    lines = {"clocks": "keep", "force": "aim", "breach": "the later"} | {key: line.partition(": ")[2]}
    text = f"""policy p
  zone: Europe/London
  in force: always

party vendor
party customer

event fixed

fact grave

change of-grave
  of: grave
  clocks: {lines["clocks"]}

reading doubt
  default: one
  because: "so it is"
  | meaning | value | in words |
  | one     | 24x7  | "one"    |
  | two     | none  | "two"    |

coverage usual
  calendar: doubt

commitment mend
  force: {lines["force"]}
  starts: opened
  stops: fixed
  breach: {lines["breach"]}
  within: between 4 and 6 elapsed hours
"""
    (mistake,) = compiled({"p.sla": text})[1]
    assert (mistake.code, mistake.location and mistake.location.text) == ("SLA220", lines[key])
    assert help in str(mistake.help)
