"""Outcomes as Markdown."""

from slalang.report.outcome.markdown import outcomes_markdown
from tests.report.outcomes import outcome, response


def test_what_is_due_is_a_table() -> None:
    assert (
        outcomes_markdown([outcome(response(), promises=(), remarks=())])
        == """\
## outage on Maundy Thursday

Under isode. opened Thu 2025-04-17 16:30 +01:00, as of Tue 2025-04-22 12:00 +01:00. severity P1: set by customer.

| Due | What | Who owes it | Force | Target | Status |
| --- | --- | --- | --- | --- | --- |
| Tue 2025-04-22 12:30 +01:00 | Response time (response) | vendor | guarantee | less than 4 working hours | running; \
30 working minutes left |

### Read as

- figure-clock: as-covered
"""
    )


def test_markup_of_users_is_escaped() -> None:
    text = outcomes_markdown([outcome(response(title="a|b *c* <d>"))])
    assert r"a\|b \*c\* \<d\> (response)" in text


def test_what_was_cancelled_has_a_table_of_its_own() -> None:
    text = outcomes_markdown([outcome(response(), response(id="other", status="cancelled", left=None))])
    due, _, over = text.partition("\n### Owed no more\n")
    assert "(response)" in due and "(other)" not in due
    assert "(other)" in over and "| cancelled |" in over
