"""Questions that are large: answered, unknown, or a limit with its name; never slow."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from tests.hostile.conftest import DUE, OPENED, POLICY, SCENARIO, Folder

MANY = 10_000


def within(amount: str) -> str:
    """The policy with another amount in place of 4 working hours."""
    return POLICY.replace("4 working hours ", amount)


@pytest.mark.parametrize("amount", ["100 calendar years", "876576 elapsed hours", "36524 elapsed days"])
def test_a_target_of_a_hundred_years_is_answered(folder: Folder, amount: str) -> None:
    """876,576 hours are 36,524 days, those of a hundred years from 2026 on of which 24 are leap years."""
    folder.write("support.sla", within(amount))
    assert "Tue 2126-04-02 16:00 +01:00" in folder.due()


def test_a_target_of_a_hundred_years_of_working_hours_is_answered(folder: Folder) -> None:
    """40 hours a week: 208,800 hours are 5,220 weeks, thus 36,540 days."""
    folder.write("support.sla", within("208800 working hours"))
    assert "Thu 2126-04-18 16:00 +01:00" in folder.due()


@pytest.mark.parametrize("amount", ["9999 calendar years", "99999999999 working hours", "99999999999 elapsed hours"])
def test_a_target_beyond_all_time_is_unknown_or_refused(folder: Folder, amount: str) -> None:
    folder.write("support.sla", within(amount))
    ran = folder.run("due", "support.sla", *OPENED, "--no-picture")
    assert "Traceback" not in ran.err
    assert (ran.code == 0 and "unknown" in ran.out) or (ran.code in (3, 4) and ran.out == "" and "error" in ran.err)


@pytest.mark.parametrize("digits", [50, 5_000])
def test_a_number_of_thousands_of_digits_is_no_bug(folder: Folder, digits: int) -> None:
    folder.write("support.sla", within(f"{'9' * digits} working hours"))
    ran = folder.run("due", "support.sla", *OPENED, "--no-picture")
    assert "Traceback" not in ran.err
    assert (ran.code == 0 and "unknown" in ran.out) or (ran.code in (3, 4) and ran.out == "" and "error" in ran.err)


ONE_MINUTE = POLICY.replace(
    "  open: Monday to Friday 09:00 to 17:00\n",
    "  open: daily 09:00 to 09:01\n  only during: new-year\n\n"
    'calendar new-year "The first day of a year"\n'
    '  open: public holidays of GB-ENG without observed days only "New Year\'s Day"\n',
)


def test_a_calendar_that_opens_one_minute_a_year_is_answered_or_unknown(folder: Folder) -> None:
    """4 hours are 240 minutes, and no more than two centuries are looked at; 2 minutes are two years."""
    folder.write("support.sla", ONE_MINUTE)
    assert "unknown" in folder.due()
    folder.write("support.sla", ONE_MINUTE.replace("4 working hours ", "2 working minutes "))
    assert "Sat 2028-01-01 09:01 +00:00" in folder.due()


def every_other(minutes: int) -> str:
    """The policy with so many minutes open, and as many closed, around the clock."""
    starts = range(0, 1440, 2 * minutes)
    hours = [f"{at // 60:02}:{at % 60:02} to {(at + minutes) // 60:02}:{(at + minutes) % 60:02}" for at in starts]
    lines = (f"  open: daily {' and '.join(hours[at : at + 300])}\n" for at in range(0, len(hours), 300))
    return within("400000 working hours ").replace("  open: Monday to Friday 09:00 to 17:00\n", "".join(lines))


@pytest.mark.parametrize(("minutes", "away"), [(10, "9 years"), (1, "a year")])
def test_a_century_of_a_calendar_that_opens_very_often_is_unknown(folder: Folder, minutes: int, away: str) -> None:
    folder.write("support.sla", every_other(minutes))
    assert f"unknown: the answer lies further away than {away}" in folder.due()


def test_a_calendar_that_opens_at_no_time_at_all_is_refused(folder: Folder) -> None:
    closed = POLICY.replace("17:00\n", "17:00\n  closed: always\n")
    folder.write("support.sla", f"{closed}\ncalendar always\n  open: 24x7\n")
    folder.refuses(3, "error[SLA311]", "check", "support.sla")


def with_events(*events: str) -> str:
    """The scenario with more events."""
    lines = "".join(f"      - {{{event}}}\n" for event in events)
    return SCENARIO.replace("    expect:", f"{lines}    expect:")


def minute(number: int) -> str:
    """A minute after the opening, which was at 15:00 UTC."""
    return (datetime(2026, 4, 2, 15, 1, tzinfo=UTC) + timedelta(minutes=number)).isoformat(timespec="minutes")


def test_ten_thousand_events_are_answered(folder: Folder) -> None:
    """The first answer meets it; what comes later changes nothing."""
    folder.write(
        "incident.scenario.yaml", with_events(*(f"at: {minute(number)}, event: answered" for number in range(MANY)))
    )
    answer = folder.answers("due", "support.sla", "incident.scenario.yaml", "--no-picture")
    assert DUE in answer and "met" in answer


def test_ten_thousand_pauses_are_answered(folder: Folder) -> None:
    """Every second minute does not count, the first one does.

    Thursday from 16:00 to 17:00 gives 30 minutes. The other 210 are every second one of Friday from 09:00 on, and the
    last of them begins 2 * 209 = 418 minutes later, at 15:58.
    """
    pauses = (
        f"at: {minute(2 * number + offset)}, {what}: waiting"
        for number in range(MANY)
        for offset, what in enumerate(("pause", "resume"))
    )
    folder.write("incident.scenario.yaml", with_events(*pauses))
    answer = folder.answers("due", "support.sla", "incident.scenario.yaml", "--no-picture")
    assert "Fri 2026-04-03 15:59 +01:00" in answer


def test_ten_thousand_pauses_that_overlap_are_answered(folder: Folder) -> None:
    """All have begun by Thursday's 15:01 UTC plus a week, and none ends: an open pause, and no due."""
    kinds = POLICY.replace(
        'pause waiting "The vendor waits"\n',
        "".join(f'pause waiting-{kind} "The vendor waits for {kind}"\n' for kind in range(20)),
    ).replace("pauses: waiting", f"pauses: {', '.join(f'waiting-{kind}' for kind in range(20))}")
    folder.write("support.sla", kinds)
    pauses = (
        f"at: {minute(number)}, {'resume' if number // 20 % 2 else 'pause'}: waiting-{number % 20}"
        for number in range(MANY)
    )
    folder.write("incident.scenario.yaml", with_events(*pauses))
    folder.answers("due", "support.sla", "incident.scenario.yaml", "--no-picture")


