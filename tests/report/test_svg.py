"""Outcomes as SVG."""

from xml.etree import ElementTree

from slalang.report.outcome.svg import outcomes_svg
from tests.report.outcomes import outcome, response

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
