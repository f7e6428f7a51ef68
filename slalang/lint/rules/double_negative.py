"""A condition denies a denial.

## What it does

Finds `not (x is no)`, `not (severity is not P1)` and `x is not no`.

## Why it matters

A policy is read aloud to people who have to agree to it. Two negations in one test are misheard, and the wrong reading
of a condition is a wrong promise.

## Example

```sla
exclusion calm "Incidents with which all still works"
  when: outage is not yes
    and not (region is not europe)
  excludes: response
```

## Use instead

```sla
exclusion calm "Incidents with which all still works"
  when: outage is no
    and region is europe
  excludes: response
```

## Taught by

SecPod's correction of errors, which is owed where an error can be shown again and is the vendor's own: two conditions
that are as easily written as what must not be the case, and then harder to hear.
"""

from collections.abc import Iterator

from slalang.lint import Found, Policy, Replace, Rule, unsafe
from slalang.syntax.nodes import Is, IsOneOf, Name, Not

RULE = Rule("SLA782", "style", "note")
OPPOSITE = {"yes": "no", "no": "yes"}


def check(policy: Policy) -> Iterator[Found]:
    """The tests with two negations, or with one of a fact that is yes or no."""
    for node in policy.find(Not):
        if plain := _without(policy, node.part):
            yield _found(policy, node, plain)
    for test in policy.find(Is):
        if test.negated and isinstance(test.value, Name) and test.value.word in OPPOSITE:
            yield _found(policy, test, f"{policy.text(test.subject)} is {OPPOSITE[test.value.word]}")


def _without(policy: Policy, test: object) -> str | None:
    """A test that denies something, as one that does not."""
    match test:
        case Is(subject, Name("no"), False):
            return f"{policy.text(subject)} is yes"
        case Is(subject, Name(word), True) if word not in OPPOSITE:
            return f"{policy.text(subject)} is {word}"
        case IsOneOf(subject, names, True):
            return f"{policy.text(subject)} is one of {', '.join(name.word for name in names)}"
    return None


def _found(policy: Policy, node: Not | Is, plain: str) -> Found:
    message = f"`{policy.text(node)}` is `{plain}`, said with negations"
    return Found(node, message, help=f"write `{plain}`", fix=unsafe(f"write `{plain}`", Replace(node, plain)))
