"""Numbers in Indonesian prose: digits with Indonesian separators, number words, fractions, ranges, vague amounts.

A number here is a quantity. Clock times, dates, years, decree numbers, telephone numbers and labels ("Pasal 5",
"level 4") are not quantities and are left out. The words that tell them apart are in `numbers.toml`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Literal

from corpus.patterns import Pattern
from extract.spans import Span

Printed = Literal["digits", "words", "fraction"]
Unit = Literal["percent", "rupiah"]


@dataclass(frozen=True, slots=True)
class NumberValue:
    """What a printed number states.

    `value` is empty for a vague amount ("puluhan") and for a range, which has `low` and `high` instead. A percentage
    is from 0 to 100 with `unit` "percent"; a fraction ("dua pertiga") is its ratio, without a unit.
    """

    value: float | None
    approximate: bool = False
    unit: Unit | None = None
    printed: Printed = "digits"
    low: float | None = None
    high: float | None = None


def _alternatives(phrases: Sequence[str]) -> str:
    """A group of all phrases, longest first, in which a blank matches any white space."""
    ordered = sorted(phrases, key=len, reverse=True)
    return "(?:" + "|".join(r"\s{1,3}".join(map(re.escape, phrase.split())) for phrase in ordered) + ")"


_LEXICON = tomllib.loads(resources.files("extract").joinpath("numbers.toml").read_text(encoding="utf-8"))

# -- words ------------------------------------------------------------------------------------------------------------
_DIGIT = {
    "nol": 0, "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8, "sembilan": 9,
}  # fmt: skip
_ONE = {"sepuluh": 10, "sebelas": 11, "seratus": 100, "seribu": 1000, "sejuta": 10**6, "semiliar": 10**9}
_SCALE = {"triliun": 10**12, "miliar": 10**9, "milyar": 10**9, "juta": 10**6, "jt": 10**6, "ribu": 1000, "rb": 1000}
_VAGUE = ("belasan", "puluhan", "ratusan", "ribuan", "jutaan")
_HALF = ("setengah", "separuh", "separo")
_PARTS = "tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh"

_UNIT_WORD = _alternatives([*_DIGIT, *_ONE, "puluh", "belas", "ratus", "ribu", "juta", "miliar", "milyar", "triliun"])
_SCALE_WORD = _alternatives([*_SCALE])
_GAP = r"[\s]{1,4}"
# "dua puluh tiga", "seratus lima belas", "duapuluh", "lima puluhan"
_WORD_RUN = rf"\b{_UNIT_WORD}(?:(?:{_GAP})?{_UNIT_WORD}){{0,29}}(?:an)?\b"
_WORD = re.compile(_UNIT_WORD, re.IGNORECASE)
# "puluhan", "belasan ribu"
_VAGUE_RUN = rf"\b(?:{'|'.join(_VAGUE)})(?:{_GAP}{_SCALE_WORD})?\b"
# "separuh", "setengah juta", "sepertiga", "seper lima", "dua pertiga", "tiga per empat"
_FRACTION = (
    rf"\b(?:(?P<half>{'|'.join(_HALF)})|se-?per\s?(?P<part>{_PARTS})"
    rf"|(?P<over>{'|'.join(_DIGIT)}){_GAP}per[\s-]?(?P<under>{_PARTS}))(?:{_GAP}(?P<times>{_SCALE_WORD}))?\b"
)

# -- digits -----------------------------------------------------------------------------------------------------------
# "1.848", "33.512,5", "99,59", "400"; neither part of a date, a decree number or a time ("23-24/11", "800/1421-BKD")
_ALONE_BEFORE = r"(?<![\w/+])(?<!\d[.,:/-])(?<![^\W\d_][/-])(?<!\d\s/)"
_FIGURE = r"(?:\d{1,3}(?:\.\d{3}){1,5}(?:,\d{1,4})?|\d{1,15}(?:[.,]\d{1,4})?)"
_ALONE_AFTER = (
    r"(?!\d)(?![.,:/]\d)(?!\s?-\s?\d)(?!-(?!an\b)[^\W\d_])(?!/[^\W\d_])"
    r"(?:(?=(?:persen|prosen|pct|ribu|juta|miliar|rb|jt|an|orang|kasus)\b)|(?!\w))"
)
_PERCENT = r"(?:\s{0,3}%|\s{0,3}(?:persen(?:nya)?|prosen|percent|pct)\b)"
_SCALED = rf"(?:\s{{0,3}}(?P<scale>{_SCALE_WORD})\b)?"
_AROUND = r"(?P<around>-?an\b)?"  # "50-an"
_DIGIT_RUN = (
    r"(?P<money>\bRp\.?\s{0,2})?"
    rf"(?P<figure>{_ALONE_BEFORE}{_FIGURE}{_ALONE_AFTER}|(?<=Rp){_FIGURE}){_AROUND}{_SCALED}"
)
# "2/3 pegawai": only before what is divided, because "2/3" alone is a day
_RATIO = (
    rf"{_ALONE_BEFORE}(?P<num>[1-9])/(?P<den>[2-9]|10)(?![\d/.])"
    rf"(?={_GAP}(?:dari|pegawai|asn|pns|karyawan|kekuatan|kapasitas|jumlah|bagian|staf)\b)"
)
# "70-80 persen", "10 - 20 orang", "25 sampai 50 persen"
_JOIN = r"(?P<join>\s?-\s?|\s{1,3}(?:sampai(?:\s{1,3}dengan)?|hingga|s/d|s\.d\.?)\s{1,3})"
_RANGE = (
    rf"{_ALONE_BEFORE}(?P<low>{_FIGURE})(?:{_PERCENT})?{_JOIN}(?P<high>{_FIGURE})(?!\w|[.,:/-]\d|-\w|/\w|\s?-\s?\d)"
)

_RANGE_AT = re.compile(_RANGE, re.IGNORECASE)
_RATIO_AT = re.compile(_RATIO, re.IGNORECASE)
_DIGITS_AT = re.compile(_DIGIT_RUN, re.IGNORECASE)
_FRACTION_AT = re.compile(_FRACTION, re.IGNORECASE)
_VAGUE_AT = re.compile(_VAGUE_RUN, re.IGNORECASE)
_WORDS_AT = re.compile(_WORD_RUN, re.IGNORECASE)
_PERCENT_AT = re.compile(_PERCENT, re.IGNORECASE)
_RUPIAH_AT = re.compile(r"\s{1,3}rupiah\b", re.IGNORECASE)
_START = Pattern(rf"\bRp\.?\s{{0,2}}(?=\d)|(?<![\d])\d|\b(?:{_UNIT_WORD}|{'|'.join(_VAGUE)}|{'|'.join(_HALF)}|se-?per)")

# -- around -----------------------------------------------------------------------------------------------------------
_LABEL_BEFORE = re.compile(rf"(?<![^\W_]){_alternatives(_LEXICON['labels'])}[\s-]{{1,3}}$", re.IGNORECASE)
_YEAR_BEFORE = re.compile(rf"\b{_alternatives(_LEXICON['year_lead'])}\s{{1,3}}$", re.IGNORECASE)
# "dari 2000 pegawai" is no year
_COUNTED_AFTER = re.compile(
    r"\s{1,3}(?:orang|jiwa|kasus|pasien|warga|asn|pns|pegawai|karyawan|aparatur|dosis|unit)\b", re.IGNORECASE
)
_MONTH_BEFORE = re.compile(rf"\b{_alternatives(_LEXICON['months'])}[.,]?\s{{1,3}}$", re.IGNORECASE)
_MONTH_AFTER = re.compile(rf"[\s-]{{1,3}}{_alternatives(_LEXICON['months'])}\b", re.IGNORECASE)
_NAME_AFTER = re.compile(rf"[\s-]{{1,3}}{_alternatives(_LEXICON['not_before'])}\b", re.IGNORECASE)
_LIMA_PULUH_KOTA = re.compile(r"lima\s?puluh\s{1,3}kota\b", re.IGNORECASE)
_ABOUT_BEFORE = re.compile(rf"(?<![^\W_]){_alternatives(_LEXICON['approximate_before'])}\s{{0,3}}$", re.IGNORECASE)
# "20 orang lebih", "80 persen lebih", "50 lebih pegawai"; "lebih dari" and "lebih tinggi" compare
_ABOUT_AFTER = re.compile(
    r"(?:\s{1,3}(?:orang|kasus|pegawai|asn))?\s{1,3}(?:lebih(?!\s{1,3}(?:dari|[bkrts]\w+))|-?an)\b", re.IGNORECASE
)
_LOOK_BACK = 32  # characters; no label or approximating phrase is longer


@dataclass(frozen=True, slots=True)
class _Reading:
    """A number read at some place: where it ends and what it states."""

    end: int
    value: NumberValue
    rule: str


def find_numbers(text: str) -> list[Span[NumberValue]]:
    """All quantities in `text` (cleaned), in order, not overlapping.

    A span covers the number and its percent sign or scale word, and the same number told again in brackets; words such
    as "sekitar" only set `approximate`.

    >>> [(n.text, n.value.value, n.value.unit) for n in find_numbers("Sekitar 13 ribu ASN, 50% (lima puluh persen)")]
    [('13 ribu', 13000.0, None), ('50% (lima puluh persen)', 50.0, 'percent')]
    >>> find_numbers("Pukul 07.30, 12/7/2021, Nomor 34 Tahun 2023, level 4")
    []
    """
    return [_span(text, start, reading) for start, reading in _readings(text)]


def parse_number(text: str) -> float | None:
    """The value of a bare number phrase, or nothing when it is not one or states no single value.

    >>> parse_number("1.848"), parse_number("dua puluh tiga"), parse_number("1,2 juta"), parse_number("puluhan")
    (1848.0, 23.0, 1200000.0, None)
    >>> parse_number("Nomor 5") is None
    True
    """
    phrase = text.strip()
    reading = _read_at(phrase, 0)
    return reading.value.value if reading and reading.end == len(phrase) else None


def _span(text: str, start: int, reading: _Reading) -> Span[NumberValue]:
    return Span("number", start, reading.end, text[start : reading.end], reading.value, reading.rule)


def _readings(text: str) -> Iterator[tuple[int, _Reading]]:
    """Every accepted reading, from the left; what has been read is not read again."""
    position = 0
    for match in _START.finditer(text):
        start = match.start()
        if start < position or (reading := _read_at(text, start)) is None:
            continue
        position = reading.end
        if not _is_name(text, start, reading):
            yield start, _with_approximation(text, start, reading)


def _read_at(text: str, start: int) -> _Reading | None:
    """The longest number that begins at `start`, its unit, and its repetition in brackets."""
    reading = (
        _read_range(text, start)
        or _read_ratio(text, start)
        or _read_digits(text, start)
        or _read_fraction(text, start)
        or _read_vague(text, start)
        or _read_words(text, start)
    )
    return _with_repetition(text, reading) if reading else None


def _read_range(text: str, start: int) -> _Reading | None:
    match = _RANGE_AT.match(text, start)
    if not match:
        return None
    percent = _PERCENT_AT.match(text, match.end())
    low, high = (_figure(match[side], exact=percent is None) for side in ("low", "high"))
    if low is None or high is None or low >= high:
        return None
    spelled_join = "-" not in match["join"]
    if not percent and (spelled_join or low + high == 100):  # "25-75" shares out a whole: two numbers of another field
        return None
    end = percent.end() if percent else match.end()
    value = NumberValue(None, True, "percent" if percent else None, "digits", low, high)
    return _Reading(end, value, "range")


def _read_ratio(text: str, start: int) -> _Reading | None:
    match = _RATIO_AT.match(text, start)
    if not match or int(match["num"]) >= int(match["den"]):
        return None
    return _Reading(match.end(), NumberValue(int(match["num"]) / int(match["den"]), printed="fraction"), "ratio")


def _read_digits(text: str, start: int) -> _Reading | None:
    match = _DIGITS_AT.match(text, start)
    if not match:
        return None
    percent = _PERCENT_AT.match(text, match.end())
    number = _figure(match["figure"], exact=not percent and not match["scale"])
    if number is None:
        return None
    if match["scale"]:
        number = _scaled(number, _SCALE[match["scale"].lower()])
    unit, end = _unit_at(text, match.end(), money=bool(match["money"]))
    return _Reading(end, NumberValue(number, bool(match["around"]), unit, "digits"), "digits")


def _read_fraction(text: str, start: int) -> _Reading | None:
    match = _FRACTION_AT.match(text, start)
    if not match:
        return None
    words = {"sepuluh": 10, **_DIGIT}
    if match["half"]:
        value = 0.5
    elif match["part"]:
        value = 1 / words[match["part"].lower()]
    else:
        over, under = words[match["over"].lower()], words[match["under"].lower()]
        if not 0 < over < under:
            return None
        value = over / under
    if match["times"]:
        return _Reading(
            match.end(), NumberValue(_scaled(value, _SCALE[match["times"].lower()]), printed="words"), "words"
        )
    return _Reading(match.end(), NumberValue(value, printed="fraction"), "fraction")


def _read_vague(text: str, start: int) -> _Reading | None:
    match = _VAGUE_AT.match(text, start)
    return _Reading(match.end(), NumberValue(None, True, printed="words"), "vague") if match else None


def _read_words(text: str, start: int) -> _Reading | None:
    match = _WORDS_AT.match(text, start)
    if not match:
        return None
    words = [(word.group().lower(), word.end()) for word in _WORD.finditer(text, start, match.end())]
    number, used = _spelled([word for word, _ in words])
    if used == 0:
        return None
    end = words[used - 1][1]
    whole = used == len(words)
    around = whole and match.end() - end == len("an") and words[-1][0] not in _DIGIT  # "seratusan", but not "satuan"
    if around:
        end = match.end()
    elif whole and text[end : end + 1].isalnum():
        return None
    unit, end = _unit_at(text, end, money=False)
    return _Reading(end, NumberValue(float(number), around, unit, "words"), "words")


def _spelled(words: Sequence[str]) -> tuple[int, int]:
    """The longest well-formed number at the head of `words`, and how many of them it took (none: 0).

    >>> _spelled(["dua", "puluh", "tiga", "ribu", "seratus"]), _spelled(["satu", "dua"]), _spelled(["puluh"])
    ((23100, 5), (1, 1), (0, 0))
    """
    total, used, ceiling = 0, 0, 10**15
    while used < len(words):
        whole_scale = _ONE.get(words[used], 0)
        if whole_scale >= 1000:
            amount, scale, taken = 1, whole_scale, 1
        else:
            amount, taken = _below_thousand(words[used:])
            scale = _SCALE.get(words[used + taken], 1) if taken and used + taken < len(words) else 1
            taken += scale > 1
        if taken == 0 or scale >= ceiling or (amount == 0 and used > 0):
            break
        total, used, ceiling = total + amount * scale, used + taken, scale
        if scale == 1:
            break
    return total, used


def _below_thousand(words: Sequence[str]) -> tuple[int, int]:
    """The number under 1,000 at the head of `words`, and how many of them it took."""
    hundreds, used = _place(words, "ratus", "seratus", 100)
    rest = words[used:]
    teens, taken = _teen(rest)
    if taken:
        return hundreds + teens, used + taken
    tens, taken = _place(rest, "puluh", "sepuluh", 10)
    used += taken
    if tens == 10 and taken == 1:
        return hundreds + 10, used
    ones = _DIGIT.get(words[used]) if used < len(words) else None
    followed = words[used + 1] if used + 1 < len(words) else ""
    if ones is None or (used and ones == 0) or followed in ("ratus", "puluh", "belas"):
        return hundreds + tens, used
    return hundreds + tens + ones, used + 1


def _place(words: Sequence[str], name: str, one: str, worth: int) -> tuple[int, int]:
    """A digit and its place ("dua ratus"), or the place's own word for one ("seratus")."""
    if words and words[0] == one:
        return worth, 1
    if len(words) > 1 and words[1] == name and _DIGIT.get(words[0]):
        return _DIGIT[words[0]] * worth, 2
    return 0, 0


