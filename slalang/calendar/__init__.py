"""The time kernel: calendars that say when time counts, and exact answers about them. It knows no policy.

Usable alone: describe a calendar with `CalendarSpec`, compile it with `compile_calendar`, then ask the `Calendar`,
in int UTC microseconds, or with aware datetimes through the functions of `slalang.calendar.aware`.
"""

from .calendar import Calendar
from .closures import Closure
from .compile import HORIZON_YEARS, MOST_OPENINGS, compile_calendar
from .errors import (
    BadZone,
    CalendarError,
    ClashingShortDays,
    MissingDate,
    NaiveTime,
    NegativeAmount,
    NeverReached,
    NoWorkingDay,
    OutsideValidity,
    TooFar,
    UnknownHolidays,
)
from .holiday_book import (
    HolidayBook,
    HolidaySet,
    PinnedHolidays,
    PublicHolidays,
    holiday_set,
    library_parts,
    library_version,
)
from .holiday_label import holiday_code, holiday_label
from .holiday_table import holidays_of, unknown_names
from .instant import DAY, EARLIEST, HOUR, LATEST, MINUTE, SECOND, Instant, to_datetime, to_instant
from .interval import Interval, clip, complement, difference, intersection, union
from .never import never_open
from .show import show_instant, show_length
from .spec import (
    CalendarSpec,
    CloseOfBusiness,
    DatedHours,
    DateRange,
    HolidayRule,
    NominalDay,
    SameTime,
    Span,
    WeekHours,
    Window,
    WorkingDay,
    parts_within,
)
from .units import Missing, Unit, add_calendar_units
from .weekly import overlaps, weekly
from .zone import Repeated, Skipped, country_of, current_name, load_zone, localize, tzdata_version, zone_names

__all__ = [
    "DAY",
    "EARLIEST",
    "HORIZON_YEARS",
    "HOUR",
    "LATEST",
    "MINUTE",
    "MOST_OPENINGS",
    "SECOND",
    "BadZone",
    "Calendar",
    "CalendarError",
    "CalendarSpec",
    "ClashingShortDays",
    "CloseOfBusiness",
    "Closure",
    "DateRange",
    "DatedHours",
    "HolidayBook",
    "HolidayRule",
    "HolidaySet",
    "Instant",
    "Interval",
    "Missing",
    "MissingDate",
    "NaiveTime",
    "NegativeAmount",
    "NeverReached",
    "NoWorkingDay",
    "NominalDay",
    "OutsideValidity",
    "PinnedHolidays",
    "PublicHolidays",
    "Repeated",
    "SameTime",
    "Skipped",
    "Span",
    "TooFar",
    "Unit",
    "UnknownHolidays",
    "WeekHours",
    "Window",
    "WorkingDay",
    "add_calendar_units",
    "clip",
    "compile_calendar",
    "complement",
    "country_of",
    "current_name",
    "difference",
    "holiday_code",
    "holiday_label",
    "holiday_set",
    "holidays_of",
    "intersection",
    "library_parts",
    "library_version",
    "load_zone",
    "localize",
    "never_open",
    "overlaps",
    "parts_within",
    "show_instant",
    "show_length",
    "to_datetime",
    "to_instant",
    "tzdata_version",
    "union",
    "unknown_names",
    "weekly",
    "zone_names",
]
