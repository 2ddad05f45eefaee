"""Who is exempt: «marks» show each expected clause."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.document import Text
from extract.exceptions import find_exceptions
from extract.scope import scope

MARK = re.compile(r"[«»]")

# fmt: off
SENTENCES = [
    # --- named behind the word
    "Seluruh ASN WFH kecuali «pejabat struktural».",
    "Pegawai bekerja dari rumah, terkecuali bagi «petugas puskesmas dan damkar».",
    "WFH tidak berlaku untuk «camat, lurah, dan kepala dinas».",
    "Aturan WFH ini dikecualikan bagi «RSUD Melati serta BPBD».",
    "Pengecualian WFH diberikan kepada «tenaga medis».",
    "Semua pegawai WFH, kecuali «mereka yang bertugas di loket».",
    # --- named before it
    "ASN mulai WFH. «Satpol PP dan pemadam kebakaran» tidak ikut.",
    "ASN mulai WFH. «Guru, perawat, dan petugas Samsat» bakal dikecualikan.",
    # --- several
    "ASN WFH kecuali «tenaga kesehatan». «Camat dan lurah» juga dikecualikan.",
    # --- without the speaker, the connective and what goes on
    '"ASN WFH kecuali «yang melayani langsung»," kata Sekda, Senin (5/4/2021).',
    "ASN mulai WFH. Sekda menambahkan, «dokter dan bidan di puskesmas» dikecualikan.",
    "ASN mulai WFH. Namun, «RSUD dan puskesmas» tidak ikut.",
    "ASN WFH kecuali «kepala bidang», sehingga rapat tetap berjalan.",
    "WFH tidak berlaku bagi «pejabat eselon II» yang tetap masuk kantor.",
    # --- nobody of the staff
    "ASN WFH dan dilarang pergi kecuali untuk keperluan mendesak.",
    "ASN WFH. Pasar ditutup kecuali gerai obat dan bahan pangan.",
    "ASN WFH. Pengunjung wajib tes, kecuali pasien rumah sakit dan calon pengantin.",
    "ASN WFH. Angka itu tidak berlaku bagi semua instansi.",
    "WFH dari pusat tidak berlaku bagi ASN di lingkungan Pemkot Kudamati.",
    "Pegawai yang dikecualikan akan didata.",
    # --- far from any rule
    "Festival dibuka. Panggung penuh. Cuaca cerah. Lampu menyala. Warga datang. Anak senang. Musik mulai. "
    "Pegawai hotel tidak ikut.",
]
# fmt: on


@pytest.mark.parametrize("marked", SENTENCES)
def test_exceptions(marked: str) -> None:
    text = MARK.sub("", marked)
    found = find_exceptions(scope(Text(text), 2021))
    assert [e.value for e in found] == re.findall("«([^»]*)»", marked)
    assert all(text[e.start : e.end] == e.text for e in found)


@given(st.text(alphabet='kecuali tidak ikut ASN WFH bagi,.;"()\n', max_size=200))
def test_clauses_stand_in_the_text(text: str) -> None:
    assert all(text[e.start : e.end] == e.text for e in find_exceptions(scope(Text(text), 2021)))


@pytest.mark.parametrize(
    "piece", ["kecuali ", "tidak ikut ", "ia menambahkan, ", "kecuali petugas, ", "dikecualikan bagi "]
)
def test_long_hostile_text_ends(piece: str) -> None:
    assert isinstance(find_exceptions(scope(Text("ASN WFH. " + piece * 3000), 2021)), list)
