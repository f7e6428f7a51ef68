"""Drafts as a scenario file: it can be run, and says what has to be filled in by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from slalang.graph import Graph
from slalang.graph.rules import Commitment
from slalang.scenario.rewrite import bare
from slalang.testing.coverage import Item
from slalang.testing.drafts.choose import Use
from slalang.testing.drafts.draft import Draft, later, opening

_HEAD = """\
# Incidents for what no scenario exercises yet. To be filled in by hand: the answer that the contract gives, under
# `expect:`, and a name that says what the incident is about. Until then they are run, and test nothing.
"""
_KINDS = {"rule": "rule", "cell": "cell", "exception": "", "hours": "hours", "reading": "reading", "effect": "effect"}


def drafts_text(graph: Graph, policy: str, uses: Iterable[Use]) -> str:
    """The text of a scenario file with drafts, for a policy at a path from that file."""
    first = next((node.id for node, _ in graph.of(Commitment)), None)
    scenarios = (_scenario(number, use, first) for number, use in enumerate(uses, 1))
    return f"{_HEAD}policy: {bare(policy)}\nscenarios:\n" + "\n".join("\n".join(lines) + "\n" for lines in scenarios)


def _scenario(number: int, use: Use, commitment: str | None) -> Iterator[str]:
    yield from (f"  # exercises {_shown(item)}" for item in use.exercises)
    draft = use.draft
    yield f"  - name: {bare(f'{number}, {_about(draft)}')}"
    yield from (f"    {key}: {_flow(value)}" for key, value in _parts(draft).items())
    yield "    events:"
    yield from (f"      - {_flow(event)}" for event in [opening(draft), *later(draft)])
    yield "    # expect:"
    yield f"    #   {commitment or 'scope'}: ..."


def _parts(draft: Draft) -> dict[str, Any]:
    parts = {
        "tier": draft.tier,
        "options": list(draft.options),
        "channel": draft.channel,
        "facts": dict(draft.facts) or None,
        "readings": dict(draft.readings) or None,
    }
    return {key: value for key, value in parts.items() if value is not None}


def _about(draft: Draft) -> str:
    """What tells an incident from others at first sight."""
    words = (draft.severity, draft.tier, *draft.options, draft.channel, f"{draft.opened:%A %H:%M}")
    return ", ".join(word for word in words if word)


def _shown(item: Item) -> str:
    return f"{_KINDS.get(item.kind, item.kind)} {item.name} ({item.place.file}:{item.place.line})".strip()


def _flow(value: Any) -> str:
    match value:
        case Mapping():
            return "{" + ", ".join(f"{bare(key)}: {_flow(part)}" for key, part in value.items()) + "}"
        case list():
            return f"[{', '.join(map(_flow, value))}]"
        case _:
            return bare(str(value))
