"""The language of a text, told by its commonest words: Indonesian, Malay, Javanese, Sundanese, English, or none.

No small library knows all of them: `docs/input.md` has the comparison. A page of news holds a hundred such words, a
sentence three or four.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

Language = Literal["id", "ms", "jv", "su", "en"]

NAMES: Mapping[Language, str] = {
    "id": "Indonesian",
    "ms": "Malay",
    "jv": "Javanese",
    "su": "Sundanese",
    "en": "English",
}
"""The languages that are told apart, by ISO 639-1 code."""

_WORD = re.compile(r"[a-z]+")
_READ = 4000  # characters; a page's beginning tells its language
_LEAST = 0.1  # share of these words among all: running text holds 0.3 and more, a table of figures hardly any


@dataclass(frozen=True, slots=True)
class _Signs:
    """The languages that a word speaks for, and those that an ending does."""

    words: Mapping[str, tuple[str, ...]]
    endings: tuple[tuple[str, str], ...]


@cache
def _signs() -> _Signs:
    table = tomllib.loads(files("corpus").joinpath("language.toml").read_text(encoding="utf-8"))
    held: dict[str, tuple[str, ...]] = {}
    for name, words in table["words"].items():
        for word in words.split():
            held[word] = (*held.get(word, ()), *(("id", "ms") if name == "malay" else (name,)))
    return _Signs(held, tuple((ending, code) for code, endings in table["endings"].items() for ending in endings))


def language_of(text: str) -> Language | None:
    """ISO 639-1 code of the language of `text`, one of `NAMES`; None for others, tables and short scraps.

    >>> language_of("Pegawai bekerja dari rumah dan tidak ke kantor."), language_of("The mayor told staff to stay in.")
    ('id', 'en')
    >>> language_of("Kakitangan awam bekerja dari rumah kerana kes baharu."), language_of("Kula wangsul dhateng griya")
    ('ms', 'jv')
    >>> language_of("Ieu aturan téh dilaksanakeun di sakabéh kantor"), language_of("12 9 31 Persib 2-1")
    ('su', None)
    """
    plain = unicodedata.normalize("NFKD", text[:_READ].lower()).encode("ascii", "ignore").decode()
    words = _WORD.findall(plain)
    signs = _signs()
    counts: Counter[str] = Counter()
    for word in words:
        counts.update(signs.words.get(word) or (code for ending, code in signs.endings if word.endswith(ending)))
    best = max(NAMES, key=lambda code: counts[code])
    return best if counts[best] and counts[best] >= _LEAST * len(words) else None
