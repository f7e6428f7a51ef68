"""Whatever the text, the answer comes within seconds, and says what is wrong."""

from time import perf_counter

import pytest

from slalang.source import DEFAULT_LIMITS, Source
from slalang.syntax import parse

HEAD = "severity P1\n  when: "
DEEP = 500_000
LINES = DEFAULT_LIMITS.lines - 10
WIDE = DEFAULT_LIMITS.line_length - 100
LONG = DEFAULT_LIMITS.value_length - 100

TEXTS = {
    "parentheses on one line": (HEAD + "(" * DEEP + "a is b" + ")" * DEEP, "SLA902"),
    "parentheses on many lines": (HEAD + "(a is b\n" + "    and ((((((((((a is b\n" * 300, "SLA903"),
    "parentheses within the limit on the line": (HEAD + "(" * LONG, "SLA903"),
    "a line of ten megabytes": (HEAD + "a" * 10_000_000, "SLA902"),
    "a text of ten megabytes": ('event opened "' + "a" * 10_000_000 + '"', "SLA902"),
    "too many lines": ("event opened\n" * 1_000_000, "SLA905"),
    "as many lines as may be, each broken": ("foo bar\n" * LINES, "SLA201"),
    "a block of as many broken lines": ("calendar a\n" + "  opn 24x7\n" * LINES, "SLA113"),
    "a list that does not end": (HEAD + "severity is one of " + "P1, " * (WIDE // 4), "SLA908"),
    "words without end": ("event opened\n  decided by: " + "a " * (WIDE // 2), "SLA908"),
    "quotation marks without end": ("event opened " + '"' * WIDE, "SLA908"),
    "bars without end": ("commitment a\n  " + "|" * WIDE, "SLA144"),
    "brackets without end": ("## a " + "[" * WIDE, "SLA122"),
    "a long list": (HEAD + "severity is one of " + "P1, " * (LONG // 4), "SLA134"),
    "many words": ("event opened\n  decided by: " + "a " * (LONG // 2), "SLA173"),
    "a long name": (HEAD + "_" * LONG, "SLA135"),
    "a long name of letters": (HEAD + "a" * LONG, "SLA133"),
    "underscores without end": (HEAD + "_" * WIDE, "SLA908"),
    "hyphens without end": (HEAD + "a" + "-" * WIDE, "SLA908"),
    "continuations without end": (HEAD + "a is b\n" + "    and a is b\n" * (LINES - 10) + "    and", "SLA908"),
}


@pytest.mark.parametrize("name", TEXTS)
def test_it_is_answered_within_seconds(name: str) -> None:
    """Deep nesting, long lines and many mistakes end in a diagnostic, soon."""
    text, code = TEXTS[name]
    start = perf_counter()
    _, found = parse(Source.of("hostile.sla", text))
    assert perf_counter() - start < 5
    assert found[0].code == code
    assert len(found) <= DEFAULT_LIMITS.mistakes + 1


def test_a_long_policy_is_read_within_seconds() -> None:
    """As many right lines as the limits allow are no more than a wait."""
    block = "calendar c{0}\n  zone: UTC\n  open: Monday to Friday 09:00 to 17:00\n  working day: same time\n\n"
    text = "".join(block.format(number) for number in range(LINES // 5))
    start = perf_counter()
    file, found = parse(Source.of("long.sla", text))
    assert perf_counter() - start < 10
    assert found == () and len(file.blocks) == LINES // 5
