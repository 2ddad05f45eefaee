"""The learned roles: what a candidate is told by, how its probability is made, and where rules and model meet."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Article
from extract import roles
from extract.candidates import Candidates
from extract.findings import find_all
from extract.observations import find_decisions, observe_article
from models.roles.comparison import FIELDS, Field, read, score
from models.roles.examples import OTHER, TASKS, Task, labelled, read_examples
from models.roles.features import COLUMNS, bag, columns, tokens, window
from models.roles.model import SHIPPED, Roles, load
from models.roles.score import score as measured
from models.roles.train import fit

GOLD = Path(__file__).parents[1] / "corpus" / "gold"
BY_NAME = {task.name: task for task in TASKS}
FIELD = {field.column: field for field in FIELDS}


# --- features --------------------------------------------------------------------------------------------------------
@given(st.text(max_size=300), st.integers(0, 300), st.integers(0, 40))
def test_any_text_has_features_within_the_weights(text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    found = columns([*window(text, start, min(start + length, len(text))), *bag("T", text)])
    assert found == sorted(set(found))
    assert all(0 <= column < COLUMNS for column in found)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("mulai Senin (28/9/2020)", "mulai Kamis (3/12/2021)"),
        ("hingga 5 Agustus", "hingga 17 Mei"),
        ("75 persen ASN", "25 persen ASN"),
    ],
)
def test_what_is_learnt_on_one_day_holds_on_another(one: str, other: str) -> None:
    assert tokens(one) == tokens(other)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("ASN bekerja dari rumah mulai [Senin (28/9)].", ["2020-09-28 one"]),
        ("ASN WFH [3] sampai [9 Oktober].", ["2020-10-03 first", "2020-10-09 last"]),
        ("ASN WFH selama 14 hari.", []),
        ("ASN WFH hingga [akhir Oktober].", ["2020-10-01 first", "2020-10-31 last"]),
    ],
)
def test_every_printed_day_is_a_candidate(text: str, days: list[str]) -> None:
    findings = find_all(Article("1", text.replace("[", "").replace("]", ""), published="2020-09-26"))
    found = [c.span.value for c in Candidates(findings).days(findings.sentences)]
    assert [f"{day.date} {day.edge}" for day in found] == days


def test_what_the_rules_made_of_a_share_is_no_feature_of_a_day() -> None:
    findings = find_all(Article("1", "Wali Kota Bogor: 75 persen ASN WFH mulai Senin (28/9/2020)."))
    day = next(iter(Candidates(findings).days(findings.sentences)))
    assert "b1=mulai" in day.features
    assert not any(feature.startswith(("timing", "start", "role")) for feature in day.features)


# --- the model -------------------------------------------------------------------------------------------------------
def _roles(names: tuple[str, ...], speaking: Mapping[str, tuple[str, float]], bias: float = -2.0) -> Roles:
    """Roles of which each is spoken for by one feature."""
    weights = np.zeros((len(names), COLUMNS), np.float32)
    for name, (feature, weight) in speaking.items():
        weights[names.index(name), columns([feature])] = weight
    return Roles(names, np.full(len(names), bias, np.float32), weights)


def test_the_probabilities_of_several_roles_sum_to_one() -> None:
    told = _roles(("asn", "all"), {"all": ("T=swasta", 40.0)}).probabilities(bag("T", "kantor swasta"))
    assert sum(told.values()) == pytest.approx(1)
    assert told["all"] > 0.8


def test_a_single_role_has_a_probability_of_its_own() -> None:
    role = _roles(("start_date",), {"start_date": ("b1=mulai", 50.0)})
    assert role.probabilities(["b1=mulai", "a1=."])["start_date"] > 0.99
    assert role.probabilities(["b1=kata", "a1=."])["start_date"] < 0.2
    assert 0 < role.probabilities([])["start_date"] < 0.2


def test_only_fields_that_ship_have_weights() -> None:
    assert set(load()) == set(SHIPPED)
    assert set(SHIPPED) <= set(FIELD)


# --- rules and model together ----------------------------------------------------------------------------------------
FILLED = "Bupati Sigi meminta separuh ASN bekerja dari rumah. Pola itu dijalankan Rabu (7/10/2020)."
KEPT = "Bupati Sigi meminta separuh ASN bekerja dari rumah mulai Senin (5/10/2020). Apel digelar Rabu (7/10/2020)."
NONE = "Bupati Sigi menegaskan tidak ada WFH bagi ASN. Pola itu dibahas Rabu (7/10/2020)."


@pytest.fixture
def sure(monkeypatch: pytest.MonkeyPatch) -> None:
    """A model that takes every bracketed date for the first day."""
    fitted = {
        "start_date": _roles(("start_date",), {"start_date": ("in=(", 0.0)}, bias=3.0),
        "end_date": _roles(("end_date",), {}, bias=-9.0),
    }
    monkeypatch.setattr(roles, "load", lambda: fitted)


@pytest.mark.usefixtures("sure")
@pytest.mark.parametrize(
    ("text", "day", "rule"),
    [
        (FILLED, "2020-10-07", "roles.start_date+dates."),
        (KEPT, "2020-10-05", "timing."),
        (NONE, "None", ""),
    ],
)
def test_a_first_day_is_filled_in_only_where_the_rules_find_none(text: str, day: str, rule: str) -> None:
    reading = observe_article(Article("1", text, published="2020-10-04"))
    assert [str(o.start_date) for o in reading.observations] == [day]
    evidence = [e for e in reading.evidence if e.column == "start_date"]
    assert all(e.rule.startswith(rule) for e in evidence) and bool(evidence) == (day != "None")
    assert all(text[e.start : e.end] == e.text for e in evidence)


def test_the_first_day_is_not_the_last_day_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    last = {"end_date": _roles(("end_date",), {}, bias=9.0), "start_date": _roles(("start_date",), {}, bias=-9.0)}
    monkeypatch.setattr(roles, "load", lambda: last)
    reading = observe_article(
        Article("1", "Bupati Sigi meminta separuh ASN WFH mulai 7 Oktober.", published="2020-10-04")
    )
    assert [(str(o.start_date), o.end_date) for o in reading.observations] == [("2020-10-07", None)]


@pytest.mark.usefixtures("sure")
def test_the_rules_alone_stay_what_they_are() -> None:
    findings = find_all(Article("1", FILLED))
    assert [d.timing.start for d in find_decisions(findings).decisions] == [None]


# --- fitting and measuring -------------------------------------------------------------------------------------------
def test_a_candidate_has_the_role_of_the_cell_that_it_gives() -> None:
    task = BY_NAME["start_date"]
    examples = read_examples([GOLD / "trial_ad.jsonl"], [task])
    told = [role for _, role in labelled(task, examples)]
    firsts = sum(bool(d.values("start_date")) for e in examples for d in e.item.answer.decisions)
    assert 0.7 * firsts < told.count("start_date") < 1.5 * firsts
    assert told.count(OTHER) > firsts


@pytest.mark.parametrize("name", ["start_date", "target"])
def test_fitting_twice_gives_the_same_weights(name: str) -> None:
    task: Task = BY_NAME[name]
    examples = read_examples([GOLD / "trial_x.jsonl"], [task])
    one, other = fit(task, examples), fit(task, examples)
    assert np.array_equal(one.weights, other.weights) and np.array_equal(one.bias, other.bias)


@pytest.mark.parametrize("least", [0.3, 0.9])
def test_both_never_change_what_they_may_only_fill(least: float) -> None:
    field: Field = FIELD["start_date"]
    examples = read_examples([GOLD / "trial_x.jsonl"], [field.task])
    reads = [read(example, {field.task.name: fit(field.task, examples)}) for example in examples]
    rules, both = score(reads, field, "rules"), score(reads, field, "both", least)
    assert both.right >= rules.right and both.found >= rules.found
    assert score(reads, field, "both", None) == rules


def test_what_ships_is_not_below_the_rules() -> None:
    told = measured(sorted(GOLD.glob("trial_[ab]?.jsonl")))
    for column in SHIPPED:
        assert told[f"{column}_both"] >= told[f"{column}_rules"], column
