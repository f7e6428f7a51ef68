"""Fixes put into texts: those that do not touch each other, file by file."""

from collections.abc import Iterable, Mapping
from itertools import groupby, pairwise

from slalang.source import Edit, Fix


def mended(texts: Mapping[str, str], fixes: Iterable[Fix]) -> dict[str, str]:
    """Texts by name with fixes applied, in their order; one that touches an earlier one is left for the next time."""
    taken: list[Edit] = []
    for fix in fixes:
        more = [edit for edit in fix.edits if edit not in taken]
        if not _touch([*taken, *more]):
            taken += more
    changed = {name: _edited(texts[name], list(edits)) for name, edits in groupby(sorted(taken, key=_order), file_of)}
    return {**texts, **changed}


def file_of(edit: Edit) -> str:
    """The name of the file that an edit changes."""
    return edit.location.source.name


def _touch(edits: list[Edit]) -> bool:
    spans = ((file_of(edit), edit.location.span) for edit in sorted(edits, key=_order))
    return any(file == other and (b.start < a.end or a.start == b.start) for (file, a), (other, b) in pairwise(spans))


def _edited(text: str, edits: list[Edit]) -> str:
    for edit in reversed(edits):
        start, end = edit.location.span
        text = text[:start] + edit.text + text[end:]
    return text


def _order(edit: Edit) -> tuple[str, int, int]:
    return file_of(edit), *edit.location.span
