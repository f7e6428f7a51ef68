"""Valid policies drawn from what a contract can say: severities, tiers, hours, promises, doubts, by names that fit."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from tests.format.scribe import Block, Item, Line, Row, Scribe, Tokens

TITLED = ("policy", "commitment", "severities", "escalation")
LIBRARY = "shared.sla"
HOURS = ("Monday to Friday 09:00 to 17:00", "daily 08:00 to 12:00 and 13:00 to 18:00", "Monday , Friday 10:00 to 14:00")


def drawn(dice: Random) -> list[Item]:
    """The blocks of a valid policy; the first is its head, the others may stand in any order.

    A promise, a subject more, and what these name, be it there or in the library: small, so that there can be many.
    """
    severities, tiers = dice.choice((("P1", "P2"), ("P1", "P2", "P3"), ())), dice.choice((("Gold", "Silver"), ()))
    note = {"note": '"04 hours"'} if dice.random() < 0.2 else {}
    return [
        _block("policy", "model", zone="Europe/London", **{"in force": "from 2026-01-01"}, **note),
        *([_block("use", "", **{"from": f'"{LIBRARY}"', "takes": "any"})] if dice.random() < 0.8 else _shared(dice)),
        _response(dice, severities, tiers),
        *_order(dice, severities, tiers),
        *dice.choice(SUBJECTS)(dice),
    ]


def library() -> str:
    """The text of the file that most policies use."""
    return Scribe(Random(0), comments=0).plain([_block("library", "shared"), *_shared(Random(0))])


def _shared(dice: Random) -> list[Block]:
    """What every policy names: parties, an event, facts, a document, hours."""
    return [
        *(_block("party", name) for name in ("vendor", "customer")),
        _block("event", "answered"),
        _block("fact", "outage", **{"decided by": "vendor and customer"}),
        _block("fact", "effect", **{"highest first": 'total "All of it" , some , slight'}),
        _block("fact", "users", takes="number from 0 to 01000"),
        _block("source", "text", heading='"Response"'),
        _block("calendar", "office", open=dice.choice(HOURS)),
        _block("coverage", "usual", calendar="office"),
    ]


def _block(kind: str, name: str, rows: tuple[Row, ...] = (), cite: str = "", **lines: str) -> Block:
    title = [f'"About {name}"'] if kind in TITLED else []
    head = [kind, *([name] if name else []), *title, *(["per", *_tokens(cite)] if cite else [])]
    return Block(head, [Line(key, _tokens(value)) for key, value in lines.items()], list(rows))


def _tokens(text: str) -> Tokens:
    """Words at blanks, but for those of a string; what is one word to the grammar has `~` for its blanks."""
    found: Tokens = []
    for number, part in enumerate(text.split('"')):
        found += [f'"{part}"'] if number % 2 else [word.replace("~", " ") for word in part.split()]
    return found


def _row(*cells: str, cite: str = "") -> Row:
    return Row([_tokens(cell) for cell in cells], _tokens(cite))


def _amount(dice: Random) -> str:
    number = dice.choice(("1", "4", "04", "1.50", "10"))
    return f"{number} {dice.choice(('working hours', 'working hour', 'elapsed hours', 'elapsed minute'))}"


def _test(dice: Random) -> str:
    return dice.choice(
        (
            "outage is yes",
            "effect is one~of total",
            "effect is one~of total , some",
            "effect is none~of slight",
            "effect is some or~above",
            "users is more~than 010",
            "users is 10 to 020.0",
            "not ( outage is yes or users is less~than 5 )",
        )
    )


def _condition(dice: Random) -> str:
    joint = dice.choice((" and ", " or "))
    other = " or " if joint == " and " else " and "
    parts = [_test(dice) if dice.random() < 0.7 else f"( {_test(dice)}{other}{_test(dice)} )" for _ in range(3)]
    return joint.join(parts[: dice.choice((1, 1, 2, 3))])


def _order(dice: Random, severities: tuple[str, ...], tiers: tuple[str, ...]) -> Iterator[Block]:
    if tiers:
        yield _block("tiers", "", **{"highest first": " , ".join(tiers)})
    if not severities:
        return
    order = " , ".join(f'{name} "Level {name}"' for name in severities)
    lines = {"highest first": order, "definitions": "none", "changes": "none"}
    rows = (
        _row("tier", "chosen by"),
        _row("Gold", "vendor or customer", cite='text "Response" 02'),
        _row("Silver or~below", "vendor"),
    )
    by_tier = tiers and dice.random() < 0.5
    yield (
        _block("severities", "", rows, **lines, **{"if not chosen": severities[-1]})
        if by_tier
        else _block("severities", "", **lines, **{"chosen by": "customer"})
    )


def _hours(dice: Random) -> Iterator[Block]:
    closed = dice.choice(("2026-12-24 , 2026-12-27 to 2026-12-31", "public holidays of GB-ENG with~observed~days"))
    lines = {"working day": dice.choice(("08 working hour", "same time", "close of business"))}
    yield _block("calendar", "shop", open=dice.choice(HOURS), closed=closed, known="2026-01-01 to 2030-12-31", **lines)
    when = f"outage is yes and ( {_condition(dice)} )"
    yield _block("coverage", "better", calendar=dice.choice(("24x7", "shop")), when=when, **{"exception to": "usual"})


def _response(dice: Random, severities: tuple[str, ...], tiers: tuple[str, ...]) -> Block:
    head = "severity by tier" if severities and tiers else "severity" if severities else "tier"
    columns, names = (tiers if severities and tiers else ("within",)), severities or tiers
    rows = (_row(head, *columns), *(_row(name, *(_amount(dice) for _ in columns)) for name in names))
    lines = {} if names and columns == ("within",) else {"within": "the figures below" if names else _amount(dice)}
    return _block(
        "commitment", "response", rows if names else (), 'text "Response" 4' if dice.random() < 0.5 else "",
        force=dice.choice(("guarantee", "aim", "best~efforts")), starts="opened", stops="answered",
        **lines, **{"at risk": "075.0%"},
    )  # fmt: skip


def _relief(dice: Random) -> Iterator[Block]:
    """Another commitment, with a doubt about its force, and what stops it."""
    unit = " ".join(_amount(dice).split()[1:])
    between = f"between 1 {unit} and 020 {unit}"
    target = dice.choice(("3 times response", "03 times response in~elapsed~time", between, _amount(dice), "unstated"))
    lines = {"breach": "the later"} if target == between else {}
    yield _block(
        "commitment", "relief", force="firm", starts="opened or answered", stops="answered", within=target,
        pauses="waiting", when=_condition(dice), **lines,
    )  # fmt: skip
    yield _block("pause", "waiting", **({"at most": _amount(dice)} if dice.random() < 0.5 else {}))
    rows = (
        _row("meaning", "value", "in words"),
        _row("hard", "guarantee", '"it must"'),
        _row("soft", "aim", '"it  may"'),
    )
    default = dice.choice(("hard", "soft"))
    yield _block("reading", "firm", rows, default=default, because='"the text" "says so"')


def _telling(dice: Random) -> Iterator[Block]:
    yield _block("escalation", "late", on="miss of response", to="vendor", when=_condition(dice))
    yield _block("notice", "soon", on="75.0% of response", to="customer", by='"post" "and phone"')


def _grave(dice: Random) -> Iterator[Block]:
    yield _block("fact", "grave", **{"yes when": _condition(dice)})


def _duty(dice: Random) -> Iterator[Block]:
    lines = {"owed by": "customer", "does": '"isolates  the fault" "04 times"', "when": _condition(dice)}
    yield _block("duty", "helps", **lines)


def _law(dice: Random) -> Iterator[Block]:
    yield _block("law", "calm", always="response is at~most 01 working hours", when=_condition(dice))


SUBJECTS = (_hours, _relief, _telling, _grave, _duty, _law)
