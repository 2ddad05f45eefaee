"""A dataset in the forms that others open."""

from __future__ import annotations

import asyncio
import csv
import datetime as dt
import json
import sqlite3
from contextlib import closing
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from datasette.app import Datasette
from frictionless import Package, validate

from extract.batch import run
from extract.cli import main
from extract.codebook import html
from extract.commands import FORMATS
from extract.dataset import Dataset, assemble, write_dataset
from extract.errors import CommandError
from extract.merge import read_dataset_of
from extract.publish import changes as changing
from extract.publish.changes import changes, write_changes
from extract.publish.coronanet import column_names, write_coronanet
from extract.publish.database import FACETS, SEARCHED, write_database
from extract.publish.spreadsheet import write_excel_csv, write_workbook
from extract.schema import KEYS, REFERENCES, TABLES, ArticleRow, Evidence, Observation, Reading, columns

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "corpus" / "samples" / "articles.jsonl"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("out")
    lines = (ROOT / "corpus" / "gold" / "policies" / "written.jsonl").read_text(encoding="utf-8").splitlines()
    told = folder / "told.jsonl"
    told.write_text("".join(json.dumps(json.loads(line)["input"]) + "\n" for line in lines), encoding="utf-8")
    run([SAMPLES, told], folder / "set")
    return folder / "set"


@pytest.fixture(scope="module")
def dataset(out: Path) -> Dataset:
    return read_dataset_of(out)


def reading(key: str = "a", *, title: str = "WFH", quote: str = "75", **cells: Any) -> Reading:
    given = {"observation_id": f"{key}-1", "article_id": key, "region_code": "32.71", "trigger": "covid19"}
    given |= {"region_level": "city", "region_name": "Kota Bogor", "action": "impose", "target": "asn"}
    proof = Evidence(
        evidence_id=f"{key}-e1",
        table="observations",
        row_id=f"{key}-1",
        column="wfh_pct",
        article_id=key,
        start=0,
        end=len(quote),
        text=quote,
        rule="shares.percent",
    )
    row = ArticleRow(article_id=key, source_id=key, status="extracted", title=title, url=f"https://pos.example/{key}")
    return Reading(row, (Observation.model_validate(given | cells),), evidence=(proof,))


def table(path: Path, encoding: str = "utf-8") -> list[dict[str, str]]:
    with path.open(encoding=encoding, newline="") as file:
        return list(csv.DictReader(file))


# --- Data Package ----------------------------------------------------------------------------------------------------
def test_frictionless_finds_no_error(out: Path) -> None:
    report = validate(str(out / "datapackage.json"))
    assert report.flatten(["title", "message"]) == []
    assert [task.name for task in report.tasks] == list(TABLES)


