"""The end of a derivation: the stretches of a clock, its due, its milestone, its verdict."""

from __future__ import annotations

from collections.abc import Iterator

from slalang.graph import Node
from slalang.graph.rules import Pause
from slalang.outcome.asking.view import View
from slalang.outcome.clocks import plan as plans
from slalang.outcome.clocks.parts import Plan, Run
from slalang.outcome.clocks.still import pauses_told
from slalang.outcome.decisions.targets import Landing
from slalang.outcome.instants.events import event_reason
from slalang.outcome.model import Reason, Status, Stretch
from slalang.outcome.obligations.verdict import Facts
from slalang.outcome.record.steps import FOREVER
from slalang.scenario.model import Happening


def telling(
    view: View, id: str, stop: Happening | None, facts: Facts, parts: tuple[Stretch, ...], verdict: Status
) -> tuple[Reason, ...]:
    """From the first stretch to the verdict, each with the instants from which it can be worked out again."""
    told = [_stretch_reason(part, view.zone()) for part in parts]
    if facts.due is not None:
        then = "late" if facts.strict else "in time"
        data = (("due", facts.due), ("strict", facts.strict))
        told.append(Reason("due", id, f"what comes at the due instant itself is {then}", data=data))
    told += endings(view, id, stop, facts)
    if facts.paused:
        told.append(Reason("pause", id, "a pause is open", data=(("open", True),)))
    verdict_data = (("as_of", facts.as_of), ("start", facts.start), ("status", verdict))
    return (*told, Reason("verdict", id, verdict, data=verdict_data))


def endings(view: View, id: str, stop: Happening | None, facts: Facts) -> Iterator[Reason]:
    """What ended a clock, and when it was at risk."""
    if stop is not None:
        yield event_reason(view, stop, "stop")
    for kind, instant in (("cancelled", facts.cancelled), ("waived", facts.waived), ("at risk", facts.at_risk_from)):
        if instant is not None:
            yield Reason(kind, id, kind, data=(("at", instant),))


def pause_reasons(run: Run, plan: Plan, until: int) -> Iterator[Reason]:
    """The pauses that bear on a clock before an instant, or would without their cap, each with what declares it."""
    for pause in pauses_told(run, plan):
        if pause.start < until and pause.ceased > plan.start and pause.doubt is None:
            node = run.view.node(pause.pause)
            data = (("end", None if pause.end == FOREVER else pause.end), ("start", pause.start))
            because = (*(() if pause.cap is None else (pause.cap,)), *_proof(node))
            yield Reason("paused", pause.pause, pause.reason, node.clauses, node.place, data, because)


def _proof(node: Node) -> Iterator[Reason]:
    """What the record must show of a pause: told, and never looked at."""
    assert isinstance(node.body, Pause)
    if node.body.proof is not None:
        yield Reason("proof", node.id, f"to be shown by the record: {node.body.proof}", node.clauses, node.place)


def landing_reason(run: Run, plan: Plan, id: str) -> tuple[Reason, ...]:
    """Of a date amount: where it leads, and how much counts until there."""
    measure = plan.regime.target.committed
    if not isinstance(measure, Landing):
        return ()
    lands, counted = plans.landed(run, plan, measure)
    text = f"{plan.regime.target.text} from the start, without pauses"
    return (Reason("landing", id, text, data=(("counted", counted), ("landing", lands), ("zone", run.view.zone()))),)


def _stretch_reason(part: Stretch, zone: str) -> Reason:
    kind = "counted" if part.counted else "skipped"
    return Reason(kind, part.kind, part.reason, data=(("end", part.end), ("start", part.start), ("zone", zone)))
