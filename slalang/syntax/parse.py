"""The text of a file as nodes: the one function that other passes call, and the type of its answer."""

from slalang.source.decode import refused
from slalang.source.diagnostic import Diagnostic, position
from slalang.source.limits import DEFAULT_LIMITS, Limits
from slalang.source.text import Source
from slalang.syntax.items import items_of
from slalang.syntax.lines import Shape, lines_of
from slalang.syntax.logical import Logical, logical_lines
from slalang.syntax.margins import check_margins
from slalang.syntax.nodes import Comment, File
from slalang.syntax.reader import Reader


def parse(source: Source, limits: Limits = DEFAULT_LIMITS) -> tuple[File, tuple[Diagnostic, ...]]:
    """A file and all its mistakes, in the order of the text; what a mistake made unreadable is `Invalid`."""
    if found := refused(source, limits):
        return File(source, (), ()), found
    text_lines = lines_of(source)
    lines, comments = logical_lines(text_lines)
    reader = Reader(source, limits, _declared(lines), _has_readings(lines), [])
    check_margins(reader, text_lines)
    read = tuple(items_of(reader, lines))
    items = tuple(item for item in read if not isinstance(item, Comment))
    left = tuple(item for item in read if isinstance(item, Comment))
    return File(source, items, (*left, *comments)), _in_order(reader.found, limits)


def _in_order(found: list[Diagnostic], limits: Limits) -> tuple[Diagnostic, ...]:
    """Mistakes in the order of the text, up to the limit."""
    ordered = sorted(found, key=position)
    if len(ordered) <= limits.mistakes:
        return tuple(ordered)
    message = f"there are more than {limits.mistakes} mistakes, and the rest of the file was not read"
    last = Diagnostic("SLA906", message, ordered[limits.mistakes].location, help="mend those above first")
    return (*ordered[: limits.mistakes], last)


def _declared(lines: tuple[Logical, ...]) -> dict[str, str]:
    """The names in the heads of a file, each with its kind."""
    heads = (line.tokens for line in lines if line.shape is Shape.HEAD and len(line.tokens) > 1)
    return {tokens[1].text: tokens[0].text for tokens in heads}


def _has_readings(lines: tuple[Logical, ...]) -> bool:
    """Whether names that stand for phrases can be declared, in a file or in one that it uses."""
    return any(line.tokens[0].text in ("reading", "parameter", "use", "agreement", "amends") for line in lines)
