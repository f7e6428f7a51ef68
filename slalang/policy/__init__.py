"""Nodes into the evaluation graph: files merged, names resolved, units checked, holes explicit."""

from slalang.policy.compile import compile_policy
from slalang.policy.files import Reader

__all__ = ["Reader", "compile_policy"]
