"""The day of publication: as outlets and dumps print it, through every format; metadata before address before text."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import dumps
import pytest
from dumps import Given
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.article import Article
from corpus.readers import read
from extract.batch import observe_all
from extract.dates import Published, resolve_base

DAY = date(2026, 3, 12)
PRINTED = (
    "Kamis, 12 Mar 2026 14:05 WIB",
    "Kamis, 12 Maret 2026 | 14:05 WIB",
    "Kamis , 12 Maret 2026 - 14.05 WITA",
    "Kamis (12/3/2026) 14:05",
    "Kamis 12-03-2026,14:05 WIB",
    "KAMIS, 12 MARET 2026",
    "Kamis Pahing, 12 Maret 2026",
    "12 Maret 2026",
    "12 Mar 2026, 14:05 WIB",
    "12 Maret 2026 14:05 WIT",
    "12 Maret 2026 pukul 14.05",
    "12 Maret 2026 2:05 pm",
    "12 Maret 2026 (14:05)",
    "12 Maret 2026 · 3 menit baca",
    "12\u00a0Maret\u00a02026 14:05\u00a0WIB",
    "12/03/2026 14:05",
    "12-03-2026 14:05:33",
    "12.03.2026",
    "Maret 12, 2026",
    "March 12, 2026 at 2:05 pm",
    "Mar 12, 2026 - 14:05",
    "12th March 2026",
    "Thursday, 12 March 2026",
    "Kam, 12 Mar 2026 14:05:00 +0700",
    "Terbit: Kamis, 12 Maret 2026 14:05",
    "Tayang: Kamis, 12 Maret 2026 14:05 WIB",
    "Diterbitkan 12 Mar 2026, 14:05 WIB",
    "Diterbitkan 12 Mar 2026, 14:05 WIB Diperbarui 13 Mar 2026, 08:00 WIB",
    "Dipublikasikan pada 12 Maret 2026",
    "Diperbarui 12 Mar 2026, 14:05 WIB",
    "Update : 12 Maret 2026 14:05 WIB",
    "Last updated: 12 Mar 2026 14:05",
    "Posted on 12 Maret 2026",
    "Published: 12 March 2026 14:05",
    "Kompas.com - 12/03/2026, 14:05 WIB",
    "Oleh Redaksi - Kamis, 12 Maret 2026",
    "Redaksi | 12 Maret 2026 | 14:05",
    "Bogor, 12 Maret 2026",
    "2 jam yang lalu (12 Maret 2026)",
    "2026-03-12T14:05:00+0700",
    "2026-03-12 14:05:00.000000",
    "2026-03-12T07:05:00.000+00:00",
    "2026/03/12",
    "2026-3-12",
    "Thu, 12 Mar 2026 07:05:00 GMT",
    "Thu Mar 12 2026 14:05:00 GMT+0700 (Western Indonesia Time)",
)
"""All of them the same day."""
IN_TABLES = (
    "12/3/26",
    "20260312T140500+0700",
    "20260311T170500Z",
    "1773299100",
    "1773299100.0",
    "1773299100000",
)
"""The same day as tables hold it; a page's metadata is only believed with a year that can be seen."""
TABLES = [suffix for suffix in dumps.FORMATS if suffix != "warc"]
UNTOLD = (
    "2 jam yang lalu",
    "2 jam lalu",
    "3 hari yang lalu",
    "1 minggu lalu",
    "baru saja",
    "Diperbarui 2 jam yang lalu",
    "Kemarin, 14:05",
    "Hari ini, 14:05 WIB",
    "Kamis, 14:05 WIB",
    "12 Maret",
    "Maret 2026",
)
"""Days that are told from the moment of the crawl, which nobody knows, and parts of days."""


def dump(path: Path, suffix: str, printed: tuple[str, ...]) -> Path:
    articles = [Article(f"n{n}", f"Hujan turun di Bogor {n}.", "Hujan", None, None, p) for n, p in enumerate(printed)]
    given = [Given(article, dumps.page(article)) for article in articles]
    return dumps.write(path / f"berita.{suffix}", dumps.FORMATS[suffix](given))


