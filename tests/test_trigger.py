"""Why a policy was made: short articles with the words that tell it marked."""

from __future__ import annotations

import re
from datetime import date

import pytest

from extract.document import Text
from extract.scope import scope
from extract.trigger import find_trigger

PANDEMIC, LATER = date(2021, 7, 1), date(2025, 9, 1)

# fmt: off
# (text, day of the article, trigger); the marked words are the first that tell the trigger
ARTICLES: list[tuple[str, date, str | None]] = [
    # --- a festival is an event; in the pandemic it was only named
    ("Menjelang «festival» perahu naga, pemkot meminta separuh pegawai WFH.", LATER, "event"),
    ("Pemkot menerapkan «WFH» bagi separuh pegawai. Festival perahu naga ditunda.", PANDEMIC, "covid19"),
    # --- covid19, said
    ("Pemkot Bima menerapkan WFH untuk mencegah penyebaran «Covid-19».", PANDEMIC, "covid19"),
    ("ASN bekerja dari rumah akibat «wabah» virus corona.", PANDEMIC, "covid19"),
    ("WFH 75 persen berlaku selama «PPKM» darurat.", PANDEMIC, "covid19"),
    ("Kota ini masuk «zona merah», ASN bekerja dari rumah.", PANDEMIC, "covid19"),
    ("Tujuh pegawai «terkonfirmasi» positif, kantor WFH.", PANDEMIC, "covid19"),
    ("CEGAH «CORONA», ASN BEKERJA DARI RUMAH.", PANDEMIC, "covid19"),
    # --- covid19, implied
    ("ASN bekerja dari rumah. Yang masuk wajib memakai «masker» dan mencuci tangan.", PANDEMIC, "covid19"),
    ("ASN menjalani «WFH» mulai Senin.", PANDEMIC, "covid19"),
    # --- the other reasons
    ("Pemprov menerapkan WFH untuk menekan «polusi» udara.", LATER, "air_pollution"),
    ("ASN WFH karena «kualitas udara» memburuk.", LATER, "air_pollution"),
    ("ASN WFH untuk mengurai «arus balik» Lebaran.", LATER, "holiday_traffic"),
    ("Pegawai boleh WFH pascalibur «Lebaran».", LATER, "holiday_traffic"),
    ("WFH diterapkan menyusul «unjuk rasa» di kantor DPRD.", LATER, "unrest"),
    ("ASN diminta WFH karena «demonstrasi» memanas.", LATER, "unrest"),
    ("«Banjir» merendam kantor, pegawai bekerja dari rumah.", LATER, "disaster"),
    ("ASN WFH karena «longsor» memutus jalan ke kota.", LATER, "disaster"),
    ("Pegawai bekerja dari rumah usai «gempa» merusak kantor.", LATER, "disaster"),
    ("WFH dua hari sepekan diterapkan demi «efisiensi» anggaran.", LATER, "efficiency"),
    ("WFH setiap Jumat ditempuh untuk «penghematan» biaya kantor.", LATER, "efficiency"),
    ("ASN WFH setiap Jumat karena pasokan «BBM» menipis.", LATER, "energy"),
    ("WFH diterapkan menyikapi krisis «energi».", LATER, "energy"),
    ("ASN WFH selama «KTT» ASEAN berlangsung.", LATER, "event"),
    # --- the reason of the rule beside other words of the kind
    ("Pemkab menerapkan WFH untuk menekan «Covid-19».\nPolisi menyekat jalan menjelang Lebaran.", PANDEMIC, "covid19"),
    ("Pemprov menerapkan WFH guna menekan «polusi» udara.\nWarga diminta berhemat listrik.", LATER, "air_pollution"),
    ("ASN WFH demi «efisiensi» anggaran.\nPola ini dikenal sejak pandemi.", LATER, "efficiency"),
    # --- nothing said
    ("ASN menjalani WFH mulai Senin.", LATER, None),
    ("Bupati melantik pejabat baru.", LATER, None),
    ("", LATER, None),
]
# fmt: on


@pytest.mark.parametrize(("marked", "day", "expected"), ARTICLES)
def test_trigger(marked: str, day: date, expected: str | None) -> None:
    text = re.sub("[«»]", "", marked)
    found = find_trigger(scope(Text(text), day.year), None, day)
    assert (found and found.value) == expected
    if found is not None:
        (words,) = re.findall("«([^»]*)»", marked)
        assert text[found.start : found.end] == found.text
        assert found.start <= marked.index("«") < found.end, f"read from {found.text!r}, not from {words!r}"


def test_the_headline_counts() -> None:
    text = "ASN bekerja dari rumah sepekan. Unjuk rasa dan banjir membuat jalan macet."
    sentences = scope(Text(text), 2025)
    values = [
        found.value for title in ("Banjir, ASN WFH", "Demo, ASN WFH") if (found := find_trigger(sentences, title))
    ]
    assert values == ["disaster", "unrest"]


def test_without_a_day_nothing_is_implied() -> None:
    assert find_trigger(scope(Text("ASN menjalani WFH. Semua memakai masker."))) is None


@pytest.mark.parametrize("piece", ["untuk ", "polusi ", "karena banjir ", "demo ", "arus "])
def test_long_hostile_text_ends(piece: str) -> None:
    find_trigger(scope(Text(piece * (100_000 // len(piece)))), None, PANDEMIC)
