"""One photograph told in other tongues. Pure: from records to plain data, without HTTP."""
