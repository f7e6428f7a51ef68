"""Diagnostics rendered: for people, and for programs."""
