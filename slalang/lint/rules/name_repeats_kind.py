"""A name ends in the word for its kind.

## What it does

Finds `calendar office-calendar` and its like: a name that begins or ends with the kind of its block. Where the short
name is that of another block, it is left alone.

## Why it matters

A name is read where it is used, as in `calendar: office` and `pauses: on-customer`. There the kind is said already, by
the key, and saying it twice makes the line longer and no clearer.

## Example

```sla
calendar shop-calendar
  open: Saturday 09:00 to 13:00
```

## Use instead

```sla
calendar shop
  open: Saturday 09:00 to 13:00
```

## Taught by

Xecuritas has an escalation and a notice for a Severity-1 that is late. There the kind tells the two names apart, so
that it is left alone; it is the only one in five policies.
"""

from collections.abc import Iterator

from slalang.lint import Found, Policy, Rename, Rule, unsafe

RULE = Rule("SLA779", "style", "note")


def check(policy: Policy) -> Iterator[Found]:
    """The names that begin or end with the kind of their block."""
    for block in policy.blocks():
        word = block.name.word if block.name else ""
        short = word.removesuffix(f"-{block.kind}").removeprefix(f"{block.kind}-")
        if short not in ("", word) and not policy.block(short):
            yield Found(
                block,
                f"the name `{word}` says again that it is that of a {block.kind}",
                help=f"call it `{short}`",
                fix=unsafe(f"call it `{short}`", Rename(block, short)),
            )
