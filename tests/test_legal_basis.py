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
