"""Text of users made safe to show: what would steer a terminal or reorder a line is escaped."""

from typing import Any, TypeVar

T = TypeVar("T")

_STEERING = {
    code: f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
    for code in (
        *range(0x20),
        *range(0x7F, 0xA0),
        0x61C,
        0x200E,
        0x200F,
        *range(0x2028, 0x202F),
        *range(0x2066, 0x206A),
    )
}


def visible(text: str) -> str:
    """The text with control and bidirectional characters escaped, such as `\\x1b`."""
    return text if text.isprintable() else text.translate(_STEERING)


def all_visible(value: T) -> T:
    """The same value, a tree of tuples, in which every text is visible."""
    shown: Any = value
    match value:
        case str():
            shown = visible(value)
        case tuple() if hasattr(value, "_make"):
            shown = value._make(map(all_visible, value))
        case tuple():
            shown = tuple(map(all_visible, value))
    return shown  # type: ignore[no-any-return]
