"""The cleaner: every furniture rule's examples, characters and their offsets, headlines, lists, broken lines."""

from __future__ import annotations

import re
import textwrap
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.characters import Mapped, normalise
from corpus.cleaning import Clean, clean
from corpus.furniture import Rule, Scope, load
from corpus.headlines import headline_end, in_title_case, is_prose, is_rule_item
from corpus.paragraphs import mended

RULES = load().rules

TITLE = "Pemkot Sorong Atur Ulang Jadwal Kerja Pegawai"
ARTICLE = """SORONG – Wali Kota Sorong Yance Kambuaya mengatur ulang kehadiran pegawai mulai Senin (12/7/2021).

“Sebanyak 75 persen bekerja dari rumah, sisanya di kantor,” kata Yance di Balai Kota.

Pembagian itu tertuang dalam Surat Edaran Nomor 800/119–BKPSDM/2021 yang berlaku sampai 26 Juli 2021.

Dinas yang melayani warga menyusun jadwalnya sendiri. Puskesmas, misalnya, tetap buka enam hari sepekan."""

LIST_ARTICLE = """Gubernur Papua Barat membagi kehadiran pegawai menurut level wilayahnya.

Rinciannya sebagai berikut:
- PPKM Level 1: 100 persen pegawai WFO
- PPKM Level 2: 75 persen pegawai WFO
a) Sektor non esensial, 100 % WFH;
b) Sektor kritikal, 100 % masuk.

Unit berikut menyusun jadwal sendiri:
1. RSUD Manokwari
2. Dinas Pemadam Kebakaran dan Penyelamatan
3. Satuan Polisi Pamong Praja"""

FURNITURE_ABOVE = """HOME › PAPUA BARAT › KOTA JAYAPURA
TUTUP
SCROLL UNTUK MELANJUTKAN MEMBACA
27.4 C
Merauke
Wednesday, July 14, 2021
#Covid19 #WFHPapua
"""
FURNITURE_BELOW = """
Penulis: Rina W | Editor: Bekti
Tags: wfh 25 persen, Bupati Nabire, SE 800/77/2021
Baca juga:
• Bupati Nabire Terapkan WFH 50 Persen Mulai 1 Agustus
• Kasus Biak Tembus 1.204 Orang

Berita Terkait
Pemkab Fakfak WFH 90 Persen hingga 30 Juli
Manokwari Tutup Kantor, 12 ASN Positif
7 Hari Isolasi di Raja Ampat
Populer Hari Ini
1. WFH 100 Persen di Kaimana?
2. Surat Edaran Nomor 15 Tahun 2021 Dicabut
Bagikan: Facebook Twitter WhatsApp
COPYRIGHT © KABAR DOMBERAI 2021
Tinggalkan Balasan
Alamat email Anda tidak akan dipublikasikan. Ruas yang wajib ditandai *
[Yopi] di Timika katanya malah 25 persen saja
Iklan: Sewa meja kerja untuk WFH, diskon 30%"""
BETWEEN = [
    "Baca juga: Pemkab Mimika Wajibkan WFH 60 Persen",
    "SCROLL TO CONTINUE WITH CONTENT",
    "ADVERTISEMENT",
    "Foto: Bupati Asmat meninjau kantor, Senin (5/7/2021). (Kabar Domberai/Rina)",
    "BACA JUGA:\nMappi Perpanjang WFH 50 Persen sampai 9 Agustus\nBoven Digoel Zona Merah",
    "➤ Keerom Rumahkan 80 Persen Pegawai\n➤ Sarmi Belum Putuskan WFH",
    "Pegawai melintas di lobi kantor bupati. Foto: Rina/Kabar Domberai",
]


def words(text: str) -> list[str]:
    return text.split()


# -- rules ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rule_removes_and_keeps_what_it_shows(rule: Rule) -> None:
    assert rule.removes, "a rule shows what it removes"
    assert rule.keeps, "a rule shows what it keeps"
    assert [text for text in rule.removes if not rule.matches(normalise(text).text)] == []
    assert [text for text in rule.keeps if rule.matches(normalise(text).text)] == []


