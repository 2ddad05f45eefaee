"""Patterns that are run only where they can match find what the plain expressions find."""

from __future__ import annotations

import gc
import json
import re
import sys
from functools import cache
from pathlib import Path
from string import ascii_lowercase

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import corpus.gold
import extract.observations  # noqa: F401 - loads all fields
from corpus.patterns import Pattern
from corpus.patterns.needed import read_needs
from extract.document import split_sentences

# fmt: off
NEEDED: list[tuple[str, str | None]] = [
    (r"kantor", "kantor"),
    (r"Kantor", "kantor"),
    (r"wf[hoa]\b", "wfh wfo wfa"),
    (r"(?:per)?kantor(?:an)?", "kantor kantoran perkantor perkantoran"),
    (r"(?:per)?kantor\w*", "kantor perkantor"),
    (r"masuk\s{1,6}kantor", "kantor"),  # the longer word
    (r"tidak masuk", "tidak"),  # no word holds a blank
    (r"es{1,2}ensial", "ensial"),
    (r"(?:dua)+puluh", "puluh"),
    (r"(?:satu|dua) hari|sehari", "hari sehari"),
    (r"\d+\s?(?:persen|%)", "persen %"),
    (r"[1-3]", "1 2 3"),
    (r"(?P<a>satu)(?P=a)", "satu"),
    (r"(?i:WFH)", "wfh"),
    (r"(?<!non-)esensial(?! lain)", "esensial"),
    (r"(?=kantor)\w+", None),  # what is looked at may lie behind the end of the search
    (r"\w+", None),
    (r"kantor|\w+", None),
    (r"(?:kantor)?", None),
    (r"[^a]", None),
    (r"é", None),  # only words that are the same in all cases
]
OPENING: list[tuple[str, str | None]] = [
    (r"kantor", "kantor"),
    (r"\bwf[hoa]\b", "wfh wfo wfa"),
    (r"(?<!non-)(?:surat|edaran) wali", "surat edaran"),
    (r"(?:per)?kantor\w*", "kantor perkantor"),
    (r"(?:plt\s)?(?:bupati|camat)", "plt bupati camat"),
    (r"(?:plt\s|\w+)?(?:bupati|camat)", None),
    (r"s+atu", "s"),
    (r"(?:dua\s)*hari", "dua hari"),
    (r"\s?hari", None),
    (r".hari", None),
]
# fmt: on


@pytest.mark.parametrize(("expression", "words"), OPENING)
def test_words_that_open(expression: str, words: str | None) -> None:
    assert read_needs(expression, re.IGNORECASE).opening == (None if words is None else frozenset(words.split()))


@pytest.mark.parametrize(("expression", "words"), NEEDED)
def test_needed_words(expression: str, words: str | None) -> None:
    assert read_needs(expression, re.IGNORECASE).inside == (None if words is None else frozenset(words.split()))


def test_characters_taken_for_a_letter_or_digit_are_found_in_any_case() -> None:
    anything = "".join(map(chr, range(0x80, sys.maxunicode + 1)))
    odd = re.findall("|".join([*ascii_lowercase, r"\d"]), anything, re.IGNORECASE)
    assert {"\u0131", "\u017f", "\u212a", "\u0660"} <= set(odd)
    for letter in [*ascii_lowercase, r"\d"]:
        pattern = Pattern(letter * 2)
        assert all(pattern.search(c + c) for c in odd if re.match(letter, c, re.IGNORECASE))


@cache
def patterns() -> list[tuple[Pattern, re.Pattern[str]]]:
    """Every pattern of the fields beside the one expression that it stands for."""
    return [(found, _plain(found)) for found in gc.get_objects() if isinstance(found, Pattern)]


def _plain(pattern: Pattern) -> re.Pattern[str]:
    """The expressions as one, their groups numbered apart."""
    parts = [
        re.sub(r"\(\?P(<|=)(\w+)", rf"(?P\g<1>\g<2>_{number}", expression.pattern)
        for number, expression in enumerate(pattern.expressions)
    ]
    return re.compile("|".join(parts), pattern.expressions[0].flags)


@cache
def sentences() -> list[str]:
    """The sentences of the labelled sample."""
    path = Path(next(iter(corpus.gold.__path__))) / "samples.jsonl"
    texts = [json.loads(line)["input"]["text"] for line in path.read_text(encoding="utf-8").splitlines()]
    return [sentence.text for text in texts for sentence in split_sentences(text)]


def agree(text: str) -> bool:
    return all(
        [m.span() for m in pattern.finditer(text)] == [m.span() for m in plain.finditer(text)]
        and _span(pattern.search(text)) == _span(plain.search(text))
        and _span(pattern.match(text)) == _span(plain.match(text))
        for pattern, plain in patterns()
    )


def _span(m: re.Match[str] | None) -> tuple[int, int] | None:
    return m.span() if m else None


def test_patterns_are_many() -> None:
    assert len(patterns()) > 200


def test_none_of_several_expressions_matches_an_empty_text() -> None:
    several = [pattern.expressions for pattern, _ in patterns() if len(pattern.expressions) > 1]
    assert len(several) > 5
    assert [e.pattern for expressions in several for e in expressions if read_needs(e.pattern, e.flags).empty] == []


def test_labelled_sentences() -> None:
    assert [text for text in sentences()[::4] if not agree(text)] == []


@st.composite
def mixed(draw: st.DrawFn) -> str:
    """Words of sentences put together anew, in capitals or small letters."""
    words = draw(st.lists(st.sampled_from(sorted({w for s in sentences() for w in s.split()})), max_size=15))
    text = draw(st.sampled_from([" ", "  ", "\n", ", "])).join(words)
    return draw(st.sampled_from([text, text.upper(), text.lower()]))


@settings(max_examples=60, deadline=None)
@given(mixed())
def test_words_put_together_anew(text: str) -> None:
    assert agree(text)


WORDS = ["wfh", "kerja dari", "kantor", r"\bkan\w+", r"ker(?=ja)", "a|ab", r"\d{1,2}", "kan|kantor|kerja|wf|ab|a"]


@given(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=4, unique=True),
    st.lists(st.sampled_from(["WFH", "kerja", "dari", "kantor", "kan", "ab", "12", " "]), max_size=12).map("".join),
    st.integers(0, 20),
    st.integers(0, 40),
)
def test_several_expressions_are_an_alternation(expressions: list[str], text: str, pos: int, endpos: int) -> None:
    pattern, plain = Pattern(*expressions), re.compile("|".join(expressions), re.IGNORECASE)
    assert [m.span() for m in pattern.finditer(text, pos, endpos)] == [
        m.span() for m in plain.finditer(text, pos, endpos)
    ]
    for method in ("search", "match", "fullmatch"):
        assert _span(getattr(pattern, method)(text, pos, endpos)) == _span(getattr(plain, method)(text, pos, endpos))


def test_a_pattern_made_later_is_found_in_a_text_read_before() -> None:
    text = "Pegawai bekerja dari rumah."
    assert Pattern("pegawai").search(text)
    assert Pattern("rumah").search(text)
