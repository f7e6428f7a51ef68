"""The contract and its parts: who agrees, where it is written, what files belong to it."""

from slalang.syntax.schema.model import Key, Kind

KINDS = (
    Kind(
        "policy",
        "must",
        "what is agreed, between whom; first block of a policy",
        (
            Key("owed by", "who", "may", "who promises, where a block does not say", "the party `vendor`"),
            Key("owed to", "who", "may", "to whom", "the party `customer`"),
            Key("zone", "zone", "may", "of dates and answers; must be there unless all calendars share one"),
            Key("in force", "period", "must", "the period of this version; a contract without one is open to dispute"),
            Key("version", "text", "may", "the name of this version", "the only one"),
            Key("version by", "event", "may", "the event whose date picks the version", "opened"),
            Key(
                "missing date",
                "choice",
                "may",
                "where `1 calendar month` leads to 31 June",
                "such an obligation is unknown",
                phrases=("the last of the month", "the first of the next"),
            ),
            Key("amends", "file", "may", "the version that holds but for the blocks of this file"),
            Key("strikes", "names", "may", "blocks of the amended version that no longer hold"),
        ),
    ),
    Kind(
        "agreement",
        "must",
        "fills in a template; first block of an agreement",
        (
            Key("fills in", "file", "must", "the template"),
            Key("with", "text", "must", "the other party, in words"),
            Key("in force", "period", "may", "the period of this agreement", "that of the template"),
        ),
    ),
    Kind("library", "must", "declarations for several policies; first block of a library", ()),
    Kind(
        "use",
        "no",
        "takes declarations from a library",
        (
            Key("from", "file", "must", "the library"),
            Key("takes", "names", "must", "what becomes visible here; a clash is an error"),
        ),
    ),
    Kind(
        "source",
        "must",
        "a document that clauses point into",
        (
            Key("at", "text", "may", "its address"),
            Key(
                "heading", "text", "may repeat", "one of its headings; where there are any, citing another is an error"
            ),
            Key("dated", "period", "may", "its date or validity"),
        ),
    ),
    Kind(
        "party",
        "must",
        "who owes, is owed, or is told",
        (
            Key("of", "name", "may", "the party whose role this is", "a party of its own"),
            Key("open", "calendar", "may", "when it can be reached", "always"),
        ),
    ),
)