def _teen(words: Sequence[str]) -> tuple[int, int]:
    if words and words[0] == "sebelas":
        return 11, 1
    if len(words) > 1 and words[1] == "belas" and _DIGIT.get(words[0]):
        return 10 + _DIGIT[words[0]], 2
    return 0, 0


def _figure(figure: str, *, exact: bool) -> float | None:
    """Digits and separators as a number; `exact` when neither a percent sign nor a scale word follows.

    A point with one or two digits behind it is a decimal point only before "persen" or "juta", else a clock time; a
    comma with three digits is the thousands separator of English only where nothing shows a decimal.

    >>> _figure("33.512", exact=True), _figure("99.59", exact=False), _figure("07.30", exact=True)
    (33512.0, 99.59, None)
    >>> _figure("178,883", exact=True), _figure("0812", exact=True)
    (178883.0, None)
    """
    whole, _, decimals = figure.partition(",")
    if len(whole) > 1 and whole[0] == "0" and not whole.startswith("0."):
        return None
    if "." not in whole:
        if exact and len(decimals) == 3 and whole != "0":
            return float(whole + decimals)
        return float(f"{whole}.{decimals or 0}") if len(whole) <= 12 else None
    groups = whole.split(".")
    if all(len(group) == 3 for group in groups[1:]) and groups[0] != "0":
        return float("".join(groups) + "." + (decimals or "0"))
    return float(whole) if len(groups) == 2 and not exact and not decimals else None


