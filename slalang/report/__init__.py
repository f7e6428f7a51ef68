"""Results rendered as text: one model a folder, one output format a file, all of them pure functions."""
