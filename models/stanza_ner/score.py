"""How many names of labelled sentences the tagger finds, with their exact ends and their kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from models.ner.corpus import LABELS, LabelledDataError, LabelledSentence, names, read_sentences
from models.parts import DataError
from models.stanza_ner.loading import StanzaError
from models.stanza_ner.model import tag


def score(files: Sequence[Path]) -> Mapping[str, float]:
    """Precision, recall and F1 (0 to 1) over all names, and the F1 of each kind, on files of labelled sentences."""
    try:
        sentences = [sentence for path in files for sentence in read_sentences(path)]
        return figures(sentences, tag([sentence.tokens for sentence in sentences]))
    except (LabelledDataError, StanzaError, OSError) as error:
        raise DataError(str(error)) from error


def figures(sentences: Sequence[LabelledSentence], found: Sequence[Sequence[tuple[int, int, str]]]) -> dict[str, float]:
    """The scores of what was `found` in each sentence.

    >>> sentence = LabelledSentence(("Sari", "di", "Alor"), ("B-PER", "O", "B-LOC"))
    >>> figures([sentence], [[(0, 1, "PER"), (1, 3, "LOC")]])["f1"]
    0.5
    """
    wanted = {(number, *name) for number, sentence in enumerate(sentences) for name in names(sentence.tags)}
    given = {(number, *name) for number, spans in enumerate(found) for name in spans}
    kinds = {
        f"f1_{label.lower()}": _f1(*({name for name in told if name[-1] == label} for told in (wanted, given)))
        for label in LABELS
    }
    right = len(wanted & given)
    return {
        "precision": right / len(given) if given else 0.0,
        "recall": right / len(wanted) if wanted else 0.0,
        "f1": _f1(wanted, given),
        **kinds,
    }


def _f1(wanted: set[tuple[int, int, int, str]], given: set[tuple[int, int, int, str]]) -> float:
    both = len(wanted) + len(given)
    return 2 * len(wanted & given) / both if both else 0.0
