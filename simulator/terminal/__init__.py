"""A game played in plain lines."""
