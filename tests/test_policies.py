"""Reports of one decision become one policy, and policies follow each other."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.gold.policies import writer
from extract.dataset import assemble
from extract.policies import Report, join_reports
from extract.policies import evaluate as scoring
from extract.policies.likeness import likeness
from extract.schema import ArticleRow, Evidence, Observation, Policy, Reading

BOGOR = {"region_code": "32.71", "issuer_office": "mayor", "action": "impose", "target": "asn", "trigger": "covid19"}


def report(key: str, *, published: str | None = None, told: bool = False, **cells: Any) -> Report:
    observation = Observation.model_validate({"observation_id": key, "article_id": key, **BOGOR, **cells})
    day = published or cells.get("announced_date")
    return Report(observation, published=dt.date.fromisoformat(day) if day else None, announced_told=told)


def policies(*reports: Report) -> list[Policy]:
    return list(join_reports(reports).policies)


def test_the_labelled_articles_are_those_of_the_writer() -> None:
    import json  # noqa: PLC0415

    stored = (writer.FOLDER / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    assert stored == [json.dumps(record, ensure_ascii=False) for record in writer.records()]


# --- the labelled set ------------------------------------------------------------------------------------------------
@pytest.fixture(scope="module")
def labelled() -> list[scoring.Labelled]:
    return scoring.read_labelled()


def test_the_labelled_set_is_large_enough(labelled: list[scoring.Labelled]) -> None:
    told: dict[str, int] = {}
    for item in labelled:
        told[item.decision] = told.get(item.decision, 0) + 1
    assert len(told) >= 60
    assert set(told.values()) <= {2, 3, 4, 5}
    assert told.keys() == scoring.read_decisions().keys()


def test_joining_what_the_articles_tell(labelled: list[scoring.Labelled]) -> None:
    scores = scoring.score_labels(labelled)
    assert (scores.pairs.f1 or 0) >= 0.99
    assert (scores.pairs.precision or 0) >= 0.99
    assert (scores.cells.recall or 0) >= 0.99


def test_joining_with_a_fifth_of_the_cells_lost(labelled: list[scoring.Labelled]) -> None:
    scores = scoring.score_labels(scoring.worn(labelled, 0.2))
    assert (scores.pairs.f1 or 0) >= 0.97
    assert (scores.cells.recall or 0) >= 0.98


@pytest.mark.parametrize("draw", ["a", "b", "c"])
def test_joining_articles_that_nobody_has_looked_at(draw: str) -> None:
    scores = scoring.score_labels(scoring.labelled_from(writer.records(draw)))
    assert (scores.pairs.f1 or 0) >= 0.97
    assert (scores.cells.recall or 0) >= 0.98


def test_joining_what_is_read(labelled: list[scoring.Labelled]) -> None:
    scores = scoring.score_extracted(labelled)
    assert (scores.pairs.f1 or 0) >= 0.97
    assert (scores.cells.recall or 0) >= 0.97


def test_the_labelled_lives(labelled: list[scoring.Labelled]) -> None:
    """Which decision follows which, as the table says it."""
    joined = join_reports(scoring.reports_of_labels(labelled))
    decision_of = {joined.policy_of[item.article.source_id]: item.decision for item in labelled}
    rows = scoring.read_decisions()
    wrong = {
        decision_of[policy.policy_id]: decision_of.get(policy.superseded_by or "")
        for policy in joined.policies
        if (rows[decision_of[policy.policy_id]]["superseded_by"] or None) != decision_of.get(policy.superseded_by or "")
    }
    assert wrong == {}


@given(st.randoms(use_true_random=False))
@settings(max_examples=10, deadline=None)
def test_the_order_of_reports_is_of_no_account(shuffle: random.Random) -> None:
    told = list(scoring.reports_of_labels(scoring.read_labelled()))
    expected = join_reports(told)
    shuffle.shuffle(told)
    assert join_reports(told).policies == expected.policies


# --- two reports -----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"decree_number": "440/1207/BKPSDM"}, {"decree_number": "Nomor 440/1207/bkpsdm"}),
        (
            {"decree_number": "1207", "announced_date": "2021-06-28"},
            {"decree_number": "440/1207", "announced_date": "2021-06-29"},
        ),
        # a slip in the number, but the same days
        (
            {"decree_number": "440/1207/BKPSDM", "start_date": "2021-06-29", "announced_date": "2021-06-28"},
            {"decree_number": "440/1270/BKPSDM", "start_date": "2021-06-29", "announced_date": "2021-06-28"},
        ),
        # few words, the same day
        ({"announced_date": "2021-06-28"}, {"announced_date": "2021-06-28"}),
        # one has the first day wrong
        (
            {"start_date": "2021-06-29", "end_date": "2021-07-05", "wfh_pct": 75},
            {"start_date": "2021-06-30", "end_date": "2021-07-05", "wfh_pct": 75},
        ),
        # a month without a day
        (
            {"start_date": "2021-07-01", "end_date": "2021-07-20", "announced_date": "2021-06-28"},
            {"start_date": "2021-07-12", "end_date": "2021-07-20", "announced_date": "2021-06-28"},
        ),
        # remembered two months later, with its number or its first day
        (
            {"decree_number": "440/12/2020", "announced_date": "2020-03-17"},
            {"decree_number": "440/12/2020", "announced_date": "2020-05-20"},
        ),
        (
            {"start_date": "2020-03-17", "end_date": "2020-03-31", "wfh_pct": 75, "announced_date": "2020-03-16"},
            {"start_date": "2020-03-17", "end_date": "2020-03-31", "wfh_pct": 75, "announced_date": "2020-04-02"},
        ),
        # told as new by one and as an extension by the other
        (
            {"action": "extend", "end_date": "2021-07-20", "announced_date": "2021-07-05"},
            {"action": "impose", "end_date": "2021-07-20", "announced_date": "2021-07-05"},
        ),
    ],
)
def test_one_decision(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert len(policies(report("a", **one), report("b", **other))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # kabupaten and kota of one name
        ({"decree_number": "6/2021"}, {"decree_number": "6/2021", "region_code": "32.01", "issuer_office": "regent"}),
        # extensions a week apart
        (
            {
                "action": "extend",
                "start_date": "2021-07-06",
                "end_date": "2021-07-12",
                "announced_date": "2021-07-05",
                "wfh_pct": 75,
            },
            {
                "action": "extend",
                "start_date": "2021-07-13",
                "end_date": "2021-07-19",
                "announced_date": "2021-07-12",
                "wfh_pct": 75,
            },
        ),
        # the one that is extended and the extension
        ({"decree_number": "27/2021"}, {"decree_number": "28/2021", "amends": "27/2021", "action": "extend"}),
        # numbers that follow each other, days that do, too
        (
            {"decree_number": "800/12/2021", "start_date": "2021-07-06", "announced_date": "2021-07-05"},
            {"decree_number": "800/13/2021", "start_date": "2021-07-13", "announced_date": "2021-07-12"},
        ),
        # firms and civil servants
        (
            {"target": "private", "wfh_pct": 100, "announced_date": "2021-07-03", "decree_number": "443/7787"},
            {"wfh_pct": 75, "announced_date": "2021-07-03", "decree_number": "800/7801"},
        ),
        # two offices
        (
            {"target": "unit", "unit_name": "Dinas Pendidikan", "announced_date": "2021-01-13"},
            {"target": "unit", "unit_name": "Dinas Pekerjaan Umum", "announced_date": "2021-01-15"},
        ),
        # the rule and its end
        ({"announced_date": "2020-06-01"}, {"action": "end", "announced_date": "2020-06-04"}),
        # months apart
        ({"announced_date": "2020-06-01"}, {"announced_date": "2020-09-01"}),
        # a number used again in another year
        (
            {"decree_number": "800/12", "announced_date": "2020-06-01"},
            {"decree_number": "800/12", "announced_date": "2021-06-01"},
        ),
    ],
)
def test_two_decisions(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert len(policies(report("a", **one), report("b", **other))) == 2


def test_the_new_code_of_a_papuan_regency_is_the_same_region() -> None:
    one = report("a", region_code="91.01", announced_date="2022-07-22", decree_number="3/2022")
    other = report("b", region_code="93.01", announced_date="2022-07-26", decree_number="3/2022")
    assert len(policies(one, other)) == 1


def test_a_report_without_a_day_joins_by_its_number() -> None:
    days = ["2020-03-17", "2020-07-01"]
    dated = [report(day, announced_date=day, decree_number=f"440/{day}") for day in days]
    found = join_reports([*dated, report("undated", decree_number="440/2020-07-01")])
    assert found.policy_of["undated"] == found.policy_of["2020-07-01"] != found.policy_of["2020-03-17"]


def test_reports_without_a_region_stay_alone() -> None:
    assert len(policies(report("a", region_code=None), report("b", region_code=None))) == 2


def test_likeness_is_symmetric() -> None:
    told = list(scoring.reports_of_labels(scoring.read_labelled()))[:40]
    assert all(likeness(a, b) == likeness(b, a) for a in told for b in told)


# --- best values -----------------------------------------------------------------------------------------------------
def joined(*reports: Report) -> Policy:
    (policy,) = policies(*reports)
    return policy


NUMBER = {"decree_number": "440/1207/BKPSDM"}


def test_the_value_of_most_reports_wins_and_the_conflict_is_named() -> None:
    policy = joined(
        report("a", **NUMBER, wfh_pct=75, wfo_pct=25),
        report("b", **NUMBER, wfh_pct=75, wfo_pct=25),
        report("c", **NUMBER, wfh_pct=50, wfo_pct=50, exceptions="puskesmas", start_date="2021-06-29"),
    )
    assert (policy.wfh_pct, policy.wfo_pct, policy.start_date) == (75, 25, dt.date(2021, 6, 29))
    assert policy.conflicts == ("wfh_pct", "wfo_pct")


def test_confidence_weighs() -> None:
    policy = joined(
        report("a", **NUMBER, wfh_pct=75, confidence=0.9),
        report("b", **NUMBER, wfh_pct=50, confidence=0.4),
        report("c", **NUMBER, wfh_pct=50, confidence=0.4),
    )
    assert (policy.wfh_pct, policy.confidence) == (75, 0.9)


def test_between_two_the_fuller_report_wins() -> None:
    policy = joined(
        report("a", **NUMBER, start_date="2021-06-30"),
        report("b", **NUMBER, start_date="2021-06-29", end_date="2021-07-05", wfh_pct=75),
    )
    assert policy.start_date == dt.date(2021, 6, 29)


def test_forms_of_one_number_are_no_conflict() -> None:
    policy = joined(report("a", decree_number="05/2021"), report("b", decree_number="Nomor 5/2021"))
    assert policy.conflicts == ()


def test_longer_and_shorter_name_are_no_conflict() -> None:
    policy = joined(report("a", **NUMBER, issuer_name="Hasan"), report("b", **NUMBER, issuer_name="Hasan Wirakusumah"))
    assert policy.conflicts == ()


def test_the_day_told_goes_before_days_of_publication() -> None:
    policy = joined(
        report("a", **NUMBER, announced_date="2021-06-27"),
        report("b", **NUMBER, announced_date="2021-06-28", told=True),
        report("c", **NUMBER, announced_date="2021-06-29"),
    )
    assert policy.announced_date == dt.date(2021, 6, 28)


def test_without_a_day_told_the_first_publication_counts() -> None:
    policy = joined(
        report("a", **NUMBER, announced_date="2021-06-29"), report("b", **NUMBER, announced_date="2021-06-28")
    )
    assert (policy.announced_date, policy.conflicts) == (dt.date(2021, 6, 28), ())


def test_an_end_before_the_start_is_left_out_and_named() -> None:
    policy = joined(
        report("a", **NUMBER, start_date="2021-07-10", end_date="2021-07-20"),
        report("b", **NUMBER, start_date="2021-07-10"),
        report("c", **NUMBER, end_date="2021-07-05", wfh_pct=50, wfo_pct=50),
        report("d", **NUMBER, end_date="2021-07-05", wfh_pct=50, wfo_pct=50),
    )
    assert (policy.start_date, policy.end_date) == (dt.date(2021, 7, 10), None)
    assert "end_date" in policy.conflicts


def test_every_ground_is_kept_once() -> None:
    policy = joined(
        report("a", **NUMBER, legal_basis=("surat_edaran Menteri PANRB 58/2020",)),
        report("b", **NUMBER, legal_basis=("surat_edaran menteri panrb 58/2020", "instruksi Mendagri 1/2021")),
    )
    assert len(policy.legal_basis) == 2


# --- sources ---------------------------------------------------------------------------------------------------------
def test_copies_are_sources() -> None:
    row = {"source_id": "1", "published": "2021-06-28", "published_from": "metadata", "content_id": "c"}
    observation = Observation.model_validate({"observation_id": "a-1", "article_id": "a", **BOGOR})
    proof = Evidence(
        evidence_id="a-e1",
        table="observations",
        row_id="a-1",
        column="announced_date",
        article_id="a",
        start=0,
        end=5,
        text="Senin",
        rule="timing.told",
    )
    first = ArticleRow.model_validate(row | {"article_id": "a", "status": "extracted", "outlet": "Pos Kita"})
    copy = ArticleRow.model_validate(
        row
        | {"article_id": "b", "status": "duplicate", "reason": "same text and title", "duplicate_of": "a"}
        | {"url": "https://www.warta.example/1", "published": "2021-06-30"}
    )
    again = first.model_copy(update={"article_id": "a-2", "status": "duplicate", "reason": "x", "duplicate_of": "a"})
    dataset = assemble([Reading(first, (observation,), evidence=(proof,)), Reading(copy), Reading(again)])
    readings, result = list(dataset.readings), dataset.joined
    (policy,) = result.policies
    assert policy.sources == ("Pos Kita", "warta.example")
    assert policy.n_articles == 2  # the same record twice is no further source
    assert (policy.first_reported, policy.last_reported) == (dt.date(2021, 6, 28), dt.date(2021, 6, 30))
    assert readings[0].observations[0].policy_id == policy.policy_id


# --- lives -----------------------------------------------------------------------------------------------------------
Told = tuple[str, str, str | None, str | None]  # action, announced, first and last day


def life(*told: Told, **cells: Any) -> list[tuple[str | None, str | None, int | None]]:
    """In force from and to, and the number of the follower, for each report in turn."""
    reports = [
        report(str(n), action=action, announced_date=announced, start_date=start, end_date=end, **cells)
        for n, (action, announced, start, end) in enumerate(told)
    ]
    found = join_reports(reports)
    assert len(found.policies) == len(told)
    by_number = [next(p for p in found.policies if p.policy_id == found.policy_of[str(n)]) for n in range(len(told))]
    keys = [policy.policy_id for policy in by_number]
    return [
        (
            str(p.in_force_from) if p.in_force_from else None,
            str(p.in_force_to) if p.in_force_to else None,
            keys.index(p.superseded_by) if p.superseded_by else None,
        )
        for p in by_number
    ]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        pytest.param(
            [
                ("impose", "2020-03-16", "2020-03-17", "2020-03-31"),
                ("extend", "2020-03-31", "2020-04-01", "2020-04-14"),
            ],
            [("2020-03-17", "2020-03-31", 1), ("2020-04-01", "2020-04-14", None)],
            id="an extension follows",
        ),
        pytest.param(
            [("impose", "2020-03-16", "2020-03-17", "2020-03-31"), ("extend", "2020-03-30", None, "2020-04-14")],
            [("2020-03-17", "2020-03-31", 1), ("2020-04-01", "2020-04-14", None)],
            id="an extension without a first day goes on from the last",
        ),
        pytest.param(
            [("impose", "2020-03-16", "2020-03-17", None), ("tighten", "2020-05-01", "2020-05-04", "2020-05-18")],
            [("2020-03-17", "2020-05-03", 1), ("2020-05-04", "2020-05-18", None)],
            id="an open end is closed by the follower",
        ),
        pytest.param(
            [("impose", "2020-03-16", "2020-03-17", None), ("end", "2020-06-04", "2020-06-08", None)],
            [("2020-03-17", "2020-06-07", 1), (None, None, None)],
            id="an end closes it and is not in force itself",
        ),
        pytest.param(
            [
                ("impose", "2021-06-28", "2021-06-29", "2021-07-31"),
                ("tighten", "2021-07-02", "2021-07-03", "2021-07-20"),
            ],
            [("2021-06-29", "2021-07-02", 1), ("2021-07-03", "2021-07-20", None)],
            id="a tightening cuts it short",
        ),
        pytest.param(
            [
                ("impose", "2020-03-16", "2020-03-17", "2020-03-31"),
                ("impose", "2020-07-01", "2020-07-02", "2020-07-10"),
            ],
            [("2020-03-17", "2020-03-31", None), ("2020-07-02", "2020-07-10", None)],
            id="after a gap it is a new one",
        ),
        pytest.param(
            [
                ("impose", "2021-06-21", "2021-06-22", "2021-07-02"),
                ("impose", "2021-07-02", "2021-07-05", "2021-07-20"),
            ],
            [("2021-06-22", "2021-07-02", 1), ("2021-07-05", "2021-07-20", None)],
            id="from a Friday to a Monday there is no gap",
        ),
        pytest.param(
            [("plan", "2020-07-29", None, None), ("impose", "2020-08-14", "2020-08-17", "2020-08-30")],
            [(None, None, 1), ("2020-08-17", "2020-08-30", None)],
            id="what is planned comes",
        ),
        pytest.param(
            [("reject", "2020-03-18", None, None), ("impose", "2020-03-26", "2020-03-27", "2020-04-04")],
            [(None, None, None), ("2020-03-27", "2020-04-04", None)],
            id="a refusal has no life",
        ),
    ],
)
def test_lives(told: list[Told], expected: list[tuple[str | None, str | None, int | None]]) -> None:
    assert life(*told) == expected


def in_force(*reports: Report) -> dict[str, tuple[str, str, str | None]]:
    found = join_reports(reports)
    policy_of = {policy.policy_id: policy for policy in found.policies}
    return {
        key: (str(policy_of[name].in_force_from), str(policy_of[name].in_force_to), policy_of[name].superseded_by)
        for key, name in found.policy_of.items()
    }


def test_a_rule_long_after_closes_no_untold_end() -> None:
    old = report("old", announced_date="2020-09-16", start_date="2020-09-17")
    new = report("new", announced_date="2021-08-09", start_date="2021-08-10")
    assert in_force(old, new)["old"] == ("2020-09-17", "None", None)


def test_two_observations_of_one_article_are_two_decisions() -> None:
    cells = {"announced_date": "2021-01-17", "start_date": "2021-01-18"}
    one, other = report("a-1", article_id="a", **cells), report("a-2", article_id="a", **cells)
    assert len(policies(one, other)) == 2


def test_a_provinces_rule_does_not_end_a_citys() -> None:
    city = report("city", announced_date="2021-06-28", start_date="2021-06-29", decree_number="1/2021")
    province = report(
        "province",
        region_code="32",
        issuer_office="governor",
        action="end",
        announced_date="2021-07-05",
        start_date="2021-07-06",
    )
    assert in_force(city, province)["city"] == ("2021-06-29", "None", None)


def test_a_ministers_rule_for_all_does_not_end_anothers_for_civil_servants() -> None:
    nation = {"region_code": "00", "issuer_office": "minister"}
    asn = report("asn", announced_date="2021-06-28", start_date="2021-06-29", **nation)
    everybody = report(
        "all", announced_date="2021-07-02", start_date="2021-07-03", target="all", action="tighten", **nation
    )
    assert in_force(asn, everybody)["asn"] == ("2021-06-29", "None", None)


def test_a_rule_for_holiday_traffic_does_not_end_that_for_covid() -> None:
    covid = report("covid", announced_date="2021-04-26", start_date="2021-04-26")
    holiday = report(
        "eid", announced_date="2021-05-05", start_date="2021-05-06", end_date="2021-05-17", trigger="holiday_traffic"
    )
    assert in_force(covid, holiday)["covid"] == ("2021-04-26", "None", None)


@pytest.mark.parametrize("other", [{"target": "private"}, {"target": "unit", "unit_name": "Dinas Pendidikan"}])
def test_other_staff_have_a_life_of_their_own(other: dict[str, Any]) -> None:
    asn = report("asn", announced_date="2021-04-26", start_date="2021-04-26", decree_number="1/2021")
    theirs = report("theirs", announced_date="2021-05-05", start_date="2021-05-06", decree_number="2/2021", **other)
    assert in_force(asn, theirs)["asn"] == ("2021-04-26", "None", None)


def test_an_amending_decree_follows_whatever_the_days() -> None:
    old = report(
        "old", announced_date="2020-04-18", start_date="2020-04-22", end_date="2020-05-05", decree_number="14/2020"
    )
    new = report(
        "new",
        action="relax",
        announced_date="2020-07-01",
        start_date="2020-07-02",
        decree_number="21/2020",
        amends="14/2020",
    )
    found = in_force(old, new)
    assert found["old"] == ("2020-04-22", "2020-05-05", "32.71-2020-07-02")


def test_a_rule_that_is_replaced_before_it_begins_is_never_in_force() -> None:
    days = {"start_date": "2021-07-05", "end_date": "2021-07-20"}
    old = report("old", announced_date="2021-06-28", decree_number="443/3017", wfh_pct=50, **days)
    new = report("new", announced_date="2021-07-02", decree_number="443/3191", wfh_pct=75, action="tighten", **days)
    assert in_force(old, new) == {
        "old": ("None", "None", "32.71-2021-07-05-2"),
        "new": ("2021-07-05", "2021-07-20", None),
    }


def test_keys_tell_region_and_first_day() -> None:
    found = policies(
        report("a", announced_date="2021-07-03", target="private", decree_number="443/7787", start_date="2021-07-05"),
        report("b", announced_date="2021-07-03", decree_number="800/7801", start_date="2021-07-05"),
    )
    assert [policy.policy_id for policy in found] == ["32.71-2021-07-05", "32.71-2021-07-05-2"]


_DAYS = st.dates(dt.date(2020, 3, 1), dt.date(2020, 6, 30))
_REPORTS = st.lists(
    st.builds(
        lambda action, announced, start, length, pct, amends: {
            "action": action,
            "announced_date": announced,
            "start_date": start,
            "end_date": start + dt.timedelta(days=length) if start and length is not None else None,
            "wfh_pct": pct,
            "wfo_pct": None if pct is None else 100 - pct,
            "pct_basis": None if pct is None else "stated",
            "pct_bound": "range" if pct is None else "exact",
            "end_kind": "open" if length is None else "duration",
            "amends": amends,
            "decree_number": amends,
            "target": "unit" if pct == 25 else "asn",
            "unit_name": "Disdukcapil" if pct == 25 else None,
        },
        st.sampled_from(["impose", "extend", "tighten", "relax", "end", "reject", "plan"]),
        st.none() | _DAYS,
        st.none() | _DAYS,
        st.none() | st.integers(0, 40),
        st.none() | st.sampled_from([25, 50, 75, 100]),
        st.none() | st.sampled_from(["1/2020", "2/2020"]),
    ),
    max_size=12,
)


@given(_REPORTS)
@settings(deadline=None)
def test_whatever_is_reported_every_report_has_one_policy(told: list[dict[str, Any]]) -> None:
    reports = [
        Report(Observation.model_validate({"observation_id": str(n), "article_id": str(n), **BOGOR, **c}))
        for n, c in enumerate(told)
    ]
    found = join_reports(reports)
    keys = {policy.policy_id for policy in found.policies}
    assert set(found.policy_of.values()) == keys
    assert len(keys) == len(found.policies)
    for policy in found.policies:
        assert policy.superseded_by is None or policy.superseded_by in keys - {policy.policy_id}
        if policy.in_force_from and policy.in_force_to:
            assert policy.in_force_from <= policy.in_force_to