@pytest.mark.parametrize("line", [example for rule in RULES if rule.scope is Scope.LINE for example in rule.removes])
def test_furniture_line_between_paragraphs_goes_and_paragraphs_stay(line: str) -> None:
    first, rest = ARTICLE.split("\n\n", 1)
    assert clean(f"{first}\n{line}\n\n{rest}").text == clean(ARTICLE).text


@pytest.mark.parametrize(
    "line",
    [
        "BACA JUGA: HARGA CABAI NAIK 40 PERSEN",
        "PENULIS: RINA WATI | EDITOR: BEKTI",
        "TAGS: NABIRE, WFH",
        "FOTO: BUPATI ASMAT MENINJAU KANTOR (KABAR/RINA)",
        "KAMIS, 15 JULI 2021 | 16:42 WIT",
        "SALIN ARTIKEL",
        "DAPATKAN BERITA PILIHAN LANGSUNG DI PONSELMU.",
    ],
)
def test_furniture_line_in_capitals_goes_too(line: str) -> None:
    page = f"{TITLE}\n{ARTICLE}\n{line}\nEdaran berlaku sebulan.".upper()
    assert clean(page).text == clean(page.replace(f"{line}\n", "")).text


PROSE = [line for line in ARTICLE.split("\n\n") if line] + [
    "Baca doa dulu sebelum rapat, ujarnya berkelakar.",
    "Rekomendasi satgas itu dipakai sebagai dasar edaran.",
    "Populer di kalangan muda, aplikasi presensi itu dipakai semua dinas.",
    "Komentar warga beragam atas kebijakan bupati.",
    "Editor video dan penyiar radio daerah ikut bekerja dari rumah.",
    "Foto selfie di rumah wajib dikirim tiga kali sehari.",
    "Laporan harian dikirim kepada atasan langsung.",
    "Halaman kantor bupati tampak lengang sejak pagi.",
    "Dilarang bepergian ke luar daerah selama masa WFH.",
    "Kamis 15 Juli 2021 menjadi hari pertama penerapan.",
    "Pada 12 Juli 2021 pukul 16.00 WIT edaran itu dibagikan.",
    "Sumber penularan diduga dari perjalanan dinas.",
    "Tagar itu ramai, tetapi kantor tetap buka.",
    "Bagikan jadwalnya lewat grup, pinta sekda.",
    "Iklan layanan masyarakat dipasang di tiap simpang.",
    "Ikuti protokol kesehatan, pesan gubernur kepada pegawainya.",
    "Menurut dia, dua shift sehari sudah cukup. (WFH)",
    "Simpan berkas di kantor, jangan dibawa pulang.",
    "Lihat juga nanti hasil evaluasinya, ujar bupati.",
    "Dok rekam medis dan arsip tidak boleh keluar kantor.",
]


@pytest.mark.parametrize("line", PROSE)
def test_paragraph_of_the_article_is_no_furniture(line: str) -> None:
    first, rest = ARTICLE.split("\n\n", 1)
    assert normalise(line).text in clean(f"{first}\n\n{line}\n\n{rest}").text.split("\n")


# -- whole pages ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("article", [ARTICLE, LIST_ARTICLE], ids=["prose", "lists"])
@pytest.mark.parametrize("title", [None, TITLE])
def test_page_full_of_other_regions_gives_the_bare_article(article: str, title: str | None) -> None:
    bare = clean(f"{TITLE}\n\n{article}", title)
    page = clean(f"{FURNITURE_ABOVE}\n{TITLE}\n\n{article}\n{FURNITURE_BELOW}", title)
    assert page.text == bare.text
    assert page.headline == bare.headline == (0, len(TITLE))


