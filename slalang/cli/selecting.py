"""`-k`: the scenarios that are asked for, by parts of their files and names."""

from collections.abc import Callable

import click

from slalang.scenario import Scenario


def everything(name: str) -> bool:
    """What is asked for without `-k`."""
    return True


def is_asked_for(scenario: Scenario, named: Callable[[str], bool]) -> bool:
    """Whether a scenario is among those that `-k` names."""
    from slalang.testing.select import called

    return named is everything or named(called(scenario))


def _selection(ctx: click.Context, param: click.Parameter, expression: str | None) -> Callable[[str], bool]:
    if expression is None:
        return everything
    from slalang.testing.select import Unreadable, selection

    found = selection(expression)
    if isinstance(found, Unreadable):
        raise click.BadParameter(f"`{expression}`: {found.message}; such as `easter and not 'night cover'`", ctx, param)
    return found


by_name = click.option(
    "-k", "named", metavar="EXPR", callback=_selection, help="Only scenarios with such a file or name."
)
