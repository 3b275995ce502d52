"""What is wrong with a scenario, and where."""
