"""Short articles, each with region, target and share at home of its decisions; [] where no government decides."""

from __future__ import annotations

import pytest

from corpus.article import Article
from extract.observations import observe_article

Expected = list[tuple[str, str, float | None]]

# fmt: off
ARTICLES: list[tuple[str, Expected]] = [
    # --- a ministry among those addressed is not one that is cited
    ("Bupati Luwu Utara menerbitkan Instruksi Bupati Nomor 9 Tahun 2021. Kegiatan di perkantoran (Kementerian/Lembaga, "
     "Pemerintah Daerah, BUMN/BUMD, dan swasta) menerapkan WFH 75 persen.", [("73.22", "all", 75)]),
    ("Wali Kota Palopo meneken edaran. Kantor kementerian, lembaga, dan swasta menjalankan WFH 50 persen.",
     [("73.73", "all", 50)]),
    ("Bupati Alor meneken edaran PPKM. Kementerian PANRB meminta WFH 75 persen di zona merah. Pegawai Pemkab Alor WFH "
     "50 persen.", [("53.05", "asn", 50)]),
    # --- who decides nothing
    ("Pemkab Alor memberlakukan WFH bagi seluruh pegawai.\nEpidemiolog menilai langkah itu terlambat. \"Separuh "
     "pegawai "
     "di kantor, separuhnya di pasar,\" katanya.", [("53.05", "asn", 100)]),
    ("Pemkot Tegal menerapkan WFH bagi seluruh ASN.\nSeorang pengamat menyarankan 50 persen pegawai di kantor.",
     [("33.76", "asn", 100)]),
    # --- two offices closed, one of them in part
    ("Dua kantor Pemkab Alor ditutup sementara.\nBupati Alor menutup Dinas Sosial mulai Senin (5/7) sampai "
     "Jumat (9/7). "
     "Semua pegawainya bekerja dari rumah.\nDi Bappeda yang ditutup 6 sampai 8 Juli 2021, separuh pegawai WFH.",
     [("53.05", "unit", 100), ("53.05", "unit", 50)]),
    # --- an office that closes itself, told by one who came in vain
    ("Warga yang hendak mengurus akta di Kantor Dinas Kependudukan dan Pencatatan Sipil Alor pulang dengan "
     "tangan kosong.\n"
     "Pintunya digembok. Kepala Dinas Kependudukan membenarkan kantornya ditutup mulai Senin (5/7/2021) sampai Rabu "
     "(7/7/2021).\nSelama itu seluruh pegawai bekerja dari rumah.", [("53.05", "unit", 100)]),
    ("Kantor BRI Cabang Padang ditutup 5-7 Juli 2021. Seluruh karyawan bekerja dari rumah.", []),
    ("Kantor BCA Padang ditutup 5-7 Juli 2021. Semua karyawan bekerja dari rumah.", []),
    # --- a neighbour that refuses
    ("Wali Kota Tegal menerapkan WFH bagi 50 persen ASN mulai Senin.\nAdapun Pemkab Brebes belum menerapkan "
     "WFH. Pegawai "
     "tetap masuk.", [("33.76", "asn", 50), ("33.29", "asn", None)]),
    ("Wali Kota Tegal menerapkan WFH 50 persen bagi ASN.\nBeda dengan Tegal, Bupati Brebes tidak memberlakukan "
     "WFH bagi "
     "pegawainya.", [("33.76", "asn", 50), ("33.29", "asn", None)]),
    # --- a share told of another government in the same sentence
    ("Gubernur Maluku menerapkan WFH 50 persen. Pemkot Ambon menerapkan WFH 75 persen, sedangkan Pemkot Tual masih "
     "menghitung.", [("81", "asn", 50), ("81.71", "asn", 75)]),
    ("Gubernur Maluku menerapkan WFH 50 persen. Pemkab Buru mengatur WFH 25 persen, sementara Pemkab Seram "
     "Bagian Barat "
     "belum.", [("81", "asn", 50), ("81.04", "asn", 25)]),
    # --- back to the office, told of everybody
    ("Masa bekerja dari rumah bagi ASN Pemkab Alor berakhir. Senin mereka kembali bekerja di "
     "kantor.\n\"Semuanya masuk, "
     "100 persen,\" kata bupati.", [("53.05", "asn", 0)]),
]
# fmt: on


@pytest.mark.parametrize(("text", "expected"), ARTICLES, ids=lambda value: value[:40] if isinstance(value, str) else "")
def test_share_of_a_short_article(text: str, expected: Expected) -> None:
    reading = observe_article(Article("t", text, published="2021-07-05"))
    assert [(o.region_code, o.target, o.wfh_pct) for o in reading.observations] == expected