SEVERITIES = """policy support "Support"
  zone: Europe/London
  in force: always

party vendor "Vendor"
party customer "Customer"

event answered "Somebody answers"

severities
  highest first: P1, P2, P3
  chosen by: customer
  definitions: none

reclassification free "Free"
  by: any
  direction: up or down
  clocks: {clocks}

calendar office "The office"
  open: Monday to Friday 09:00 to 17:00
  closed: none

coverage usual
  calendar: office

commitment answer "Answer"
  force: guarantee
  starts: opened
  stops: answered
  | severity | within             |
  | P1       | 4000 working hours |
  | P2       | 8000 working hours |
  | P3       | 9000 working hours |
"""


def changes_of_severity(count: int) -> str:
    """Opened on a Monday at 09:00 as P1, then P2 and P3 in turn, P3 at last if the count is even."""
    start = datetime(2026, 1, 5, 9, tzinfo=UTC)
    events = [f"{{at: {start.isoformat()}, event: opened, severity: P1, by: customer}}"]
    for number in range(1, count + 1):
        at = start + timedelta(minutes=7 * number)
        events.append(f"{{at: {at.isoformat()}, severity: P{3 - number % 2}, by: customer}}")
    lines = "".join(f"      - {event}\n" for event in events)
    return f"policy: support.sla\nscenarios:\n  - name: many\n    events:\n{lines}"


