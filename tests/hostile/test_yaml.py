"""What YAML offers and a scenario refuses, each where it stands."""

import pytest

from tests.hostile.conftest import DUE, SCENARIO, Folder

BILLION_LAUGHS = "\n".join(["a0: &a0 [lol]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9))])
REFUSED = {
    "an alias": (f"{SCENARIO}more: *other\n", "(`*`)"),
    "an anchor": (SCENARIO.replace("scenarios:", "scenarios: &all"), "an anchor (`&`)"),
    "aliases of aliases": (f"{BILLION_LAUGHS}\n{SCENARIO}", "an anchor (`&`)"),
    "an alias of itself": ("policy: support.sla\nscenarios: &s [*s]\n", "an anchor (`&`)"),
    "a merge key": (f"{SCENARIO}<<: {{tier: Gold}}\n", "a merge key (`<<`)"),
    "a key twice": (f"{SCENARIO}policy: other.sla\n", "`policy` is given twice"),
    "a key twice on one line": (SCENARIO.replace("severity: urgent", "by: vendor"), "`by` is given twice"),
    "a key twice, quoted once": (f'{SCENARIO}"policy": other.sla\n', "`policy` is given twice"),
    "a tag": (SCENARIO.replace("an urgent incident", "!!str an urgent incident"), "a tag (`!`)"),
    "a tag that makes objects": (f'{SCENARIO}x: !!python/object/apply:os.system ["touch owned"]\n', "a tag (`!`)"),
    "a tag of one's own": (SCENARIO.replace("an urgent incident", "!secret x"), "a tag (`!`)"),
    "binary data": (SCENARIO.replace("an urgent incident", "!!binary SGVsbG8="), "a tag (`!`)"),
    "a second document": (f"{SCENARIO}---\n{SCENARIO}", "a second document"),
    "a listing as a key": (f"{SCENARIO}? [a, b]\n: c\n", "a key must be a text"),
    "a tab as indentation": (SCENARIO.replace("    events", "\tevents"), "this is not YAML"),
    "a bracket too few": (SCENARIO.replace("customer}", "customer"), "this is not YAML"),
}


@pytest.mark.parametrize(("text", "said"), REFUSED.values(), ids=REFUSED)
def test_it_is_refused(folder: Folder, text: str, said: str) -> None:
    folder.refuses(3, said, "due", "support.sla", folder.write("incident.scenario.yaml", text))


NO_TIMES = {
    "sexagesimal": "9:00",
    "a word": "yes",
    "a number": "1775142000",
    "an infinity": ".inf",
    "nothing": "~",
    "a thousand digits": "1" * 1_000,
    "digits of another script": "２０２６-04-02T16:00+01:00",
    "a negative year": "-2026-04-02T16:00+01:00",
    "a date of nowhere": "2026-02-30T16:00+01:00",
    "an hour that no day has": "2026-04-02T25:00+01:00",
    "an offset that no zone has": "2026-04-02T16:00+99:00",
    "no offset": "2026-04-02T16:00",
}


@pytest.mark.parametrize("time", NO_TIMES.values(), ids=NO_TIMES)
def test_what_is_no_instant_is_refused_and_never_reinterpreted(folder: Folder, time: str) -> None:
    text = SCENARIO.replace("at: 2026-04-02T16:00+01:00", f"at: {time}")
    folder.refuses(3, "error[SLA6", "due", "support.sla", folder.write("incident.scenario.yaml", text))


def test_words_that_yaml_takes_for_values_are_names(folder: Folder) -> None:
    text = SCENARIO.replace("an urgent incident", "no")
    answer = folder.answers("due", "support.sla", folder.write("incident.scenario.yaml", text))
    assert answer.startswith("no, under Support (support)") and DUE in answer
