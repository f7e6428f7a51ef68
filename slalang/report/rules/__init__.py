"""Rules of `sla lint` and their pages: for people, and for programs."""