def _scaled(number: float, scale: int) -> float:
    """The product without the noise of binary fractions: 1.2 million is 1,200,000."""
    return round(number * scale, 6)


def _unit_at(text: str, end: int, *, money: bool) -> tuple[Unit | None, int]:
    if percent := _PERCENT_AT.match(text, end):
        return "percent", percent.end()
    if rupiah := _RUPIAH_AT.match(text, end):
        return "rupiah", rupiah.end()
    return ("rupiah" if money else None), end


_BRACKET = re.compile(r"\s{0,2}\(\s?", re.IGNORECASE)
_UNBRACKET = re.compile(r"\s?\)", re.IGNORECASE)


def _with_repetition(text: str, reading: _Reading) -> _Reading:
    """The reading, longer by the same number in brackets: "14 (empat belas)", "lima puluh persen (50%)"."""
    opened = _BRACKET.match(text, reading.end)
    if not opened or reading.value.value is None:
        return reading
    again = _read_digits(text, opened.end()) or _read_words(text, opened.end())
    closed = _UNBRACKET.match(text, again.end) if again else None
    if not again or not closed or again.value.value != reading.value.value:
        return reading
    unit, end = (again.value.unit or reading.value.unit), closed.end()
    if unit is None:
        unit, end = _unit_at(text, end, money=False)
    value = NumberValue(reading.value.value, reading.value.approximate, unit, reading.value.printed)
    return _Reading(end, value, reading.rule)


