"""`sla new`: files to start from."""

import click

from slalang.cli.new_rule import new_rule


@click.group("new")
def command() -> None:
    """Write a new rule, to start from; nothing that exists is overwritten.

    \b
    sla new rule night-without-cover
    """


command.add_command(new_rule)
