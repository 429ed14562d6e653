"""Maps without an outside tile server: base data that comes along, drawn as SVG. No database, no HTTP."""
