"""`sla test --watch`: the scenarios run again whenever a policy, a scenario or a lock changes, until Ctrl-C."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import NoReturn, TypeAlias

import click

from slalang.cli import output
from slalang.cli.runs import Asked
from slalang.files import shown
from slalang.testing import Workshop

Folders: TypeAlias = frozenset[Path]

_ENDINGS = (".sla", ".yaml", ".yml", "sla.lock", "slalang.toml")
_PATIENCE = 200
"""The milliseconds after which watching says that nothing has changed."""


def watch_and_run(asked: Asked, once: Callable[[Workshop], object]) -> NoReturn:
    """Runs, and runs again after each change near the scenarios and their policies; only an interruption ends it."""
    folders: Folders = frozenset((path if path.is_dir() else path.parent).resolve() for path in asked.paths)
    changes = _changes(folders)
    while True:
        workshop = asked.workshop()
        once(workshop)
        if (wider := folders | workshop.folders()) != folders:
            folders, changes = wider, _changes(wider)
        output.remark("watching for changes; Ctrl-C ends it\n")
        changed = next(found for found in changes if found)
        output.remark(f"\n{datetime.now():%H:%M:%S}: `{shown(changed)}` has changed\n")


def _changes(folders: Folders) -> Iterator[Path | None]:
    """The first of the files that change at a time, from now on; None now and then, though nothing has."""
    try:
        from watchfiles import watch
    except ImportError:
        message = "`--watch` needs a package that is not installed: `pip install 'slalang[watch]'`"
        raise click.UsageError(message) from None
    watched = watch(
        *folders,
        watch_filter=lambda change, path: path.endswith(_ENDINGS),
        rust_timeout=_PATIENCE,
        yield_on_timeout=True,
    )
    next(watched)  # it watches from its first step on
    return (min((Path(path) for _, path in changes), default=None) for changes in watched)
