"""Stanza's Indonesian tokenizer, tagger and parser as the tokenizer of a spaCy pipeline.

The package is Stanza's own (`stanza.download("id")`); it is not part of edaran.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from models.stanza_ner.loading import open_pipeline, require_stanza

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

PROCESSORS: Final = "tokenize,pos,lemma,depparse"  # Stanza adds `mwt` where the package splits tokens into words


def load_parser(folder: Path | None = None, processors: str = PROCESSORS) -> Language:
    """A spaCy pipeline whose tokens, sentences, tags, lemmas and trees are Stanza's; components can be added to it.

    `folder` is where `stanza.download("id", model_dir=...)` has put the package (default: Stanza's own folder);
    `processors` are those to load. Raises `StanzaError`.
    """
    import spacy  # noqa: PLC0415

    require_stanza()
    from stanza.resources.common import DEFAULT_MODEL_DIR  # noqa: PLC0415

    nlp = spacy.blank("id")
    nlp.tokenizer = StanzaTokenizer(nlp.vocab, open_pipeline(folder or Path(DEFAULT_MODEL_DIR), processors))
    return nlp


@dataclass(frozen=True, slots=True)
class StanzaTokenizer:
    """Turns a text into a `Doc` as Stanza reads it."""

    vocab: Vocab
    pipeline: Any  # stanza.Pipeline, which has no types

    def __call__(self, text: str) -> Doc:
        """The text as a `Doc` with the same characters; what was not loaded (lemmas, trees ...) is empty."""
        from spacy.tokens import Doc  # noqa: PLC0415
        from spacy.util import get_words_and_spaces  # noqa: PLC0415

        sentences = self.pipeline(text).sentences if text.strip() else []
        read = [token for sentence in sentences for token in sentence.tokens]
        words, spaces = get_words_and_spaces([text[token.start_char : token.end_char] for token in read], text)
        # Runs of white space are tokens of their own in spaCy, and none in Stanza
        places = [index for index, word in enumerate(words) if not word.isspace()]
        rows = [_Row(head=index - 1 if index else 0) for index in range(len(words))]
        first = 0
        for sentence in sentences:
            for index, row in enumerate(_rows(sentence, places[first:]), first):
                rows[places[index]] = row
            first += len(sentence.tokens)
        return Doc(
            self.vocab,
            words=words,
            spaces=spaces,
            tags=[row.tag for row in rows],
            pos=[row.pos for row in rows],
            morphs=[row.morph for row in rows],
            lemmas=[row.lemma for row in rows],
            heads=[row.head for row in rows] if any(row.dep == "ROOT" for row in rows) else None,
            deps=[row.dep for row in rows],
            sent_starts=[row.starts for row in rows],
        )


@dataclass(frozen=True, slots=True)
class _Row:
    """What spaCy wants to know of one token."""

    head: int  # place in the Doc
    tag: str = ""
    pos: str = ""
    morph: str = ""
    lemma: str = ""
    dep: str = "dep"  # as spaCy calls white space
    starts: bool = False


def _rows(sentence: Any, places: list[int]) -> list[_Row]:
    """The tokens of one sentence of Stanza's; `places` says where each stands in the Doc.

    A token that Stanza splits into words ("rumahnya": rumah, nya) takes what is said of the word the others hang on.
    """
    holder = {word.id: index for index, token in enumerate(sentence.tokens) for word in token.words}
    rows = []
    for index, token in enumerate(sentence.tokens):
        word = next((word for word in token.words if holder.get(word.head) != index), token.words[0])
        rows.append(
            _Row(
                head=places[holder.get(word.head, index)],
                tag=word.xpos or "",
                pos=word.upos or "",
                morph=word.feats or "",
                lemma=word.lemma or "",
                dep="ROOT" if word.deprel == "root" else word.deprel or "",
                starts=index == 0,
            )
        )
    return rows
