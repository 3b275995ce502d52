"""What a report shows of scenarios: figures, a map, bots and players, as data and as a page."""
