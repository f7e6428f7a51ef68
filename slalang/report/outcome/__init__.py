"""Outcomes rendered: what is due when, for whom, and why."""
