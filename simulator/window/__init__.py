"""A game played in a window: the only door to pygame."""
