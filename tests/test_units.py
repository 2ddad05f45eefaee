"""The offices that are at home by name, told in a sentence or two."""

from __future__ import annotations

import pytest

from extract.document import Text
from extract.scope import scope
from extract.units import find_offices, find_units

# fmt: off
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
    ("Seorang pegawai Dinas Perpustakaan baru tahu soal kerja dari rumah.", []),
    ("Kantor bupati di Seram Bagian Barat ditutup.", []),
    # --- where a name ends and the next begins
    ("Kantor Dinas Sosial dan Dinas Pangan ditutup.", ["Dinas Sosial", "Dinas Pangan"]),
    ("Kantor Suku Dinas Pangan, Kelautan, dan Pertanian ditutup.", ["Suku Dinas Pangan, Kelautan, dan Pertanian"]),
    ("Kantor Kelurahan Tarok, Kecamatan Guguk, ditutup.", ["Kelurahan Tarok"]),
    ("Pegawai bekerja dari rumah.", []),
]
OFFICES: list[tuple[str, list[str]]] = [
    ("Pegawai di dua kantor yang terendam bekerja dari rumah: Dinas Pangan dan Dinas Sosial.",
     ["Dinas Pangan", "Dinas Sosial"]),
    ("Bupati meminta Dinas Sosial dan Dinas Pangan mengurangi pegawai. Yang masuk 25 persen, selebihnya WFH. "
     "OPD selain dua kantor itu masih bekerja seperti biasa.", ["Dinas Sosial", "Dinas Pangan"]),
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
    find_offices(scoped)
    for sentence in scoped:
        find_units(sentence)
