"""From text to values with spans: dates, codes, names, captions. No database, no HTTP; names come in by a protocol."""
