"""What can be wrong with an input, a file of it, or the bytes of a file."""

from __future__ import annotations


class InputError(Exception):
    """An input that cannot be read at all; the message names it, says what is wrong and what to do."""


class BrokenFileError(Exception):
    """The bytes of a file cannot be read, from here on or at all; the message says why, without the file's name."""
