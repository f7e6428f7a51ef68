"""The manual pages of rules: what their docstrings must say, and the examples in them, tried on a policy."""

from __future__ import annotations

import re
from functools import cache

from slalang.lint import Known, Policy
from slalang.lint.judge import judge
from slalang.lint.load import read_policy
from slalang.lint.page import page_of
from slalang.source import DEFAULT_LIMITS, Source
from tests.docs.merge import changed
from tests.docs.page import ROOT

GIVEN = (ROOT / "docs/examples/given.sla").read_text("utf-8")
HOURS = Source.of("hours.sla", (ROOT / "docs/examples/hours.sla").read_text("utf-8"))
"""The library that examples can use."""
_EXAMPLE = re.compile(r"^```sla\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def example(rule: Known, part: str) -> str:
    """The example of a part."""
    (text,) = _EXAMPLE.findall(page_of(rule).parts[part])
    return str(text)


def policy_of(text: str) -> str:
    """An example as a whole policy: its blocks on top of what the manual gives, unless it is one itself."""
    return text if text.startswith(("policy ", "library ")) else changed(GIVEN, text)


def found_in(rule: Known, text: str) -> list[str]:
    """What a rule says of an example, beyond what it says of the policy that is given."""
    given = set() if text.startswith(("policy ", "library ")) else set(_messages(rule, GIVEN))
    return [message for message in _messages(rule, policy_of(text)) if message not in given]


def _messages(rule: Known, text: str) -> list[str]:
    return [one.message for one in judge(_read(text), [rule]).findings]


@cache
def _read(text: str) -> Policy:
    sources = {"example.sla": Source.of("example.sla", text), HOURS.name: HOURS}
    policy = read_policy("example.sla", sources.__getitem__, DEFAULT_LIMITS, None)
    assert [one.message for one in policy.diagnostics if one.severity == "error"] == []
    return policy