@pytest.mark.parametrize("suffix", dumps.FORMATS)
def test_every_printed_form_in_every_format(tmp_path: Path, suffix: str) -> None:
    given = PRINTED + IN_TABLES if suffix in TABLES else PRINTED
    articles = [record for record in read(dump(tmp_path, suffix, given)) if isinstance(record, Article)]
    days = {article.published: resolve_base("", article.published) for article in articles}
    assert len(days) == len(given)
    assert {printed: day for printed, day in days.items() if (day.date, day.source) != (DAY, "metadata")} == {}


@pytest.mark.parametrize("suffix", TABLES)
def test_what_tells_no_day_is_left_empty_with_a_warning(tmp_path: Path, suffix: str) -> None:
    outcomes = list(observe_all(read(dump(tmp_path, suffix, UNTOLD))))
    assert [outcome.reading.article.published for outcome in outcomes] == [None] * len(UNTOLD)
    for outcome, printed in zip(outcomes, UNTOLD, strict=True):
        assert outcome.problem is not None
        assert outcome.problem.reason == f"published: {printed!r} is no date; give it as 2021-06-28"


# --- metadata, address, text
@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("2021-06-28", date(2021, 6, 28)),
        ("2021-06-28T01:10:00+07:00", date(2021, 6, 28)),
        ("2021-06-28 18:10:00", date(2021, 6, 28)),
        ("2021-06-27T18:30:00Z", date(2021, 6, 28)),
        ("2021-06-28T02:00:00+09:00", date(2021, 6, 28)),
        ("Mon, 28 Jun 2021 18:24:00 +0700", date(2021, 6, 28)),
        ("28/06/2021, 18:24 WIB", date(2021, 6, 28)),
        ("Senin, 28 Juni 2021 18:24", date(2021, 6, 28)),
        ("Senin, 28 Jun 2021 13:15 WIB", date(2021, 6, 28)),
        ("Juni 28, 2021", date(2021, 6, 28)),
        ("Mon, 28 Jun 2021 06:24 GMT", date(2021, 6, 28)),
        ("28 Jun 2021 | 6:24 PM", date(2021, 6, 28)),
        ("10/21/2025 20:43", date(2025, 10, 21)),
        ("05/06/2021 10:00", date(2021, 6, 5)),
        ("10/21/2025 08:43 PM GMT", date(2025, 10, 22)),
        ("28-Jun-2021 18.24", date(2021, 6, 28)),
        ("2021.06.28 18:24", date(2021, 6, 28)),
        ("Monday, June 28 2021 - 18:24", date(2021, 6, 28)),
        ("2021-06-27 18:30:00 UTC", date(2021, 6, 28)),
        ("2021-06-28 23:50 WIB", date(2021, 6, 28)),
        ("2021-06-27T18:30:00.000Z", date(2021, 6, 28)),
        ("2021/06/28 18:24:00", date(2021, 6, 28)),
        ("1624818600", date(2021, 6, 28)),
        ("1624818600000", date(2021, 6, 28)),
        ("20210628", date(2021, 6, 28)),
        ("20210628182435", date(2021, 6, 28)),
        ("20211332", None),
        ("2021-13-01 10:00 WIB", None),
        ("0", None),
        ("9" * 400, None),
        ("2 hari lalu", None),
        ("Juni 2021", None),
        ("31/02/2021 10:00", None),
        ("13/13/2021", None),
        ("2021" * 30, None),
        ("1970-01-01", None),
        ("kemarin", None),
        ("", None),
    ],
)
def test_published_in_the_metadata(printed: str, day: date | None) -> None:
    assert resolve_base("", printed) == Published(day, "metadata" if day else None)


