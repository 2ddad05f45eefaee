"""Tells a headline from a sentence of the article: by its capitals, its length and how it ends."""

from __future__ import annotations

import re

from corpus.furniture import Words, load

_BULLET = re.compile(r"(?:[•·*+~>➤»▪●○■□-]|>>) ?(?=[\"'(]?\w)")  # "• Harga Cabai Naik"
_NUMBER = re.compile(
    r"(?:(?:\d{1,2}|[a-z])[.)] ?|(?:[A-G]|[IVX]{1,4})[.)] )(?=\S)"
)  # "2. Sehari dua giliran", "a) Sektor ..."
# The end of a sentence, with the initials that reporters put behind it: "per pekan. (bay/red)"
_SENTENCE_END = re.compile(r"[.!?:;…,][\"')\]]{0,3}(?: ?[(\[][^()\[\]]{1,40}[)\]]\.?| ?\*{1,3}[a-z]{0,8})?$")
_FULL_STOP = re.compile(r"(?:\.|[!?][\"'])[\"')\]]{0,3}(?= |$)")
_WORD = re.compile(r"[^\W\d_]{2,}")
# A share under a condition, as rules list it: "PPKM Level 3: 50 persen WFO"
_RULE_ITEM = re.compile(
    r"\b(?:level|sektor|zona|eselon|golongan|kelompok|sif|shift|kabupaten|kota|kriteria|esensial|kritikal|risiko)\b"
    r".{0,120}(?:persen|%|wf[oh]\b)",
    re.IGNORECASE,
)
# A heading inside such a list, which each part of the list has again: "2. Luar Jawa dan Bali", "Daerah level 3"
_RULE_HEADING = re.compile(r"\b(?:jawa|bali|level|zona|sektor|esensial|kritikal)\b", re.IGNORECASE)
_LONG_HEADING = 8  # words
_LONG_LINE = 25  # words; no headline is longer


def is_bullet(line: str) -> bool:
    """Whether the line is an item of a list with bullets.

    >>> is_bullet("• Jadwal Kapal Berubah"), is_bullet("1. Dinas Kesehatan")
    (True, False)
    """
    return bool(_BULLET.match(line))


def is_numbered(line: str) -> bool:
    """Whether the line opens with a number or letter of a list.

    >>> is_numbered("1. Dinas Kesehatan"), is_numbered("b) Sektor esensial"), is_numbered("10 Juta Dosis")
    (True, True, False)
    """
    return bool(_NUMBER.match(line))


def is_rule_item(line: str) -> bool:
    """Whether the line gives a share under a condition, which only an article does.

    >>> is_rule_item("- PPKM Level 4: 25 Persen Pegawai WFO")
    True
    """
    return bool(_RULE_ITEM.search(line))


def is_rule_heading(line: str) -> bool:
    """Whether the line may be a heading in a list of rules, which may stand there twice.

    >>> is_rule_heading("2. Luar Jawa dan Bali"), is_rule_heading("ASN Bogor Kembali Bekerja dari Kantor")
    (True, False)
    """
    return is_numbered(line) or (len(line.split()) <= _LONG_HEADING and _RULE_HEADING.search(line) is not None)


def is_prose(line: str) -> bool:
    """Whether the line is a paragraph of the article: it has a sentence in it, or leads up to a list.

    >>> is_prose("Pegawai diminta bekerja dari rumah mulai Senin.")
    True
    >>> is_prose("Pegawai Diminta Bekerja dari Rumah mulai Senin")
    False
    """
    words = line.split()
    if len(words) >= _LONG_LINE:
        return True
    if len(words) < 3:
        return False
    if ends_sentence(line):
        return len(words) >= 4 or line.endswith((".", ":"))
    return bool(_FULL_STOP.search(line)) and len(words) >= 12


def ends_sentence(line: str) -> bool:
    """Whether the line ends like a sentence or clause, not in the middle of one.

    >>> ends_sentence("Pegawai digilir. (bay/red)"), ends_sentence("Pegawai digilir setiap")
    (True, False)
    """
    return bool(_SENTENCE_END.search(line[-60:]))


def in_title_case(line: str) -> bool:
    """Whether the line is capitalised like a headline: all words but particles, or everything.

    >>> in_title_case("Harga Cabai di Pasar Induk Naik Lagi"), in_title_case("Matikan notifikasi yang mengganggu")
    (True, False)
    """
    words = [word for word in _WORD.findall(line) if word.lower() not in load().words.particles]
    return bool(words) and sum(word[0].isupper() for word in words) >= 0.75 * len(words)


def headline_end(text: str, start: int) -> int:
    """Where a headline that starts at `start` ends when the article goes on behind it without a line break.

    A headline in title case ends before the sentence in which the first lower-case word stands. Where that cannot be
    told (a headline in sentence case), the sentence behind it goes too: losing one is cheaper than keeping a foreign
    figure. Returns an offset into `text`; looks at most 60 words ahead.
    """
    words = load().words
    tokens = _tokens(text, start)
    if not tokens:
        return len(text)
    stop = _sentence_stop(tokens)
    lower = next((i for i, token in enumerate(tokens[:stop]) if _is_plain_word(token[0], words)), None)
    if lower is None:
        at = stop
    elif in_title_case(" ".join(token[0] for token in tokens[: lower + 1])) and lower > 2:
        at = _sentence_before(tokens, lower, words)
    else:
        at = next((i for i in range(3, stop) if _opens_sentence(tokens, i, words)), stop)
    return tokens[at][1] if at < len(tokens) else tokens[-1][1] + len(tokens[-1][0])


_TOKEN = re.compile(r"\S+")
_LOOK_AHEAD = 60
Token = tuple[str, int]


def _tokens(text: str, start: int) -> list[Token]:
    found: list[Token] = []
    for match in _TOKEN.finditer(text, start):
        found.append((match[0], match.start()))
        if len(found) == _LOOK_AHEAD:
            break
    return found


def _sentence_stop(tokens: list[Token]) -> int:
    """The index behind the first token that ends a sentence."""
    for i, (token, _) in enumerate(tokens[:-1]):
        following = tokens[i + 1][0].lstrip("\"'(")
        ends = token.rstrip("\"')").endswith((".", "!", "?")) and len(token) > 3
        if ends and following[:1].isupper():
            return i + 1
    return len(tokens)


def _is_plain_word(token: str, words: Words) -> bool:
    bare = token.strip("\"'().,:;!?-")
    return bare.isalpha() and bare.islower() and bare not in words.particles


def _sentence_before(tokens: list[Token], lower: int, words: Words) -> int:
    """The index of the token that opens the sentence whose first lower-case word is at `lower`."""
    quote = next((i for i in range(2, lower) if tokens[i][0].startswith('"')), None)
    if quote is not None:
        return quote
    openers = [i for i in range(max(2, lower - 14), lower) if _opens_sentence(tokens, i, words)]
    if not openers:
        return lower - 1
    first = openers[-1]
    while first - 1 in openers:  # "Namun Wali Kota ..." opens with "Namun"
        first -= 1
    return first


def _opens_sentence(tokens: list[Token], at: int, words: Words) -> bool:
    token = tokens[at][0]
    if token.startswith('"'):
        return True
    after_comma = tokens[at - 1][0].endswith((",", ":"))
    return token[0].isupper() and token.strip(",:").lower() in words.openers and not after_comma
