"""The manual page of a rule: the docstring of its module, in its parts."""

import re
from typing import NamedTuple

from slalang.lint.rule import Known

PARTS = ("What it does", "Why it matters", "Example", "Use instead", "Taught by")
_PART = re.compile(rf"^## ({'|'.join(PARTS)})\n", re.MULTILINE)


class Page(NamedTuple):
    """What a page says: the rule in one sentence, and the text of each part by its heading."""

    sentence: str
    parts: dict[str, str]


def page_of(rule: Known) -> Page:
    """The page of a rule; one of a user's own may lack parts."""
    sentence, *rest = _PART.split(rule.manual)
    texts = (text.strip() for text in rest[1::2])
    return Page(sentence.strip(), dict(zip(rest[::2], texts, strict=True)))
