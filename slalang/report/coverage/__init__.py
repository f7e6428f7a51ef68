"""Coverage of policies by scenarios, one format a file."""
