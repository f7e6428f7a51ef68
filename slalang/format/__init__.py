"""The one form of a policy: its text printed anew, with every comment, and a proof that it says the same."""

from slalang.format.page import formatted
from slalang.format.result import Result
from slalang.format.same import says_the_same

__all__ = ["Result", "formatted", "says_the_same"]
