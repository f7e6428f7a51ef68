"""What a careful reader finds in a policy that compiles. A rule is a module with `RULE`, `check` and a manual page.

Rules of users' own have the same interface: they import `Found`, `Policy`, `Rule` and the changes from here.
"""

from slalang.lint.change import Below, Delete, Insert, Mend, Rename, Replace, safe, unsafe
from slalang.lint.rule import Found, Group, Known, Rule
from slalang.lint.subject import NoGraph, Policy

__all__ = [
    "Below",
    "Delete",
    "Found",
    "Group",
    "Insert",
    "Known",
    "Mend",
    "NoGraph",
    "Policy",
    "Rename",
    "Replace",
    "Rule",
    "safe",
    "unsafe",
]
