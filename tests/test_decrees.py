"""Legal instruments: «marks» show each expected span; beside it stands what it says: kind issuer number role flags."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.decrees import Decree, find_decrees, merge_decrees
from extract.decrees.merge import same_instrument
from extract.decrees.offices import rows
from extract.decrees.roles import article_level, sentence_bounds
from extract.spans import Span

MARK = re.compile(r"[«»]")


def plain(marked: str) -> tuple[str, list[str]]:
    """The text without marks, and the marked pieces."""
    return MARK.sub("", marked), re.findall("«([^»]*)»", marked)


def short(span: Span[Decree]) -> str:
    d = span.value
    flags = [name for name in ("past", "draft") if getattr(d, name)]
    return " ".join([d.instrument, d.issuer or "-", (d.number or "-").replace(" ", "_"), d.role, *flags])


# fmt: off
SENTENCES: list[tuple[str, list[str]]] = [
    # --- signed, and to come
    ("Pak Wali Kota Tual sudah tanda tangan «instruksinya» kemarin.", ["instruksi - - unknown"]),
    ("Imbauan Bupati Sigi akan disusul «surat resmi dari bupati».", ["surat regent - own draft"]),
    ("Kata Rizani, surat edarannya menyusul.", []),
    ("WFH diatur «Surat Edaran Nomor 440/01/VII». Di Palu kantor tutup.", ["surat_edaran - 440/01/VII own"]),
    # --- the printed forms of numbers
    ("Aturan itu tertuang dalam «SE Bupati Wajo Nomor 800/411/BKPSDM».", ["surat_edaran regent 800/411/BKPSDM own"]),
    ("Pemkot Bitung menerbitkan «Surat Edaran (SE) Nomor 061/88/ORG» untuk seluruh pegawai.",
     ["surat_edaran - 061/88/ORG own"]),
    ("Lewat «edaran bernomor 870/15-BKD/2021», pegawai dibagi dua kelompok.", ["surat_edaran - 870/15-BKD/2021 own"]),
    ("Wali Kota Tual meneken «Surat Edaran Nomor : 443/77/UM» kemarin.", ["surat_edaran - 443/77/UM own"]),
    ("Ketentuan termuat di «Surat Edaran Sekda Buru No. 800/ 31/ 427.9 / 2021» itu.",
     ["surat_edaran regional_secretary 800/31/427.9/2021 own"]),
    ("Jadwal piket diatur dalam «SE No: 060/ 17 - ORPEG» yang terbit pagi tadi.",
     ["surat_edaran - 060/17_-_ORPEG own"]),
    ("Bupati Alor mengeluarkan «Surat Edaran Bupati Alor Nomor:800/5-BKD/2021».",
     ["surat_edaran regent 800/5-BKD/2021 own"]),
    ("Semua tertulis di «surat edaran nomor 443/902/Hukum/ 2021».", ["surat_edaran - 443/902/Hukum/2021 own"]),
    ("Pemkab menerbitkan «edaran nomor 77 tahun 2021» pekan ini.", ["surat_edaran - 77/2021 own"]),
    ("Bupati Nias melayangkan «surat bernomor 800/12/KPEG ASN/2020» perihal jam kerja.",
     ["surat - 800/12/KPEG_ASN/2020 own"]),
    ("Dasarnya «SURAT EDARAN GUBERNUR MALUKU NOMOR: 443.1/6/BO1.2» kata dia.",
     ["surat_edaran governor 443.1/6/BO1.2 own"]),
    ("Wali kota menandatangani «Surat Edaran Nomor e-0007/SE/2025» semalam.", ["surat_edaran - e-0007/SE/2025 own"]),
    ("Gubernur menerbitkan «SE Nomor 9120 Tahun 2025».", ["surat_edaran - 9120/2025 own"]),
    ("Kebijakan tertuang dalam «Surat Edaran Bupati Malaka Nomor BKPSDM 800/90/IV/2020».",
     ["surat_edaran regent BKPSDM_800/90/IV/2020 own"]),
    ("Hal itu diatur dalam «Keputusan Wali Kota Bima nomor BKD.800.1/22/B/IX/2020».",
     ["keputusan mayor BKD.800.1/22/B/IX/2020 own"]),
    ("Ia meneken «Surat Edaran Nomer 065/11/B.Org» tadi malam.", ["surat_edaran - 065/11/B.Org own"]),
    ("Gubernur Papua mengeluarkan «Surat Edaran Gubernur Papua, Nomor 440/3612/SET».",
     ["surat_edaran governor 440/3612/SET own"]),
    ("Surat itu ialah turunan dari «SE Menteri PANRB 25/2021».", ["surat_edaran minister 25/2021 cited"]),
    ("Bupati menerbitkan «Surat Edaran dengan Nomor: 443 2/81/SETDA» bulan ini.",
     ["surat_edaran - 443_2/81/SETDA own"]),
    ("Pemprov Sulteng mengeluarkan «surat imbauan Nomor 800/77» kepada OPD.", ["surat - 800/77 own"]),
    ("Lewat «SE Gubernur Sulsel 443/1200» kantor dibatasi.", ["surat_edaran governor 443/1200 own"]),
    ("Tertuang dalam «Surat Edaran\nNomor 800/4/BKPP», begitu katanya.", ["surat_edaran - 800/4/BKPP own"]),
    ("Tertuang  dalam  «Surat  Edaran  Bupati  Ende  Nomor  800/4/BKPP».", ["surat_edaran regent 800/4/BKPP own"]),
    ("Aturan termuat dalam «SE Nomor 800/61/ORG/2021».Pegawai diminta patuh.", ["surat_edaran - 800/61/ORG/2021 own"]),
    # --- other kinds
    ("Wali kota mengeluarkan «Instruksi Wali Kota (Inwal) Nomor 4 Tahun 2023».", ["instruksi mayor 4/2023 own"]),
    ("Gubernur meneken «Ingub Nomor 3/INSTR/2021».", ["instruksi governor 3/INSTR/2021 own"]),
    ("Bupati Bantul menetapkan «Instruksi Bupati Bantul Nomor 14/INSTR/2021».", ["instruksi regent 14/INSTR/2021 own"]),
    ("Pemkab Sigi menjalankan «Inmendagri No. 09 Tahun 2022».", ["instruksi minister 09/2022 cited"]),
    ("Bupati Sikka menerbitkan «Keputusan Bupati Sikka Nomor 51/HK/2021».", ["keputusan regent 51/HK/2021 own"]),
    ("Gubernur Bali mengumumkan rincian yang tertuang dalam «Kepgub Nomor 340/HK/2021».",
     ["keputusan governor 340/HK/2021 own"]),
    ("Pemkot Bima bersandar pada aturan sesuai «SK Wali Kota Bima Nomor 188/20/2021».",
     ["keputusan mayor 188/20/2021 own"]),
    ("Pemkab Gowa berpedoman pada «Perbup Nomor 12 Tahun 2020» soal protokol.", ["peraturan regent 12/2020 cited"]),
    ("Pemkab Poso mengingatkan sanksi sesuai «PP 53 Tahun 2010».", ["peraturan president 53/2010 cited"]),
    ("Bupati menyebut hukuman sesuai «Peraturan Pemerintah Nomor 94 Tahun 2021».",
     ["peraturan president 94/2021 cited"]),
    ("Bupati mengutip «UU Nomor 24 Tahun 2007» soal bencana.", ["peraturan president 24/2007 cited"]),
    ("Pemkab Gowa menyertakan «Perda Kabupaten Gowa Nomor 8 Tahun 2020».", ["peraturan - 8/2020 cited"]),
    ("Bupati mematuhi «Permendagri Nomor 20 Tahun 2020».", ["peraturan minister 20/2020 cited"]),
    ("Wali Kota Kendari mengeluarkan «maklumat wali kota» bagi warga.", ["other mayor - own"]),
    ("Bupati Sumba menyebar «Pengumuman Nomor 800/9/BKD» di papan.", ["other - 800/9/BKD own"]),
    ("Rinciannya termuat dalam «Surat Kepala BKPP Nomor 800/BKPP/12/III-2020».",
     ["surat agency 800/BKPP/12/III-2020 own"]),
    ("Bupati mematuhi «Keppres Nomor 12 Tahun 2020».", ["keputusan president 12/2020 cited"]),
    # --- no number
    ("Bupati Manggarai akhirnya menerbitkan «surat edaran» bagi pegawainya.", ["surat_edaran - - own"]),
    ("Lewat «surat edaran wali kota», sekolah dan kantor dibatasi.", ["surat_edaran mayor - own"]),
    ("Pegawai bekerja dari rumah sesuai «edaran gubernur».", ["surat_edaran governor - own"]),
    ("Kantor di Pemkab Ende sepi menyusul «instruksi gubernur» kemarin.", ["instruksi governor - cited"]),
    ("Pemkot Ambon menindaklanjuti «SE Menpan RB» soal kerja dari rumah.", ["surat_edaran minister - cited"]),
    ("Pemkab sudah menerima «surat dari Kemendagri» pekan lalu.", ["surat minister - cited past"]),
    # --- roles: what comes before
    ("Bupati Sigi menerbitkan «SE Nomor 800/5/ORG/2021» menindaklanjuti «Instruksi Mendagri Nomor 3 Tahun 2021».",
     ["surat_edaran - 800/5/ORG/2021 own", "instruksi minister 3/2021 cited"]),
    ("Mengacu pada «SE Menteri PANRB Nomor 67 Tahun 2020» dan «SE Menteri PANRB No. 58/2020», "
     "Bupati Ende menerbitkan «SE Nomor 800/99/BKD».",
     ["surat_edaran minister 67/2020 cited", "surat_edaran minister 58/2020 cited", "surat_edaran - 800/99/BKD own"]),
    ("Bupati Poso mengingatkan, langkah pemkab ini merujuk «Instruksi Gubernur Sulawesi Tengah Nomor 443/451/Dis.Kes».",
     ["instruksi governor 443/451/Dis.Kes cited"]),
    ("Pemkab Banggai merupakan daerah yang ikut «SE Gubernur Nomor 443/12/SET», ujar Bupati.",
     ["surat_edaran governor 443/12/SET cited"]),
    ("Dasar pelaksanaannya ialah «Surat Edaran Sekretaris Daerah Kota Palopo Nomor 800/2/BKPSDM».",
     ["surat_edaran regional_secretary 800/2/BKPSDM own"]),
    ("Bupati menyusun aturan dengan berpedoman pada «SE Kementerian PAN-RB Nomor 16 Tahun 2021».",
     ["surat_edaran minister 16/2021 cited"]),
    ("Aturan Pemkab Ende lahir dari «Instruksi Presiden (Inpres) Nomor 6 Tahun 2020».",
     ["instruksi president 6/2020 cited"]),
    # --- roles: what is changed
    ("Wali Kota Bima mengeluarkan «SE Nomor 800/71/BKPSDM» yang menggantikan «SE Nomor 800/55/BKPSDM».",
     ["surat_edaran - 800/71/BKPSDM own", "surat_edaran - 800/55/BKPSDM amended"]),
    ("«Surat Bupati Nomor 061/44/2020» dinyatakan dicabut dan tidak berlaku.", ["surat regent 061/44/2020 amended"]),
    ("Isinya perubahan kedua atas «Surat Edaran Bupati Nomor 31 Tahun 2021».", ["surat_edaran regent 31/2021 amended"]),
    ("Gubernur Bali memperpanjang «SE Nomor 730/1/BKD» sampai akhir bulan.", ["surat_edaran - 730/1/BKD amended"]),
    ("«SE Wali Kota Tegal Nomor 443/8/2021» yang mengatur kegiatan warga di kota itu direvisi pada bagian kantor.",
     ["surat_edaran mayor 443/8/2021 amended"]),
    ("Pemkab juga mencabut «Instruksi Bupati Nomor 2/INSTR/2021».", ["instruksi regent 2/INSTR/2021 amended"]),
    ("Gantinya adalah «SE Bupati Nomor 800/19/ORG».", ["surat_edaran regent 800/19/ORG own"]),
    ("Pegawai Pemkot Ternate mengikuti «Surat Edaran Menpan-RB No. 01 Tahun 2022», perubahan ketiga "
     "atas «SE No. 23 Tahun 2021».",
     ["surat_edaran minister 01/2022 cited", "surat_edaran - 23/2021 unknown"]),
    ("Perpanjangan itu meneruskan «SE Bupati Ende Nomor 800/31/BKD».", ["surat_edaran regent 800/31/BKD amended"]),
    ("Bupati Ende meneken «SE Nomor 800/40/BKD» yang menyambung «edaran terdahulu nomor 800/31/BKD».",
     ["surat_edaran - 800/40/BKD own", "surat_edaran - 800/31/BKD amended past"]),
    ("Aturan baru ini merupakan kelanjutan dari «SE Wali Kota Tual Nomor 443/7/2021».",
     ["surat_edaran mayor 443/7/2021 amended"]),
    ("Aturan Bupati Natuna menyambung «Instruksi Mendagri Nomor 1 Tahun 2021».", ["instruksi minister 1/2021 cited"]),
    ("Sekda meneruskan «SE Bupati Ende Nomor 800/31/BKD» kepada semua camat.", ["surat_edaran regent 800/31/BKD own"]),
    ("Bupati Ende melanjutkan WFH lewat «SE Nomor 800/52/BKD».", ["surat_edaran - 800/52/BKD own"]),
    ("Lanjutannya dibingkai «SE Bupati Nomor 3 Tahun 2021», yang memperpanjang «SE Nomor 1 Tahun 2021».",
     ["surat_edaran regent 3/2021 own", "surat_edaran - 1/2021 amended"]),
    ("Wali Kota Tual meminta pegawai patuh. «Edaran sebelumnya bernomor 440/12/2021».",
     ["surat_edaran - 440/12/2021 own past"]),
    # --- roles: another authority's act
    ("Wali Kota Tual mengikuti pusat. Langkah itu mengekor Menteri PANRB Budi Raharja yang menerbitkan "
     "«SE Nomor 3 Tahun 2022».", ["surat_edaran minister 3/2022 cited"]),
    ("Pemkot Tual merumahkan pegawai setelah Menteri PANRB mengeluarkan «SE Nomor 3 Tahun 2022».",
     ["surat_edaran minister 3/2022 cited"]),
    ("Pemkot Tual merumahkan pegawai. Adapun Mendagri lewat «Instruksi Nomor 8 Tahun 2022» mengatur mal.",
     ["instruksi minister 8/2022 unknown"]),
    ("Kementerian PANRB menerbitkan «SE Nomor 3 Tahun 2022». Bupati Sigi menindaklanjutinya.",
     ["surat_edaran minister 3/2022 cited"]),
    ("Wali Kota Tual Budi Menteri menerbitkan «SE Nomor 800/2/BKD».", ["surat_edaran - 800/2/BKD own"]),
    ("Pegawai Pemkab Sigi hadir separuh sesuai ketentuan «Surat Edaran Nomor 58 Tahun 2020».",
     ["surat_edaran minister 58/2020 cited"]),
    ("Bupati Sigi menandatangani «SE Nomor 58 Tahun 2020» tadi pagi.", ["surat_edaran - 58/2020 own"]),
    ("Langkah Pemkab Sigi bersandar pada «Permendagri Nomor 4 Tahun 2025».", ["peraturan minister 4/2025 cited"]),
    ("Aturan di Pemkab Sigi itu adalah «Surat Edaran Nomor 17 Tahun 2023».", ["surat_edaran - 17/2023 own"]),
    # --- background
    ("Tahap pertama diatur lewat «SE Nomor 800/3/BKD/2021» di Pemkot Kupang.",
     ["surat_edaran - 800/3/BKD/2021 own past"]),
    ("Sebelumnya Pemkab Sumba menerbitkan «SE Nomor 800/6/BKD/2020».", ["surat_edaran - 800/6/BKD/2020 own past"]),
    ("Masa itu habis, sebagaimana «SE Gubernur Nomor 730/2/BKD» yang terbit Maret lalu.",
     ["surat_edaran governor 730/2/BKD own past"]),
    ("Sejak 20 April, pegawai bekerja di rumah berdasarkan «SE Bupati Nomor 800/8/BKD».",
     ["surat_edaran regent 800/8/BKD own past"]),
    # --- not there yet
    ("Wali Kota Bitung sedang menyiapkan «surat edaran» soal kerja dari rumah.", ["surat_edaran - - own draft"]),
    ("BKD masih menyusun draf «edaran» untuk pekan depan.", ["surat_edaran - - own draft"]),
    ("Bupati akan menerbitkan «surat edaran» besok.", ["surat_edaran - - own draft"]),
    ("Pemkot menanti «surat edaran» yang tengah disusun sekda.", ["surat_edaran - - own draft"]),
    ("Bupati mengaku belum menerima «surat edaran Menpan RB».", ["surat_edaran minister - cited draft"]),
    ("Menurut Bupati, «surat edaran» sedang diproses di bagian hukum.", ["surat_edaran - - own draft"]),
    ("«Instruksi Bupati Nomor 2 Tahun 2021» ini sebagai pengganti «Instruksi Bupati Nomor 9 Tahun 2020».",
     ["instruksi regent 2/2021 own", "instruksi regent 9/2020 amended"]),
    ("Pemkot Tual tidak membuat «edaran» baru karena yang lama masih memadai.", ["surat_edaran - - own draft"]),
    ("Perintah Bupati Sigi disampaikan tanpa «surat edaran».", ["surat_edaran - - own draft"]),
    ("Bupati Sigi menyebut rancangan «surat keputusannya» sedang digarap.", ["keputusan - - own draft"]),
    ("Pegawai Pemkab Sigi libur, «surat edarannya» akan menyusul.", ["surat_edaran - - own draft"]),
    # --- not told before, so no word that points back
    ("Wali Kota Tual menandatangani «edarannya» pagi tadi.", ["surat_edaran - - own"]),
    ("Kata Bupati Sigi, «surat edarannya» telah sampai ke semua dinas.", ["surat_edaran - - unknown"]),
    ("Kata Bupati Sigi, «edarannya» sudah diteken Sekda.", ["surat_edaran - - own"]),
    ("Bupati Sigi meneken «SE Nomor 800/2/BKD». Edarannya sudah beredar.", ["surat_edaran - 800/2/BKD own"]),
    ("Pegawai Pemkab Sigi dibagi dua. «SE» yang diteken Sekda Sigi mengatur sifnya.",
     ["surat_edaran regional_secretary - own"]),
    # --- numbers that share a year
    ("Pemkab Sigi mengacu pada «SE Menteri PANRB Nomor 16» dan «18 Tahun 2021».",
     ["surat_edaran minister 16/2021 cited", "surat_edaran minister 18/2021 cited"]),
    ("Pemkab Sigi merujuk «Inmendagri Nomor 24», «25», dan «26 Tahun 2021».",
     ["instruksi minister 24/2021 cited", "instruksi minister 25/2021 cited", "instruksi minister 26/2021 cited"]),
    # --- numbers that stand apart
    ("Wali Kota Tual menerbitkan «surat edaran» untuk pegawai. «Nomornya 36/2021», ditetapkan kemarin.",
     ["surat_edaran - - own", "surat_edaran - 36/2021 own"]),
    ('"Kami sudah terbitkan «SE-nya, nomor 065/31/Ortal»," kata wali kota.', ["surat_edaran - 065/31/Ortal own"]),
    ("Bupati bilang edarannya sudah dibagikan. «Nomornya 800/65 - BKPSDM/2023».",
     ["surat_edaran - 800/65_-_BKPSDM/2023 own"]),
    ("«SE Menpan yang berlaku, yaitu No. 19/2020» dan «No. 50/2020», diikuti pemkab.",
     ["surat_edaran minister 19/2020 cited", "surat_edaran minister 50/2020 cited"]),
    ("«SE Nomor 54/2021» tentang Perubahan Ketiga «SE Nomor 19/2021» dari Bupati Ngada.",
     ["surat_edaran - 54/2021 unknown", "surat_edaran - 19/2021 amended"]),
    ("«SE Nomor 54/2021» tentang perubahan «SE Nomor 19/2021» dari Bupati Ngada.",
     ["surat_edaran - 54/2021 unknown", "surat_edaran - 19/2021 amended"]),
    ("«Surat Bupati Ngada nomor 061/83» tanggal 24 Maret 2020 tentang Sistem Kerja resmi dicabut.",
     ["surat regent 061/83 amended"]),
    ("«SE Nomor 443/62» yang kami keluarkan Maret kita teruskan dulu, kata Bupati Ngada.",
     ["surat_edaran - 443/62 amended"]),
    ("Pemkab Ngada patuh sesuai «Intruksi Menteri Dalam Negeri Nomor 2 Tahun 2023».",
     ["instruksi minister 2/2023 cited"]),
    ('"WFH ditinjau sesuai kebutuhan," demikian bunyi «surat edaran» yang diteken Bupati Ngada.',
     ["surat_edaran regent - own"]),
    ("Pemkab Ngada menindaklanjutinya dengan «surat» kepada para kepala dinas.", ["surat - - own"]),
    ("WFH di Ngada berjalan berdasarkan «surat» yang ditandatangani Plt Bupati Ngada.", ["surat regent - own"]),
    ("Hal itu menindaklanjuti «surat edaran Menteri PANRB». «SE Nomor 16 Tahun 2021» tersebut mengatur WFH di "
     "Ngada, kata Bupati Ngada.", ["surat_edaran minister - cited", "surat_edaran minister 16/2021 cited"]),
    ("Bupati Ngada meneken «SE Nomor 800/9/ORG».\nTerbitnya berdasarkan:\n1. «SE Menteri PANRB Nomor 19 Tahun 2020»;\n"
     "2. «Keputusan Bupati Ngada Nomor 188/81/2020».",
     ["surat_edaran - 800/9/ORG own", "surat_edaran minister 19/2020 cited", "keputusan regent 188/81/2020 cited"]),
    ("«Surat imbauan» dikirim lewat Dinas Tenaga Kerja.", ["surat - - unknown"]),
    ("«Surat edaran tentang sistem kerja pegawai Nomor 800/5/BKD/2020» diteken Bupati Ngada.",
     ["surat_edaran - 800/5/BKD/2020 own"]),
]

NEGATIVES = [
    "Warga dapat menghubungi nomor telepon 0411-555/120 atau nomor WhatsApp dinas.",
    "Keselamatan pegawai nomor satu, kata bupati.",
    "Pegawai yang sakit wajib membawa surat keterangan dokter atau surat izin.",
    "Ia memegang surat tugas Nomor 800/12/ORG/2021 dari camat.",
    "Petugas memeriksa surat jalan dan surat dokter di perbatasan.",
    "Laporan polisi Nomor LP/12/V/2021 sudah dibuat.",
    "Bupati dan wali kota se-Bali diundang gubernur.",
    "Ia mengirim surat kepada ibunya di kampung.",
    "Staf itu menulis surat yang dikirim temannya.",
    "Satpol PP 50/50, pegawai lain bekerja dari rumah.",
    "Edaran itu berlaku dua pekan, dan surat edaran tersebut sudah disebar.",
    "Keputusan gubernur untuk menunda apel disambut pegawai.",
    "Perwakilan warga menyampaikan petisi lewat surat kabar setempat.",
    "Ia menempati nomor urut 2/14 pada daftar itu.",
    "GUBERNUR MENGUMPULKAN BUPATI SE-KALIMANTAN.",
    "Pasien nomor 7 sembuh, kata Kepala Dinas Kesehatan.",
    "Pensiunan itu menyimpan 41 surat edaran dalam satu map.",
    "Di lemarinya ada beberapa surat edaran lama.",
    "Pejabat mengambil keputusan cepat sesuai instruksi pimpinan.",
    "",
]
# fmt: on


@pytest.mark.parametrize(("marked", "expected"), SENTENCES, ids=[s[:60] for s, _ in SENTENCES])
def test_sentence(marked: str, expected: list[str]) -> None:
    text, pieces = plain(marked)
    found = find_decrees(text)
    assert [s.text for s in found] == pieces
    assert [short(s) for s in found] == expected


@pytest.mark.parametrize("text", NEGATIVES)
def test_no_instrument(text: str) -> None:
    assert [s.text for s in find_decrees(text)] == []


# fmt: off
DETAILS: list[tuple[str, str | None, str | None, str | None]] = [
    # text, date words, date cue, title
    ("SE Nomor 800/1/BKD tanggal 20 Maret 2020 tentang Penyesuaian Sistem Kerja ASN.",
     "20 Maret 2020", "tanggal", "Penyesuaian Sistem Kerja ASN"),
    ("SE Nomor 800/1/BKD, tanggal 17 Maret 2020, tentang Kerja dari Rumah, terbit.",
     "17 Maret 2020", "tanggal", "Kerja dari Rumah"),
    ("SE Nomor 800/1/BKD tertanggal 12 Juli 2021.", "12 Juli 2021", "tertanggal", None),
    ("SE Nomor 800/1/BKD tentang pembatasan kantor, tertanggal 29 Juni 2021.",
     "29 Juni 2021", "tertanggal", "pembatasan kantor"),
    ("SE Nomor 800/1/BKD yang diteken Hasan Basri pada 16 Februari 2022.", "16 Februari 2022", "diteken", None),
    ("SE Nomor 800/1/BKD yang terbit Kamis (17/2/2022) mengatur jadwal.", "Kamis (17/2/2022)", "terbit", None),
    ("SE Nomor 800/1/BKD yang ditetapkan 31 Agustus 2023, porsinya kecil.", "31 Agustus 2023", "ditetapkan", None),
    ("SE Nomor 800/1/BKD yang ditandatangani Wabup Ali tanggal 2 Mei 2020 tentang Sistem Kerja ASN.",
     "2 Mei 2020", "ditandatangani", "Sistem Kerja ASN"),
    ("SE Nomor 800/1/BKD yang diterbitkan dan berlaku mulai 5 Mei 2020.", None, None, None),
    ("SE Nomor 800/1/BKD berlaku 5 Mei 2020.", None, None, None),
    ("SE Nomor 800/1/BKD sudah diteken tadi pagi.", "tadi pagi", "diteken", None),
    ("SE Nomor 800/1/BKD yang diteken Bupati Ali siang tadi.", "siang tadi", "diteken", None),
    ("SE Nomor 800/1/BKD per 27 Maret 2020.", "27 Maret 2020", "per", None),
    ("Pada 27 Maret 2020, keluar SE Nomor 800/1/BKD.", "27 Maret 2020", "keluar", None),
    ("SE Nomor 800/1/BKD tertanggal hari ini.", "hari ini", "tertanggal", None),
    ("Perbup Nomor 14 Tahun 2021 yang diundangkan 1 Juli 2021.", "1 Juli 2021", "diundangkan", None),
    ("Bupati menerbitkan SE pada Jumat pekan lalu.", "Jumat pekan lalu", "menerbitkan", None),
    ("Gubernur menandatangani SE Nomor 800/1/BKD pada Senin (1/9).", "Senin (1/9)", "menandatangani", None),
    ("SE Nomor 800/1/BKD bertanggal 21 Maret 20020 itu.", "21 Maret 20020", "bertanggal", None),
    ("SE Nomor 800/1/BKD terbit. Ia memegang edaran bertanggal 2 Agustus 2021 itu.",
     "2 Agustus 2021", "bertanggal", None),
    ("SE Nomor 800/1/BKD sudah ada. Surat tersebut diteken 4 Mei 2021.", "4 Mei 2021", "diteken", None),
    ("SE Nomor 800/1/BKD yang bertanggal 26 Juli 2021.", "26 Juli 2021", "bertanggal", None),
    ("SE Nomor 800/1/BKD yang terbit tanggal 11 kemarin.", "tanggal 11 kemarin", "terbit", None),
    ("SE Nomor 800/1/BKD yang diteken Sekda Ali Umar pada hari yang sama.", "hari yang sama", "diteken", None),
    ("SE Nomor 800/1/BKD yang ia bubuhi tanda tangan sehari sebelumnya, 7 Juli 2021.",
     "7 Juli 2021", "bubuhi tanda tangan", None),
    ("SE Nomor 800/1/BKD tentang jam kerja, yang ia tanda tangani sehari sebelumnya.",
     "sehari sebelumnya", "tanda tangani", "jam kerja"),
    ("SE Nomor 800/1/BKD keluar kemarin.", "kemarin", "keluar", None),
    ("SE Nomor 800/1/BKD ada. Surat edarannya sudah saya tandatangani sejak kemarin.", "kemarin", "tandatangani", None),
    ("Surat edaran mengenai itu sudah ditandatanganinya hari Rabu dan mulai dipakai.",
     "hari Rabu", "ditandatanganinya", None),
    ("Aturan berpijak pada surat Bupati Poso Verna Inkiriwang yang diteken dan diumumkan pada Minggu (22/3).",
     "Minggu (22/3)", "diteken", None),
    ("Bupati mengeluarkan SE Nomor 800/1/BKD mengenai hal itu pada 20 Maret 2020.",
     "20 Maret 2020", "mengeluarkan", None),
    ("Bupati menerbitkan SE Nomor 800/1/BKD, Senin (14/9/2020).", "Senin (14/9/2020)", "menerbitkan", None),
    ("Gubernur Bali, Jumat (2/7/2021), menetapkan SE Nomor 800/1/BKD.", "Jumat (2/7/2021)", "menetapkan", None),
    ("Sekda menandatangani aturannya Senin lalu (17/3/2025), yaitu SE Nomor 800/1/BKD.",
     "Senin lalu (17/3/2025)", "menandatangani", None),
    ("Pada Senin (5/7/2021), Bupati Poso meneken SE Nomor 800/1/BKD.", "Senin (5/7/2021)", "meneken", None),
    ("SE Nomor 800/1/BKD sudah ada. Menteri menandatanganinya di Palu pada 16 Februari 2022.",
     "16 Februari 2022", "menandatanganinya", None),
    ("SE Nomor 800/1/BKD dipakai. Naskahnya ditandatangani Wabup Poso, Yos Manek, pada tanggal 2 Mei 2020.",
     "2 Mei 2020", "ditandatangani", None),
    ("Hal itu diatur dalam SE Nomor 800/1/BKD. Surat itu ia teken atas namanya sendiri, bukan atas nama bupati, "
     "pada Senin (27/4).", "Senin (27/4)", "teken", None),
    ("SE Nomor 800/7/BKD tentang Perubahan atas SE Nomor 800/1/BKD yang diteken 2 Mei 2020.",
     "2 Mei 2020", "diteken", "Perubahan atas SE Nomor 800/1/BKD"),
    ("SE Nomor 800/1/BKD tentang jam kerja per tanggal 3 Agustus.", "3 Agustus", "tanggal", "jam kerja"),
    ("SE Nomor 800/1/BKD itu ditanda tangani Ali Umar pada Senin, 16 Maret 2020.",
     "Senin, 16 Maret 2020", "ditanda tangani", None),
    ("Pada tanggal 18 Maret 2020, Bupati Poso H. Ali Umar telah menandatangani SE Nomor 800/1/BKD.",
     "18 Maret 2020", "menandatangani", None),
    ("Gubernur Papua melalui surat edaran, Gubernur Papua tanggal 19 Juni 2020 nomor: 850/57/2020 tentang jam kerja.",
     "19 Juni 2020", "tanggal", "jam kerja"),
    ("SE Nomor 800/1/BKD bertarikh 10 November 2020.", "10 November 2020", "bertarikh", None),
    ("Perintah bertanggal 17 Januari 2021 itu berbentuk Instruksi Bupati Poso Nomor 1 Tahun 2021.",
     "17 Januari 2021", "bertanggal", None),
    ("SE Nomor 800/1/BKD yang diteken wali kota pada hari yang sama.", "hari yang sama", "diteken", None),
    ("SE Nomor 800/1/BKD sudah ada. SE ditetapkan Sekretaris Daerah (Sekda) Poso, Yos Manek, di Kota Poso, Provinsi "
     "Sulawesi Tengah, tertanggal 29 Agustus 2025.", "29 Agustus 2025", "ditetapkan", None),
    ("SE Nomor 800/1/BKD tentang Bekerja dari Rumah (WFH), Bagi ASN Pemkab, tanggal 8 Juni 2021.",
     "8 Juni 2021", "tanggal", "Bekerja dari Rumah (WFH), Bagi ASN Pemkab"),
    # what it says or whom it is for stands before the day
    ("SE Nomor 800/1/BKD yang memuat ketentuan tersebut diteken 16 Maret 2020.", "16 Maret 2020", "diteken", None),
    ("SE Nomor 800/1/BKD, yang meminta 50 persen pegawai bekerja dari rumah, ditandatangani pada 2 Mei 2020.",
     "2 Mei 2020", "ditandatangani", None),
    ("SE Nomor 800/1/BKD bagi seluruh perangkat daerah diterbitkan kemarin.", "kemarin", "diterbitkan", None),
    ("SE Nomor 800/1/BKD yang mengatur jam kerja itu bertanggal 2 Mei 2020.", "2 Mei 2020", "bertanggal", None),
    ("SE Nomor 800/1/BKD bertitimangsa 2 Mei 2020.", "2 Mei 2020", "bertitimangsa", None),
    ("SE Nomor 800/1/BKD sendiri diteken 2 Mei 2020.", "2 Mei 2020", "diteken", None),
    ("SE Nomor 800/1/BKD, menurut dia, ditandatangani bupati pada 2 Mei 2020.", "2 Mei 2020", "ditandatangani", None),
    ("SE Nomor 800/1/BKD tentang Sistem Kerja ASN diteken 2 Mei 2020.", "2 Mei 2020", "diteken", "Sistem Kerja ASN"),
    ("Wali kota sudah meneken surat edaran baru pagi tadi.", "pagi tadi", "meneken", None),
    ("Bupati menerbitkan SE Nomor 800/1/BKD Senin (4/5/2020).", "Senin (4/5/2020)", "menerbitkan", None),
    ("Wali Kota menandatangani SE Nomor 800/1/BKD itu pada 2 Mei 2020.", "2 Mei 2020", "menandatangani", None),
    ("Diteken Bupati Ali Umar pada Senin (4/5/2020), SE Nomor 800/1/BKD mengatur jam kerja.",
     "Senin (4/5/2020)", "diteken", None),
    ('"Instruksinya sudah saya tanda tangani tadi pagi," kata Bupati Poso.', "tadi pagi", "tanda tangani", None),
    ("SK-nya sudah diteken Jumat (3/4/2020).", "Jumat (3/4/2020)", "diteken", None),
    ("SE Nomor 800/1/BKD, yang salinannya diterima redaksi, diteken 4 Mei 2021.", "4 Mei 2021", "diteken", None),
    ("SE Nomor 800/1/BKD yang dikutip di Palu, Rabu (5/5/2021), diteken 4 Mei 2021.", "4 Mei 2021", "diteken", None),
    ("SE Nomor 800/1/BKD berisi ketentuan itu dan diteken 4 Mei 2021.", "4 Mei 2021", "diteken", None),
    ("SE Nomor 800/1/BKD (SE WFH) diteken 4 Mei 2021.", "4 Mei 2021", "diteken", None),
    ("SE Nomor 800/1/BKD baru saja ditandatangani bupati, Selasa (4/5/2021).",
     "Selasa (4/5/2021)", "ditandatangani", None),
    ("SE Nomor 800/1/BKD akhirnya terbit Selasa (4/5/2021).", "Selasa (4/5/2021)", "terbit", None),
    ("Aturan ada di SE Nomor 800/1/BKD. Bupati meneken edaran tersebut 4 Mei 2021.", "4 Mei 2021", "meneken", None),
    ("Aturan ada di SE Nomor 800/1/BKD. Bupati menandatangani surat itu Selasa (4/5/2021).",
     "Selasa (4/5/2021)", "menandatangani", None),
    ("Bupati telah meneken aturan itu pada 4 Mei 2021 melalui SE Nomor 800/1/BKD.", "4 Mei 2021", "meneken", None),
    ("SE Nomor 800/1/BKD yang menggantikan SE Nomor 800/3/BKD diteken 4 Mei 2021.", "4 Mei 2021", "diteken", None),
    ("SE Nomor 800/1/BKD yang melanjutkan aturan yang diteken 2 Mei 2020.", None, None, None),
    ("SE Nomor 800/1/BKD yang mengatur jam kerja akan diteken 2 Mei 2020.", None, None, None),
    # days of something else
    ("SE Nomor 800/1/BKD yang diterbitkan Pemkab menyebutkan batasnya, yaitu 24 Maret 2024.", None, None, None),
    ("Bupati akan menerbitkan SE Nomor 800/1/BKD pada Senin (5/7/2021).", None, None, None),
    ("Senin (5/7/2021), Bupati mengatakan telah menerbitkan SE Nomor 800/1/BKD.", None, None, None),
    ("Bupati menerbitkan SE Nomor 800/1/BKD, Senin (5/7) pegawai libur.", None, None, None),
    ("SE Nomor 800/1/BKD sudah ada. Bupati akan menandatanganinya pada 2 Mei 2020.", None, None, None),
    ("Edaran Bupati tertanggal 17 Maret 2020 nomor 800/11/BKD.", "17 Maret 2020", "tertanggal", None),
    ("SE tentang jam kerja Nomor 800/1/BKD yang diteken 2 Mei 2020.", "2 Mei 2020", "diteken", "jam kerja"),
    ("SE Nomor 800/1/BKD tentang jam kerja menjadi dasar.", None, None, "jam kerja"),
    ("Surat bernomor 800/1/BKD perihal jam kerja pegawai.", None, None, "jam kerja pegawai"),
    ("SE Nomor 800/1/BKD mengenai Work From Home (WFH) bagi ASN diberlakukan besok.",
     None, None, "Work From Home (WFH) bagi ASN"),
    ("SE Nomor 800/1/BKD tentang PPKM level 3, 2 dan 1 di kota.", None, None, "PPKM level 3, 2 dan 1 di kota"),
    ("SE Nomor 800/1/BKD TENTANG SISTEM KERJA YANG BARU.", None, None, "SISTEM KERJA"),
    ("SE Nomor 800/1/BKD tentang Perubahan atas SE Nomor 2 Tahun 2020 tentang Libur.",
     None, None, "Perubahan atas SE Nomor 2 Tahun 2020 tentang Libur"),
    ("SE Nomor 800/1/BKD tentang jam kerja serta SE Nomor 2 Tahun 2020.", None, None, "jam kerja"),
]
# fmt: on


@pytest.mark.parametrize(("text", "date", "cue", "title"), DETAILS, ids=[d[0][:60] for d in DETAILS])
def test_date_and_title(text: str, date: str | None, cue: str | None, title: str | None) -> None:
    decree = find_decrees(text)[0].value
    assert (text[slice(*decree.date_span)] if decree.date_span else None) == date
    assert decree.date_cue == cue
    assert decree.title == title
    assert decree.title_span is None or " ".join(text[slice(*decree.title_span)].split()) == title


ISSUERS: list[tuple[str, str | None, str | None, str | None]] = [
    ("SE Gubernur Kalimantan Tengah Nomor 5/2021", "governor", "Gubernur Kalimantan Tengah", "Kalimantan Tengah"),
    ("SE Sekretaris Daerah Provinsi Riau No. 5/2021", "regional_secretary", "Sekretaris Daerah Provinsi Riau", "Riau"),
    ("SE Plt. Bupati Alor bernomor 5/2021", "regent", "Plt. Bupati Alor", "Alor"),
    ("SE Menteri PANRB 5/2021", "minister", "Menteri PANRB", None),
    ("SE MenPAN-RB No 5 Tahun 2021", "minister", "MenPAN-RB", None),
    ("SE Menteri Dalam Negeri Republik Indonesia (Mendagri) Nomor 5/2021", "minister", "Menteri Dalam Negeri", None),
    ("SE Menteri PAN & RB Nomor 5 Tahun 2021", "minister", "Menteri PAN & RB", None),
    ("SE Menteri Perhubungan Nomor 5 Tahun 2021", "minister", "Menteri Perhubungan", None),
    ("Surat Kepala Dinas Kesehatan Nomor 440/5/DK", "agency", "Kepala Dinas Kesehatan", None),
    ("Edaran Bupati Berubah Lagi", "regent", "Bupati", None),
    ("SE WALI KOTA TEGAL NOMOR 5/2021", "mayor", "WALI KOTA TEGAL", "TEGAL"),
    ("SE walikota Nomor 5/2021", "mayor", "walikota", None),
    ("SE Nomor 5/ORG/2021 yang dikeluarkan Wali Kota Bima tentang jam kerja", "mayor", "Wali Kota Bima", "Bima"),
    ("SE Nomor 5/ORG/2021 yang diteken Sekda Ali atas nama Bupati kemarin", "regent", "Bupati", None),
    ("Surat Gubernur Aceh Rahmat Hidayat yang diteken kemarin", "governor", "Gubernur", None),
    ("Perwali Manado Nomor 5 Tahun 2021", "mayor", None, "Manado"),
]


@pytest.mark.parametrize(("text", "office", "words", "place"), ISSUERS)
def test_issuer(text: str, office: str | None, words: str | None, place: str | None) -> None:
    decree = find_decrees(text)[0].value
    assert (decree.issuer, decree.issuer_text, decree.place) == (office, words, place)


def test_number_span_covers_the_printed_number() -> None:
    text = "SE Bupati Alor Nomor 58 Tahun 2020 tentang libur"
    [span] = find_decrees(text)
    assert span.value.number_span is not None
    assert text[slice(*span.value.number_span)] == "58 Tahun 2020"


@given(st.text(alphabet='SEsurat edNomor 0123/-.,\n"()«', max_size=200))
def test_spans_lie_in_the_text_in_order(text: str) -> None:
    found = find_decrees(text)
    assert all(text[s.start : s.end] == s.text for s in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_merge_fills_what_one_mention_lacks() -> None:
    text = (
        "Bupati meneken SE Nomor 800/7/Org. Isinya dua butir. Surat Edaran Bupati Alor Nomor 800/7/ORG "
        "tertanggal 3 Mei 2021 tentang Jam Kerja sudah disebar."
    )
    found = find_decrees(text)
    [merged] = merge_decrees(found)
    assert len(found) == 2
    assert (merged.start, merged.value.issuer, merged.value.title) == (found[0].start, "regent", "Jam Kerja")
    assert merged.value.date_span is not None
    assert merged.value.role == "own"


def test_merge_keeps_what_differs() -> None:
    cited = "Instruksi Mendagri Nomor 2/2023 dan SE Menpan Nomor 2/2023"
    text = f"Bupati menerbitkan SE Nomor 800/7/ORG menindaklanjuti {cited}."
    assert [m.value.number for m in merge_decrees(find_decrees(text))] == ["800/7/ORG", "2/2023", "2/2023"]


def test_merge_joins_repeated_words_without_number() -> None:
    text = "Bupati menerbitkan surat edaran. Lewat surat edaran, pegawai dibagi dua."
    assert len(merge_decrees(find_decrees(text))) == 1


def test_own_words_without_number_are_the_own_instrument() -> None:
    text = "Bupati menerbitkan SE Nomor 800/7/ORG. Ia meneken surat edaran tertanggal 3 Mei 2021."
    [merged] = merge_decrees(find_decrees(text))
    assert merged.value.number == "800/7/ORG"
    assert merged.value.date_span is not None
    two = text + " Bupati juga menerbitkan SE Nomor 800/8/ORG."
    assert [m.value.number for m in merge_decrees(find_decrees(two))] == ["800/7/ORG", None, "800/8/ORG"]
    old = "Sebelumnya terbit SE Nomor 800/6/ORG. Bupati menerbitkan surat edaran."
    assert len(merge_decrees(find_decrees(old))) == 2


def test_a_letter_with_a_number_is_the_circular_told_before() -> None:
    text = "Wali Kota Bima mengeluarkan surat edaran. Surat bernomor 272/ORG/2025 tersebut beredar."
    [merged] = merge_decrees(find_decrees(text))
    assert (merged.value.instrument, merged.value.number) == ("surat_edaran", "272/ORG/2025")
    beside = "Bupati Bima menerbitkan SE Nomor 800/7/ORG. Surat bernomor 272/ORG/2025 beredar."
    assert [m.value.instrument for m in merge_decrees(find_decrees(beside))] == ["surat_edaran", "surat"]


def test_short_numbers_of_two_issuers_are_two_instruments() -> None:
    minister = Decree("surat_edaran", issuer="minister", number="5/2022")
    assert not same_instrument(minister, Decree("surat_edaran", issuer="governor", number="5/2022"))
    assert same_instrument(minister, Decree("surat_edaran", number="05/2022"))


def test_ground_is_own_alone_but_cited_beside_an_own_instrument() -> None:
    alone = "Pemkab Ende bekerja dari rumah berdasarkan SE Bupati Nomor 800/1/ORG."
    beside = alone + " Hal itu dipertegas: bupati menerbitkan SE Nomor 800/2/ORG."
    assert find_decrees(alone)[0].value.role == "own"
    assert find_decrees(beside)[0].value.role == "cited"


def test_last_week_tells_the_day_and_no_earlier_rule() -> None:
    text = "Bupati menerbitkan SE Nomor 800/1/BKD, ditandatangani Kamis (2/4) {}."
    past = [find_decrees(text.format(when))[0].value.past for when in ("pekan lalu", "minggu lalu", "tahun lalu")]
    assert past == [False, False, True]


def test_ministers_rule_is_own_in_national_news() -> None:
    text = "Kementerian PANRB memberlakukan WFH. Menteri menuangkannya dalam SE Menteri PANRB Nomor 5 Tahun 2022."
    assert find_decrees(text)[0].value.role == "own"
    regional = "Pemkab Ende dan Bupati patuh. Hal itu tertuang dalam SE Menteri PANRB Nomor 5/2022."
    assert find_decrees(regional)[0].value.role == "cited"


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Bupati Sigi memimpin rapat pemkab.", "local"),
        ("Gubernur memimpin rapat; bupati hadir.", "province"),
        ("Menteri dan Kementerian PANRB memimpin rapat.", "national"),
        ("Pegawai pulang.", None),
    ],
)
def test_level(text: str, level: str | None) -> None:
    assert article_level(text) == level


def test_line_break_before_small_letter_is_no_sentence_start() -> None:
    assert sentence_bounds("Satu\ndua.\nTiga.") == [0, 10]
    assert sentence_bounds("") == [0]


HOSTILE = [
    "SE Nomor 8/",
    "Surat Edaran ",
    "nomor ",
    "800/",
    "A-",
    "B.",
    "SE Nomor 1/2021 tentang ",
    " ",
    "(",
    "SE Bupati ",
    "tanggal 1 Mei ",
    "diteken ",
    "edaran itu ",
    "edarannya ",
    "Kepala Badan ",
    "Menteri PANRB ",
    "Senin (5/7/2021), ",
    "menandatanganinya ",
    "SE Nomor 8/1 yang memuat itu dan ",
    "meneruskan ",
    "Nomor 16, 17, ",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_is_read_to_its_end(piece: str) -> None:
    text = piece * (100_000 // len(piece)) + ". SE Bupati Alor Nomor 800/1/ORG"
    assert find_decrees(text)[-1].value.number is not None


@pytest.mark.parametrize("name", ["cues.csv", "instruments.csv", "offices.csv"])
def test_no_row_stands_twice(name: str) -> None:
    keys = [tuple(row.values())[:3] if "cue" in row else row["alias"] for row in rows(name)]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("row", rows("cues.csv"), ids=lambda row: f"{row['cue']}-{row['meaning']}-{row['side']}")
def test_cue_stands_in_its_example_on_its_side(row: dict[str, str]) -> None:
    words = re.escape(row["cue"]).replace(r"\*", r"\w*")
    instrument = r"\b(?:SE|edaran|surat|instruksi|inmendagri|inpres|keputusan|peraturan|ketentuan|inwal|PP)\w*"
    around = {
        "before": rf"\b{words}\b.*{instrument}",
        "direct": rf"\b{words} (?:(?:isi|dari) )?{instrument}",
        "after": rf"{instrument}.*\b{words}\b",
    }
    assert re.search(around[row["side"]], row["example"], re.IGNORECASE)
