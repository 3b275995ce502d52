"""What authors write: the model and the loader, the only door to YAML."""
