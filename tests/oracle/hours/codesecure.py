"""CodeSecure's hours, from the contract; the public holidays of the United States as federal law gives them."""

FEDERAL = {
    "2024-01-01": "New Year's Day",
    "2024-01-15": "Martin Luther King Jr. Day",
    "2024-02-19": "Washington's Birthday",
    "2024-05-27": "Memorial Day",
    "2024-06-19": "Juneteenth",
    "2024-07-04": "Independence Day",
    "2024-09-02": "Labor Day",
    "2024-10-14": "Columbus Day",
    "2024-11-11": "Veterans Day",
    "2024-11-28": "Thanksgiving Day",
    "2024-12-25": "Christmas Day",
    "2025-01-01": "New Year's Day",
    "2025-01-20": "Martin Luther King Jr. Day",
    "2025-02-17": "Washington's Birthday",
    "2025-05-26": "Memorial Day",
    "2025-06-19": "Juneteenth",
    "2025-07-04": "Independence Day",
    "2025-09-01": "Labor Day",
    "2025-10-13": "Columbus Day",
    "2025-11-11": "Veterans Day",
    "2025-11-27": "Thanksgiving Day",
    "2025-12-25": "Christmas Day",
    "2026-01-01": "New Year's Day",
    "2026-01-19": "Martin Luther King Jr. Day",
    "2026-02-16": "Washington's Birthday",
    "2026-05-25": "Memorial Day",
    "2026-06-19": "Juneteenth",
    "2026-07-03": "Independence Day (observed)",
    "2026-09-07": "Labor Day",
    "2026-10-12": "Columbus Day",
    "2026-11-11": "Veterans Day",
    "2026-11-26": "Thanksgiving Day",
    "2026-12-25": "Christmas Day",
}
"""2026-07-04 is a Saturday, on which nobody works anyway."""

WEEK = {day: ["09:00-18:00"] for day in ("Mon", "Tue", "Wed", "Thu", "Fri")}
KEPT_BY_FEW = ("Washington's Birthday", "Juneteenth", "Columbus Day", "Veterans Day")

OFFICE = {"week": WEEK, "closed": FEDERAL, "known": ("2024-01-01", "2026-12-31"), "working_day": "9 hours"}

HOURS = {
    "zone": "America/New_York",
    "default": "office",
    "calendars": {
        "office": OFFICE,
        "as-dated": {**OFFICE, "closed": {day: name for day, name in FEDERAL.items() if "observed" not in name}},
        "common": {**OFFICE, "closed": {day: name for day, name in FEDERAL.items() if name not in KEPT_BY_FEW}},
        "around-the-clock": {"always": True, "working_day": "24 hours"},
    },
}
