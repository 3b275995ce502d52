"""A survey of every screen in every look: ``python -m tests.survey --help``."""
