"""A change of an expectation as text: what would be written in place of what, and why."""

from collections.abc import Iterator

from slalang.report.layout import paragraph
from slalang.report.testing.text import derivation
from slalang.report.visible import all_visible
from slalang.report.words import line_of
from slalang.testing.accept import Change


def change_text(change: Change, *, is_told: bool = False, width: int = 100) -> str:
    """The old and the new expectation with the derivation of the new one, unless it was told just before.

    Of what can't be accepted, the reason.
    """
    return "\n".join(_change(change, is_told, width)) + "\n\n"


def _change(change: Change, is_told: bool, width: int) -> Iterator[str]:
    failure = all_visible(change.failure)
    yield paragraph(failure.scenario, width)
    yield paragraph(f"{line_of(failure.place)}: {failure.what}", width, 2)
    yield paragraph(f"- {failure.expected}", width, 4, 2)
    yield paragraph(f"+ {failure.found}", width, 4, 2)
    if change.refused:
        yield paragraph(f"it stays: {change.refused}", width, 4)
    elif failure.why is not None:
        yield "    since, as above" if is_told else "    since"
        yield from () if is_told else derivation(failure.why, width, 4)
