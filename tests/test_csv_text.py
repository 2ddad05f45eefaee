"""Cells one by one and whole columns give the same text."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from extract.csv_text import cell, csv_lines, printed, quoted
from extract.schema import Measure, PanelDay, columns
from extract.table_files import as_frame

WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12) | st.sampled_from(
    ["=1+1", "'=x", "-5", "@a", "\ttab", "\r", "a,b", '"', "a\nb", "75.0", "NULL"]
)
SHARE = st.floats(0, 100, allow_nan=False) | st.sampled_from([75.0, 33.33, 0.0, 100.0])
PERCENT = st.none() | SHARE


def by_cells(table: str, rows: list[PanelDay] | list[Measure]) -> bytes:
    lines = (",".join(quoted(printed(cell(row, column), column)) for column in columns(table)) for row in rows)
    return "".join(f"{line}\n" for line in lines).encode()


@given(st.lists(st.builds(Measure, observation_id=WORDS, measure_no=st.integers(1, 9), wfh_pct=SHARE,
                          wfo_pct=st.none(), pct_bound=st.sampled_from(["exact", "min", None]),
                          condition_kind=st.just("zone"), condition=WORDS), max_size=8))  # fmt: skip
def test_measures(rows: list[Measure]) -> None:
    assert csv_lines(as_frame("measures", rows), columns("measures")) == by_cells("measures", rows)


@given(st.lists(st.builds(PanelDay, region_code=st.just("53.71"), date=st.dates(dt.date(2019, 1, 1)), region_name=WORDS,
                          bps_code=st.just("5371"), wfh_pct=PERCENT, pct_bound=st.none(), target=st.none(),
                          source_policy_id=WORDS, inherited_from=st.none(), c2=st.integers(0, 3),
                          c2_flag=st.none(), assumed=st.booleans()), max_size=8))  # fmt: skip
def test_panel(rows: list[PanelDay]) -> None:
    assert csv_lines(as_frame("panel", rows), columns("panel")) == by_cells("panel", rows)
