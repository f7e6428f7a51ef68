"""What an agreement gives, what a contract leaves in doubt, what an author wants proved."""

from slalang.syntax.schema.model import Column, Grid, Key, Kind

KINDS = (
    Kind(
        "parameter",
        "must",
        "a value that the agreement gives",
        (
            Key(
                "takes",
                "choice",
                "must",
                "its type",
                phrases=(
                    "amount",
                    "share",
                    "number",
                    "hours",
                    "period",
                    "dates",
                    "date",
                    "zone",
                    "calendar",
                    "name",
                    "text",
                    "yes or no",
                ),
            ),
            Key("for each", "names", "may", "the axes of its table", "one value"),
            Key("at least", "bound", "may", "the least that may be filled in", "no bound"),
            Key("at most", "bound", "may", "the most that may be filled in", "no bound"),
        ),
    ),
    Kind(
        "fill",
        "must",
        "the value of a parameter",
        (Key("value", "raw", "may", "the value, if it is one; else a table"),),
        Grid("raw", (Column("value", "raw"),)),
    ),
    Kind(
        "reading",
        "must",
        "a doubt, its meanings, and the one that holds",
        (
            Key("default", "name", "must", "the meaning that holds unless another is asked for"),
            Key("because", "text", "must", "why; a choice without a reason is a guess"),
        ),
        Grid(None, (Column("meaning", "name"), Column("value", "raw"), Column("in words", "text")), has_axes=False),
    ),
    Kind(
        "law",
        "must",
        "what the author wants proved",
        (
            Key("when", "condition", "may", "for which incidents", "always"),
            Key("always", "condition", "one of these", "holds in every incident"),
            Key("never", "condition", "one of these", "holds in none"),
            Key("never slower", "names", "one of these", "commitments; with the next line"),
            Key("with a higher", "name", "may", "`tier` or `severity`"),
            Key("in order", "names", "one of these", "commitments whose dues come in this order"),
        ),
    ),
)
