"""Which region decides: short articles and the regions expected, the main one first."""

from __future__ import annotations

import pytest

from corpus.article import Article
from extract.authority import find_authorities
from extract.findings import find_all
from extract.regions import level_of


def regions_of(text: str, title: str | None = None) -> list[str]:
    return [a.region_code for a in find_authorities(find_all(Article("t", text, title, published="2021-07-05")))]


# fmt: off
ONE: list[tuple[str, str]] = [
    # --- the office shows the level
    ("Wali Kota Kupang meminta 50 persen ASN bekerja dari rumah.", "53.71"),
    ("Bupati Kupang meminta 50 persen ASN bekerja dari rumah.", "53.01"),
    ("Pemkot Bima menerapkan WFH bagi pegawainya.", "52.72"),
    ("Pemkab Bima menerapkan WFH bagi pegawainya.", "52.06"),
    ("Pemprov Maluku menerapkan WFH bagi pegawainya.", "81"),
    ("Gubernur Gorontalo menerapkan WFH bagi pegawai pemprov.", "75"),
    ("Pemerintah Kabupaten Gorontalo menerapkan WFH bagi pegawainya.", "75.01"),
    ("Pemkot Gorontalo menerapkan WFH bagi pegawainya.", "75.71"),
    ("Plt Bupati Sorong menerapkan WFH bagi pegawainya.", "92.01"),
    ("Pj Wali Kota Batu menerapkan WFH bagi pegawainya.", "35.79"),
    # --- a bare name takes the level that the article's issuer shows
    ("ASN Tasikmalaya bekerja dari rumah.\nWali kota meneken edaran WFH itu kemarin.", "32.78"),
    ("ASN Tasikmalaya bekerja dari rumah.\nBupati meneken edaran WFH itu kemarin.", "32.06"),
    # --- the dateline and people's homes are not the region
    ("MAKASSAR - Pemkab Gowa menerapkan WFH bagi 50 persen ASN.", "73.06"),
    ("JAKARTA, BERITA - Bupati Ende menerapkan WFH bagi pegawai.", "53.08"),
    ("Pemkot Salatiga menerapkan WFH bagi ASN.\nRina, pegawai asal Boyolali, bekerja dari rumah sejak Senin.", "33.73"),
    # --- the ground that is cited is not the decision
    ("Bupati Sumenep menerapkan WFH bagi ASN sesuai Instruksi Mendagri Nomor 15 Tahun 2021.", "35.29"),
    ("Pemkot Kediri menerapkan WFH menindaklanjuti Surat Edaran Gubernur Jawa Timur Nomor 800/11/2021.", "35.71"),
    ("Pemkab Lebak menerapkan WFH bagi ASN.\nKementerian PANRB sebelumnya meminta instansi membatasi kantor.", "36.02"),
    # --- asked, followed, met: not the maker
    ("Gubernur Sulawesi Tenggara menerapkan WFH bagi pegawai pemprov dan meminta Pemkot Kendari mengikuti.", "74"),
    ("Pemkot Pariaman menerapkan WFH seperti Pemkot Padang.", "13.77"),
    # --- ministries
    ("Menteri PANRB menerapkan WFH bagi ASN di seluruh Indonesia.", "00"),
    ("Kementerian PANRB menerbitkan edaran WFH bagi seluruh aparatur sipil negara.", "00"),
    # --- a ministry's regional office decides for itself
    ("Kanwil Kemenag Provinsi Lampung menerapkan WFH bagi pegawainya.", "18"),
    ("Kantor Wilayah (Kanwil) Kementerian Agama Sulawesi Barat menerapkan WFH bagi pegawainya.", "76"),
    ("Kanwil Kemenag NTB menerapkan WFH bagi 50 persen pegawainya.", "52"),
    # --- Jakarta
    ("Pemprov DKI Jakarta menerapkan WFH bagi 75 persen ASN.", "31"),
    ("Wali Kota Jakarta Timur menerapkan WFH bagi pegawai kantor wali kota.", "31.75"),
    # --- who comments on a rule, or works elsewhere, is not who makes it
    ("Pemkab Sikka menerapkan WFH bagi separuh ASN.\nKetua DPRD NTT memuji langkah itu.", "53.07"),
    ("Pemkot Metro menerapkan WFH bagi separuh ASN.\nPakar dari Universitas Lampung menyambutnya.", "18.72"),
    ("Bupati Alor menerapkan WFH bagi separuh ASN.\nBupati Flores Timur belum menentukan sikap.", "53.05"),
    # --- names that hold other names
    ("Pemkab Kutai Timur menerapkan WFH bagi separuh ASN.", "64.08"),
    ("Pemkab Kepulauan Sangihe menerapkan WFH bagi separuh ASN.", "71.03"),
    ("Pemkab Tapanuli Tengah menerapkan WFH bagi separuh ASN.", "12.01"),
    ("Pemkab Maluku Barat Daya menerapkan WFH bagi separuh ASN.", "81.08"),
    # --- an office named again without its place
    ("Pemkot Dumai menerapkan WFH bagi ASN.\nMenurut wali kota, WFH menekan kasus.", "14.72"),
]

