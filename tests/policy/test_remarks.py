"""What is remarked on valid policies: it stands in the way of no answer."""

from slalang.policy import compile_policy
from slalang.source import Diagnostic, Source
from tests.policy.compiling import COMMITMENT, HEAD, OFFICE


def remarks(text: str) -> tuple[Diagnostic, ...]:
    """What is said of a policy that compiles."""
    graph, found = compile_policy("p.sla", lambda name: Source.of(name, HEAD + text))
    assert graph is not None, found
    return found


PROMISE = OFFICE + COMMITMENT + "  within: 4 working hours\n"


def test_a_credit_and_a_law_are_said_to_have_no_effect_yet() -> None:
    found = remarks(
        PROMISE + "\ncredit late\n  for: response\n  gives: EUR 100\n\nlaw promised\n  in order: response, response\n"
    )
    assert [(one.code, one.severity, one.message) for one in found] == [
        ("SLA243", "note", "`late` has no effect yet"),
        ("SLA243", "note", "`promised` has no effect yet"),
    ]


WINDOWS = """
reading lunch "Is the office open at noon?"
  default: open-at-noon
  because: "so"
  | meaning        | value                                           | in words |
  | open-at-noon   | daily 09:00 to 17:00                            | "yes"    |
  | closed-at-noon | daily 09:00 to 12:00 and 13:00 to 17:00         | "no"     |

calendar office
  open: lunch

calendar nights
  open: daily 17:00 to 09:00

windows
  calendars: office, nights
"""


def test_windows_that_leave_hours_out_under_another_reading_are_a_warning() -> None:
    """By default 09:00 to 17:00 and 17:00 to 09:00 share out the day; 2020 begins on a Wednesday."""
    assert [(one.code, one.severity, one.message) for one in remarks(WINDOWS)] == [
        (
            "SLA323",
            "warning",
            "no window has the time from Wed 2020-01-01 12:00 +00:00 to Wed 2020-01-01 13:00 +00:00, "
            "if `lunch` is read as `closed-at-noon`",
        )
    ]


def test_windows_that_share_out_the_week_are_right_across_holidays_and_changes_of_the_clocks() -> None:
    assert not remarks("""
calendar office
  open: Monday to Friday 09:00 to 17:00
  closed: public holidays of GB-ENG with observed days

calendar otherwise
  open: 24x7
  closed: office

windows
  calendars: office, otherwise
""")


def test_windows_that_rest_on_what_the_contract_does_not_say_are_not_blamed() -> None:
    assert not remarks("\ncalendar office\n  open: unstated\n\nwindows\n  calendars: office\n")


def test_a_parameter_that_is_never_used_is_a_warning() -> None:
    unused = "\nparameter spare\n  takes: amount\n"
    used = "\nparameter length\n  takes: amount\n\ncalendar odd\n  open: 24x7\n  working day: length\n"
    assert [(one.code, one.severity, one.message) for one in remarks(unused + used)] == [
        ("SLA244", "warning", "the parameter `spare` is never used")
    ]


def step(occasion: str, figure: str = "4 working hours", more: str = "") -> list[tuple[str, str, str, str]]:
    """What is remarked on a notice, given the time of the response."""
    promise = OFFICE + COMMITMENT + f"  within: {figure}\n"
    found = remarks(f"{promise}\nnotice early\n  on: {occasion}\n  to: vendor\n{more}")
    return [(one.code, one.severity, one.message, one.help) for one in found]


def test_a_step_that_would_lie_before_the_start_of_its_clock_is_a_warning() -> None:
    """5 working hours are more than 4, and than 4 hours of the clock on the wall, of which some may be closed."""
    for figure in ("4 working hours", "4 elapsed hours"):
        assert step("5 working hours before due of response", figure) == [
            (
                "SLA325",
                "warning",
                "`5 working hours before due of response` is longer than every time of `response`",
                "it comes at the start, unless pauses move the due",
            )
        ]


def test_a_step_that_may_lie_after_the_start_is_none() -> None:
    """5 elapsed hours may hold less than 4 working hours; another calendar may be open when this one is closed."""
    assert not step("4 working hours before due of response")
    assert not step("5 elapsed hours before due of response")
    assert not step("5 working hours before due of response", "2 working days")
    assert not step("5 working hours before due of response", more="  counted on: 24x7\n")


def test_a_step_for_one_of_several_times_is_judged_by_the_longest() -> None:
    table = "  | channel | within          |\n  | phone   | 1 working hour  |\n  | web     | 8 working hours |\n"
    policy = OFFICE + "channels\n  values: phone, web\n\n" + COMMITMENT + table
    assert not remarks(policy + "\nnotice early\n  on: 5 working hours before due of response\n  to: vendor\n")


def test_a_step_at_more_than_the_whole_time_is_a_warning() -> None:
    assert step("150% of response") == [
        (
            "SLA325",
            "warning",
            "more than the whole time of `response` has passed only after it is due",
            "write `miss of response`, or an amount `after due of response`",
        )
    ]
    assert not step("100% of response")
