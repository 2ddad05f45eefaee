"""Names of people, organisations and places, by the tagger that was trained here with Stanza."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

from models.artefact import verified
from models.ner import Name
from models.ner.corpus import names
from models.ner.tokens import Token, tokenize
from models.stanza_ner.loading import open_pipeline, require_stanza
from models.stanza_ner.stored import FOLDER, unpacked

#: Version of what the tagger is given: tokens as `models.ner.tokens` cuts them, the first `_TOKEN_LENGTH` characters.
FEATURES: Final = 1
_TOKEN_LENGTH: Final = 100  # the character LSTM reads every one of them
_SENTENCE_LENGTH: Final = 250  # tokens; a longer sentence is read in pieces, so that memory does not grow with it
_BIO: Final = {"S": "B", "E": "I"}


def find_names(sentences: Sequence[str], package: Path | None = None) -> list[tuple[Name, ...]]:
    """The names in each sentence, in order: what `models.ner.find_names` gives, by the second engine.

    With a `package`, the folder of Stanza's Indonesian package, its tokenizer cuts the sentences. The first call loads
    the models (some seconds). Raises `models.stanza_ner.loading.StanzaError`, `models.artefact.ArtefactError`.
    """
    cut = [tokenize(sentence) if package is None else _tokens_by(package, sentence) for sentence in sentences]
    found = tag([[token.text for token in tokens] for tokens in cut])
    return [
        tuple(_name(label, tokens[first:end], sentence) for first, end, label in spans)
        for sentence, tokens, spans in zip(sentences, cut, found, strict=True)
    ]


def tag(sentences: Sequence[Sequence[str]]) -> list[list[tuple[int, int, str]]]:
    """For each sentence, cut into tokens, its names as (first token, end token, label), end exclusive.

    Whatever the tokens hold, memory and time grow with their number alone. Raises as `find_names` does.
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
    """The `stanza.Pipeline` on the trained tagger, read once per process. Raises as `find_names` does."""
    require_stanza()
    verified(FOLDER, FEATURES)
    with unpacked() as folder:
        return open_pipeline(folder, "tokenize,ner", tokenize_pretokenized=True)


@cache
def _tokenizer(package: Path) -> Any:
    return open_pipeline(package, "tokenize", tokenize_no_ssplit=True)


def _tokens_by(package: Path, sentence: str) -> list[Token]:
    tokenizer = _tokenizer(package)
    return [
        Token(sentence[token.start_char : token.end_char], token.start_char, token.end_char)
        for read in (tokenizer(sentence).sentences if sentence.strip() else ())
        for token in read.tokens
    ]


def _readable(token: str) -> str:
    """A token as the tagger is given it; an empty one would not be counted."""
    return token[:_TOKEN_LENGTH] or "_"


def _name(label: str, tokens: Sequence[Token], sentence: str) -> Name:
    start, end = tokens[0].start, tokens[-1].end
    return Name(label, start, end, sentence[start:end])


def _bio(tag: str) -> str:
    """Stanza's tag in the BIO scheme: "S-PER" is a name of one token, "E-PER" the last token of one."""
    edge, dash, label = tag.partition("-")
    return _BIO.get(edge, edge) + dash + label
