"""What is remarked on valid policies: it stands in the way of no answer."""

from slalang.policy import compile_policy
from slalang.source import Diagnostic, Source
from tests.policy.compiling import COMMITMENT, HEAD, OFFICE


def remarks(text: str) -> tuple[Diagnostic, ...]:
    """What is said of a policy that compiles."""
    graph, found = compile_policy("p.sla", lambda name: Source.of(name, HEAD + text))
    assert graph is not None, found
    return found


PROMISE = OFFICE + COMMITMENT + "  within: 4 working hours\n"


def test_a_credit_and_a_law_are_said_to_have_no_effect_yet() -> None:
    found = remarks(
        PROMISE + "\ncredit late\n  for: response\n  gives: EUR 100\n\nlaw promised\n  in order: response, response\n"
    )
    assert [(one.code, one.severity, one.message) for one in found] == [
        ("SLA243", "note", "`late` has no effect yet"),
        ("SLA243", "note", "`promised` has no effect yet"),
    ]
