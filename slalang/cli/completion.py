"""`sla completion`: the set-up of completion for a shell."""

import click
from click.shell_completion import get_completion_class

from slalang.cli import exits, output
from slalang.cli.main import sla


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str) -> int:
    """Print what makes a shell complete commands, options and files; put it where the shell reads it.

    \b
    sla completion bash >> ~/.bashrc
    sla completion zsh >> ~/.zshrc
    sla completion fish > ~/.config/fish/completions/sla.fish
    """
    completion = get_completion_class(shell)
    assert completion is not None
    source = completion(sla, {}, "sla", "_SLA_COMPLETE").source()
    output.answer(source.replace('string split ","', 'string split --max 1 ","'))  # what fish shows may hold commas
    return exits.ANSWERED
