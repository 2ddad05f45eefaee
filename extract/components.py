"""The fields as spaCy components, for anybody's pipeline.

    nlp = spacy.blank("id")
    nlp.add_pipe("edaran_decrees")
    doc = nlp("Surat Edaran Nomor 15 Tahun 2021 berlaku mulai Senin.")
    span = doc.spans["edaran_decrees"][0]
    span._.edaran  # its typed value

The entry points of the package make the names known to spaCy; from a source tree, `import extract.components` does.

A field works on characters and spaCy on tokens: where a field's span ends inside a token, the spaCy span takes the
whole token. The fields expect text as `corpus.clean` leaves it; on other text they find less.

Values are not stored in the `Doc` but read again from its text when they are asked for (the last texts are
remembered), so a `Doc` can be serialised and `nlp.pipe(..., n_process=2)` works.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from extract.spans import Span

EXTENSION = "edaran"
_REMEMBERED_TEXTS = 32


@lru_cache(maxsize=_REMEMBERED_TEXTS)
def _find(field: str, text: str) -> tuple[Span[Any], ...]:
    find: Callable[[str], list[Span[Any]]] = getattr(import_module(f"extract.{field}"), f"find_{field}")
    return tuple(find(text))


def _value(span: TokenSpan) -> Any:
    """The typed value of a span that one of our components made; None for every other span."""
    prefix, _, place = span.id_.partition(":")
    field, _, number = place.partition(":")
    return _find(field, span.doc.text)[int(number)].value if prefix == EXTENSION else None


TokenSpan.set_extension(EXTENSION, getter=_value, force=True)


@dataclass(frozen=True, slots=True)
class FieldComponent:
    """Finds one field's spans in a `Doc` and puts them into `doc.spans[key]`, whatever stood there before."""

    field: str
    key: str

    def __call__(self, doc: Doc) -> Doc:
        """Add the spans; the `Doc` is changed and returned."""
        spans = (self._token_span(doc, found, number) for number, found in enumerate(_find(self.field, doc.text)))
        doc.spans[self.key] = [span for span in spans if span is not None]
        return doc

    def _token_span(self, doc: Doc, found: Span[Any], number: int) -> TokenSpan | None:
        identity = f"{EXTENSION}:{self.field}:{number}"
        return doc.char_span(found.start, found.end, label=found.label, alignment_mode="expand", span_id=identity)


def numbers(nlp: Language, name: str) -> FieldComponent:
    """Numbers in digits and words: `extract.numbers`."""
    return FieldComponent("numbers", name)


def dates(nlp: Language, name: str) -> FieldComponent:
    """Dates and periods: `extract.dates`. Without an article's date, a day without a year stays without one."""
    return FieldComponent("dates", name)


def regions(nlp: Language, name: str) -> FieldComponent:
    """Names of provinces, regencies and cities: `extract.regions`."""
    return FieldComponent("regions", name)


def decrees(nlp: Language, name: str) -> FieldComponent:
    """Circulars, decrees, instructions and regulations: `extract.decrees`."""
    return FieldComponent("decrees", name)


def shares(nlp: Language, name: str) -> FieldComponent:
    """Shares of staff at home and in the office: `extract.shares`."""
    return FieldComponent("shares", name)


def counts(nlp: Language, name: str) -> FieldComponent:
    """COVID-19 counts: `extract.counts`."""
    return FieldComponent("counts", name)


def names(nlp: Language, name: str) -> FieldComponent:
    """Names of people, organisations and places: `extract.names`."""
    return FieldComponent("names", name)


for _factory in (numbers, dates, regions, decrees, shares, counts, names):
    Language.factory(f"edaran_{_factory.__name__}", func=_factory)
