"""What goes wrong with the embedded server, for those who ask for it."""


class ServerUnavailable(RuntimeError):
    """The server cannot be had; the message says why in one line, and what to do where that is known."""
