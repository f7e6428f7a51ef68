"""Public holidays are those of a country in which they differ from region to region.

## What it does

Finds `public holidays of GB` without a part of the country, and `public holidays of US` without a state. A meaning of a
reading is left alone: there somebody has seen that the contract leaves it open.

## Why it matters

Easter Monday and the last Monday of August are bank holidays in England and Wales, and not in Scotland; states of the
US keep days that are no federal holidays. `GB` alone means the days that all parts share: two more days a year on which
the clock runs than an office in London expects.

## Example

```sla
calendar shop
  open: Monday to Friday 09:00 to 17:00
  closed: public holidays of GB with observed days
```

## Use instead

```sla
calendar shop
  open: Monday to Friday 09:00 to 17:00
  closed: public holidays of GB-ENG with observed days
```

## Taught by

Isode's support hours, which leave out the public holidays of England and Wales, and CodeSecure's, which leave out
holidays of the US without saying whose.
"""

from collections.abc import Iterator

from slalang.lint import Found, Policy, Replace, Rule, unsafe
from slalang.syntax.nodes import Holidays

RULE = Rule("SLA702", "contract")
LIKELY = {"GB": "GB-ENG", "US": "US-NY"}


def check(policy: Policy) -> Iterator[Found]:
    """The holidays of a country as a whole, outside of readings."""
    for holidays in policy.find(Holidays):
        country, block = holidays.of.word, policy.around(holidays)
        if country in LIKELY and block and block.kind != "reading":
            yield Found(
                holidays.of,
                f"the public holidays of `{country}` differ from region to region",
                help=f"name the part that counts, such as `{LIKELY[country]}`, or declare a reading if it is left open",
                fix=unsafe("take those of England", Replace(holidays.of, "GB-ENG")) if country == "GB" else None,
            )
