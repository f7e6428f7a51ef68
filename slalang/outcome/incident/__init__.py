"""What holds for an incident as a whole: its severity over time, and what is promised without a clock."""
