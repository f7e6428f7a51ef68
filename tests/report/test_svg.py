"""Outcomes as SVG."""

from xml.etree import ElementTree

from slalang.outcome.model import Obligation, Reason, Stretch
from slalang.report.outcome.svg import outcomes_svg
from tests.report.outcomes import DUE, HOUR, OPENED, STRETCHES, WHY_RESPONSE, outcome, response

SVG = "{http://www.w3.org/2000/svg}"


def test_the_picture_says_in_words_what_it_shows() -> None:
    root = ElementTree.fromstring(outcomes_svg([outcome()]))
    assert root.findtext(f"{SVG}title") == "outage on Maundy Thursday, under isode"
    assert "Response time (response), Tue 2025-04-22 12:30 +01:00, running; 30 working minutes left." in str(
        root.findtext(f"{SVG}desc")
    )


def test_the_picture_needs_nothing_from_elsewhere() -> None:
    text = outcomes_svg([outcome()]).replace("http://www.w3.org/2000/svg", "")
    assert "http" not in text and "<script" not in text and "<image" not in text


def test_text_of_users_is_escaped() -> None:
    """Neither markup nor characters that XML forbids pass through."""
    root = ElementTree.fromstring(outcomes_svg([outcome(scenario="<b>&\x1b")]))
    assert root.findtext(f"{SVG}title") == "<b>&\\x1b, under isode"


def test_an_incident_without_a_clock_says_so() -> None:
    root = ElementTree.fromstring(outcomes_svg([outcome(response(due=None, stretches=(), start=None))]))
    assert "no clock runs" in [text.text for text in root.iter(f"{SVG}text")]


def test_each_stretch_tells_its_reason() -> None:
    titles = [title.text for title in ElementTree.fromstring(outcomes_svg([outcome()])).iter(f"{SVG}title")]
    assert "Fri 2025-04-18 00:00 +01:00 to Sat 2025-04-19 00:00 +01:00: Good Friday, England & Wales" in titles


def texts(*obligations: Obligation) -> list[str | None]:
    """All that a picture says, words under the pointer too."""
    root = ElementTree.fromstring(outcomes_svg([outcome(*obligations)]))
    return [node.text for tag in ("text", "title") for node in root.iter(f"{SVG}{tag}")]


def test_each_link_of_a_chain_shows_its_number() -> None:
    links = [response(id=f"updates {number}", commitment="updates", title="Word on the state") for number in (1, 2)]
    assert {"Word on the state 1", "Word on the state 2"} <= set(texts(*links))


def test_the_name_of_a_part_is_cut_before_its_title_is_lost() -> None:
    part = response(id="response:" + "long" * 9, title="Response time of a part")
    assert "Respons\N{HORIZONTAL ELLIPSIS}:longlonglonglong\N{HORIZONTAL ELLIPSIS}" in texts(part)


def test_a_cancelled_clock_ends_where_it_was_cancelled() -> None:
    """Nothing is painted up to a due that is owed no more."""
    at = OPENED + HOUR // 4
    ended = Reason("cancelled", "response", "cancelled", data=(("at", at),))
    gone = response(status="cancelled", why=WHY_RESPONSE._replace(because=(ended,)))
    told = texts(gone, response(id="other"))
    assert "owed no more Thu 2025-04-17 16:45 +01:00" in told
    assert "Thu 2025-04-17 16:30 +01:00 to Thu 2025-04-17 16:45 +01:00: office" in told
    assert told.count("due Tue 2025-04-22 12:30 +01:00") == 2  # the label and the mark of the other clock


def test_a_miss_that_was_never_answered_is_marked() -> None:
    missed = response(status="missed", stopped=None)
    assert "due, and missed Tue 2025-04-22 12:30 +01:00" in texts(missed)
    assert "due Tue 2025-04-22 12:30 +01:00" in texts(missed)
    assert "due, and missed" not in texts(response(status="missed", stopped=DUE + HOUR))


def test_the_reason_of_a_pause_can_be_read_on_its_stripes() -> None:
    waiting = (Stretch(STRETCHES[0].start, STRETCHES[-1].end, False, "waiting", "pause"),)
    root = ElementTree.fromstring(outcomes_svg([outcome(response(stretches=waiting))]))
    assert [node.get("class") for node in root.iter(f"{SVG}text") if node.text == "waiting"] == ["reason halo"]
