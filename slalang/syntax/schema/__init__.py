"""The kinds of block and the keys of their lines: the table from which checks, completion and reference are made."""

from slalang.syntax.schema.contract import KINDS as _CONTRACT
from slalang.syntax.schema.doubt import KINDS as _DOUBT
from slalang.syntax.schema.hours import KINDS as _HOURS
from slalang.syntax.schema.incident import KINDS as _INCIDENT
from slalang.syntax.schema.model import Column, Grid, Key, Kind, Need, article
from slalang.syntax.schema.promises import KINDS as _PROMISES

KINDS = {kind.name: kind for kind in _CONTRACT + _INCIDENT + _HOURS + _PROMISES + _DOUBT}

EVERYWHERE = (
    Key("note", "text", "may repeat", "for readers, printed"),
    Key(
        "replaces", "choice", "may", "in an amendment: takes the place of its namesake", "it does not", phrases=("yes",)
    ),
)
"""Keys that every kind has."""

KEYS = frozenset(key.name for kind in KINDS.values() for key in kind.keys + EVERYWHERE) | {"text only"}
"""All keys that any kind has."""

RHYTHMS = ("after the last", "on a beat")
"""What the last part of `every:` chooses from."""

PHRASES = frozenset(phrase for kind in KINDS.values() for key in kind.keys for phrase in key.phrases) | {*RHYTHMS}
"""All phrases that any key chooses from."""

PARAMETER_TYPES = {
    "amount": "amount",
    "share": "share",
    "number": "bound",
    "hours": "opening",
    "period": "period",
    "dates": "closing",
    "date": "bound",
    "zone": "zone",
    "calendar": "calendar",
    "name": "name",
    "text": "text",
    "yes or no": "name",
}
"""What a parameter takes, and the type of the value that fills it in."""

TYPES = frozenset(
    {key.type for kind in KINDS.values() for key in kind.keys + EVERYWHERE}
    | {kind.table.cell for kind in KINDS.values() if kind.table and kind.table.cell}
    | set(PARAMETER_TYPES.values())
)
"""All types of values: start symbols of the grammar, and `raw` for what only other blocks can tell."""

RESERVED = frozenset(
    (
        "and", "or", "not", "is", "of", "to", "per", "times", "after", "before", "from", "by", "none", "any",
        "unstated", "until", "during", "outside", "between", "without", "yes", "no", "within", "on", "gives",
    )
)  # fmt: skip
"""Words that are no names: they join names, or head columns of tables."""

AXES = frozenset({"severity", "tier", "channel", "window", "attainment"})
"""The axes that the language itself gives."""

GIVEN = AXES | {
    "yes",
    "no",
    "bought",
    "not-bought",
    "coverage",
    "commitment",
    "opened",
    "closed",
    "reopened",
    "withdrawn",
}
"""Names that the language itself gives."""


def key_of(kind: Kind, name: str) -> Key | None:
    """The key of a name in a kind of block, the keys of every kind included."""
    return kind.key(name) or next((key for key in EVERYWHERE if key.name == name), None)


__all__ = [
    "AXES",
    "EVERYWHERE",
    "GIVEN",
    "KEYS",
    "KINDS",
    "PARAMETER_TYPES",
    "PHRASES",
    "RESERVED",
    "RHYTHMS",
    "TYPES",
    "Column",
    "Grid",
    "Key",
    "Kind",
    "Need",
    "article",
    "key_of",
]
