"""What Stanza reads of a text stands in a spaCy `Doc` of the same characters."""

from __future__ import annotations

from pathlib import Path

import pytest
import stanza
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from models.stanza_ner.parsing import StanzaTokenizer, load_parser

GAP = "Bupati Alor meminta pegawai bekerja dari rumah.\n\nKantor tetap buka  pada hari Senin. "


@pytest.fixture(scope="module")
def nlp(package: Path) -> Language:
    return load_parser(package)


def told(doc: Doc) -> list[list[str]]:
    """Each sentence's tokens as `form/lemma/tag/relation/head`, without white space."""
    return [
        [f"{t}/{t.lemma_}/{t.pos_}/{t.dep_}/{t.head}" for t in sentence if not t.is_space] for sentence in doc.sents
    ]


def test_tokens_tags_lemmas_and_trees_are_those_of_stanza(nlp: Language) -> None:
    doc = nlp("Guru mengajar dari rumah. Bupati mengunjungi pasar.")
    assert told(doc) == [
        [
            "Guru/guru/NOUN/nsubj/mengajar",
            "mengajar/ajar/VERB/ROOT/mengajar",
            "dari/dari/ADP/case/rumah",
            "rumah/rumah/NOUN/obl/mengajar",
            "././PUNCT/punct/mengajar",
        ],
        [
            "Bupati/bupati/NOUN/nsubj/mengunjungi",
            "mengunjungi/kunjung/VERB/ROOT/mengunjungi",
            "pasar/pasar/NOUN/obj/mengunjungi",
            "././PUNCT/punct/mengunjungi",
        ],
    ]
    assert [chunk.text for chunk in doc[5].subtree] == ["Bupati"]


@pytest.mark.parametrize("text", [GAP, "", " \n", "\tGuru mengajar dari rumah."])
def test_every_character_is_kept(nlp: Language, text: str) -> None:
    assert nlp(text).text == text


def test_gaps_do_not_move_the_trees(nlp: Language) -> None:
    narrow = nlp("Bupati Alor meminta pegawai bekerja dari rumah. Kantor tetap buka pada hari Senin.")
    assert told(nlp(GAP)) == told(narrow)
    assert len(told(narrow)) == 2


def test_a_part_of_the_package_is_enough(package: Path) -> None:
    doc = load_parser(package, "tokenize")("Guru mengajar dari rumah. Bupati mengunjungi pasar.")
    assert [sentence.text for sentence in doc.sents] == ["Guru mengajar dari rumah.", "Bupati mengunjungi pasar."]
    assert not doc.has_annotation("DEP")
    assert not doc.has_annotation("TAG")


def test_the_fields_find_the_same_on_these_tokens(package: Path) -> None:
    nlp = load_parser(package, "tokenize")
    nlp.add_pipe("edaran_regions")
    doc = nlp("Warga Kota Bima menunggu surat edaran.")
    assert [span.text for span in doc.spans["edaran_regions"]] == ["Kota Bima"]


def test_a_split_token_takes_the_place_of_its_first_word() -> None:
    """ "rumahnya" is "rumah" and "nya" in Stanza; the tree must not lose the words behind it."""
    text = "Di rumahnya ramai"
    words = [
        {"id": 1, "text": "Di", "upos": "ADP", "head": 2, "deprel": "case", "start_char": 0, "end_char": 2},
        {"id": (2, 3), "text": "rumahnya", "start_char": 3, "end_char": 11},
        {"id": 2, "text": "rumah", "upos": "NOUN", "head": 4, "deprel": "obl"},
        {"id": 3, "text": "nya", "upos": "PRON", "head": 2, "deprel": "nmod"},
        {"id": 4, "text": "ramai", "upos": "ADJ", "head": 0, "deprel": "root", "start_char": 12, "end_char": 17},
    ]
    doc = StanzaTokenizer(Vocab(), lambda _: stanza.Document([words], text))(text)
    assert [(t.text, t.pos_, t.dep_, t.head.text) for t in doc] == [
        ("Di", "ADP", "case", "rumahnya"),
        ("rumahnya", "NOUN", "obl", "ramai"),
        ("ramai", "ADJ", "ROOT", "ramai"),
    ]
