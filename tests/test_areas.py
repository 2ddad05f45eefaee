"""Of which area each case count is: counts of short reports with the code of the area expected for each."""

from __future__ import annotations

import pytest

from corpus.article import Article
from extract.observations import observe_article

RULE = "Pemprov Kalimantan Timur memberlakukan WFH bagi separuh ASN akibat Covid-19.\n"
# fmt: off
REPORTS: list[tuple[str, list[tuple[int, str]]]] = [
    # --- the region that decides, where no place is told
    (RULE + "Tercatat 658 kasus positif, 12 orang meninggal.", [(658, "64"), (12, "64")]),
    # --- a breakdown by place, each told before its count
    (RULE + "Ada 658 kasus baru. Balikpapan menyumbang 153 kasus positif, Samarinda 113 kasus positif.",
     [(658, "64"), (153, "64.71"), (113, "64.72")]),
    # --- or behind it
    (RULE + "Sebanyak 131 orang positif di Bontang, 77 orang positif di Berau.", [(131, "64.74"), (77, "64.03")]),
    # --- further counts of a sentence, and of its paragraph, are of the same place
    (RULE + "Di Kota Bontang 69 orang positif Covid-19 dan 44 sembuh. Tiga orang meninggal dunia.",
     [(69, "64.74"), (44, "64.74"), (3, "64.74")]),
    # --- a new paragraph returns to the region that decides
    (RULE + "Di Kota Bontang 69 orang positif Covid-19.\nPasien sembuh bertambah 25 orang.",
     [(69, "64.74"), (25, "64")]),
    # --- the nation
    (RULE + "Secara nasional terdapat 1.848 kasus positif Covid-19.", [(1848, "00")]),
    ("Pemerintah melaporkan kasus Covid-19 bertambah 623 orang. Jakarta mencatat 131 kasus positif Covid-19.",
     [(623, "00"), (131, "31")]),
    # --- a report without a rule: its own region
    ("Kasus Covid-19 di Kabupaten Berau bertambah. Sebanyak 37 warga dinyatakan positif.", [(37, "64.03")]),
    # --- who speaks is no area
    (RULE + "Wali Kota Samarinda Andi Rahman menyebut 9 orang positif Covid-19 di Bontang.", [(9, "64.74")]),
]
# fmt: on


@pytest.mark.parametrize(("text", "expected"), REPORTS)
def test_area(text: str, expected: list[tuple[int, str]]) -> None:
    reading = observe_article(Article("t", text, published="2021-07-05"))
    assert [(count.value, count.region_code) for count in reading.case_counts] == expected


def test_the_area_has_the_words_that_tell_it() -> None:
    text = RULE + "Balikpapan menyumbang 153 kasus positif Covid-19."
    reading = observe_article(Article("t", text, published="2021-07-05"))
    spans = [e for e in reading.evidence if e.table == "case_counts" and e.column == "region_code"]
    assert [e.text for e in spans] == ["Balikpapan"]
