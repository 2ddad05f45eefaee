"""Conditions of a share: «marks» show each expected span; beside it stands kind and value."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.conditions import ORDER, find_conditions

MARK = re.compile(r"[«»]")


def plain(marked: str) -> tuple[str, list[str]]:
    """The text without marks, and the marked pieces."""
    return MARK.sub("", marked), re.findall("«([^»]*)»", marked)


# fmt: off
SENTENCES: list[tuple[str, list[str]]] = [
    # --- sectors
    ("Kantor di sektor «non-esensial» tutup.", ["sector non_essential"]),
    ("Kantor di sektor «non esensial» tutup.", ["sector non_essential"]),
    ("Kantor di sektor «nonesensial» tutup.", ["sector non_essential"]),
    ("SEKTOR «NON ESENSIAL» WFH 100 PERSEN.", ["sector non_essential"]),
    ("Pegawai «sektor esensial» tetap bekerja.", ["sector essential"]),
    ("Pegawai «instansi esensial» tetap bekerja.", ["sector essential"]),
    ("Usaha yang bersifat «esensial» dibatasi.", ["sector essential"]),
    ("Sektor «kritikal» masuk penuh.", ["sector critical"]),
    ("Instansi «kritikal» masuk penuh.", ["sector critical"]),
    ("OPD yang memberi «pelayanan publik» membagi jadwal.", ["sector public_service"]),
    ("Dinas dengan «layanan masyarakat» tetap buka.", ["sector public_service"]),
    ("«Yang pelayanan», 100 persen masuk.", ["sector public_service"]),
    ("«Unit yang langsung melayani masyarakat» tetap buka.", ["sector public_service"]),
    ("«Golongan III ke bawah» bekerja dari rumah.", ["rank golongan iii ke bawah"]),
    ("«ASN perempuan» dan «pegawai laki-laki» digilir.", ["group asn perempuan", "group pegawai laki-laki"]),
    ("«Pegawai yang berdomisili di luar Ngawi» bekerja dari rumah.", ["group pegawai yang berdomisili di luar ngawi"]),
    ("Petugas yang «berhadapan langsung dengan warga» tetap masuk.", ["sector public_service"]),
    ("Unit yang «layanannya tidak bisa ditunda» tetap buka.", ["sector public_service"]),
    ("Loket «pelayanan administrasi» dibatasi.", ["sector pelayanan administrasi"]),
    ("«Sektor esensial» 50 persen, «non-esensial» 100 persen.", ["sector essential", "sector non_essential"]),
    # --- PPKM levels
    ("Daerah dengan PPKM «level 4» lebih ketat.", ["ppkm_level 4"]),
    ("Daerah dengan PPKM «Level IV» lebih ketat.", ["ppkm_level 4"]),
    ("Daerah dengan PPKM «level tiga» lebih ketat.", ["ppkm_level 3"]),
    ("Berlaku di «level 3 dan 4».", ["ppkm_level 3", "ppkm_level 4"]),
    ("Berlaku di «level 1, 2 dan 3».", ["ppkm_level 1", "ppkm_level 2", "ppkm_level 3"]),
    ("Wilayah «level 2» 50 persen, «level 3» 75 persen.", ["ppkm_level 2", "ppkm_level 3"]),
    # --- zones
    ("Warga di «zona merah» ditutup.", ["zone red"]),
    ("Warga di «zona oranye» dibatasi.", ["zone orange"]),
    ("Warga di «zona orange» dibatasi.", ["zone orange"]),
    ("Warga di «zona kuning» dibatasi.", ["zone yellow"]),
    ("Warga di «zona hijau» dibuka.", ["zone green"]),
    ("Warga di «zona kuning dan hijau» dibuka.", ["zone yellow", "zone green"]),
    ("Daerah dengan «risiko sedang» membagi jadwal.", ["zone orange"]),
    ("Daerah dengan «risiko rendah» membuka kantor.", ["zone yellow"]),
    # --- parts of the country
    ("Aturan bagi «Jawa-Bali» diperketat.", ["region java_bali"]),
    ("Aturan bagi «Jawa dan Bali» diperketat.", ["region java_bali"]),
    ("Aturan di «luar Jawa-Bali» berbeda.", ["region outside_java_bali"]),
    ("Aturan di «luar Pulau Jawa dan Bali» berbeda.", ["region outside_java_bali"]),
    # --- ranks, groups, units, periods: the printed words in small letters
    ("«Pejabat eselon II» tetap masuk.", ["rank pejabat eselon ii"]),
    ("«Pejabat struktural» tetap di kantor.", ["rank pejabat struktural"]),
    ("Pegawai «berusia di atas 50 tahun» bekerja dari rumah.", ["group berusia di atas 50 tahun"]),
    ("Pegawai dengan «komorbid» bekerja dari rumah.", ["group komorbid"]),
    ("«Ibu hamil» bekerja dari rumah.", ["group ibu hamil"]),
    ("Jadwal piket berlaku di «kantor kecamatan».", ["unit kantor kecamatan"]),
    ("Pegawai «Dinas Perhubungan» masuk bergiliran.", ["unit dinas perhubungan"]),
    ("WFH berlaku «setiap Jumat».", ["period setiap jumat"]),
    ("WFH berlaku «setiap hari Rabu».", ["period setiap hari rabu"]),
    # --- combined
    ("Sektor «non-esensial» di «luar Jawa-Bali» pada «level 4».",
     ["sector non_essential", "region outside_java_bali", "ppkm_level 4"]),
    ("Sektor «non-esensial» di «zona merah».", ["sector non_essential", "zone red"]),
]

NEGATIVES: list[str] = [
    "Seluruh pegawai bekerja dari rumah.",
    "Apel diikuti 40 orang pada pukul 08.00 WITA.",
    "Surat edaran itu bernomor 443/3/2021.",
    "Bendera merah putih dikibarkan di halaman kantor.",
    "Mobil dinas berwarna hijau diparkir berjajar.",
    "Eselon dan jabatan akan ditata tahun depan.",
    "Pejabat itu lahir di Jawa Tengah.",
    "Harga cabai di tingkat petani naik tiga kali lipat.",
    "Ia tinggal di Bali sejak muda.",
]
# fmt: on


@pytest.mark.parametrize(("marked", "expected"), SENTENCES)
def test_conditions(marked: str, expected: list[str]) -> None:
    text, pieces = plain(marked)
    conditions = find_conditions(text)
    assert [" ".join(c.value) for c in conditions] == expected
    assert list(dict.fromkeys((c.start, c.text) for c in conditions)) == places(text, pieces)


def places(text: str, pieces: list[str]) -> list[tuple[int, str]]:
    """Where each marked piece stands; the same words twice stand at two places."""
    found: list[tuple[int, str]] = []
    at = 0
    for piece in pieces:
        at = text.index(piece, at)
        found.append((at, piece))
        at += len(piece)
    return found


@pytest.mark.parametrize("text", NEGATIVES)
def test_what_is_no_condition(text: str) -> None:
    assert [c.value for c in find_conditions(text)] == []


@pytest.mark.parametrize(
    ("printed", "level"),
    [(str(n), str(n)) for n in range(1, 5)] + [("I", "1"), ("II", "2"), ("III", "3"), ("empat", "4")],
)
def test_every_way_to_print_a_level(printed: str, level: str) -> None:
    assert [c.value for c in find_conditions(f"PPKM level {printed} berlaku.")] == [("ppkm_level", level)]


@given(st.text(alphabet="leve l1234zonamerahkuigdtkr,-\n", max_size=150))
def test_any_text_gives_conditions_inside_it(text: str) -> None:
    for condition in find_conditions(text):
        assert text[condition.start : condition.end] == condition.text
        assert condition.value[0] in ORDER


@pytest.mark.parametrize(
    "piece", ["level 1, ", "zona merah dan ", "kantor ", "eselon i, ", "setiap ", "dinas Yang ", "layanan "]
)
def test_long_hostile_text_ends(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    assert all(text[c.start : c.end] == c.text for c in find_conditions(text))
