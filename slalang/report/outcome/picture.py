"""The timeline drawn in the characters of a terminal. It says nothing that the text does not say as well."""

from collections.abc import Iterator
from typing import NamedTuple

from slalang.outcome.model import Outcome
from slalang.report.layout import cut, paragraph
from slalang.report.outcome.axis import ticks
from slalang.report.outcome.chart import Chart, Lane, chart


class Pen(NamedTuple):
    """The characters for each thing drawn, by its kind."""

    characters: dict[str, str]
    ellipsis: str


UNICODE = Pen(
    {
        "open": "━",
        "closed": "·",
        "pause": "╌",
        "not covered": " ",
        "start": "┝",
        "expected": "◇",
        "due": "◆",
        "missed": "!",
        "projected": "◈",
        "met": "✓",
        "late": "✗",
        "over": "○",
        "step": "▲",
        "now": "│",
    },
    "…",
)
ASCII = Pen(
    {
        "open": "=",
        "closed": ".",
        "pause": "~",
        "not covered": " ",
        "start": "[",
        "expected": "?",
        "due": "#",
        "missed": "!",
        "projected": "%",
        "met": "+",
        "late": "x",
        "over": "o",
        "step": "^",
        "now": "|",
    },
    "~",
)
MEANINGS = {
    "open": "time counts",
    "closed": "closed",
    "pause": "paused",
    "start": "start",
    "expected": "expected",
    "due": "due",
    "missed": "due, and missed",
    "projected": "due if the pause ended now",
    "met": "done",
    "late": "done late",
    "over": "owed no more",
    "step": "escalation or notice",
    "now": "as of",
}
LEAST_TICKS = 4
"""Fewer could fall beside a narrow picture altogether; a label for which there is no room is left out."""
# What happens in one column: the later of these hides the earlier.
_ORDER = ("now", "start", "step", "expected", "projected", "met", "due", "late", "over", "missed")


def picture(outcome: Outcome, width: int, *, ascii: bool = False) -> Iterator[str]:
    """The lines of the picture, none wider than `width`; no lines where there is nothing to draw."""
    drawn = chart(outcome)
    if drawn is None:
        return
    pen = ASCII if ascii else UNICODE
    margin = min(max(len(lane.obligation.id) for lane in drawn.lanes), max(8, width // 5))
    scale = max(10, width - margin - 4)
    yield f"  {' ' * margin} {_axis(drawn, outcome.zone, scale)}".rstrip()
    lines = [_draw(drawn, lane, scale, pen) for lane in drawn.lanes]
    for lane, line in zip(drawn.lanes, lines, strict=True):
        yield f"  {cut(lane.obligation.id, margin, pen.ellipsis)} {line}".rstrip()
    yield paragraph(_legend(drawn, "".join(lines), pen), width, 2)


def _column(drawn: Chart, at: int, scale: int) -> int:
    return min(scale - 1, (at - drawn.start) * scale // (drawn.end - drawn.start))


def _axis(drawn: Chart, zone: str, scale: int) -> str:
    line = [" "] * scale
    for at, label in ticks(drawn.start, drawn.end, zone, max(LEAST_TICKS, scale // 8)):
        column = _column(drawn, at, scale)
        if column + len(label) <= scale and "".join(line[max(0, column - 1) : column + len(label)]).isspace():
            line[column : column + len(label)] = label
    return "".join(line)


def _draw(drawn: Chart, lane: Lane, scale: int, pen: Pen) -> str:
    line = [pen.characters[kind] if kind else " " for kind in _kinds(drawn, lane, scale)]
    marks: list[tuple[str, int]] = [(mark.kind, mark.at) for mark in lane.marks]
    marks += [] if drawn.now is None else [("now", drawn.now)]
    for kind, at in sorted(marks, key=lambda mark: _ORDER.index(mark[0])):
        line[_column(drawn, at, scale)] = pen.characters[kind]
    return "".join(line)


def _kinds(drawn: Chart, lane: Lane, scale: int) -> list[str | None]:
    """For each column the kind of stretch that takes most of it; a pause is never hidden."""
    shares: list[dict[str, int]] = [{} for _ in range(scale)]
    length = drawn.end - drawn.start
    for stretch in lane.stretches:
        for column in range(_column(drawn, stretch.start, scale), _column(drawn, stretch.end, scale) + 1):
            left, right = drawn.start + column * length // scale, drawn.start + (column + 1) * length // scale
            overlap = min(stretch.end, right) - max(stretch.start, left)
            if overlap > 0:
                shares[column][stretch.kind] = shares[column].get(stretch.kind, 0) + overlap
    return [_chief(share) for share in shares]


def _chief(share: dict[str, int]) -> str | None:
    if "pause" in share:
        return "pause"
    return max(share, key=lambda kind: (share[kind], kind), default=None)


def _legend(drawn: Chart, lines: str, pen: Pen) -> str:
    """What the characters mean, also those of stretches that are too short to be seen beside a mark."""
    stretches = {stretch.kind for lane in drawn.lanes for stretch in lane.stretches}
    used = (kind for kind in MEANINGS if kind in stretches or pen.characters[kind] in lines)
    return ", ".join(f"{pen.characters[kind]} {MEANINGS[kind]}" for kind in used)
