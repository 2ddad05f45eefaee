"""Numbers of Indonesian legal instruments: where one ends in running text, how it is written, when two are the same."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

DASHES: Final = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"

# One part of a number between its separators.
_TOKEN: Final = r"[A-Za-z0-9]{1,24}"  # 800, BKPSDM, INSTR, 01512, Hukum
# A full stop inside a part ("B.Org", "443.1", "BKD.I") against one that ends the sentence ("/2021.Ia menambahkan"):
# only a single letter or three, as in the office codes "B.Org" and "Dis.Kes", may have a word behind their full stop.
_DOT: Final = (
    r"(?:(?<=[/. -][A-Za-z])\.|(?<=[/-][A-Z][a-z]{2})\.|\.(?!(?:[A-Z][a-z]{1,24}|[a-z]{2,24})(?![A-Za-z0-9/-])))"
)
_PART: Final = rf"{_TOKEN}(?:{_DOT}{_TOKEN}){{0,5}}"
# Separators. Behind a blank only what looks like a part of a number goes on, never a word of the sentence.
_SLASH: Final = rf"(?:(?:/|\s{{0,2}}/\s{{0,2}}(?=[A-Z0-9]))(?!(?i:tahun|thn)\b){_PART})"  # "/SJ", " / 2021", "/ 2021"
_DASH: Final = (
    rf"(?:-{_PART}"  # "BPPD-PKAP", "III-2020"
    rf"| ?- ?(?=[A-Z]{{2}}|[A-Za-z0-9]{{1,16}}/){_PART})"  # "2068 - BKPSDM", "BPPD- Pdg/VII"
)
_GAP: Final = (  # "KDP ASN/2020", "443 2/147", "1978 427.72/2021"
    rf" {{1,2}}(?:[A-Z]{{2,10}} ?/ ?(?=\d)|\d{{1,4}}(?:\.\d{{1,3}})?/(?=\d)){_PART}"
)
_PREFIX: Final = r"(?:[A-Z]{2,10} {1,2}(?=\d{1,6}[./]))?"  # "BKPSMD 870/278/III/2020"
_YEAR: Final = r"(?:(?:\s{1,3}|\s?/\s?)(?:tahun|thn|th)\.?\s{1,3}(?P<year>(?:19|20)\d{2,3})(?!\d))?"  # "58 Tahun 2020"
_BODY: Final = re.compile(
    rf"(?P<body>{_PREFIX}(?=[^\s/]{{0,40}}[\d/]){_PART}(?:{_SLASH}|{_DASH}|{_GAP}){{0,9}})(?i:{_YEAR})"
)
_COUNTER: Final = re.compile(r"\d{1,5}")
# "16 dan 18 Tahun 2021", "5, 16, dan 18 Tahun 2021"
_SHARED: Final = re.compile(
    r"\d{1,5}(?:\s?,\s{1,3}\d{1,5}){0,4}\s?,?\s{1,3}(?:dan|serta|&)\s{1,3}(?:no(?:mor|\.)?\s{1,3})?(?P<last>\d{1,5})"
    r"\s{1,3}(?:tahun|thn|th)\.?\s{1,3}(?P<year>(?:19|20)\d{2})(?!\d)",
    re.IGNORECASE,
)
_DATE: Final = re.compile(r"\d{1,2}[/-]\d{1,2}(?:[/-](?:\d{2}|\d{4}))?")  # "24/3", "12/7/2021"

_LABEL: Final = re.compile(r"^(?:(?:(?:ber)?nom[oe]r(?:nya)?|no)\b[\s.:]*)+", re.IGNORECASE)
_TAHUN: Final = re.compile(r"\s*/?\s*\b(?:tahun|thn|th)\b\.?\s*(?=\d)", re.IGNORECASE)
_AROUND_SLASH: Final = re.compile(r"\s*/\s*")
_AROUND_DASH: Final = re.compile(rf"(\s*)[{DASHES}](\s*)")
_SHORT: Final = re.compile(r"\d{1,5}/(?:19|20)\d{2,3}")
_ENDS: Final = ".,;: \t\r\n"


class NumberAt(NamedTuple):
    """A number found in a text: its offsets there (end exclusive) and its written form."""

    start: int
    end: int
    number: str


def read_number(text: str, at: int, *, labelled: bool = True) -> NumberAt | None:
    """Read the decree number that starts at offset `at` of `text`.

    `labelled` says that "Nomor" or "No." stands before it. Without the label only the year form ("53 Tahun 2010") and
    numbers with a slash that cannot be dates are read. Returns None where no number starts.

    >>> read_number("Nomor 800/5801/KDP ASN/2020 perihal libur", 6)
    NumberAt(start=6, end=27, number='800/5801/KDP ASN/2020')
    >>> read_number("SE 12/7/2021", 3, labelled=False) is None
    True
    """
    found = _BODY.match(text, at)
    if found is None or not any(c.isdigit() for c in found["body"]):
        return None
    bare = not found["year"] and "/" not in found["body"]
    if not labelled and (bare or _DATE.fullmatch(found["body"])):
        return None
    if found["year"] and found["body"].endswith(f"/{found['year']}"):  # "8/SE/2020 Tahun 2020"
        return NumberAt(at, found.end(), normalise_number(found["body"]))
    return NumberAt(at, found.end(), normalise_number(found.group()))


def read_shared(text: str, at: int) -> list[NumberAt]:
    """Read numbers that share one year, as in "16 dan 18 Tahun 2021"; `at` is where the first one starts.

    Empty where there is no such list. The last one's offsets include the year.

    >>> [one.number for one in read_shared("Nomor 5, 16, dan 18 Tahun 2021", 6)]
    ['5/2021', '16/2021', '18/2021']
    """
    found = _SHARED.match(text, at)
    if found is None:
        return []
    figures = list(_COUNTER.finditer(text, at, found.end("last")))
    ends = [*(figure.end() for figure in figures[:-1]), found.end()]
    return [
        NumberAt(figure.start(), end, f"{figure[0]}/{found['year']}") for figure, end in zip(figures, ends, strict=True)
    ]


def normalise_number(printed: str) -> str:
    """Write a number as the codebook does: single blanks, none at slashes, "Nomor 58 Tahun 2020" as "58/2020".

    Case, zeros in front and the parts themselves stay as printed; every kind of dash becomes "-". Applying it twice
    changes nothing. An empty string comes back for a text without a number.

    >>> normalise_number("Nomor 58  Tahun 2020")
    '58/2020'
    >>> normalise_number("No. 800/ 2053/ 427.72 / 2021")
    '800/2053/427.72/2021'
    >>> normalise_number("BKPSMD  870/278/III/2020")
    'BKPSMD 870/278/III/2020'
    """
    number = _TAHUN.sub("/", _LABEL.sub("", printed.strip(_ENDS)))
    number = _AROUND_SLASH.sub("/", number)
    number = _AROUND_DASH.sub(lambda m: (" " if m[1] else "") + "-" + (" " if m[2] else ""), number)
    return " ".join(number.split()).strip(_ENDS)


def comparable(number: str) -> str:
    """The form in which two printed numbers are the same number (codebook, "Decree").

    Ignores case, blanks, kinds of dash, punctuation at the ends and zeros in front of the short form.

    >>> comparable("No. 05/2022") == comparable("5 tahun 2022")
    True
    >>> comparable("800/3156 \u2013 BKPSDM/2023")
    '800/3156-bkpsdm/2023'
    """
    tight = "".join(normalise_number(number).split()).casefold().strip(".,;:/-")
    return re.sub(r"^0+(?=\d+/\d{4}$)", "", tight)


def is_short(number: str) -> bool:
    """Whether a written number is a bare counter and a year, as ministries number ("19/2020").

    >>> is_short("19/2020"), is_short("800/748/BKPSDM")
    (True, False)
    """
    return _SHORT.fullmatch(number) is not None
