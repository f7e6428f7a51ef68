"""The part of a country that is proposed has a code of ISO 3166-2, and one that a policy can say."""

from __future__ import annotations

import re

import pytest

from tests.lint.folders import Folder

SHOP = """calendar shop
  open: Monday to Friday 09:00 to 17:00
  closed: public holidays of {} with observed days
"""
PROPOSED = re.compile(r"name the part, such as `([^`]*)`")


@pytest.mark.parametrize("country", ["AU", "BR", "DE", "ES", "FR", "NZ", "GB"])
def test_a_part_is_proposed_by_its_code_and_that_is_a_set(folder: Folder, country: str) -> None:
    """Of some parts of these, such as Augsburg, the package has no code but a name."""
    folder.write("p.sla", SHOP.format(country))
    found = PROPOSED.search(folder.lint("--select", "SLA702")[1])
    assert found and re.fullmatch(rf"{country}-[A-Z0-9]{{1,3}}", found[1])
    folder.write("p.sla", SHOP.format(found[1]))
    assert "public holidays" not in folder.lint("--select", "SLA702")[1]


@pytest.mark.parametrize("name", ["UK", "Germany"])
def test_of_a_country_by_another_name_no_part_is_proposed(folder: Folder, name: str) -> None:
    folder.write("p.sla", SHOP.format(name))
    said = folder.lint()[1]
    assert "error[SLA307]" in said and "SLA702" not in said
