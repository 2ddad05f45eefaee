"""Counts: the tables of marked sentences in `sentences/`, and how sentences and people work together."""

from __future__ import annotations

import re

import pytest
from counted import marked, row
from hypothesis import given
from hypothesis import strategies as st
from sentences import counts as statements
from sentences import counts_outlets, counts_reports

from extract.counts import find_counts

TABLES = (statements, counts_outlets, counts_reports)


@pytest.mark.parametrize(("sentence", "rows"), [told for table in TABLES for told in table.STATED])
def test_stated(sentence: str, rows: str) -> None:
    text = re.sub("[«»]", "", sentence)
    found = find_counts(text)
    assert "; ".join(row(count.value) for count in found) == rows
    assert marked(text, found) == sentence


@pytest.mark.parametrize("sentence", [told for table in TABLES for told in table.NO_COUNTS])
def test_no_counts(sentence: str) -> None:
    assert find_counts(sentence) == []


def test_no_count_without_the_disease() -> None:
    assert find_counts("Sebanyak 12 orang dirawat dan 3 orang meninggal.") == []


def test_a_count_told_again_is_one_row() -> None:
    text = "23 ASN Positif Covid-19\nSebanyak 23 ASN di Pemkot Tegal dinyatakan positif Covid-19."
    assert [row(c.value) for c in find_counts(text)] == ["confirmed asn 23 cumulative"]


def test_equal_counts_of_two_places_in_one_sentence_are_two_rows() -> None:
    counts = find_counts("Kasus baru Covid-19: Tegal 7 kasus dan Brebes 7 kasus.")
    assert [c.value.value for c in counts] == [7, 7]


def test_a_count_for_each_place_numbers_its_rows() -> None:
    counts = find_counts("Covid-19 terbanyak di Tegal, Brebes, dan Slawi, masing-masing 9 kasus.")
    assert [(c.value.value, c.value.part, c.rule) for c in counts] == [(9, 1, "each"), (9, 2, "each"), (9, 3, "each")]


def test_shares_of_a_sum_keep_its_people() -> None:
    counts = find_counts("Dua pegawai, masing-masing satu orang di tiap kantor, dinyatakan positif Covid-19.")
    assert [row(c.value) for c in counts] == [
        "confirmed asn 2 cumulative",
        "confirmed asn 1 cumulative",
        "confirmed asn 1 cumulative",
    ]


def test_parts_that_do_not_add_up_are_no_breakdown() -> None:
    text = "Lima ASN positif Covid-19. Dua orang menjaga loket, dua orang di gerbang."
    assert [c.value.value for c in find_counts(text)] == [5]


def test_people_go_on_into_the_next_sentence_but_not_to_the_region() -> None:
    text = "Di Setda ada 40 PNS terpapar Covid-19. Yang sembuh 25 orang. Total kasus di Kabupaten Batang 25 orang."
    assert [row(c.value) for c in find_counts(text)] == [
        "confirmed asn 40 cumulative",
        "recovered asn 25 cumulative",
        "confirmed general 25 cumulative",
    ]


def test_line_breaks_and_double_blanks_inside_a_sentence() -> None:
    counts = find_counts("Satgas Covid-19 mencatat\n69  orang   positif, yang sembuh\nsebanyak 44\norang.")
    assert [row(c.value) for c in counts] == ["confirmed general 69 cumulative", "recovered general 44 cumulative"]


@pytest.mark.parametrize("worst", ["1 ", "12 orang dan ", "masing-masing ", "(", "sembuh 1 ", "Ambon, ", "dua ", "\n"])
def test_hostile_text_is_read_to_its_end(worst: str) -> None:
    text = "Covid-19 " + worst * (20_000 // len(worst)) + ". Sebanyak 31 warga positif."
    assert any(c.value.value == 31 and c.end > len(text) - 20 for c in find_counts(text))


@given(st.integers(2, 999_999))
def test_any_value_comes_back(value: int) -> None:
    printed = f"{value:,}".replace(",", ".")
    (count,) = find_counts(f"Sebanyak {printed} warga dinyatakan positif Covid-19.")
    assert (count.value.value, count.value.metric) == (value, "confirmed")


@given(st.text(max_size=200))
def test_spans_lie_in_the_text(text: str) -> None:
    text = "Covid-19 positif " + text
    for count in find_counts(text):
        assert count.text == text[count.start : count.end]
        assert count.value.value is None or count.value.value > 0


# Articles about another cause of death, in which the disease is only mentioned
OTHER_EVENTS = [
    "Gempa mengguncang di tengah pandemi.\nSedikitnya 11 orang meninggal dan dua dirawat.",
    "Banjir merendam kota saat Covid-19 belum usai. Sembilan pegawai dirawat, tiga orang wafat.",
    "Unjuk rasa pertama sejak Covid-19 berakhir ricuh. Sebanyak 12 polisi masih dirawat, kata Kapolres.",
    "Keracunan makanan, bukan virus corona, membuat 120 siswa dirawat. Dua di antaranya meninggal.",
]


@pytest.mark.parametrize("article", OTHER_EVENTS)
def test_victims_of_other_events_are_no_counts(article: str) -> None:
    assert find_counts(article) == []


def test_cases_among_the_victims_of_another_event_are_counts() -> None:
    counts = find_counts("Gempa belum reda. Sebanyak 17 pengungsi banjir positif Covid-19.")
    assert [row(count.value) for count in counts] == ["confirmed other 17 cumulative"]


def test_cases_by_place_are_new_when_they_break_down_a_new_count() -> None:
    text = (
        "Satgas Covid-19 melaporkan 90 kasus baru. Totalnya 4.020 kasus. Kota Bima menyumbang 51 kasus, Dompu 20 kasus."
    )
    assert [row(count.value) for count in find_counts(text)] == [
        "confirmed general 90 new",
        "confirmed general 4020 cumulative",
        "confirmed general 51 new",
        "confirmed general 20 new",
    ]


def test_a_part_is_of_the_last_whole_that_it_fits_into() -> None:
    text = "Tercatat 210 kasus positif Covid-19, 9 orang meninggal. Sebanyak 31 orang di antaranya ASN."
    assert row(find_counts(text)[-1].value) == "confirmed asn 31 cumulative"


def test_a_part_of_other_people_is_no_count() -> None:
    text = "Kasus aktif Covid-19 tinggal 40 orang. Sebanyak 17 pegawai ditegur. Dua di antaranya dipotong tunjangannya."
    assert [count.value.value for count in find_counts(text)] == [40]


def test_a_bare_addition_after_a_list_is_of_cases() -> None:
    text = "Covid-19: 900 kasus positif, 700 sembuh, 12 meninggal. Tambahan pada Minggu saja 33 orang."
    assert row(find_counts(text)[-1].value) == "confirmed general 33 new"


def test_close_contacts_of_staff_are_not_staff() -> None:
    text = "Sebanyak 8 pegawai positif Covid-19. Sejauh ini 41 orang tercatat sebagai kontak erat."
    assert [row(count.value) for count in find_counts(text)] == [
        "confirmed asn 8 cumulative",
        "close_contact general 41 current",
    ]
