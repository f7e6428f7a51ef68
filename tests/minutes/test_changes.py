"""Changes of severity, tier, option and facts, at once too, do to clocks what a naive clock makes of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import product
from random import Random
from typing import NamedTuple

from slalang.scenario.model import FactRecord, OptionRecord, Record, SeverityRecord, TierRecord
from tests.minutes.drawing import SEED, SIZE, Drawing
from tests.oracle.changes_oracle import Change, Incident, Promise, Promised, Terms, Verdict, Words, verdict
from tests.oracle.minutes import CALENDARS
from tests.outcome.records import PLACE
from tests.outcome.small import contract

CONTRACTS, INCIDENTS = 12, 12
TIERS = ("Gold", "Silver", "Bronze")
HOURS = ("office", "late", "nights", "always")
STATUSES = ("met", "missed", "running", "paused", "unknown", "not owed")
EFFECTS = ("keep", "retarget", "restart", "retroactive")
VALUES: dict[str, tuple[str, ...]] = {
    "tier": TIERS,
    "extra": ("bought", "not-bought"),
    "outage": ("yes", "no"),
    "severity": ("P1", "P2"),
}

DEFINED = """
severity P1
  when: outage is yes

severity P2
  when: outage is no
"""
RECLASSIFIED = "reclassification of-severity\n  by: vendor\n  direction: up or down"


class Cell(NamedTuple):
    """What a row promises: minutes of working or elapsed time, or a word."""

    text: str
    minutes: int | None
    working: bool


class Commitment(NamedTuple):
    """Its cells by severity, tier and outage; `when` outage is yes, or always; strict or not."""

    name: str
    cells: Mapping[tuple[str, str, str], Cell]
    when: bool
    strict: bool


class Contract(NamedTuple):
    commitments: tuple[Commitment, ...]
    cover: Mapping[str, str]
    words: Mapping[str, Words]
    by_outage: bool
    """Whether the severity follows from the fact, and nobody sets it."""


def drawn_cell(random: Random) -> Cell:
    word = random.choice(("none", "best efforts", "unstated", *[""] * 9))
    if word:
        return Cell(word, None, False)
    minutes, working = random.choice((60, 240, 480, 960)), random.random() < 0.75
    return Cell(f"{minutes} {'working' if working else 'elapsed'} minutes", minutes, working)


def drawn_commitment(random: Random, name: str) -> Commitment:
    cells = {}
    for severity, tier in product(VALUES["severity"], TIERS):
        first = drawn_cell(random)
        cells[severity, tier, "yes"] = first
        cells[severity, tier, "no"] = first if random.random() < 0.5 else drawn_cell(random)
    return Commitment(name, cells, random.random() < 0.25, random.random() < 0.3)


def drawn_contract(random: Random) -> Contract:
    commitments = tuple(drawn_commitment(random, f"promise-{index}") for index in range(3))
    words = {
        name: Words(random.choice(EFFECTS), random.random() < 0.25, random.random() < 0.3)
        for name in VALUES
        if name == "severity" or random.random() < 0.85
    }
    hours = {value: random.choice(HOURS) for value in VALUES["extra"]}
    return Contract(commitments, hours, words, random.random() < 0.25)


def written(drawn: Contract) -> str:
    changes = "".join(
        f"\n{headed(name)}\n  clocks: {words.clocks}"
        f"{', no later than the old due' if words.ceiling else ''}\n"
        f"  misses: {'are waived' if words.waives else 'stand'}\n"
        for name, words in drawn.words.items()
    )
    head = f"""{CALENDARS}
tiers
  highest first: {", ".join(TIERS)}

option extra
  for: any

fact outage

severities
  highest first: {", ".join(VALUES["severity"])}
  chosen by: customer
{"" if drawn.by_outage else "  definitions: none"}

coverage usual
  calendar: {drawn.cover["not-bought"]}

coverage more
  exception to: usual
  when: extra is bought
  calendar: {drawn.cover["bought"]}

