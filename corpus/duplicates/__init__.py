"""Near copies: which article says what an earlier one says, shortened or in slightly other words.

`fingerprint` is what articles are compared by, `index` finds the copies among many, `pairs` measures both.
"""

from corpus.duplicates.fingerprint import Fingerprint, fingerprint, is_copy
from corpus.duplicates.index import Candidate, find_copies

__all__ = ["Candidate", "Fingerprint", "find_copies", "fingerprint", "is_copy"]
