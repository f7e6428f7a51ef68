"""Which rules there are: every module of `slalang.lint.rules`, and those of the user."""

from collections.abc import Iterable
from functools import cache
from importlib import import_module
from inspect import cleandoc
from pkgutil import iter_modules
from types import ModuleType
from typing import get_args

from slalang.lint import rules
from slalang.lint.rule import Group, Known

_GROUPS = get_args(Group)


@cache
def built_in() -> tuple[Known, ...]:
    """The rules of this package, by their codes."""
    names = (module.name for module in iter_modules(rules.__path__))
    return by_code(known(import_module(f"{rules.__name__}.{name}")) for name in names)


def known(module: ModuleType, *, custom: bool = False) -> Known:
    """The rule of a module, called like it; raises AttributeError where it is none."""
    name = module.__name__.rpartition(".")[2].replace("_", "-")
    return Known(name, module.RULE, module.check, cleandoc(module.__doc__ or ""), custom)


def by_code(found: Iterable[Known]) -> tuple[Known, ...]:
    """Rules in the order of their groups, and in that of their codes within one."""
    return tuple(sorted(found, key=lambda each: (_GROUPS.index(each.rule.group), each.rule.code)))
