"""Lines that are no line of anything."""

from collections.abc import Sequence

from slalang.syntax.logical import Logical
from slalang.syntax.reader import Reader
from slalang.syntax.schema import Kind


def explain_stray(reader: Reader, kind: Kind | None, line: Logical) -> None:
    """Reports a line that cannot be read."""
    reader.report("SLA110", "no line", line.span)


def explain_head(reader: Reader, line: Logical) -> None:
    """Reports a head that is indented, or ends with a colon."""
    reader.report("SLA111", "no head", line.span)


def explain_kind(reader: Reader, line: Logical) -> None:
    """Reports a head of an unknown kind."""
    reader.report("SLA201", "no kind", line.span)


def explain_orphans(reader: Reader, line: Logical, below: Sequence[Logical]) -> None:
    """Reports lines below a heading or a sentence, which has none, at that."""
    if below:
        reader.report("SLA110", "no lines here", line.span)
