"""The folder of a repository, from which machines name files."""

import posixpath
from typing import NamedTuple


class Checkout(NamedTuple):
    """Where a repository is checked out, and where in it the program runs; both absolute, with slashes."""

    root: str = "/"
    here: str = "/"

    def path(self, name: str) -> str:
        """The path of a file seen from the root of the repository; outside of it, an absolute one."""
        absolute = posixpath.normpath(posixpath.join(self.here, name))
        inner = posixpath.relpath(absolute, self.root)
        return absolute if inner == ".." or inner.startswith("../") else inner


NOWHERE = Checkout()
"""The checkout for files that have their names from the root already."""
