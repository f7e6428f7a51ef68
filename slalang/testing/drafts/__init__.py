"""Scenarios to start from: facts and events that exercise what no scenario does yet, without an answer."""

from slalang.testing.drafts.choose import Chosen, chosen
from slalang.testing.drafts.text import drafts_text

__all__ = ["Chosen", "chosen", "drafts_text"]
