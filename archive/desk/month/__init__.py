"""The monthly desk: what an admin goes through once a month, as lists. Pages and files show them alike."""
