"""The shapes that a part of a scenario can have: what the table of fields is made of."""

from collections.abc import Callable
from typing import Literal, NamedTuple, TypeAlias

Axis: TypeAlias = Literal[
    "channel", "commitment", "event", "fact", "obligation", "option", "party", "pause", "reading", "severity", "tier",
    "clock", "closure", "duty", "entitlement", "exclusion", "question", "step",
]  # fmt: skip
"""What a name is a name of; a policy knows the names of each. An obligation is a commitment, or a part of one; a clock
is that of an obligation or of a closure; a question is what an answer can turn on and the record can lack."""

PARTED: tuple[Axis, ...] = ("clock", "obligation")
"""Those that may name a part of a commitment, such as `update 2`."""


class Text(NamedTuple):
    """Free text."""


class Words(NamedTuple):
    """One of some words."""

    words: tuple[str, ...]


class Pattern(NamedTuple):
    """A text of a certain form, such as an amount; `regex` is one for Python and for JSON Schema alike."""

    what: str
    regex: str
    example: str
    read: Callable[[str], object] | None = None
    """Finds what the form can't tell, such as a date that does not exist: it returns a `Mistaken`."""


class Instant(NamedTuple):
    """An instant, or one of some words."""

    words: tuple[str, ...] = ()


class Name(NamedTuple):
    """A name of the policy, or one of some words."""

    of: Axis
    words: tuple[str, ...] = ()


class Facts(NamedTuple):
    """Facts of the policy, each with its value."""


class Readings(NamedTuple):
    """Readings of the policy, each with one of its meanings."""


class ListOf(NamedTuple):
    of: "Shape"
    at_least: int = 0


class Field(NamedTuple):
    key: str
    shape: "Shape"
    about: str
    required: bool = False


class Record(NamedTuple):
    """Fields by key; `others` are any further keys, of one form and with values of one shape."""

    what: str
    fields: tuple[Field, ...] = ()
    others: "tuple[Leaf, Shape] | None" = None


class Kinds(NamedTuple):
    """A record whose kind is told by the first of these keys that it has; without any, it is of the kind `otherwise`,
    or wrong."""

    what: str
    kinds: tuple[tuple[str, Record], ...]
    otherwise: Record | None = None


class ByForm(NamedTuple):
    """One shape where a text stands, another for a listing, another for a mapping."""

    text: "Leaf | None" = None
    listing: ListOf | None = None
    mapping: Record | None = None


Leaf: TypeAlias = Text | Words | Pattern | Instant | Name
Shape: TypeAlias = Text | Words | Pattern | Instant | Name | Facts | Readings | ListOf | Record | Kinds | ByForm
