"""Findings with everything that one can have, in a file whose name and lines need care.

In the second line, `16 hours` begins at the 16th code point (from 1) and ends before the 24th; the sign before it takes
two UTF-16 code units, so that an editor counts 17 and 25.
"""

from slalang.source import Clause, Diagnostic, Edit, Fix, Location, Source, Span

TEXT = 'policy a\n  | 🙂 urgent | 16 hours |\n  within: 16 hours # "x"\n'
SOURCE = Source.of("policies/é b.sla", TEXT)
_START = TEXT.index("16 hours")
HOURS = Location(SOURCE, Span(_START, _START + 8))
NAME = Location(SOURCE, Span(7, 8))
FIX = Fix("count it in working hours", (Edit(HOURS, "16 working hours"),))
COUNTED = Diagnostic(
    "SLA301",
    "`16 hours` does not say how it is counted",
    HOURS,
    "in the table",
    "write `16 working hours`",
    ((NAME, "the policy [its name](x)"),),
    Clause("details", "Response", 2),
    FIX,
)
GAP = Diagnostic("SLA401", "no rule for 100%, or none: a,b", NAME, severity="warning")
FOLDER = Diagnostic("SLA511", "`policies` is a folder, not a file")
IDLE = Diagnostic("SLA243", "`law` has no effect yet\x1b[31m", NAME, severity="note")
ALL = (GAP, COUNTED, IDLE, FOLDER, GAP)
