"""What can be wrong with a picture that comes in."""


class NotAPicture(Exception):
    """This file cannot be kept as a picture. Its text says why and what to do."""
