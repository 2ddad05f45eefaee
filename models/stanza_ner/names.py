"""Names of people, organisations and places, by the tagger that was trained here with Stanza."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from models.artefact import verified
from models.ner.corpus import names
from models.stanza_ner.loading import open_pipeline

if TYPE_CHECKING:
    import stanza

FOLDER: Final = Path(__file__).parent
RESOURCES: Final = FOLDER / "resources"
MODEL: Final = "idner"
#: Version of what the tagger is given: tokens as they are, at most `_TOKEN_LENGTH` characters of each.
FEATURES: Final = 1
_TOKEN_LENGTH: Final = 100  # a character model reads every one of them
_SENTENCE_LENGTH: Final = 250  # tokens; a longer sentence is read in pieces, so that memory does not grow with it
_BIO: Final = {"S": "B", "E": "I"}


class StanzaNames:
    """Finds names in sentences that are split into tokens already."""

    def __init__(self) -> None:
        """Load the model beside this file. Raises `StanzaError`, `models.artefact.ArtefactError`."""
        verified(FOLDER, FEATURES)
        self._pipeline: stanza.Pipeline = open_pipeline(
            RESOURCES, "tokenize,ner", tokenize_pretokenized=True, package={"ner": MODEL}
        )

    def __call__(self, sentences: Sequence[Sequence[str]]) -> list[list[tuple[int, int, str]]]:
        """For each sentence its names as (first token, end token, label), end exclusive.

        Labels are those of `models.ner.corpus`. Whatever the tokens hold, memory and time grow with their number alone.
        """
        pieces = [(number, start) for number, sentence in enumerate(sentences) for start in _starts(sentence)]
        given = [
            [token[:_TOKEN_LENGTH] for token in sentences[number][start : start + _SENTENCE_LENGTH]]
            for number, start in pieces
        ]
        found: list[list[tuple[int, int, str]]] = [[] for _ in sentences]
        if not given:
            return found
        for (number, start), read in zip(pieces, self._pipeline(given).sentences, strict=True):
            tags = [_bio(token.ner) for token in read.tokens]
            found[number] += [(start + first, start + end, label) for first, end, label in names(tags)]
        return found


def _starts(sentence: Sequence[str]) -> range:
    return range(0, len(sentence), _SENTENCE_LENGTH)


def _bio(tag: str) -> str:
    """Stanza's tag in the BIO scheme: "S-PER" is a name of one token, "E-PER" the last token of one."""
    edge, dash, label = tag.partition("-")
    return _BIO.get(edge, edge) + dash + label
