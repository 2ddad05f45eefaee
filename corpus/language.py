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
    """The languages that a word speaks for, and the endings that speak for one."""

    words: Mapping[str, tuple[Language, ...]]
    endings: Mapping[Language, tuple[str, ...]]


@cache
def _signs() -> _Signs:
    table = tomllib.loads(files("corpus").joinpath("language.toml").read_text(encoding="utf-8"))
    held: dict[str, tuple[Language, ...]] = {}
    for name, words in table["words"].items():
        for word in words.split():
            held[word] = (*held.get(word, ()), *(("id", "ms") if name == "malay" else (name,)))
    return _Signs(held, {code: tuple(endings) for code, endings in table["endings"].items()})


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
    counts: Counter[Language] = Counter()
    for word, times in Counter(words).items():
        codes = signs.words.get(word) or [code for code, ends in signs.endings.items() if word.endswith(ends)]
        for code in codes:
            counts[code] += times
    best = max(NAMES, key=lambda code: counts[code])
    return best if counts[best] and counts[best] >= _LEAST * len(words) else None
