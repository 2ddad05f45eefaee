"""Names of people, organisations and places, learned from labelled Indonesian news (see CARD.md).

`find_names` is the use of it. `model.py` loads the artefact, `train.py` makes it anew, `score.py` measures it; what the
network sees of a token is said in `features.py`, how it is built and trained in `config.cfg`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a sentence: `text` is its `[start:end]`, end exclusive; `label` is PER, ORG or LOC."""

    label: str
    start: int
    end: int
    text: str


def find_names(sentences: Sequence[str]) -> list[tuple[Name, ...]]:
    """The names of people, organisations and places in each sentence, in the order of the text.

    The first call loads the model; raises `models.artefact.ArtefactError` when its files are not as they were trained.
    Another engine is asked inside `models.ner.engine.using`.

    >>> (names,) = find_names(["Hal itu dikatakan Abdul Rasyid kepada wartawan di Jakarta."])
    >>> [(name.label, name.text) for name in names]
    [('PER', 'Abdul Rasyid'), ('LOC', 'Jakarta')]
    """
    from models.ner.engine import chosen  # noqa: PLC0415  (engines give what is defined here)

    return chosen().find_names(sentences)
