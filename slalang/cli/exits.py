"""Exit codes: what a script can tell from a run. Where several apply, the highest counts."""

ANSWERED = 0
FINDINGS = 1
USAGE = 2
INVALID = 3
LIMIT = 4
BUG = 70
INTERRUPTED = 130
