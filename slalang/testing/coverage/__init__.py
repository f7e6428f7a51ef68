"""Coverage: which rules, cells, readings and hours of a policy its scenarios exercise, and by which scenario.

What it comes to is here; `measure` finds it.
"""

from slalang.testing.coverage.model import (
    KINDS,
    SCHEMA_VERSION,
    Catalogue,
    Covered,
    Item,
    Kind,
    PolicyCoverage,
    Share,
    Trace,
)

__all__ = [
    "KINDS",
    "SCHEMA_VERSION",
    "Catalogue",
    "Covered",
    "Item",
    "Kind",
    "PolicyCoverage",
    "Share",
    "Trace",
]
