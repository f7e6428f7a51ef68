"""What the calendar tests share: instants written as text, and the office of London."""

from datetime import date, datetime

from slalang.calendar import (
    HOUR,
    Calendar,
    CalendarSpec,
    DateRange,
    HolidayRule,
    HolidaySet,
    NominalDay,
    PinnedHolidays,
    compile_calendar,
    show_instant,
    to_instant,
    weekly,
)

LONDON = "Europe/London"
ENGLAND = HolidayRule("GB", "ENG")

BANK_HOLIDAYS = {
    2024: {date(2024, 12, 25): "Christmas Day", date(2024, 12, 26): "Boxing Day"},
    2025: {
        date(2025, 1, 1): "New Year's Day",
        date(2025, 4, 18): "Good Friday",
        date(2025, 4, 21): "Easter Monday",
        date(2025, 12, 25): "Christmas Day",
        date(2025, 12, 26): "Boxing Day",
    },
}
BOOK = PinnedHolidays({HolidaySet("GB", "ENG", True): BANK_HOLIDAYS})

OFFICE = CalendarSpec("office", LONDON, week=weekly("Mon-Fri 09:00-17:00"), working_day=NominalDay(8 * HOUR))
BANK_OFFICE = OFFICE._replace(closed_holidays=(ENGLAND,))


def at(text: str) -> int:
    """The instant of an ISO text with an offset."""
    return to_instant(datetime.fromisoformat(text))


def shown(instant: int, zone: str = LONDON) -> str:
    return show_instant(instant, zone)


def made(spec: CalendarSpec) -> Calendar:
    return compile_calendar(spec, BOOK)


def day(text: str) -> DateRange:
    first, _, last = text.partition("/")
    return DateRange(date.fromisoformat(first), date.fromisoformat(last or first))
