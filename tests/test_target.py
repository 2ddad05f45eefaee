"""Whom a rule addresses, told in a sentence or two, and the offices that are at home by name."""

from __future__ import annotations

import pytest

from extract.document import Text
from extract.scope import scope
from extract.target import find_offices, find_target, find_units


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

UNITS: list[tuple[str, list[str]]] = [
    ("Kantor Dinas Sosial ditutup tiga hari.", ["Dinas Sosial"]),
    ("Dinas Kependudukan dan Pencatatan Sipil ditutup hingga Jumat.", ["Dinas Kependudukan dan Pencatatan Sipil"]),
    ("Pegawai Dinas Perhubungan bekerja dari rumah.", ["Dinas Perhubungan"]),
    ("Kantor Kelurahan Tarok ditutup sementara.", ["Kelurahan Tarok"]),
    ("Kantor Camat Teluk Dalam ditutup lima hari.", ["Kantor Camat Teluk Dalam"]),
    ("Gedung Blok D Kantor Wali Kota Bitung dikosongkan, pegawainya WFH.", ["Gedung Blok D Kantor Wali Kota Bitung"]),
    # --- an agency that explains or checks is not at home
    ("Kepala Dinas Kesehatan menjelaskan aturan WFH.", []),
    ("Satpol PP memantau ASN yang bekerja dari rumah.", []),
    ("BKD menerbitkan jadwal WFH bagi ASN.", []),
    ("Kepala Dinas Sosial menyebut kantornya ditutup.", []),
    ("Asisten II Setda Kota Tual membenarkan kantor dikosongkan.", []),
    ("Aturan WFH terbit setelah 12 pegawai Sekretariat Daerah dinyatakan positif.", []),
    # --- those named in passing, those who stay
    ("Nurlela, staf Dinas Pangan, senang boleh bekerja dari rumah.", []),
    ("Pegawai Dinas Pariwisata dan Dinas Kesehatan tidak boleh WFH.", []),
    # --- where a name ends and the next begins
    ("Kantor Dinas Sosial dan Dinas Pangan ditutup.", ["Dinas Sosial", "Dinas Pangan"]),
    ("Kantor Suku Dinas Pangan, Kelautan, dan Pertanian ditutup.", ["Suku Dinas Pangan, Kelautan, dan Pertanian"]),
    ("Kantor Kelurahan Tarok, Kecamatan Guguk, ditutup.", ["Kelurahan Tarok"]),
    ("Pegawai bekerja dari rumah.", []),
]
OFFICES: list[tuple[str, list[str]]] = [
    ("Pegawai di dua kantor yang terendam bekerja dari rumah: Dinas Pangan dan Dinas Sosial.",
     ["Dinas Pangan", "Dinas Sosial"]),
    ("Badan Kepegawaian Negara menerapkan WFA bagi pegawainya.", []),
    ("Dinas Sosial dan Dinas Pangan kebakaran. Pegawai kedua dinas itu bekerja dari rumah.",
     ["Dinas Sosial", "Dinas Pangan"]),
    ("Antrean mengular di Kantor Dinas Pajak. Kantor itu dikunci tiga hari.", ["Dinas Pajak"]),
    ("Keempat kantor itu menjalankan WFH. Empat kantor tersebut ialah Dinas Sosial, Bappeda, Bapenda, dan Satpol PP.",
     ["Dinas Sosial", "Bappeda", "Bapenda", "Satpol PP"]),
    ("WFH diminta bupati. Permintaan itu ditujukan bagi pegawai Kantor Lurah Rantih dan Kantor Lurah Kajai.",
     ["Kantor Lurah Rantih", "Kantor Lurah Kajai"]),
    ("Lurah positif. Bupati meminta kantor Camat Sape ditutup, pegawai WFH.", ["kantor Camat Sape"]),
    ("Sekwan Kota Bima berbicara. Ia meminta separuh staf sekretariat bekerja dari rumah.", ["Sekretariat DPRD"]),
    ("Sekda Bima berbicara. Ia meminta separuh staf sekretariat daerah bekerja dari rumah.", []),
    ("Bupati meminta pegawai Kelurahan Rawa, Kelurahan Pasir dan Dinas Pangan bekerja dari rumah.",
     ["Kelurahan Rawa", "Kelurahan Pasir", "Dinas Pangan"]),
    ("Sejumlah kantor pemerintah kebanjiran. Pegawai Dinas Pangan bekerja dari rumah.", ["Dinas Pangan"]),
    ("Kepala Inspektorat Tubaba, Prana, menutup kantornya. Stafnya bekerja dari rumah.", ["Inspektorat Tubaba"]),
    ("Bupati meminta pegawai Dinas Pangan WFH mulai Senin.", ["Dinas Pangan"]),
    # --- under the short name given before
    ("Pintu Dinas Pangan dan Perikanan (Dispangkan) terkunci. Seluruh pegawai dispangkan bekerja dari rumah.",
     ["Dinas Pangan dan Perikanan"]),
    # --- staff at large
    ("Dinas Sosial dan Dinas Pangan kebakaran. Pegawai kedua dinas itu bekerja dari rumah. Seluruh OPD ikut WFH.", []),
    ("Kantor pemerintah kebanjiran. Pegawai Dinas Pangan bekerja dari rumah.", []),
    ("Dinas Sosial menang lomba. Gedung itu megah.", []),
]
# fmt: on


@pytest.mark.parametrize(("text", "expected"), OFFICES)
def test_offices(text: str, expected: list[str]) -> None:
    offices = find_offices(scope(Text(text)))
    assert [office.value for office in offices] == expected
    assert all(text[o.start : o.end] == o.text for o in offices)


@pytest.mark.parametrize(("text", "expected"), TARGETS)
def test_target(text: str, expected: str | None) -> None:
    assert target_of(text) == expected


@pytest.mark.parametrize(("text", "expected"), UNITS)
def test_units(text: str, expected: list[str]) -> None:
    units = find_units(scope(Text(text))[0])
    assert [unit.value for unit in units] == expected
    assert all(text[unit.start : unit.end] == unit.text for unit in units)


def test_units_have_offsets_of_the_article() -> None:
    text = "Hujan turun. Kantor Dinas Sosial ditutup tiga hari."
    (unit,) = find_units(scope(Text(text))[1])
    assert text[unit.start : unit.end] == "Dinas Sosial"


@pytest.mark.parametrize(
    "piece", ["Dinas Aa ", "swasta, ", "asn ", "perusahaan ", "pegawai di kantor ", "Kantor Kelurahan "]
)
def test_long_hostile_text_ends(piece: str) -> None:
    scoped = scope(Text("WFH " + piece * (100_000 // len(piece))))
    find_target(scoped)
    find_offices(scoped)
    for sentence in scoped:
        find_units(sentence)