SEVERAL: list[tuple[str, list[str]]] = [
    # a neighbour with a decision of its own, told in one paragraph
    (
        "Wali Kota Tegal menerapkan WFH bagi 75 persen ASN mulai Senin.\n"
        "Pegawai diminta melapor setiap hari.\n"
        "Pemkab Brebes juga menerapkan WFH, tetapi hanya 50 persen ASN yang bekerja dari rumah.",
        ["33.76", "33.29"],
    ),
    (
        "Pemkot Pekalongan menerapkan WFH bagi 50 persen ASN.\n"
        "Aturan itu berlaku dua pekan.\n"
        "Sementara itu Pemkab Batang memutuskan tidak menerapkan WFH.",
        ["33.75", "33.25"],
    ),
    # the province beside its city, for its own staff
    (
        "Pemkot Semarang menerapkan WFH bagi 50 persen ASN.\nWali Kota Semarang meneken edarannya kemarin.\n"
        "Pemprov Jawa Tengah turut menerapkan WFH bagi pegawainya. Sebanyak 75 persen ASN pemprov bekerja dari rumah.",
        ["33.74", "33"],
    ),
    (
        "Pemkot Semarang menerapkan WFH bagi 50 persen ASN.\n"
        "Aturan itu mengikuti edaran Pemprov Jawa Tengah tentang WFH sebanyak 75 persen.",
        ["33.74"],
    ),
    # from when to when it is in force there
    (
        "Bupati Bulukumba menerapkan WFH bagi 70 persen ASN.\n"
        "Adapun di Jeneponto, kerja dari rumah dimulai Senin (22/3/2021) dan berakhir 3 April 2021.\n"
        "Sekda Jeneponto Syafruddin menyebut dua orang tetap di kantor.",
        ["73.02", "73.04"],
    ),
    # staff who stay in
    (
        "Bupati Pohuwato menerapkan WFH bagi seluruh ASN.\n"
        "Lain halnya Gorontalo Utara. Bupati Gorontalo Utara menyatakan pegawai di daerahnya tetap masuk kantor.",
        ["75.04", "75.05"],
    ),
    # a neighbour without one
    (
        "Wali Kota Tegal menerapkan WFH bagi 75 persen ASN mulai Senin.\n"
        "Pegawai diminta melapor setiap hari.\n"
        "Bupati Brebes menghadiri rapat itu.",
        ["33.76"],
    ),
    (
        "Wali Kota Tegal menerapkan WFH bagi 75 persen ASN mulai Senin.\n"
        "Pegawai diminta melapor setiap hari.\n"
        "Pemkab Brebes menutup objek wisata dan meliburkan sekolah.",
        ["33.76"],
    ),
    # the province above is a ground, not a neighbour
    (
        "Pemkab Magetan menerapkan WFH bagi 50 persen ASN.\n"
        "Aturan itu berlaku dua pekan.\n"
        "Gubernur Jawa Timur meminta seluruh daerah menerapkan WFH.",
        ["35.20"],
    ),
    # a story goes on in what its people say, until those of another come back
    (
        "Gubernur Jambi meneken edaran WFH setiap Jumat bagi ASN.\n"
        "Aturan itu berlaku dua bulan, kata Kepala BKD Jambi Hendra Utama.\n"
        "Kebijakan serupa sedang digodok Pemkab Kerinci.\n"
        '"Drafnya masih kami siapkan, belum bisa dijalankan," ucap Sekda Kerinci Zulfi Anwar.\n'
        "Hendra menambahkan, listrik kantor bisa dihemat.\n"
        "Pemkot Sungai Penuh belum menerapkan WFH.",
        ["15", "15.01", "15.72"],
    ),
    (
        "Bupati Berau menerapkan WFH bagi 75 persen pegawai.\n"
        "Aturannya berlaku dua pekan.\n"
        "Pemkab Kutai Kartanegara mengumumkan aturan serupa.\n"
        '"Kami 50 persen di rumah, 50 persen di kantor," kata Sekda Kutai Kartanegara.',
        ["64.03", "64.02"],
    ),
    # ... and where the text says that the same is done there
    (
        "Pemkot Tangerang mewajibkan 75 persen ASN bekerja dari rumah.\n"
        "Aturan itu berlaku dua pekan.\n"
        "Hal serupa berlaku di Kota Tangerang Selatan. Wali Kota Benyamin Rusdi menyebut edarannya sudah terbit.",
        ["36.71", "36.74"],
    ),
    # places that open a sentence each, with a share of their own
    (
        "Dua kota menerapkan PPKM level 4.\n"
        "Di Banjarmasin, ASN WFH 75 persen sesuai Surat Edaran Wali Kota Banjarmasin Nomor 440/01.\n"
        "Di Banjarbaru, kantor hanya diisi 50 persen pegawai.",
        ["63.71", "63.72"],
    ),
    # the place that news comes from
    (
        "Pemkab Magetan membolehkan 50 persen pegawai WFH.\n"
        "Edarannya diteken Senin.\n"
        "Dari Ngawi, Bupati menyampaikan bahwa WFH tidak diberlakukan di kabupaten tersebut.",
        ["35.20", "35.21"],
    ),
    # no government
    ("Perusahaan itu meminta karyawannya bekerja dari rumah.", []),
    ("", []),
]
# fmt: on


