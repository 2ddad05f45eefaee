"""The day of publication as outlets and dumps print it, read through every format."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import dumps
import pytest
from dumps import Given

from corpus.article import Article
from corpus.readers import read
from extract.batch import observe_all
from extract.dates import resolve_base

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
