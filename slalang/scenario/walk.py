"""A tree held against a shape: its leaves, for the checks of values and names, and what has the wrong form."""

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias, assert_never

from slalang.scenario.shapes import (
    ByForm,
    Facts,
    Instant,
    Kinds,
    Leaf,
    ListOf,
    Name,
    Pattern,
    Readings,
    Record,
    Shape,
    Text,
    Words,
)
from slalang.scenario.tree import Listing, Mapping, Refused, Scalar, Tree
from slalang.scenario.words import listed
from slalang.source import Diagnostic, Location, near

LONGEST_SHOWN = 40
"""Characters of a value that a help repeats."""

SAID_INSTEAD = {"state": "status"}
"""Keys for which others are written that do not look like them."""


class Value(NamedTuple):
    """A text, where one belongs."""

    shape: Leaf
    scalar: Scalar


class Named(NamedTuple):
    """A mapping from names to texts, where facts or readings belong."""

    shape: Facts | Readings
    mapping: Mapping


Found: TypeAlias = Value | Named | Diagnostic


def walk(shape: Shape, tree: Tree) -> Iterator[Found]:
    """All leaves of a tree that has this shape, and a diagnostic for each part that has not."""
    if isinstance(tree, Refused):
        return
    if isinstance(tree, Scalar) and tree.is_empty:
        help = f"write {_form(shape)}, or leave it out"
        yield Diagnostic("SLA611", "a value is missing here", tree.at, help=help)
        return
    match shape:
        case Text() | Words() | Pattern() | Instant() | Name():
            yield Value(shape, tree) if isinstance(tree, Scalar) else _wrong_form(shape, tree)
        case Facts() | Readings():
            yield from _named(shape, tree)
        case ListOf():
            yield from _listing(shape, tree)
        case Record():
            yield from _record(shape, tree)
        case Kinds():
            yield from _kinds(shape, tree)
        case ByForm():
            yield from _by_form(shape, tree)
        case _:
            assert_never(shape)


def _named(shape: Facts | Readings, tree: Tree) -> Iterator[Found]:
    if not isinstance(tree, Mapping):
        yield _wrong_form(shape, tree)
        return
    for _, value in tree.entries:
        yield from (found for found in walk(Text(), value) if isinstance(found, Diagnostic))
    yield Named(shape, tree)


def _listing(shape: ListOf, tree: Tree) -> Iterator[Found]:
    if not isinstance(tree, Listing):
        yield _wrong_form(shape, tree)
        return
    if len(tree.items) < shape.at_least:
        yield Diagnostic("SLA612", f"at least {shape.at_least} must stand here", tree.at, help=f"write {_form(shape)}")
    for item in tree.items:
        yield from walk(shape.of, item)


def _record(record: Record, tree: Tree, is_event: bool = False) -> Iterator[Found]:
    if not isinstance(tree, Mapping):
        yield _wrong_form(record, tree)
        return
    shapes = {field.key: field.shape for field in record.fields}
    for key, value in tree.entries:
        if key.text in shapes:
            yield from walk(shapes[key.text], value)
        elif record.others:
            yield Value(record.others[0], key)
            yield from walk(record.others[1], value)
        else:
            yield _unknown_key(record, key, value, is_event)
    yield from _missing_keys(record, tree)


def _kinds(shape: Kinds, tree: Tree) -> Iterator[Found]:
    kind = kind_of(shape, tree)
    if not isinstance(tree, Mapping):
        yield _wrong_form(shape, tree)
    elif kind is None:
        yield _no_kind(shape, tree)
    else:
        yield from _record(kind, tree, is_event="fact" in dict(shape.kinds))


def kind_of(shape: Kinds, tree: Tree) -> Record | None:
    """The record that a mapping is of, by the first telling key that it has."""
    keys = tree.names() if isinstance(tree, Mapping) else ()
    return next((record for key, record in shape.kinds if key in keys), shape.otherwise)