@pytest.mark.parametrize("furniture", BETWEEN)
@pytest.mark.parametrize("gap", [1, 2, 3])
def test_furniture_between_paragraphs(furniture: str, gap: int) -> None:
    paragraphs = ARTICLE.split("\n\n")
    page = "\n\n".join([*paragraphs[:gap], furniture, *paragraphs[gap:]])
    assert clean(page).text == clean(ARTICLE).text


def test_article_without_furniture_is_left_alone() -> None:
    page = clean(LIST_ARTICLE)
    assert page.dropped == ()
    assert page.text == re.sub(r"\n+", "\n", LIST_ARTICLE)


def test_dropped_stretches_are_found_in_the_source() -> None:
    source = f"{TITLE}\r\n\r\nKamis, 15 Juli 2021 | 16:42 WIT\r\n\r\n{ARTICLE}\r\nEditor: Bekti"
    dropped = {part.rule: source[part.start : part.end] for part in clean(source).dropped}
    assert dropped == {"publication_date": "Kamis, 15 Juli 2021 | 16:42 WIT", "byline": "Editor: Bekti"}


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u200b", "Advertisement", "Baca juga:", "<p></p>"])
def test_page_without_article(text: str) -> None:
    assert clean(text).text == ""
    assert clean(text).headline is None


def test_authors_under_the_date_go() -> None:
    page = clean(f"{TITLE}\nKabar.com - 12/07/2021, 18:35 WIT\nRina Wati,\nBekti\nTim Redaksi\n\n{ARTICLE}")
    assert page.text == clean(f"{TITLE}\n{ARTICLE}").text


def test_opening_of_another_article_under_a_heading_goes() -> None:
    teaser = "Pemkab Nabire memutuskan 60 persen pegawainya bekerja dari rumah mulai pekan depan sampai..."
    assert clean(f"{ARTICLE}\n\nBerita Terbaru\nNabire Pilih WFH\n{teaser}").text == clean(ARTICLE).text


def test_outlet_name_on_a_line_of_its_own() -> None:
    url = "https://www.kabardomberai.example/2021/07/12/sorong"
    page = f"{ARTICLE}\n\nKabar Domberai\n\nYance meminta camat ikut mengawasi pegawainya."
    assert "Kabar Domberai" not in clean(page, url=url).text
    assert "Kabar Domberai" in clean(page, url="http://[broken").text


# -- guards ---------------------------------------------------------------------------------------------------------


def test_comment_prompt_above_the_article_takes_no_paragraph() -> None:
    assert clean(f"Komentar\n{ARTICLE}").text == clean(ARTICLE).text


def test_comment_prompt_stops_at_a_paragraph() -> None:
    late = (
        "Bupati juga meminta seluruh kepala distrik melaporkan jumlah pegawai yang bekerja dari rumah setiap Jumat "
        "sore kepada sekretaris daerah."
    )
    assert late in clean(f"{ARTICLE}\n\nTinggalkan Balasan\n\n{late}").text


def test_heading_of_a_list_stops_at_a_paragraph() -> None:
    page = clean("Berita Terkait\nHarga Ikan Cakalang Naik\n\n" + ARTICLE)
    assert page.text == clean(ARTICLE).text


def test_numbered_section_after_read_also_stays() -> None:
    page = clean(
        f"{ARTICLE}\n\nBaca Juga:\nHarga Ikan Cakalang Naik\n\n2. Sampai akhir bulan\n\nJadwal berlaku sampai 31 Juli."
    )
    assert "2. Sampai akhir bulan" in page.text
    assert "Cakalang" not in page.text


@pytest.mark.parametrize(
    "items",
    [
        "- PPKM Level 3: 50 Persen WFO\n- PPKM Level 4: 25 Persen WFO",
        "• Zona hijau, 75 persen masuk\n• Zona merah, 25 persen masuk",
        "a. Eselon II dan III tetap masuk;\nb. Staf bergiliran dua hari.",
    ],
)
def test_list_of_rules_stays_wherever_it_stands(items: str) -> None:
    for page in (f"{ARTICLE}\n\nPembagiannya:\n{items}", f"{ARTICLE}\n\n{items}\n\nAturan itu ditinjau tiap pekan."):
        assert items in clean(page).text


