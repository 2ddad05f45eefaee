"""In whose name the rule is made, and the person's name as printed."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from corpus.article import Article
from extract.observations import observe_article
from extract.schema import Observation

GOLD = Path(__file__).parents[1] / "corpus" / "gold"


def observed(text: str) -> Observation:
    (observation,) = observe_article(Article("t", text, published="2021-07-05")).observations
    return observation


# fmt: off
OFFICES: list[tuple[str, str]] = [
    # --- the head of the region
    ("Wali Kota Tidore menerapkan WFH bagi separuh ASN.", "mayor"),
    ("Bupati Alor menerapkan WFH bagi separuh ASN.", "regent"),
    ("Gubernur Bengkulu menerapkan WFH bagi separuh ASN.", "governor"),
    # --- the secretary tells what the head has issued
    ("Sekda Gianyar mengatakan Bupati sudah mengeluarkan surat edaran WFH bagi ASN Pemkab Gianyar.", "regent"),
    # --- only the government is named
    ("Pemkot Tidore menerapkan WFH bagi separuh ASN.", "mayor"),
    ("Pemkab Alor menerapkan WFH bagi separuh ASN.", "regent"),
    ("Pemprov Bengkulu menerapkan WFH bagi separuh ASN.", "governor"),
    # --- who explains it is not the issuer
    ("Pemkot Tidore menerapkan WFH bagi separuh ASN.\nKepala BKPSDM Tidore Rasyid Umar menjelaskan.", "mayor"),
    ("Pemkab Alor menerapkan WFH bagi separuh ASN.\n\"Mulai besok,\" kata Sekda Alor.", "regent"),
    ("Juru bicara Pemprov Bengkulu menyebut gubernur menerapkan WFH bagi separuh ASN.", "governor"),
    ("Wakil Bupati Alor mengatakan pemkab menerapkan WFH bagi separuh ASN.", "regent"),
    # --- the secretary writes for the head
    ("Pemkab Buru menerapkan WFH bagi separuh ASN lewat surat Sekretaris Daerah atas nama Bupati Nomor 800/3/2021.",
     "regent"),
    ("Pemkab Sijunjung memperpanjang WFH bagi ASN.\nLewat surat edaran terbarunya, Sekretaris Daerah Sijunjung Zefri "
     "memperpanjang ketentuan dalam Surat Edaran Sekda Nomor 800/155/BKPSDM-2021.", "regional_secretary"),
    # --- an office for its own staff
    ("Inspektorat Kabupaten Bantul menerapkan WFH bagi 75 persen pegawainya.\nOPD lain Pemkab Bantul masuk.", "agency"),
    # --- the secretary in his own name
    ("Pemkot Tidore menerapkan WFH bagi separuh ASN.\nHal itu tertuang dalam Surat Edaran Sekretaris Daerah "
     "Kota Tidore Nomor 800/12/2021.", "regional_secretary"),
    ("Pemkab Alor menerapkan WFH bagi separuh ASN.\nSekda Alor menerbitkan Surat Edaran Nomor 800/12/BKD/2021.",
     "regional_secretary"),
    ("Pemkab Alor menerapkan WFH bagi separuh ASN lewat Surat Edaran Nomor 800/12/BKD/2021 yang diteken Sekda.",
     "regional_secretary"),
    # --- the secretary in the head's name
    ("Pemkot Tidore menerapkan WFH bagi separuh ASN lewat Surat Edaran Nomor 800/12/BKD/2021 yang diteken Sekda "
     "atas nama wali kota.", "mayor"),
    # --- acting heads hold the office
    ("Plt Wali Kota Tidore menerapkan WFH bagi separuh ASN.", "mayor"),
    ("Penjabat Gubernur Bengkulu menerapkan WFH bagi separuh ASN.", "governor"),
    # --- an office that closes itself
    ("Kantor Camat Alor Kecil, Kabupaten Alor, ditutup tiga hari. Camat Alor Kecil memutuskan seluruh pegawai bekerja "
     "dari rumah.", "agency"),
    ("Kantor Sekretariat DPRD Bengkulu Utara ditutup 5 sampai 7 Juli 2021 dan semua pegawai WFH, kata Sekretaris DPRD "
     "Bengkulu Utara.", "agency"),
    ("Kantor Dinas Sosial Alor ditutup 5 sampai 7 Juli 2021. Seluruh pegawai bekerja dari rumah. \"Saya putuskan "
     "setelah lapor ke pak bupati,\" kata Kepala Dinas Sosial Alor.", "agency"),
    ("Bupati Alor menutup Kantor Camat Alor Kecil. Camat Alor Kecil meminta seluruh pegawai bekerja dari rumah.",
     "regent"),
    # --- ministers and their regional offices
    ("Menteri PANRB menerapkan WFH bagi separuh ASN di seluruh Indonesia.", "minister"),
    ("Kanwil Kemenag Provinsi Lampung menerapkan WFH bagi separuh ASN di kantornya.", "agency"),
    # --- more verbs, spellings and governments
    ("Bupati Sigi meneken surat edaran WFH bagi separuh ASN.", "regent"),
    ("Wali Kota Palu mewajibkan separuh ASN bekerja dari rumah.", "mayor"),
    ("Gubernur Maluku mengizinkan separuh ASN bekerja dari rumah.", "governor"),
    ("Walikota Palu menerapkan WFH bagi separuh ASN.", "mayor"),
    ("Wako Padang menerapkan WFH bagi separuh ASN Pemko Padang.", "mayor"),
    ("Pemko Padang menerapkan WFH bagi separuh ASN.", "mayor"),
    ("Pemerintah Kabupaten Sigi menerapkan WFH bagi separuh ASN.", "regent"),
    ("Pemerintah Kota Palu menerapkan WFH bagi separuh ASN.", "mayor"),
    ("Pemerintah Provinsi Maluku menerapkan WFH bagi separuh ASN.", "governor"),
    ("Pemda DIY menerapkan WFH bagi separuh ASN.", "governor"),
    ("Pemerintah Aceh menerapkan WFH bagi separuh ASN.", "governor"),
    ("Pemprov DKI Jakarta menerapkan WFH bagi separuh ASN.", "governor"),
    # --- acting heads
    ("Pj Bupati Sigi menerapkan WFH bagi separuh ASN.", "regent"),
    ("Pelaksana Harian Bupati Sigi menerapkan WFH bagi separuh ASN.", "regent"),
    ("Pjs Gubernur Maluku menerapkan WFH bagi separuh ASN.", "governor"),
    # --- whose staff it is
    ("ASN Pemkab Sigi separuhnya WFH mulai hari ini.", "regent"),
    ("Separuh ASN di lingkungan Pemkot Palu bekerja dari rumah.", "mayor"),
    ("Separuh ASN Pemprov Maluku bekerja dari rumah.", "governor"),
    # --- who comments, asks or explains is not the issuer
    ("Wali Kota Palu menerapkan WFH bagi separuh ASN.\nKetua DPRD Palu mendukungnya.", "mayor"),
    ("Bupati Sigi menerapkan WFH bagi separuh ASN sesuai Instruksi Mendagri Nomor 17 Tahun 2021.", "regent"),
    ("Pemkab Sigi menerapkan WFH bagi separuh ASN menindaklanjuti SE Gubernur Sulawesi Tengah Nomor "
     "800/7/2021.", "regent"),
    ("Pemkot Palu menerapkan WFH bagi separuh ASN.\nMenteri PANRB sebelumnya meminta instansi membatasi "
     "pegawai.", "mayor"),
    ('Pemkab Sigi menerapkan WFH bagi separuh ASN.\n"Ini perintah bupati," kata Kepala BKPSDM Sigi.', "regent"),
    ("Kepala Dinas Kominfo Palu mengatakan wali kota menerapkan WFH bagi separuh ASN Pemkot Palu.", "mayor"),
    ("Juru bicara Satgas Covid-19 Maluku mengatakan gubernur menerapkan WFH bagi separuh ASN Pemprov "
     "Maluku.", "governor"),
    ("Asisten I Setda Sigi mengatakan Pemkab Sigi menerapkan WFH bagi separuh ASN.", "regent"),
    ("Wakil Wali Kota Palu mengatakan Pemkot Palu menerapkan WFH bagi separuh ASN.", "mayor"),
    ("Wakil Gubernur Maluku mengatakan Pemprov Maluku menerapkan WFH bagi separuh ASN.", "governor"),
    # --- the instrument names its issuer
    ("WFH bagi separuh ASN Pemkot Palu diatur dalam Instruksi Wali Kota Palu Nomor 4 Tahun 2021.", "mayor"),
    ("WFH bagi separuh ASN Pemprov Maluku diatur dalam Surat Edaran Gubernur Maluku Nomor 800/9/2021.", "governor"),
    ("WFH bagi separuh ASN Pemkab Sigi diatur dalam Surat Edaran Bupati Sigi Nomor 800/9/2021 yang "
     "ditandatangani Sekda atas nama bupati.", "regent"),
    ("Sekda Maluku menerbitkan Surat Edaran Nomor 800/12/BKD/2021 tentang WFH bagi separuh ASN Pemprov "
     "Maluku.", "regional_secretary"),
    ("Pemkab Sigi menerapkan WFH bagi separuh ASN.\nSurat Edaran Nomor 800/12/BKD/2021 itu ditandatangani "
     "Sekretaris Daerah Sigi.", "regional_secretary"),
    # --- the nation
    ("Menteri PANRB mengizinkan ASN di seluruh Indonesia bekerja dari rumah.", "minister"),
    ("Mendagri meminta semua pemerintah daerah menerapkan WFH bagi separuh ASN.", "minister"),
    ("Menaker meminta perusahaan di seluruh Indonesia menerapkan WFH bagi separuh pekerja.", "minister"),
    # --- the head who closes an office
    ("Dinas Sosial Palu ditutup 5 sampai 7 Juli 2021. Wali Kota Palu meminta semua pegawainya bekerja "
     "dari rumah.", "mayor"),
]

NAMES: list[tuple[str, str | None]] = [
    ("Wali Kota Tidore, Rahman Soleh, menerapkan WFH bagi separuh ASN.", "Rahman Soleh"),
    ("Wali Kota Tidore H. Rahman Soleh menerapkan WFH bagi separuh ASN.", "Rahman Soleh"),
    ("Bupati Alor Bapak Yohanis Ndapa menerapkan WFH bagi separuh ASN.", "Yohanis Ndapa"),
    ("Bupati Alor Drs. Yohanis Ndapa menerapkan WFH bagi separuh ASN.", "Yohanis Ndapa"),
    ("Pemkot Tidore menerapkan WFH bagi separuh ASN.", None),
    ("Wali Kota Tidore menerapkan WFH bagi separuh ASN.", None),
    # a stop ends the name, an initial's does not
    ("WFH bagi separuh ASN diterapkan Bupati Alor Yohanis Ndapa. KALABAHI menjadi yang pertama.", "Yohanis Ndapa"),
    ("Bupati Alor Yohanis R. Ndapa menerapkan WFH bagi separuh ASN.", "Yohanis R. Ndapa"),
    # whoever explains it is not the issuer
    ("Pemkot Tidore menerapkan WFH bagi separuh ASN.\nKepala BKPSDM Tidore Rasyid Umar menjelaskan jadwalnya.", None),
    ("Wakil Wali Kota Tidore Rasyid Umar mengatakan pemkot menerapkan WFH bagi separuh ASN.", None),
    # titles before the name, degrees behind it
    ("Bupati Alor Brigjen TNI (Purn) Dr. H. Yohanis Ndapa, S.Sos., M.Si., menerapkan WFH bagi separuh ASN.",
     "Yohanis Ndapa"),
    ("Wali Kota Tidore HM. Rahman Soleh SE MM menerapkan WFH bagi separuh ASN.", "Rahman Soleh"),
    ("Bupati Alor I Made Ndapa menerapkan WFH bagi separuh ASN.", "I Made Ndapa"),
    ("Bupati Alor Yohanis bin Ndapa dengan edaran menerapkan WFH bagi separuh ASN.", "Yohanis bin Ndapa"),
    # acting heads, brackets, places and clauses between
    ("Pelaksana Tugas (Plt) Bupati Alor, Yohanis Ndapa, menerapkan WFH bagi separuh ASN.", "Yohanis Ndapa"),
    ("Bupati Alor (NTT) Yohanis Ndapa menerapkan WFH bagi separuh ASN.", "Yohanis Ndapa"),
    ("Bupati Alor, Nusa Tenggara Timur, Yohanis Ndapa menerapkan WFH bagi separuh ASN.", "Yohanis Ndapa"),
    ("Bupati Alor yang baru dilantik, Yohanis Ndapa, menerapkan WFH bagi separuh ASN.", "Yohanis Ndapa"),
    # before the office
    ("Pemkab Alor menerapkan WFH bagi separuh ASN.\n\"Demi warga,\" kata Yohanis Ndapa selaku Bupati Alor.",
     "Yohanis Ndapa"),
    ("Di Kota Tidore, Wali Kota menerapkan WFH bagi separuh ASN.", None),
    ("Pemkot Tidore menerapkan WFH bagi separuh ASN.\nItu dibahas Sekda Rasyid Umar, Wali Kota, dan Kapolres.", None),
    # a longer one is fuller; a capital word may stand behind it
    ("Bupati Yohanis menerapkan WFH bagi separuh ASN Pemkab Alor.\nBupati Alor Yohanis Ndapa meneken edarannya.",
     "Yohanis Ndapa"),
    ("Bupati Alor Yohanis Ndapa Bersama Kapolres menerapkan WFH bagi separuh ASN.", "Yohanis Ndapa"),
    # blanks lost beside a link
    ("Bupati AlorYohanis Ndapamenerapkan WFH bagi separuh ASN di Alor.", None),
    ("Bupati Alor YohanisNdapa menerapkan WFH bagi separuh ASN.\n\"Demi warga,\" kata Bupati Alor Yohanis Ndapa.",
     "Yohanis Ndapa"),
    # no holder of the office
    ("Bupati Alor menerapkan WFH bagi separuh ASN. Mantan Bupati Alor Simon Beri memujinya.", None),
    ("Pemkot Tidore menerapkan WFH bagi separuh ASN, kata Rasyid di Kantor Wali Kota Dok II.", None),
    ("Wali Kota Tidore menerapkan WFH bagi separuh ASN, seperti Wali Kota Ternate Hasan Bae.", None),
    # the head of a ministry's regional office
    ("Kanwil Kemenag Provinsi Lampung menerapkan WFH bagi separuh ASN di kantornya.\n"
     "Kepala Kanwil Kemenag Lampung Sari Wulan mengatakan itu.", "Sari Wulan"),
]
# fmt: on


@pytest.mark.parametrize(("text", "expected"), OFFICES)
def test_office(text: str, expected: str) -> None:
    assert observed(text).issuer_office == expected


def test_the_capitals_of_a_headline_are_no_name() -> None:
    title = "Bupati Alor Yohanis Cabut Aturan WFH ASN"
    text = f"{title}\nKALABAHI - Bupati Alor Yohanis Ndapa mencabut aturan WFH bagi ASN mulai besok."
    (observation,) = observe_article(Article("t", text, title, published="2021-07-05")).observations
    assert observation.issuer_name == "Yohanis Ndapa"


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_name(text: str, expected: str | None) -> None:
    assert observed(text).issuer_name == expected


def test_names_of_the_labelled_texts() -> None:
    with (GOLD / "issuer_names.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    wrong = [row["text"] for row in rows if (observed(row["text"]).issuer_name or "") != row["issuer_name"]]
    assert len(wrong) <= len(rows) * 0.04, wrong
