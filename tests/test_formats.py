"""Any dump: the same articles in every format, compression and place come out as the same rows."""

from __future__ import annotations

import json
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


def tables(given: Path | str, out: Path) -> dict[str, bytes]:
    """The files of a run; the paths, which differ, taken out."""
    run([given], out)
    files = {path.name: path.read_bytes() for path in out.iterdir() if path.suffix == ".csv"}
    lines = files["articles.csv"].decode().split("\n")
    return files | {"articles.csv": "\n".join(lines).replace(str(given), "DUMP").encode()}


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


@pytest.mark.parametrize("name", ["a.csv.gz", "a.warc.gz", "a.parquet", "a.json.zst"])
def test_tables_are_the_same_bytes(articles: list[Given], tmp_path: Path, name: str) -> None:
    few = articles[:40]
    _, suffix, *packing = name.split(".")
    data = dumps.PACKINGS["".join(f".{p}" for p in packing)](dumps.FORMATS[suffix](few))
    given = dumps.write(tmp_path / name, data)
    plain = dumps.write(tmp_path / "a.jsonl", dumps.json_lines(few))
    assert tables(given, tmp_path / "one") == tables(plain, tmp_path / "two")
