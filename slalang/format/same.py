"""Whether two texts of a policy say the same, but for layout, the order of lines, and spelling."""

from collections import Counter
from typing import Any

from slalang.format.spelling import spelled
from slalang.format.words import Word
from slalang.source import DEFAULT_LIMITS, Limits, Source, Span
from slalang.syntax import nodes, parse
from slalang.syntax.lines import lines_of
from slalang.syntax.schema import EVERYWHERE, KINDS


def says_the_same(one: Source, other: Source, limits: Limits = DEFAULT_LIMITS) -> bool:
    """Whether two texts are free of mistakes, have the same items and the same comments, each as often."""
    (file, mistakes), (again, more) = parse(one, limits), parse(other, limits)
    return not mistakes and not more and _content(file) == _content(again) and _comments(one) == _comments(other)


def _comments(source: Source) -> Counter[str]:
    return Counter(comment.text.rstrip() for line in lines_of(source) for comment in line.comments)


def _content(file: nodes.File) -> tuple[Any, ...]:
    return tuple(_bare(file.source, item) for item in file.items)


def _bare(source: Source, node: Any) -> Any:
    """A node without places and comments; what stands above an item is compared there."""
    match node:
        case nodes.Raw(span):
            return _raw(source, span)
        case Span() | nodes.Comment():
            return None
        case nodes.Block():
            order = [key.name for key in (*KINDS[node.kind].keys, *EVERYWHERE)]
            lines = tuple(sorted(node.lines, key=lambda line: order.index(line.key)))
            return _parts(source, node._replace(lines=lines, comments=(), heading=None, sentence=None))
        case nodes.Sentence():
            return _parts(source, node._replace(comments=(), heading=None))
        case nodes.Heading() | nodes.Line() | nodes.Row() | nodes.Table():
            return _parts(source, node._replace(comments=()))
        case nodes.IsOneOf(subject, (name,), negated, span):
            return _parts(source, nodes.Is(subject, name, negated, span))
        case nodes.Sentence(text):
            return text.split()
        case tuple():
            return _parts(source, node)
    return node


def _parts(source: Source, node: Any) -> tuple[Any, ...]:
    return type(node), *(_bare(source, part) for part in node)


def _raw(source: Source, span: Span) -> list[str]:
    """The words of a value that no type is known of."""
    tokens = [token for line in lines_of(Source.of(source.name, source.at(span))) for token in line.significant]
    return [word.text for word in spelled([Word(token.sort, token.text) for token in tokens], "")]
