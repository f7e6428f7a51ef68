"""`sla new`: files to start from."""

import click

from slalang.cli.new_rule import new_rule
from slalang.cli.new_scenario import new_scenario


@click.group("new")
def command() -> None:
    """Write a new rule, or new scenarios, to start from; nothing that exists is overwritten.

    \b
    sla new rule night-without-cover
    sla new scenario support.sla
    """


command.add_command(new_rule)
command.add_command(new_scenario)
