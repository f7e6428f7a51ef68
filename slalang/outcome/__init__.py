"""Outcomes: what is due when, for whom, and why."""