@pytest.mark.parametrize(("text", "expected"), ONE)
def test_the_region_that_decides(text: str, expected: str) -> None:
    assert regions_of(text) == [expected]


@pytest.mark.parametrize(("text", "expected"), SEVERAL, ids=lambda value: str(value)[:40])
def test_neighbours(text: str, expected: list[str]) -> None:
    assert regions_of(text) == expected


def test_the_sentences_of_a_neighbour_are_its_own() -> None:
    text = SEVERAL[0][0]
    main, other = find_authorities(find_all(Article("t", text)))
    assert "Brebes" in other.sentences[0].sentence.text
    assert not {s.index for s in main.sentences} & {s.index for s in other.sentences}


def test_a_speaker_named_before_brings_his_region_back() -> None:
    text = next(text for text, codes in SEVERAL if codes == ["15", "15.01", "15.72"])
    main, kerinci, _ = find_authorities(find_all(Article("t", text)))
    assert any("Hendra menambahkan" in s.sentence.text for s in main.sentences)
    assert any("Drafnya" in s.sentence.text for s in kerinci.sentences)
    assert not any("Hendra" in s.sentence.text for s in kerinci.sentences)


def test_the_mention_shows_the_authority() -> None:
    text = "BANDUNG - Bupati Garut menerapkan WFH bagi 50 persen ASN."
    (authority,) = find_authorities(find_all(Article("t", text)))
    assert "Garut" in text[authority.mention.start : authority.mention.end]


@pytest.mark.parametrize(
    ("code", "level"),
    [
        ("00", "national"),
        ("53", "province"),
        ("53.01", "regency"),
        ("53.71", "city"),
        ("31.01", "regency"),
        ("31.71", "city"),
    ],
)
def test_levels(code: str, level: str) -> None:
    assert level_of(code) == level


def test_a_headline_in_capitals_changes_nothing() -> None:
    text = "Wali Kota Sibolga menerapkan WFH bagi 50 persen ASN."
    assert (
        regions_of(text, "PEMKOT SIBOLGA TERAPKAN WFH") == regions_of(text, "Pemkot Sibolga Terapkan WFH") == ["12.73"]
    )
