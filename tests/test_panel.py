"""The panel: which rule is in force in which region on which day."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.panel import full_panel, panel
from extract.policies import Joined, Report, join_reports
from extract.policies.lives import CARRIED_DAYS
from extract.schema import Measure, Observation, PanelDay

FOLDER = Path(__file__).parents[1] / "corpus" / "gold" / "panel"
FIRST, LAST = dt.date(2020, 3, 1), dt.date(2022, 6, 30)


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def report(name: str, **cells: Any) -> Report:
    given = {"observation_id": name, "article_id": name} | {k: v for k, v in cells.items() if v not in {"", None}}
    return Report(Observation.model_validate(given), published=dt.date.fromisoformat(cells["announced_date"]))


def with_measures(told: Report, text: str) -> Report:
    if not text:
        return told
    kind, condition, share = text.split(":")
    measure = Measure(
        observation_id=told.observation.observation_id,
        measure_no=1,
        wfh_pct=float(share),
        condition_kind=kind,
        condition=condition,
    )
    return Report(told.observation, published=told.published, measures=(measure,))


@pytest.fixture(scope="module")
def joined() -> Joined:
    told = []
    for row in rows("policies.csv"):
        cells = {k: v for k, v in row.items() if k not in {"name", "measures"}}
        told.append(with_measures(report(row["name"], **cells), row["measures"]))
    return join_reports(told)


def days(first: dt.date, last: dt.date) -> list[dt.date]:
    return [first + dt.timedelta(days=number) for number in range((last - first).days + 1)]


def hand_made(joined: Joined) -> dict[tuple[str, dt.date], tuple[Any, ...]]:
    """The cells of `spells.csv` for every region and day, those without a rule included."""
    spells = rows("spells.csv")
    regions = list(dict.fromkeys(row["region_code"] for row in spells))
    cells: dict[tuple[str, dt.date], tuple[Any, ...]] = {
        (region, day): (None, None, None, None, None, 0, None, False) for region in regions for day in days(FIRST, LAST)
    }
    for row in spells:
        value = (
            float(row["wfh_pct"]) if row["wfh_pct"] else None,
            row["pct_bound"] or None,
            row["target"],
            joined.policy_of[row["source"]],
            row["inherited_from"] or None,
            int(row["c2"]),
            int(row["c2_flag"]),
            row["assumed"] == "true",
        )
        for day in days(dt.date.fromisoformat(row["first"]), dt.date.fromisoformat(row["last"])):
            cells[row["region_code"], day] = value
    return cells


def cells_of(row: PanelDay) -> tuple[Any, ...]:
    return (
        row.wfh_pct,
        row.pct_bound,
        row.target,
        row.source_policy_id,
        row.inherited_from,
        row.c2,
        row.c2_flag,
        row.assumed,
    )


def test_each_report_is_a_policy_of_its_own(joined: Joined) -> None:
    assert len(joined.policies) == len(rows("policies.csv"))


def test_the_full_panel_equals_the_hand_made_one(joined: Joined) -> None:
    expected = hand_made(joined)
    regions = list(dict.fromkeys(region for region, _ in expected))
    assert len(regions) == 12
    found = {(row.region_code, row.date): cells_of(row) for row in full_panel(joined, FIRST, LAST, regions)}
    assert {key: found.get(key) for key in expected if found.get(key) != expected[key]} == {}
    assert found.keys() == expected.keys()


def test_the_panel_of_a_run_has_the_days_with_a_rule(joined: Joined) -> None:
    expected = {key: cells for key, cells in hand_made(joined).items() if cells[3] is not None}
    regions = {region for region, _ in expected}
    found = {(row.region_code, row.date): cells_of(row) for row in panel(joined) if row.region_code in regions}
    assert found == expected


def test_rows_are_sorted_and_unique(joined: Joined) -> None:
    keys = [(row.region_code, row.date) for row in panel(joined)]
    assert keys == sorted(set(keys))


def test_a_regency_without_a_rule_of_its_own_inherits(joined: Joined) -> None:
    garut = [row for row in panel(joined) if row.region_code == "32.05"]
    assert {row.inherited_from for row in garut} == {"00", "32"}


def test_a_regency_of_papua_changes_its_code_with_its_province() -> None:
    told = report(
        "a",
        region_code="91.01",
        action="impose",
        start_date="2022-07-20",
        end_date="2022-07-30",
        announced_date="2022-07-19",
    )
    found = [(row.region_code, row.date.day) for row in panel(join_reports([told]))]
    assert found == [("91.01", day) for day in range(20, 25)] + [("93.01", day) for day in range(25, 31)]


def test_no_policy_no_panel() -> None:
    assert list(panel(join_reports([]))) == []


@pytest.mark.parametrize(("action", "assumed"), [("impose", 28), ("tighten", 0), ("end", 0)])
def test_a_follower_tells_of_an_untold_end_unless_it_is_imposed_anew(action: str, assumed: int) -> None:
    told = [
        report("a", region_code="53.71", action="impose", start_date="2020-09-01", announced_date="2020-09-03"),
        report(
            "b",
            region_code="53.71",
            action=action,
            start_date="2020-10-02",
            end_date="2020-10-09",
            announced_date="2020-10-01",
        ),
    ]
    joined = join_reports(told)
    found = [row for row in panel(joined) if row.source_policy_id == joined.policy_of["a"]]
    assert (found[-1].date, sum(row.assumed for row in found)) == (dt.date(2020, 10, 1), assumed)


@given(start=st.dates(dt.date(2020, 3, 1), dt.date(2022, 1, 1)), later=st.integers(0, 400))
def test_a_rule_without_an_end_is_carried_and_assumed(start: dt.date, later: int) -> None:
    end_of_dataset = start + dt.timedelta(days=later)
    told = [
        report("a", region_code="53.71", action="impose", target="asn", start_date=start, announced_date=str(start)),
        report("b", region_code="13.71", action="reject", announced_date=str(end_of_dataset)),
    ]
    found = [row for row in panel(join_reports(told)) if row.region_code == "53.71"]
    assert len(found) == min(CARRIED_DAYS, later + 1)
    assert [row.assumed for row in found] == [False] + [True] * (len(found) - 1)
