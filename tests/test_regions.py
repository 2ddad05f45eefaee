"""Regions and offices in sentences. Expected spans stand in brackets: [printed words|codes level cue office]."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.regions import Gazetteer, Region
from extract.regions import find_offices, find_regions

MARK = re.compile(r"\[([^\]|]+)\|([^\]]+)\]")


def unmarked(sentence: str) -> tuple[str, list[tuple[str, ...]]]:
    """The sentence without its marks, and (start, printed words, fields...) of each mark."""
    text, expected, done = "", [], 0
    for mark in MARK.finditer(sentence):
        text += sentence[done : mark.start()]
        expected.append((str(len(text)), mark[1], *mark[2].split()))
        text += mark[1]
        done = mark.end()
    return text + sentence[done:], expected


def regions(text: str) -> list[tuple[str, ...]]:
    return [
        (
            str(span.start),
            span.text,
            "/".join(span.value.candidates),
            span.value.level or "-",
            span.value.cue or "-",
            span.value.office or "-",
        )
        for span in find_regions(text)
    ]


def offices(text: str) -> list[tuple[str, ...]]:
    return [
        (str(span.start), span.text, span.value.office or "-", span.value.level or "-", span.value.name or "-")
        for span in find_offices(text)
    ]


GOVERNMENTS = """
[Pemkot Semarang|33.74 city pemkot mayor] menata ulang jadwal pegawai.
[Pemerintah Kota (Pemkot) Semarang|33.74 city pemkot mayor] membagi pegawai dalam dua sif.
Staf [Pemkab Malra|81.02 regency pemkab regent] bekerja bergiliran.
[Pemerintah Kabupaten (Pemkab) Kepulauan Talaud|71.04 regency pemkab regent] menunggu surat pusat.
Seluruh pegawai di lingkungan [Pemprov Jabar|32 province pemprov governor] diminta tinggal di rumah.
[Pemerintah Provinsi Papua Barat|92 province pemprov governor] menutup kantor tiga hari.
[Pemko Pekanbaru|14.71 city pemkot mayor] menambah masa kerja dari rumah.
[Pemkot Solo|33.72 city pemkot mayor] tidak ikut.
[Pemda DIY|34 province pemda governor] mengikuti aturan pusat.
[Pemda Halbar|82.01 regency pemda regent] merumahkan staf.
[Pemda Bogor|32.71/32.01 - pemda -] belum bersikap.
[Pemda Kota Cimahi|32.77 city pemda mayor] membatasi tamu.
[Pemerintah Aceh|11 province pemerintah governor] memberlakukan sif.
[Pemerintah Daerah Istimewa Yogyakarta|34 province pemerintah governor] merevisi aturannya.
[pemerintah kabupaten Sikka|53.07 regency pemkab regent] dan warganya.
[PEMKAB BELU|53.04 regency pemkab regent] RUMAHKAN PEGAWAI
[Pemerintahan Kota Metro|18.72 city pemkot mayor] tetap melayani.
[Pemkab Mitra|71.07 regency pemkab regent] mengatur absensi.
[Pemkab Kota Baru|63.02 regency pemkab regent] menyusun edaran.
[pemkot bogor|32.71 city pemkot mayor] dan [pemkab malang|35.07 regency pemkab regent] sepakat.
[Pemerintah  Kota
Tangerang  Selatan|36.74 city pemkot mayor] mulai besok.
[Pemerintah Kota Administrasi Jakarta Barat|31.73 city pemkot mayor] menyiapkan posko.
"""

TITLES = """
[Wali Kota Kupang|53.71 city wali_kota mayor] menandatangani surat itu.
[Walikota Jogja|34.71 city wali_kota mayor] memperpanjang pembatasan.
[Wako Padang|13.71 city wali_kota mayor] mengimbau warganya.
[Walkot Depok|32.76 city wali_kota mayor] menolak usul itu.
[Plt Wali Kota Medan|12.71 city wali_kota mayor] berhalangan.
[Pj. Wali Kota Tasikmalaya|32.78 city wali_kota mayor] meneken instruksi.
[Wakil Wali Kota Surabaya|35.78 city wakil_wali_kota mayor] memantau.
[Wawali Bitung|71.72 city wakil_wali_kota mayor] hadir.
[Bupati Kab. Bandung|32.04 regency bupati regent] turun ke lapangan.
[Bupati Basel|19.03 regency bupati regent] memperpanjang masa kerja itu.
[Bupati Puncak|91.25 regency bupati regent] berada di luar daerah.
[Bupati Banjar|63.03 regency bupati regent] meneken edaran.
[Wabup Belu|53.04 regency wakil_bupati regent] mewakili atasannya.
[Gubernur DKI Jakarta|31 province gubernur governor] mencabut aturan itu.
[Penjabat (Pj) Gubernur Banten|36 province gubernur governor] mengusulkan pola campuran.
[Gub Sumbar|13 province gubernur governor] menunggu evaluasi.
[Wagub Sultra|74 province wakil_gubernur governor] menyebut angka itu.
[Gubsu|12 province gubernur governor] dan [Wagubri|14 province wakil_gubernur governor] sudah bertemu.
[WALI KOTA BATU|35.79 city wali_kota mayor] DAN [BUPATI PATI|33.18 regency bupati regent]
[Wali Kota Administrasi Jakarta Timur|31.75 city wali_kota mayor] memimpin apel.
[Gubernur Jambi|15 province gubernur governor] bertemu [Wali Kota Jambi|15.71 city wali_kota mayor].
[Gubernur (saat itu) Riau|14 province gubernur governor] menjawab.
"""

AGENCIES = """
[Sekda Provinsi Banten|36 province sekda regional_secretary] menyebar edaran.
[Plh Sekretaris Daerah Provinsi Kepri|21 province sekda regional_secretary] mengatur sif.
[Sekretaris Daerah (Sekda) Kabupaten Lumajang|35.08 regency sekda regional_secretary] menjelaskan.
[Sekdako Padang|13.71 city sekda regional_secretary] dan [Sekdakab Kampar|14.01 regency sekda regional_secretary].
[Sekdaprov Sulut|71 province sekda regional_secretary] memimpin rapat.
[Sekretaris Kota Ambon|81.71 city sekda regional_secretary] yang menandatangani.
[Penjabat Sekda Sikka|53.07 regency sekda regional_secretary] memastikan.
[Sekda Kab. Agam|13.06 regency sekda regional_secretary] meralat.
Bagian Umum [Setda Kota Kupang|53.71 city setda agency] ditutup.
[Sekretariat Daerah Provinsi NTT|53 province setda agency] kosong.
[BKPSDM Kabupaten Tangerang|36.03 regency agency agency] mendata pegawai.
[Kepala BKD Maluku|81 province agency agency] menyusun jadwal.
[Dinas Kesehatan Kota Palu|72.71 city agency agency] menambah ranjang.
[Dinas Komunikasi, Informatika dan Statistik Kab. Siak|14.08 regency agency agency] libur.
[Kepala Badan Kepegawaian Daerah (BKD) Kalsel|63 province agency agency] berkata lain.
[Disdik Jabar|32 province agency agency] mengikuti.
[DPRD Kota Bogor|32.71 city dprd -] menunda rapat, [DPRD Riau|14 province dprd -] tidak.
Ia ditemui di [Balai Kota Semarang|33.74 city balai_kota -].
"""

PLACES = """
Kasus di [Kota Kupang|53.71 city kota -] dan [Kabupaten Kupang|53.01 regency kabupaten -] bertambah.
ASN [Kota Bogor|32.71 city kota -] tinggal di [Kab.Bogor|32.01 regency kabupaten -].
Warga [Bogor|32.71/32.01 - - -] antre.
Warga [Jogja|34.71/34 - - -] antre.
Sepanjang pekan [Jambi|15/15.71 - - -] hujan.
Ibu kota [Jambi|15/15.71 - - -] lengang.
Tamu dari [Jaksel|31.74 - - -] dan [Tangsel|36.74 - - -] ditolak.
Sekolah se-[Jawa Timur|35 - - -] ditutup.
Warga [Pati|33.18 - - -] dan warga [Batu|35.79 - - -] pulang.
Ia lahir di [Metro|18.72 - - -] dan besar di [Batu|35.79 - - -].
Bus ke [Batu|35.79 - - -], [Jawa Timur|35 - - -], penuh.
Rapat di [Atambua|53.04 - - -] selesai.
"""

DATELINES = [
    ("BOGOR, KABAR PAGI - Pegawai pulang.", "BOGOR", "32.71/32.01"),
    ("Kupang (KABARTIMUR) - Pegawai pulang.", "Kupang", "53.71/53.01"),
    ("Metro (Suara Lada) -- Pegawai pulang.", "Metro", "18.72"),
    ("SERANG - Pegawai pulang.", "SERANG", "36.73/36.04"),
    ("JAMBI, 8 Juli 2021 - Pegawai pulang.", "JAMBI", "15.71/15"),
    ("PALU-Pegawai pulang.", "PALU", "72.71"),
    ("Bandung: Pegawai pulang.", "Bandung", "32.73/32.04"),
    ("KABARNUSA, AMBON - Pegawai pulang.", "AMBON", "81.71"),
    ("KORAN-TIMUR.COM| ATAMBUA----Pegawai pulang.", "ATAMBUA", "53.04"),
    ("KORANUTARA.CO LOLAK - Pegawai pulang.", "LOLAK", "71.01"),
    ("Kota Tual (Kabar Kei) - Pegawai pulang.", "Kota Tual", "81.72"),
    ("Judul berita\n\nBIMA, KABAR PAGI - Pegawai pulang.", "BIMA", "52.72/52.06"),
    ("BALIKPAPAN, NIAGA KALTIM - Pegawai pulang.", "BALIKPAPAN", "64.71"),
]

NOTHING = [
    "Warga Kecamatan Metro dan Kelurahan Bandung antre.",
    "Camat Solok dan Lurah Serang hadir.",
    "Macet di Jalan Bandung dan Jl. Raya Bogor.",
    "Persib Bandung menang, Persija Jakarta kalah.",
    "Seperti ditulis Radar Bogor dan Tribun Jateng.",
    "Bank Sumut menutup cabang.",
    "Pasien dirawat di RSUD Kota Bogor dan RS Hermina Depok.",
    "Kapolres Kudus dan Kapolda Jatim memantau.",
    "Dosen Universitas Negeri Padang meneliti.",
    "Warga Bogor Utara dan Cirebon Kota mengantre.",
    "Kawasan Bandung Raya sepi.",
    "Aturan PPKM Jawa-Bali, Jawa dan Bali, diperpanjang.",
    "Serikat buruh menyerang balik; malang nasibnya, batu pun pecah.",
    "Stadion metro, kota tua, dan solo karier.",
    "Bima menyebut angka itu, kata Agam.",
    "Wali Kota Bima Arya menjelaskan.",
    "Wali Kota Makmur Sentosa menjelaskan.",
    "Jalur Puncak padat, Puncak macet.",
    "Stasiun Manggarai dan Terminal Baranangsiang.",
    "Sungai Kapuas meluap dan Gunung Agung tenang.",
    "Wali Kota mengumpulkan kepala dinas, pemkot menyusun jadwal.",
    "perjalanan dinas dan rumah dinas dihentikan",
    "Presiden Prancis dan Gubernur Bank Indonesia bertemu.",
    "Kunjungi jatim.contoh.co.id atau kirim ke redaksi@bali.com",
    "",
]

NATIONAL = """
[Presiden|president national -] meminta semua pihak menahan diri.
[Wakil Presiden|president national -] berkunjung.
[Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi|minister national -] (PANRB) meneken edaran.
[Menteri PAN-RB|minister national -], [MenPANRB|minister national -] dan [Menpan RB|minister national -] satu orang.
[Kementerian PANRB|minister national -] dan [KemenPAN-RB|minister national -] sama saja.
[Mendagri|minister national -] alias [Menteri Dalam Negeri|minister national -] mengeluarkan instruksi.
[Kemendagri|minister national -] mengingatkan daerah.
[Menko Perekonomian|minister national -] dan [Menkes|minister national -] hadir.
[Menteri Koordinator Bidang Perekonomian|minister national -] mengkaji.
Daerah menunggu [pemerintah pusat|- national -].
"""

OFFICES = """
[Wali Kota|mayor city -] mengumpulkan [kepala dinas|agency - -].
Kata [Plt Gubernur|governor province -], [pemprov|governor province -] menunggu.
[Bupati|regent regency -] dan [wabup|regent regency -] sepakat.
Sudah diteken [Sekda|regional_secretary - -], bukan oleh [Pj Sekdakot|regional_secretary city -].
[Pemerintah kota|mayor city -] setempat dan [pemkab|regent regency -] tetangga.
[Pemda|- - -] boleh menyesuaikan.
[Juru bicara|other - -] [Pemkot Ambon|mayor city Ambon] membantah.
[Kepala BKPSDM Kota Padang|agency city Padang] mencatat.
[Kepala Bagian Hukum|agency - -] [Setda Kota Palu|agency city Palu] menjawab.
[Kadinkes Kab. Agam|agency regency Agam] menambahkan.
[Dinas Lingkungan Hidup|agency - -] mengukur udara.
[Sekretaris Badan Kepegawaian Daerah (BKD) Lampung|agency province Lampung] menegaskan.
Atas nama [Pelaksana Tugas (Plt) Gubernur Aceh|governor province Aceh].
[Satpol PP|agency - -] berjaga, [BPBD DIY|agency province DIY] juga.
[Gubri|governor province -] memimpin rapat.
[PEMPROV KALTIM|governor province KALTIM] MENUTUP KANTOR
[Pemerintah Aceh|governor province Aceh] menjawab, pemerintah belum.
[Presiden|president national -] berbeda dari Presiden Direktur dan Presiden Amerika.
Surat bernomor 800/17/BKPSDM/2021 disusun [BKPSDM|agency - -].
DPRD Kota Bogor dan Kota Depok bukan otoritas.
"""


def lines(block: str) -> list[str]:
    """Sentences of a block; a line that starts in the middle of a mark belongs to the one before it."""
    return re.findall(r"(?:\[[^\]]*\]|[^\n\[])+", block)


@pytest.mark.parametrize("sentence", lines(GOVERNMENTS + TITLES + AGENCIES))
def test_offices_with_a_place(sentence: str) -> None:
    text, expected = unmarked(sentence)
    assert regions(text) == expected


@pytest.mark.parametrize("sentence", lines(PLACES))
def test_places(sentence: str) -> None:
    text, expected = unmarked(sentence)
    assert regions(text) == expected


@pytest.mark.parametrize(("text", "printed", "codes"), DATELINES)
def test_datelines(text: str, printed: str, codes: str) -> None:
    assert regions(text) == [(str(text.index(printed)), printed, codes, "-", "dateline", "-")]


@pytest.mark.parametrize("text", NOTHING)
def test_no_region(text: str) -> None:
    assert regions(text) == []


@pytest.mark.parametrize("sentence", lines(NATIONAL + OFFICES))
def test_offices(sentence: str) -> None:
    text, expected = unmarked(sentence)
    assert offices(text) == expected


@pytest.mark.parametrize("sentence", lines(NATIONAL))
def test_national_offices_are_regions_too(sentence: str) -> None:
    text, expected = unmarked(sentence)
    assert [fields[:4] for fields in regions(text)] == [(*fields[:2], "00", "national") for fields in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kabupaten dan Kota Bogor", [("Kabupaten dan Kota Bogor", "32.01"), ("Kota Bogor", "32.71")]),
        ("Kota-Kabupaten Bekasi", [("Kota-Kabupaten Bekasi", "32.75"), ("Kabupaten Bekasi", "32.16")]),
        ("Kota/Kab. Kediri", [("Kota/Kab. Kediri", "35.71"), ("Kab. Kediri", "35.06")]),
        ("Pemkot/Pemkab Kupang", [("Pemkot/Pemkab Kupang", "53.71"), ("Pemkab Kupang", "53.01")]),
        ("Bupati dan Wali Kota Bima", [("Bupati dan Wali Kota Bima", "52.06"), ("Wali Kota Bima", "52.72")]),
        ("Kota Bekasi dan Kabupaten Bekasi", [("Kota Bekasi", "32.75"), ("Kabupaten Bekasi", "32.16")]),
        ("Bupati dan Wali Kota Depok", [("Wali Kota Depok", "32.76")]),
        ("Kabupaten, lalu Kota Bogor", [("Kota Bogor", "32.71")]),
    ],
)
def test_two_levels_share_a_name(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(span.text, *span.value.candidates) for span in find_regions(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pemkab Mura di Sumatera Selatan", ("16.05", "62.12")),
        ("Pemkab Mura di Kalimantan Tengah", ("62.12", "16.05")),
        ("warga Banjar, Kalimantan Selatan", ("63.03", "32.79")),
        ("warga Banjar, Jawa Barat", ("32.79", "63.03")),
    ],
)
def test_the_province_in_the_text_puts_its_regions_first(text: str, expected: tuple[str, ...]) -> None:
    assert find_regions(text)[0].value.candidates == expected


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Wali Kota Kupang", "Wali Kota"),
        ("Plt. Sekretaris Kota Metro", "Plt. Sekretaris Kota"),
        ("Penjabat (Pj)  Gubernur Banten", "Penjabat Gubernur"),
        ("Wakil Bupati Garut", "Wakil Bupati"),
        ("Kepala BKPSDM Kota Padang", "Kepala BKPSDM"),
        ("Pemkot Padang", None),
        ("Kota Padang", None),
    ],
)
def test_printed_title(text: str, title: str | None) -> None:
    assert [span.value.title for span in find_regions(text)] == [title]


def test_scores_fall_with_the_trust_in_a_name() -> None:
    cued, bare, seat, nickname = find_regions("Pemkot Bogor, Bogor, Tenggarong, Kota Kembang")
    assert cued.score > bare.score > seat.score > nickname.score


@given(st.sampled_from([region for region in Gazetteer.load() if region.valid_from is None and region.code != "00"]))
def test_every_region_is_found_behind_its_office(region: Region) -> None:
    office = {"city": "Wali Kota", "regency": "Bupati", "province": "Gubernur"}[region.level]
    (span,) = find_regions(f"Kata {office} {region.short_name}, besok.")
    assert (span.value.candidates, span.value.level) == ((region.code,), region.level)
    (upper,) = find_regions(f"KATA {office} {region.name}, BESOK.".upper())
    assert upper.value.candidates == (region.code,)


@given(st.text(alphabet="Kotab PemdnBgrWliSek.,()-/\n", max_size=120) | st.text(max_size=120))
def test_spans_say_what_stands_there(text: str) -> None:
    for span in [*find_regions(text), *find_offices(text)]:
        assert text[span.start : span.end] == span.text != ""


@pytest.mark.parametrize(
    "piece", [" ", "\n", "-", "(", "Kota ", "Kota (", "Pemkot dan ", "Bogor, ", "Menteri pan rb, dan "]
)
def test_hostile_texts_come_to_an_end(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    assert all(span.end <= len(text) for span in find_regions(text))
