"""Broken files, each with the words an author reads about it in a file of the same name."""
