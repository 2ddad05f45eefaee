"""Why a policy was made: short articles with the words that tell it marked."""

from __future__ import annotations

import re
from datetime import date

import pytest

from corpus.article import Article
from extract.document import Text
from extract.observations import observe_article
from extract.scope import scope
from extract.trigger import find_trigger

PANDEMIC, LATER = date(2021, 7, 1), date(2025, 9, 1)

# fmt: off
# (text, day of the article, trigger); the marked words are the first that tell the trigger
ARTICLES: list[tuple[str, date, str | None]] = [
    # --- a festival is an event; in the pandemic it was only named
    ("Menjelang «festival» perahu naga, pemkot meminta separuh pegawai WFH.", LATER, "event"),
    ("Pemkot menerapkan «WFH» bagi separuh pegawai. Festival perahu naga ditunda.", PANDEMIC, "covid19"),
    # --- covid19, said
    ("Pemkot Bima menerapkan WFH untuk mencegah penyebaran «Covid-19».", PANDEMIC, "covid19"),
    ("ASN bekerja dari rumah akibat «wabah» virus corona.", PANDEMIC, "covid19"),
    ("WFH 75 persen berlaku selama «PPKM» darurat.", PANDEMIC, "covid19"),
    ("Kota ini masuk «zona merah», ASN bekerja dari rumah.", PANDEMIC, "covid19"),
    ("Tujuh pegawai «terkonfirmasi» positif, kantor WFH.", PANDEMIC, "covid19"),
    ("CEGAH «CORONA», ASN BEKERJA DARI RUMAH.", PANDEMIC, "covid19"),
    # --- covid19, implied
    ("ASN bekerja dari rumah. Yang masuk wajib memakai «masker» dan mencuci tangan.", PANDEMIC, "covid19"),
    ("ASN menjalani «WFH» mulai Senin.", PANDEMIC, "covid19"),
    # --- the other reasons
    ("Pemprov menerapkan WFH untuk menekan «polusi» udara.", LATER, "air_pollution"),
    ("ASN WFH karena «kualitas udara» memburuk.", LATER, "air_pollution"),
    ("ASN WFH untuk mengurai «arus balik» Lebaran.", LATER, "holiday_traffic"),
    ("Pegawai boleh WFH pascalibur «Lebaran».", LATER, "holiday_traffic"),
    ("WFH diterapkan menyusul «unjuk rasa» di kantor DPRD.", LATER, "unrest"),
    ("ASN diminta WFH karena «demonstrasi» memanas.", LATER, "unrest"),
    ("«Banjir» merendam kantor, pegawai bekerja dari rumah.", LATER, "disaster"),
    ("ASN WFH karena «longsor» memutus jalan ke kota.", LATER, "disaster"),
    ("Pegawai bekerja dari rumah usai «gempa» merusak kantor.", LATER, "disaster"),
    ("WFH dua hari sepekan diterapkan demi «efisiensi» anggaran.", LATER, "efficiency"),
    ("WFH setiap Jumat ditempuh untuk «penghematan» biaya kantor.", LATER, "efficiency"),
    ("ASN WFH setiap Jumat karena pasokan «BBM» menipis.", LATER, "energy"),
    ("WFH diterapkan menyikapi krisis «energi».", LATER, "energy"),
    ("ASN WFH selama «KTT» ASEAN berlangsung.", LATER, "event"),
    # --- the reason of the rule beside other words of the kind
    ("Pemkab menerapkan WFH untuk menekan «Covid-19».\nPolisi menyekat jalan menjelang Lebaran.", PANDEMIC, "covid19"),
    ("Pemprov menerapkan WFH guna menekan «polusi» udara.\nWarga diminta berhemat listrik.", LATER, "air_pollution"),
    ("ASN WFH demi «efisiensi» anggaran.\nPola ini dikenal sejak pandemi.", LATER, "efficiency"),
    # --- nothing said
    ("ASN menjalani WFH mulai Senin.", LATER, None),
    ("Bupati melantik pejabat baru.", LATER, None),
    ("", LATER, None),
]
# fmt: on


@pytest.mark.parametrize(("marked", "day", "expected"), ARTICLES)
def test_trigger(marked: str, day: date, expected: str | None) -> None:
    text = re.sub("[«»]", "", marked)
    found = find_trigger(scope(Text(text), day.year), None, day)
    assert (found and found.value) == expected
    if found is not None:
        (words,) = re.findall("«([^»]*)»", marked)
        assert text[found.start : found.end] == found.text
        assert found.start <= marked.index("«") < found.end, f"read from {found.text!r}, not from {words!r}"


def test_the_headline_counts() -> None:
    text = "ASN bekerja dari rumah sepekan. Unjuk rasa dan banjir membuat jalan macet."
    sentences = scope(Text(text), 2025)
    values = [
        found.value for title in ("Banjir, ASN WFH", "Demo, ASN WFH") if (found := find_trigger(sentences, title))
    ]
    assert values == ["disaster", "unrest"]


def test_the_headline_alone_may_tell_it() -> None:
    sentences = scope(Text("Wali Kota Batam membolehkan ASN bekerja dari rumah."), 2024)
    found = find_trigger(sentences, "ASN Batam WFH Usai Lebaran", date(2024, 4, 15))
    assert found is not None
    assert (found.value, found.text, found.rule) == ("holiday_traffic", "bekerja dari rumah", "trigger.headline")


