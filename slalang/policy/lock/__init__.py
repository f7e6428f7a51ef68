"""Public holidays that are written down, so that an answer does not change with the package that computes them."""

from slalang.policy.lock.compare import Difference, differences, refreshed
from slalang.policy.lock.make import make_lock
from slalang.policy.lock.model import Lock, year_words
from slalang.policy.lock.pin import lacking, pin
from slalang.policy.lock.remarks import remarks
from slalang.policy.lock.text import digest, lock_text, read_lock

__all__ = [
    "Difference",
    "Lock",
    "differences",
    "digest",
    "lacking",
    "lock_text",
    "make_lock",
    "pin",
    "read_lock",
    "refreshed",
    "remarks",
    "year_words",
]
