"""Outcomes as an SVG timeline: self-contained, for light and dark pages, with all that it shows also in words."""

from collections.abc import Iterator, Sequence
from html import escape

from slalang.outcome.model import Obligation, Outcome
from slalang.report.layout import cut
from slalang.report.outcome import summary
from slalang.report.outcome.axis import ticks
from slalang.report.outcome.chart import Chart, Lane, Mark, chart
from slalang.report.outcome.timeline import owed_no_more, standing, timeline, what, when
from slalang.report.words import instant

WIDTH, LEFT, RIGHT, TOP, LANE, FOOT = 960, 232, 40, 104, 64, 48
STYLE = """
  text { font: 13px system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; fill: #1f2933 }
  .card { fill: #ffffff; stroke: #d5dbe1 }
  .heading { font-size: 17px; font-weight: 600 }
  .small { font-size: 12px; fill: #52606d }
  .strong { font-weight: 600 }
  .grid { stroke: #e4e7eb }
  .now { stroke: #52606d; stroke-dasharray: 3 3 }
  .halo { paint-order: stroke; stroke: #ffffff; stroke-width: 4 }
  .closed { fill: #e4e7eb }
  .reason { font-size: 10px; fill: #52606d }
  .open { fill: #2f80c2 }
  .pause { fill: url(#paused) }
  .stripe { stroke: #d9822b; stroke-width: 3 }
  .due, .projected { fill: #1f2933 }
  .expected { fill: #ffffff; stroke: #1f2933; stroke-width: 1.5 }
  .projected { fill-opacity: .45 }
  .met { fill: #1e8e5a }
  .late, .missed { fill: #c4314b }
  .over { fill: #7b8794 }
  .step { fill: #8957c7 }
  .sign { stroke: #ffffff; stroke-width: 1.8; fill: none; stroke-linecap: round }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6e9ec }
    .card { fill: #15191e; stroke: #3a424b }
    .small { fill: #a9b4bf }
    .grid { stroke: #2a3138 }
    .now { stroke: #a9b4bf }
    .halo { stroke: #15191e }
    .closed { fill: #2f3740 }
    .reason { fill: #a9b4bf }
    .open { fill: #4a9be0 }
    .due, .projected { fill: #e6e9ec }
    .expected { fill: #15191e; stroke: #e6e9ec }
  }
"""
LEGEND = {
    "open": "time counts",
    "closed": "closed",
    "pause": "paused",
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


def outcomes_svg(outcomes: Sequence[Outcome]) -> str:
    """The SVG text of outcomes, one card below the other."""
    shown = tuple(map(summary.overview, outcomes))
    heights = [_height(outcome) for outcome in shown]
    total = sum(heights) + 16 * (len(heights) - 1)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {total}" width="{WIDTH}" height="{total}" '
        'role="img" aria-labelledby="title desc">',
        f'<title id="title">{_text("; ".join(_heading(outcome) for outcome in shown))}</title>',
        f'<desc id="desc">{_text(" ".join(_description(outcome) for outcome in shown))}</desc>',
        f"<style>{STYLE}</style>",
        '<defs><pattern id="paused" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        '<line class="stripe" x1="2" y1="0" x2="2" y2="7"/></pattern></defs>',
    ]
    top = 0
    for outcome, height in zip(shown, heights, strict=True):
        lines += [f'<g transform="translate(0 {top})">', *_card(outcome, height), "</g>"]
        top += height + 16
    return "\n".join([*lines, "</svg>"]) + "\n"


def _heading(outcome: Outcome) -> str:
    return f"{outcome.scenario}, under {summary.under(outcome)}"


def _description(outcome: Outcome) -> str:
    due = [f"{what(e.obligation)}, {when(e.obligation, outcome.zone)}, {standing(e.obligation, outcome.zone)}."
           for e in (*timeline((outcome,)), *owed_no_more((outcome,)))]  # fmt: skip
    return " ".join((". ".join(summary.incident(outcome)) + ".", *due))


def _height(outcome: Outcome) -> int:
    drawn = chart(outcome)
    return TOP + LANE * max(1, len(drawn.lanes) if drawn else 0) + FOOT


def _card(outcome: Outcome, height: int) -> Iterator[str]:
    yield f'<rect class="card" x="0.5" y="0.5" width="{WIDTH - 1}" height="{height - 1}" rx="10"/>'
    yield _label(24, 36, cut(_heading(outcome), 95).rstrip(), "heading")
    yield _label(24, 58, cut("; ".join(summary.incident(outcome)), 130).rstrip(), "small")
    drawn = chart(outcome)
    if drawn is None:
        yield _label(24, TOP + 24, "no clock runs", "small")
        return
    yield from _grid(drawn, outcome.zone, height)
    for number, lane in enumerate(drawn.lanes):
        yield from _lane(drawn, lane, TOP + LANE * number, outcome.zone)
    yield from _legend(drawn, height - 20)


def _x(drawn: Chart, at: int) -> float:
    """Where an instant lies, in user units: integers divided once, so that every machine writes the same digits."""
    return (at - drawn.start) * (WIDTH - LEFT - RIGHT) * 10 // (drawn.end - drawn.start) / 10 + LEFT


