"""The command `sla`: finds the command asked for, loads only that, and turns whatever happens into an exit code."""

import gc
import os
import sys
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, NoReturn

import click

from slalang.cli import exits, output
from slalang.version import __version__

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

OBJECTS_AT_ONCE = 100_000
"""How many new objects there have to be before it is looked for garbage: more than one answer makes."""

COMMANDS = {
    "check": "say what is wrong with policies",
    "lint": "say what a careful reader finds in policies",
    "explain-rule": "show the page of a rule of lint, or list all",
    "due": "say what is due when, for whom",
    "explain": "give the argument for one obligation",
    "test": "run the scenarios below a folder",
    "fmt": "write policies in their one form",
    "graph": "draw the evaluation graph of a policy",
    "calendar": "show when a calendar is open, and why it is closed",
    "lock": "pin the public holidays that policies use",
    "schema": "print the JSON Schema of scenarios, or of what is printed as JSON",
    "new": "write new scenarios, or a new rule of lint, to start from",
    "init": "write a starter policy with a scenario",
    "completion": "print the set-up of completion for a shell",
}


class Commands(click.Group):
    """Commands that are imported when they are called, one module each."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command: click.Command = import_module(f"slalang.cli.{name.replace('-', '_')}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        from slalang.source import suggestion

        if args[0] not in COMMANDS and not ctx.resilient_parsing:
            found = suggestion(args[0], COMMANDS)
            ctx.fail(f"no such command `{args[0]}`{found and f'; {found}'}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list["CompletionItem"]:
        from click.shell_completion import CompletionItem

        names = [CompletionItem(name, help=help) for name, help in COMMANDS.items() if name.startswith(incomplete)]
        return names + click.Command.shell_complete(self, ctx, incomplete)


def _show_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        output.answer(f"sla {__version__}\n")
        ctx.exit()


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_show_version, help="Show it.")
def sla() -> None:
    """Service level agreements as policies: what is due when, for whom, and why.

    \b
    sla check policies/isode.sla
    sla due policies/isode.sla outage.scenario.yaml
    """


def run() -> NoReturn:
    """Run the command line of the process, and end it with the exit code."""
    gc.set_threshold(OBJECTS_AT_ONCE)
    code = main(sys.argv[1:])
    output.flush()
    sys.exit(code)


def main(arguments: list[str]) -> int:
    """Run a command line; never raises, whatever happens."""
    try:
        if instruction := os.environ.get("_SLA_COMPLETE"):
            return _complete(instruction)
        with sla.make_context("sla", arguments) as context:
            return sla.invoke(context) or exits.ANSWERED
    except click.exceptions.NoArgsIsHelpError as error:
        output.remark(error.format_message() + "\n")
        return exits.USAGE
    except click.exceptions.Exit as request:
        return request.exit_code
    except click.ClickException as error:
        return _wrong_command_line(error)
    except BrokenPipeError:
        return exits.ANSWERED
    except output.Unwritten as error:
        return _unwritten(str(error))
    except (KeyboardInterrupt, click.Abort):
        return exits.INTERRUPTED
    except RecursionError:
        return _too_deep()
    except MemoryError:
        return _too_large()
    except OSError as error:
        return _apologise(error) if error.filename else _help_unwritten(error)
    except Exception as bug:
        return _apologise(bug)


def _complete(instruction: str) -> int:
    """Tell a shell how the line goes on that it describes in the environment."""
    from click.shell_completion import shell_complete

    try:
        refused = shell_complete(sla, {}, "sla", "_SLA_COMPLETE", instruction)
    except (LookupError, ValueError):
        refused = 1
    if refused:
        raise click.UsageError("`_SLA_COMPLETE` is set, but not by a shell that completes a line: unset it")
    return exits.ANSWERED


def _wrong_command_line(error: click.ClickException) -> int:
    from slalang.source.shown import shown

    message = shown(error.format_message().replace("\n", " "))
    path = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else "sla"
    output.remark(f"error: {message}\nhelp: {_as_meant(error)}`{path} --help` shows what can be said\n")
    return exits.USAGE


def _as_meant(error: click.ClickException) -> str:
    """Which command has an option that this one has not, or how it is said, if it is a fact of the policy."""
    from slalang.source.shown import shown

    if not isinstance(error, click.NoSuchOption) or error.ctx is None or not error.option_name.startswith("--"):
        return ""
    elsewhere = [name for name in COMMANDS if name != error.ctx.info_name and _has_option(error, name)]
    if elsewhere:
        return f"it is an option of {', '.join(f'`sla {name}`' for name in elsewhere)}; "
    takes_facts = any("--set" in parameter.opts for parameter in error.ctx.command.params)
    name = shown(error.option_name.removeprefix("--"))
    return f"if `{name}` is a fact, write `--set {name}=...`; " if takes_facts else ""


def _has_option(error: click.NoSuchOption, name: str) -> bool:
    assert error.ctx is not None
    command = sla.get_command(error.ctx.find_root(), name)
    parameters = command.params if command else ()
    return any(error.option_name in (*parameter.opts, *parameter.secondary_opts) for parameter in parameters)


def _too_deep() -> int:
    from slalang.pipeline import too_deep
    from slalang.source import render

    output.remark(render((too_deep("the policy"),)) + "\n")
    return exits.LIMIT


def _too_large() -> int:
    from slalang.source import Diagnostic, render

    help = "ask for less at once: nearer instants, a calendar that opens less often, fewer scenarios"
    output.remark(render((Diagnostic("SLA910", "the answer needs more memory than there is", help=help),)) + "\n")
    return exits.LIMIT


def _unwritten(reason: str) -> int:
    with suppress(output.Unwritten):
        output.remark(f"error[SLA518]: the answer can't be written: {reason}\n")
    return exits.INVALID


def _help_unwritten(error: OSError) -> int:
    """What `--help` prints is written by click, which knows nothing of a stream that can't be written."""
    with suppress(output.Unwritten):
        output.flush()
    return _unwritten((error.strerror or "unknown reason").lower())


def _apologise(bug: Exception) -> int:
    if os.environ.get("SLALANG_DEBUG"):
        import traceback

        output.remark("".join(traceback.format_exception(bug)))
    output.remark(
        f"sorry: slalang {__version__} has a bug, and could not answer ({type(bug).__name__})\n"
        "help: please report it with what you ran; SLALANG_DEBUG=1 shows where it happened\n"
    )
    return exits.BUG
