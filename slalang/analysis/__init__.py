"""Questions about a policy without a scenario: gaps and conflicts, found over every incident that can be."""

from __future__ import annotations

from slalang.analysis.diagnose import find_gaps_and_conflicts

__all__ = ["find_gaps_and_conflicts"]
