"""Which cited instruments are the ground of a rule, read from short articles."""

from __future__ import annotations

import pytest

from corpus.article import Article
from extract.observations import observe_article


def read(text: str, published: str = "2021-07-06") -> list[tuple[str | None, tuple[str, ...]]]:
    """The deciding number and the ground of every observation."""
    article = Article("a", text, "Pegawai bekerja dari rumah", None, None, published)
    return [(o.decree_number, o.legal_basis) for o in observe_article(article).observations]


LEAD = "Wali Kota Bima menerapkan WFH 50 persen bagi ASN Pemkot Bima. "
GROUNDS: list[tuple[str, str | None, tuple[str, ...]]] = [
    (
        "Hal itu diatur dalam SE Wali Kota Bima Nomor 800/7/ORG/2021, menindaklanjuti Instruksi Mendagri Nomor 17 "
        "Tahun 2021 dan SE Menpan RB Nomor 14 Tahun 2021.",
        "800/7/ORG/2021",
        ("instruksi Mendagri 17/2021", "surat_edaran Menpan RB 14/2021"),
    ),
    # a day before tells when it was signed, and no earlier rule
    (
        "Aturan tercantum pada SE Wali Kota Bima Nomor 800/7/ORG/2021 yang diteken sehari sebelumnya dan menyandarkan "
        "diri pada Instruksi Mendagri Nomor 17 Tahun 2021.",
        "800/7/ORG/2021",
        ("instruksi Mendagri 17/2021",),
    ),
    # its title names the region: its own, although it is "referred to"
    (
        "Pola itu merujuk pada Surat Edaran (SE) No. 800/38 tentang sistem kerja ASN di lingkungan Pemkot Bima.",
        "800/38",
        (),
    ),
    # a ministry's instrument with the number of the own one
    (
        "Wali Kota Bima meneken Instruksi Wali Kota Nomor 1 Tahun 2021 sebagai tindak lanjut Instruksi Mendagri Nomor "
        "01 Tahun 2021.",
        "1/2021",
        ("instruksi Mendagri 01/2021",),
    ),
    # the ground of something else, of an earlier rule, of what the sentence before tells
    ("Pelanggar dijatuhi sanksi sesuai Peraturan Pemerintah Nomor 53 Tahun 2010.", None, ()),
    ("Pada September hingga November 2020, mengikuti SE Menpan RB Nomor 67 Tahun 2020, pegawai WFH.", None, ()),
    (
        "Rumah makan tutup pukul 20.00 Wita.\nHal itu sejalan dengan Keputusan Gubernur NTB Nomor 188/34/KUM/2021 "
        "tentang jam malam.",
        None,
        (),
    ),
]


@pytest.mark.parametrize(("told", "number", "basis"), GROUNDS)
def test_ground(told: str, number: str | None, basis: tuple[str, ...]) -> None:
    assert read(LEAD + told) == [(number, basis)]


