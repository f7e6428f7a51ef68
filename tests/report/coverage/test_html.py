"""The page needs nothing else, says in words what it says in colour, and shows names as they are."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from slalang.report.coverage.html import coverage_html
from slalang.testing.coverage.model import HourUse
from tests.report.coverage.sample import SMALL, week

PAGE = coverage_html([SMALL])
WITHOUT_END = {"meta"}


class Read(HTMLParser):
    """What a page holds: its elements, whether they nest, and its texts with the elements that they stand in."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in WITHOUT_END:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, tag

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texts.append((self.open[-1] if self.open else "", data.strip()))


READ = Read(PAGE)


def test_the_page_is_well_formed_and_has_no_script() -> None:
    assert READ.open == []
    assert "script" not in {tag for tag, _ in READ.found}
    assert any("<script>" in text for _, text in READ.texts)


def test_the_page_asks_for_nothing_from_elsewhere() -> None:
    links = [value for _, attrs in READ.found for name, value in attrs.items() if name in ("src", "href")]
    assert links and all(str(link).startswith("#") for link in links)
    assert not re.search(r"url\(|@import|//", PAGE)


def test_steering_characters_are_shown_and_not_obeyed() -> None:
    assert "\x1b" not in PAGE
    assert "\\x1b" in PAGE


def test_a_reader_hears_language_titles_and_headings_of_tables() -> None:
    tags = dict(READ.found)
    assert tags["html"] == {"lang": "en"}
    assert "title" in tags
    assert all(attrs.get("scope") in ("col", "row") for tag, attrs in READ.found if tag == "th")
    tables = [attrs for tag, attrs in READ.found if tag == "table" and attrs.get("class") == "week"]
    assert len(tables) == len(SMALL.weeks)
    assert ("caption", "P1 <top>") in READ.texts


def test_the_letters_of_the_week_say_what_happened_when() -> None:
    weeks = re.findall(r'<td class="([A-Z]\d?)">(\w+)</td>', PAGE)
    assert weeks == [("S2", "S2"), ("C3", "C5"), ("N", "N"), ("B1", "B1")]


def test_what_the_letters_mean_is_said_once_and_of_a_week_in_which_nothing_is_that_alone() -> None:
    nothing = (HourUse(False, 0, 0),) * 168
    page = coverage_html([SMALL, SMALL._replace(weeks=(("P1", nothing), ("P2", week()), ("P3", nothing)))])
    assert page.count("clocks counted<") == 1
    assert re.findall(r"<caption>(P\d)", page) == ["P1", "P2"]
    assert "<p>P1 and P3: no clock ran, and no hour is known in which incidents can be covered.</p>" in page


def test_a_file_is_named_once_for_all_its_scenarios() -> None:
    by_both = PAGE[PAGE.index("page, Hours &amp; days, 2<") :]
    assert re.findall("<code>(.*?)</code>", by_both)[:3] == ["small.sla:3", "a.scenario.yaml", "small.sla:7"]


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as accessibility guidelines define it, at least 4.5 for small letters."""

    def light(colour: str) -> float:
        parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    dark, bright = sorted((light(one), light(other)))
    return (bright + 0.05) / (dark + 0.05)


def test_letters_can_be_read_on_every_shade_by_day_and_by_night() -> None:
    shades = re.findall(r"--(\w+): (#\w{6})", PAGE)
    day, night = dict(shades[: len(shades) // 2]), dict(shades[len(shades) // 2 :])
    assert day.keys() == night.keys() >= {"text", "page", "S3", "C3", "N", "B"}
    for side in (day, night):
        for name in side.keys() - {"text", "line"}:
            assert contrast(side["text"], side[name]) >= 4.5, name


def test_each_rule_is_listed_with_those_that_exercised_it_and_what_is_missing_comes_first() -> None:
    texts = [text for _, text in READ.texts]
    assert texts.index("severities, otherwise") < texts.index("usual")
    assert texts.count("not exercised") == 2
    assert "in the morning" in texts


def test_the_page_has_a_light_and_a_dark_side() -> None:
    assert "prefers-color-scheme: dark" in PAGE
    assert "color-scheme: light dark" in PAGE
