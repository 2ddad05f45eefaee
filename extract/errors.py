"""What a command says when it cannot do what was asked; `edaran` prints the message and ends with 2."""


class CommandError(Exception):
    """What was asked cannot be done; the message says why and what to do instead."""


class DatasetError(CommandError):
    """A folder that is no dataset of this version; the message names it and what is wrong."""
