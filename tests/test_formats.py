"""Any dump: the same articles in every format, compression and place come out as the same rows."""

from __future__ import annotations

import csv
import io
import json
import re
import uuid
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import dumps
import fsspec
import pytest
from dumps import Given

from corpus.article import Article
from corpus.pages import read_page
from corpus.readers import read
from extract.batch import run
from models.relevance import names_covid, names_home_work
from models.relevance.first_filter import OFFICE_TERMS

OFFICE = re.compile("|".join(OFFICE_TERMS), re.IGNORECASE)
GOLD = Path(__file__).parents[1] / "corpus" / "gold"


@pytest.fixture(scope="session")
def articles() -> list[Given]:
    """200 pages of labelled articles, and the articles that `read_page` makes of them."""
    found: list[Given] = []
    for path in sorted(GOLD.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            given = json.loads(line)["input"]
            key = str(uuid.uuid5(uuid.NAMESPACE_URL, given["id"]))
            url = f"https://berita.example/{len(found)}"
            html = dumps.page(Article(key, given["text"], given["title"] or given["id"], url, "Berita", "2021-07-05"))
            page = read_page(html, url)
            found.append(Given(Article(key, page.text, page.title, page.url, page.outlet, page.published), html))
    return found[:200]


def contents(given: Path | str) -> list[Article]:
    """The articles of a dump without where they lay, by id."""
    found = list(read(given))
    assert all(isinstance(record, Article) for record in found), [r for r in found if not isinstance(r, Article)][:3]
    bare = [replace(record, source_path="", line=None) for record in found if isinstance(record, Article)]
    return sorted(bare, key=lambda article: article.source_id)


def expected(given: Sequence[Given]) -> list[Article]:
    return sorted((one.article for one in given), key=lambda article: article.source_id)


@pytest.mark.parametrize("packing", dumps.PACKINGS)
@pytest.mark.parametrize("suffix", dumps.FORMATS)
def test_every_format_in_every_compression(articles: list[Given], tmp_path: Path, suffix: str, packing: str) -> None:
    data = dumps.PACKINGS[packing](dumps.FORMATS[suffix](articles))
    assert contents(dumps.write(tmp_path / f"berita.{suffix}{packing}", data)) == expected(articles)


@pytest.mark.parametrize("suffix", dumps.FORMATS)
def test_every_format_in_an_archive(articles: list[Given], tmp_path: Path, suffix: str) -> None:
    half = len(articles) // 2
    files = {
        f"2021/a.{suffix}": dumps.FORMATS[suffix](articles[:half]),
        f"2022/b.{suffix}.gz": dumps.PACKINGS[".gz"](dumps.FORMATS[suffix](articles[half:])),
        "2022/gaya.css": b"body {}",
    }
    assert contents(dumps.write(tmp_path / "berita.zip", dumps.zipped(files))) == expected(articles)


@pytest.mark.parametrize(
    ("name", "write"),
    [
        ("satu.jsonl", dumps.one_line_array),
        ("satu.json", dumps.json_lines),
        ("titik-koma.csv", lambda articles: dumps.delimited(articles, ";")),
        ("tegak.csv", lambda articles: dumps.delimited(articles, "|")),
        ("utf16.csv", lambda articles: dumps.delimited(articles, "\t", "utf-16")),
        ("utf16.tsv", lambda articles: dumps.delimited(articles, "\t", "utf-16")),
        ("bom.csv", lambda articles: dumps.delimited(articles, ";", "utf-8-sig")),
        ("berita.warc.gz", dumps.warc_gz),
    ],
)
def test_variants(articles: list[Given], tmp_path: Path, name: str, write) -> None:  # type: ignore[no-untyped-def]
    assert contents(dumps.write(tmp_path / name, write(articles))) == expected(articles)


def test_windows_1252(articles: list[Given], tmp_path: Path) -> None:
    western = [
        one for one in articles if one.article.text.encode("cp1252", "ignore").decode("cp1252") == one.article.text
    ]
    quoted = [replace(one, article=replace(one.article, text=f"\u201c{one.article.text}\u201d")) for one in western]
    path = dumps.write(tmp_path / "berita.csv", dumps.delimited(quoted, ";", "cp1252"))
    assert contents(path) == expected(quoted)


@pytest.mark.parametrize("packing", dumps.PACKINGS)
def test_pages(articles: list[Given], tmp_path: Path, packing: str) -> None:
    for one in articles:
        key = one.article.source_id
        path = tmp_path / "halaman" / key[:2] / f"{key}.html{packing}"
        dumps.write(path, dumps.PACKINGS[packing](one.page))
    assert contents(tmp_path / "halaman") == expected(articles)


def test_texts(articles: list[Given], tmp_path: Path) -> None:
    """A text file says nothing but its text."""
    for one in articles:
        dumps.write(tmp_path / f"{one.article.source_id}.txt", one.article.text.encode())
    bare = [replace(one, article=Article(one.article.source_id, one.article.text)) for one in articles]
    assert contents(tmp_path) == expected(bare)


def test_pages_in_a_field(articles: list[Given], tmp_path: Path) -> None:
    lines = (json.dumps({"id": one.article.source_id, "html": one.page.decode()}) + "\n" for one in articles)
    assert contents(dumps.write(tmp_path / "berita.jsonl", "".join(lines).encode())) == expected(articles)


def test_patterns_folders_and_urls(articles: list[Given], tmp_path: Path) -> None:
    for number, suffix in enumerate(("jsonl", "csv", "parquet", "json")):
        part = articles[number * 50 : number * 50 + 50]
        dumps.write(tmp_path / "dump" / str(number) / f"a.{suffix}", dumps.FORMATS[suffix](part))
        fsspec.filesystem("memory").pipe(f"/berita/{number}/a.{suffix}", dumps.FORMATS[suffix](part))
    places = [
        tmp_path / "dump",
        str(tmp_path / "dump" / "*" / "a.*"),
        str(tmp_path / "dump" / "**" / "*.*"),
        str(tmp_path / "dump" / "?"),
        (tmp_path / "dump").as_uri(),
        "memory://berita",
        "memory://berita/*/*",
    ]
    for place in places:
        assert contents(place) == expected(articles), place
    fsspec.filesystem("memory").pipe("/b.zip", dumps.zipped({"a.json": dumps.json_array(articles)}))
    assert contents("memory://b.zip") == expected(articles)
    one = "memory://berita/1/a.csv"
    assert {record.source_path for record in read(one)} == {one}
    assert contents(one) == expected(articles[50:100])


# -- whole runs -----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def news(articles: list[Given]) -> list[Given]:
    """The 200 articles as a dump has them: a few on working from home, of the others what is about neither that nor
    COVID-19."""
    return [one if number % 25 == 0 else _on_something_else(one) for number, one in enumerate(articles)]


def _on_something_else(given: Given) -> Given:
    sentences = re.split(r"(?<=[.!?])\s+", given.article.text)
    text = " ".join(one for one in sentences if not (OFFICE.search(one) or names_home_work(one) or names_covid(one)))
    bare = replace(given.article, title=f"Kabar {given.article.source_id}", text=text)
    html = dumps.page(bare)
    page = read_page(html, bare.url)
    return Given(replace(bare, text=page.text, title=page.title), html)


@pytest.fixture(scope="session")
def expected_tables(news: list[Given], tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("tables")
    found = tables(dumps.write(folder / "berita.jsonl", dumps.json_lines(news)), folder / "out")
    assert found["policies.csv"].count(b"\n") > 3
    assert found["articles.csv"].count(b"irrelevant") > 150
    return found


def tables(given: Path | str, out: Path) -> dict[str, bytes]:
    """The tables of a run; `source_path`, which differs, taken out."""
    run([given], out)
    files = {path.name: path.read_bytes() for path in out.iterdir() if path.suffix in {".csv", ".parquet"}}
    rows = list(csv.DictReader(io.StringIO(files["articles.csv"].decode(), newline="")))
    assert len(rows) == 200
    assert all(row.pop("source_path").startswith(str(given)) for row in rows)
    del files["articles.parquet"]  # as articles.csv, and it holds the paths
    return files | {"articles.csv": json.dumps(rows).encode()}


@pytest.mark.parametrize("packing", [*dumps.PACKINGS, ".zip"])
@pytest.mark.parametrize("suffix", [*dumps.FORMATS, "html"])
def test_tables_are_the_same_bytes(
    news: list[Given], expected_tables: dict[str, bytes], tmp_path: Path, suffix: str, packing: str
) -> None:
    files = {f"berita.{suffix}": dumps.FORMATS[suffix](news)} if suffix in dumps.FORMATS else pages(news)
    place = dumps.lay(tmp_path / "dump", files, packing)
    assert tables(place, tmp_path / "out") == expected_tables


def pages(given: Sequence[Given]) -> dict[str, bytes]:
    return {f"{one.article.source_id[:2]}/{one.article.source_id}.html": one.page for one in given}


def test_tables_of_texts(news: list[Given], tmp_path: Path) -> None:
    """A text file says nothing but its text."""
    given = [*news[:50], *map(_on_something_else, news[50:])]  # rules without dates make long panels
    bare = [replace(one, article=Article(one.article.source_id, one.article.text)) for one in given]
    plain = dumps.write(tmp_path / "berita.jsonl", dumps.json_lines(bare))
    wanted = tables(plain, tmp_path / "plain")
    files = {f"{one.article.source_id}.txt": one.article.text.encode() for one in given}
    for packing in (*dumps.PACKINGS, ".zip"):
        assert tables(dumps.lay(tmp_path / f"dump{packing}", files, packing), tmp_path / f"out{packing}") == wanted
