"""What can be wrong with a picture that comes in."""


class NotAPicture(Exception):
    """This file cannot be kept as a picture. Its text says why and what to do."""


class NoRoom(Exception):
    """The disk of the masters is nearly full: nothing is taken in until there is room. Its text says so."""


class KeptAlready(Exception):
    """The same bytes are a picture already: `image_id` is its key; its text says whose it is."""

    def __init__(self, words: str, image_id: int) -> None:
        self.image_id = image_id
        super().__init__(words)
