"""Numbers: sentences with the quantities marked in «», and a table of what each states."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.numbers import NumberValue, find_numbers, parse_number

# value, "~" when approximate, then "%" or "Rp"; a range is low-high; "?" is a vague amount
MARKED = [
    ("Ada «1.848» pasien di kota itu.", "1848"),
    ("Kasus naik menjadi «33.512».", "33512"),
    ("Hadir «99,59 persen» pegawai.", "99.59%"),
    ("Anggaran untuk «1,2 juta» warga.", "1200000"),
    ("Ada «13 ribu» pegawai dan «2,5 juta» penduduk.", "13000 2500000"),
    ("Dibagikan «6.150» masker.", "6150"),
    ("Tersisa «0,5 persen» saja.", "0.5%"),
    ("Terisi «62%» dan «91 %».", "62% 91%"),
    ("Hanya «25 prosen» yang masuk.", "25%"),
    ("Hanya «25pct» yang masuk.", "25%"),
    ("Terisi «12.5 persen».", "12.5%"),
    ("Sebanyak «178,883» orang dipantau.", "178883"),
    ("«dua puluh tiga» pegawai dan «sebelas» tamu", "23 11"),
    ("«Tiga belas» orang, «seratus» kursi, «sepuluh» meja", "13 100 10"),
    ("«seribu dua ratus lima» orang", "1205"),
    ("«dua juta tiga ratus ribu» orang", "2300000"),
    ("«DUA\nPULUH  LIMA» ORANG", "25"),
    ("«duapuluh lima» orang", "25"),
    ("«lima puluh persen» masuk", "50%"),
    ("«tujuh puluh lima persen» di rumah", "75%"),
    ("«50% (lima puluh persen)» di rumah", "50%"),
    ("«lima puluh persen (50%)» di rumah", "50%"),
    ("«25% (dua puluh lima)» di kantor", "25%"),
    ("selama «14 (empat belas)» hari", "14"),
    ("«setengah» pegawai, «separuh» lagi, «separo» sisanya", "0.5 0.5 0.5"),
    ("«sepertiga» dan «seperempat»", "0.3333 0.25"),
    ("«dua pertiga» dan «tiga perempat»", "0.6667 0.75"),
    ("«seper lima» dan «tiga per empat»", "0.2 0.75"),
    ("«2/3» pegawai di rumah", "0.6667"),
    ("«setengah juta» dosis", "500000"),
    ("Terisi «70-80 persen».", "70-80~%"),
    ("Terisi «70%-80%».", "70-80~%"),
    ("antara «25 sampai 50 persen»", "25-50~%"),
    ("«10-20» orang di ruangan", "10-20~"),
    ("«Puluhan» pegawai dan «belasan ribu» warga", "?~ ?~"),
    ("«ratusan» orang, «ribuan» masker", "?~ ?~"),
    ("sekitar «40» orang", "40~"),
    ("kurang lebih «200» pegawai", "200~"),
    ("hampir «5 ribu» orang", "5000~"),
    ("nyaris «seratus» orang", "100~"),
    ("lebih dari «85 persen»", "85~%"),
    ("kira-kira «30» orang", "30~"),
    ("± «60» orang", "60~"),
    ("di atas «80 persen»", "80~%"),
    ("«50-an» orang, «lima puluhan» orang, «seratusan» orang", "50~ 50~ 100~"),
    ("«20» orang lebih", "20~"),
    ("Denda «Rp 1 juta» atau «Rp250.000».", "1000000Rp 250000Rp"),
    ("Denda «dua juta rupiah».", "2000000Rp"),
    ("Positif:«12» orang,«3» lagi.Lalu «7» orang", "12 3 7"),
    ("«12»orang dan «50persen»", "12 50%"),
    ("dari «2000» pegawai", "2000"),
    ("«dua», «satu», «tiga»", "2 1 3"),
    ("«satu» dari «100» orang", "1 100"),
    ('(«25» orang) dan "«30» orang"', "25 30"),
    ("Hadir «1.234,5» ton.", "1234.5"),
    ("«nol» kasus dan «0» kasus", "0 0"),
    ("Sebanyak «9» dari «10» pegawai.", "9 10"),
    ("«tiga ratus lima belas» orang", "315"),
    ("«seratus ribu» orang", "100000"),
    ("«satu» «setengah» jam", "1 0.5"),
]

NO_QUANTITY = [
    "Pukul 07.30-15.00 WIB",
    "pada pukul 12.00",
    "jam 8",
    "(28/9)",
    "Senin (12/7/2021)",
    "Senin-Selasa (23-24/11/2020)",
    "tanggal 5",
    "5 Juli 2021",
    "4-7 September 2023",
    "pada Agustus 2020",
    "sejak 2019",
    "akhir 2020",
    "Nomor 34 Tahun 2023",
    "Nomor 800/1421-BKD",
    "nomor BKPPD.443.1/1063/A/IX/2020",
    "SE No. 443.2/118/2021",
    "Pasal 5 ayat 2",
    "PPKM level 4",
    "tahap dua",
    "eselon 2",
    "lantai tiga",
    "Covid-19",
    "KTT ke-43",
    "telepon 0812-3456-7890",
    "0812345678",
    "50:50",
    "50-50",
    "25-75",
    "salah satu",
    "satu per satu",
    "Pelayanan Terpadu Satu Pintu",
    "Kepulauan Seribu",
    "Kabupaten Lima Puluh Kota",
    "Kabupaten Empat Lawang",
    "Simpang Lima",
    "satuan tugas",
    "kedua, ketiga, bertiga",
    "seperti biasa",
    "Satgas",
    "puluh",
    "juta",
]


def stated(number: NumberValue) -> str:
    if number.low is not None and number.high is not None:
        value = f"{number.low:g}-{number.high:g}"
    else:
        value = "?" if number.value is None else f"{round(number.value, 4):.10g}"
    unit = {"percent": "%", "rupiah": "Rp", None: ""}[number.unit]
    return value + ("~" if number.approximate else "") + unit


@pytest.mark.parametrize(("sentence", "values"), MARKED)
def test_marked(sentence: str, values: str) -> None:
    text = re.sub("[«»]", "", sentence)
    numbers = find_numbers(text)
    assert " ".join(stated(number.value) for number in numbers) == values
    assert [text[number.start : number.end] for number in numbers] == re.findall("«([^»]*)»", sentence)


@pytest.mark.parametrize("text", NO_QUANTITY)
def test_no_quantity(text: str) -> None:
    assert find_numbers(text) == []


@pytest.mark.parametrize(
    ("text", "printed"), [("12", "digits"), ("dua belas", "words"), ("puluhan", "words"), ("sepertiga", "fraction")]
)
def test_how_it_is_printed(text: str, printed: str) -> None:
    (number,) = find_numbers(text)
    assert number.value.printed == printed


@pytest.mark.parametrize("text", ["", "orang", "12 orang", "puluhan", "70-80", "dua satu", "1.2.3", "12.345.6"])
def test_not_one_number(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize("worst", ["1", "1.111.", "dua ", "1,", "1-", "50% (", "Rp ", "seper", "se-"])
def test_hostile_text_is_read_to_its_end(worst: str) -> None:
    text = worst * (20_000 // len(worst)) + " ; ada 31 orang"
    assert find_numbers(text)[-1].value.value == 31


_ONES = ("", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")


def spell(number: int) -> str:
    """The number in Indonesian words, independent of the reader."""
    if number == 0:
        return "nol"
    if number < 10:
        return _ONES[number]
    if number < 20:
        return {10: "sepuluh", 11: "sebelas"}.get(number, f"{_ONES[number - 10]} belas")
    for size, name in ((1_000_000, "juta"), (1000, "ribu"), (100, "ratus"), (10, "puluh")):
        if number >= size:
            head, rest = divmod(number, size)
            first = f"se{name}" if head == 1 and size in (100, 1000) else f"{spell(head)} {name}"
            return f"{first} {spell(rest)}" if rest else first
    raise AssertionError(number)


@given(st.integers(0, 999_999_999))
def test_words_come_back(number: int) -> None:
    assert parse_number(spell(number)) == number


@given(st.integers(0, 999_999_999))
def test_separated_digits_come_back(number: int) -> None:
    assert parse_number(f"{number:,}".replace(",", ".")) == number


@given(st.integers(0, 10_000))
def test_percentages_come_back(hundredths: int) -> None:
    printed = f"{hundredths / 100:.2f}".replace(".", ",")
    (number,) = find_numbers(f"sebesar {printed} persen")
    assert number.value.value == pytest.approx(hundredths / 100)
    assert number.value.unit == "percent"


@given(st.text(alphabet="0123456789.,-/%() duatigpelhsrbnk\n", max_size=80))
def test_spans_are_in_order_and_apart(text: str) -> None:
    numbers = find_numbers(text)
    assert all(a.end <= b.start for a, b in pairwise(numbers))
    assert all(number.text == text[number.start : number.end] for number in numbers)
