"""Pure rules, runs, exact solver, score and review."""
