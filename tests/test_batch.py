"""Runs in shards: the same tables whatever the cuts and workers, and after a run was stopped."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import dumps
import fsspec
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from fsspec.implementations.memory import MemoryFileSystem
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import corpus
from corpus import InputError
from corpus.article import Article
from corpus.readers import FieldMap
from corpus.readers.pieces import pieces, read_piece
from extract.batch import RUN_LOG, observe_all, run
from extract.batch.destination import WORK_FOLDER
from extract.batch.results import Results
from extract.dataset import write_dataset
from extract.errors import CommandError
from models.relevance import names_covid, names_home_work
from models.relevance.first_filter import COVID_TERMS, HOME_WORK_TERMS, OFFICE_TERMS, STAFF_TERMS
from models.relevance.scan import may_be_relevant

ROOT = Path(__file__).parents[1]
RULE = "Pemkot Bima meminta {} persen ASN bekerja dari rumah mulai Senin (12/7/2021). Warga diminta tenang."
COVID = "Satgas mencatat {} kasus positif Covid-19 di Kota Bima, Senin (12/7/2021)."
PLAIN = "Harga cabai naik {} persen di pasar Raba. Pedagang mengeluh, pembeli menunggu."


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != RUN_LOG}


def read_slowly(source: Path | str, folder: Path) -> dict[str, bytes]:
    """What a dump gives, one article after the other, without shards and without the filter on columns."""
    write_dataset((outcome.reading for outcome in observe_all(corpus.read(source))), folder)
    return content(folder)


def articles(count: int) -> list[Article]:
    """Different articles of all kinds, some of them twice, some of them pages of one."""
    found = []
    for number in range(count):
        text = (RULE if number % 7 == 3 else COVID if number % 7 == 5 else PLAIN).format(number % 90 + 1)
        url = f"https://kabar.example/read/{number}/harga-cabai-naik-lagi"
        given = Article(
            f"k{number}", f'{text}\nBaris {number}, "kata" dia.', f"Kabar {number}", url, "Kabar", "2021-07-12"
        )
        found.append(given)
        if number % 10 == 4:
            found.append(given)
        if number % 10 == 6:
            found.append(
                Article(f"k{number}b", f"Lanjutan {number}: {text}", f"Kabar {number}", f"{url}?page=2", "Kabar")
            )
    return found


def dump(path: Path, count: int = 60) -> Path:
    form = dumps.FORMATS[path.suffix[1:]]
    return dumps.write(path, form([dumps.Given(one, b"") for one in articles(count)]))


# ---- the first filter


@given(
    st.lists(
        st.lists(
            st.sampled_from([*HOME_WORK_TERMS, *COVID_TERMS, *OFFICE_TERMS, *STAFF_TERMS])
            | st.sampled_from(
                ["-", " ", "\n", "\u00ad", "\u200b", "\u2013", "\u00a0", "\x1c", "\x85", "\u0130", "\u212a", "harga"]
            )
            | st.text(max_size=3),
            max_size=6,
        ).map("".join),
        max_size=5,
    ),
    st.sampled_from([str, str.upper, str.title, lambda text: text.replace(" ", "\u2011\n"), "\u00ad".join]),
)
@settings(deadline=None)
def test_the_filter_on_columns_loses_nothing(texts: list[str], written: object) -> None:
    assert callable(written)
    texts = [written(text) for text in texts]
    passed = may_be_relevant(texts)
    assert [p or not (names_home_work(t) or names_covid(t)) for p, t in zip(passed, texts, strict=True)] == [
        True
    ] * len(texts)


def test_the_filter_on_columns_drops_what_it_should() -> None:
    assert may_be_relevant([PLAIN, RULE, COVID, "Jam kehadiran guru", "Kehadiran ASN"]) == [
        False,
        True,
        True,
        False,
        True,
    ]


# ---- cuts


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv", "a.tsv", "a.parquet", "a.json", "a.jsonl.gz", "a.warc"])
def test_shards_of_any_size_give_what_reading_in_one_go_gives(tmp_path: Path, name: str) -> None:
    suffix, _, packing = name.removeprefix("a.").partition(".")
    given = [dumps.Given(one, dumps.page(one)) for one in articles(60)]
    data = dumps.PACKINGS[f".{packing}" if packing else ""](dumps.FORMATS[suffix](given))
    source = dumps.write(tmp_path / name, data)
    slowly = read_slowly(source, tmp_path / "slow")
    for size in (300, 2000, 1_000_000):
        run([source], tmp_path / f"out{size}", shard_size=size)
        assert content(tmp_path / f"out{size}") == slowly


def test_parquet_is_cut_between_row_groups(tmp_path: Path) -> None:
    rows = dumps.rows([dumps.Given(one, b"") for one in articles(60)])
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "a.parquet", row_group_size=7)
    assert len(list(pieces(tmp_path / "a.parquet", FieldMap(), 1000))) > 3
    run([tmp_path / "a.parquet"], tmp_path / "out", shard_size=1000)
    assert content(tmp_path / "out") == read_slowly(tmp_path / "a.parquet", tmp_path / "slow")


DIRTY = [
    b"{broken", b"", b"   ", b'{"id": 1, "text": null}',
    b'{"id": 2, "text": "caf\xe9"}', b'{"id": 3, "text": "a\x00b"}',
    b'{"id": 4, "text": "WFH \\ud800 ASN"}', b'{"id": 5, "title": "\\ud800", "text": "cuaca"}', b'{"text": "tanpa id"}',
    b'{"id": 6, "text": "x", "published": "entah"}', b'{"id": 7, "text": "x", "published": "2021-02-30"}',
    b'{"id": 8, "text": "x", "published": "2021-06-27T18:30:00Z"}', b'{"id": 12345678901234567890123, "text": "x"}',
    b'{"id": 1e3, "text": "x"}', b'{"id": NaN, "text": "x"}', b'["x"]', b'{"id": 9, "isi": "y", "text": null}',
    b'{"id": 10, "text": "<p>Harga cabai</p>"}', b'{"id": 11, "text": "x", "published": "28 Juni 2021"}\r',
    b'{"id": 12, "title": "=1+1", "outlet": "a,\\"b\\"", "text": "x"}', b'{"id": 13, "text": "ASN di kantor"}',
    b'{"id": 14, "text": "x"} {"id": 15}', b'\xef\xbb\xbf{"id": 16, "text": "x"}', b'{"id": 17, "text": "x", "id": 18}',
]  # fmt: skip


@given(
    lines=st.lists(
        st.sampled_from(DIRTY)
        | st.sampled_from(
            [json.dumps({"id": n, "text": t.format(n)}).encode() for n in range(3) for t in (RULE, COVID, PLAIN)]
        ),
        max_size=12,
    ),
    size=st.integers(1, 400),
    end=st.booleans(),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=25)
def test_dirty_lines(tmp_path_factory: pytest.TempPathFactory, lines: list[bytes], size: int, end: bool) -> None:
    folder = tmp_path_factory.mktemp("dirty")
    source = folder / "a.jsonl"
    source.write_bytes(b"\n".join(lines) + b"\n" * end)
    run([source], folder / "out", shard_size=size)
    assert content(folder / "out") == read_slowly(source, folder / "slow")


@given(
    rows=st.lists(
        st.lists(st.text('ab",\n;\r \u2013', max_size=8), min_size=1, max_size=4).map(tuple), min_size=1, max_size=8
    ),
    raw=st.booleans(),
    size=st.integers(1, 60),
)
@settings(deadline=None, max_examples=80)
def test_csv_is_cut_where_rows_end_or_read_together(
    tmp_path_factory: pytest.TempPathFactory, rows: Sequence[tuple[str, ...]], raw: bool, size: int
) -> None:
    source = tmp_path_factory.mktemp("csv") / "a.csv"
    stream = io.StringIO(newline="")
    stream.write("id,text,title\n")
    if raw:
        stream.write("\n".join(",".join(row) for row in rows))
    else:
        csv.writer(stream).writerows(rows)
    source.write_bytes(stream.getvalue().encode())
    run([source], source.parent / "out", shard_size=size)
    assert content(source.parent / "out") == read_slowly(source, source.parent / "slow")


def test_pieces_cover_a_file(tmp_path: Path) -> None:
    source = dump(tmp_path / "a.jsonl")
    cut = list(pieces(source, FieldMap(), 1500))
    assert len(cut) > 10
    assert sum(piece.size for piece in cut) == source.stat().st_size
    read = [record for piece in cut for record in read_piece(piece, FieldMap())]
    assert len(read) == len(articles(60))


def test_a_folder_and_its_order(tmp_path: Path) -> None:
    for number in range(7):
        dump(tmp_path / "berita" / f"{number}.jsonl", 10 + number)
    (tmp_path / "berita" / "rusak.csv").write_bytes(b"")
    run([tmp_path / "berita"], tmp_path / "out", shard_size=3000)
    assert content(tmp_path / "out") == read_slowly(tmp_path / "berita", tmp_path / "slow")


# ---- workers


def test_processes_give_the_same(tmp_path: Path) -> None:
    source = dump(tmp_path / "a.jsonl", 50)
    run([source], tmp_path / "one", shard_size=4000)
    run([source], tmp_path / "two", shard_size=3000, processes=2)
    assert content(tmp_path / "one") == content(tmp_path / "two")


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """The address of a Dask scheduler with two workers, all processes of their own, and these processes."""
    folder = tmp_path_factory.mktemp("cluster")
    dask = [sys.executable, "-m", "dask"]
    file = folder / "scheduler.json"
    begun = [
        subprocess.Popen([*dask, "scheduler", "--port", "0", "--no-dashboard", "--scheduler-file", file], cwd=ROOT)
    ]
    try:
        while not file.exists() or not file.read_text().endswith("}"):
            assert begun[0].poll() is None
            time.sleep(0.1)
        address = json.loads(file.read_text())["address"]
        worker = [*dask, "worker", address, "--nthreads", "1", "--no-dashboard", "--local-directory", str(folder)]
        begun += [subprocess.Popen(worker, cwd=ROOT) for _ in range(2)]
        yield address, begun
    finally:
        for process in begun:
            process.terminate()
        for process in begun:
            process.wait()


def test_a_dask_cluster_gives_the_same_also_when_a_worker_is_killed(
    tmp_path: Path, cluster: tuple[str, list[subprocess.Popen[bytes]]]
) -> None:
    address, processes = cluster
    source = dump(tmp_path / "a.jsonl", 100)
    run([source], tmp_path / "here")
    told: list[str] = []

    def kill_one(line: str) -> None:
        told.append(line)
        if len(told) == 3:
            os.kill(worker_of(processes[2]), signal.SIGKILL)

    run([source], tmp_path / "there", cluster=address, shard_size=2000, progress=kill_one)
    assert len(told) > 10
    assert content(tmp_path / "there") == content(tmp_path / "here")


def worker_of(nanny: subprocess.Popen[bytes]) -> int:
    """The process that a Dask nanny has begun and begins again."""
    return children_of(nanny.pid)[-1]


def children_of(process: int) -> list[int]:
    return [int(pid) for pid in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def test_no_scheduler(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="no Dask scheduler at tcp"):
        run([dump(tmp_path / "a.jsonl", 3)], tmp_path / "out", cluster="tcp://127.0.0.1:9")


# ---- stopping and going on


def test_a_run_that_is_killed_goes_on(tmp_path: Path) -> None:
    source = dump(tmp_path / "a.jsonl", 200)
    run([source], tmp_path / "whole")
    command = [sys.executable, "-c", _RUN, str(source), str(tmp_path / "out")]
    work = tmp_path / "out" / WORK_FOLDER
    for finished in (3, 9):
        process = subprocess.Popen(command, cwd=ROOT)
        while process.poll() is None and Results(work).finished() < finished:
            time.sleep(0.01)
        (server,) = (pid for pid in children_of(process.pid) if children_of(pid))
        (*begun,) = children_of(server)
        process.kill()
        assert process.wait() == -signal.SIGKILL
        while any(Path(f"/proc/{pid}").exists() for pid in begun):  # a run that is killed leaves no workers
            time.sleep(0.01)
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == 0
    assert not work.exists()
    assert json.loads((tmp_path / "out" / RUN_LOG).read_text())["counts"]["resumed"] >= 9
    assert content(tmp_path / "out") == content(tmp_path / "whole")


_RUN = """
import sys
from pathlib import Path
from extract.batch import run