def test_end_of_a_list_without_full_stops_stays() -> None:
    items = "1. Jawa, 75 persen WFO di kantor.\nB. Sektor Kritikal\n1. Jawa: 100 Persen WFO\n2. Papua: 100 Persen WFO"
    assert clean(f"{ARTICLE}\n\n{items}").text.endswith(items)


def test_same_share_under_two_headings_stays_twice() -> None:
    item = "PPKM Level 1, sebanyak 100 persen pegawai WFO"
    page = f"{ARTICLE}\n\nJawa dan Bali:\n{item}\n\nLuar Jawa dan Bali:\n{item}\n\nEdaran berlaku mulai hari ini."
    assert clean(page).text.count(item) == 2


@pytest.mark.parametrize(
    "heading", ["2. Luar Jawa dan Bali", "Daerah di luar Jawa dan Bali", "Wilayah dengan PPKM level 3"]
)
def test_same_heading_in_two_parts_of_a_list_stays_twice(heading: str) -> None:
    part = f"Kantor Sektor {{}}\n{heading}\n- Level 3, sebanyak 50 persen pegawai WFO."
    listed = "\n".join(["Bupati merinci aturan kerja pegawai.", part.format("Esensial"), part.format("Kritikal")])
    assert clean(listed).text.count(heading) == 2


def test_article_cut_off_in_its_last_sentence_stays() -> None:
    cut = (
        "Yance menambahkan, pegawai yang tinggal serumah dengan pasien wajib melapor kepada kepala dinasnya, "
        "tidak boleh masuk kantor dulu, dan tetap mengerjakan tugasnya dari rumah sampai hasil tesnya kel"
    )
    assert clean(f"{ARTICLE}\n\n{cut}").text.endswith(cut)


# -- headline -------------------------------------------------------------------------------------------------------


def headline(page: Clean) -> str | None:
    return page.text[slice(*page.headline)] if page.headline else None


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        (f"{TITLE}\n\n{ARTICLE}", None, TITLE),
        (f"{TITLE}\n\n{ARTICLE}", TITLE, TITLE),
        (f"{TITLE}\n\n{ARTICLE}", f"{TITLE} - Kabar Domberai", TITLE),
        (f"{TITLE.upper()}\n{ARTICLE}", TITLE, TITLE.upper()),
        (f"Birokrasi\n{TITLE}\n{ARTICLE}", None, TITLE),
        (f"{TITLE}\nRabu, 14 Juli 2021\n{TITLE}\n{ARTICLE}", TITLE, TITLE),
        (f"{TITLE} {ARTICLE}", TITLE, TITLE),
        (
            f"Balai Kota Sorong Kosong, Ke Mana Pegawainya?\n{ARTICLE}",
            None,
            "Balai Kota Sorong Kosong, Ke Mana Pegawainya?",
        ),
        (ARTICLE, TITLE, None),
        (ARTICLE, None, None),
        (
            f"Foto: Balai Kota Sorong Lengang\n{ARTICLE}",
            "Foto: Balai Kota Sorong Lengang",
            "Foto: Balai Kota Sorong Lengang",
        ),
    ],
)
def test_headline(text: str, title: str | None, expected: str | None) -> None:
    page = clean(text, title)
    assert headline(page) == expected
    if expected:
        assert page.text.count(expected) == 1


# -- one paragraph --------------------------------------------------------------------------------------------------

FLAT = " ".join(ARTICLE.split())


@pytest.mark.parametrize(
    "tail",
    [
        "Baca juga: Ada 11 Perawat di Nabire Positif",
        "Baca juga: Ada 11 Perawat di Nabire Positif Baca juga: Mimika Zona Merah, 75 Persen ASN WFH",
        "Editor: Bekti Tags: nabire, wfh 50 persen",
        "(bek) Penulis: Rina Berita Terkait - Nabire WFH 60 Persen - Biak Tutup Kantor",
        "Terbaru di Daerah: Nabire Rumahkan 50 Persen Pegawai | Sidang Ditunda",
        "COPYRIGHT © KABAR DOMBERAI 2021",
    ],
)
def test_tail_of_a_page_without_line_breaks(tail: str) -> None:
    assert clean(f"{FLAT} {tail}").text == normalise(FLAT).text


