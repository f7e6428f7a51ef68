"""The only door to Lark: the grammar, its parsing tables, and a parser made of them."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import lark
from lark.grammar import Rule
from lark.lexer import TerminalDef

from slalang.syntax.schema import TYPES

TABLES = Path(__file__).with_name("tables.json")
_PACKAGE = Path(__file__).parent.parent

FRAME = ("head", "places", "cite", "column", "keys")
START = (*FRAME, *sorted(TYPES - {"raw"}))
"""The start symbols: the parts of the frame, and the types of values."""


def grammar_text() -> str:
    """The grammar, from the installed package or from the top of a checkout."""
    places = (_PACKAGE / "sla.lark", _PACKAGE.parent / "grammar" / "sla.lark")
    return next(place for place in places if place.exists()).read_text(encoding="utf-8")


def build(actions: Mapping[str, Callable[..., Any]], *, strict: bool = False) -> lark.Lark:
    """The parser of the grammar's text; slow. Strict: a conflict in the grammar is an exception."""
    return lark.Lark(
        grammar_text(),
        parser="lalr",
        start=list(START),
        keep_all_tokens=True,
        maybe_placeholders=False,
        transformer=SimpleNamespace(**actions),
        strict=strict,
    )


def load(actions: Mapping[str, Callable[..., Any]]) -> lark.Lark:
    """The parser of the stored tables, or of the grammar's text where they are those of another version of Lark."""
    stored = json.loads(TABLES.read_text(encoding="utf-8"), object_pairs_hook=_with_numbers) if TABLES.exists() else {}
    if stored.get("lark") != lark.__version__:
        return build(actions)
    parser: lark.Lark = lark.Lark._load_from_dict(  # type: ignore[no-untyped-call]
        stored["data"], stored["memo"], transformer=SimpleNamespace(**actions)
    )
    return parser


def _with_numbers(pairs: list[tuple[str, Any]]) -> dict[str | int, Any]:
    """An object whose numeric keys are numbers again, which JSON does not have."""
    return {int(key) if key.isdigit() else key: value for key, value in pairs}


def stored_tables() -> str:
    """The parsing tables of the grammar as it is, as they are stored."""
    from hashlib import sha256

    data, memo = build({}).memo_serialize([TerminalDef, Rule])
    data["options"]["transformer"] = None
    digest = sha256(grammar_text().encode()).hexdigest()
    return json.dumps({"lark": lark.__version__, "grammar": digest, "data": data, "memo": memo}, separators=(",", ":"))


if __name__ == "__main__":
    TABLES.write_text(stored_tables() + "\n", encoding="utf-8")
