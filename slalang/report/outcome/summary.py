"""What else an outcome says, line by line: scope, severity, steps, promises, doubts, remarks."""

from collections.abc import Iterator

from slalang.outcome.model import Obligation, Outcome, Promise, Reason, SeverityPiece, Step
from slalang.outcome.reasons import leaves_and_branches, readings_in
from slalang.report.outcome.alternatives import leads_to, promise_leads_to, step_leads_to
from slalang.report.outcome.timeline import IN_DOUBT, PROMISED_NOTHING, over_readings, owed, steps, what
from slalang.report.visible import all_visible
from slalang.report.words import instant, listed, named


def overview(outcome: Outcome) -> Outcome:
    """An outcome that is safe to show, without what its derivations rest on: most of a long one, and not shown."""
    obligations, severity = map(_in_brief, outcome.obligations), map(_with_readings, outcome.severity)
    return all_visible(outcome._replace(obligations=tuple(obligations), severity=tuple(severity)))


def _in_brief(obligation: Obligation) -> Obligation:
    """An obligation with the steps of its derivation that are told: the first of each kind, and what decides."""
    steps = [step for step in obligation.why.because if step.kind not in ("counted", "skipped")]
    first = {step.kind: step for step in reversed(steps)}
    last = next((step for step in reversed(steps) if step.kind != "whatever"), None)
    told = (step._replace(because=()) for step in steps if step is first[step.kind] or step is last)
    return obligation._replace(why=obligation.why._replace(because=tuple(told)))


def _with_readings(piece: SeverityPiece) -> SeverityPiece:
    """A severity with the readings of its derivation alone."""
    told = tuple(reason for reason in leaves_and_branches(piece.why) if reason.kind == "reading")
    return piece._replace(why=Reason(piece.why.kind, piece.why.id, piece.text, because=told))


def incident(outcome: Outcome) -> Iterator[str]:
    """Which incident it is: when it was opened, as of when, whether it is in scope, and its severity."""
    opened = "not opened" if outcome.opened is None else f"opened {instant(outcome.opened, outcome.zone)}"
    yield f"{opened}, as of {instant(outcome.as_of, outcome.zone)}"
    yield from scope(outcome)
    for piece in outcome.severity:
        yield severity(piece, outcome.zone, alone=len(outcome.severity) == 1)


def under(outcome: Outcome) -> str:
    """The policy that the answer comes from: its title, name and version, and the other party of an agreement."""
    version = f" {outcome.version}" if outcome.version else ""
    agreement = f", with {outcome.agreement}" if outcome.agreement else ""
    return f"{named(outcome.title, outcome.policy)}{version}{agreement}"


def scope(outcome: Outcome) -> Iterator[str]:
    """Whether the incident is in scope, where that needs saying."""
    state, handed_to, attempt, missing, why = outcome.scope
    if state == "in scope":
        return
    asked = f"; ask for {listed(missing)}" if missing else ""
    yield f"{state}: {why.text}{asked}"
    if handed_to:
        yield f"handed to: {listed(handed_to)}"
    if attempt:
        yield "help is tried, and nothing is promised"


def severity(piece: SeverityPiece, zone: str, *, alone: bool) -> str:
    """A severity, why it holds, and from when, if there were several."""
    since = "" if alone else f" from {instant(piece.start, zone)}"
    state, why = (piece.severity, piece.text) if piece.severity else piece.text.split(": ", 1)
    return f"severity {state}{since}: {why}"


def step(found: Step, obligation: Obligation | None, zone: str) -> tuple[str, str]:
    """When an escalation or a notice comes; and what it is."""
    by = f", by {found.by}" if found.by else ""
    kind = "notice" if found.notice else "escalation"
    after = f" of {obligation.id}" if obligation and obligation.id not in found.occasion else ""
    what = f"{kind} to {listed(found.to)}{by}: {found.occasion}{after} ({found.rule})"
    told = (what, found.state, over_readings(found.earliest, found.latest, zone))
    return _comes(found, zone), "; ".join(part for part in told if part)


def _comes(found: Step, zone: str) -> str:
    if found.at is not None:
        return instant(found.at, zone)
    return "not as read here" if found.state == "does not apply" else "if it happens"


def escalations(outcome: Outcome) -> list[tuple[str, str, list[str]]]:
    """All escalations and notices, in order of time, each with what the readings make of it.

    One that was dropped is told only where it was not under all of them.
    """
    return [
        (*step(found, of, outcome.zone), step_leads_to(found, outcome.zone))
        for of, found in steps(outcome)
        if found.state != "dropped" or found.alternatives
    ]


