"""Copies: which article says what an earlier one says, shortened or in slightly other words.

`fingerprint` is what articles are compared by, `index` finds the earlier one among many, `pairs` measures both.
"""

from corpus.duplicates.fingerprint import Fingerprint, fingerprint, is_copy
from corpus.duplicates.index import CopyIndex

__all__ = ["CopyIndex", "Fingerprint", "fingerprint", "is_copy"]