@pytest.mark.parametrize("form", ["text", "json", "svg"])
@pytest.mark.parametrize(
    ("clocks", "due"),
    [("keep", "Fri 2027-12-03 17:00 +00:00"), ("retroactive", "Fri 2030-04-26 17:00 +01:00")],
)
def test_thousands_of_changes_of_severity_are_answered(folder: Folder, clocks: str, due: str, form: str) -> None:
    """A week has 40 hours: 4,000 hours end on the Friday of the hundredth week, 9,000 on that of the 225th."""
    folder.write("support.sla", SEVERITIES.format(clocks=clocks))
    folder.write("incident.scenario.yaml", changes_of_severity(3_000))
    answer = folder.answers("due", "support.sla", "incident.scenario.yaml", "--format", form)
    day, time, offset = due.split()[1:]
    assert (f"{day}T{time}:00{offset}" if form == "json" else due) in answer


@pytest.mark.parametrize("form", ["text", "json", "svg", "markdown"])
@pytest.mark.parametrize("clocks", ["keep", "retarget", "restart", "retroactive"])
def test_ten_thousand_changes_of_severity_are_unknown(folder: Folder, clocks: str, form: str) -> None:
    folder.write("support.sla", SEVERITIES.format(clocks=clocks))
    folder.write("incident.scenario.yaml", changes_of_severity(MANY))
    answer = folder.answers("due", "support.sla", "incident.scenario.yaml", "--format", form)
    assert "the answer takes more than 50,000 decisions" in " ".join(answer.split())
    assert "Fri 20" not in answer and (form != "json" or '"due": null' in answer)


@pytest.mark.parametrize(("count", "said"), [(300, "undetermined"), (MANY, "takes more than 50,000 decisions")])
def test_changes_that_turn_on_what_is_not_known_are_answered_or_unknown(folder: Folder, count: int, said: str) -> None:
    """Whether the customer may change it turns on six facts that nobody recorded.

    The first that does not hold decides, so that there are seven combinations, in each of which about a dozen things
    are decided at each change: some 25,000 in all for 300 changes, and many times the bound for ten thousand.
    """
    names = [f"fact-{number}" for number in range(6)]
    declared = "".join(f"fact {name}\n" for name in names)
    condition = "\n    and ".join(f"{name} is yes" for name in names)
    text = SEVERITIES.format(clocks="retarget").replace("  clocks:", f"  when: {condition}\n  clocks:")
    folder.write("support.sla", f"{text}\n{declared}")
    folder.write("incident.scenario.yaml", changes_of_severity(count))
    answer = folder.answers("due", "support.sla", "incident.scenario.yaml", "--no-picture")
    assert said in " ".join(answer.split())


def test_a_thousand_scenarios_in_one_file_are_answered(folder: Folder) -> None:
    head, one = SCENARIO.split("scenarios:\n")
    many = "".join(one.replace("an urgent incident", f"incident {number}") for number in range(1_000))
    folder.write("incident.scenario.yaml", f"{head}scenarios:\n{many}")
    ran = folder.run("test", "incident.scenario.yaml")
    assert ran.code == 0 and ran.out.startswith("1000 passed, 0 failed"), ran.err


def table(rows: int) -> str:
    """A target for each of so many severities."""
    names = [f"l{number}" for number in range(rows)]
    figures = "".join(f"  | {name} | {number + 1} working minutes |\n" for number, name in enumerate(names))
    start = POLICY.index("  | severity")
    text = POLICY[:start] + "  | severity | within |\n" + figures
    return text.replace("highest first: urgent, normal", f"highest first: {', '.join(names)}").replace(
        "if not chosen: normal", f"if not chosen: {names[-1]}"
    )


