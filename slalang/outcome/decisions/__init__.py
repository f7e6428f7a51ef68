"""Decisions: point functions of the state. What holds at one instant, and why."""
