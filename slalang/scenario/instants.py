"""Instants as people write them: `2025-04-17T16:30+01:00`, `2025-04-17 15:30Z`, `2025-04-17T16:30[Europe/London]`."""

import re
from datetime import date, datetime, timedelta
from typing import NamedTuple, TypeAlias

from slalang.calendar import BadZone, Repeated, Skipped, TooFar, localize, zone_names
from slalang.source import suggestion

TIME_REGEX = r"([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]{1,6})?)?"
_DATE_REGEX = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_OFFSET_REGEX = r" ?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])"
_ZONE_REGEX = r"\[[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*\]"
INSTANT_REGEX = f"{_DATE_REGEX}[T ]{TIME_REGEX}({_OFFSET_REGEX}({_ZONE_REGEX})?|{_ZONE_REGEX})"
"""An instant: date and time to the minute or finer, with an offset, a zone in brackets, or both."""

_PARTS = re.compile(
    rf"(?P<date>{_DATE_REGEX})[T ](?P<hour>..):(?P<minute>..)(:(?P<second>..)(\.(?P<fraction>[0-9]+))?)?"
    rf"( ?(?P<offset>Z|[+-]..:..))?(\[(?P<zone>.+)\])?"
)
_EPOCH = datetime(1970, 1, 1)
_MICROSECOND = timedelta(microseconds=1)
_EARLIEST = (datetime(1, 1, 2) - _EPOCH) // _MICROSECOND
_LATEST = (datetime(9999, 12, 31) - _EPOCH) // _MICROSECOND


class Mistaken(NamedTuple):
    """Why a text gives no value, and what to write."""

    code: str
    message: str
    help: str


Read: TypeAlias = int | Mistaken


def read_instant(text: str, zone: str | None = None) -> Read:
    """The instant of a text in UTC microseconds, or why it has none; help for a text without a zone suggests `zone`."""
    if not re.fullmatch(INSTANT_REGEX, text):
        return _malformed(text, zone)
    found = _PARTS.fullmatch(text)
    assert found
    try:
        wall = _wall(found)
    except ValueError:
        return Mistaken("SLA631", f"there is no date `{found['date']}`", "check year, month and day")
    return _bounded(text, _resolve(text, wall, found["offset"], found["zone"]))


def _wall(found: re.Match[str]) -> datetime:
    day = date.fromisoformat(found["date"])
    fraction = (found["fraction"] or "").ljust(6, "0")
    return datetime(
        day.year, day.month, day.day, int(found["hour"]), int(found["minute"]), int(found["second"] or 0), int(fraction)
    )


def _resolve(text: str, wall: datetime, offset: str | None, zone: str | None) -> Read:
    if zone is None:
        assert offset
        return (wall - _EPOCH) // _MICROSECOND - _offset(offset)
    try:
        local = localize(wall, zone)
    except BadZone:
        return Mistaken("SLA632", f"`{zone}` is not a time zone", suggestion(zone, zone_names()))
    except TooFar:
        return _too_far(text)
    return _local(text, wall, zone, local) if offset is None else _both(text, wall, zone, local, offset)


def _local(text: str, wall: datetime, zone: str, local: int | Skipped | Repeated) -> Read:
    match local:
        case Skipped():
            return _skipped(wall, zone)
        case Repeated(first, second):
            choices = " or ".join(f"`{text.replace('[', _shown(wall, at) + '[')}`" for at in (first, second))
            return Mistaken("SLA634", f"{wall:%H:%M} comes twice on {wall:%Y-%m-%d} in {zone}", f"write {choices}")
        case _:
            return local


def _both(text: str, wall: datetime, zone: str, local: int | Skipped | Repeated, offset: str) -> Read:
    """A zone and an offset: they must agree."""
    at = (wall - _EPOCH) // _MICROSECOND - _offset(offset)
    match local:
        case Skipped():
            return _skipped(wall, zone)
        case Repeated(first, second):
            allowed: tuple[int, ...] = first, second
        case _:
            allowed = (local,)
    if at in allowed:
        return at
    offsets = " or ".join(f"`{_shown(wall, instant)}`" for instant in allowed)
    return Mistaken("SLA635", f"`{offset}` is not the offset of {zone} at that time", f"write {offsets}")


def _skipped(wall: datetime, zone: str) -> Mistaken:
    message = f"{wall:%H:%M} does not exist on {wall:%Y-%m-%d} in {zone}: a clock change skips it"
    return Mistaken("SLA633", message, "write a time before or after the change")


def _offset(text: str) -> int:
    """The microseconds of an offset."""
    if text == "Z":
        return 0
    minutes = int(text[1:3]) * 60 + int(text[4:6])
    return (-minutes if text[0] == "-" else minutes) * 60_000_000


def _shown(wall: datetime, at: int) -> str:
    """The offset at which a local time is that instant."""
    minutes = ((wall - _EPOCH) // _MICROSECOND - at) // 60_000_000
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def _bounded(text: str, read: Read) -> Read:
    return _too_far(text) if isinstance(read, int) and not _EARLIEST <= read <= _LATEST else read


def _too_far(text: str) -> Mistaken:
    return Mistaken("SLA636", f"`{text}` is too far away", "take an instant from 0001-01-02 to 9999-12-30, in UTC")


def is_local(text: str) -> bool:
    """Whether a text is a date, or a date and a time, that lacks the zone."""
    return re.fullmatch(f"{_DATE_REGEX}([T ]{TIME_REGEX})?", text) is not None


def _malformed(text: str, zone: str | None) -> Mistaken:
    if re.fullmatch(_DATE_REGEX, text):
        message = f"`{text}` is a date, not an instant"
        return Mistaken("SLA616", message, f"add time and zone: `{text}T09:00[{zone or 'ZONE'}]`")
    if is_local(text):
        message = f"`{text}` does not say in which zone it is"
        return Mistaken("SLA616", message, f"add the offset or the zone: {_completed(text, zone)}")
    return Mistaken("SLA616", f"`{text}` is not an instant", "write date, time and offset: `2025-04-17T16:30+01:00`")


def _completed(text: str, zone: str | None) -> str:
    """A local time with what it may lack: its zone, and the offset that the zone has then."""
    if zone is None:
        return f"`{text}[ZONE]`"
    found = read_instant(f"{text}[{zone}]")
    if isinstance(found, Mistaken):
        return f"`{text}[{zone}]`"
    parts = _PARTS.fullmatch(text)
    assert parts
    return f"`{text}{_shown(_wall(parts), found)}` or `{text}[{zone}]`"
