"""The fields in a spaCy pipeline."""

import tomllib
from importlib import import_module
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from extract import components

TEXT = (
    "Wali Kota Bima Abdul Rasyid menerbitkan Surat Edaran Nomor 800/15/BKPSDM/2021 tentang penyesuaian jam kerja. "
    "Sebanyak 75 persen ASN bekerja dari rumah mulai 12 Juli 2021. "
    "Kota Bima mencatat 69 kasus terkonfirmasi positif COVID-19."
)
FIELDS = {
    "numbers": "75 persen",
    "dates": "12 Juli 2021",
    "regions": "Wali Kota Bima",
    "decrees": "Surat Edaran Nomor 800/15/BKPSDM/2021",
    "shares": "75 persen",
    "counts": "69",
    "names": "Abdul Rasyid",
}


def pipeline(*fields: str, language: str = "id") -> Language:
    nlp = spacy.blank(language)
    for field in fields:
        nlp.add_pipe(f"edaran_{field}")
    return nlp


@pytest.mark.parametrize("field", FIELDS)
def test_spans_are_those_of_the_field(field: str) -> None:
    found = getattr(import_module(f"extract.{field}"), f"find_{field}")(TEXT)
    doc = pipeline(field)(TEXT)
    spans = list(doc.spans[f"edaran_{field}"])
    assert any(FIELDS[field] in span.text for span in spans)
    assert [span.label_ for span in spans] == [span.label for span in found]
    assert [span._.edaran for span in spans] == [span.value for span in found]
    assert all(span.start_char <= f.start and f.end <= span.end_char for span, f in zip(spans, found, strict=True))


@pytest.mark.parametrize("language", ["id", "xx", "en"])
def test_any_language(language: str) -> None:
    doc = pipeline("dates", language=language)(TEXT)
    assert ["12 Juli 2021" in span.text for span in doc.spans["edaran_dates"]] == [True]


def test_all_together() -> None:
    doc = pipeline(*FIELDS)(TEXT)
    assert set(doc.spans) == {f"edaran_{field}" for field in FIELDS}
    assert all(span._.edaran is not None for group in doc.spans.values() for span in group)


def test_a_name_of_ones_own() -> None:
    nlp = spacy.blank("id")
    nlp.add_pipe("edaran_numbers", name="angka")
    doc = nlp(TEXT)
    assert doc.spans["angka"][0]._.edaran is not None
    assert "edaran_numbers" not in doc.spans


def test_a_doc_can_be_serialised() -> None:
    nlp = pipeline("dates", "numbers")
    doc = nlp(TEXT)
    copy = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    for key in doc.spans:
        assert [span._.edaran for span in copy.spans[key]] == [span._.edaran for span in doc.spans[key]]


def test_a_pipeline_can_be_saved(tmp_path: Path) -> None:
    pipeline("decrees").to_disk(tmp_path)
    doc = spacy.load(tmp_path)(TEXT)
    assert [span._.edaran.number for span in doc.spans["edaran_decrees"]] == ["800/15/BKPSDM/2021"]


def test_other_spans_have_no_value() -> None:
    doc = pipeline("numbers")(TEXT)
    assert doc[0:2]._.edaran is None


def test_a_span_inside_a_token_takes_the_token() -> None:
    text = "kata dia.Sebanyak 75%pegawai"
    doc = pipeline("numbers")(text)
    (span,) = doc.spans["edaran_numbers"]
    assert "75" in span.text
    assert span._.edaran.value == 75


@pytest.mark.parametrize("text", ["", " ", "\n\n", "tidak ada apa-apa di sini"])
def test_texts_without_anything(text: str) -> None:
    doc = pipeline(*FIELDS)(text)
    assert {key: len(group) for key, group in doc.spans.items()} == {f"edaran_{field}": 0 for field in FIELDS}


def test_every_component_is_an_entry_point() -> None:
    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))
    entry_points = project["project"]["entry-points"]["spacy_factories"]
    assert entry_points == {f"edaran_{field}": f"extract.components:{field}" for field in FIELDS}
    assert all(callable(getattr(components, field)) for field in FIELDS)
