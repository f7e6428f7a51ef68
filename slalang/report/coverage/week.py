"""The hours of a week as a table of HTML; a letter says what a colour does."""

from collections.abc import Iterator, Sequence
from html import escape

from slalang.testing.coverage.model import HourUse

_LETTERS = (
    ("S2", "S", "clocks started, in hours in which incidents of the severity can be covered"),
    ("C2", "C", "clocks counted"),
    ("B1", "B", "clocks started, in hours in which incidents are not covered"),
    ("N", "N", "incidents can be covered, and no clock started or counted"),
)
_REST = (
    "A number is that of scenarios. Where nothing stands, incidents are not covered, and nothing happened. Hours are "
    "those of the zone of the policy; when incidents can be covered is that of a week without holidays."
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def legend() -> Iterator[str]:
    """What letters and colours mean in every week of the page."""
    yield "<h2>How to read the weeks</h2>"
    yield '<dl class="legend">'
    for name, letter, meaning in _LETTERS:
        yield f'<div><dt class="{name}">{letter}</dt><dd>{meaning}</dd></div>'
    yield f"</dl><p>{_REST}</p>"


def is_empty(hours: Sequence[HourUse]) -> bool:
    """Whether there is nothing to show of a week."""
    return not any(_use(hour)[0] for hour in hours)


def week_table(severity: str, hours: Sequence[HourUse]) -> Iterator[str]:
    """The 168 hours of a severity, a row for each weekday."""
    yield f'<div class="scroll"><table class="week"><caption>{escape(severity)}</caption>'
    yield headings("Day", *(f"{hour:02}" for hour in range(24)))
    for weekday, name in enumerate(_DAYS):
        cells = "".join(_cell(hour) for hour in hours[24 * weekday : 24 * (weekday + 1)])
        yield f'<tr><th scope="row">{name}</th>{cells}</tr>'
    yield "</table></div>"


def headings(*names: str) -> str:
    """The row of a table that says what its columns are."""
    return "<tr>" + "".join(f'<th scope="col">{escape(name)}</th>' for name in names) + "</tr>"


def _cell(hour: HourUse) -> str:
    letter, scenarios = _use(hour)
    if not letter:
        return "<td></td>"
    if not scenarios:
        return f'<td class="{letter}">{letter}</td>'
    heat = 1 + (scenarios > 1) + (scenarios > 4)
    return f'<td class="{letter}{heat}">{letter}{scenarios}</td>'


def _use(hour: HourUse) -> tuple[str, int]:
    if hour.started:
        return ("S" if hour.open or hour.counted else "B"), hour.started
    if hour.counted:
        return "C", hour.counted
    return ("N" if hour.open else ""), 0
