"""The hours of the sample agreement; the bank holidays of England as the government announced them."""

BANK_HOLIDAYS = {
    "2026-01-01": "New Year's Day",
    "2026-04-03": "Good Friday",
    "2026-04-06": "Easter Monday",
    "2026-05-04": "Early May bank holiday",
    "2026-05-25": "Spring bank holiday",
    "2026-08-31": "Summer bank holiday",
    "2026-12-25": "Christmas Day",
    "2026-12-28": "Boxing Day (substitute)",
    "2027-01-01": "New Year's Day",
    "2027-03-26": "Good Friday",
    "2027-03-29": "Easter Monday",
    "2027-05-03": "Early May bank holiday",
    "2027-05-31": "Spring bank holiday",
    "2027-08-30": "Summer bank holiday",
    "2027-12-27": "Christmas Day (substitute)",
    "2027-12-28": "Boxing Day (substitute)",
}
"""2026-12-26, 2027-12-25 and 2027-12-26 lie at weekends, when neither S2 nor what is below it is handled."""

KNOWN = ("2026-01-01", "2027-12-31")
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri")

HOURS = {
    "zone": "Europe/London",
    "default": "office-hours",
    "calendars": {
        "office-hours": {
            "week": {day: ["09:00-17:30"] for day in WEEKDAYS},
            "closed": BANK_HOLIDAYS,
            "known": KNOWN,
            "working_day": "8 hours",
        },
        "in-all-windows": {"always": True, "working_day": "8 hours"},
        "on-working-days": {
            "week": {day: ["00:00-24:00"] for day in WEEKDAYS},
            "closed": BANK_HOLIDAYS,
            "known": KNOWN,
            "working_day": "8 hours",
        },
    },
}
