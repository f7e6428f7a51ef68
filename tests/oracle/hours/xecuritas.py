"""Xecuritas' hours, and the holidays that it lists for 2010, which have no names in its text."""

HOURS = {
    "zone": "America/New_York",
    "default": "office",
    "calendars": {
        "around-the-clock": {"always": True, "working_day": "24 hours"},
        "office": {
            "week": {day: ["08:00-19:00"] for day in ("Mon", "Tue", "Wed", "Thu", "Fri")},
            "working_day": "11 hours",
            "known": ("2010-01-01", "2010-12-31"),
            "closed": {
                "2010-01-01": "January 1",
                "2010-02-15": "February 15",
                "2010-05-31": "May 31",
                "2010-07-05": "July 5",
                "2010-09-06": "September 6",
                "2010-11-25": "November 25",
                "2010-11-26": "November 26",
                "2010-12-24": "December 24",
                "2010-12-31": "December 31",
            },
        },
    },
}
