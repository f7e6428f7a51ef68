"""What the kernel raises: questions that a calendar cannot answer, each with the values a message needs."""

from datetime import date, datetime


class CalendarError(Exception):
    """The base of every documented exception of the kernel."""


class OutsideValidity(CalendarError):
    """The answer needs dates that are not known: at least those from `first` to `last`.

    `holidays` tells whether it is the holidays of these dates, or their hours in a calendar that has no holidays.
    """

    def __init__(self, calendar: str, first: date, last: date, holidays: bool = True) -> None:
        super().__init__(calendar, first, last, holidays)
        self.calendar, self.first, self.last, self.holidays = calendar, first, last, holidays

    def __str__(self) -> str:
        dates = f"{self.first}" if self.first == self.last else f"{self.first} to {self.last}"
        what = "holidays" if self.holidays else "hours"
        return f"the {what} of `{self.calendar}` are not known for {dates}"


class NeverReached(CalendarError):
    """The calendar does not open again for the amount, in microseconds of open time (0: any opening or closing)."""

    def __init__(self, calendar: str, amount: int) -> None:
        super().__init__(calendar, amount)
        self.calendar, self.amount = calendar, amount

    def __str__(self) -> str:
        what = "reaches the amount" if self.amount else "opens or closes again"
        return f"`{self.calendar}` never {what}"


class NegativeAmount(CalendarError):
    """An amount below zero, or a stretch that ends before it starts."""

    def __init__(self, amount: int) -> None:
        super().__init__(amount)
        self.amount = amount

    def __str__(self) -> str:
        return "an amount of time is never negative"


class MissingDate(CalendarError):
    """Date arithmetic that leads to a date that does not exist, with no rule that says which to take."""

    def __init__(self, year: int, month: int, day: int) -> None:
        super().__init__(year, month, day)
        self.year, self.month, self.day = year, month, day

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}-{self.day:02} does not exist"


class NoWorkingDay(CalendarError):
    """The calendar does not say what a working day is, or has none."""

    def __init__(self, calendar: str) -> None:
        super().__init__(calendar)
        self.calendar = calendar

    def __str__(self) -> str:
        return f"`{self.calendar}` has no working days"


class ClashingShortDays(CalendarError):
    """Two short days with different hours for one date."""

    def __init__(self, calendar: str, day: date) -> None:
        super().__init__(calendar, day)
        self.calendar, self.day = calendar, day

    def __str__(self) -> str:
        return f"`{self.calendar}` has two short days on {self.day}"


class BadZone(CalendarError):
    """A name that is no IANA time zone of the tzdata package."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name

    def __str__(self) -> str:
        return f"`{self.name}` is not a time zone"


class UnknownHolidays(CalendarError):
    """A holiday book has no such set."""

    def __init__(self, country: str, subdivision: str | None) -> None:
        super().__init__(country, subdivision)
        self.country, self.subdivision = country, subdivision

    def __str__(self) -> str:
        code = self.country if self.subdivision is None else f"{self.country}-{self.subdivision}"
        return f"no public holidays are known for `{code}`"


class NaiveTime(CalendarError):
    """A datetime without an offset."""

    def __init__(self, moment: datetime) -> None:
        super().__init__(moment)
        self.moment = moment

    def __str__(self) -> str:
        return f"`{self.moment}` has no offset from UTC"


class TooFar(CalendarError):
    """An instant beyond the years 1 to 9999, or a reach beyond the horizon of the calendar."""

    def __init__(self, at: int, horizon_years: int | None = None) -> None:
        super().__init__(at, horizon_years)
        self.at, self.horizon_years = at, horizon_years

    def __str__(self) -> str:
        if self.horizon_years is None:
            return "an instant lies outside the years 1 to 9999"
        years = "a year" if self.horizon_years == 1 else f"{self.horizon_years} years"
        return f"the answer lies further away than {years}"
