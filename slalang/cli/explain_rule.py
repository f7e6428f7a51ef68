"""`sla explain-rule`: the page of a rule, or the list of all."""

import click
from click.shell_completion import CompletionItem

from slalang.cli import exits, output
from slalang.cli.session import Session
from slalang.report.findings.described import of_compiler
from slalang.source import CODES, DEFAULT_LIMITS, near


class RuleName(click.ParamType[str]):
    """The code or the name of a rule, or any other code of a finding."""

    name = "rule"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        from slalang.lint.known import built_in

        words = [word for rule in built_in() for word in (rule.name, rule.rule.code)]
        return [CompletionItem(word) for word in words if word.startswith(incomplete)]


@click.command("explain-rule")
@click.argument("rule", type=RuleName(), required=False, metavar="[CODE|NAME]")
@click.option("--format", "form", type=click.Choice(["text", "json", "markdown"]), default="text", help="How to print.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Colour headings.")
def command(rule: str | None, form: str, color: str) -> int:
    """Show the page of a rule of `sla lint`: what it does, why it matters, what to write; without a name, list all.

    \b
    sla explain-rule SLA702
    sla explain-rule holidays-without-region
    sla explain-rule
    """
    if rule in CODES:
        output.answer(_code(rule, form))
        return exits.ANSWERED
    session = Session(color, None, False, DEFAULT_LIMITS)
    output.answer(_shown(rule, form, colour=session.is_coloured(on_terminal=output.answers_on_terminal())))
    return exits.ANSWERED


def _code(code: str, form: str) -> str:
    """What is known of a code that is no rule's: its meaning, and where to read more."""
    described = of_compiler(code)
    match form:
        case "json":
            raise click.UsageError(f"`{code}` is that of no rule, and has no page for programs")
        case "markdown":
            return f"{described.markdown}\n"
    return (
        f"{code}: {described.short}\nhelp: the finding says where; `docs/{described.page}` says what can stand there\n"
    )


def _shown(word: str | None, form: str, *, colour: bool) -> str:
    from slalang.lint.custom import custom_rules
    from slalang.lint.known import built_in, by_code
    from slalang.lint.select import find
    from slalang.report.rules import json, markdown, text

    rules = by_code((*built_in(), *custom_rules().rules))
    rule = find(rules, word) if word else None
    if word and rule is None:
        known = [*CODES, *(name for each in rules for name in (each.name, each.rule.code))]
        meant = near(word, known)
        raise click.UsageError(f"no rule is called `{word}`" + (f"; did you mean `{meant}`?" if meant else ""))
    match form:
        case "json":
            return json.rules_json([rule] if rule else rules)
        case "markdown":
            return markdown.rule_markdown(rule) if rule else markdown.rules_markdown(rules)
    return text.rule_text(rule, colour=colour) if rule else text.rules_text(rules, colour=colour)
