"""What a decision does, told in a sentence or two; traps are sentences that sound like another action, or like none."""

from __future__ import annotations

import pytest

from extract.action import find_action
from extract.document import Text
from extract.scope import scope
from extract.shares import find_shares


def action_of(text: str, title: str | None = None) -> str | None:
    found = find_action(scope(Text(text), 2021), find_shares(text), title)
    if found is not None:
        assert text[found.start : found.end] == found.text
    return found and found.value


# fmt: off
SENTENCES: list[tuple[str, str | None]] = [
    # --- impose
    ("Pemkot Tual memberlakukan WFH bagi 75 persen ASN.", "impose"),
    ("Bupati meminta seluruh pegawai bekerja dari rumah mulai besok.", "impose"),
    ("Wali Kota mengimbau ASN bekerja dari rumah.", "impose"),
    ("Pemprov menerapkan sistem kerja dari rumah bagi pegawainya.", "impose"),
    ("Gubernur menginstruksikan ASN melaksanakan WFH.", "impose"),
    ("Bupati meneken surat edaran tentang kerja dari rumah.", "impose"),
    ("WFH 50 persen berlaku lagi setelah setahun berhenti.", "impose"),
    ("PEMKAB ALOR TERAPKAN WFH UNTUK ASN.", "impose"),
    ("Seluruh staf wajib bekerja dari rumah.", "impose"),
    ("Seluruh staf wajib bekerja dari rumah dua hari, lalu kembali masuk kantor Senin.", "impose"),
    ("Bupati memutuskan menerapkan WFH, surat edarannya menyusul.", "impose"),
    ("Gubernur memutuskan WFH bagi 50 persen pegawai; edarannya terbit besok.", "impose"),
    # --- extend
    ("Pemkab memperpanjang masa WFH hingga 20 Juli 2021.", "extend"),
    ("WFH bagi ASN diperpanjang dua pekan.", "extend"),
    ("Perusahaan diminta meneruskan pengaturan kerja dari rumah bagi karyawannya.", "extend"),
    ("Bupati meneken edaran perpanjangan kerja dari rumah.", "extend"),
    ("Kebijakan kerja dari rumah dilanjutkan sampai akhir bulan.", "extend"),
    ("Masa bekerja dari rumah bagi pegawai ditambah sepekan.", "extend"),
    ("Wali kota kembali memperpanjang WFH.", "extend"),
    # --- tighten, relax
    ("Semula 50 persen pegawai bekerja dari rumah, kini 75 persen.", "tighten"),
    ("Pemkot memperketat WFH bagi pegawainya.", "tighten"),
    ("Aturan WFH pegawai kini lebih ketat dibandingkan aturan PPKM mikro.", "tighten"),
    ("Jumlah pegawai yang masuk kantor dikurangi dari 50 persen menjadi 25 persen.", "tighten"),
    ("Porsi pegawai yang WFH diturunkan dari 75 persen menjadi 50 persen.", "relax"),
    ("Pemprov melonggarkan aturan WFH bagi pegawai.", "relax"),
    ("Sebelumnya 75 persen pegawai WFH, sekarang 50 persen WFH.", "relax"),
    # --- end
    ("Mulai Senin seluruh ASN kembali bekerja di kantor.", "end"),
    ("Masa WFH bagi pegawai pemkab berakhir.", "end"),
    ("Bupati mencabut kebijakan WFH.", "end"),
    ("Pegawai kembali ngantor setelah dua bulan WFH.", "end"),
    ("ASN 100 persen WFO kembali mulai Senin.", "end"),
    ("WFH dihentikan mulai hari ini.", "end"),
    # --- reject
    ("Pemkab Sikka belum menerapkan WFH bagi pegawai.", "reject"),
    ("Pemkab Sikka belum menerapkan WFH bagi pegawainya kendati daerah lain sudah.", "reject"),
    ("Bupati memastikan belum ada kebijakan WFH bagi ASN meski virus corona dikhawatirkan.", "reject"),
    ("Pemkot memutuskan tidak menerapkan WFH.", "reject"),
    ("Bupati menolak WFH, pegawai tetap masuk kantor.", "reject"),
    ("Tidak ada WFH bagi ASN Pemkot, kata wali kota.", "reject"),
    ("WFH tidak kami terapkan, tegas bupati.", "reject"),
    ("Gubernur enggan memberlakukan WFH.", "reject"),
    ("Usulan WFH tidak berlaku di kabupaten ini.", "reject"),
    ("Kerja fleksibel (WFA) dua hari dalam sepekan bagi para aparatur sipil negara belum diterapkan bupati.", "reject"),
    ("Pegawai masih masuk seperti biasa, tidak ada WFH.", "reject"),
    ("ASN pemkab tetap wajib ngantor meski menteri menganjurkan kerja dari rumah.", "reject"),
    ("Pemkab menerapkan work from office (WFO) 100 persen meski aturan pusat membolehkan WFH dua hari.", "reject"),
    # --- plan
    ("Pemkab sedang menyiapkan surat edaran WFH.", "plan"),
    ("Pemprov berencana menerapkan WFH bagi ASN.", "plan"),
    ("Wali kota mempertimbangkan WFH bagi pegawai.", "plan"),
    ("Draf edaran kerja dari rumah masih disusun.", "plan"),
    ("Rencana WFH ASN masih dikaji bupati.", "plan"),
    ("Pemkab menyiapkan penambahan porsi pegawai (ASN) yang bekerja dari rumah.", "plan"),
    ("Draf suratnya sudah rampung, kami menunggu persetujuan bupati untuk WFH pegawai.", "plan"),
    ("Pemkot bakal menerapkan WFH, aturannya tengah digodok.", "plan"),
]

