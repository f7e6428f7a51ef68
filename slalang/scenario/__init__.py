"""Scenarios: YAML, or objects, to facts and events."""
