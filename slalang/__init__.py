"""Policy as code for service level agreements."""