TRAPS: list[tuple[str, str | None]] = [
    # the PPKM is extended; of the WFH it is only said that it is imposed
    ("Seiring PPKM diperpanjang, bupati menerapkan WFH 75 persen bagi ASN.", "impose"),
    # a wish or a condition is no decision
    ("Bupati memberlakukan WFH. Kalau kasus turun, WFH bisa saja dihentikan.", "impose"),
    ("Pemkot menerapkan WFH. Tidak menutup kemungkinan diperpanjang.", "impose"),
    # some stay in; that rejects nothing
    ("Bupati menerapkan WFH. Petugas puskesmas tetap masuk kantor.", "impose"),
    ("Pemkab menerapkan WFH. Pejabat eselon II tetap berkantor.", "impose"),
    # what is waited for is no rule
    ("Bupati meminta seluruh pegawai bekerja dari rumah sambil masih menunggu hasil tes usap.", "impose"),
    # earlier rules
    ("Pemkab memperpanjang WFH. Sebelumnya bupati mencabut WFH pada Mei.", "extend"),
    ("Sebelumnya WFH diperpanjang dua kali. Kini seluruh pegawai kembali masuk kantor.", "end"),
    # what others propose
    ("Hujan deras mengguyur kota itu.", None),
    ("Sekolah kembali dibuka mulai Senin.", None),
    ("", None),
]
# fmt: on


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_action(text: str, expected: str | None) -> None:
    assert action_of(text) == expected


@pytest.mark.parametrize(("text", "expected"), TRAPS)
def test_traps(text: str, expected: str | None) -> None:
    assert action_of(text) == expected


def test_every_action_is_tested() -> None:
    named = {expected for _, expected in SENTENCES}
    assert named == {"impose", "extend", "tighten", "relax", "end", "reject", "plan"}


def test_the_headline_decides_between_two_actions() -> None:
    text = "Pemkab menerapkan WFH bagi pegawai. Edaran itu merupakan perpanjangan."
    assert action_of(text, "WFH ASN Diperpanjang") == "extend"


def test_case_and_blanks_change_nothing() -> None:
    assert action_of("Pemkab  memperpanjang  masa  WFH  bagi  pegawai.") == "extend"
    assert action_of("PEMKAB MEMPERPANJANG MASA WFH BAGI PEGAWAI.") == "extend"


@pytest.mark.parametrize(
    "piece", ["tidak WFH ", "tidak akan ", "wfh a b ", "kembali ", "menerapkan a ", "WFH (", "masa a "]
)
def test_long_hostile_text_ends(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    find_action(scope(Text(text)), [])
