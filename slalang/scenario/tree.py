"""What a YAML text says, as a tree: texts, listings and mappings, each with where it stands."""

from typing import Any, NamedTuple, TypeAlias

from slalang.source import Location


class Scalar(NamedTuple):
    """A text; `plain` where it stands without quotes."""

    text: str
    plain: bool
    at: Location

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said: no text, or YAML's null."""
        return not self.text or (self.plain and self.text in ("~", "null", "Null", "NULL"))


class Listing(NamedTuple):
    items: "tuple[Tree, ...]"
    at: Location


class Mapping(NamedTuple):
    """Keys with their values, in the order of the text; keys are unique."""

    entries: "tuple[tuple[Scalar, Tree], ...]"
    at: Location

    def get(self, key: str) -> "Tree | None":
        """The value of a key, if it is there."""
        return next((value for name, value in self.entries if name.text == key), None)

    def names(self) -> tuple[str, ...]:
        return tuple([name.text for name, _ in self.entries])


class Refused(NamedTuple):
    """A part about which there is a diagnostic already."""

    at: Location


Tree: TypeAlias = Scalar | Listing | Mapping | Refused


def plain(tree: Tree | None) -> Any:
    """The tree as texts, lists and dictionaries; what is empty or refused is None."""
    match tree:
        case Scalar():
            return None if tree.is_empty else tree.text
        case Listing(items):
            return [plain(item) for item in items]
        case Mapping(entries):
            return {key.text: plain(value) for key, value in entries}
        case _:
            return None
