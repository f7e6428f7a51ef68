"""`sla new rule`: a module with a rule of `sla lint`, and the case that shows what it finds."""

import re
from pathlib import Path

import click

from slalang.cli import exits, output
from slalang.cli.fresh import write_fresh

TEMPLATES = Path(__file__).parent / "starter_rule"
OURS = Path("slalang/lint/rules")
_FOLDER = click.Path(file_okay=False, path_type=Path)
_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_CODES = {"contract": (700, 749), "correctness": (750, 776), "style": (777, 788), "migration": (789, 799)}


def _name(ctx: click.Context, param: click.Parameter, value: str) -> str:
    if not _NAME.fullmatch(value):
        raise click.BadParameter(f"`{value}` is no name of a rule, such as `night-without-cover`", ctx, param)
    return value


@click.command("rule", short_help="write a rule of lint, with its page and a case")
@click.argument("name", callback=_name)
@click.option("--group", type=click.Choice(list(_CODES)), default="contract", help="The group of the rule.")
@click.option("--package", type=_FOLDER, default=OURS, help="The folder of its module; by default that of our rules.")
@click.option("--cases", type=_FOLDER, default=Path("tests/cases/lint"), help="The folder of its case.")
@click.option("--code", help="Its code, such as ACME1; by default the next of the group that is free.")
def new_rule(name: str, group: str, package: Path, cases: Path, code: str | None) -> int:
    """Write a rule of `sla lint` with its manual page, and a case with what it finds.

    A rule of your own lives in a package of yours, which names it in its pyproject.toml.

    \b
    sla new rule night-without-cover --group contract
    sla new rule our-wording --package src/acme_rules --cases tests/cases --code ACME1
    """
    if package == OURS and not OURS.is_dir():
        raise click.UsageError("name a folder for the rule with `--package`, and a code with `--code`")
    module = package / f"{name.replace('-', '_')}.py"
    values = {"@CODE@": _code(group, code, ours=package == OURS), "@GROUP@": group, "@NAME@": name}
    texts = {module: _filled("rule.txt", values), cases / f"{name}.sla": _filled("case.txt", values)}
    ended = write_fresh(texts, "choose another name")
    if ended == exits.ANSWERED:
        output.answer(_next(name, module, cases, ours=package == OURS))
    return ended


def _code(group: str, code: str | None, *, ours: bool) -> str:
    """The code that is asked for; of ours, the next that is free in its group."""
    from slalang.lint.custom import is_code
    from slalang.lint.known import built_in

    if not ours:
        if code is None or not is_code(code):
            raise click.UsageError("give the rule a code such as `ACME1` with `--code`; those with `SLA` are ours")
        return code
    first, last = _CODES[group]
    taken = {rule.rule.code for rule in built_in()}
    free = [each for number in range(first, last + 1) if (each := f"SLA{number}") not in taken]
    if code and code not in free:
        raise click.UsageError(f"`{code}` is taken, or not one of the group, which has {first} to {last}")
    if not free:
        raise click.UsageError(f"all codes of the group `{group}` are taken")
    return code or free[0]


def _filled(template: str, values: dict[str, str]) -> str:
    text = (TEMPLATES / template).read_text("utf-8")
    for mark, value in values.items():
        text = text.replace(mark, value)
    return text


def _next(name: str, module: Path, cases: Path, *, ours: bool) -> str:
    if ours:
        record = f"  python -m tests.lint.recorded {name}\n  python -m tests.lint.pages\n"
        return f"\nnow change both, and then\n{record}  pytest tests/lint -k {name}\n"
    package = module.parent.name
    entry = f'[project.entry-points."slalang.rules"]\n{package} = "{package}"\n'
    return (
        f"\nname the package in pyproject.toml, and install it\n{entry}\nnow try\n  sla lint --select {name} {cases}\n"
    )
