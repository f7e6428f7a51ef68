"""The types of values: how what an author wrote becomes a part of the graph, one family a file."""
