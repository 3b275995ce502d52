"""Finding the slips that make a file unreadable as YAML, and wording them for a writer."""
