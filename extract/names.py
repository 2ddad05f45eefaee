"""Names of people, organisations and places in a text, as the names model finds them.

The extraction asks the model only where a name is sought (`issuer_name.py`); this is for a whole text.
"""

from __future__ import annotations

from extract.document import split_sentences
from extract.spans import Span
from models.ner import find_names as find_in_sentences


def find_names(text: str) -> list[Span[str]]:
    """The names in a text, by start; a span's label is "PER", "ORG" or "LOC", its value the name with single blanks.

    Raises `models.artefact.ArtefactError` when the model's files are not as they were trained.

    >>> text = "Edaran terbit.\\nHal itu dikatakan Abdul Rasyid kepada wartawan di Jakarta."
    >>> [(span.label, span.text) for span in find_names(text)]
    [('PER', 'Abdul Rasyid'), ('LOC', 'Jakarta')]
    """
    sentences = split_sentences(text)
    return [
        Span(name.label, name.start, name.end, name.text, " ".join(name.text.split()), "ner").shift(sentence.start)
        for sentence, names in zip(sentences, find_in_sentences([s.text for s in sentences]), strict=True)
        for name in names
    ]
