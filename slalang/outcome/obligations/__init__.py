"""Obligations: the clocks of a commitment with their verdicts, their steps, and their derivations."""
