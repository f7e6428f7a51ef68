"""How lines begin: continuations at the margin, and tabs."""

from collections.abc import Iterable

from slalang.syntax.lines import Shape, TextLine
from slalang.syntax.reader import Reader
from slalang.syntax.tokens import Sort


def check_margins(reader: Reader, lines: Iterable[TextLine]) -> None:
    """Reports continuations that are not indented, and the first line that is indented by a tab."""
    tab, before = None, Shape.BLANK
    for line in lines:
        first = line.tokens[0] if line.tokens else None
        if line.at_margin and line.shape is Shape.MORE and first and before is not Shape.BLANK:
            reader.report(
                "SLA112",
                f"`{first.text}` is not indented",
                first.span,
                "indent what goes on with a line by four blanks",
            )
        if first and first.sort is Sort.BLANK and "\t" in first.text and line.shape is not Shape.BLANK:
            tab = tab or first
        before = line.shape
    if tab:
        reader.report(
            "SLA104", "a line is indented by a tab", tab.span, "indent with blanks: two for lines and rows, four below"
        )
