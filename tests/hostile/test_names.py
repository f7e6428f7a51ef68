"""Names and texts that mislead the eye or steer the terminal."""

import json

import pytest

from tests.hostile.conftest import DUE, OPENED, POLICY, SCENARIO, Folder, invisible

CONFUSABLE = {
    "a Cyrillic letter": "resp\u043ense",
    "a Greek letter": "re\u03c1ponse",
    "only Cyrillic letters": "\u043e\u0442\u0432\u0435\u0442",
    "a fullwidth letter": "\uff52esponse",
    "a mathematical letter": "\U0001d42besponse",
    "a soft hyphen": "re\u00adsponse",
    "a joiner": "re\u200dsponse",
    "a hyphen that is none": "first\u2010answer",
    "a letter with a loose accent": "re\u0301sponse",
}


@pytest.mark.parametrize("name", CONFUSABLE.values(), ids=CONFUSABLE)
def test_a_name_that_looks_like_another_is_refused(folder: Folder, name: str) -> None:
    text = POLICY.replace("commitment response", f"commitment {name}")
    ran = folder.refuses(3, "error[SLA1", "check", folder.write("support.sla", text))
    assert invisible(ran.err) == set()


def test_a_scenario_that_names_something_similar_is_told_that_it_is_not_there(folder: Folder) -> None:
    text = SCENARIO.replace("urgent, by", "urg\u0435nt, by")
    folder.refuses(3, "error[SLA62", "due", "support.sla", folder.write("incident.scenario.yaml", text))


REORDERING = ["\u202e", "\u2066", "\u200f", "\u061c", "\u200b", "\u2060"]


@pytest.mark.parametrize("character", REORDERING, ids=ascii)
@pytest.mark.parametrize("place", ["First answer", "# First", "office"])
def test_what_reorders_or_hides_text_is_refused_wherever_it_stands(folder: Folder, character: str, place: str) -> None:
    text = f"{POLICY}# First\n".replace(place, f"{place}{character}")
    ran = folder.refuses(3, f"`U+{ord(character):04X}`", "check", folder.write("support.sla", text))
    assert invisible(ran.err) == set()


def test_what_reorders_text_is_refused_in_scenarios(folder: Folder) -> None:
    text = SCENARIO.replace("an urgent", "an\u202e urgent")
    ran = folder.refuses(3, "`U+202E`", "due", "support.sla", folder.write("incident.scenario.yaml", text))
    assert invisible(ran.err) == set()


STEERING = "\\e[31m\\x9b2J\\u202e\\u2066\\0\\r\\b"
"""As YAML writes it between double quotes: a colour, an order to clear the screen, and text that runs backwards."""

SPOILT = f"""\
policy: support.sla
scenarios:
  - name: "an {STEERING} incident"
    events:
      - {{at: 2026-04-02T16:00+01:00, event: opened, severity: urgent, by: customer}}
      - {{at: 2026-04-02T16:30+01:00, pause: waiting}}
      - {{at: 2026-04-02T16:40+01:00, resume: waiting}}
    expect:
      response: {{due: 2026-04-03T12:10+01:00}}
"""

COMMANDS = [
    ("due", "support.sla", "incident.scenario.yaml"),
    ("due", "support.sla", "incident.scenario.yaml", "--by", "case"),
    ("due", "support.sla", "incident.scenario.yaml", "--format", "json"),
    ("due", "support.sla", "incident.scenario.yaml", "--format", "svg"),
    ("due", "support.sla", "incident.scenario.yaml", "--format", "markdown"),
    ("explain", "support.sla", "incident.scenario.yaml", "response"),
    ("graph", "support.sla", "incident.scenario.yaml"),
    ("graph", "support.sla", "incident.scenario.yaml", "--format", "dot"),
    ("test", "incident.scenario.yaml"),
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_what_steers_a_terminal_is_shown_escaped_in_every_format(folder: Folder, command: tuple[str, ...]) -> None:
    folder.write("incident.scenario.yaml", SPOILT)
    answer = folder.answers(*command)
    assert invisible(answer) == set()


NASTY = "\x1b[31mred\u202e\x07"
LINES = [
    ("check", NASTY),
    (NASTY,),
    ("due", "support.sla", NASTY),
    ("due", "support.sla", *OPENED, "--tier", NASTY),
    ("due", "support.sla", *OPENED, "--set", f"{NASTY}=yes"),
    ("due", "support.sla", *OPENED, "--set", NASTY),
    ("due", "support.sla", *OPENED, "--event", f"2026-04-02T16:30+01:00 {NASTY}"),
    ("due", "support.sla", *OPENED, "--as-of", NASTY),
    ("due", "support.sla", *OPENED, "--limit", NASTY),
    ("due", "support.sla", *OPENED, "--format", NASTY),
    ("explain", "support.sla", *OPENED, NASTY),
    ("calendar", "support.sla", NASTY),
    ("schema", NASTY),
    (f"--{NASTY}",),
]


@pytest.mark.parametrize("line", LINES, ids=lambda line: ascii(" ".join(line)))
def test_words_of_the_command_line_are_shown_escaped(folder: Folder, line: tuple[str, ...]) -> None:
    ran = folder.refuses(2, "\\x1b[31mred", *line)
    assert invisible(ran.err) == set()


@pytest.mark.parametrize("command", ["check", "due", "explain", "graph", "calendar", "lock", "test"])
def test_names_of_files_are_shown_escaped(folder: Folder, command: str) -> None:
    """The file holds a mistake, so that its name is shown."""
    name = f"{NASTY}.scenario.yaml" if command == "test" else f"{NASTY}.sla"
    folder.write(name, "what\n")
    more = {"due": OPENED, "explain": (*OPENED, "response"), "calendar": ("office",)}.get(command, ())
    ran = folder.refuses(3, "\\x1b[31mred", command, name, *more) if command != "test" else folder.run("test", name)
    assert ran.code == 3 and "\\x1b[31mred" in ran.err
    assert invisible(ran.out + ran.err) == set()


def test_findings_as_json_are_escaped_too(folder: Folder) -> None:
    name = folder.write(f"{NASTY}.sla", "what\n")
    ran = folder.run("check", name, "--format", "json")
    assert ran.code == 3 and invisible(ran.out) == set()
    assert json.loads(ran.out)["findings"][0]["at"]["file"].endswith(".sla")


def test_what_is_written_in_other_scripts_in_texts_is_shown_as_it_is(folder: Folder) -> None:
    folder.write("support.sla", POLICY.replace("First answer", "Première réponse · 最初の回答"))
    answer = folder.due()
    assert "Première réponse · 最初の回答" in answer and DUE in answer
