"""What formatting did, or would do."""
