"""What a kind of block and a key of its lines are, as data."""

from typing import Literal, NamedTuple

Need = Literal["must", "may", "must, may repeat", "may repeat", "one of these", "must, unless force is none"]


def article(noun: str) -> str:
    """The article of a noun."""
    return "an" if noun[0] in "aeiou" else "a"


class Key(NamedTuple):
    """A key: the type of its value (a start symbol of the grammar), and what leaving it out means."""

    name: str
    type: str
    need: Need
    help: str
    left_out: str = ""
    phrases: tuple[str, ...] = ()
    column: bool = False

    @property
    def repeats(self) -> bool:
        """Whether a block may have several such lines; they add up."""
        return self.need.endswith("may repeat")


class Column(NamedTuple):
    """A column that is no key: its heading, and the type of its cells."""

    heading: str
    type: str


class Grid(NamedTuple):
    """What the table of a kind may hold: the type of its cells after a corner, and columns that are no keys."""

    cell: str | None
    columns: tuple[Column, ...] = ()
    names_commitments: bool = False
    has_axes: bool = True
    gives: str | None = None
    """The key for which the cells after a corner stand."""
    rows_are_rules: bool = False
    """Whether each row is a rule, and its cells lines of it; else a cell may be `-`, and says nothing."""


class Kind(NamedTuple):
    """A kind of block: whether its head has a name, its keys in canonical order, and its table, if it may have one."""

    name: str
    named: Literal["must", "may", "no"]
    help: str
    keys: tuple[Key, ...]
    table: Grid | None = None

    @property
    def in_words(self) -> str:
        """Its name with an article, for messages."""
        return f"{article(self.name)} `{self.name}`"

    def key(self, name: str) -> Key | None:
        """The key of this name, if the kind has one."""
        return next((key for key in self.keys if key.name == name), None)
