"""Saved pages: the article and its metadata out of every layout; encodings, pages in parts, broken HTML."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path

import pytest
from compare_extractors import Score, cleaned, edaran, edaran_unknown, precision_and_recall, score
from hypothesis import given
from hypothesis import strategies as st
from page_layouts import SavedPage, saved_pages

from corpus.article import Article, Reject
from corpus.cleaning import clean
from corpus.outlets import Outlet, find_outlet, load
from corpus.pages import read_page
from corpus.pages.decoding import decode
from corpus.parts import WHOLE, join_parts, part_of
from corpus.readers import read
from extract.dates import Published, resolve_base
from extract.observations import observe_article
from extract.schema import Reading

PAGES = saved_pages()
KNOWN = [page for page in PAGES if page.known]
UNKNOWN = [page for page in PAGES if not page.known]
PARAGRAPH = (
    "Wali kota meminta 75 persen pegawai bekerja dari rumah mulai Senin, 12 Juli 2021, sampai akhir bulan depan."
)
BODY = f"<p>{PARAGRAPH}</p><p>Dinas yang melayani warga menyusun jadwalnya sendiri, dan puskesmas buka setiap hari.</p>"


def page_with(head: str, body: str = "<h1>Edaran Terbit</h1>") -> str:
    return f"<html><head>{head}</head><body><div>{body}</div><div>{BODY}</div></body></html>"


# -- layouts --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.id)
def test_article_of_a_layout(page: SavedPage) -> None:
    precision, recall = precision_and_recall(_without_title(edaran(page), page), page.main_text)
    assert precision > 0.9, edaran(page)
    assert recall > 0.99, edaran(page)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.id)
def test_page_gives_the_rows_of_its_article(page: SavedPage) -> None:
    read = read_page(page.html, page.url)
    of_page, of_article = (
        observe_article(Article("1", text, title=page.article.title, published="2021-07-12", url=page.url))
        for text in (read.text, "\n".join(page.article.paragraphs))
    )
    assert _cells(of_page) == _cells(of_article)


def _cells(reading: Reading) -> list[dict[str, object]]:
    """Observations, measures and counts without their keys, which are made of the text."""
    rows = [*reading.observations, *reading.measures, *reading.case_counts]
    return [row.model_dump(exclude={"observation_id", "article_id", "policy_id"}) for row in rows]


def _without_title(text: str, page: SavedPage) -> str:
    return text.removeprefix(page.article.title)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.id)
def test_metadata_of_a_layout(page: SavedPage) -> None:
    read = read_page(page.html, page.url)
    assert read.title == page.article.title
    assert read.outlet == page.outlet
    published = resolve_base(read.text, read.published, read.url, outlet=read.outlet)
    assert published.date == page.article.published.date()


@pytest.mark.parametrize("outlet", load(), ids=lambda outlet: outlet.key)
def test_every_outlet_has_a_layout(outlet: Outlet) -> None:
    layouts = [page for page in PAGES if find_outlet(page.url) is outlet]
    assert layouts
    assert all(page.known for page in layouts)


def test_layouts_are_many_enough() -> None:
    assert len({page.layout for page in PAGES}) >= 25
    assert len({page.article.id for page in PAGES}) == len(PAGES) >= 60
    assert len(load()) >= 30


def test_unknown_outlets_are_read_by_the_general_rules() -> None:
    of_unknown, of_known = score(edaran, UNKNOWN), score(edaran_unknown, KNOWN)
    assert min(of_unknown.precision, of_unknown.recall) > 0.98
    assert of_known.precision > 0.97
    assert of_known.recall > 0.99


def test_cleaner_mends_what_an_extractor_leaves() -> None:
    assert score(cleaned, KNOWN).precision > 0.98


def test_score_counts_what_is_lost_and_what_is_added() -> None:
    page = PAGES[0]
    assert score(lambda page: page.main_text, [page]) == Score(1.0, 1.0, 1, 1)
    assert score(lambda page: "", [page]).recall == 0
    assert score(lambda page: page.main_text + "\nIklan", [page]).precision < 1


@pytest.mark.parametrize(
    "html",
    [
        f"<html><body>{BODY}<div class='kanan'><h1>Kabar Kita</h1></div></body></html>",
        f"<html><body aria-hidden='true'><h1>Edaran</h1>{BODY}</body></html>",
        f"<html><body><div aria-hidden='true'>{BODY}</div><div class='modal'>Izinkan kami?</div></body></html>",
        f"<html><body><div class='article related-post-main'>{BODY}</div></body></html>",
        f"<html><body><form id='aspnetForm'>{BODY}</form></body></html>",
        f"<html><head><title>Edaran</title>{BODY}",
    ],
)
def test_article_is_found_under_odd_names(html: str) -> None:
    assert read_page(html).text.startswith(PARAGRAPH)


# -- metadata -------------------------------------------------------------------------------------------------------


DAY = '"datePublished":"2021-07-12"'


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta property="article:published_time" content="2021-07-12T09:30:00+07:00">', "2021-07-12T09:30:00+07:00"),
        ('<meta name="content_PublishedDate" content="2021-07-12 09:30:00">', "2021-07-12 09:30:00"),
        ('<meta property="article:published_time" content="0000-00-00 00:00:00">', None),
        ('<meta property="article:published_time" content="1970-01-01T00:00:00Z">', None),
        ('<meta property="article:modified_time" content="2024-01-01">', None),
    ],
)
def test_day_in_the_metadata(head: str, published: str | None) -> None:
    assert read_page(page_with(head)).published == published


@pytest.mark.parametrize(
    ("data", "published"),
    [
        (f'{{"@type":"NewsArticle",{DAY}}}', "2021-07-12"),
        (f'[{{"@graph":[{{"@type":["X","Article"],{DAY}}}]}}]', "2021-07-12"),
        (f'{{"@type":"NewsArticle","headline":"a\nb",{DAY}}}', "2021-07-12"),
        (f'{{"@type":"VideoObject",{DAY}}}', None),
        (f'{{"@type":"ItemList","itemListElement":[{{"@type":"NewsArticle",{DAY}}}]}}', None),
        ('{"@type":"NewsArticle",', None),
        ('{"@type":7,"datePublished":["2021"]}', None),
        ("[" * 100_000, None),
    ],
)
def test_day_in_the_linked_data(data: str, published: str | None) -> None:
    assert read_page(page_with(f'<script type="application/ld+json">{data}</script>')).published == published


@pytest.mark.parametrize(
    ("body", "published"),
    [
        ('<h1>Edaran Terbit</h1><time datetime="2021-07-12T09:30">12 Juli</time>', "2021-07-12T09:30"),
        ('<h1>Edaran Terbit</h1><span itemprop="datePublished" content="2021-07-12"></span>', "2021-07-12"),
        (f'<h1>Edaran Terbit</h1>{BODY}<time datetime="2024-01-01">lain</time>', None),
        (
            '<h1>Edaran Terbit</h1></div></div></div></div><div><time datetime="2024-01-01">lain</time><div><div><div>',
            None,
        ),
    ],
)
def test_day_in_the_elements(body: str, published: str | None) -> None:
    html = f"<html><body><div><div><div><div>{body}</div></div></div></div><div>{BODY}</div></body></html>"
    assert read_page(html).published == published


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("Senin, 12 Juli 2021 | 09:30 WIT", "Senin, 12 Juli 2021 | 09:30 WIT"),
        ("Redaksi - 12/07/2021, 09:30", "12/07/2021, 09:30"),
        ("Jul 12, 2021", "Jul 12, 2021"),
        ("Dibaca 1204 kali", None),
        ("Surat bernomor 800/12/2021", None),
    ],
)
def test_printed_day_opens_the_text_where_no_metadata_tells_it(line: str, first: str | None) -> None:
    read = read_page(page_with("", f"<h1>Edaran Terbit</h1><p class='tgl'>{line}</p>"))
    assert read.published is None
    assert (read.text.split("\n")[0] == first) == (first is not None)
    assert PARAGRAPH in clean(read.text, read.title).text.split("\n")[:2]
    assert resolve_base(read.text) == (Published(dt.date(2021, 7, 12), "dateline") if first else Published(None, None))


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>Edaran Terbit - Kabar</title>", "<h1>Edaran Terbit</h1>", "Edaran Terbit"),
        ("<title>Edaran Terbit | Kabar.example</title>", "", "Edaran Terbit"),
        ("<title>Kabar</title>", "<h1>Edaran Terbit</h1>", "Kabar"),
        ("", "<h1>Edaran Terbit</h1>", "Edaran Terbit"),
        ("", "<h1>Edaran</h1><h1>Terbit</h1>", None),
        ('<meta property="og:title" content="Edaran Ter...">', "<h1>Kabar</h1>", "Edaran Ter..."),
    ],
)
def test_title(head: str, body: str, title: str | None) -> None:
    assert read_page(page_with(head, body), "https://kabar.example/a").title == title


@pytest.mark.parametrize(
    ("head", "address"),
    [
        ('<link rel="canonical" href="/berita/edaran">', "https://kabar.example/berita/edaran"),
        ('<link rel="canonical" href="//m.kabar.example/edaran?page=all">', "https://m.kabar.example/edaran"),
        ('<link rel="canonical" href="https://kabar.example/">', "https://kabar.example/d-7/edaran-wfh"),
        ('<link rel="canonical" href="https://lain.example/edaran">', "https://kabar.example/d-7/edaran-wfh"),
        ('<link rel="canonical" href="http://[">', "https://kabar.example/d-7/edaran-wfh"),
        ('<meta property="og:url" content="https://kabar.example/x">', "https://kabar.example/x"),
        ("", "https://kabar.example/d-7/edaran-wfh"),
    ],
)
def test_address(head: str, address: str) -> None:
    assert read_page(page_with(head), "https://kabar.example/d-7/edaran-wfh?utm_source=x").url == address


# -- bytes ----------------------------------------------------------------------------------------------------------

WORDS = "Wali Kota: “separuh” – café"


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", ""),
        ("utf-8", "iso-8859-1"),
        ("utf-8-sig", ""),
        ("utf-16", ""),
        ("utf-32", ""),
        ("windows-1252", "iso-8859-1"),
        ("windows-1252", "windows-1252"),
        ("windows-1252", ""),
        ("windows-1252", "punycode"),
        ("windows-1252", "iso-8859-99"),
    ],
)
def test_encodings(encoding: str, declared: str) -> None:
    page = f'<meta charset="{declared}"><p>{WORDS}'
    assert decode(page.encode(encoding)).endswith(WORDS)


def test_some_broken_bytes_leave_the_rest_readable() -> None:
    assert decode(f"{WORDS} ".encode() * 3 + b"\x93x").startswith(WORDS)


# -- parts ----------------------------------------------------------------------------------------------------------

ADDRESS = "https://a.example/read/1/edaran-wfh-kota-terbit"


@pytest.mark.parametrize(
    ("url", "address", "number"),
    [
        ("https://a.example/read/2021/07/12/edaran-wfh?page=2", "https://a.example/read/2021/07/12/edaran-wfh", 2),
        ("https://a.example/read/edaran-wfh?page=all#komentar", "https://a.example/read/edaran-wfh", WHOLE),
        ("https://a.example/d-5/edaran-wfh?single=1", "https://a.example/d-5/edaran-wfh", WHOLE),
        (f"{ADDRESS}/3", ADDRESS, 3),
        (f"{ADDRESS}/all", ADDRESS, WHOLE),
        (f"{ADDRESS}/page/2/", ADDRESS, 2),
        ("https://a.example/2021/7", "https://a.example/2021/7", 1),
        ("https://a.example/berita-daerah/12", "https://a.example/berita-daerah/12", 1),
        ("https://a.example/?p=77&halaman=2", "https://a.example/?p=77", 2),
        ("https://a.example/index.php?page=berita", "https://a.example/index.php?page=berita", 1),
        ("http://[", "http://[", 1),
    ],
)
def test_part_of(url: str, address: str, number: int) -> None:
    assert part_of(url) == (address, number)


def part(key: str, text: str, url: str | None, title: str | None = "Edaran WFH") -> Article:
    return Article(key, text, title=title, url=url)


FIRST = part("1", "A\n\nB", ADDRESS)
SECOND = part("2", "B\nC", f"{ADDRESS}?page=2", "Edaran WFH - Halaman 2")
THIRD = part("3", "D", f"{ADDRESS}/3")
ALL = part("4", "A\nB\nC\nD", f"{ADDRESS}?page=all", "Edaran WFH Halaman all")


@pytest.mark.parametrize(
    ("records", "joined"),
    [
        ([FIRST, SECOND], [("1; 2", "A\nB\nC")]),
        ([SECOND, FIRST], [("2; 1", "A\nB\nC")]),
        ([FIRST, SECOND, THIRD], [("1; 2; 3", "A\nB\nC\nD")]),
        ([FIRST, ALL], [("1; 4", "A\nB\nC\nD")]),
        ([FIRST, THIRD], [("1", "A\n\nB"), ("3", "D")]),
        ([SECOND, THIRD], [("2", "B\nC"), ("3", "D")]),
        ([FIRST, FIRST], [("1", "A\n\nB"), ("1", "A\n\nB")]),
        ([FIRST, part("5", "X", f"{ADDRESS}?page=2", "Lain")], [("1", "A\n\nB"), ("5", "X")]),
        ([part("6", "X", None), part("7", "Y", None)], [("6", "X"), ("7", "Y")]),
        ([FIRST, Reject("8", "", 8, "broken"), SECOND], [("1", "A\n\nB"), ("8", None), ("2", "B\nC")]),
        ([], []),
    ],
)
def test_pages_of_one_article_are_joined(records: list[Article | Reject], joined: list[tuple[str, str | None]]) -> None:
    found = list(join_parts(records))
    assert [(one.source_id, one.text if isinstance(one, Article) else None) for one in found] == joined


ADDRESSES = st.sampled_from(
    [None, ADDRESS, f"{ADDRESS}?page=2", f"{ADDRESS}/3", f"{ADDRESS}?page=all", "https://b.example/1"]
)


@given(st.lists(st.tuples(ADDRESSES, st.sampled_from(["Edaran", "Edaran - Halaman 2", None, "Lain"])), max_size=8))
def test_joining_loses_no_record(given_pages: list[tuple[str | None, str | None]]) -> None:
    pages = [part(str(at), f"Teks {at}.", url, title) for at, (url, title) in enumerate(given_pages)]
    found = list(join_parts(pages))
    assert "; ".join(one.source_id for one in found).split("; ") == [page.source_id for page in pages] or not pages
    assert all(one in pages or "; " in one.source_id for one in found)


@given(st.text(max_size=80))
def test_any_text_is_an_address(text: str) -> None:
    address, number = part_of(f"https://a.example/{text}")
    assert number >= WHOLE
    assert part_of(address)[0] == part_of(part_of(address)[0])[0]


def test_joined_article_has_the_address_and_headline_of_the_whole() -> None:
    (article,) = join_parts([SECOND, FIRST])
    assert isinstance(article, Article)
    assert (article.url, article.title) == (ADDRESS, "Edaran WFH")


def test_pages_of_one_article_in_a_dump_are_one_article(tmp_path: Path) -> None:
    lines = [{"id": one.source_id, "text": one.text, "title": one.title, "url": one.url} for one in (FIRST, SECOND)]
    dump = tmp_path / "dump.jsonl"
    dump.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    assert [(one.source_id, one.url) for one in read(dump)] == [("1; 2", ADDRESS)]


def test_a_page_of_an_article_keeps_its_number() -> None:
    page = next(page for page in PAGES if page.layout == "poskupang")
    assert read_page(page.html, page.url).url == page.url
    assert page.url.endswith("?page=2")


# -- hostile and broken ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "html",
    [
        "",
        " ",
        "\0",
        "<",
        "<!---->",
        "<html></html>",
        "%PDF-1.4",
        "<?xml version='1.0' encoding='x'?>",
        "\ud800",
        "<p>" * 5_000,
        "{}",
    ],
)
def test_what_is_no_page_gives_no_text(html: str) -> None:
    assert read_page(html).text == ""


def test_deep_nesting_does_not_hide_the_article() -> None:
    assert PARAGRAPH in read_page(f"{'<div>' * 1_500}{BODY}").text


@pytest.mark.parametrize(
    "piece",
    ["<b>x", "<table><tr><td>", "<li>a", "<p class='baca-juga related'>x ", "&nbsp;", "<br>", "Baca juga: ", "<h1>"],
)
def test_long_hostile_pages_are_read(piece: str) -> None:
    for head in ("", "<!doctype html><title>Edaran</title>"):
        read = read_page(head + piece * 10_000 + BODY)
        assert isinstance(clean(read.text, read.title).text, str)


@given(
    st.text(max_size=300)
    | st.lists(st.sampled_from(re.findall(r"<[^>]+>|\w+", PAGES[0].html)), max_size=60).map("".join)
)
def test_any_text_is_a_page(html: str) -> None:
    read = read_page(html, "https://news.detik.com/a")
    assert all(line.strip() for line in read.text.split("\n")) or not read.text
    assert "\0" not in read.text


@given(st.binary(max_size=200))
def test_any_bytes_are_a_page(data: bytes) -> None:
    assert isinstance(read_page(data).text, str)


@pytest.mark.parametrize("control", ["\x02", "&#1;", "&#x1F;", "\0"])
def test_control_characters(control: str) -> None:
    page = read_page(
        f"<html><body><article><p>Pemkot{control} WFH<script>x</script>{control} lagi.</p></article></html>"
    )
    assert page.text == "Pemkot WFH lagi."
