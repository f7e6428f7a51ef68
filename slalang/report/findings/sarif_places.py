"""Places as SARIF writes them: files from the root of the repository, columns in UTF-16 code units from 1."""

import re
from typing import Any
from urllib.parse import quote

from slalang.report.findings.checkout import Checkout
from slalang.source import Location, Source

_NO_BYTE = re.compile("[\ud800-\udc7f\udd00-\udfff]")
"""What is no character, and does not stand for a byte of a file's name either."""


def physical(location: Location | None, checkout: Checkout) -> dict[str, Any]:
    """The file of a location, and what of it.

    Every result must have one, or code scanning refuses the whole log: what has no place stands at the root.
    """
    if location is None:
        return {"artifactLocation": {"uri": ".", "uriBaseId": "%SRCROOT%"}, "region": {"startLine": 1}}
    return {"artifactLocation": artifact(location.source.name, checkout), "region": region(location)}


def artifact(name: str, checkout: Checkout) -> dict[str, Any]:
    """A file: relative to the repository, or, outside of it, with its whole address."""
    uri = quote(_NO_BYTE.sub("\ufffd", checkout.path(name)), errors="surrogateescape")
    return {"uri": f"file://{uri}"} if uri.startswith("/") else {"uri": uri, "uriBaseId": "%SRCROOT%"}


def region(location: Location) -> dict[str, int]:
    """Where a location begins and ends; the end is not included."""
    source, span = location
    (line, column), (end_line, end_column) = _units(source, span.start), _units(source, span.end)
    return {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}


def _units(source: Source, offset: int) -> tuple[int, int]:
    line, column = source.locate(offset)
    before = source.line(line)[: column - 1]
    return line, len(before.encode("utf-16-le", "surrogatepass")) // 2 + 1
