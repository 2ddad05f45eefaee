"""The offices that make instruments, as they stand behind the instrument's word: "SE Plt Gubernur Kalimantan Tengah".

Names are rows of `offices.csv`; its column `follows` says what may stand behind one: `place`, `name` (the rest
of an agency's or ministry's name) or `nothing`.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib import resources
from typing import Final, NamedTuple, cast

from corpus.patterns import Pattern
from extract.decrees.types import Office

BRACKET: Final = re.compile(r"\s{0,2}\([A-Za-z][A-Za-z -]{0,20}\)")  # "(SE)", "(Inwal)", "(Menpan-RB)"
# "surat edaran terbaru dari Bupati", "surat resmi Kementerian", "Surat Edaran Bersama Bupati"
_BETWEEN: Final = re.compile(
    r"(?:\s{1,3}(?:terbaru|baru|resmi|bersama|khusus|internal|edaran|dari|oleh|milik|pak|bapak|ibu)){0,2}\s{1,3}",
    re.IGNORECASE,
)
# "Plt", "Penjabat (Pj)", "Pelaksana Tugas (Plt)"
_ACTING: Final = (
    r"(?:(?:penjabat|pelaksana\s{1,2}(?:tugas|harian)|pjs?|plt|plh)\.?"
    r"(?:\s{0,2}\((?:pjs?|plt|plh)\.?\))?\s{1,3})?"
)
_COUNTRY: Final = re.compile(r"\s{1,3}(?:RI|Republik Indonesia)(?!\w)")
_OF_PLACE: Final = re.compile(r"\s{1,3}(?:provinsi|kabupaten|kota|kab\.|prov\.)(?!\w)", re.IGNORECASE)
_NAME_WORD: Final = re.compile(r"\s{1,3}(?P<word>[A-Z][\w'-]{0,24})")
_LONGEST_NAME: Final = 8  # words: "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Daerah"
_SHORT_NAME: Final = 2  # words of a place that only "yang" closes; more may be a place and a person
# Words that end a name even when capitalised, as in headlines and ALL CAPS text.
_NO_NAME: Final = re.compile(
    r"(?:ber)?nom[oe]r|no|tentang|perihal|mengenai|(?:ter|ber)?tanggal|yang|dan|serta|untuk|di|ke|dari|pada|soal|terkait"
    r"|ini|itu|tersebut|dengan|wfh|wfo|asn|pns|ri",
    re.IGNORECASE,
)
# What closes a name, so that the headline "Edaran Bupati Berubah Lagi" has no place
_CLOSES_NAME: Final = re.compile(
    r"\s{0,2},?\s{0,3}\(?(?:(?:dengan\s{1,3})?(?:ber)?nom[oe]r|no\b|tentang|perihal|mengenai|(?:ter|ber)?tanggal|\d)",
    re.IGNORECASE,
)
_YANG: Final = re.compile(r"\s{0,2},?\s{1,3}yang\b", re.IGNORECASE)


# From an office to the instrument that it issues: a name, "yang telah", the verb, "sebuah"
_ACTS: Final = re.compile(
    r"(?:[\s,]{1,3}(?:\([^()\n]{1,40}\)|(?-i:[A-Z])[\w.'-]{0,24}|yang|telah|sudah|juga|kembali|resmi|pun|baru|kemudian|lantas)"
    r",?){0,8}\s{1,3}(?:menerbitkan|mengeluarkan|meneken|menandatangani|menetapkan|lewat|melalui)\s{1,3}(?:sebuah\s{1,3})?",
    re.IGNORECASE,
)


class Issuer(NamedTuple):
    """An office as it stands in a text: its kind, its words with place, the place alone, and where the words end."""

    office: Office
    text: str
    place: str | None
    end: int


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a data file of this package."""
    with resources.files("extract.decrees").joinpath(name).open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def key(alias: str) -> str:
    """What the ways to print an alias have in common.

    >>> key("Menpan-RB") == key("MenPAN RB")
    True
    """
    return re.sub(r"[\s-]", "", alias).casefold()


def form(alias: str) -> str:
    """An alias as a pattern: a blank may be printed as a blank, a line break, a hyphen or not at all ("MenPAN-RB")."""
    return re.escape(alias).replace(r"\ ", r"[\s-]{0,3}")


def tidy(words: str) -> str:
    """Words with single blanks between them."""
    return " ".join(words.split())


def skip(pattern: re.Pattern[str], text: str, at: int) -> int:
    """The offset behind `pattern` where it stands at `at`, else `at`."""
    m = pattern.match(text, at)
    return m.end() if m else at


@cache
def _offices() -> tuple[Pattern, dict[str, tuple[Office, str]]]:
    offices = sorted(rows("offices.csv"), key=lambda row: -len(row["alias"]))
    table = {key(r["alias"]): (cast(Office, r["office"]), r["follows"]) for r in offices}
    names = "|".join(form(r["alias"]) for r in offices)
    return Pattern(rf"{_ACTING}(?P<office>{names})(?!\w)"), table


def read_issuer(text: str, at: int) -> Issuer | None:
    """The office behind offset `at` (white space or "terbaru dari" may come first), or None.

    >>> read_issuer("SE Plt. Bupati Alor Nomor 5/2021", 2)
    Issuer(office='regent', text='Plt. Bupati Alor', place='Alor', end=19)
    """
    between = _BETWEEN.match(text, at)
    office = between and _offices()[0].match(text, between.end())
    if not office:
        return None
    kind, follows = _offices()[1][key(office["office"])]
    end, place = office.end(), None
    if follows != "nothing":
        end, place = read_place(text, skip(BRACKET, text, office.end()), bracket_closes=follows == "name")
        end = end if place else office.end()
    issuer_text = tidy(BRACKET.sub("", text[office.start() : end])) if place else tidy(text[office.start() : end])
    return Issuer(
        kind, issuer_text, place if follows == "place" else None, skip(BRACKET, text, skip(_COUNTRY, text, end))
    )


def read_subject(text: str, start: int, end: int) -> Issuer | None:
    """The office whose act ends text[start:end]: "Menteri PANRB Budi Raharja menerbitkan", "Mendagri lewat"; or None.

    >>> read_subject("Menteri PANRB Budi Raharja telah menerbitkan ", 0, 45)
    Issuer(office='minister', text='Menteri PANRB', place=None, end=13)
    """
    for office in _offices()[0].finditer(text, start, end):
        if not _ACTS.fullmatch(text, office.end(), end):
            continue
        kind, _ = _offices()[1][key(office["office"])]
        return Issuer(kind, tidy(office.group()), None, office.end())
    return None


def read_place(text: str, at: int, *, bracket_closes: bool = False) -> tuple[int, str | None]:
    """The end and the words of the name that starts at `at`; (at, None) where it is not plainly closed.

    >>> read_place("SE Gubernur Sulawesi Utara Nomor 1", 11)
    (26, 'Sulawesi Utara')
    """
    start = end = skip(_OF_PLACE, text, at)
    words = 0
    while words < _LONGEST_NAME and (word := _NAME_WORD.match(text, end)) and not _NO_NAME.fullmatch(word["word"]):
        end = word.end()
        words += 1
    closed = (
        _CLOSES_NAME.match(text, end)
        or (words <= _SHORT_NAME and _YANG.match(text, end))
        or (bracket_closes and BRACKET.match(text, end))
    )
    return (end, tidy(text[start:end])) if words and closed else (at, None)
