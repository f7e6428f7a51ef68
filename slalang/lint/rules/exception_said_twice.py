"""An exception is said that follows from another one.

## What it does

Finds a name in `exception to:` that another rule of the same line is an exception to already. A rule wins over what the
rule that it overrides wins over.

## Why it matters

The longer the list, the harder to see what it decides; and a rule that is taken out of the one place stays in the
other.

## Example

```sla
coverage long
  exception to: usual
  when: nights is bought
  calendar: 24x7

coverage european
  exception to: long, usual
  when: nights is bought
    and region is europe
  calendar: office
```

## Use instead

```sla
coverage long
  exception to: usual
  when: nights is bought
  calendar: 24x7

coverage european
  exception to: long
  when: nights is bought
    and region is europe
  calendar: office
```

## Taught by

Isode's cover: usual hours, 24/7 cover over them, and the loss of it after the customer's own doing, each an exception
to the one before and to no more.
"""

from collections.abc import Iterator

from slalang.lint import Delete, Found, Policy, Rule, unsafe
from slalang.syntax.nodes import Name, Names

RULE = Rule("SLA770", "correctness", "note")


def check(policy: Policy) -> Iterator[Found]:
    """The names of a list that others of the list are exceptions to."""
    for line in policy.lines("exception to"):
        names = _names(line.value)
        for name in names:
            others = (other for other in names if other.word != name.word)
            through = next((other for other in others if name.word in _all_below(policy, other.word)), None)
            if through is not None:
                yield Found(
                    name,
                    f"`{through.word}` is an exception to `{name.word}` anyway",
                    help=f"leave out `{name.word}`",
                    fix=unsafe(f"leave out `{name.word}`", Delete(name)),
                )


def _names(value: object) -> list[Name]:
    return [name for name in value.items if isinstance(name, Name)] if isinstance(value, Names) else []


def _all_below(policy: Policy, rule: str) -> set[str]:
    """All rules over which one wins."""
    found: set[str] = set()
    waiting = [rule]
    while waiting:
        block = policy.block(waiting.pop())
        line = block.line("exception to") if block else None
        new = {name.word for name in _names(line.value)} - found if line else set()
        found |= new
        waiting += new
    return found
