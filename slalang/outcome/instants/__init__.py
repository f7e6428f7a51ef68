"""Instants that follow from the record: of events, of amounts laid out on calendars, of occasions."""
