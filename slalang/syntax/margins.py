"""How lines begin: continuations at the margin, tabs, and headings of a deeper level."""

import re
from collections.abc import Iterable

from slalang.source.span import Span
from slalang.syntax.lines import Shape, TextLine
from slalang.syntax.reader import Reader
from slalang.syntax.tokens import Sort, Token

_DEEPER = re.compile(r"(?P<marks>#{3,})\s*(?P<title>[^#\s].*)")


def check_margins(reader: Reader, lines: Iterable[TextLine]) -> None:
    """Reports continuations that are not indented, headings that are comments, the first line indented by a tab."""
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
        if line.at_margin and first and first.sort is Sort.COMMENT:
            _check_heading(reader, first)
        if first and first.sort is Sort.BLANK and "\t" in first.text and line.shape is not Shape.BLANK:
            tab = tab or first
        before = line.shape
    if tab:
        reader.report(
            "SLA104", "a line is indented by a tab", tab.span, "indent with blanks: two for lines and rows, four below"
        )


def _check_heading(reader: Reader, comment: Token) -> None:
    """Reports `### Title`, which would silently be a comment; a row of `#` may frame one."""
    found = _DEEPER.match(comment.text)
    if found and not found["title"].endswith("#"):
        span = Span(comment.span.start, comment.span.start + len(found["marks"]))
        help = f"write `## {found['title']}`, or one `#` for a comment"
        reader.report("SLA117", "a heading has two `#`, no more", span, help)
