"""A file that has been read, before its names are looked up."""

from typing import NamedTuple

from slalang.policy.declared import Declared
from slalang.source import Source
from slalang.syntax import nodes


class Loaded(NamedTuple):
    """A file with its blocks, and what it takes from others, before names are looked up."""

    path: str
    first: Declared | None
    blocks: tuple[Declared, ...]
    agreement: Declared | None = None
    older: tuple[Declared, ...] = ()
    """The headers of the versions that this one amends, the latest first."""
    headings: tuple[tuple[Source, nodes.Heading], ...] = ()
    unread: tuple[Declared, ...] = ()
    """The `use` blocks of libraries that can't be read."""
