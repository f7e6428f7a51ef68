"""The rules: one module each, strangers to each other, found by listing."""
