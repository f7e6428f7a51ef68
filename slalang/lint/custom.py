"""Rules of users' own: modules, or packages of modules, that a package names under the entry point `slalang.rules`."""

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import redirect_stdout
from functools import cache, partial
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from pkgutil import iter_modules
from types import ModuleType
from typing import Any, NamedTuple, get_args

from slalang.lint.known import built_in, known
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
            rule = module if isinstance(module, Diagnostic) else _rule(module, (*built_in(), *rules.values()))
            if isinstance(rule, Diagnostic):
                wrong.append(rule)
            else:
                rules[rule.name] = rule
    return Custom(tuple(rules.values()), tuple(wrong))


def is_code(word: str) -> bool:
    """Whether a word can be the code of a user's own rule."""
    return _CODE.fullmatch(word) is not None


def _modules(entry: EntryPoint) -> Iterator[ModuleType | Diagnostic]:
    """The module of an entry, or those of its package, of which one that can't be loaded leaves the others alone."""
    found = _loaded(entry.value, entry.load)
    if isinstance(found, Diagnostic):
        yield found
        return
    names = [f"{found.__name__}.{each.name}" for each in iter_modules(getattr(found, "__path__", ()))]
    yield from (_loaded(name, partial(import_module, name)) for name in names) if names else (found,)


def _loaded(name: str, load: Callable[[], Any]) -> ModuleType | Diagnostic:
    """What is loaded, which may raise whatever its author's code raises."""
    try:
        with redirect_stdout(sys.stderr):
            found = load()
    except (Exception, SystemExit) as error:
        return _wrong(name, f"{type(error).__name__}: {error}")
    return found if isinstance(found, ModuleType) else _wrong(name, "it is no module")


def _rule(module: ModuleType, others: Sequence[Known]) -> Known | Diagnostic:
    rule, check = getattr(module, "RULE", None), getattr(module, "check", None)
    if not isinstance(rule, Rule) or not callable(check):
        return _wrong(module.__name__, "it lacks `RULE = Rule(...)`, or a function `check`")
    if not is_code(str(rule.code)):
        return _wrong(module.__name__, f"`{rule.code}` is no code, such as `ACME12`; those with `SLA` are ours")
    if rule.group not in get_args(Group) or rule.level not in get_args(Severity):
        return _wrong(module.__name__, f"its group must be one of {_words(Group)}, its level one of {_words(Severity)}")
    found = known(module, custom=True)
    if any(found.name == other.name or rule.code == other.rule.code for other in others):
        return _wrong(module.__name__, f"another rule has the code `{rule.code}` or the name `{found.name}`")
    return found


def _words(choices: Any) -> str:
    return ", ".join(f"`{word}`" for word in get_args(choices))


def _wrong(name: str, why: str) -> Diagnostic:
    help = f"mend or uninstall the package that names it under `{GROUP}`, or set `custom-rules = false`"
    return Diagnostic("SLA822", f"the custom rule `{name}` can't be loaded: {why}", help=help)
