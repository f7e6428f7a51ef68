"""All mistakes of a scenario file are told in one run, and none that only follows from another."""

from random import Random

from slalang.source import Diagnostic
from tests.scenario.fixtures import TEXTS
from tests.scenario.graphs import policy
from tests.scenario.mutations import mutated
from tests.scenario.reading import read
from tests.scenario.test_schema import data_of, validator, written

FILE = """scenarios:
  - {name: one, opened: 2025-04-17T09:00, teir: Gold}
  - {name: two, opened: 2025-04-17T09:00Z, tier: Goldd}
  - name: three
    events:
      - {at: 2025-04-17T09:00Z, event: opened}
      - {at: 2025-04-17T09:30Z, resume: waiting-on-customer}
      - {at: 2025-04-17T09:40Z, pause: hands-off}
  - name: four
    events:
      - {at: 2025-04-17T09:00Z, event: opened}
      - {at: 2025-04-17T09:30Z, resume: waiting-on-customer}
  - name: two
    opened: 2025-04-17T09:00Z
    variations:
      - {name: a, tier: Gold, options: [none-such]}
      - {name: a, tier: Bronze, options: [round-the-clock]}
  - {name: five, tier: Gold}
  - {opened: 2025-04-17T09:00Z}
  - {name: six}
"""


def test_mistakes_of_every_sort_are_told_in_one_run():
    """Only what contradicts itself in a scenario waits for its other mistakes: in the third, the end of a pause."""
    scenarios, found = read(FILE)
    assert scenarios == ()
    assert sorted((mistake.location.place.line, mistake.code) for mistake in found) == [
        (2, "SLA613"),
        (2, "SLA616"),
        (3, "SLA621"),
        (8, "SLA647"),
        (12, "SLA643"),
        (16, "SLA621"),
        (17, "SLA644"),
        (17, "SLA646"),
        (18, "SLA645"),
        (19, "SLA614"),
        (20, "SLA645"),
    ]


def test_two_scenarios_without_a_name_are_not_of_one_name():
    nameless = "scenarios:\n  - {opened: 2025-04-17T09:00Z}\n  - {opened: 2025-04-17T09:00Z}\n"
    assert [mistake.code for mistake in read(nameless)[1]] == ["SLA614", "SLA614"]


def test_what_a_refused_part_would_have_said_is_not_missed():
    """With its merge key the scenario would have been opened: that nothing happens in it is no mistake."""
    merging = "scenarios:\n  - {<<: {opened: 2025-04-17T09:00Z}, name: x}\n"
    assert [mistake.code for mistake in read(merging)[1]] == ["SLA603"]


def test_the_schema_of_a_policy_refuses_a_pause_that_follows_from_others():
    data = {"name": "x", "events": [{"at": "2025-04-17T16:30Z", "pause": "hands-off"}]}
    assert validator(False).is_valid(data) and not validator(True).is_valid(data)


def test_files_with_many_mistakes_are_read_to_the_end():
    """Whatever is wrong, and however much, there are mistakes to tell or scenarios to answer."""
    random, graph = Random(20251117), policy()
    for _ in range(400):
        data = data_of(random.choice(TEXTS))
        for _ in range(random.randrange(1, 6)):
            data = mutated(data, random)
        scenarios, found = read(written(data), graph)
        assert bool(scenarios) != any(_is_error(mistake) for mistake in found)


def _is_error(mistake: Diagnostic) -> bool:
    return mistake.severity == "error"