def test_without_a_day_nothing_is_implied() -> None:
    assert find_trigger(scope(Text("ASN menjalani WFH. Semua memakai masker."))) is None


@pytest.mark.parametrize("piece", ["untuk ", "polusi ", "karena banjir ", "demo ", "arus "])
def test_long_hostile_text_ends(piece: str) -> None:
    find_trigger(scope(Text(piece * (100_000 // len(piece)))), None, PANDEMIC)


# Short articles of one sentence each, read from end to end: (trigger, day of publication, text)
# fmt: off
READ = [
    ("covid19", "2020-03-20", "Pemkot Tegal meminta ASN bekerja dari rumah untuk memutus rantai penularan virus."),
    ("covid19", "2021-07-05", "Menyusul penetapan PPKM darurat, Pemkab Sikka menerapkan WFH bagi 75 persen ASN."),
    ("air_pollution", "2023-08-21", "Kualitas udara memburuk. Pemkot Bekasi menerapkan WFH bagi 50 persen ASN."),
    ("air_pollution", "2023-10-02", "Kabut asap karhutla makin pekat, Pemkot Jambi mengizinkan ASN hamil bekerja "
     "dari rumah."),
    ("air_pollution", "2019-09-16", "ISPU menembus level berbahaya, Pemprov Riau mempersilakan ASN bekerja dari "
     "rumah."),
    ("holiday_traffic", "2024-04-15", "Untuk mengurai kemacetan arus balik, Pemprov Jawa Barat memberlakukan WFH 50 "
     "persen bagi ASN pada 16-17 April."),
    ("holiday_traffic", "2025-03-20", "Menjelang Nyepi dan Idulfitri, Pemkot Tegal memberlakukan WFA bagi ASN 24-27 "
     "Maret."),
    ("holiday_traffic", "2025-12-20", "ASN Pemprov Bali boleh WFA pada 29-31 Desember 2025 selama libur Nataru."),
    ("unrest", "2025-09-01", "Imbas aksi unjuk rasa, Pemkot Makassar menerapkan WFH bagi ASN mulai Senin."),
    ("unrest", "2025-08-30", "Usai gedung DPRD dibakar massa, Pemprov NTB meminta ASN bekerja dari rumah tiga hari."),
    ("disaster", "2025-12-01", "Banjir bandang melumpuhkan kota. Pemkab Aceh Tamiang mengizinkan ASN bekerja "
     "dari rumah."),
    ("disaster", "2018-08-07", "Pascagempa, Pemkot Mataram meminta pegawai bekerja dari rumah karena gedung "
     "kantor retak."),
    ("disaster", "2021-12-06", "Erupsi Semeru membuat akses putus, Pemkab Lumajang mengizinkan ASN Pronojiwo "
     "kerja dari rumah."),
    ("efficiency", "2025-02-18", "Dampak pemangkasan anggaran, Pemkab Trenggalek menerapkan WFA dua hari sepekan "
     "bagi ASN."),
    ("efficiency", "2025-11-05", "Demi menghemat listrik dan operasional kantor, Pemprov Jabar menerapkan WFH "
     "setiap Kamis bagi ASN."),
    ("energy", "2026-04-02", "Untuk menghemat BBM, Pemkab Rembang memberlakukan WFH setiap Jumat bagi ASN."),
    ("energy", "2026-04-02", "Krisis energi akibat perang di Timur Tengah membuat Pemkot Tegal menerapkan WFH "
     "setiap Rabu bagi ASN."),
    ("event", "2023-09-04", "Selama KTT ASEAN, ASN Pemprov DKI Jakarta WFH 75 persen."),
    ("event", "2022-11-14", "Pemkot Denpasar menerapkan WFH bagi ASN saat pelaksanaan KTT G20."),
    ("other", "2024-05-06", "Gedung Setda terbakar, Pemkab Sikka meminta pegawai setda bekerja dari rumah."),
    ("other", "2024-05-06", "Karena gedung kantor direnovasi, pegawai Dinas Sosial Kota Tegal bekerja dari rumah."),
    ("disaster", "2020-01-02", "Banjir merendam Balai Kota, Pemkot Bekasi meliburkan pegawai dan meminta "
     "bekerja dari rumah."),
    ("covid19", "2022-02-14", "Kasus Omicron naik, Pemkot Tegal menerapkan WFH 50 persen bagi ASN."),
    ("covid19", "2020-12-28", "Libur Natal dan tahun baru, Pemkot Tegal menerapkan WFH 75 persen bagi ASN guna "
     "menekan penyebaran Covid-19."),
    ("energy", "2026-04-02", "Mendukung gerakan hemat energi nasional, Wali Kota Tegal menerapkan WFH setiap "
     "Jumat bagi ASN dan mematikan AC."),
    ("unrest", "2025-08-29", "Demi keamanan saat demonstrasi mahasiswa, Pemprov DKI Jakarta menyetujui ASN "
     "WFH hari ini."),
    ("disaster", "2024-01-10", "Cuaca ekstrem dan banjir rob, Wali Kota Semarang mengizinkan ASN terdampak WFH."),
]
# fmt: on


@pytest.mark.parametrize(("trigger", "day", "text"), READ)
def test_trigger_of_a_short_article(trigger: str, day: str, text: str) -> None:
    (observation,) = observe_article(Article("t", text, published=day)).observations
    assert observation.trigger == trigger
