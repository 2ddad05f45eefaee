"""Sentences: a bar shows where each expected one ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.document import Text, split_sentences

# fmt: off
SPLITS: list[str] = [
    # --- plain ends
    "Bupati meneken edaran.| Pegawai bekerja dari rumah.",
    "Apakah kantor tutup?| Belum.| Tunggu saja!| Begitu katanya.",
    "Kasus naik...| Kantor pun ditutup.",
    # --- quotes and brackets close with the sentence
    '"Kantor tetap buka."| Itu katanya.',
    "Pegawai WFH (kecuali RSUD.)| Edaran menyusul.",
    '"Sudah saya teken!"| Ia lalu pergi.',
    # --- what follows in small letters goes on
    '"Kapan mulai?" tanya wartawan itu.| Bupati diam.',
    # --- abbreviations
    "Plt. Sekda Kota Metro H. Darmin hadir.| Ia menyebut 50 persen.",
    "Edaran No. 58 terbit kemarin.| Isinya singkat.",
    "Bupati H. Rustam, M.Kes. menjawab.",
    "Kantor di Jl. Merdeka ditutup.| Warga pulang.",
    "Prof. Dr. Ir. Sumantri menilai itu tepat.",
    "Pegawai di Kab. Ende masuk kantor.| Tidak ada WFH.",
    "Surat itu diteken a.n. Bupati oleh Sekda.| Berlaku besok.",
    # --- numbers
    "Ada 1.848 kasus di kota itu.| Sembuh 1.200 orang.",
    "Rapat dimulai pukul 09.30 WIB.| Selesai siang.",
    "Nomor BKD.800.1/22/B/IX/2020 berlaku.| Pegawai patuh.",
    # --- no space behind the stop
    "Begitu kata dia.|Senin kantor tutup.",
    "Pegawai WFH 50 persen.|Edaran terbit.",
    # --- lines
    "PEMKOT METRO ATUR WFH\n|Metro - Kantor dibatasi.| Warga maklum.",
    "Baris satu\n|\n|Baris dua",
]
# fmt: on


@pytest.mark.parametrize("barred", SPLITS)
def test_splitting(barred: str) -> None:
    text = barred.replace("|", "")
    expected = [piece.strip() for piece in barred.split("|") if piece.strip()]
    assert [sentence.text for sentence in split_sentences(text)] == expected


def test_paragraphs_are_counted() -> None:
    sentences = split_sentences("Satu. Dua.\n\nTiga.\nEmpat.")
    assert [sentence.paragraph for sentence in sentences] == [0, 0, 2, 3]
    assert [sentence.index for sentence in sentences] == [0, 1, 2, 3]


def test_the_sentence_at_an_offset() -> None:
    text = Text("Kantor tutup. Pegawai pulang.\nBesok buka.")
    assert text.sentence_at(0).text == "Kantor tutup."
    assert text.sentence_at(text.text.index("Pegawai")).text == "Pegawai pulang."
    assert text.sentence_at(13).text == "Kantor tutup."  # the blank between two
    assert text.sentence_at(len(text.text) - 1).text == "Besok buka."


WORDS = st.sampled_from(
    [
        "Bupati",
        "ASN",
        "pegawai",
        "No.",
        "Plt.",
        "1.848",
        "(28/9)",
        '"WFH',
        'rumah."',
        "a.n.",
        "kantor.",
        "Ende!",
        "dia.Senin",
        "\n",
        " ",
        "...",
        "?",
        "H.",
        "IV.",
    ]
)


@given(st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=30).map(" ".join)))
def test_sentences_cover_all_that_is_printed_in_order(text: str) -> None:
    sentences = split_sentences(text)
    at = 0
    for number, sentence in enumerate(sentences):
        assert sentence.index == number
        assert text[sentence.start : sentence.end] == sentence.text
        assert sentence.text == sentence.text.strip() != ""
        assert not text[at : sentence.start].strip()
        assert "\n" not in sentence.text
        at = sentence.end
    assert not text[at:].strip()
    assert [s.paragraph for s in sentences] == [text.count("\n", 0, s.start) for s in sentences]


@given(st.lists(st.sampled_from(["Pegawai pulang.", "Kantor tutup!", "Apa kabar?"]), min_size=1, max_size=20))
def test_plain_sentences_come_back(sentences: list[str]) -> None:
    assert [s.text for s in split_sentences(" ".join(sentences))] == sentences


@pytest.mark.parametrize("piece", [".", '."', "A.", "a.B", "Plt. ", "\n", "?!", "W" * 50])
def test_long_hostile_text_ends(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    assert "".join(s.text for s in split_sentences(text)).replace(" ", "") == "".join(text.split())