def promises(outcome: Outcome, kind: str) -> Iterator[tuple[str, tuple[str, ...], list[str]]]:
    """The duties, entitlements or closures that apply as the contract is read, or may be: who; what; and which do."""
    for promise in outcome.promises:
        read_otherwise = promise.state == "does not apply" and promise.alternatives
        if promise.kind == kind and (promise.state == "applies" or read_otherwise):
            yield _promise(promise, outcome.zone), promise.what, promise_leads_to(promise, outcome.zone)


def _promise(promise: Promise, zone: str) -> str:
    parties = {
        "duty": listed(promise.owed_by),
        "entitlement": f"{listed(promise.owed_to)}, from {listed(promise.owed_by)}",
    }.get(promise.kind, "")
    force = promise.force if promise.force != "guarantee" else None
    allowed = promise.due is not None and f"from {instant(promise.due, zone)}"
    elsewhere = promise.state == "does not apply" and promise.alternatives and "not as read here"
    over = over_readings(promise.earliest_due, promise.latest_due, zone)
    words = (parties, named(promise.title, promise.id), force, allowed, elsewhere)
    told = ", ".join(word for word in words if word)
    return f"{told}; {over}" if over else told


def standing(promise: Promise, zone: str) -> str:
    """What kind of promise it is, and whether it applies."""
    return f"{promise.kind} {_promise(promise, zone)}: {promise.state}"


def without_promise(outcome: Outcome) -> Iterator[tuple[str, str]]:
    """What is not owed or not covered; and why."""
    for obligation in outcome.obligations:
        if obligation.status in PROMISED_NOTHING:
            yield f"{what(obligation)}: {obligation.status}", ground(obligation.why)
    for promise in outcome.promises:
        if promise.kind == "exclusion" and promise.state == "applies":
            told = "; ".join(("excluded", *promise.what))
            yield f"{named(promise.title, promise.id)}: {told}", ground(promise.why)


def ground(why: Reason) -> str:
    """What decides that nothing is owed, or nothing known, in one line."""
    decisive = [reason for reason in why.because if reason.kind != "whatever"]
    if not decisive:
        return "nothing is promised, and no instant given" if why.kind == "commitment" else why.text
    last = decisive[-1]
    return f"it does not hold that {last.text}" if dict(last.data).get("holds") is False else last.text


def in_doubt(outcome: Outcome) -> Iterator[tuple[str, str, list[str]]]:
    """Which obligations are undetermined or unknown; why, or what to ask; and what each answer leads to."""
    for obligation in outcome.obligations:
        if obligation.status in IN_DOUBT:
            subject = f"{what(obligation)}, {owed(obligation)}"
            yield subject, _doubt(obligation, outcome.zone), leads_to(obligation, outcome.zone)


def may_apply(outcome: Outcome) -> Iterator[tuple[str, str, list[str]]]:
    """Which duties, entitlements, closures and exclusions are undetermined or unknown; why, or what to ask; and what
    each answer leads to."""
    for promise in outcome.promises:
        if promise.state in IN_DOUBT:
            asked = f"ask for {listed(promise.missing)}" if promise.missing else ground(promise.why)
            subject = f"{promise.kind} {named(promise.title, promise.id)}"
            yield subject, f"{promise.state}: {asked}", promise_leads_to(promise, outcome.zone)


def _doubt(obligation: Obligation, zone: str) -> str:
    if obligation.missing:
        return f"{obligation.status}: ask for {listed(obligation.missing)}"
    due = f"due {instant(obligation.due, zone)}, " if obligation.due is not None else ""
    return f"{due}{obligation.status}: {ground(obligation.why)}"


def readings(outcome: Outcome) -> dict[str, str]:
    """The readings that the answers rest on, each with the meaning used."""
    told = [outcome.scope.why, *(piece.why for piece in outcome.severity)]
    told += [*(step.why for step in _steps(outcome)), *(promise.why for promise in outcome.promises)]
    found = {pair for why in told for pair in readings_in(why)}
    return dict(sorted(found.union(*(obligation.readings for obligation in outcome.obligations))))


def _steps(outcome: Outcome) -> Iterator[Step]:
    yield from outcome.steps
    for obligation in outcome.obligations:
        yield from obligation.steps
