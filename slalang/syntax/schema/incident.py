"""The incident: its facts and axes, who decides them, and what their changes do."""

from slalang.syntax.schema.model import Grid, Key, Kind

KINDS = (
    Kind(
        "tiers",
        "no",
        "the packages, an axis called `tier`",
        (Key("highest first", "members", "must", "in order, since `Silver and above` and the analysis need it"),),
    ),
    Kind(
        "option",
        "must",
        "what can be bought on top of a tier; its axis has `bought` and `not-bought`",
        (Key("for", "names", "must", "the tiers that may buy it"),),
    ),
    Kind(
        "channels",
        "no",
        "the ways to get in touch, an axis called `channel` (that of the opening)",
        (Key("values", "members", "must", "all of them, since rules turn on them"),),
    ),
    Kind(
        "fact",
        "must",
        "a property of the incident; without lines it is yes or no",
        (
            Key("values", "members", "may", "the values, without order"),
            Key("highest first", "members", "may", "the values, in order, so that `or above` can be asked"),
            Key("takes", "domain", "may", "a number with its bounds, a date, an instant, an amount, a zone"),
            Key("yes when", "condition", "may", "a derived fact"),
            Key("decided by", "who", "may", "a judgement: `and` is jointly, `or` is either", "it can be seen"),
        ),
    ),
    Kind(
        "windows",
        "no",
        "calendars that share out the week, an axis called `window`",
        (
            Key("calendars", "names", "must", "every hour lies in exactly one of them; the analysis proves it"),
            Key(
                "working day",
                "day",
                "may",
                "of all or some of them together; must be there when a figure counts in working days",
            ),
        ),
    ),
    Kind(
        "severities",
        "no",
        "the classes of incidents, an axis called `severity`",
        (
            Key("highest first", "members", "must", "in order, with the names that the contract prints"),
            Key(
                "chosen by",
                "who",
                "must",
                "who sets it first; who may change it later is a reclassification",
                column=True,
            ),
            Key("if not chosen", "name", "may", "the severity where nobody chose", "the definitions decide"),
            Key("otherwise", "name", "may", "the severity where no definition holds", "a gap, which is reported"),
            Key(
                "definitions",
                "choice",
                "may",
                "must be there, as `none` or a hole, when no severity block has `when:`",
                phrases=("none",),
            ),
            Key(
                "follows facts",
                "choice",
                "may",
                "whether a change of facts changes what was set",
                "no",
                phrases=("yes", "no"),
            ),
            Key(
                "changes",
                "choice",
                "may",
                "must be there, as `none` or a hole, when there is no reclassification",
                phrases=("none",),
            ),
        ),
        Grid("name"),
    ),
    Kind(
        "severity",
        "must",
        "the definition of one severity",
        (
            Key("exception to", "names", "may", "the severities over which this one wins where both hold"),
            Key("when", "condition", "may", "for which incidents", "somebody chooses it, or it is the `otherwise`"),
            Key("called", "text", "may", "only as a hole: the contract has lost its name"),
            Key("also called", "text", "may", "another name in the contract"),
        ),
    ),
    Kind(
        "reclassification",
        "must",
        "a right to change the severity",
        (
            Key("exception to", "names", "may", "the rules over which this one wins"),
            Key("by", "who", "must", "the party; a change by any other has no effect"),
            Key("direction", "choice", "must", "up is toward the highest", phrases=("up", "down", "up or down")),
            Key("when", "condition", "may", "the ground", "at any time, on any ground"),
            Key("clocks", "clocks", "must", "what happens to running clocks: keep, retarget, restart, retroactive"),
            Key("misses", "choice", "may", "those that already happened", "stand", phrases=("stand", "are waived")),
        ),
    ),
    Kind(
        "change",
        "must",
        "any other change that bears on running clocks",
        (
            Key("exception to", "names", "may", "the rules over which this one wins"),
            Key(
                "of",
                "names",
                "must",
                "`tier`, options or facts; one that no block names makes what it would alter unknown",
            ),
            Key("when", "condition", "may", "for which incidents", "every such change"),
            Key("clocks", "clocks", "must", "keep, retarget, restart, retroactive"),
            Key("misses", "choice", "may", "those that already happened", "stand", phrases=("stand", "are waived")),
        ),
    ),
    Kind(
        "event",
        "must",
        "something that happens once or more in an incident",
        (Key("decided by", "who", "may", "who says that it happened", "the record"),),
    ),
)
