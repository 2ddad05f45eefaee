"""What two articles are compared by: their runs of words, and their figures and names.

A later article is a copy when the earlier one holds about half of its runs of words, and of those of its opening, its
figures, and most of its names; so whoever drops it loses nothing that it alone tells. Figures and names tell a
shortened or reworded article from the next day's report, which a newsroom writes into the same sentences, from one that
adds to the earlier one, and from another article above the same boilerplate. The opening tells a rewrite from a
follow-up: a newsroom puts what is new on top, and below it what it has told before.

>>> from corpus.cleaning import clean
>>> first = fingerprint(clean("Pemkot Sorong mengatur 75 persen pegawai bekerja dari rumah mulai Senin (5/7)."))
>>> copy = fingerprint(clean("Pemkot Sorong mengatur 75 persen pegawai bekerja dari rumah mulai Senin."))
>>> later = fingerprint(clean("Pemkot Sorong mengatur 50 persen pegawai bekerja dari rumah mulai Senin (19/7)."))
>>> is_copy(first, copy), is_copy(first, later)
(True, False)
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

import numpy as np
import numpy.typing as npt

from corpus.cleaning import Clean

Hashes = npt.NDArray[np.uint32]

SHINGLE = 3
"""Words in a run."""

# Least shares of a copy. On the labelled pairs (`corpus.duplicates.pairs`) copies have 0.61, 0.45, 0.98 and 0.78 at
# least. Of fewer than 25 figures all must be there: a rule that goes on until another day is told in the same words
_SHINGLES, _OPENING, _FIGURES, _NAMES = 0.45, 0.4, 0.96, 0.7
_OPENS = 0.3  # share of an article's runs that is its opening
_KINDS = 4  # of hashes in a fingerprint
_WORD = re.compile(r"[^\W_]+")
_MONTHS = ("jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des")
# "5/7", "5 Juli", and any other figure
_FIGURE = re.compile(rf"\b(\d{{1,2}})(?:/(\d{{1,2}})\b| ({'|'.join(_MONTHS)}))|\d+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """Sorted 32-bit hashes of an article's runs of `SHINGLE` words, its figures and days, and its capitalised words.

    `opening` are the runs of its beginning, which are among `shingles`.
    """

    shingles: Hashes
    opening: Hashes
    figures: Hashes
    names: Hashes

    def to_bytes(self) -> bytes:
        """The numbers of hashes of each kind, then all hashes, as little-endian 32-bit integers."""
        kinds = [self.shingles, self.opening, self.figures, self.names]
        return np.concatenate([np.array(list(map(len, kinds))), *kinds]).astype("<u4").tobytes()

    @classmethod
    def from_bytes(cls, packed: bytes) -> Self:
        """What `to_bytes` packed. Raises `ValueError` for anything else."""
        values = np.frombuffer(packed, "<u4").astype(np.uint32)
        ends = np.cumsum(values[:_KINDS], dtype=np.int64)
        if len(ends) < _KINDS or len(values) != _KINDS + ends[-1]:
            raise ValueError("a fingerprint is cut off")
        return cls(*np.split(values[_KINDS:], ends[:-1]))


def fingerprint(page: Clean) -> Fingerprint:
    """The fingerprint of an article's own words; the headline, which every newsroom writes anew, is left out."""
    headline = page.headline or (0, 0)
    own = page.text[: headline[0]] + page.text[headline[1] :]
    words = _WORD.findall(own)
    folded = [word.casefold() for word in words]
    runs = [" ".join(folded[at : at + SHINGLE]) for at in range(max(1, len(folded) - SHINGLE + 1))]
    return Fingerprint(
        _hashes(runs),
        _hashes(runs[: max(1, round(len(runs) * _OPENS))]),
        _hashes(map(_figure, _FIGURE.finditer(own))),
        _hashes(word for word in words if word[0].isupper()),
    )


def _figure(match: re.Match[str]) -> str:
    """A figure; a day with its month, however printed, as "5/7"."""
    day, month, name = match.groups()
    if not day:
        return match[0]
    return f"{int(day)}/{int(month) if month else _MONTHS.index(name.lower()) + 1}"


def _hashes(words: Iterable[str]) -> Hashes:
    return np.unique(
        np.fromiter((zlib.crc32(word.encode("utf-8", "surrogatepass")) for word in words), dtype=np.uint32)
    )


def is_copy(earlier: Fingerprint, later: Fingerprint) -> bool:
    """Whether the later article is the earlier one, shortened or in slightly other words."""
    return (
        _held(later.shingles, earlier.shingles) >= _SHINGLES
        and _held(later.opening, earlier.shingles) >= _OPENING
        and _held(later.figures, earlier.figures) >= _FIGURES
        and _held(later.names, earlier.names) >= _NAMES
    )


def _held(some: Hashes, others: Hashes) -> float:
    """The share of some hashes that is among others; all when there are none."""
    return len(np.intersect1d(some, others, assume_unique=True)) / len(some) if len(some) else 1.0