def _by_form(shape: ByForm, tree: Tree) -> Iterator[Found]:
    match tree:
        case Scalar() if shape.text is not None:
            yield from walk(shape.text, tree)
        case Listing() if shape.listing is not None:
            yield from walk(shape.listing, tree)
        case Mapping() if shape.mapping is not None:
            yield from walk(shape.mapping, tree)
        case _:
            yield _wrong_form(shape, tree)


def _wrong_form(shape: Shape, tree: Tree) -> Diagnostic:
    given = {Scalar: "a text", Listing: "a list", Mapping: "keys with values", Refused: "nothing"}[type(tree)]
    return Diagnostic("SLA610", f"{_form(shape)} belongs here, not {given}", tree.at, help=_example(shape))


def _form(shape: Shape) -> str:
    match shape:
        case Text():
            return "a text"
        case Words(words):
            return f"one of {listed(words)}" if len(words) > 1 else listed(words)
        case Pattern(what):
            return what
        case Instant():
            return "an instant"
        case Name(of):
            return f"the name of {'an' if of[0] in 'aeo' else 'a'} {of}"
        case Facts():
            return "facts with their values"
        case Readings():
            return "readings with their meanings"
        case ListOf():
            return "a list"
        case Record(what) | Kinds(what):
            return what
        case ByForm():
            forms = (form for form in shape if form is not None)
            return " or ".join(_form(form) for form in forms)
        case _:
            assert_never(shape)


def _example(shape: Shape) -> str:
    match shape:
        case ListOf():
            return "write it between `[` and `]`, or each item on a line of its own after `- `"
        case Record(_, fields) if fields:
            return f"write `key: value`, with {listed(field.key for field in fields)}"
        case Record(_, _, (key, Record(_, fields))):
            name = key.example if isinstance(key, Pattern) else "name"
            return f"write `{name}: {{{fields[0].key}: ...}}`, with {listed(field.key for field in fields)}"
        case Facts() | Readings() | Record():
            return "write `name: value`"
        case Kinds(_, kinds):
            return f"write `{kinds[0][0]}: ...` and what goes with it"
        case _:
            return ""


def _unknown_key(record: Record, key: Scalar, value: Tree, is_event: bool) -> Diagnostic:
    known = [field.key for field in record.fields]
    alike = SAID_INSTEAD.get(key.text)
    meant = alike if alike in known else near(key.text, known)
    under = "facts" if "facts" in known else "fact" if is_event else None
    fact = _as_fact(key, value, under) if under is not None and isinstance(value, Scalar) else ""
    help = f"did you mean `{meant}`?" if meant else f"{fact}{record.what} has {listed(known)}"
    return Diagnostic("SLA613", f"`{key.text}` is no part of {record.what}", key.at, help=help)


def _as_fact(key: Scalar, value: Scalar, under: str) -> str:
    told = value.text if value.text.isprintable() and len(value.text) <= LONGEST_SHOWN else "..."
    where = " in an event of its own" if under == "fact" else ""
    return f"if `{key.text}` is a fact, write `{under}: {{{key.text}: {told}}}`{where}; "


def _missing_keys(record: Record, tree: Mapping) -> Iterator[Diagnostic]:
    given = set(tree.names())
    for field in record.fields:
        if field.required and field.key not in given:
            message = f"{record.what} needs `{field.key}`"
            yield Diagnostic("SLA614", message, _beginning(tree.at), help=f"add `{field.key}:`, {field.about}")


def _no_kind(shape: Kinds, tree: Mapping) -> Diagnostic:
    telling = [key for key, _ in shape.kinds]
    for key, _ in tree.entries:
        if meant := near(key.text, telling):
            help = f"did you mean `{meant}`?"
            return Diagnostic("SLA613", f"`{key.text}` is no part of {shape.what}", key.at, help=help)
    help = f"give one of {listed(telling)}"
    return Diagnostic("SLA615", f"{shape.what} must say what it is", _beginning(tree.at), help=help)


def _beginning(at: Location) -> Location:
    """The first line of a place, so that a missing part does not underline a page."""
    end = at.source.text.find("\n", at.span.start)
    return at if end < 0 else at._replace(span=at.span._replace(end=min(end, at.span.end)))