def _grid(drawn: Chart, zone: str, height: int) -> Iterator[str]:
    bottom = height - FOOT
    for at, label in ticks(drawn.start, drawn.end, zone, 10):
        x = _x(drawn, at)
        yield f'<line class="grid" x1="{x}" y1="{TOP - 8}" x2="{x}" y2="{bottom}"/>'
        yield _label(x, TOP - 14, label, "small", "middle")
    if drawn.now is not None:
        x = _x(drawn, drawn.now)
        yield f'<line class="now" x1="{x}" y1="{TOP - 8}" x2="{x}" y2="{bottom}"><title>as of</title></line>'


def _lane(drawn: Chart, lane: Lane, top: int, zone: str) -> Iterator[str]:
    obligation = lane.obligation
    yield _label(24, top + 18, _name(obligation), "strong")
    yield _label(24, top + 35, cut(_status(lane), 32).rstrip(), "small")
    for stretch in lane.stretches:
        x, end = _x(drawn, stretch.start), _x(drawn, stretch.end)
        kind = {"not covered": "closed"}.get(stretch.kind, stretch.kind)
        words = f"{instant(stretch.start, zone)} to {instant(stretch.end, zone)}: {stretch.reason}"
        backing = f'<rect class="closed" x="{x}" y="{top + 8}" width="{_width(x, end)}" height="14"/>'
        if kind == "pause":
            yield backing
        yield (
            f'<rect class="{kind}" x="{x}" y="{top + 8}" width="{_width(x, end)}" height="14">'
            f"<title>{_text(words)}</title></rect>"
        )
        reason = stretch.reason.partition(",")[0]
        if kind != "open" and end - x > 6 * len(reason) + 8:
            style = "reason halo" if kind == "pause" else "reason"
            yield _label(round((x + end) / 2, 1), top + 19, reason, style, "middle")
    for mark in lane.marks:
        yield from _mark(_x(drawn, mark.at), top + 15, mark, zone)
    yield from _due(drawn, lane, top, zone)


def _name(obligation: Obligation) -> str:
    """The title, with what tells apart the clocks of one commitment, such as the number of a link."""
    part = cut(obligation.id.removeprefix(obligation.commitment), 18).rstrip()
    return cut(obligation.title or obligation.commitment, 26 - len(part)).rstrip() + part


def _width(x: float, end: float) -> float:
    return round(max(end - x, 0.5), 1)


def _status(lane: Lane) -> str:
    force = lane.obligation.force
    return f"{lane.obligation.status}, {force}" if force else lane.obligation.status


def _due(drawn: Chart, lane: Lane, top: int, zone: str) -> Iterator[str]:
    for mark in lane.marks:
        if mark.kind in ("due", "missed", "projected"):
            x = _x(drawn, mark.at)
            anchor = "end" if x > WIDTH - 150 else "start" if x < LEFT + 100 else "middle"
            words = ("if the pause ended now: due " if mark.kind == "projected" else "due ") + instant(mark.at, zone)
            yield _label(min(x, WIDTH - 16), top + 41, words, "small halo", anchor)


def _mark(x: float, y: int, mark: Mark, zone: str) -> Iterator[str]:
    shape = SHAPES.get(mark.kind)
    if shape is not None:
        words = f"{LEGEND[mark.kind]} {instant(mark.at, zone)}"
        yield f'<g transform="translate({x} {y})"><title>{_text(words)}</title>{shape}</g>'


_DIAMOND = '<path class="{}" d="M0-10 8 0 0 10-8 0z"/>'
SHAPES = {
    "expected": _DIAMOND.format("expected"),
    "due": _DIAMOND.format("due"),
    "missed": _DIAMOND.format("missed") + '<path class="sign" d="M0-5.5V1.5M0 5.2V5.4"/>',
    "projected": _DIAMOND.format("projected"),
    "met": '<circle class="met" r="8"/><path class="sign" d="M-3.5 0-1 3 4-3"/>',
    "late": '<circle class="late" r="8"/><path class="sign" d="M-3-3 3 3M3-3-3 3"/>',
    "over": '<circle class="over" r="8"/><path class="sign" d="M-3.5 0H3.5"/>',
    "step": '<path class="step" d="M0-16 6-7-6-7z"/>',
}


def _legend(drawn: Chart, y: int) -> Iterator[str]:
    used: set[str] = {stretch.kind for lane in drawn.lanes for stretch in lane.stretches}
    used |= {mark.kind for lane in drawn.lanes for mark in lane.marks}
    used |= {"closed"} if "not covered" in used else set()
    used |= {"now"} if drawn.now is not None else set()
    x = 24
    for kind, words in LEGEND.items():
        if kind in used:
            yield _key(kind, x, y)
            yield _label(x + 24, y, words, "small")
            x += 44 + 7 * len(words)


def _key(kind: str, x: int, y: int) -> str:
    if kind == "now":
        return f'<line class="now" x1="{x + 9}" y1="{y - 12}" x2="{x + 9}" y2="{y + 2}"/>'
    if kind in SHAPES:
        return f'<g transform="translate({x + 9} {y - 4 + 4 * (kind == "step")}) scale(.8)">{SHAPES[kind]}</g>'
    return f'<rect class="{kind}" x="{x}" y="{y - 11}" width="18" height="12"/>'


def _label(x: float, y: int, text: str, style: str, anchor: str = "start") -> str:
    return f'<text class="{style}" x="{x}" y="{y}" text-anchor="{anchor}">{_text(text)}</text>'


def _text(text: str) -> str:
    return escape(text, quote=False)