def facts(count: int) -> str:
    """So many facts, and for each an exclusion that rests on it."""
    blocks = "".join(
        f"\nfact fact-{number}\n\nexclusion exclusion-{number}\n  when: fact-{number} is yes\n  excludes: any\n"
        for number in range(count)
    )
    return POLICY + blocks


def crossed(count: int) -> str:
    """Rules on which of two calendars covers an incident, each on a fact of its own: every pair may conflict."""
    blocks = "".join(
        f"\nfact fact-{number}\n\ncoverage cover-{number}\n  exception to: usual\n"
        f"  when: fact-{number} is yes\n  calendar: {'24x7' if number % 2 else 'office'}\n"
        for number in range(count)
    )
    return POLICY + blocks


def chain(length: int) -> str:
    """Facts, each of which follows from the one before."""
    blocks = "".join(f"\nfact fact-{number + 1}\n  yes when: fact-{number} is yes\n" for number in range(length))
    return f"{POLICY}\nfact fact-0\n{blocks}\nexclusion last\n  when: fact-{length} is yes\n  excludes: any\n"


def multiples(length: int) -> str:
    """Commitments, each a multiple of the one before."""
    blocks = "".join(
        f"\ncommitment promise-{number}\n  force: aim\n  starts: opened\n  stops: answered\n"
        f"  within: 2 times {f'promise-{number - 1}' if number else 'response'}\n"
        for number in range(length)
    )
    return POLICY + blocks


LARGE: dict[str, Callable[[], str]] = {
    "ten thousand rows": lambda: table(MANY),
    "as many severities as fit, each with a row": lambda: table(1_600),
    "two thousand severities": lambda: table(2_000),
    "two thousand facts": lambda: facts(2_000),
    "as many facts as fit": lambda: facts(780),
    "a hundred rules that may conflict": lambda: crossed(100),
    "a chain of a thousand facts": lambda: chain(1_000),
    "a chain of two hundred facts": lambda: chain(200),
    "a chain of a hundred multiples": lambda: multiples(100),
}


@pytest.mark.parametrize("text", LARGE.values(), ids=LARGE)
def test_a_large_policy_is_answered_or_a_limit(folder: Folder, text: Callable[[], str]) -> None:
    folder.write("support.sla", text())
    ran = folder.run("due", "support.sla", "--at", "2026-04-02T16:00+01:00", "--no-picture")
    assert "Traceback" not in ran.err
    if ran.code == 0:
        assert "under Support (support)" in ran.out
    else:
        assert (ran.code, ran.out) in ((4, ""), (3, "")) and "error[SLA" in ran.err


def readings(length: int) -> str:
    """Readings, each of which can mean the next one; the last is an amount."""
    blocks = "".join(
        f'\nreading doubt-{number} "The doubt number {number}"\n  default: on\n  because: "it says so"\n'
        "  | meaning | value | in words |\n"
        f'  | on | {f"doubt-{number + 1}" if number + 1 < length else "4 working hours"} | "further" |\n'
        f'  | off | {number + 1} working minutes | "an end" |\n'
        for number in range(length)
    )
    return within("doubt-0 ") + blocks


@pytest.mark.parametrize("length", [20, 200])
@pytest.mark.parametrize("options", [(), ("--all-readings",)], ids=["by default", "all of them"])
def test_a_chain_of_readings_is_answered_or_refused(folder: Folder, length: int, options: tuple[str, ...]) -> None:
    folder.write("support.sla", readings(length))
    ran = folder.run("due", "support.sla", *OPENED, "--no-picture", *options)
    assert "Traceback" not in ran.err
    assert (ran.code == 0 and DUE in ran.out) or (ran.code in (3, 4) and ran.out == "" and "error[SLA" in ran.err)
