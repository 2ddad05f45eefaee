"""What two articles are compared by: their runs of words, and their figures and names.

Two articles are copies when about half of the runs of the shorter one stand in the longer one, its figures, and most of
its names. The latter tell a shortened or reworded article from the next day's report, which a newsroom writes into the
same sentences, and from another article above the same boilerplate.

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

# Least shares of a copy. On the labelled pairs (`corpus.duplicates.pairs`) copies have 0.54, 1.0 and 0.81 at least. Of
# fewer than twenty figures all must be there: a rule that goes on until another day is told in the same words
_SHINGLES, _FIGURES, _NAMES = 0.45, 0.95, 0.7
_WORD = re.compile(r"[^\W_]+")
_MONTHS = ("jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des")
# "5/7", "5 Juli", and any other figure
_FIGURE = re.compile(rf"\b(\d{{1,2}})(?:/(\d{{1,2}})\b| ({'|'.join(_MONTHS)}))|\d+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """Sorted 32-bit hashes of an article's runs of `SHINGLE` words, its figures and days, and its capitalised words."""

    shingles: Hashes
    figures: Hashes
    names: Hashes

    def to_bytes(self) -> bytes:
        """The numbers of shingles and of figures, then all hashes, as little-endian 32-bit integers."""
        sizes = np.array([len(self.shingles), len(self.figures)])
        return np.concatenate([sizes, self.shingles, self.figures, self.names]).astype("<u4").tobytes()

    @classmethod
    def from_bytes(cls, packed: bytes) -> Self:
        """What `to_bytes` packed. Raises `ValueError` for anything else."""
        values = np.frombuffer(packed, "<u4").astype(np.uint32)
        shingles, figures = (int(size) for size in values[:2])
        if len(values) < 2 + shingles + figures:
            raise ValueError("a fingerprint is cut off")
        return cls(*np.split(values[2:], [shingles, shingles + figures]))


def fingerprint(page: Clean) -> Fingerprint:
    """The fingerprint of an article's own words; the headline, which every newsroom writes anew, is left out."""
    headline = page.headline or (0, 0)
    own = page.text[: headline[0]] + page.text[headline[1] :]
    words = _WORD.findall(own)
    folded = [word.casefold() for word in words]
    return Fingerprint(
        _hashes(" ".join(folded[at : at + SHINGLE]) for at in range(max(1, len(folded) - SHINGLE + 1))),
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


def overlap(one: Hashes, other: Hashes, empty: float = 0.0) -> float:
    """The share of the smaller set that is in the larger one; `empty` when one has no members."""
    least = min(len(one), len(other))
    return len(np.intersect1d(one, other, assume_unique=True)) / least if least else empty


def is_copy(one: Fingerprint, other: Fingerprint) -> bool:
    """Whether one article is the other one, shortened or in slightly other words."""
    return (
        overlap(one.shingles, other.shingles) >= _SHINGLES
        and overlap(one.figures, other.figures, empty=1.0) >= _FIGURES
        and overlap(one.names, other.names, empty=1.0) >= _NAMES
    )
