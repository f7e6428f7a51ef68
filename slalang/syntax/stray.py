"""Lines that cannot be read as what they were meant to be."""

from collections.abc import Sequence

from slalang.source.near import near
from slalang.source.span import Span
from slalang.syntax.lines import Shape, words_before_colon
from slalang.syntax.logical import Logical
from slalang.syntax.reader import Reader, extent
from slalang.syntax.schema import EVERYWHERE, KEYS, KINDS, Kind
from slalang.syntax.tokens import Sort

_AT_MARGIN = "a block begins with its kind, a heading with `##`, a sentence with `>`, a comment with `#`"


def explain_stray(reader: Reader, kind: Kind | None, line: Logical) -> None:
    """Reports an indented line that is no line of a block, or a line at the margin that is no head."""
    first = line.tokens[0]
    if first.text == "-":
        reader.report(
            "SLA114", "a list does not have one item a line", first.span, "write the items after the key, with commas"
        )
    elif first.sort is Sort.MARK or first.text == ">":
        what = "sentence" if first.text == ">" else "heading"
        reader.report("SLA111", f"a {what} is indented", first.span, "begin it at the margin; a comment has one `#`")
    elif first.text.startswith("//"):
        reader.report(
            "SLA108", f"`{reader.source.at(line.span)}` is no comment", line.span, "a comment begins with `#`"
        )
    elif any(token.text == "|" for token in line.tokens):
        reader.report("SLA145", "the row lacks a bar", first.span, "a row begins and ends with `|`")
    elif not _explain_colon(reader, kind, line):
        _explain_other(reader, kind, line)


def _explain_colon(reader: Reader, kind: Kind | None, line: Logical) -> bool:
    """Reports a key without its colon, if the line begins with one."""
    words = [token.text for token in line.tokens if token.sort is Sort.WORD]
    keys = {key.name for key in (*kind.keys, *EVERYWHERE)} if kind else KEYS
    starts = [" ".join(words[:count]) for count in (3, 2, 1)]
    key = next((start for start in starts if start in keys), None) or near(words[0] if words else "", keys)
    if key is None:
        return False
    at = extent(line.tokens[: len(key.split())])
    reader.report("SLA113", f"`{reader.source.at(at)}` has no colon", at, f"write `{key}: ...`")
    return True


def _explain_other(reader: Reader, kind: Kind | None, line: Logical) -> None:
    text = " ".join(reader.source.at(line.span).split())
    place = kind.in_words if kind and not line.at_margin else "a file"
    help = _AT_MARGIN if line.at_margin else "a line is `key: value`; a block begins at the margin"
    reader.report("SLA110", f"`{text}` is no line of {place}", line.span, help)


def explain_head(reader: Reader, line: Logical) -> None:
    """Reports a head that is indented, or ends with a colon."""
    kind = line.tokens[0]
    if not line.at_margin:
        reader.report(
            "SLA111", f"`{kind.text}` begins a block, and is indented", kind.span, "begin the line at the margin"
        )
        return
    colon = next(token for token in line.tokens if token.text == ":")
    before = reader.source.at(Span(line.span.start, colon.span.start)).rstrip()
    reader.report("SLA111", "a head has no colon", colon.span, f"write `{before}`")


def explain_kind(reader: Reader, line: Logical) -> None:
    """Reports a head of an unknown kind."""
    first = line.tokens[0]
    if line.tokens[-1].text == "]":
        reader.report(
            "SLA201", f"`{reader.source.at(line.span)}` is no heading", line.span, "a heading begins with `##`"
        )
        return
    suggested = near(first.text, KINDS)
    help = (
        f"did you mean `{suggested}`?"
        if suggested
        else "begin the line with a kind, such as `commitment` or `calendar`"
    )
    if len(line.tokens) > 3 and not suggested:
        help = "begin a block with its kind, a sentence of the contract with `>`, a comment with `#`"
    reader.report("SLA201", f"`{first.text}` is no kind of block", first.span, help)


def explain_orphans(reader: Reader, line: Logical, below: Sequence[Logical]) -> None:
    """Reports lines below a heading or a sentence, which has none, at that."""
    if not below:
        return
    words = words_before_colon(below[0].tokens)
    if below[0].shape is not Shape.ROW and (words not in KEYS or words == "text only"):
        explain_stray(reader, None, below[0])
        return
    what, help = "heading", "begin a block with its kind: `commitment response`"
    if line.shape is Shape.SENTENCE:
        what, help = "sentence", "a sentence may have the line `text only:`; a block begins with its kind"
    such = "rows" if below[0].shape is Shape.ROW else f"line `{words}:`"
    reader.report("SLA115", f"a {what} has no {such}", line.span, help)
