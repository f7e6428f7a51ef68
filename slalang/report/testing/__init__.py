"""Test runs rendered: what failed, why the answer is another, and how it ended."""
