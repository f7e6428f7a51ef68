"""JSON as it is printed: exact for programs, and harmless on a terminal."""

import json
import re
from typing import Any

import orjson

_STEERING = re.compile(
    "[\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)


def json_text(form: Any) -> str:
    """The JSON text of a form, in which what steers a terminal or reorders a line is escaped."""
    try:
        text = orjson.dumps(form, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
    except orjson.JSONEncodeError:  # an integer of more than 64 bits, or half a character: rare, and much slower
        text = (json.dumps(form, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "surrogatepass")
    del form  # a long answer, its form and its text together fill the memory
    return _STEERING.sub(lambda found: json.dumps(found.group())[1:-1], text.decode("utf-8", "surrogatepass"))
