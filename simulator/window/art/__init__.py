"""People, places and signs, drawn as SVG."""
