"""The machines' face: what other programs read of the archive."""
