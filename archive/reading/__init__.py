"""From text to values with spans: dates, codes, names and whole captions. No database and no HTTP; names come in by a protocol."""
