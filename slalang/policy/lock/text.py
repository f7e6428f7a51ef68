"""The text of a lock: JSON, sorted, with a digest over all that it says."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from slalang.graph import PinnedHolidays
from slalang.policy.lock.model import COMMAND, Lock
from slalang.source import Diagnostic, Location, Source, Span

FORM = 1
"""The version of the form of the file."""

_AGAIN = f"run `{COMMAND}` to write it again"
_CATEGORIES = ["public"]
_SET_TYPES = {"categories": list, "country": str, "dates": dict, "observed": bool, "years": list}


class _Unreadable(Exception):
    """What is wrong with a lock, in words."""


def lock_text(lock: Lock) -> str:
    """The text of a lock: the same lock always gives the same bytes."""
    content = _content(lock)
    return json.dumps(content | {"digest": digest(lock)}, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def digest(lock: Lock) -> str:
    """The SHA-256 digest of the content of a lock, without blanks."""
    form = json.dumps(_content(lock), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"sha256:{hashlib.sha256(form.encode()).hexdigest()}"


def _content(lock: Lock) -> dict[str, Any]:
    return {"holidays": lock.package, "sets": [_set_form(pinned) for pinned in lock.sets], "version": FORM}


def _set_form(pinned: PinnedHolidays) -> dict[str, Any]:
    return {
        "categories": _CATEGORIES,
        "country": pinned.country,
        "dates": dict(pinned.dates),
        "observed": pinned.observed,
        "subdivision": pinned.subdivision,
        "years": list(pinned.years),
    }


def read_lock(text: str, name: str) -> Lock | tuple[Diagnostic, ...]:
    """The lock that a text says; one that cannot be read, or was changed by hand, is an error."""
    source = Source.of(name, text)
    try:
        form = json.loads(text, object_pairs_hook=_once)
        lock = _lock(form)
        is_untouched = form["digest"] == digest(lock)
    except json.JSONDecodeError as error:
        return (_error(source, "SLA551", f"the lock is not JSON: {error.msg.lower()}", error.pos),)
    except (_Unreadable, ValueError, RecursionError) as error:
        return (_error(source, "SLA551", f"the lock cannot be read: {_why(error)}"),)
    if not is_untouched:
        return (_error(source, "SLA552", "the lock is not what its digest says: it was changed by hand"),)
    return lock


def _error(source: Source, code: str, message: str, position: int = 0) -> Diagnostic:
    return Diagnostic(code, message, Location(source, Span(position, min(position + 1, len(source.text)))), help=_AGAIN)


def _why(error: Exception) -> str:
    match error:
        case _Unreadable():
            return str(error)
        case UnicodeEncodeError():
            return "a name in it holds half a character"
    return "it is nested too deep, or a number is too long"


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise _Unreadable(f"`{next(name for name in names if names.count(name) > 1)}` stands twice in one place")
    return found


def _lock(form: Any) -> Lock:
    _check_keys(form, {"digest": str, "holidays": str, "sets": list, "version": int}, "the lock")
    if form["version"] != FORM:
        raise _Unreadable(f"its form is version {form['version']}, and this is {FORM}")
    sets = tuple(_set(each) for each in form["sets"])
    order = [(pinned.country, pinned.subdivision or "", pinned.observed) for pinned in sets]
    if order != sorted(set(order)):
        raise _Unreadable("its sets are not sorted, each once")
    return Lock(form["holidays"], sets)


def _set(form: Any) -> PinnedHolidays:
    subdivision = form.get("subdivision") if isinstance(form, dict) else None
    _check_keys(form, _SET_TYPES | {"subdivision": str if subdivision else type(None)}, "a set of holidays")
    if form["categories"] != _CATEGORIES:
        raise _Unreadable("only the category `public` is known")
    years = tuple(_years(form["years"]))
    dates = tuple(_dates(form["dates"], years))
    return PinnedHolidays(form["country"], subdivision, form["observed"], years, dates)


def _check_keys(form: Any, types: dict[str, type], what: str) -> None:
    if not isinstance(form, dict):
        raise _Unreadable(f"{what} is no object")
    if other := sorted(form.keys() ^ types.keys()):
        state = "does not belong to" if other[0] in form else "is missing in"
        raise _Unreadable(f"`{other[0]}` {state} {what}")
    for key, kind in types.items():
        if type(form[key]) is not kind:
            raise _Unreadable(f"the `{key}` of {what} has a value of another type")


def _years(form: list[Any]) -> Iterator[int]:
    if not form or any(type(year) is not int or not 1 <= year <= 9999 for year in form) or form != sorted(set(form)):
        raise _Unreadable("the years of a set are not sorted years, each once")
    yield from form


def _dates(form: dict[str, Any], years: tuple[int, ...]) -> Iterator[tuple[str, str]]:
    if list(form) != sorted(form):
        raise _Unreadable("the dates of a set are not sorted")
    for day, name in form.items():
        if not isinstance(name, str) or not _is_in(day, years):
            raise _Unreadable(f"`{day}` is no date of the years of its set, or has no name")
        yield day, name


def _is_in(day: str, years: tuple[int, ...]) -> bool:
    try:
        return date.fromisoformat(day).isoformat() == day and int(day[:4]) in years
    except ValueError:
        return False