# fmt: off
# One sentence behind the lead: what is told, the deciding number, the ground
TOLD: list[tuple[str, str | None, tuple[str, ...]]] = [
    # --- words that cite: of the whole rule, in every order, in quotes
    ("Kebijakan itu berdasarkan Instruksi Mendagri Nomor 17 Tahun 2021.", None, ("instruksi Mendagri 17/2021",)),
    ("Kebijakan itu sesuai Inmendagri Nomor 17 Tahun 2021.", None, ("instruksi 17/2021",)),
    ("Kebijakan itu sesuai dengan SE Menpan RB Nomor 14 Tahun 2021.", None, ("surat_edaran Menpan RB 14/2021",)),
    ("Kebijakan itu menindaklanjuti SE Gubernur NTB Nomor 180/7/2021.",
     None, ("surat_edaran Gubernur NTB 180/7/2021",)),
    ("Kebijakan itu merupakan tindak lanjut dari Instruksi Gubernur NTB Nomor 4 Tahun 2021.",
     None, ("instruksi Gubernur NTB 4/2021",)),
    ("Dasar hukumnya Instruksi Mendagri Nomor 17 Tahun 2021.", None, ("instruksi Mendagri 17/2021",)),
    ("Dasarnya adalah Instruksi Mendagri Nomor 17 Tahun 2021.", None, ("instruksi Mendagri 17/2021",)),
    ("Kebijakan itu turunan dari Instruksi Mendagri Nomor 17 Tahun 2021.", None, ("instruksi Mendagri 17/2021",)),
    ("Kebijakan itu diambil menyusul terbitnya Instruksi Mendagri Nomor 17 Tahun 2021.",
     None, ("instruksi Mendagri 17/2021",)),
    ("Kebijakan itu diambil setelah terbit SE Menpan RB Nomor 14 Tahun 2021.",
     None, ("surat_edaran Menpan RB 14/2021",)),
    ("Kebijakan itu mengikuti SE Menpan RB Nomor 14 Tahun 2021.", None, ("surat_edaran Menpan RB 14/2021",)),
    ("Kebijakan itu selaras dengan SE Menpan RB Nomor 14 Tahun 2021.", None, ("surat_edaran Menpan RB 14/2021",)),
    ("Kebijakan itu sebagaimana diatur dalam SE Menpan RB Nomor 14 Tahun 2021.",
     None, ("surat_edaran Menpan RB 14/2021",)),
    ("Kebijakan itu bersandar pada Instruksi Mendagri Nomor 17 Tahun 2021.", None, ("instruksi Mendagri 17/2021",)),
    ("Kebijakan itu mempedomani Instruksi Mendagri Nomor 17 Tahun 2021.", None, ("instruksi Mendagri 17/2021",)),
    ("Kebijakan itu melaksanakan Instruksi Mendagri Nomor 17 Tahun 2021.", None, ("instruksi Mendagri 17/2021",)),
    ("Kebijakan itu menjalankan amanat Instruksi Mendagri Nomor 17 Tahun 2021.", None, ("instruksi Mendagri 17/2021",)),
    ("Mengacu Instruksi Mendagri Nomor 17 Tahun 2021, separuh pegawai bekerja dari rumah.",
     None, ("instruksi Mendagri 17/2021",)),
    ("Berdasarkan Perpres Nomor 21 Tahun 2023, pegawai boleh bekerja dari rumah.", None, ("peraturan 21/2023",)),
    ("Menindaklanjuti SE Menpan RB Nomor 14 Tahun 2021, pegawai bekerja dari rumah.",
     None, ("surat_edaran Menpan RB 14/2021",)),
    ("Sesuai Instruksi Mendagri No 17/2021, pegawai bekerja dari rumah.", None, ("instruksi Mendagri 17/2021",)),
    ("Sesuai Instruksi Menteri Dalam Negeri (Inmendagri) Nomor 17 Tahun 2021, pegawai bekerja dari rumah.",
     None, ("instruksi Menteri Dalam Negeri 17/2021",)),
    ('"Kami berpedoman pada Inmendagri Nomor 17 Tahun 2021," kata Wali Kota Bima.', None, ("instruksi 17/2021",)),
    ('"Ini tindak lanjut Instruksi Mendagri Nomor 17 Tahun 2021," kata Sekda Bima.',
     None, ("instruksi Mendagri 17/2021",)),
    ('"Kami ikuti SE Menpan RB Nomor 14 Tahun 2021," ujarnya.', None, ("surat_edaran Menpan RB 14/2021",)),
    ("Kebijakan itu mengacu pada Instruksi Mendagri Nomor 17 Tahun 2021 dan Instruksi Gubernur NTB Nomor 4 Tahun 2021.",
     None, ("instruksi Mendagri 17/2021", "instruksi Gubernur NTB 4/2021")),
    ("Kebijakan itu mengacu pada Peraturan Pemerintah Nomor 21 Tahun 2020 tentang pembatasan sosial berskala besar.",
     None, ("peraturan 21/2020",)),
    ("Kebijakan itu mengacu pada Keputusan Presiden Nomor 12 Tahun 2020.", None, ("keputusan Presiden 12/2020",)),
    ("Kebijakan itu mengacu pada Peraturan Menteri PANRB Nomor 4 Tahun 2025.",
     None, ("peraturan Menteri PANRB 4/2025",)),
    ("Kebijakan itu mengacu pada Permenpan RB Nomor 4 Tahun 2025.", None, ("peraturan 4/2025",)),
    ("Kebijakan itu mengacu pada Perda Kota Bima Nomor 4 Tahun 2021.", None, ("peraturan 4/2021",)),
    ("Kebijakan itu mengacu pada Surat Menteri Dalam Negeri Nomor 440/7183/SJ.",
     None, ("surat Menteri Dalam Negeri 440/7183/SJ",)),
    ("Kebijakan itu mengacu pada SE Kepala BKN Nomor 9 Tahun 2020.", None, ("surat_edaran Kepala BKN 9/2020",)),
    ("Itu tertuang dalam SE Wali Kota Bima Nomor 800/7/2021 sebagai tindak lanjut SE Menpan RB Nomor 14 Tahun 2021.",
     "800/7/2021", ("surat_edaran Menpan RB 14/2021",)),
    ("Kebijakan itu mengacu pada Surat Edaran Satgas Penanganan Covid-19 Nomor 13 Tahun 2021.",
     None, ("surat_edaran Satgas Penanganan Covid-19 13/2021",)),
    ('"SE Menpan RB Nomor 14 Tahun 2021 jadi acuan kami," kata Sekda Bima.', None, ("surat_edaran Menpan RB 14/2021",)),
    ("Landasannya Surat Edaran Menteri PANRB Nomor 14 Tahun 2021.", None, ("surat_edaran Menteri PANRB 14/2021",)),
    # --- own, earlier, another's, not followed, or the ground of something else
    ("Kebijakan itu berpedoman pada Peraturan Wali Kota Bima Nomor 20 Tahun 2020.", "20/2020", ()),
    ("Kebijakan itu tertuang dalam SE Wali Kota Bima Nomor 800/7/2021.", "800/7/2021", ()),
    ("Sebelumnya, SE Menpan RB Nomor 67 Tahun 2020 mengatur hal serupa.", None, ()),
    ("Wali Kota Bima mencabut SE Wali Kota Bima Nomor 800/3/2021.", None, ()),
    ("SE itu mengubah SE Wali Kota Bima Nomor 800/3/2021.", None, ()),
    ("Hingga kini Pemkot Bima belum menerima SE Menpan RB Nomor 14 Tahun 2021.", None, ()),
    ("Disiplin pegawai diatur dalam Peraturan Pemerintah Nomor 94 Tahun 2021.", None, ()),
    ("Pengamat menyebut Undang-Undang Nomor 5 Tahun 2014 tidak mengatur soal itu.", None, ()),
    ("Pasar tutup pukul 17.00 sesuai Instruksi Mendagri Nomor 17 Tahun 2021.", None, ()),
    ("Sekolah belajar daring sesuai SE Mendikbud Nomor 4 Tahun 2020.", None, ()),
    ("Tarif parkir naik berdasarkan Perda Nomor 9 Tahun 2019.", None, ()),
    ("Baca juga: SE Menpan RB Nomor 14 Tahun 2021 Atur WFH ASN", None, ()),
    ("Pelanggar prokes didenda berdasarkan Perwali Bima Nomor 20 Tahun 2020.", None, ()),
    ("Dana bantuan disalurkan sesuai Peraturan Menteri Sosial Nomor 5 Tahun 2021.", None, ()),
    ("Kabupaten Dompu punya Instruksi Bupati Dompu Nomor 3 Tahun 2021.", None, ()),
    ("Cuti bersama ditetapkan lewat SKB tiga menteri Nomor 642 Tahun 2020.", None, ()),
    ("THR dibayar sesuai PP Nomor 63 Tahun 2021.", None, ()),
    ("Menurut dia, tidak ada aturan pusat yang menjadi dasar.", None, ()),
    ("Pemkot tidak mengikuti SE Menpan RB Nomor 14 Tahun 2021.", None, ()),
    ("Pemkot belum menindaklanjuti Instruksi Mendagri Nomor 17 Tahun 2021.", None, ()),
    ("Pemkot tidak berpedoman pada SE Gubernur NTB Nomor 180/7/2021.", None, ()),
    ("SE Menpan RB Nomor 14 Tahun 2021 tidak menyebut soal itu.", None, ()),
    ("Gaji ke-13 dibayar sesuai PP Nomor 63 Tahun 2021.", None, ()),
    ("Pembayaran tunjangan mengacu pada Perpres Nomor 33 Tahun 2020.", None, ()),
    ("Cuti bersama mengacu pada Keputusan Presiden Nomor 7 Tahun 2021.", None, ()),
    ("Kendaraan diputar balik sesuai SE Satgas Penanganan Covid-19 Nomor 13 Tahun 2021.", None, ()),
    ("Toko tutup pukul 20.00 berdasarkan SE Gubernur NTB Nomor 180/7/2021.", None, ()),
    ("Warga yang melanggar dijatuhi denda sesuai Perda NTB Nomor 7 Tahun 2020.", None, ()),
    ("Sanksi disiplin mengacu pada PP Nomor 94 Tahun 2021.", None, ()),
    ("Hal lain yang belum diatur tetap berpedoman pada SE Menpan RB Nomor 58 Tahun 2020.", None, ()),
    ("Baca juga: Instruksi Mendagri Nomor 17 Tahun 2021 Diperpanjang", None, ()),
    ("Nomor telepon pengaduan 0374-555/12.", None, ()),
]
# fmt: on


