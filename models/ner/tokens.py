"""Sentences cut into tokens as those are that the model was trained on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_CHUNK: Final = re.compile(r"\S+")
_QUOTES: Final = "\"'`´‘’“”«»„"
_STOPS: Final = ".,;:!?"


@dataclass(frozen=True, slots=True)
class Token:
    """`text` is the sentence's `[start:end]`, end exclusive."""

    text: str
    start: int
    end: int


def tokenize(sentence: str) -> list[Token]:
    """The tokens of a sentence: words with the brackets around them, and stops.

    Quotes are left out, and the stop of an abbreviation: the labelled sentences have neither.

    >>> [token.text for token in tokenize('"Besok," kata Plt. Bupati (acting) H. Anas, S.H.')]
    ['Besok', ',', 'kata', 'Plt', 'Bupati', '(acting)', 'H', 'Anas', ',', 'S.H', '.']
    """
    tokens: list[Token] = []
    last = len(sentence.rstrip())
    for chunk in _CHUNK.finditer(sentence):
        start, end = chunk.span()
        word = chunk.group()
        start += len(word) - len(word.lstrip(_QUOTES))
        body = sentence[start:end].rstrip(_QUOTES + _STOPS)
        if body:
            tokens.append(Token(body, start, start + len(body)))
        for place in range(start + len(body), end):
            mark = sentence[place]
            if mark in _STOPS and (mark != "." or end == last):
                tokens.append(Token(mark, place, place + 1))
    return tokens
