"""Whom a rule addresses, told in a sentence or two."""

from __future__ import annotations

import pytest

from extract.document import Text
from extract.scope import scope
from extract.target import find_target


def target_of(text: str) -> str | None:
    found = find_target(scope(Text(text), 2021))
    if found is not None:
        assert text[found.start : found.end] == found.text
    return found and found.value


# fmt: off
TARGETS: list[tuple[str, str | None]] = [
    # --- civil servants
    ("Seluruh ASN Pemkot Ternate bekerja dari rumah.", "asn"),
    ("WFH berlaku bagi ASN dan tenaga honorer.", "asn"),
    ("PNS dan PPPK menjalani WFH bergiliran.", "asn"),
    ("OPD diminta menerapkan WFH bagi stafnya.", "asn"),
    ("Aparatur sipil negara bekerja dari rumah.", "asn"),
    # --- firms alone
    ("Perusahaan sektor nonesensial memberlakukan kerja dari rumah bagi karyawannya.", "private"),
    ("Perkantoran, baik milik pemerintah pusat dan daerah, BUMN, maupun swasta, menerapkan WFH.", "all"),
    # --- firms too
    ("Tempat kerja, baik milik pemerintah maupun perusahaan, menerapkan WFH.", "all"),
    ("ASN bekerja dari rumah. Hotel dan kantor notaris diminta mengatur karyawannya dengan porsi yang sama.", "all"),
    ("Edaran WFH itu ditujukan kepada pimpinan perusahaan. Pegawai pemkot diatur terpisah.", "private"),
    ("WFH 75 persen berlaku bagi kantor pemerintah maupun swasta.", "all"),
    ("ASN dan karyawan swasta diminta bekerja dari rumah.", "all"),
    ("WFH berlaku bagi ASN. Perusahaan swasta juga diminta menerapkan WFH.", "all"),
    ("Instansi pemerintah, BUMD dan perusahaan swasta wajib WFH 50 persen.", "all"),
    ("Kebijakan WFH mengikat ASN serta dunia usaha.", "all"),
    ("ASN WFH mulai Senin. Swasta diimbau menerapkan WFH.", "all"),
    ("ASN bekerja dari rumah. Kali ini bukan hanya ASN, karyawan perusahaan swasta ikut diatur.", "all"),
    ("ASN WFH 75 persen. Untuk swasta, ketentuannya sama.", "all"),
    ("ASN WFH 50 persen. Instruksi itu mengikat semua tempat usaha, meski porsinya diserahkan ke manajemen.", "all"),
    ("Perkantoran swasta bisa beroperasi dengan 25 persen karyawan. Kantor pemerintah pun WFH.", "all"),
    ("ASN tetap WFH. Perusahaan wajib mematuhi edaran ini.", "all"),
    ("WFH berlaku di tempat kerja (Kementerian/Lembaga, Pemerintah Daerah, BUMN/BUMD, dan swasta).", "all"),
    ("Perkantoran kementerian, pemerintah daerah, dan perusahaan swasta menerapkan WFH.", "all"),
    ("Sektor non-esensial WFH 100 persen. Sektor esensial, yakni pasar modal dan perhotelan, WFO 50 persen.", "all"),
    ("Poin-poin itu mengatur warga dan pelaku usaha. Sektor nonesensial WFH 100 persen.", "all"),
    ("ASN WFH 50 persen mulai Senin. Perusahaan diimbau melakukan hal yang sama.", "all"),
    ("Pegawai pemkot bekerja dari rumah. Pelaku usaha juga diminta menerapkan pola serupa.", "all"),
    ("Wali kota meminta seluruh kantor, instansi, dan perusahaan di Tegal menerapkan WFH.", "all"),
    # --- firms alone
    ("Wali kota mengimbau seluruh perusahaan menerapkan WFH.", "private"),
    ("Edaran WFH ditujukan kepada pimpinan perusahaan di Dumai.", "private"),
    ("Gubernur menyurati para pelaku usaha agar karyawannya bekerja dari rumah.", "private"),
    ("Perusahaan swasta diwajibkan menerapkan WFH 50 persen bagi karyawannya.", "private"),
    # --- firms named and left out again
    ("ASN bekerja dari rumah. Aturan WFH ini tidak berlaku bagi perusahaan swasta.", "asn"),
    ("WFH wajib bagi ASN, untuk swasta kami serahkan kepada perusahaan.", "asn"),
    ("ASN menjalani WFH. Kantor swasta belum diatur dalam edaran ini.", "asn"),
    # --- firms in another story
    ("ASN bekerja dari rumah. Rumah sakit swasta menambah tempat tidur.", "asn"),
    ("ASN bekerja dari rumah. Bank swasta memberi bantuan masker.", "asn"),
    ("ASN bekerja dari rumah. Sebelumnya karyawan swasta dan ASN diminta WFH.", "asn"),
    # --- a sector of government offices is none of firms
    ("ASN di OPD sektor non-esensial WFH 75 persen.", "asn"),
    # --- nobody
    ("Hujan deras mengguyur kota itu.", None),
    ("Pegawai bekerja dari rumah.", None),
    ("", None),
]
# fmt: on


@pytest.mark.parametrize(("text", "expected"), TARGETS)
def test_target(text: str, expected: str | None) -> None:
    assert target_of(text) == expected


@pytest.mark.parametrize("piece", ["swasta, ", "asn ", "perusahaan ", "pegawai di kantor "])
def test_long_hostile_text_ends(piece: str) -> None:
    find_target(scope(Text("WFH " + piece * (100_000 // len(piece)))))
