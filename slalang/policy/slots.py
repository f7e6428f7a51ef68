"""Values that may be settled elsewhere: by a reading, by a parameter of an agreement, or not at all."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from slalang.graph.values import ByReading, Hole, Slot
from slalang.policy.declared import Declared
from slalang.policy.site import Site
from slalang.source import Span
from slalang.syntax import nodes

if TYPE_CHECKING:
    from slalang.policy.program import Fill, Given

T = TypeVar("T")


class ValueType(NamedTuple, Generic[T]):
    """A type of value: its start symbol, the parameters that can give it, and how it becomes a part of the graph."""

    symbol: str
    takes: tuple[str, ...]
    kinds: tuple[str, ...]
    """The kinds of block whose names are such values."""
    compile: Callable[[Site, Any], Slot[T]]
    phrases: tuple[str, ...] = ()
    """What a choice is between."""


def lift(join: Callable[..., Any], *slots: Any) -> Any:
    """The slot of what values give together: under each combination of meanings; a hole among them remains one.

    A reading is read once: where it decides several of the values, they are taken under the same meaning.
    """
    for slot in slots:
        if isinstance(slot, Hole):
            return slot
        if isinstance(slot, ByReading):
            names = [name for name, _ in slot.meanings]
            read = [(name, [_read(other, slot.reading, name) for other in slots]) for name in names]
            return ByReading(slot.reading, tuple((name, lift(join, *values)) for name, values in read))
    return join(*slots)


def _read(slot: Any, reading: str, meaning: str) -> Any:
    """What a slot is under one meaning of a reading."""
    if not isinstance(slot, ByReading):
        return slot
    if slot.reading == reading:
        return _read(dict(slot.meanings)[meaning], reading, meaning)
    return ByReading(slot.reading, tuple((name, _read(value, reading, meaning)) for name, value in slot.meanings))


def settled(slot: Any) -> Iterator[Any]:
    """The values that a slot can have, holes left out."""
    match slot:
        case ByReading(_, meanings):
            for _, value in meanings:
                yield from settled(value)
        case Hole():
            return
        case _:
            yield slot


def stand_in(site: Site, name: nodes.Name, wanted: ValueType[T], *, beside: str = "", otherwise: str = "") -> Slot[T]:
    """What a reading or a parameter gives where a value of some type is wanted; the rest is as for `Program.find`."""
    kinds = (*wanted.kinds, "reading", "parameter")
    found = site.find(name, kinds, beside=beside, otherwise=otherwise)
    if found is None:
        return site.broken(name.span)
    if found.id in site.trail:
        return _circle(site, name, found)
    site.use(found.id)
    if found.kind == "reading":
        return _by_reading(site, found, wanted, name.span)
    return _of_parameter(site, found, wanted, name.span)


def _circle(site: Site, name: nodes.Name, found: Declared) -> Hole:
    site.error(
        "SLA231", f"`{name.word}` is given by itself", name.span, help="write a value, or the name of another reading"
    )
    return site.broken(name.span)


def _by_reading(site: Site, reading: Declared, wanted: ValueType[T], used: Span) -> Slot[T]:
    inner = site._replace(
        source=reading.source,
        clauses=site.program.citations.of_block(reading),
        trail=(*site.trail, reading.id),
    )
    meanings = site.program.meanings(reading.id)
    by = tuple((meaning.name, _raw(inner, meaning.value, wanted, site, used)) for meaning in meanings)
    return ByReading(reading.id, by) if by else site.broken(used)


def _raw(inner: Site, span: Span, wanted: ValueType[T], site: Site, used: Span) -> Slot[T]:
    """What a text in a reading or a fill says, as a value of the type that the place of its use has."""
    value, mistake = site.program.parsed(wanted.symbol, inner.source, span, wanted.phrases)
    if mistake is not None:
        site.lose(used)
        stands = f"`{inner.trail[-1]}` stands here, in {site.where}"
        message = f"`{inner.text(span)}` can't stand in {site.where}"
        inner.error("SLA319", message, span, help=mistake.help, secondary=((site.at(used), stands),))
    return inner.broken(span) if isinstance(value, nodes.Invalid) else wanted.compile(inner, value)


def _of_parameter(site: Site, parameter: Declared, wanted: ValueType[T], used: Span) -> Slot[T]:
    given = site.program.parameters.get(parameter.id)
    if given is None or not given.takes:
        return site.broken(used)
    if given.takes not in wanted.takes:
        message = f"the parameter `{parameter.id}` takes {given.takes}, which is nothing for {site.where}"
        help = "write a value, or the name of another parameter"
        site.error("SLA312", message, used, help=help, secondary=((parameter.location, "declared here"),))
        return site.broken(used)
    if given.axes:
        site.error(
            "SLA313",
            f"`{parameter.id}` has a value for each {' and '.join(given.axes)}, and here stands one value",
            used,
            help="use it for the figures of a commitment or the calendar of a coverage, or leave out its `for each:`",
        )
        return site.broken(used)
    if given.fill is None:
        return given.hole
    return filled(site, parameter.id, given, given.fill, wanted, used)


def filled(site: Site, parameter: str, given: "Given", fill: "Fill", wanted: ValueType[T], used: Span) -> Slot[T]:
    """What the agreement gives for a parameter, or for one combination of its axes."""
    inner = site._replace(source=given.source, clauses=fill.clauses, trail=(*site.trail, parameter))
    return _raw(inner, fill.span, wanted, site, used)
