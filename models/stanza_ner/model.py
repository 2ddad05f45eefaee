"""Names of people, organisations and places, by the tagger that was trained here with Stanza."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, Final

from models.artefact import verified
from models.ner.corpus import names
from models.stanza_ner.loading import open_pipeline, require_stanza
from models.stanza_ner.stored import FOLDER, unpacked

#: Version of what the tagger is given: the first `_TOKEN_LENGTH` characters of each token.
FEATURES: Final = 1
_TOKEN_LENGTH: Final = 100  # the character LSTM reads every one of them
_SENTENCE_LENGTH: Final = 250  # tokens; a longer sentence is read in pieces, so that memory does not grow with it
_BIO: Final = {"S": "B", "E": "I"}


def tag(sentences: Sequence[Sequence[str]]) -> list[list[tuple[int, int, str]]]:
    """For each sentence, cut into tokens, its names as (first token, end token, label), end exclusive.

    Whatever the tokens hold, memory and time grow with their number alone. Raises
    `models.stanza_ner.loading.StanzaError`, `models.artefact.ArtefactError`.
    """
    pieces = [
        (number, start) for number, tokens in enumerate(sentences) for start in range(0, len(tokens), _SENTENCE_LENGTH)
    ]
    given = [
        [_readable(token) for token in sentences[number][start : start + _SENTENCE_LENGTH]] for number, start in pieces
    ]
    found: list[list[tuple[int, int, str]]] = [[] for _ in sentences]
    tagger = load()
    for (number, start), read in zip(pieces, tagger(given).sentences if given else (), strict=True):
        tags = [_bio(token.ner) for token in read.tokens]
        found[number] += [(start + first, start + end, label) for first, end, label in names(tags)]
    return found


@cache
def load() -> Any:
    """The `stanza.Pipeline` on the trained tagger, read once per process. Raises as `tag` does."""
    require_stanza()
    verified(FOLDER, FEATURES)
    with unpacked() as folder:
        return open_pipeline(folder, "tokenize,ner", tokenize_pretokenized=True)


def _readable(token: str) -> str:
    """A token as the tagger is given it; an empty one would not be counted."""
    return token[:_TOKEN_LENGTH] or "_"


def _bio(tag: str) -> str:
    """Stanza's tag in the BIO scheme: "S-PER" is a name of one token, "E-PER" the last token of one."""
    edge, dash, label = tag.partition("-")
    return _BIO.get(edge, edge) + dash + label
