"""JSON as it is printed: exact for programs, and harmless on a terminal."""

import json
import re
from io import StringIO
from typing import Any

_STEERING = re.compile("[\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]")


def json_text(form: Any) -> str:
    """The JSON text of a form, in which what steers a terminal or reorders a line is escaped."""
    text = StringIO()
    json.dump(form, text, ensure_ascii=False, indent=1)  # piece by piece: all pieces of a long answer fill the memory
    return _STEERING.sub(lambda found: f"\\u{ord(found.group()):04x}", text.getvalue()) + "\n"
