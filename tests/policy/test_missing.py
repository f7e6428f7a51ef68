"""Every value that a contract can leave out has words for it."""

from slalang.policy.missing import OF_KEY, OF_KIND, missing
from slalang.syntax.schema import KINDS


def test_what_a_contract_does_not_say_reads_as_the_rest_of_that_sentence() -> None:
    told = {
        ("severities", "changes", "severities"): "who may change the severity",
        ("severities", "chosen by", "severities"): "who chooses the severity",
        ("policy", "in force", "policy"): "its period",
        ("coverage", "calendar", "premium"): "which hours premium covers",
        ("calendar", "zone", "office"): "the zone of office",
        ("credit", "claim within", "late"): "`claim within:` of late",
    }
    assert {asked: missing(*asked) for asked in told} == told


def test_the_words_are_of_keys_that_there_are() -> None:
    keys = {(kind.name, key.name) for kind in KINDS.values() for key in kind.keys}
    assert OF_KIND.keys() <= keys
    assert OF_KEY.keys() <= {name for _, name in keys}
