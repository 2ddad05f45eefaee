"""Where people work: «marks» show each expected place; beside it stands home or office."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.workplace import NAMED, find_sides

MARK = re.compile(r"[«»]")


def plain(marked: str) -> tuple[str, list[str]]:
    """The text without marks, and the marked pieces."""
    return MARK.sub("", marked), re.findall("«([^»]*)»", marked)


# fmt: off
SIDES: list[tuple[str, list[str]]] = [
    # --- at home
    ("ASN Pemkot Palopo mulai «WFH» besok.", ["home"]),
    ("Aturan «W.F.H» bagi pegawai terbit.", ["home"]),
    ("Pegawai menjalani «work from home» sepekan.", ["home"]),
    ("Pegawai menjalani «Work Form Home» sepekan.", ["home"]),
    ("Staf boleh «work from anywhere» pada Jumat.", ["home"]),
    ("Skema «WFA» bagi ASN dikaji.", ["home"]),
    ("Seluruh staf «bekerja dari rumah».", ["home"]),
    ("Seluruh staf «kerja di rumah».", ["home"]),
    ("Seluruh staf «berkerja dari rumah».", ["home"]),
    ("Pegawai «bekerja dari rumahnya» masing-masing.", ["home"]),
    ("Guru dan staf melaksanakan «tugas kedinasan di rumah».", ["home"]),
    ("ASN «bertugas dari tempat tinggal».", ["home"]),
    ("Bupati «mempekerjakan separuh staf dari rumah».", ["home"]),
    ("Pegawai honorer ikut «dirumahkan» dengan gaji penuh.", ["home"]),
    ("PARA PEGAWAI «BEKERJA DARI RUMAH».", ["home"]),
    ("Para pegawai «bekerja  dari  rumah».", ["home"]),
    ("Mereka «berkantor dari rumah» hingga Jumat.", ["home"]),
    # --- in the office
    ("Pegawai yang «WFO» dibatasi.", ["office"]),
    ("Pola «work from office» dipakai lagi.", ["office"]),
    ("Sebagian staf tetap bekerja «di kantor».", ["office"]),
    ("Staf diminta datang «ke kantor».", ["office"]),
    ("Besok mereka kembali «masuk kerja».", ["office"]),
    ("Mulai Senin ASN «berkantor» lagi.", ["office"]),
    ("«Kehadiran» pegawai dibatasi.", ["office"]),
    ("Hanya separuh staf yang berada «di tempat kerja».", ["office"]),
    # --- both
    ("«WFH» 75 persen, «WFO» 25 persen.", ["home", "office"]),
    ("Sehari «di kantor», sehari «di rumah».", ["office", "home"]),
    # --- kept out of the office is at home
    ("Pegawai tidak perlu datang «ke kantor».", ["home"]),
    ("ASN menjalankan «tugas kedinasan dirumah» sampai Jumat.", ["home"]),
    ("Pegawai yang flu tidak perlu «masuk kantor».", ["home"]),
    ("Staf dilarang «masuk kantor» dulu.", ["home"]),
    ("Pegawai tidak usah «ke kantor» pekan ini.", ["home"]),
    ("Jangan datang «ke kantor» bila demam.", ["home"]),
]

NO_SIDE: list[str] = [
    # at home, but not at work
    "Siswa belajar di rumah selama dua pekan.",
    "Pembelajaran dari rumah diperpanjang.",
    "Pasien menjalani isolasi mandiri di rumah.",
    "Warga positif isoman di rumah.",
    "Warga diminta beribadah di rumah.",
    "Umat menjalankan salat di rumah.",
    "Mahasiswa kuliah dari rumah.",
    # houses that are no home
    "Pasien dirawat di rumah sakit.",
    "Mereka makan di rumah makan itu.",
    "Bupati menerima tamu di rumah dinas.",
    "Ia ditahan di rumah tahanan.",
    "Jenazah tiba di rumah duka.",
    # words that look alike
    "Kasus itu masuk akal bagi penyidik.",
    "Kota ini masuk zona merah.",
    "Rumahnya terendam banjir.",
    "Kantornya berlantai dua.",
]

NAMES_HOME_WORK: list[tuple[str, bool]] = [
    ("ASN Pemkab Ende mulai WFH.", True),
    ("Pegawai bekerja dari rumah.", True),
    ("Pegawai tidak lagi bekerja dari rumah.", True),
    ("ASN wajib WFO pekan ini.", True),
    ("Skema WFA dikaji pemprov.", True),
    ("Warga diminta tetap di rumah.", False),
    ("Siswa belajar dari rumah.", False),
    ("Pegawai masuk kantor seperti biasa.", False),
    ("Ia pulang dari rumah sakit.", False),
    ("", False),
]
# fmt: on


@pytest.mark.parametrize(("marked", "expected"), SIDES)
def test_sides(marked: str, expected: list[str]) -> None:
    text, pieces = plain(marked)
    found = find_sides(text)
    assert [side.value for side in found] == expected
    assert [side.text for side in found] == pieces


@pytest.mark.parametrize("text", NO_SIDE)
def test_what_is_no_place_of_work(text: str) -> None:
    assert [side.text for side in find_sides(text)] == []


@pytest.mark.parametrize(("text", "named"), NAMES_HOME_WORK)
def test_naming_home_work(text: str, named: bool) -> None:
    assert (NAMED.search(text) is not None) is named


@given(st.text(alphabet="WFHO bekrjadinumhtost.,\n", max_size=200))
def test_any_text_gives_sides_inside_it(text: str) -> None:
    sides = find_sides(text)
    assert all(text[side.start : side.end] == side.text for side in sides)
    assert [side.start for side in sides] == sorted(side.start for side in sides)


@pytest.mark.parametrize(
    "piece", ["bekerja ", "tugas a b ", "tidak ", "diisi ", "kantor ", "WFH ", "dirumahkan", "beroperasi "]
)
def test_long_hostile_text_ends(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    assert all(text[side.start : side.end] == side.text for side in find_sides(text))