@pytest.mark.parametrize(
    ("text", "url", "outlet", "hour", "day"),
    [
        ("Apel pukul 07.30 WIT.", None, None, "15:30", 28),
        ("Apel pukul 07.30 WITA.", None, None, "15:30", 27),
        ("Apel pukul 07.30 WITA.", None, None, "16:30", 28),
        ("Apel pukul 07.30 WITA, disiarkan pukul 06.30 WIB.", None, None, "16:30", 27),
        ("Tanpa jam.", None, None, "16:30", 27),
        ("Apel pukul 07.30 WIT.", "https://www.kompas.com/a", None, "16:30", 27),
        ("Tanpa jam.", "https://www.balipost.com/a", None, "16:30", 28),
        ("Tanpa jam.", None, "Bali Post", "16:30", 28),
    ],
)
def test_moment_in_utc_is_a_day_at_the_outlet(
    text: str, url: str | None, outlet: str | None, hour: str, day: int
) -> None:
    for stamp in (f"2021-06-27T{hour}:00Z", f"2021-06-27T{hour}:00+00:00", f"Sun, 27 Jun 2021 {hour}:00 GMT"):
        assert resolve_base(text, stamp, url, outlet=outlet) == Published(date(2021, 6, day), "metadata")


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.example/read/2021/06/28/18243591/wfh", date(2021, 6, 28)),
        ("https://a.example/2021-06-28-wfh.html", date(2021, 6, 28)),
        ("https://a.example/nasional/20210628182435-20-660412/wfh", date(2021, 6, 28)),
        ("https://a.example/wfh-20210628", date(2021, 6, 28)),
        ("https://a.example/berita/28/06/2021/wfh", date(2021, 6, 28)),
        ("https://a.example/2021/06/28.html", date(2021, 6, 28)),
        ("https://a.example/2021/06/28", date(2021, 6, 28)),
        ("https://a.example/2021/06/28-pegawai-positif.html", None),
        ("https://a.example/2021/06/wfh", None),
        ("https://a.example/berita/d-5623256/wfh", None),
        ("https://a.example/wfh?d=2021-06-28", None),
        ("https://a.example/20211399/wfh", None),
        ("http://[", None),
    ],
)
def test_published_in_the_url(url: str, day: date | None) -> None:
    assert resolve_base("", None, url) == Published(day, "url" if day else None)


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("ASN WFH\nRabu, 25 Maret 2020 - 15:58 WIB\nPALU - Mulai besok.", Published(date(2020, 3, 25), "dateline")),
        ("ASN WFH\nKabar Poso - 18/03/2020, 06:00 WIB\nIsi.", Published(date(2020, 3, 18), "dateline")),
        ("ENDE, 3 Mei 2021 – Bupati merumahkan pegawai.", Published(date(2021, 5, 3), "dateline")),
        ("Terbit pada 3 Mei 2021\nBupati merumahkan pegawai.", Published(date(2021, 5, 3), "dateline")),
        ("Rabu, 27 November 2024 10:20\nKata dia, Senin (19/7/2021).", Published(date(2021, 7, 19), "text")),
        ("“Separuh,” kata dia, Senin (28/6/2021). Mulai Kamis (1/7/2021).", Published(date(2021, 6, 28), "text")),
        ("Mulai hari ini, Selasa (13/7/2021), pegawai WFH.", Published(date(2021, 7, 13), "text")),
        ("Kata dia, Kamis (14/1). Berlaku 11-25 Januari 2021.", Published(date(2021, 1, 14), "text")),
        ("Kata dia, Kamis (14/1), soal SE Nomor 5 Tahun 2020.", Published(None, None)),
        ("Edaran tanggal 3 Mei 2021 berlaku mulai Senin (10/5/2021).", Published(None, None)),
    ],
)
def test_published_in_the_text(text: str, published: Published) -> None:
    assert resolve_base(text) == published


def test_metadata_comes_before_the_url_and_the_text() -> None:
    text, url = "Kata dia, Senin (28/6/2021).", "https://a.example/2021/06/27/wfh"
    assert resolve_base(text, "2021-06-26", url).source == "metadata"
    assert resolve_base(text, None, url) == Published(date(2021, 6, 27), "url")


@settings(deadline=None, max_examples=300)
@given(st.text(max_size=300), st.text(max_size=40), st.text(max_size=60))
def test_any_input_gives_a_published_day_or_none(text: str, printed_day: str, url: str) -> None:
    published = resolve_base(text, printed_day, url)
    assert (published.date is None) == (published.source is None)
