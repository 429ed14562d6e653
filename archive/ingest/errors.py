"""What can be wrong with what comes in, told so that somebody can mend it."""


class NotImportable(Exception):
    """This cannot be brought in. Its text is one line: where it is wrong, and what to do."""
