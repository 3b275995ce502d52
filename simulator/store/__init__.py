"""Players, runs and leaderboards: the only door to SQL."""
