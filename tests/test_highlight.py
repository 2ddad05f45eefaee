"""An article as HTML: what is marked, how it is labelled, and that nothing of it can run."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.highlight import GROUPS, highlight
from extract.schema import TABLES, Evidence

TEXT = "Pemkot Bima: 75 persen ASN bekerja dari rumah."


def span(text: str, words: str, column: str, table: str = "observations") -> Evidence:
    start = text.index(words)
    cell = {"evidence_id": "a-e1", "table": table, "row_id": "a-1", "column": column, "article_id": "a"}
    place = {"start": start, "end": start + len(words), "text": words, "rule": f"test.{column}"}
    return Evidence.model_validate(cell | place)


def marks(page: str) -> list[tuple[str, str]]:
    """Each marked stretch with the label behind it."""
    found = re.findall(r'<mark [^>]*>([^<]*)</mark>(?:<span style="[^"]*">([^<]*)</span>)?', page)
    return [(html.unescape(words), label) for words, label in found]


def plain(page: str) -> str:
    """The article's own words, without labels and tags."""
    return html.unescape(re.sub(r"<[^>]*>", "", re.sub(r'<span style="[^"]*">[^<]*</span>', "", page)))


def test_words_are_marked_and_labelled_by_what_they_support() -> None:
    columns = ["wfh_pct", "wfo_pct", "pct_basis", "action"]
    page = highlight(TEXT, [span(TEXT, "75 persen", column) for column in columns])
    assert marks(page) == [("75 persen", "action, share")]
    assert 'title="action: test.action' in page
    assert "wfo_pct: test.wfo_pct" in page


def test_span_inside_a_span_is_labelled_behind_the_last_piece_of_each() -> None:
    page = highlight(TEXT, [span(TEXT, "75 persen ASN", "wfh_pct"), span(TEXT, "ASN", "target")])
    assert marks(page) == [("75 persen ", ""), ("ASN", "target, share")]


def test_text_without_evidence_has_no_mark() -> None:
    assert marks(highlight(TEXT, [])) == []
    assert plain(highlight(TEXT, [])) == TEXT


def test_html_of_the_article_does_not_run() -> None:
    text = "<script>alert(1)</script> 75 <b>persen</b> & lain"
    page = highlight(text, [span(text, "75 <b>persen</b>", "wfh_pct")])
    assert "<script" not in page
    assert "<b>" not in page
    assert plain(page) == text


@given(st.text(st.characters(exclude_categories=["C"], exclude_characters="\r"), min_size=1), st.data())
def test_no_character_is_lost(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    evidence = span(text, text[start:end], "trigger")
    assert plain(highlight(text, [evidence])) == text


def test_column_without_a_colour_of_its_own_is_marked_by_its_name() -> None:
    assert marks(highlight(TEXT, [span(TEXT, "Bima", "published", "articles")])) == [("Bima", "published")]


@pytest.mark.parametrize("table", ["observations", "measures", "case_counts"])
def test_every_column_that_is_read_has_a_colour(table: str) -> None:
    keys = {"observation_id", "article_id", "policy_id", "measure_no", "count_no", "confidence", "condition_kind"}
    columns = set(TABLES[table].model_fields) - keys
    assert columns - {column for group in GROUPS for column in group.labels} == set()
