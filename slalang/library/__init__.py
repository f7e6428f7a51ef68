"""What `import slalang` gives: policies, scenarios and typed outcomes for other programs."""
