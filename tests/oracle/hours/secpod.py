"""SecPod states no hours and no zone: instants are those of UTC, and business days are what a reading makes of them."""

ALL_DAY = {day: ["00:00-24:00"] for day in ("Mon", "Tue", "Wed", "Thu", "Fri")}

HOURS = {
    "zone": "UTC",
    "default": "weekdays",
    "calendars": {
        "intake": {"always": True},
        "weekdays": {"week": ALL_DAY},
        "weekdays-in-new-york": {"zone": "America/New_York", "week": ALL_DAY},
        "weekdays-in-kolkata": {"zone": "Asia/Kolkata", "week": ALL_DAY},
    },
}
