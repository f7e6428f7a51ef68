"""What is on record of an incident as of an instant: facts as step functions, events in order of time."""
