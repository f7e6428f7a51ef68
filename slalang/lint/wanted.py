"""Which rules are asked of a file: as its configuration and the command line want it."""

from fnmatch import fnmatch
from pathlib import Path
from typing import NamedTuple

from slalang.lint.config import Config, config_for
from slalang.lint.custom import custom_rules
from slalang.lint.known import built_in
from slalang.lint.rule import Known
from slalang.lint.select import chosen, is_any, unknown_in
from slalang.source import Diagnostic


class Wish(NamedTuple):
    """What the command line wants, in place of what the configuration selects, and on top of what it ignores."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    profile: str | None = None


class Wanted(NamedTuple):
    """The rules that are asked of a file, by which configuration, and what is wrong with that."""

    rules: tuple[Known, ...]
    config: Config
    mistakes: tuple[Diagnostic, ...]


def wanted_for(file: Path, wish: Wish) -> Wanted:
    """The rules that are asked of a file; none where the configuration is wrong."""
    config = config_for(file.absolute().parent)
    if not isinstance(config, Config):
        return Wanted((), Config(), config)
    rules = _rules(config)
    wrong = (*(custom_rules().diagnostics if config.custom_rules else ()), *unknown_in(config, rules))
    wished = config._replace(
        profile=wish.profile or config.profile,
        select=wish.select or (() if wish.profile else config.select),
        ignore=(*config.ignore, *wish.ignore),
    )
    return Wanted(chosen(rules, wished), wished, wrong)


def _rules(config: Config) -> tuple[Known, ...]:
    """Our rules, and those of the user unless they are switched off."""
    return (*built_in(), *(custom_rules().rules if config.custom_rules else ()))


def is_left_out(found: Diagnostic, wanted: Wanted) -> bool:
    """Whether a rule is not asked of the file in which it found something."""
    if found.location is None:
        return False
    config = wanted.config
    path = Path(found.location.source.name).absolute()
    name = path.relative_to(config.folder).as_posix() if path.is_relative_to(config.folder) else path.as_posix()
    words = [word for glob, each in config.per_file_ignores if fnmatch(name, glob) for word in each]
    return any(is_any(rule, words) for rule in wanted.rules if rule.rule.code == found.code)
