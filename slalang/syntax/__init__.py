"""Text as nodes with spans; the only importer of Lark."""

from slalang.syntax.parse import parse
from slalang.syntax.parts import parse_as

__all__ = ["parse", "parse_as"]
