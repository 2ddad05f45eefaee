"""Offices closed for some days: each spell with its offices, however the text calls them."""

from __future__ import annotations

from datetime import date

import pytest

from extract.closings import find_closings
from extract.dates import find_dates
from extract.document import Text
from extract.scope import scope

PUBLISHED = date(2022, 2, 16)

# fmt: off
CLOSINGS: list[tuple[str, list[tuple[str, str]]]] = [
    ("Dinas Sosial ditutup 15 sampai 18 Februari 2022, semua pegawainya bekerja dari rumah.",
     [("Dinas Sosial", "2022-02-15..2022-02-18")]),
    # --- told by what is not done there
    ("Kantor Dinas Pangan lebih dulu tutup. Sejak 14 hingga 18 Februari 2022 tidak ada aktivitas di gedung itu. "
     "Semua pegawainya bekerja dari rumah.",
     [("Dinas Pangan", "2022-02-14..2022-02-18")]),
    # --- from the same day on, until another
    ("Dinas Sosial tutup mulai Senin (14/2) sampai Rabu (16/2), sedangkan Dinas Pangan sampai Jumat (18/2). "
     "Seluruh pegawai kedua kantor WFH.",
     [("Dinas Sosial", "2022-02-14..2022-02-16"), ("Dinas Pangan", "2022-02-14..2022-02-18")]),
    # --- two offices, two spells, the second under its short name
    ("Yang ditutup Dinas Sosial dan Badan Pendapatan Daerah (Bapenda). "
     "Masa penutupannya berbeda. Dinas Sosial 15 sampai 18 Februari 2022. "
     "Kalau Bapenda mulai 16 sampai 22 Februari 2022. Selama itu seluruh pegawai bekerja dari rumah.",
     [("Dinas Sosial", "2022-02-15..2022-02-18"), ("Badan Pendapatan Daerah", "2022-02-16..2022-02-22")]),
    ("Dinas PUPR ditutup 15 sampai 18 Februari 2022. Bappeda dikunci 16 sampai 22 Februari 2022. "
     "Semua pegawai di dua kantor itu WFH.",
     [("Dinas PUPR", "2022-02-15..2022-02-18"), ("Bappeda", "2022-02-16..2022-02-22")]),
    # --- a day and the day up to which it goes
    ("Dinas Sosial ditutup. Penutupan Dinas Sosial mulai hari ini, sampai Selasa (22/2). Seluruh pegawainya WFH.",
     [("Dinas Sosial", "2022-02-16..2022-02-22")]),
    # --- the office named last, without a word of closing
    ("Kantor Dinas Sosial ditutup 14 sampai 18 Februari 2022 dan semua pegawainya WFH. Menyusul Dinas Pangan. "
     "Pada 17 sampai 25 Februari 2022 seluruh staf dinas itu juga bekerja dari rumah.",
     [("Dinas Sosial", "2022-02-14..2022-02-18"), ("Dinas Pangan", "2022-02-17..2022-02-25")]),
    # --- the sentence right behind the closing, also in the lead
    ("Kantor Dinas Sosial ditutup 15 sampai 18 Februari 2022. Seluruh stafnya WFH.",
     [("Dinas Sosial", "2022-02-15..2022-02-18")]),
    # --- a part of the staff at home
    ("Dua kantor ditutup. Dinas Sosial dikosongkan 14 sampai 18 Februari 2022. Semua pegawainya WFH. Di Bappeda yang "
     "ditutup 15 sampai 17 Februari 2022 separuh pegawai WFH.",
     [("Dinas Sosial", "2022-02-14..2022-02-18"), ("Bappeda", "2022-02-15..2022-02-17")]),
    # --- no rule
    ("Dinas Sosial ditutup 15 sampai 18 Februari 2022.", []),
    ("Kepala Dinas Sosial menutup lomba 15 sampai 18 Februari 2022. Seluruh pegawai WFH.", []),
]
# fmt: on


@pytest.mark.parametrize(("text", "expected"), CLOSINGS)
def test_closings(text: str, expected: list[tuple[str, str]]) -> None:
    found = find_closings(scope(Text(text), 2022), find_dates(text, PUBLISHED))
    told = [("; ".join(u.value for u in c.units), f"{c.spell.value.start}..{c.spell.value.end}") for c in found]
    assert told == expected
    assert all(text[u.start : u.end] == u.text for c in found for u in c.units)


@pytest.mark.parametrize("piece", ["Dinas Aa (Bb) ", "Bappeda ditutup ", "(Bapenda), ", "Dinas Aa, Bb dan Cc "])
def test_long_hostile_text_ends(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    find_closings(scope(Text(text)), find_dates(text))
