"""The picture of a timeline in a terminal."""

from slalang.outcome.model import Reason, Stretch
from slalang.report.outcome.picture import picture
from tests.report.outcomes import WHY_RESPONSE, at, outcome, response


def day(*stretches: Stretch, **changes: object) -> list[str]:
    """The picture of one clock on Tuesday from 09:00 to 19:00, in which a column is a quarter of an hour."""
    clock = response(
        start=at("2025-04-22T09:00+01:00"), due=at("2025-04-22T19:00+01:00"), stretches=stretches, **changes
    )
    return list(picture(outcome(clock, as_of=at("2025-04-22T08:00+01:00")), 52))


def stretch(start: str, end: str, kind: str) -> Stretch:
    return Stretch(at(f"2025-04-22T{start}+01:00"), at(f"2025-04-22T{end}+01:00"), kind == "open", "", kind)  # type: ignore[arg-type]


def test_each_column_shows_what_most_of_it_is() -> None:
    """16 quarters open, 8 closed, 16 open; the first column is the start and the last one the due."""
    lines = day(
        stretch("09:00", "13:00", "open"), stretch("13:00", "15:00", "closed"), stretch("15:00", "19:00", "open")
    )
    assert lines[1] == "  response ┝" + "━" * 15 + "·" * 8 + "━" * 15 + "◆"


def test_a_pause_is_never_hidden_however_short() -> None:
    lines = day(
        stretch("09:00", "13:02", "open"), stretch("13:02", "13:03", "pause"), stretch("13:03", "19:00", "open")
    )
    assert lines[1].count("╌") == 1


def test_the_axis_shows_local_times() -> None:
    """Every three hours, where the label fits: that of 18:00 would run over the edge."""
    axis = day(stretch("09:00", "19:00", "open"))[0]
    assert axis.split() == ["09:00", "12:00", "15:00"]


def test_a_narrow_picture_has_dates_too() -> None:
    """From Thursday noon to Wednesday noon, 144 hours in 28 columns: every second midnight, for each there is no room.

    The first is after 36 hours, in column 7, the second after 84, in column 16; the third would run over the edge.
    """
    clock = response(start=at("2025-04-17T12:00+01:00"), due=at("2025-04-23T12:00+01:00"), stretches=())
    lines = list(picture(outcome(clock, as_of=at("2025-04-17T12:00+01:00")), 40))
    assert lines[0] == " " * (11 + 7) + "Sat 19" + " " * 3 + "Mon 21"


def test_the_legend_explains_what_is_drawn_and_nothing_else() -> None:
    assert day(stretch("09:00", "19:00", "open"))[-1] == "  ━ time counts, ┝ start, ◆ due"


def test_there_is_no_picture_without_a_time_to_show() -> None:
    assert list(picture(outcome(response(due=None, stretches=())), 80)) == []


def test_a_miss_without_an_answer_and_a_cancelled_clock_have_signs_of_their_own() -> None:
    missed = "\n".join(picture(outcome(response(status="missed", stopped=None)), 80))
    assert "! due, and missed" in missed and "\N{BLACK DIAMOND}" not in missed
    ended = Reason("cancelled", "response", "cancelled", data=(("at", at("2025-04-18T12:00+01:00")),))
    gone = response(status="cancelled", why=WHY_RESPONSE._replace(because=(ended,)))
    drawn = "\n".join(picture(outcome(gone), 80))
    assert "\N{WHITE CIRCLE} owed no more" in drawn and "\N{BLACK DIAMOND}" not in drawn
