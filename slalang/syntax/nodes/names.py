"""Names, texts, holes, citations: what can stand in values of many types."""

from fractions import Fraction
from typing import Literal, NamedTuple, TypeAlias

from slalang.source.span import Span


class Invalid(NamedTuple):
    """What could not be parsed; the mistake has been reported."""

    span: Span


class Raw(NamedTuple):
    """A value whose type only other blocks can tell; `parse_as` parses its span once that is known."""

    span: Span


class Comment(NamedTuple):
    """A comment, from `#` to the end of its line."""

    text: str
    span: Span


class Name(NamedTuple):
    """A name as it is written: of a block, a member, a reading, a parameter."""

    word: str
    span: Span


class String(NamedTuple):
    """One text in quotes, without them."""

    text: str
    span: Span


class Text(NamedTuple):
    """A text, which may be written as several strings; they are joined with a blank."""

    text: str
    span: Span


class Number(NamedTuple):
    """A number without a unit; a paragraph, or a bound of a fact."""

    value: Fraction
    span: Span


class Ref(NamedTuple):
    """A place in a document: `details "Resolution" 4`."""

    source: Name
    heading: String | None
    paragraph: int | None
    span: Span


class Cite(NamedTuple):
    """What a piece cites; without any reference (`per none`) it is the author's own."""

    refs: tuple[Ref, ...]
    span: Span


class Unstated(NamedTuple):
    """`unstated`: the contract is silent."""

    span: Span


class Deferred(NamedTuple):
    """`deferred to options "Times"`: another document says it."""

    to: Ref
    span: Span


class Nothing(NamedTuple):
    """`none`."""

    span: Span


class Anything(NamedTuple):
    """`any`."""

    span: Span


class Dash(NamedTuple):
    """`-`: this table does not speak of it."""

    span: Span


class Choice(NamedTuple):
    """One of the phrases that the schema lists for a key: `up or down`."""

    phrase: str
    span: Span


class Member(NamedTuple):
    """A member of an axis, as it is declared: `P1 "Critical"`."""

    name: Name
    title: String | None
    span: Span


class Members(NamedTuple):
    """The members of an axis, in the order in which they are written."""

    items: tuple[Member, ...]
    span: Span


class AndAbove(NamedTuple):
    """`Silver and above`, or `Silver or above`: a member and those higher in its order."""

    name: Name
    span: Span


class AndBelow(NamedTuple):
    """`Silver and below`, or `Silver or below`: a member and those lower in its order."""

    name: Name
    span: Span


Item: TypeAlias = Name | AndAbove | AndBelow


class Names(NamedTuple):
    """A list of names, in the order in which they are written."""

    items: tuple[Item, ...]
    span: Span


class Who(NamedTuple):
    """Parties: one, several jointly (`and`), or any one of several (`or`)."""

    parties: tuple[Name, ...]
    jointly: bool
    span: Span


class Domain(NamedTuple):
    """What a fact takes; the bounds are those of a number, both included."""

    kind: Literal["number", "date", "instant", "amount", "zone"]
    low: Fraction | None
    high: Fraction | None
    span: Span


Hole: TypeAlias = Unstated | Deferred
NameOrHole: TypeAlias = Name | Hole
TextValue: TypeAlias = Text | Name | Hole
ChoiceValue: TypeAlias = Choice | Name | Hole
NamesValue: TypeAlias = Names | Anything | Nothing | Hole
WhoValue: TypeAlias = Who | Anything | Nothing | Hole
