"""Numbers of decrees: where they end, which two are the same, how they are printed."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.decrees import find_decrees
from extract.decrees.numbers import comparable, normalise_number, read_number

NUMBERS = [
    ("800/5801/KDP ASN/2020 perihal", "800/5801/KDP ASN/2020"),
    ("443.1/06/BO2.1 tanggal", "443.1/06/BO2.1"),
    ("800/ 2068 - BKPSDM tentang", "800/2068 - BKPSDM"),
    ("800/2928 -BKD/2023.", "800/2928 -BKD/2023"),
    ("400.628/BPPD- Pdg/VII/2021 tanggal", "400.628/BPPD- Pdg/VII/2021"),
    ("800/748/BKPSDM - Bupati bilang", "800/748/BKPSDM"),
    ("800/748/BKPSDM.Edaran itu", "800/748/BKPSDM"),
    ("2/INSTR/2021.Ia", "2/INSTR/2021"),
    ("065/395/B.Org-TL tertanggal", "065/395/B.Org-TL"),
    ("443/12 WFH/WFO berlaku", "443/12"),
    ("443.2/2840 tahun 2021,", "443.2/2840/2021"),
    ("05/2022, perubahan", "05/2022"),
    ("180/07/KUM/Tahun 2021 berlaku", "180/07/KUM/2021"),
    ("8/SE/2020 Tahun 2020", "8/SE/2020"),
    ("67/2020 dan", "67/2020"),
    ("800/12\n- Baca juga", "800/12"),
    ("17 Tahun 20021 tentang", "17/20021"),
    ("tentang 5/2021", None),
    ("telepon", None),
]


@pytest.mark.parametrize(("text", "number"), NUMBERS)
def test_number_ends_where_the_sentence_goes_on(text: str, number: str | None) -> None:
    found = read_number(text, 0)
    assert (found.number if found else None) == number


@pytest.mark.parametrize("text", ["24/3 mulai", "12/7/2021 mulai", "50 persen", "2021 lalu"])
def test_without_label_dates_and_figures_are_no_numbers(text: str) -> None:
    assert read_number(text, 0, labelled=False) is None


SAME = [
    ("05/2022", "5/2022"),
    ("Nomor 58 Tahun 2020", "58/2020"),
    ("800/3156 \u2013 BKPSDM/2023", "800/3156-bkpsdm/2023"),
    ("No. 800/ 31/ 427.9 / 2021.", "800/31/427.9/2021"),
    ("443.1/06/BO2.1", "443.1/06/bo2.1"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_same_number(one: str, other: str) -> None:
    assert comparable(one) == comparable(other)


@pytest.mark.parametrize(
    ("one", "other"), [("5/2022", "50/2022"), ("800/05/ORG", "800/5/ORG"), ("0800/5/A", "800/5/A")]
)
def test_other_number(one: str, other: str) -> None:
    assert comparable(one) != comparable(other)


PRINTED = st.text(alphabet=string.ascii_letters + string.digits + "./-\u2013 :,\n", max_size=40)
PARTS = st.lists(st.from_regex(r"\A(?:[0-9]{1,4}|[A-Z]{2,6}|[IVX]{1,4})\Z"), min_size=1, max_size=4)


@given(PRINTED)
def test_normalising_twice_changes_nothing(printed: str) -> None:
    once = normalise_number(printed)
    assert normalise_number(once) == once


@given(PRINTED)
def test_comparable_ignores_normalisation(printed: str) -> None:
    assert comparable(normalise_number(printed)) == comparable(printed)


@given(
    st.integers(1, 999),
    PARTS,
    st.sampled_from(["/", " / ", "/ "]),
    st.sampled_from(["Nomor ", "No. ", "bernomor: ", ""]),
)
def test_comparable_ignores_case_blanks_and_label(first: int, parts: list[str], slash: str, label: str) -> None:
    tight = "/".join(["800", str(first), *parts])
    assert comparable(label + tight.lower().replace("/", slash)) == comparable(tight)


@given(
    st.integers(1, 999),
    PARTS,
    st.sampled_from([" tentang libur.", ", kata dia.", ".", " yang terbit.", " tanggal 3 Mei 2021", ""]),
)
def test_any_slash_number_is_read_whole(first: int, parts: list[str], tail: str) -> None:
    number = "/".join(["800", str(first), *parts])
    [span] = find_decrees(f"SE Nomor {number}{tail}")
    assert span.value.number == number