@pytest.mark.parametrize(
    ("headline", "sentence"),
    [
        ("Bupati Nabire Terapkan WFH 60 Persen", "Pegawai hamil diminta tetap di rumah."),
        ("Harga Ikan di Biak Naik", '"Semua harus patuh," katanya.'),
        ("Mimika Tutup 12 Kantor", "Wali Kota Sorong Yance Kambuaya juga meminta camat mengawasi."),
        ("Kasus Baru Biak Bertambah", "Namun pelayanan tidak berhenti."),
        ("Fakfak perpanjang masa kerja dari rumah", "Menurut Yance, jadwal ditinjau tiap pekan."),
        (
            "Raja Ampat WFH 50 Persen Hingga Akhir Tahun",
            "Kepala Bagian Hukum Setda, Otis Mambor, menyebut edaran itu sah.",
        ),
    ],
)
def test_read_also_inside_a_paragraph(headline: str, sentence: str) -> None:
    page = f"Pegawai digilir mulai Senin. Baca juga: {headline} {sentence} Edaran berlaku sebulan."
    assert clean(page).text == f"Pegawai digilir mulai Senin. {sentence} Edaran berlaku sebulan."


def test_headline_in_sentence_case_takes_the_doubtful_sentence_along() -> None:
    page = "Pegawai digilir. Baca juga: Nabire masih zona kuning, 50 persen masuk Jadwal disusun dinas. Edaran berlaku."
    assert clean(page).text == "Pegawai digilir. Edaran berlaku."


def test_headline_end_at_the_end_of_the_text() -> None:
    assert headline_end("Baca juga:", 10) == 10
    assert headline_end("Harga Ikan Naik", 0) == 15


# -- the same words in other clothes --------------------------------------------------------------------------------

DRESSES = {
    "crlf": lambda text: text.replace("\n", "\r\n"),
    "cr": lambda text: text.replace("\n", "\r"),
    "single breaks": lambda text: re.sub(r"\n+", "\n", text),
    "many breaks": lambda text: re.sub(r"\n+", "\n \n\n", text),
    "line separator": lambda text: text.replace("\n", "\u2028"),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "thin spaces": lambda text: text.replace(" ", "\u2009"),
    "doubled spaces": lambda text: text.replace(" ", "  "),
    "tabs": lambda text: text.replace(" ", "\t"),
    "straight quotes": lambda text: text.replace("“", '"').replace("”", '"'),
    "angled quotes": lambda text: text.replace("“", "«").replace("”", "»"),
    "low quotes": lambda text: text.replace("“", "„"),
    "doubled quotes": lambda text: text.replace("“", "‘’").replace("”", "’’"),
    "hyphens": lambda text: text.replace("–", "-"),
    "em dashes": lambda text: text.replace("–", "—"),
    "minus": lambda text: text.replace("–", "\u2212"),
    "nfd": lambda text: unicodedata.normalize("NFD", text),
    "full width": lambda text: re.sub(r"\d", lambda digit: chr(ord(digit[0]) + 0xFEE0), text),
    "zero width": lambda text: text.replace(" ", "\u200b ").replace("\n", "\ufeff\n"),
    "soft hyphens": lambda text: text.replace("per", "p\u00ader"),
    "html": lambda text: "<div>" + re.sub(r"\n+", "</p><p class='x'>", text) + "<br/></div>",
    "entities": lambda text: text.replace("“", "&ldquo;").replace("”", "&quot;").replace("–", "&#8211;"),
    "twice escaped": lambda text: text.replace(" ", "&amp;nbsp;"),
    "surrounding blanks": lambda text: f"\n\n  {text} \t\n",
    "bom": lambda text: "\ufeff" + text,
}
DRESSED = f"{TITLE}\n\n{ARTICLE}\n\nRéuni “Café” Papua dihentikan – sementara."


