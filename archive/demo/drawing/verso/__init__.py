"""The back of a print: bare paper, the pasted slip with its typing, office stamps, pencil notes."""