@pytest.mark.parametrize(("told", "number", "basis"), TOLD)
def test_ground_of_one_sentence(told: str, number: str | None, basis: tuple[str, ...]) -> None:
    assert read(LEAD + told) == [(number, basis)]


def test_closed_offices_have_the_instrument_that_closes_them() -> None:
    text = (
        "Bupati Dompu memerintahkan Dinas Sosial Dompu ditutup 6-9 Juli 2021. Seluruh pegawai Dinas Sosial bekerja "
        "dari rumah. Perintah itu disampaikan lewat surat bupati bernomor 800/7/BKD."
    )
    assert read(text) == [("800/7/BKD", ())]


def test_regions_may_share_their_ground() -> None:
    text = (
        "Pemerintah Kota Bima menerapkan WFH bagi 50 persen ASN. Kedua daerah mengacu pada Instruksi Mendagri Nomor 17 "
        "Tahun 2021, kata Wali Kota Bima.\n\nDi Kabupaten Dompu, Bupati Dompu memutuskan 75 persen ASN bekerja dari "
        "rumah. Bupati Dompu meneken surat edaran WFH, Senin (5/7/2021)."
    )
    assert [basis for _, basis in read(text)] == [("instruksi Mendagri 17/2021",)] * 2
    other = text.replace("Kedua daerah mengacu", "Keduanya sama-sama merujuk")
    assert [basis for _, basis in read(other)] == [("instruksi Mendagri 17/2021",)] * 2
