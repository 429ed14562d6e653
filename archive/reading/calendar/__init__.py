"""The grammar of dates as people write them. `archive.reading.dates` is its face."""