@pytest.mark.parametrize("dress", DRESSES.values(), ids=DRESSES.keys())
def test_other_characters_give_the_same_words(dress: object) -> None:
    assert callable(dress)
    assert clean(dress(DRESSED), TITLE).text == clean(DRESSED, TITLE).text


@pytest.mark.parametrize("width", [50, 66, 80])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_wrapped_lines_are_joined(width: int, gap: str) -> None:
    wrapped = gap.join(textwrap.fill(line, width, break_on_hyphens=False) for line in ARTICLE.split("\n\n"))
    assert words(clean(wrapped).text) == words(clean(ARTICLE).text)
    assert "dari rumah, sisanya di kantor" in clean(wrapped).text


def test_unbroken_page_is_not_joined() -> None:
    page = normalise(f"{TITLE}\nsuarasorong - Pegawai digilir.\n{ARTICLE}")
    assert mended(page, f"{TITLE}\nsuarasorong - Pegawai digilir.\n{ARTICLE}", load()) is page


def test_broken_sentence_keeps_date_and_figure() -> None:
    page = clean("Jam kerja\ndiatur mulai 5\nJuli 2021 sampai\n26 Juli 2021.\nHanya\n25\npersen yang\nmasuk kantor.")
    assert page.text == "Jam kerja diatur mulai 5 Juli 2021 sampai 26 Juli 2021.\nHanya 25 persen yang masuk kantor."


# -- characters and offsets -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("‘’Kami siap,’’ katanya", '"Kami siap," katanya'),
        ("Jum’at", "Jum'at"),
        ("50–75 persen", "50-75 persen"),
        ("５０％", "50%"),
        ("R&amp;D &lt;5 persen", "R&D <5 persen"),
        ("kurang < 5 dan > 3", "kurang < 5 dan > 3"),
        ("A&B; &tidakada; &#0;", "A&B; &tidakada; \ufffd"),
        ("<p>Satu</p><p>Dua</p>", "Satu\nDua"),
        ("<script>var a = 1;</script>Tiga<br>empat", "Tiga\nempat"),
        ("<a href='x'>tautan</a> <b>tebal</b>", "tautan tebal"),
        ("re\u0301uni", "réuni"),
        ("e\u200b\u0301", "é"),
        ("\u1112\u1161\u11ab", "\ud55c"),
        ("setengah\ud83d", "setengah\ufffd"),
        (" tepi ", "tepi"),
        ("a\x00b\x07c", "abc"),
    ],
)
def test_characters(source: str, text: str) -> None:
    assert normalise(source).text == text


@pytest.mark.parametrize(
    "needle", ["75 persen bekerja dari rumah", "800/119-BKPSDM/2021", "(12/7/2021)", "26 Juli 2021"]
)
def test_offsets_lead_back_to_the_source(needle: str) -> None:
    source = f"Tags: x\r\n\r\n&quot;{TITLE}&quot;\r\n{ARTICLE}".replace(" Juli", "\u00a0\u00a0Juli")
    page = clean(source)
    start = page.text.index(needle)
    there = source[slice(*page.to_source(start, start + len(needle)))]
    assert normalise(there).text == needle
    assert there.strip() == there


def test_stretch_across_furniture_contains_it() -> None:
    source = "Pegawai digilir mulai Senin.\n\nADVERTISEMENT\n\nEdaran berlaku sebulan penuh."
    page = clean(source)
    assert source[slice(*page.to_source(0, len(page.text)))] == source


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2), (0, 99)])
def test_offsets_outside_the_text(start: int, end: int) -> None:
    with pytest.raises(IndexError, match="outside a text of 4 characters"):
        normalise("satu").to_source(start, end)


