"""The learned parts by name: how each is fitted, measured and described.

A part is a folder of `models/`:

```text
model.py       what the extraction calls; it loads its weights once, after checking them (`models.artefact.verified`)
train.py       `train(data)` fits it anew and writes weights and manifest; may import `extract` and scikit-learn
score.py       `score(files)` measures the stored weights on labelled files
manifest.json  what the weights are: checksums, version of the features, data, scores
CARD.md        what a user must know of it: data, licence, scores, limits
```
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from models.artefact import MANIFEST, Manifest, read_manifest, verified

FOLDER = Path(__file__).parent
#: In the order in which they are trained: a part may be fitted on what earlier ones say.
PARTS: tuple[str, ...] = ("ner", "relevance", "roles", "confidence", "stanza_ner")
#: Parts that only a choice of the user loads.
OPTIONAL = frozenset({"stanza_ner"})


@dataclass(frozen=True, slots=True)
class TrainingData:
    """What the parts are fitted on: files of labelled articles, and the folder of the NER data where there is one."""

    gold: tuple[Path, ...]
    ner: Path | None = None


class Train(Protocol):
    """`train` of a part's `train.py`."""

    def __call__(self, data: TrainingData) -> Manifest:
        """Fit the part and write its files. Raises `MissingDataError` when `data` lacks what the part is fitted on."""


class Score(Protocol):
    """`score` of a part's `score.py`."""

    def __call__(self, files: Sequence[Path]) -> Mapping[str, float]:
        """Measure the stored weights on labelled files; raises `DataError` when they are not what the part reads."""


class MissingDataError(Exception):
    """The data that a part is fitted on was not given; the message says what it needs."""


class DataError(Exception):
    """A labelled file that a part cannot be measured on; the message names it."""


def trainer(part: str) -> Train:
    """How a part is fitted."""
    return cast(Train, import_module(f"models.{part}.train").train)


def scorer(part: str) -> Score:
    """How a part is measured."""
    return cast(Score, import_module(f"models.{part}.score").score)


def manifest_of(part: str) -> Manifest:
    """What a part is. Raises `ArtefactError` when its manifest cannot be read, or its files are not those described."""
    return verified(FOLDER / part, read_manifest(FOLDER / part).features)


def check() -> None:
    """Raises `ArtefactError` when a file of a part that every run uses is missing or altered.

    A run asks once before it reads: else each article would fail by itself.
    """
    for part in PARTS:
        if part not in OPTIONAL:
            manifest_of(part)


def size_of(part: str) -> int:
    """Bytes that the stored files of a part take, its manifest among them."""
    folder = FOLDER / part
    return sum((folder / name).stat().st_size for name in (MANIFEST, *manifest_of(part).files))
