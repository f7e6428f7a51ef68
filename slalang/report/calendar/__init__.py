"""Calendars rendered: their hours, date by date, with the reason for each closure."""