@pytest.mark.parametrize("form", ["xlsx", "sqlite"])
def test_a_place_that_cannot_be_written_is_told(out: Path, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    place = out / "articles.csv" / f"a.{form}"  # a file is no folder
    assert main(["export", str(out), form, "-o", str(place)]) == 2
    assert f"cannot write {place}" in capsys.readouterr().err


def test_a_panel_of_an_unknown_region_is_refused(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    days = ["--from", "2021-07-01", "--to", "2021-07-02"]
    assert main(["export", str(out), "panel", *days, "--region", "99.99"]) == 2
    assert "no region has the code 99.99" in capsys.readouterr().err


def test_frictionless_finds_no_error_in_an_empty_dataset(tmp_path: Path) -> None:
    write_dataset([], tmp_path)
    assert validate(str(tmp_path / "datapackage.json")).valid


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [("policies", ",asn,", ",pns,"), ("policies", ",city,", ",kota,"), ("observations", ",32.78,", ",3278,")],
)
def test_frictionless_finds_what_is_wrong(out: Path, tmp_path: Path, name: str, old: str, new: str) -> None:
    for path in out.glob("*.csv"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    text = (tmp_path / f"{name}.csv").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / f"{name}.csv").write_text(text.replace(old, new), encoding="utf-8")
    package = json.loads((out / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:  # so that the values are looked at, not the hashes alone
        del resource["hash"], resource["bytes"]
    (tmp_path / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    assert "constraint-error" in {error[0] for error in validate(str(tmp_path / "datapackage.json")).flatten(["type"])}


def test_the_package_describes_every_column(out: Path) -> None:
    package = Package(str(out / "datapackage.json"))
    for resource in package.resources:
        assert resource.schema.field_names == [column.name for column in columns(resource.name or "")]
        assert all(field.description for field in resource.schema.fields)
        assert tuple(resource.schema.primary_key) == KEYS[resource.name or ""]
    assert package.licenses[0]["name"] == "CC-BY-4.0"
    assert {"title": "Kie Raha Post"} in package.sources


def test_keys_and_references_name_columns() -> None:
    for name in TABLES:
        names = {column.name for column in columns(name)}
        assert set(KEYS[name]) | set(REFERENCES[name]) <= names
        assert set(REFERENCES[name].values()) <= TABLES.keys()


# --- codebook --------------------------------------------------------------------------------------------------------
class _Rows(HTMLParser):
    cells = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.cells += tag == "td"
        assert tag not in {"script", "link", "img"}


def test_the_html_codebook_has_a_row_for_every_column() -> None:
    rows = _Rows()
    rows.feed(html())
    assert rows.cells == 4 * sum(len(columns(name)) for name in TABLES)


# --- spreadsheets ----------------------------------------------------------------------------------------------------
FORMULAS = ["=1+1", "+62", "-5 persen", "@wali", '=HYPERLINK("http://x.example")', "\t=1"]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_of_an_excel_csv_can_be_run(tmp_path: Path, text: str) -> None:
    write_excel_csv(assemble([reading(title=text, quote=text, exceptions=text)]), tmp_path)
    assert table(tmp_path / "articles.csv", "utf-8-sig")[0]["title"] == f"'{text}"
    assert table(tmp_path / "observations.csv", "utf-8-sig")[0]["exceptions"] == f"'{text}"
    assert table(tmp_path / "evidence.csv", "utf-8-sig")[0]["text"] == f"'{text}"


def test_an_excel_csv_starts_with_a_byte_order_mark(dataset: Dataset, tmp_path: Path) -> None:
    write_excel_csv(dataset, tmp_path)
    assert {path.stem for path in tmp_path.iterdir()} == set(TABLES)
    assert all(path.read_bytes().startswith(b"\xef\xbb\xbf") for path in tmp_path.iterdir())
    rows = table(tmp_path / "policies.csv", "utf-8-sig")
    assert [row["policy_id"] for row in rows] == [policy.policy_id for policy in dataset.joined.policies]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_of_a_workbook_is_a_formula_or_link(tmp_path: Path, text: str) -> None:
    write_workbook(assemble([reading(title=text, quote=text)]), tmp_path / "out.xlsx")
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]
    assert text in {cell.value for cell in cells}


def test_a_workbook_has_the_tables_with_their_types(dataset: Dataset, tmp_path: Path) -> None:
    write_workbook(dataset, tmp_path / "out.xlsx")
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    assert book.sheetnames == ["columns", *TABLES]
    header, *rows = book["policies"].iter_rows(values_only=True)
    assert list(header) == [column.name for column in columns("policies")]
    for cells, policy in zip(rows, dataset.joined.policies, strict=True):
        found = dict(zip(header, cells, strict=True))
        assert (found["policy_id"], found["region_code"]) == (policy.policy_id, policy.region_code)
        assert (found["wfh_pct"], found["n_articles"]) == (policy.wfh_pct, policy.n_articles)
        start = policy.start_date and dt.datetime(
            policy.start_date.year, policy.start_date.month, policy.start_date.day
        )
        assert found["start_date"] == start
    assert sum(1 for _ in book["panel"].iter_rows()) - 1 == sum(1 for _ in dataset.rows("panel"))


def test_a_long_table_goes_on_in_another_sheet(tmp_path: Path) -> None:
    write_workbook(assemble([reading(key) for key in "abcde"]), tmp_path / "out.xlsx", sheet_rows=2)
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    sheets = [book[name] for name in ("articles", "articles 2", "articles 3")]
    keys = [row[0] for sheet in sheets for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert keys == list("abcde")


def test_text_longer_than_a_cell_is_cut(tmp_path: Path) -> None:
    write_workbook(assemble([reading(title="x" * 40_000)]), tmp_path / "out.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx")["articles"]
    title = sheet.cell(2, [column.name for column in columns("articles")].index("title") + 1).value
    assert title == "x" * 32_766 + "…"


def test_the_same_dataset_gives_the_same_workbook(tmp_path: Path) -> None:
    for name in ("one.xlsx", "two.xlsx"):
        write_workbook(assemble([reading()]), tmp_path / name)
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()


# --- SQLite ----------------------------------------------------------------------------------------------------------
@pytest.fixture(scope="module")
def database(dataset: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path, _ = write_database(dataset, tmp_path_factory.mktemp("sqlite") / "edaran.sqlite")
    return path


def test_the_database_has_all_rows_and_no_broken_reference(database: Path, dataset: Dataset) -> None:
    with closing(sqlite3.connect(database)) as connection:
        for name in TABLES:
            (number,) = connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()
            assert number == sum(1 for _ in dataset.rows(name))
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        days = connection.execute("SELECT start_date FROM policies WHERE policy_id = '82.71-2021-07-07'").fetchall()
        assert days == [("2021-07-07",)]


def test_searched_columns_and_facets_exist() -> None:
    for name, wanted in [*SEARCHED.items(), *FACETS.items()]:
        assert set(wanted) <= {column.name for column in columns(name)}


def test_datasette_opens_it_with_search_and_facets(database: Path) -> None:
    metadata = json.loads(database.with_suffix(".metadata.json").read_text(encoding="utf-8"))
    server = Datasette([str(database)], metadata=metadata, settings={"num_sql_threads": 0})

    async def get(address: str) -> dict[str, Any]:
        response = await server.client.get(address)
        assert response.status_code == 200, response.text
        found: dict[str, Any] = response.json()
        return found

    async def ask() -> tuple[dict[str, Any], dict[str, Any]]:
        await server.invoke_startup()
        return (
            await get("/edaran/policies.json?_search=Ternate&_shape=objects"),
            await get("/edaran/observations.json?_size=0"),
        )

    found, faceted = asyncio.run(ask())
    assert {row["region_name"] for row in found["rows"]} == {"Kota Ternate"}
    assert set(FACETS["observations"]) <= faceted["facet_results"].keys()


# --- CoronaNet -------------------------------------------------------------------------------------------------------
def test_coronanet_records(dataset: Dataset, tmp_path: Path) -> None:
    number = write_coronanet(dataset, tmp_path / "coronanet.csv")
    records = {row["record_id"]: row for row in table(tmp_path / "coronanet.csv")}
    assert len(records) == number
    assert list(next(iter(records.values()))) == list(column_names())
    first, later = records["82.71-2021-07-07"], records["82.71-2021-07-21"]
    assert (first["entry_type"], first["init_country_level"], first["city"]) == (
        "new_entry",
        "Municipal",
        "Kota Ternate",
    )
    assert (first["date_start"], first["date_end"]) == ("2021-07-07", "2021-07-20")
    assert (later["entry_type"], later["policy_id"]) == ("update", first["record_id"])
    assert first["type"] == "Restriction and Regulation of Government Services"
    assert records["75.71-2020-06-08"]["update_type"] == "End of Policy"
    assert not [key for key in records if key.startswith("65.71")]  # a refusal is no policy
    reasons = {policy.policy_id: policy.trigger for policy in dataset.joined.policies}
    assert {reasons[key] for key in records} == {"covid19"}


def test_a_record_cannot_be_run(tmp_path: Path) -> None:
    write_coronanet(assemble([reading(region_name="=1+1")]), tmp_path / "coronanet.csv")
    (record,) = table(tmp_path / "coronanet.csv")
    assert record["description"].startswith("'=1+1")
    assert record["city"] == "'=1+1"


# --- changes ---------------------------------------------------------------------------------------------------------
def told(found: list[changing.Change]) -> set[tuple[str, str, str, str | None, str | None, str | None]]:
    return {(c.table, c.row_id, c.change, c.column, c.old, c.new) for c in found}


def test_no_change_between_a_release_and_itself(dataset: Dataset) -> None:
    assert list(changes(dataset, dataset, tuple(TABLES))) == []


def test_rows_added_withdrawn_and_changed() -> None:
    old = assemble([reading("a", start_date="2021-06-29"), reading("b", region_code="31.74", start_date="2021-06-29")])
    new = assemble(
        [reading("a", start_date="2021-06-29", wfh_pct=75), reading("c", region_code="53.71", start_date="2021-07-01")]
    )
    found = told(list(changes(old, new, ("policies", "articles"))))
    assert ("policies", "32.71-2021-06-29", "changed", "wfh_pct", None, "75") in found
    assert ("policies", "31.74-2021-06-29", "withdrawn", None, None, None) in found
    assert ("policies", "53.71-2021-07-01", "added", None, None, None) in found
    assert {c[1:3] for c in found if c[0] == "articles"} == {("b", "withdrawn"), ("c", "added")}


def test_a_policy_whose_first_day_moved_is_the_same() -> None:
    old, new = (assemble([reading("a", start_date=day)]) for day in ("2021-06-29", "2021-06-30"))
    found = told(list(changes(old, new, ("policies",))))
    key = "32.71-2021-06-29"
    assert ("policies", key, "changed", "policy_id", key, "32.71-2021-06-30") in found
    assert ("policies", key, "changed", "start_date", "2021-06-29", "2021-06-30") in found
    assert {c[2] for c in found} == {"changed"}


def test_the_table_of_changes(tmp_path: Path) -> None:
    old, new = assemble([reading(title="lama")]), assemble([reading(title="=baru")])
    counts = write_changes(old, new, tmp_path / "changes.csv")
    assert counts == {"changed": 1}
    (row,) = table(tmp_path / "changes.csv")
    assert list(row.values()) == ["articles", "a", "changed", "title", "lama", "'=baru"]


# --- commands --------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("name", [name for name in FORMATS if name != "panel"])
def test_export(out: Path, tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(out), name, "-o", str(tmp_path / FORMATS[name])]) == 0
    files = [Path(line) for line in capsys.readouterr().out.splitlines()]
    assert files
    assert all(file.exists() for file in files)
    assert not list(tmp_path.rglob("*.part"))


def test_export_of_a_full_panel(out: Path, tmp_path: Path) -> None:
    path = tmp_path / "panel.csv"
    arguments = ["--from", "2021-07-01", "--to", "2021-07-31", "--region", "82.71", "--region", "32.74"]
    assert main(["export", str(out), "panel", *arguments, "-o", str(path)]) == 0
    rows = table(path)
    assert len(rows) == 2 * 31
    ternate = [row["wfh_pct"] for row in rows if row["region_code"] == "82.71"]
    assert ternate == [""] * 6 + ["75"] * 21 + [""] * 4


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["panel"], "the full panel needs its days"),
        (["panel", "--from", "2021-07-02", "--to", "2021-07-01"], "the full panel needs its days"),
        (["xlsx", "--from", "2021-07-02"], "for the format panel"),
    ],
)
def test_an_export_put_wrongly(
    out: Path, arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", str(out), *arguments]) == 2
    assert message in capsys.readouterr().err


def test_an_export_that_cannot_be_written(out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("mine")
    assert main(["export", str(out), "xlsx", "-o", str(tmp_path / "file" / "out.xlsx")]) == 2
    assert "cannot write" in capsys.readouterr().err


def test_the_command_changes(out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_dataset([], tmp_path / "old")
    assert main(["changes", str(tmp_path / "old"), str(out), "-o", str(tmp_path / "c.csv"), "--table", "policies"]) == 0
    assert " added, 0 changed, 0 withdrawn" in capsys.readouterr().out
    assert {row["change"] for row in table(tmp_path / "c.csv")} == {"added"}
    assert main(["changes", str(out), str(out), "--table", "polices"]) == 2
    assert "there is no table 'polices'" in capsys.readouterr().err


# --- queries ---------------------------------------------------------------------------------------------------------
def ask(out: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = main(["query", str(out), *arguments])
    printed = capsys.readouterr()
    return code, printed.out + printed.err


def test_query_says_what_was_in_force_and_why(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, text = ask(out, capsys, "kota", "ternate", "--on", "2021-07-10")
    assert code == 0
    assert "Kota Ternate (82.71) on 2021-07-10" in text
    assert "75 percent of civil servants work from home" in text
    assert "82.71-2021-07-07: impose by surat_edaran 065/2104/2021" in text
    assert "in force 2021-07-07 to 2021-07-20" in text
    assert "followed by 82.71-2021-07-21" in text
    assert "sources (3):" in text
    assert 'wfh_pct: "75 persen' in text


def test_query_of_a_day_without_a_rule(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, text = ask(out, capsys, "82.71", "--on", "2022-01-01")
    assert code == 0
    assert "no rule is reported in force" in text
    assert "the last before: " in text


def test_query_of_a_region_that_inherits(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    province = {"region_code": "32", "region_level": "province", "region_name": "Jawa Barat"}
    write_dataset([reading(start_date="2021-06-29", end_date="2021-07-05", wfh_pct=75, **province)], tmp_path)
    _, text = ask(tmp_path, capsys, "kabupaten garut", "--on", "2021-07-01")
    assert "no rule of its own; that of Jawa Barat holds" in text


def test_query_of_a_name_that_is_none(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, text = ask(out, capsys, "Semrang", "--on", "2021-07-01")
    assert code == 2
    assert "no region is called 'Semrang'" in text
    assert "similar: Semarang" in text


def test_query_of_a_region_that_is_not_there_yet(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, text = ask(out, capsys, "papua", "barat", "daya", "--on", "2021-07-01")
    assert code == 2
    assert "no such region on 2021-07-01: Papua Barat Daya (96) from 2022-12-08" in text


@pytest.mark.parametrize(
    "arguments",
    [
        ["export", "OUT", "coronanet", "-o", "OUT/policies.csv"],
        ["export", "OUT", "sqlite", "-o", "OUT/datapackage.json"],
        ["export", "OUT", "excel-csv", "-o", "OUT"],
        ["changes", "OUT", "OUT", "-o", "OUT/observations.parquet"],
    ],
)
def test_no_file_of_a_dataset_is_written_over(
    out: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    before = {path: path.read_bytes() for path in out.iterdir() if path.is_file()}
    assert main([argument.replace("OUT", str(out)) for argument in arguments]) == 2
    assert "of the dataset" in capsys.readouterr().err.replace("of a dataset", "of the dataset")
    assert {path: path.read_bytes() for path in out.iterdir() if path.is_file()} == before


def test_query_of_no_dataset(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, text = ask(tmp_path, capsys, "bogor", "--on", "2021-07-01")
    assert code == 2
    assert "is not the output of a run" in text


def test_errors_of_datasets_are_errors_of_commands() -> None:
    from extract.errors import DatasetError  # noqa: PLC0415

    assert issubclass(DatasetError, CommandError)
