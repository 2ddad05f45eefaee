"""How many names of labelled sentences the tagger finds, with their exact ends and their kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from models.ner.score import figures, labelled
from models.parts import DataError
from models.stanza_ner.loading import StanzaError
from models.stanza_ner.model import tag


def score(files: Sequence[Path]) -> Mapping[str, float]:
    """What `models.ner.score.score` gives, of the second engine. Raises `DataError` where Stanza is missing, too."""
    sentences = labelled(files)
    try:
        return figures(sentences, tag([sentence.tokens for sentence in sentences]))
    except StanzaError as error:
        raise DataError(str(error)) from error
