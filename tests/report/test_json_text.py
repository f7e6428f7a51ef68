"""JSON is laid out as the library lays it out, for any form."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from slalang.report.json_text import json_text

SCALARS = st.none() | st.booleans() | st.integers() | st.text('aÄ"\\\n\t€\ud800', max_size=5)
NAMES = st.text('abÄ"\n', max_size=4)
FORMS = st.recursive(
    SCALARS, lambda parts: st.lists(parts, max_size=4) | st.dictionaries(NAMES, parts, max_size=4), max_leaves=30
)


@given(FORMS)
@example({"a": [2**64, {}, []], "b": {"c": []}})
@example(["\ud800"])
def test_it_is_the_text_of_the_library_with_an_indent_of_two(form: Any) -> None:
    """Also where there are integers of more than 64 bits, or half a character."""
    assert json_text(form) == json.dumps(form, ensure_ascii=False, indent=2) + "\n"


def test_what_reorders_a_line_is_escaped_and_still_the_same_text_to_a_program() -> None:
    form = {"a\u202e": ["\u200b", "\x7f\U000e0041"]}
    assert json_text(form) == '{\n  "a\\u202e": [\n    "\\u200b",\n    "\\u007f\\udb40\\udc41"\n  ]\n}\n'
    assert json.loads(json_text(form)) == form