def _is_name(text: str, start: int, reading: _Reading) -> bool:
    """Whether the words around make it a label, a date, a year or a place name instead of a quantity."""
    before = text[max(0, start - _LOOK_BACK) : start]
    if reading.value.unit is not None:
        return False
    if _LABEL_BEFORE.search(before) or _NAME_AFTER.match(text, reading.end) or _LIMA_PULUH_KOTA.match(text, start):
        return True
    if reading.rule not in ("digits", "range"):
        return False
    number = reading.value.value
    is_year = number is not None and 1900 <= number <= 2099 and text[start : reading.end].isdigit()
    return bool(
        (_MONTH_AFTER.match(text, reading.end) and (number is None or number <= 31))
        or (_MONTH_BEFORE.search(before) and (is_year or (number is not None and number <= 31)))
        or (is_year and _YEAR_BEFORE.search(before) and not _COUNTED_AFTER.match(text, reading.end))
    )


def _with_approximation(text: str, start: int, reading: _Reading) -> _Reading:
    before = text[max(0, start - _LOOK_BACK) : start]
    if reading.value.approximate or not (_ABOUT_BEFORE.search(before) or _ABOUT_AFTER.match(text, reading.end)):
        return reading
    value = reading.value
    return _Reading(
        reading.end, NumberValue(value.value, True, value.unit, value.printed, value.low, value.high), reading.rule
    )
