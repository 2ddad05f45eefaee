"""How many names of labelled sentences the model finds, with their exact ends and their kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from spacy.tokens import Doc

from models.ner.corpus import LABELS, LabelledDataError, LabelledSentence, names, read_sentences
from models.ner.model import load
from models.parts import DataError

#: A name as (first token, end token, label), end exclusive.
Span = tuple[int, int, str]


def score(files: Sequence[Path]) -> Mapping[str, float]:
    """Number of names, precision, recall and F1 (0 to 1) over all names of labelled files, and the F1 of each kind.

    Raises `DataError` for a file that cannot be read, `models.artefact.ArtefactError` when the model's files are not as
    trained.
    """
    sentences = labelled(files)
    return figures(sentences, tag([sentence.tokens for sentence in sentences]))


def labelled(files: Sequence[Path]) -> list[LabelledSentence]:
    """The sentences of labelled files. Raises `DataError`."""
    try:
        return [sentence for path in files for sentence in read_sentences(path)]
    except (LabelledDataError, OSError) as error:
        raise DataError(str(error)) from error


def tag(sentences: Sequence[Sequence[str]]) -> list[list[Span]]:
    """The names that the model finds in each sentence, which is cut into tokens already."""
    nlp = load()
    with nlp.memory_zone():
        docs = nlp.pipe(Doc(nlp.vocab, words=list(tokens)) for tokens in sentences)
        return [[(ent.start, ent.end, ent.label_) for ent in doc.ents] for doc in docs]


def figures(sentences: Sequence[LabelledSentence], found: Sequence[Sequence[Span]]) -> dict[str, float]:
    """The scores of what was `found` in each sentence, by whichever engine.

    >>> sentence = LabelledSentence(("Sari", "di", "Alor"), ("B-PER", "O", "B-LOC"))
    >>> figures([sentence], [[(0, 1, "PER"), (1, 3, "LOC")]])["f1"]
    0.5
    """
    right: Counter[str] = Counter()
    given: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    for sentence, told in zip(sentences, found, strict=True):
        expected = set(names(sentence.tags))
        for counter, spans in ((wanted, expected), (given, set(told)), (right, expected & set(told))):
            counter.update(label for *_, label in spans)
    scores = {
        "names": float(wanted.total()),
        "precision": _share(right.total(), given.total()),
        "recall": _share(right.total(), wanted.total()),
        "f1": _share(2 * right.total(), given.total() + wanted.total()),
    }
    each = {f"f1_{label.lower()}": _share(2 * right[label], given[label] + wanted[label]) for label in LABELS}
    return scores | each


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
