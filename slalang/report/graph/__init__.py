"""Evaluation graphs drawn, and in them the path that an answer took."""