pause waiting
{DEFINED if drawn.by_outage else ""}{changes}"""
    return head + "".join(map(promised, drawn.commitments))


def headed(name: str) -> str:
    return RECLASSIFIED if name == "severity" else f"change of-{name}\n  of: {name}"


def promised(commitment: Commitment) -> str:
    rows = "".join(f"  | {' | '.join(keys)} | {cell.text} |\n" for keys, cell in commitment.cells.items())
    return (
        f"\ncommitment {commitment.name}\n"
        + ("  when: outage is yes\n" if commitment.when else "")
        + "  force: guarantee\n  starts: opened\n  stops: responded\n  pauses: waiting\n"
        + f"  | severity | tier | outage | {'less than' if commitment.strict else 'within'} |\n{rows}"
    )


def meant(drawn: Contract, commitment: Commitment) -> Promise:
    """The commitment as the oracle takes it."""

    def holds(state: Mapping[str, object]) -> Promised:
        if commitment.when and state["outage"] == "no":
            return Promised(None, applies=False)
        severity = str(state["severity"])
        if drawn.by_outage:
            severity = "P1" if state["outage"] == "yes" else "P2"
        cell = commitment.cells[severity, str(state["tier"]), str(state["outage"])]
        match cell.text:
            case "none":
                return Promised(None)
            case "unstated":
                return Promised(None, unstated=f"{severity} {state['tier']} {state['outage']}")
        hours = drawn.cover[str(state["extra"])] if cell.working else "always"
        return Promised(Terms(cell.minutes, cell.working, hours))

    return Promise(holds, drawn.words, commitment.strict)


def drawn_changes(drawing: Drawing, first: Mapping[str, str], changing: tuple[str, ...]) -> Iterator[Change]:
    now = dict(first)
    for minute in drawing.several(0, 1, 1, 2, 3):
        if minute == drawing.opened:
            continue
        names = drawing.random.sample(changing, drawing.random.choice((1, 1, 2, 3)))
        changes = {
            name: drawing.random.choice([value for value in VALUES[name] if value != now[name]]) for name in names
        }
        now.update(changes)
        for name, value in changes.items():
            drawing.tells(minute, recorded(name, value, drawing.at(minute)))
        yield minute, changes


def recorded(name: str, value: str, at: int, by: str = "vendor") -> Record:
    match name:
        case "tier":
            return TierRecord(at, value, PLACE)
        case "extra":
            return OptionRecord(at, name, value == "bought", PLACE)
        case "severity":
            return SeverityRecord(at, value, by, None, PLACE)
    return FactRecord(name, value, at, at, None, PLACE)


def cases(seed: int) -> Iterator[tuple[str, Incident, Verdict, Verdict]]:
    random = Random(seed)
    for _ in range(CONTRACTS * SIZE):
        drawn = drawn_contract(random)
        text = written(drawn)
        graph = contract(text, cover="")
        for _ in range(INCIDENTS):
            drawing = Drawing(random)
            first = {name: random.choice(values) for name, values in VALUES.items()}
            drawing.records.append(FactRecord("outage", first["outage"], None, None, None, PLACE))
            if not drawn.by_outage:
                drawing.records.append(recorded("severity", first["severity"], drawing.at(drawing.opened), "customer"))
            changing = tuple(name for name in VALUES if name != "severity" or not drawn.by_outage)
            changes = list(drawn_changes(drawing, first, changing))
            pauses = drawing.pauses("waiting") if random.random() < 0.5 else []
            stop = drawing.some() if random.random() < 0.4 else None
            if stop is not None:
                drawing.happens(stop, "responded")
            now = drawing.now()
            until = now if stop is None else min(now, stop)
            incident = Incident(
                drawing.base,
                drawing.opened,
                first,
                [change for change in changes if change[0] <= until],
                [(begin, end if end is not None and end <= now else None) for begin, end in pauses if begin <= now],
                stop if stop is not None and stop <= now else None,
                now,
            )
            options = ("extra",) if first["extra"] == "bought" else ()
            answer = drawing.asked(graph, now, tier=first["tier"], options=options)
            found = {obligation.id: obligation for obligation in answer.obligations}
            for commitment in drawn.commitments:
                one = found[commitment.name]
                told = Verdict(one.status, drawing.minute(one.due))
                yield f"{text}\n{commitment.name}", incident, verdict(meant(drawn, commitment), incident), told


def test_changes_do_to_running_clocks_what_a_naive_clock_makes_of_them() -> None:
    mix: Counter[str] = Counter()
    for text, incident, expected, found in cases(SEED):
        mix[expected.status] += 1
        assert found == expected, f"seed {SEED}\n{text}\n{incident}"
    assert all(mix[status] > 0.002 * mix.total() for status in STATUSES), mix
