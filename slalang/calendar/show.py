"""Instants and lengths as text, the same in every locale."""

from .instant import DAY, HOUR, MINUTE, SECOND, Instant, to_datetime
from .zone import load_zone

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_UNITS = ((DAY, "day"), (HOUR, "hour"), (MINUTE, "minute"), (SECOND, "second"), (1, "microsecond"))


def show_instant(at: Instant, zone: str) -> str:
    """An instant in a zone, such as `Tue 2025-04-22 12:30 +01:00`; seconds only where there are some."""
    local = to_datetime(at, load_zone(zone))
    exact = "microseconds" if local.microsecond else "seconds" if local.second else "minutes"
    text = local.isoformat(" ", exact)
    place = 17 + {"minutes": 0, "seconds": 3, "microseconds": 10}[exact] - 1
    return f"{_WEEKDAYS[local.weekday()]} {text[:place]} {text[place:]}"


def show_length(micros: int, largest: str = "hour") -> str:
    """A length, such as `1 hour 30 minutes`; hours are the largest unit, unless `day` (of 24 hours) is asked for."""
    if micros < 0:
        return f"minus {show_length(-micros, largest)}"
    parts = []
    for size, name in _UNITS if largest == "day" else _UNITS[1:]:
        count, micros = divmod(micros, size)
        if count:
            parts.append(f"{count} {name}" if count == 1 else f"{count} {name}s")
    return " ".join(parts) or "0 minutes"
