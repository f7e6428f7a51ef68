"""Nodes of the frame, of texts and of names."""

from typing import NamedTuple

from slalang.source.span import Span
from slalang.syntax import nodes as n
from slalang.syntax.build.leaves import Actions, Word


class Head(NamedTuple):
    """`commitment response "Response time"`: a kind, a name, a title."""

    kind: n.Name
    name: n.Name | None
    title: n.String | None
    span: Span


class Places(NamedTuple):
    """What stands in the brackets of a heading."""

    refs: tuple[n.Ref, ...]
    span: Span


def head(span: Span, kind: n.Name, *rest: n.Name | n.String) -> Head:
    name = next((part for part in rest if isinstance(part, n.Name)), None)
    title = next((part for part in rest if isinstance(part, n.String)), None)
    return Head(kind, name, title, span)


def ref(span: Span, source: n.Name, *rest: n.String | n.Number) -> n.Ref:
    heading = next((part for part in rest if isinstance(part, n.String)), None)
    paragraph = next((int(part.value) for part in rest if isinstance(part, n.Number)), None)
    return n.Ref(source, heading, paragraph, span)


def domain(span: Span, kind: Word, *bounds: n.Number) -> n.Domain:
    low, high = (bound.value for bound in bounds) if bounds else (None, None)
    return n.Domain(kind.text, low, high, span)  # type: ignore[arg-type]


ACTIONS: Actions = {
    "head": head,
    "places": lambda span, *refs: Places(refs, span),
    "place": ref,
    "cite": lambda span, *refs: n.Cite(refs, span),
    "own_words": lambda span, _: n.Cite((), span),
    "ref": ref,
    "deferred": lambda span, to: n.Deferred(to, span),
    "text": lambda span, *strings: n.Text(" ".join(string.text for string in strings), span),
    "choice": lambda span, *words: n.Choice(" ".join(name.word for name in words), span),
    "members": lambda span, *members: n.Members(members, span),
    "member": lambda span, name, title=None: n.Member(name, title, span),
    "names": lambda span, *items: n.Names(items, span),
    "and_above": lambda span, name: n.AndAbove(name, span),
    "and_below": lambda span, name: n.AndBelow(name, span),
    "who": lambda span, party: n.Who((party,), True, span),
    "jointly": lambda span, *parties: n.Who(parties, True, span),
    "either": lambda span, *parties: n.Who(parties, False, span),
    "domain": domain,
}
