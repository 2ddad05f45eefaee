"""Labelled sentences: the format of idner-news-2k (Khairunnisa et al., 2020), one token and its tag a line.

A line is a token, its part of speech, and its tag in the BIO scheme (`B-PER` opens a person's name, `I-PER` goes
on with it, `O` is outside), with a blank between; an empty line ends the sentence:

    kata NOUN O
    Sari PROPN B-PER
    Wulan PROPN I-PER
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

#: People, organisations, places: the kinds of names that are labelled.
LABELS: Final = ("PER", "ORG", "LOC")
_TAGS: Final = frozenset({"O", *(f"{edge}-{label}" for edge in "BI" for label in LABELS)})


class LabelledDataError(Exception):
    """A file of labelled sentences that cannot be read; the message names the line and what is wrong."""


@dataclass(frozen=True, slots=True)
class LabelledSentence:
    """The tokens of one sentence and the tag of each."""

    tokens: tuple[str, ...]
    tags: tuple[str, ...]


def read_sentences(path: Path) -> Iterator[LabelledSentence]:
    """The sentences of a file in the format above, in order. Raises `LabelledDataError`, `OSError`."""
    tokens: list[str] = []
    tags: list[str] = []
    with path.open(encoding="utf-8-sig") as lines:  # either kind of line ends
        for number, line in enumerate(_decoded(lines, path), start=1):
            fields = line.split()
            if not fields:
                if tokens:
                    yield LabelledSentence(tuple(tokens), tuple(tags))
                tokens, tags = [], []
                continue
            if len(fields) != 3 or fields[2] not in _TAGS:
                raise LabelledDataError(
                    f"{path}, line {number}: expected a token, a part of speech and a tag such as B-PER or O, "
                    f"got {line.strip()[:60]!r}"
                )
            tokens.append(fields[0])
            tags.append(fields[2])
    if tokens:
        yield LabelledSentence(tuple(tokens), tuple(tags))


def _decoded(lines: Iterator[str], path: Path) -> Iterator[str]:
    try:
        yield from lines
    except UnicodeDecodeError as error:
        raise LabelledDataError(f"{path}: not UTF-8 text ({error.reason} at byte {error.start})") from error


def names(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """The names that tags mark, as (first token, end token, label), end exclusive.

    `I` without a name of its kind before it opens one, as the usual scorers take it.

    >>> names(["O", "B-PER", "I-PER", "B-PER", "O", "I-LOC"])
    [(1, 3, 'PER'), (3, 4, 'PER'), (5, 6, 'LOC')]
    """
    found: list[tuple[int, int, str]] = []
    for index, tag in enumerate(tags):
        edge, _, label = tag.partition("-")
        if edge == "I" and found and found[-1][1:] == (index, label):
            found[-1] = (found[-1][0], index + 1, label)
        elif label:
            found.append((index, index + 1, label))
    return found
