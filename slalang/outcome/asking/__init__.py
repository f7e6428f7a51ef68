"""Questions to a case: what is asked, what is assumed where the record is silent, and what stands in the way."""
