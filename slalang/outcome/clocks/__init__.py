"""Clocks: what integrates over the history of an incident and the calendars, up to a due instant."""
