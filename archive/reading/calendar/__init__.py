"""The grammar of dates as people write them: words and numbers in, calendar parts out. `archive.reading.dates` is its face."""
