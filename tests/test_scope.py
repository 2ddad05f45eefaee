"""What each sentence of a short article is about: topic 0 to 3, B for background, E for elsewhere."""

from __future__ import annotations

import pytest

from extract.document import Text
from extract.scope import scope

# Sentences of one article with what is expected of each
ARTICLES: list[list[tuple[str, str]]] = [
    [
        ("ASN Pemkot Tidore bekerja dari rumah mulai Senin.", "3"),
        ("Aturan itu berlaku dua pekan.", "2"),
        ("Sebelumnya, pada Maret lalu, kantor sempat ditutup tiga hari.", "B"),
        ("Sekolah juga libur hingga akhir bulan.", "E"),
    ],
    [
        ("Bupati menandatangani surat edaran tentang WFH.", "3"),
        ("Edaran tersebut mengikat semua dinas.", "2"),
        ("Pegawai yang masuk kantor dibatasi 25 persen.", "2"),
        ("Objek wisata ditutup sampai 20 Juli.", "E"),
        ("Vaksinasi warga sudah 40 persen.", "E"),
    ],
    [
        ("Semula 50 persen pegawai bekerja dari rumah.", "B"),
        ("Kini WFH dinaikkan menjadi 75 persen.", "3"),
    ],
    [
        ("Awalnya edaran itu hanya untuk pejabat.", "B"),
        ("Siswa belajar dari rumah sejak Senin.", "E"),
    ],
    [
        ("Seperti diberitakan, pemkab menerapkan WFH pada April.", "B"),
        ("WFH tidak diperpanjang.", "3"),
    ],
    [
        ("Kebijakan serupa pernah diterapkan pada 2020.", "B"),
        ("Aturan itu tertuang dalam surat edaran bupati.", "B"),  # goes on about that of 2020
        ("Saat itu separuh pegawai bekerja dari rumah.", "B"),
        ("Harga cabai naik di pasar.", "E"),
        ("Saya pribadi inginnya WFH saja.", "B"),
        ("Berbeda dengan masa pandemi dulu, kantor dibuka.", "B"),
        ("Pengalaman masa pandemi menunjukkan pegawai bisa bekerja dari rumah.", "B"),
    ],
    [
        ("Pegawai honorer menerima gaji penuh.", "1"),
        ("Keterisian tempat tidur rumah sakit 80 persen.", "E"),
        ("Restoran tutup pukul 20.00.", "E"),
    ],
    [
        ("Tahun lalu pegawai bekerja dari rumah selama sebulan.", "B"),
        ("WFH BERLAKU MULAI BESOK.", "3"),
    ],
    [
        ("WFH berlaku juga bagi guru sekolah negeri.", "3"),  # schools, but the rule itself
        ("Dulu guru wajib hadir tiap hari.", "B"),
    ],
    [
        ("Sebanyak 27 ASN tidak hadir tanpa keterangan.", "1"),
        ("Ide itu muncul sewaktu pandemi, ketika sebagian pegawai bekerja dari rumah.", "B"),
        ("Tren bekerja dari rumah tumbuh.", "B"),
        ("Seorang pegawai beralasan mengira hari itu masih boleh WFH.", "B"),
        ("Sebelum ini, pegawai bekerja dari rumah dua hari.", "B"),
    ],
]


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article[0][0][:30])
def test_scope(article: list[tuple[str, str]]) -> None:
    scoped = scope(Text(" ".join(sentence for sentence, _ in article)), 2021)
    assert [s.sentence.text for s in scoped] == [sentence for sentence, _ in article]
    for found, (sentence, expected) in zip(scoped, article, strict=True):
        if expected == "B":
            assert found.background, sentence
        elif expected == "E":
            assert found.elsewhere, sentence
        else:
            assert (found.topic, found.background, found.elsewhere) == (int(expected), False, False), sentence


def test_years_gone_by_are_background_only_against_the_year_of_the_article() -> None:
    text = Text("Pada 2020 pegawai bekerja dari rumah.")
    assert [scope(text, year)[0].background for year in (2023, 2020, None)] == [True, False, False]


def test_a_sentence_goes_on_about_the_rule_within_its_paragraph() -> None:
    same, other = "ASN mulai WFH besok. Jadwalnya menyusul.", "ASN mulai WFH besok.\nJadwalnya menyusul."
    assert scope(Text(same))[1].topic == 1
    assert scope(Text(other))[1].topic == 0


def test_an_empty_text_has_no_sentences() -> None:
    assert scope(Text("")) == []


def test_long_hostile_text_ends() -> None:
    for piece in ("sebelumnya ", "kebijakan serupa ", "pernah ", "pada aa bb cc "):
        assert scope(Text(piece * (100_000 // len(piece))), 2021)
