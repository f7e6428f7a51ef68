"""When time counts, and for which incidents."""

from slalang.syntax.schema.model import Grid, Key, Kind

KINDS = (
    Kind(
        "calendar",
        "must",
        "when time counts",
        (
            Key("zone", "zone", "may", "of its hours", "that of the policy"),
            Key(
                "open",
                "opening",
                "must, may repeat",
                "weekly hours, 24x7, the dates of public holidays, or other calendars",
            ),
            Key("closed", "closing", "may repeat", "holidays, dates, or other calendars", "never"),
            Key("only during", "names", "may", "what is open only while these are too"),
            Key("short day", "dated", "may repeat", "the hours of one date, instead of its own"),
            Key("extra opening", "dated", "may repeat", "hours of one date, on top"),
            Key("working day", "day", "may", "how long one is; must be there when a figure counts in working days"),
            Key(
                "known",
                "period",
                "may",
                "the dates for which holidays are known; needed when all are listed by date",
                "what is pinned, else what the library knows",
            ),
        ),
    ),
    Kind(
        "coverage",
        "must",
        "which calendar counts for which incidents",
        (
            Key("exception to", "names", "may", "the coverages over which this one wins"),
            Key("when", "condition", "may", "for which incidents", "always"),
            Key("for", "names", "may", "commitments", "all"),
            Key("calendar", "calendar", "must", "the hours; `none` is: not covered", column=True),
        ),
        Grid("calendar", gives="calendar"),
    ),
    Kind(
        "exclusion",
        "must",
        "incidents to which promises do not apply",
        (
            Key("exception to", "names", "may", "the rules over which this one wins"),
            Key("when", "condition", "must", "which incidents; without it nothing would be left of the policy"),
            Key(
                "excludes",
                "names",
                "must",
                "the blocks that do not apply; `any`: all but those that are exceptions to this",
            ),
            Key("handed to", "who", "may", "who serves them instead", "nobody"),
            Key("attempt", "choice", "may", "whether help is tried, without a promise", "no", phrases=("yes", "no")),
        ),
    ),
    Kind(
        "pause",
        "must",
        "a reason for which a clock can stand still",
        (
            Key("exception to", "names", "may", "the pauses over which this one wins"),
            Key("when", "condition", "may", "for which incidents", "always"),
            Key("starts", "events", "may", "from when", "the record says so, by the name of the pause"),
            Key("stops", "events", "may", "until when", "likewise"),
            Key("while", "condition", "may", "instead of the two: as long as this holds"),
            Key("void when", "condition", "may", "what annuls it, from its start", "nothing"),
            Key(
                "at most",
                "amount",
                "may",
                "its cap, for each use, on the calendar of the clock that it stops",
                "none",
                column=True,
            ),
            Key(
                "proof",
                "text",
                "may",
                "what the record must show; printed with each use, and changes no answer",
                "nothing",
            ),
        ),
        Grid(None),
    ),
)
