"""The documentation says what the code does: columns, the README's article and rows, file and rule names, links."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import compare_extractors
import pytest

import corpus
import extract
from extract.cli import main
from extract.codebook import markdown
from extract.schema import Reading, count_id

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
HOW_IT_WORKS = (ROOT / "docs" / "how_it_works.md").read_text(encoding="utf-8")
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
SAMPLES = ROOT / "corpus" / "samples" / "articles.jsonl"
EXAMPLE = "S-024"
TERMINAL_WIDTH = "118"

Cells = dict[str, tuple[str, str]]


def blocks(page: str, language: str) -> list[str]:
    """The fenced blocks of a page in one language."""
    return re.findall(rf"^```{language}\n(.*?)\n```$", page, re.MULTILINE | re.DOTALL)


def table_below(page: str, heading: str) -> Cells:
    """The Markdown table with this heading: its second and third cell by its first, without backquotes."""
    lines = page[page.index(heading) :].splitlines()[2:]
    rows: Cells = {}
    for line in lines:
        if not line.startswith("|"):
            break
        name, value, words = (cell.strip().strip("`") for cell in line.strip("|").split(" | "))
        rows[name] = value, words
    return rows


def cells(reading: Reading, row_id: str, values: dict[str, object]) -> Cells:
    """The filled cells of a row that have evidence, printed as in CSV, with their words."""
    words = {e.column: " ".join(e.text.split()) for e in reading.evidence if e.row_id == row_id}
    return {
        name: (f"{value:g}" if isinstance(value, float) else str(value), words[name])
        for name, value in values.items()
        if name in words
    }


@pytest.fixture(scope="module")
def reading() -> Reading:
    article = next(a for a in corpus.read(SAMPLES) if a.source_id == EXAMPLE)
    assert isinstance(article, corpus.Article)
    return extract.observe(article.text, title=article.title, published=article.published, url=article.url)


def sample_line() -> str:
    return next(line for line in SAMPLES.read_text(encoding="utf-8").splitlines() if f'"{EXAMPLE}"' in line)


def test_columns_page_is_made_from_the_schema() -> None:
    stored = (ROOT / "docs" / "columns.md").read_text(encoding="utf-8")
    assert stored == markdown(), "run `python -m extract.codebook > docs/columns.md`"


def test_readme_shows_the_whole_article() -> None:
    record = json.loads(sample_line())
    given = [record["title"], record["published"], record["text"]]
    assert blocks(README, "text")[0].split() == " ".join(given).split()


def test_readme_shows_the_row(reading: Reading) -> None:
    (row,) = reading.observations
    expected = cells(reading, row.observation_id, row.model_dump())
    assert table_below(README, "| column | value | read from |") == expected


def test_readme_shows_the_count(reading: Reading) -> None:
    (count,) = reading.case_counts
    ((metric, shown),) = table_below(README, "| metric | value | read from |").items()
    evidence = cells(reading, count_id(count.article_id, count.count_no), count.model_dump())
    assert (metric, shown) == (count.metric, evidence["value"])


def test_readme_shows_what_the_command_prints(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", TERMINAL_WIDTH)
    Path("tidore.jsonl").write_text(sample_line(), encoding="utf-8")
    assert main(["run", "tidore.jsonl", "-o", "out"]) == 0
    shown = next(block for block in blocks(README, "console") if block.startswith("$ edaran run"))
    assert shown.splitlines()[1:] == capsys.readouterr().out.splitlines()


def links(page: Path) -> Iterator[str]:
    yield from re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    assert [link for link in links(page) if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_files_that_are_named_exist(page: Path) -> None:
    named = re.findall(r"`([\w./]+\.(?:py|csv|toml|md))`", page.read_text(encoding="utf-8"))
    places = (ROOT, ROOT / "extract", ROOT / "corpus", ROOT / "corpus" / "furniture", ROOT / "corpus" / "regions")
    assert [name for name in named if not any((place / name).exists() for place in places)] == []


def test_a_rule_leads_to_its_file(reading: Reading) -> None:
    files = {part.split(".")[0] for e in reading.evidence for part in e.rule.split("+") if "." in part}
    assert files
    homes = {name: (ROOT / "extract" / name, ROOT / "extract" / f"{name}.py") for name in files}
    assert [name for name, places in homes.items() if not any(place.exists() for place in places)] == []


def test_every_column_has_a_file_that_decides_it() -> None:
    """The page's table names every column of `observations` but keys and what no step fills yet."""
    groups = {"region_code", "region_name", "region_level", "province_code", "province_name", "iso_3166_2", "bps_code"}
    keys = {"observation_id", "article_id", "policy_id", "confidence"}
    columns = set(extract.schema.Observation.model_fields) - groups - keys
    table = HOW_IT_WORKS[HOW_IT_WORKS.index("| cell |") :].split("\n\n")[0]
    assert columns - set(re.findall(r"`(\w+)`", table)) == set()


def test_measures_of_pages_are_those_of_the_code(capsys: pytest.CaptureFixture[str]) -> None:
    compare_extractors.main()
    printed = [line for line in capsys.readouterr().out.splitlines() if line]
    page = (ROOT / "docs" / "input.md").read_text(encoding="utf-8")
    assert len(printed) > 70
    assert [line for line in printed if line.removesuffix(".") not in page] == []
