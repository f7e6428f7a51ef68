"""The kinds of block, a family a file: what each becomes in the graph."""
