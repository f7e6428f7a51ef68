"""JSON as it is printed: exact for programs, and harmless on a terminal."""

import json
import re
from collections.abc import Callable
from functools import cache
from io import StringIO
from typing import Any

_STEERING = re.compile(
    "[\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)


def json_text(form: Any) -> str:
    """The JSON text of a form, in which what steers a terminal or reorders a line is escaped."""
    text = StringIO()  # piece by piece: all pieces of a long answer fill the memory
    _write(form, text.write, "\n")
    return _STEERING.sub(lambda found: json.dumps(found.group())[1:-1], text.getvalue()) + "\n"


def _write(form: Any, write: Callable[[str], object], end: str) -> None:
    """Writes a form indented by one; `end` is the end of a line with its margin.

    The library indents in Python, several times slower than it writes a form whose parts have no parts.
    """
    if not isinstance(form, _CONTAINERS) or not form:
        write(_plain(form))
        return
    within, named = end + " ", isinstance(form, dict)
    parts = form.values() if isinstance(form, dict) else form
    if not any(isinstance(part, _CONTAINERS) and part for part in parts):
        text = _flat(within)(form)
        write(f"{text[0]}{within}{text[1:-1]}{end}{text[-1]}")
        return
    before = ("{" if named else "[") + within
    for part in form:
        write(f"{before}{_plain(part)}: " if named else before)
        _write(form[part] if named else part, write, within)
        before = "," + within
    write(end + ("}" if named else "]"))


_CONTAINERS = (dict, list)
_plain = json.JSONEncoder(ensure_ascii=False).encode


@cache
def _flat(within: str) -> Callable[[Any], str]:
    """Writes a form whose parts have no parts, each after a line's end with its margin."""
    return json.JSONEncoder(ensure_ascii=False, separators=("," + within, ": ")).encode
