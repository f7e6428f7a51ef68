"""Nodes of events and occasions."""

from slalang.source.span import Span
from slalang.syntax import nodes as n
from slalang.syntax.build.leaves import Actions


def miss(span: Span, _word: n.Name, *of: n.Name) -> n.Miss:
    return n.Miss(of, span)


def on_agreement(span: Span, _word: n.Name, *of: n.Name) -> n.OnAgreement:
    return n.OnAgreement(of, span)


ACTIONS: Actions = {
    "event": lambda span, name, by=None: n.Event(name, by, span),
    "any_event": lambda span, *events: n.AnyEvent(events, span),
    "all_events": lambda span, *events: n.AllEvents(events, span),
    "miss": miss,
    "at_share": lambda span, share, of: n.AtShare(share, of, span),
    "after_event": lambda span, gap, event: n.AfterEvent(gap, event, span),
    "silence": lambda span, gap, event, without: n.Silence(gap, event, without, span),
    "before_due": lambda span, gap, of: n.BeforeDue(gap, of, span),
    "after_due": lambda span, gap, of: n.AfterDue(gap, of, span),
    "on_request": lambda span, _word, of: n.OnRequest(of, span),
    "on_agreement": on_agreement,
}
