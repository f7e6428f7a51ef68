"""PyYAML's events put together to a tree, one by one, so that depth never becomes recursion."""

from __future__ import annotations

from typing import Any

from slalang.scenario.tree import Listing, Mapping, Refused, Scalar, Tree
from slalang.source import Diagnostic, Limits, Location, Source, Span


class Stopped(Exception):
    """The text goes beyond a limit."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


class _Open:
    """A listing or a mapping whose end has not come yet; a mapping's keys and values alternate in `parts`."""

    __slots__ = ("flow", "is_mapping", "parts", "start")

    def __init__(self, start: int, is_mapping: bool, flow: bool) -> None:
        self.start, self.is_mapping, self.flow = start, is_mapping, flow
        self.parts: list[Tree] = []


class Composer:
    """Takes events in order; afterwards `root` is the tree, and `mistakes` says what was refused."""

    def __init__(self, source: Source, shift: int, limits: Limits) -> None:
        self.source, self.shift, self.limits = source, shift, limits
        self.root: Tree | None = None
        self.mistakes: list[Diagnostic] = []
        self._open: list[_Open] = []
        self._documents = self._parts = 0

    def location(self, start: int, end: int) -> Location:
        """Where a stretch of the parsed text stands in the source, whose byte order mark was not parsed."""
        return Location(self.source, Span(start + self.shift, min(end + self.shift, len(self.source.text))))

    def take(self, event: Any) -> None:
        self._parts += 1
        if self._parts > self.limits.parts:
            at = self.location(event.start_mark.index, event.start_mark.index + 1)
            message = f"the file has more than {self.limits.parts} parts"
            raise Stopped(Diagnostic("SLA907", message, at, help="split it, or raise the limit with `--limit`"))
        match type(event).__name__:
            case "ScalarEvent":
                self._scalar(event)
            case "MappingStartEvent" | "SequenceStartEvent":
                self._begin(event)
            case "MappingEndEvent" | "SequenceEndEvent":
                self._end(event)
            case "AliasEvent":
                self._add(self._refuse(event, "an alias (`*`) is not allowed in a scenario", _WRITE_OUT))
            case "DocumentStartEvent":
                self._document(event)

    def _scalar(self, event: Any) -> None:
        at = self.location(event.start_mark.index, event.end_mark.index)
        decorated = self._decorated(event)
        self._add(Refused(at) if decorated else Scalar(event.value, event.style in (None, ""), at))

    def _begin(self, event: Any) -> None:
        self._decorated(event)
        start = event.start_mark.index
        if len(self._open) >= self.limits.nesting:
            raise Stopped(self._too_deep(self.location(start, start + 1)))
        self._open.append(_Open(start, type(event).__name__ == "MappingStartEvent", bool(event.flow_style)))

    def _end(self, event: Any) -> None:
        done = self._open.pop()
        # A block ends where the next token begins, maybe lines later: it is shown up to its last part.
        last = done.parts[-1].at.span.end - self.shift if done.parts and not done.flow else event.end_mark.index
        at = self.location(done.start, last)
        self._add(Mapping(self._entries(done.parts), at) if done.is_mapping else Listing(tuple(done.parts), at))

    def _add(self, tree: Tree) -> None:
        if self._open:
            self._open[-1].parts.append(tree)
        elif self.root is None:
            self.root = tree

    def _entries(self, parts: list[Tree]) -> tuple[tuple[Scalar, Tree], ...]:
        found: dict[str, tuple[Scalar, Tree]] = {}
        for key, value in zip(parts[::2], parts[1::2], strict=True):
            if not isinstance(key, Scalar):
                self._bad_key(key)
            elif key.plain and key.text == "<<":
                self._report(key.at, "SLA603", "a merge key (`<<`) is not allowed in a scenario", _WRITE_OUT)
            elif key.text in found:
                self._duplicate(key, found[key.text][0])
            else:
                found[key.text] = key, value
        return tuple(found.values())

    def _bad_key(self, key: Tree) -> None:
        if not isinstance(key, Refused):
            self._report(key.at, "SLA603", "a key must be a text", "write `key: value`")

    def _duplicate(self, key: Scalar, first: Scalar) -> None:
        self._report(key.at, "SLA604", f"`{key.text}` is given twice", "keep one of them", first.at)

    def _decorated(self, event: Any) -> bool:
        if event.anchor is not None:
            self._refuse(event, "an anchor (`&`) is not allowed in a scenario", _WRITE_OUT)
        elif event.tag is not None:
            self._refuse(event, "a tag (`!`) is not allowed in a scenario", "leave it out: each field knows its type")
        return event.anchor is not None or event.tag is not None

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents == 2:
            self._refuse(event, "a second document begins here", "put its scenarios under `scenarios:` of the first")

    def _refuse(self, event: Any, message: str, help: str) -> Refused:
        at = self.location(event.start_mark.index, event.end_mark.index)
        self._report(at, "SLA603", message, help)
        return Refused(at)

    def _report(self, at: Location, code: str, message: str, help: str, first: Location | None = None) -> None:
        secondary = ((first, "first given here"),) if first else ()
        self.mistakes.append(Diagnostic(code, message, at, help=help, secondary=secondary))
        if len(self.mistakes) >= self.limits.mistakes:
            raise Stopped(Diagnostic("SLA906", f"there are more than {self.limits.mistakes} mistakes", at))

    def _too_deep(self, at: Location) -> Diagnostic:
        message = f"nesting is deeper than {self.limits.nesting} levels"
        return Diagnostic("SLA904", message, at, help="a scenario needs six")


_WRITE_OUT = "write the value out where it is needed; `shared:` holds what scenarios have in common"
