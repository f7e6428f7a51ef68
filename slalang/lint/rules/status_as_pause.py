"""A pause is named after a status of a ticket.

## What it does

Finds pauses called `pending`, `on-hold`, `waiting` and the like whose title does not say more.

## Why it matters

Contracts do not stop clocks because a ticket has a status. They stop them for a reason: the vendor waits for the
customer, a part has to be delivered. A pause that does not say for what cannot be checked by the other party.

## Example

```sla
pause pending
```

## Use instead

```sla
pause for-customer "The vendor waits for an answer of the customer"
```

## Taught by

Pauses that buy time by flapping in and out (frappe/helpdesk 3639) and pending tickets shown as late (glpi 24481): there
a status stops the clock, whatever one waits for. Isode's pause is the time in which it waits for the customer.
"""

from collections.abc import Iterator

from slalang.lint import Found, Policy, Rule

RULE = Rule("SLA719", "contract")
STATUSES = {"pending", "on-hold", "hold", "waiting", "paused", "pause", "suspended", "stopped", "blocked", "snoozed"}


def check(policy: Policy) -> Iterator[Found]:
    """The pauses whose name is a status, and whose title says no more."""
    for block in policy.blocks("pause"):
        word = block.name.word if block.name else ""
        if word in STATUSES and not _says_more(block.title.text if block.title else ""):
            yield Found(
                block,
                f"the pause `{word}` does not say for whom or for what one waits",
                help='say it in the title: `pause for-customer "The vendor waits for an answer of the customer"`',
            )


def _says_more(title: str) -> bool:
    return len(title.split()) > 2