def test_empty_stretch() -> None:
    page = normalise("  satu")
    assert page.to_source(0, 0) == (2, 2)
    assert page.to_source(4, 4) == (6, 6)
    assert Mapped.of("").to_source(0, 0) == (0, 0)


ODD = st.text(
    st.one_of(
        st.sampled_from([*"aAeE .,:\n\r\t\"'()-<>&;5%/pb\u0301\u0323\u00a0\u201c\u2019\u200b"]),
        st.characters(),
    ),
    max_size=120,
)


@given(ODD)
def test_normalised_text_is_regular(source: str) -> None:
    text = normalise(source).text
    assert unicodedata.is_normalized("NFC", text)
    assert text == text.strip()
    assert not re.search(r"  | \n|\n |\n\n|[\r\t\u00a0\u200b“”’–]", text)


@given(ODD)
def test_pieces_cover_text_and_go_forward(source: str) -> None:
    page = normalise(source)
    at = source_at = 0
    for piece in page.pieces:
        assert piece.start == at
        assert piece.source_start >= source_at
        assert piece.length > 0
        at, source_at = at + piece.length, piece.source_start + piece.source_length
    assert at == len(page.text)
    assert source_at <= len(source)


MARKS = st.lists(st.sampled_from([*"abé \n–“”5", "e\u0301", "\u00a0", "\u200b", "&nbsp;"]), max_size=60).map("".join)


@given(MARKS, st.data())
def test_every_stretch_stands_in_the_source(source: str, data: st.DataObject) -> None:
    page = normalise(source)
    start = data.draw(st.integers(0, len(page.text)))
    end = data.draw(st.integers(start, len(page.text)))
    there = source[slice(*page.to_source(start, end))]
    assert normalise(there).text == page.text[start:end].strip()


@given(ODD, st.one_of(st.none(), ODD))
def test_any_text_is_cleaned(source: str, title: str | None) -> None:
    page = clean(source, title)
    for part in page.dropped:
        assert 0 <= part.start <= part.end <= len(source)
    assert page.to_source(0, len(page.text))[1] <= len(source)
    if page.headline:
        assert 0 <= page.headline[0] < page.headline[1] <= len(page.text)


@pytest.mark.parametrize(
    "piece",
    [
        " ",
        "\n",
        "<p",
        "<script>",
        "&amp",
        "&#1;",
        "\u0301",
        "a\u0301",
        "'",
        "-",
        ".",
        "A. ",
        "(a/b) ",
        "Baca juga: ",
        "baca juga ",
        "Tag: a ",
        "Foto: ",
        "Editor: a | ",
        "1 | ",
        "12 Juli ",
        "a\n",
        "• A B C D\n",
        "Berita Terkait\n",
        "Komentar\n",
        "ikuti ",
        "iklan - ",
        "[",
        "\u1112",
        "#a",
        "HOME > ",
        "a.\n",
        "https://",
        "*",
        "pegawai masuk ",
    ],
)
def test_hostile_text_is_cleaned(piece: str) -> None:
    page = clean(piece * (100_000 // len(piece)))
    assert len(page.text) <= 100_000


# -- lines ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "prose", "title_case"),
    [
        ("Pegawai digilir mulai Senin.", True, False),
        ('"Kami siap," ujarnya.', True, False),
        ("Rinciannya sebagai berikut:", True, False),
        ("Pegawai digilir tiap pekan. (bek/red)", True, False),
        ("Harga Ikan di Biak Naik", False, True),
        ("DPRD Minta WFH Dicabut", False, True),
        ("Fakfak perpanjang masa kerja dari rumah", False, False),
        ("Siapkan meja yang tenang", False, False),
        ("Rina Wati", False, True),
        ("", False, False),
    ],
)
def test_lines(line: str, prose: bool, title_case: bool) -> None:
    assert is_prose(line) is prose
    assert in_title_case(line) is title_case


def test_rule_items() -> None:
    assert is_rule_item("Zona merah: WFO 25 persen")
    assert not is_rule_item("Bupati Inhil WFH 75 Persen")