if __name__ == "__main__":
    run([sys.argv[1]], Path(sys.argv[2]), shard_size=2000, processes=2)
"""


class StoppedError(Exception):
    """Ends a run in a test."""


def stopped_after(shards: int, source: Path, out: Path, **options: object) -> None:
    told: list[str] = []

    def stop(line: str) -> None:
        told.append(line)
        if len(told) == shards:
            raise StoppedError

    with pytest.raises(StoppedError):
        run([source], out, shard_size=2000, progress=stop, **options)  # type: ignore[arg-type]


def resumed(out: Path) -> int:
    count: int = json.loads((out / RUN_LOG).read_text())["counts"]["resumed"]
    return count


def test_finished_shards_are_not_done_again(tmp_path: Path) -> None:
    source = dump(tmp_path / "a.jsonl")
    stopped_after(5, source, tmp_path / "out")
    assert {path.name for path in (tmp_path / "out").iterdir()} == {WORK_FOLDER}
    run([source], tmp_path / "out", shard_size=2000)
    assert resumed(tmp_path / "out") == 5
    assert content(tmp_path / "out") == read_slowly(source, tmp_path / "slow")


def test_a_changed_input_is_read_anew_from_where_it_changed(tmp_path: Path) -> None:
    source = dump(tmp_path / "a.jsonl")
    stopped_after(6, source, tmp_path / "out")
    lines = source.read_bytes().split(b"\n")
    source.write_bytes(b"\n".join([*lines[:20], *lines[22:]]))
    run([source], tmp_path / "out", shard_size=2000)
    assert 0 < resumed(tmp_path / "out") < 6
    assert content(tmp_path / "out") == read_slowly(source, tmp_path / "slow")


@pytest.mark.parametrize("change", ["option", "version"])
def test_another_option_or_version_is_a_run_of_its_own(
    tmp_path: Path, change: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = dump(tmp_path / "a.jsonl")
    stopped_after(6, source, tmp_path / "out")
    fields = FieldMap(title="title") if change == "option" else None
    if change == "version":
        monkeypatch.setattr("extract.batch.shards.code_digest", lambda: "another")
    run([source], tmp_path / "out", shard_size=2000, fields=fields)
    assert resumed(tmp_path / "out") == 0


def test_two_runs_in_one_folder(tmp_path: Path) -> None:
    source = dump(tmp_path / "a.jsonl")

    def again(_: str) -> None:
        run([source], tmp_path / "out", shard_size=2000)

    with pytest.raises(CommandError, match="another run is writing there"):
        run([source], tmp_path / "out", shard_size=2000, progress=again)


def test_a_full_disk_leaves_what_is_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = dump(tmp_path / "a.jsonl")
    write, left = Path.write_bytes, 10

    def full(path: Path, data: bytes) -> int:
        nonlocal left
        left -= 1
        if left < 0:
            raise OSError(28, "No space left on device")
        return write(path, data)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", full)
        with pytest.raises(OSError, match="No space left"):
            run([source], tmp_path / "out", shard_size=2000)
    run([source], tmp_path / "out", shard_size=2000)
    assert resumed(tmp_path / "out") > 0
    assert content(tmp_path / "out") == read_slowly(source, tmp_path / "slow")


# ---- the folder


def test_a_run_that_reads_nothing_replaces_nothing(tmp_path: Path) -> None:
    run([dump(tmp_path / "a.jsonl", 10)], tmp_path / "out")
    before = content(tmp_path / "out")
    (tmp_path / "b.jsonl").write_text("{broken\n")
    summary = run([tmp_path / "b.jsonl"], tmp_path / "out")
    assert not summary.read_any
    assert summary.files == ()
    assert content(tmp_path / "out") == before


def test_what_a_run_wrote_is_not_read(tmp_path: Path) -> None:
    dump(tmp_path / "berita" / "a.jsonl", 10)
    out = tmp_path / "berita" / "out"
    run([tmp_path / "berita"], out)
    first = content(out)
    run([tmp_path / "berita"], out)
    assert content(out) == first
    with pytest.raises(InputError, match="is the folder of the dataset"):
        run([tmp_path / "berita"], tmp_path / "berita")


def test_the_log_of_a_run(tmp_path: Path) -> None:
    source = dump(tmp_path / "a.jsonl")
    run([source], tmp_path / "out", shard_size=2000)
    log = json.loads((tmp_path / "out" / RUN_LOG).read_text())
    assert log["counts"]["statuses"]["extracted"] > 5
    assert log["inputs"][0]["bytes"] == source.stat().st_size
    told = subprocess.run(["sha256sum", source], capture_output=True, text=True, check=True).stdout.split()[0]
    assert log["inputs"][0]["digest"] == told
    assert {output["path"] for output in log["outputs"]} == content(tmp_path / "out").keys()
    assert log["options"]["inputs"] == [str(source)]


def test_a_text_longer_than_any_article_is_a_reject_with_its_reason(tmp_path: Path) -> None:
    dump = tmp_path / "dump.jsonl"
    long = "ASN Kota Bogor WFH 50 persen mulai Senin (5/7/2021). " * 4_000
    lines = [json.dumps({"id": "1", "text": long}), json.dumps({"id": "2", "text": long[:200]})]
    dump.write_text("\n".join(lines), encoding="utf-8")
    summary = run([dump], tmp_path / "out")
    assert summary.statuses["rejected"] == 1
    assert "characters, more than any article (200,000 are read)" in summary.problems[0].reason


# ---- a URL


@pytest.fixture
def store() -> Iterator[str]:
    """A folder on a file system that is no disk."""
    system = fsspec.filesystem("memory")
    system.makedirs("/wfh/2021")
    yield "memory://wfh/2021"
    system.rm("/wfh", recursive=True)


def at(url: str) -> dict[str, bytes]:
    """The tables at a URL, by name."""
    system, root = fsspec.url_to_fs(url)
    names = {path.rsplit("/", 1)[1]: system.cat_file(path) for path in system.ls(root, detail=False)}
    return {name: data for name, data in names.items() if name != RUN_LOG}


def test_a_dataset_is_brought_to_a_url(tmp_path: Path, store: str) -> None:
    source = dump(tmp_path / "a.jsonl", 30)
    summary = run([source], store, work=tmp_path / "work")
    assert summary.out == store
    assert RUN_LOG in summary.files
    assert at(store) == read_slowly(source, tmp_path / "slow")
    assert list((tmp_path / "work").iterdir()) == []


def test_a_run_goes_on_when_bringing_it_to_a_url_failed(
    tmp_path: Path, store: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = dump(tmp_path / "a.jsonl", 30)
    with monkeypatch.context() as patched:
        patched.setattr(MemoryFileSystem, "mv", lambda *_, **__: 1 / 0)
        with pytest.raises(OSError, match="ZeroDivisionError"):
            run([source], store, work=tmp_path / "work", shard_size=2000)
    assert not [name for name in at(store) if not name.startswith(".")]
    run([source], store, work=tmp_path / "work", shard_size=2000)
    log = json.loads(fsspec.filesystem("memory").cat_file(f"{store}/{RUN_LOG}"))
    assert log["counts"]["resumed"] == log["counts"]["shards"] > 1
    assert at(store) == read_slowly(source, tmp_path / "slow")


def test_a_run_that_reads_nothing_replaces_nothing_at_a_url(tmp_path: Path, store: str) -> None:
    run([dump(tmp_path / "a.jsonl", 10)], store, work=tmp_path / "work")
    before = at(store)
    (tmp_path / "b.jsonl").write_text("{broken\n")
    assert run([tmp_path / "b.jsonl"], store, work=tmp_path / "work").files == ()
    assert at(store) == before


def test_what_cannot_be_written_to_stops_a_run_at_once(tmp_path: Path) -> None:
    source = dump(tmp_path / "a.jsonl", 3)
    with pytest.raises(CommandError, match="cannot write to nosuch://wfh"):
        run([source], "nosuch://wfh", work=tmp_path / "work")
    with pytest.raises(CommandError, match="a URL has two slashes"):
        run([source], f"file:{tmp_path}/out")
    with pytest.raises(CommandError, match="is for an OUT that is a URL"):
        run([source], tmp_path / "out", work=tmp_path / "work")
    assert {path.name for path in tmp_path.iterdir()} == {"a.jsonl"}


def test_a_folder_to_work_in_keeps_what_is_in_it(tmp_path: Path, store: str) -> None:
    source = dump(tmp_path / "a.jsonl", 3)
    run([source], tmp_path / "out")
    before = content(tmp_path / "out")
    run([source], store, work=tmp_path / "out")
    assert content(tmp_path / "out") == before == at(store)
    with pytest.raises(CommandError, match=r"cannot work in .*a\.jsonl"):
        run([source], store, work=source)


def test_a_folder_to_work_in_is_ones_own(tmp_path: Path, store: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "getuid", lambda: tmp_path.stat().st_uid + 1)
    with pytest.raises(CommandError, match="is another user's"):
        run([dump(tmp_path / "a.jsonl", 3)], store, work=tmp_path / "work")


def test_a_url_of_this_machine_is_a_folder(tmp_path: Path) -> None:
    source = dump(tmp_path / "berita" / "a.jsonl", 10)
    out = tmp_path / "berita" / "out"
    for _ in range(2):  # what the first run wrote is not read
        summary = run([tmp_path / "berita"], f"file://{out}")
        assert summary.articles == 11  # two pages are one
    assert content(out) == read_slowly(source, tmp_path / "slow")
    with pytest.raises(CommandError, match="is for an OUT that is a URL"):
        run([source], f"file://{out}", work=tmp_path / "work")


def test_what_a_run_wrote_to_a_url_is_not_read(tmp_path: Path, store: str) -> None:
    system = fsspec.filesystem("memory")
    system.pipe_file("/wfh/2021/a.jsonl", dump(tmp_path / "a.jsonl", 10).read_bytes())
    for _ in range(2):
        summary = run([store], f"{store}/out/", work=tmp_path / "work")
        assert summary.articles == 11  # two pages are one
        assert summary.out == f"{store}/out"


def test_a_url_without_a_path(tmp_path: Path, store: str) -> None:
    system = fsspec.filesystem("memory")
    run([dump(tmp_path / "a.jsonl", 3)], "memory://", work=tmp_path / "work")
    assert system.exists("/policies.csv")
    for path in system.ls("/", detail=False):
        if path != "/wfh":
            system.rm(path)
