"""An incident whose answer takes too much: what is asked for is told, and that nothing of it is known."""

from __future__ import annotations

from slalang.graph.rules import Commitment, Severities
from slalang.outcome.asking.unsettled import Unsettled
from slalang.outcome.asking.view import View
from slalang.outcome.incident.promises import unknown_promises
from slalang.outcome.model import Outcome, Reason, Scope, SeverityPiece
from slalang.outcome.obligations.told import bare, unknown


def all_unknown(view: View, scenario: str, why: Reason) -> Outcome:
    """The outcome of a scenario of which nothing is known, for one reason."""
    header, case = view.graph.header, view.case
    doubt = Unsettled(why)
    return Outcome(
        policy=header.name,
        version=header.version,
        scenario=scenario,
        zone=view.zone(),
        opened=case.opened,
        as_of=case.as_of,
        scope=Scope("unknown", (), False, (), why),
        severity=_severity(view, why),
        obligations=tuple(unknown(bare(view, node, node.id), doubt) for node, _ in view.graph.of(Commitment)),
        steps=(),
        promises=unknown_promises(view, why),
        remarks=(why.text,),
        title=header.title,
        agreement=header.agreement,
    )


def _severity(view: View, why: Reason) -> tuple[SeverityPiece, ...]:
    if view.graph.one(Severities) is None or view.case.opened is None:
        return ()
    return (SeverityPiece(view.case.opened, None, None, f"unknown: {why.text}", why),)
