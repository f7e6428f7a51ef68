"""Rules of users' own: modules, or packages of modules, that a package names under the entry point `slalang.rules`."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from pkgutil import iter_modules
from types import ModuleType
from typing import NamedTuple, get_args

from slalang.lint.known import known
from slalang.lint.rule import Group, Known, Rule
from slalang.source import Diagnostic, Severity

GROUP = "slalang.rules"
_CODE = re.compile(r"(?!SLA)[A-Z]{2,10}\d{1,5}")


class Custom(NamedTuple):
    """The rules that could be loaded, and what is wrong with the others."""

    rules: tuple[Known, ...]
    diagnostics: tuple[Diagnostic, ...]


@cache
def custom_rules() -> Custom:
    """All rules that are installed beside ours; each must have a code and a name of its own."""
    rules: dict[str, Known] = {}
    wrong: list[Diagnostic] = []
    for entry in sorted(entry_points(group=GROUP), key=lambda each: each.name):
        for module in _modules(entry):
            rule = module if isinstance(module, Diagnostic) else _rule(module, tuple(rules.values()))
            if isinstance(rule, Diagnostic):
                wrong.append(rule)
            else:
                rules[rule.name] = rule
    return Custom(tuple(rules.values()), tuple(wrong))


def is_code(word: str) -> bool:
    """Whether a word can be the code of a user's own rule."""
    return _CODE.fullmatch(word) is not None


def _modules(entry: EntryPoint) -> Iterator[ModuleType | Diagnostic]:
    """The module of an entry, or those of its package; loading may raise whatever its author's code raises."""
    try:
        module = entry.load()
        names = [f"{module.__name__}.{each.name}" for each in iter_modules(getattr(module, "__path__", ()))]
        yield from (import_module(name) for name in names) if names else (module,)
    except (Exception, SystemExit) as error:
        yield _wrong(entry.value, f"{type(error).__name__}: {error}")


def _rule(module: ModuleType, others: Sequence[Known]) -> Known | Diagnostic:
    rule, check = getattr(module, "RULE", None), getattr(module, "check", None)
    if not isinstance(rule, Rule) or not callable(check):
        return _wrong(module.__name__, "it lacks `RULE = Rule(...)`, or a function `check`")
    if not is_code(rule.code):
        return _wrong(module.__name__, f"`{rule.code}` is no code, such as `ACME12`; those with `SLA` are ours")
    if rule.group not in get_args(Group) or rule.level not in get_args(Severity):
        return _wrong(module.__name__, f"it has no group of {get_args(Group)}, or no level of {get_args(Severity)}")
    found = known(module, custom=True)
    if any(found.name == other.name or rule.code == other.rule.code for other in others):
        return _wrong(module.__name__, f"another rule has the code `{rule.code}` or the name `{found.name}`")
    return found


def _wrong(name: str, why: str) -> Diagnostic:
    help = f"mend or uninstall the package that names it under `{GROUP}`, or set `custom-rules = false`"
    return Diagnostic("SLA822", f"the custom rule `{name}` can't be loaded: {why}", help=help)
