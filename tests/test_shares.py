"""Shares of staff: «marks» show each expected span; beside it stand percent at home, basis, bound and conditions."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.shares import Share, find_shares
from extract.spans import Span

MARK = re.compile(r"[«»]")


def plain(marked: str) -> tuple[str, list[str]]:
    """The text without marks, and the marked pieces."""
    return MARK.sub("", marked), re.findall("«([^»]*)»", marked)


def places(text: str, pieces: list[str]) -> list[tuple[int, str]]:
    """Where each marked piece stands; the same words twice stand at two places."""
    found: list[tuple[int, str]] = []
    at = 0
    for piece in pieces:
        at = text.index(piece, at)
        found.append((at, piece))
        at += len(piece)
    return found


def short(span: Span[Share]) -> str:
    share = span.value
    flags = [name for name in ("past", "hypothetical") if getattr(share, name)]
    conditions = [f"{kind}={value}" for kind, value in share.conditions]
    return " ".join([f"{share.wfh_pct:g}", share.basis, share.bound, *flags, *conditions])


# fmt: off
SENTENCES: list[tuple[str, list[str]]] = [
    # --- the home side is printed
    ("Sebanyak «75 persen» ASN Pemkot Tual bekerja dari rumah.", ["75 stated exact"]),
    ("Pemkab Sigi menerapkan WFH «50 persen» bagi pegawainya.", ["50 stated exact"]),
    ("WFH diberlakukan bagi «60%» aparatur di setiap perangkat daerah.", ["60 stated exact"]),
    ("Bupati meminta «70 persen» pegawai melaksanakan tugas kedinasan di rumah.", ["70 stated exact"]),
    ("Pegawai yang menjalani work from home ditetapkan «40 persen».", ["40 stated exact"]),
    ("Pegawai yang bekerja dari rumah maksimal «50 persen» di tiap unit.", ["50 stated max"]),
    ("Paling banyak «30 persen» staf boleh bekerja dari rumah.", ["30 stated max"]),
    ("Minimal «75 persen» pegawai harus bekerja dari rumah.", ["75 stated min"]),
    ("WFH bagi ASN paling sedikit «50 persen», kata Sekda.", ["50 stated min"]),
    ("Setidaknya «80 persen» ASN diminta bekerja dari rumah.", ["80 stated min"]),
    ("Porsi WFH pegawai sekitar «65 persen».", ["65 stated exact"]),
    ("ASN yang WFH hanya «20 persen».", ["20 stated exact"]),
    ("PEGAWAI PEMKOT DIMINTA WFH «75 PERSEN».", ["75 stated exact"]),
    ("Sebanyak «37,5 persen» pegawai bekerja dari rumah.", ["37.5 stated exact"]),
    ("Sebanyak «75  persen»  pegawai  bekerja  dari  rumah.", ["75 stated exact"]),
    # --- the office side is printed
    ("Pegawai yang masuk kantor paling banyak «25 persen».", ["75 derived min"]),
    ("Kehadiran pegawai di kantor dibatasi maksimal «50 persen».", ["50 derived min"]),
    ("WFO hanya «25 persen» dari jumlah pegawai.", ["75 derived exact"]),
    ("Kantor cuma boleh diisi «30 persen» ASN.", ["70 derived exact"]),
    ("Minimal «50 persen» pegawai wajib berkantor.", ["50 derived max"]),
    ("Sedikitnya «40 persen» staf harus bekerja di kantor.", ["60 derived max"]),
    ("ASN yang work from office (WFO) sebanyak «10 persen».", ["90 derived exact"]),
    ("Mulai besok «100 persen» ASN kembali bekerja di kantor.", ["0 derived exact"]),
    # --- both sides
    ("Sebanyak «75 persen pegawai bekerja dari rumah, sedangkan 25 persen» di kantor.", ["75 stated exact"]),
    ("Skemanya «25 persen WFO dan 75 persen» WFH.", ["75 stated exact"]),
    ("Pembagiannya «60 persen» di kantor, sisanya bekerja dari rumah.", ["40 derived exact"]),
    ("Hanya «25 persen» pegawai yang masuk, selebihnya WFH.", ["75 derived exact"]),
    ("Dari seluruh ASN, «70 persen» menjalani WFH dan sisanya tetap di kantor.", ["70 stated exact"]),
    ("Sebanyak «50 persen ASN bekerja di rumah dan 50 persen» lainnya di kantor.", ["50 stated exact"]),
    ("Pegawai masuk kantor «30 persen, WFH 70 persen».", ["70 stated exact"]),
    ("Maksimal «25 persen pegawai di kantor dan 75 persen» bekerja dari rumah.", ["75 stated min"]),
    ("Pola kerja ASN dibagi «50:50» antara WFH dan WFO.", ["50 stated exact"]),
    ("Pegawai dibagi «50-50», separuh WFH dan separuh WFO.", ["50 stated exact"]),
    ("Komposisi WFH dan WFO pegawai «75:25».", ["75 stated exact"]),
    ("Komposisi WFO dan WFH bagi pegawai «40 : 60».", ["60 stated exact"]),
    ("Sistemnya «fifty-fifty» antara pegawai yang WFH dan yang WFO.", ["50 stated exact"]),
    # --- words
    ("«Seluruh ASN» Pemkab Alor bekerja dari rumah pekan ini.", ["100 words exact"]),
    ("«Semua pegawai» diminta WFH pekan depan.", ["100 words exact"]),
    ("«Separuh» pegawai bekerja dari rumah.", ["50 words exact"]),
    ("«Setengah» dari jumlah ASN menjalani WFH.", ["50 words exact"]),
    ("«Dua pertiga» ASN Pemprov bekerja dari rumah.", ["66.67 words exact"]),
    ("Hanya «sepertiga» pegawai yang boleh masuk kantor.", ["66.67 words exact"]),
    ("«Seperempat» staf masuk kantor, selebihnya bekerja dari rumah.", ["75 words exact"]),
    ("Hanya «separuh» ASN yang masuk kantor.", ["50 words exact"]),
    ("«Tiga perempat» pegawai dinas bekerja dari rumah.", ["75 words exact"]),
    ("Mulai Senin «semua ASN» masuk kantor kembali.", ["0 words exact"]),
    ("«Satu dari empat pegawai» masuk kantor.", ["75 words exact"]),
    # --- rotation
    ("Staf diatur «satu hari masuk kantor dan satu hari di rumah».", ["50 rotation exact"]),
    ("ASN bekerja dari rumah «setiap Jumat» mulai bulan depan.",
     ["20 rotation exact", "100 words exact period=setiap jumat"]),
    ("Pegawai WFH «setiap Rabu dan Kamis».", ["40 rotation exact", "100 words exact period=setiap rabu dan kamis"]),
    ("ASN menjalani WFH «satu hari dalam sepekan».", ["20 rotation exact"]),
    ("WFH berlaku bagi pegawai «dua hari dalam seminggu».", ["40 rotation exact"]),
    # --- conditions
    ("Pegawai sektor non-esensial wajib WFH «100 persen».", ["100 stated exact sector=non_essential"]),
    ("Sektor esensial boleh WFO maksimal «50 persen» pegawai.", ["50 derived min sector=essential"]),
    ("Instansi kritikal masuk kantor «100 persen».", ["0 derived exact sector=critical"]),
    ("Di zona merah, «75 persen» pegawai bekerja dari rumah.", ["75 stated exact zone=red"]),
    ("Pada PPKM level 3, WFO ASN dibatasi «50 persen».", ["50 derived exact ppkm_level=3"]),
    ("Daerah zona oranye WFH «50 persen», sedangkan zona hijau WFH «25 persen».",
     ["50 stated exact zone=orange", "25 stated exact zone=green"]),
    ("Perkantoran sektor non-esensial di luar Jawa-Bali menerapkan WFH «75 persen» pegawai.",
     ["75 stated exact sector=non_essential region=outside_java_bali"]),
    ("Unit yang memberi pelayanan publik WFO «75 persen» pegawai.", ["25 derived exact sector=public_service"]),
    ("Di level 3 dan 4, WFH pegawai «75 persen».",
     ["75 stated exact ppkm_level=3", "75 stated exact ppkm_level=4"]),
    ("Pejabat eselon III yang WFO cukup «50 persen».", ["50 derived exact rank=pejabat eselon iii"]),
    ("Berikut pembagian untuk sektor esensial:\n- Level 3: WFO «50 persen» pegawai\n- Level 4: WFO «25 persen» pegawai",
     ["50 derived exact sector=essential ppkm_level=3", "75 derived exact sector=essential ppkm_level=4"]),
    # --- a part of the staff named by rank, group or office
    ("Pejabat eselon II masuk penuh, «100 persen».\nStaf cukup «40 persen» yang hadir.",
     ["0 derived exact rank=pejabat eselon ii", "60 derived exact rank=staf"]),
    ("Staf ahli dan staf lain WFH «50 persen».", ["50 stated exact"]),
    ("Kepala dinas dan kepala bagian wajib masuk kantor «100 persen».",
     ["0 derived exact rank=kepala dinas dan kepala bagian"]),
    ("Kepala OPD wajib mengatur agar «50 persen» pegawai WFH.", ["50 stated exact"]),
    ("«Seluruh tenaga» honorer bekerja dari rumah. Adapun PNS WFH «50 persen».",
     ["100 words exact group=tenaga honorer", "50 stated exact group=pns"]),
    ("ASN dan tenaga kontrak WFH «50 persen».", ["50 stated exact"]),
    ("«Semua pegawai, baik PNS, PPPK maupun tenaga honorer,» masuk kantor.", ["0 words exact"]),
    ("Ibu hamil WFH «100 persen», demikian pula pegawai berusia 55 tahun.",
     ["100 stated exact group=ibu hamil", "100 stated exact group=berusia 55 tahun"]),
    ("Bagian administrasi pemerintahan dan dukungan pimpinan WFH paling banyak «50 persen».",
     ["50 stated max sector=administrasi pemerintahan dan dukungan pimpinan"]),
    ("Instansi yang menerapkan WFO «25 persen», meliputi Dinas Kebudayaan, Bagian Umum dan Balai Arsip.",
     ["75 derived exact unit=dinas kebudayaan, bagian umum dan balai arsip"]),
    ("Kantor lurah diberi porsi «50 persen WFH dan 50 persen» di kantor.", ["50 stated exact unit=kantor lurah"]),
    ("Pejabat eselon III masuk seperti biasa.\nStaf «sehari masuk, sehari di rumah».", ["50 rotation exact rank=staf"]),
    ("PNS dan tenaga kontrak «sehari masuk, sehari di rumah».", ["50 rotation exact"]),
    ("BPBD, Labkesda, Dishub dan Damkar WFO «100 persen».", ["0 derived exact unit=bpbd, labkesda, dishub dan damkar"]),
    ("Hanya Biro Hukum yang WFH «50 persen».", ["50 stated exact unit=biro hukum"]),
    ("Dinas Sosial WFH «50 persen», Dinas Pangan WFH «75 persen».",
     ["50 stated exact unit=dinas sosial", "75 stated exact unit=dinas pangan"]),
    # --- those who speak, come first or have had their clause
    ("Menurut Sekretaris Dinas Pangan, «50 persen» ASN WFH.", ["50 stated exact"]),
    ("Pejabat eselon II Pemkot menyebut «50 persen» ASN WFH.", ["50 stated exact"]),
    ("WFH «50 persen» diprioritaskan bagi ibu hamil.", ["50 stated exact"]),
    ("ASN, termasuk pejabat eselon III, WFH «50 persen».", ["50 stated exact"]),
    ("Kantor kecamatan termasuk kelurahan masuk kantor «25 persen».",
     ["75 derived exact unit=kantor kecamatan, kelurahan"]),
    ("Kepala OPD wajib masuk kantor, sedangkan ASN lain WFH «50 persen».", ["50 stated exact"]),
    # --- for whom it does not hold
    ("Perangkat daerah di luar sektor kritikal WFH «75 persen».", ["75 stated exact"]),
    ("Di kabupaten selain zona merah dan oranye, WFO ASN «50 persen».",
     ["50 derived exact zone=green", "50 derived exact zone=yellow"]),
    ("Pegawai WFO «25 persen» (bagi kantor sektor non-esensial di luar Jawa-Bali).",
     ["75 derived exact sector=non_essential region=outside_java_bali"]),
    ("Pegawai yang tidak melayani masyarakat langsung WFH «50 persen».", ["50 stated exact"]),
    ("Pemerintah membolehkan «75 persen» pegawai WFH, di daerah yang berstatus zona merah.",
     ["75 stated exact zone=red"]),
    ("Kantor yang WFO «100 persen» dan tergolong sektor kritikal ialah damkar.", ["0 derived exact sector=critical"]),
    ("Sektor esensial WFO «40 persen» pegawai. Selebihnya, «60 persen», bekerja dari rumah.",
     ["60 derived exact sector=essential", "60 stated exact sector=essential"]),
    # --- fully
    ("Pegawai di sektor non-esensial bekerja «penuh» dari rumah.", ["100 words exact sector=non_essential"]),
    ("Pemkab menerapkan WFH «penuh».", ["100 words exact"]),
    ("Kantor yang pegawainya kurang dari lima orang boleh masuk «semua».",
     ["0 words exact unit=kantor yang pegawainya kurang dari lima orang"]),
    # --- limits told over a verb
    ("WFO paling banyak dilakukan oleh «50 persen» pegawai.", ["50 derived min"]),
    ("Ruang kerja paling banter diisi «30 persen» pegawai.", ["70 derived min"]),
    # --- none of several
    ("OPD ada yang WFO «25 persen», «50 persen» dan «100 persen», tergantung sektornya.",
     ["75 derived exact hypothetical", "50 derived exact hypothetical", "0 derived exact hypothetical"]),
    # --- days of every week: chosen, alone, beside those in the office, before and now
    ("ASN WFH hanya pada hari «Jumat».", ["20 rotation exact", "100 words exact period=jumat"]),
    ("«Rabu» ditetapkan sebagai hari WFH bagi ASN.", ["20 rotation exact", "100 words exact period=rabu"]),
    ("ASN WFH «satu hari dalam sepekan».\nBupati menyebut «Jumat» dipilih karena jam kerjanya pendek.",
     ["20 rotation exact", "100 words exact period=jumat"]),
    ("Polanya «2 hari WFA dan 3 hari WFO».", ["40 rotation exact"]),
    ("ASN «satu pekan masuk kantor, pekan berikutnya di rumah».", ["50 rotation exact"]),
    ("«Dalam lima hari kerja, pegawai WFH satu hari».", ["20 rotation exact"]),
    ("Pegawai «masuk satu hari lalu bekerja dari rumah dua hari».", ["66.67 rotation exact"]),
    ("Staf masuk «kantor dua hari dan WFH tiga hari».", ["60 rotation exact"]),
    ("Perangkat daerah dibagi dua. «Kelompok pertama masuk Senin-Rabu-Jumat, kelompok kedua Selasa»-Kamis.",
     ["50 rotation exact"]),
    ("WFH. Kelompok pertama masuk Senin, kelompok kedua Selasa, kelompok ketiga Rabu.", []),
    ("Bupati menambah 25 persen ASN yang WFH sehingga menjadi «75 persen».", ["75 stated exact"]),
    ("Porsi WFH naik 25 persen menjadi «75 persen».", ["75 stated exact"]),
    ("SE itu menggantikan Edaran Nomor 800/1/2021 yang masih membolehkan «50 persen» pegawai masuk.",
     ["50 derived exact past"]),
    ("Sebelum ini, yang boleh WFO hanya «50 persen».", ["50 derived exact past"]),
    ("Porsi WFO yang semula «50 persen» dinaikkan menjadi «75 persen, sedangkan 25 persen» sisanya bekerja dari rumah.",
     ["50 derived exact past", "25 stated exact"]),
    ("Setiap kantor menghadirkan pegawai tidak lebih dari «50 persen».", ["50 derived min"]),
    ("Jika pekan lalu porsinya «50:50», sekarang cuma «seperempat» pegawai boleh masuk kantor.",
     ["50 stated exact past", "75 words exact"]),
    ("Pegawai yang WFH «75 persen», kini «50 persen».", ["75 stated exact past", "50 stated exact"]),
    ("Persentasenya kita batasi, yang di rumah paling banyak «70 persen».", ["70 stated max"]),
    ("Pekerja bagian produksi WFH «50 persen».", ["50 stated exact unit=bagian produksi"]),
    ("«Empat hari pegawai wajib berada di kantor, satu hari yakni Jumat bekerja dari rumah».", ["20 rotation exact"]),
    ("«Seluruh ASN» kecuali yang bertugas di posko bencana, dinas sosial dan pemadam kebakaran bekerja dari rumah.",
     ["100 words exact"]),
    ("Zona kuning, yang masuk «75 persen». Kalau merah, «25 persen» saja yang masuk.",
     ["25 derived exact zone=yellow", "75 derived exact zone=red"]),
    ("Berikut rinciannya untuk kantor sektor non-esensial.\n\nJawa dan Bali:\n- Level 1: «75 persen» WFO\n\n"
     "Luar Jawa dan Bali:\n"
     "- Level 1: «100 persen» WFO",
     ["25 derived exact sector=non_essential ppkm_level=1 region=java_bali",
      "0 derived exact sector=non_essential ppkm_level=1 region=outside_java_bali"]),
    ("Kalau sampai Rabu sore aman, hari Kamis «semua pegawai» masuk kantor.",
     ["0 words exact hypothetical period=hari kamis"]),
    ("Pabrik boleh beroperasi dengan syarat seluruh karyawan dites antigen.", []),
    ("Bupati menyurati seluruh pimpinan OPD agar mengatur pegawai bekerja dari rumah.", []),
    ("Setidaknya «70 persen» karyawan bekerja dari mes atau rumah.", ["70 stated min"]),
    ("WFH bagi ASN dari semula «dua hari» kini menjadi «satu hari».", ["40 rotation exact past", "20 rotation exact"]),
    ("WFH ditambah menjadi «dua hari sepekan», «Rabu dan Jumat».",
     ["40 rotation exact", "100 words exact period=rabu dan jumat"]),
    ("ASN boleh WFA paling banyak «dua hari dalam seminggu».", ["40 rotation max"]),
    ("ASN masuk kantor minimal «tiga hari dalam sepekan», selebihnya WFA.", ["40 rotation max"]),
    ("ASN boleh bekerja dari mana saja.\nJatahnya maksimal «dua hari dalam sepekan».", ["40 rotation max"]),
    # --- a place that is denied, and the capacity of staff
    ("ASN di unit pelayanan publik masuk kerja, «100 persen» tidak WFH.", ["0 derived exact sector=public_service"]),
    ("Sektor esensial seperti bank beroperasi dengan kapasitas staf maksimal «50 persen».",
     ["50 derived min sector=essential"]),
    ("Sektor esensial boleh mempekerjakan «50 persen» karyawannya.", ["50 derived exact sector=essential"]),
    ("Ruang kerja OPD hanya boleh diisi «seperempat» pegawainya.", ["75 words exact"]),
    # --- of what the clause before counts; the share that is left tells the place
    ("Lembaga itu menerima 812 laporan, 37 persen di antaranya soal layanan di kantor; WFH «25 persen».",
     ["25 stated exact"]),
    ("Paling tinggi «60 persen» pegawai tiap OPD. Yang «40 persen» tetap di kantor.",
     ["60 stated max", "60 derived exact"]),
    # --- fixed days told over two sentences, by number and name
    ("WFH «satu hari dalam sepekan», yakni «Jumat».", ["20 rotation exact", "100 words exact period=jumat"]),
    ("Hari «Rabu» menjadi hari WFH.\n«Setiap Rabu» «seluruh ASN» bekerja dari rumah.",
     ["20 rotation exact", "100 words exact period=rabu", "20 rotation exact", "100 words exact period=rabu"]),
    ("«Pada Kamis dan Jumat» «seluruh staf» bekerja dari mana saja.",
     ["40 rotation exact", "100 words exact period=kamis dan jumat"]),
    ("Edaran pada Mei lalu baru menyuruh «separuh» pegawai WFH.", ["50 words exact past period=mei"]),
    # --- headings over headings
    ("A. Kantor Sektor Non-esensial\n1. Jawa dan Bali\n• Level 1, 2, dan 3, WFO «50 persen» pegawai.\n"
     "2. Luar Jawa dan Bali\n• Level 4, WFO «25 persen» pegawai.\nASN Pemkot WFH «10 persen».",
     ["50 derived exact sector=non_essential ppkm_level=1 region=java_bali",
      "50 derived exact sector=non_essential ppkm_level=2 region=java_bali",
      "50 derived exact sector=non_essential ppkm_level=3 region=java_bali",
      "75 derived exact sector=non_essential ppkm_level=4 region=outside_java_bali",
      "10 stated exact"]),
    # --- parts told with "its", weeks in turn, days of each week
    ("Pegawai yang masuk kantor hanya «seperempatnya».", ["75 words exact"]),
    ("Pegawai «seminggu WFO dan seminggu WFH».", ["50 rotation exact"]),
    ("ASN masuk kantor «dua kali seminggu», selebihnya WFH.", ["60 rotation exact"]),
    ("«Setiap pekan ada satu hari» WFH bagi ASN.", ["20 rotation exact"]),
    # --- two that make 100 are not one where another part of the staff stands between
    ("WFO sektor esensial «75 persen», non-esensial «25 persen».",
     ["25 derived exact sector=essential", "75 derived exact sector=non_essential"]),
    ("Tenaga honorer dirumahkan, PNS masuk kantor «60 persen».", ["40 derived exact group=pns"]),
    ("Pegawai non-eselon WFH «100 persen».", ["100 stated exact rank=non-eselon"]),
    # --- two groups in turn
    ("ASN «dibagi dua kelompok» yang masuk kantor bergantian tiap pekan.", ["50 rotation exact"]),
    # --- a sector that holds over sentences
    ("Sektor esensial level 1, WFO «80 persen» pegawai. Level 2, WFO «60 persen». Level 3, WFO «40 persen».",
     ["20 derived exact sector=essential ppkm_level=1", "40 derived exact sector=essential ppkm_level=2",
      "60 derived exact sector=essential ppkm_level=3"]),
    ("Kalau kasus naik lagi, pegawai yang masuk kantor cukup «25 persen».", ["75 derived exact hypothetical"]),
    # --- the rule before this one, and what is not ruled
    ("Pegawai WFH kini «75 persen» dari sebelumnya «50 persen».", ["75 stated exact", "50 stated exact past"]),
    ("Semula «50 persen» pegawai bekerja dari rumah, kini «75 persen».", ["50 stated exact past", "75 stated exact"]),
    ("Kalau kasus melonjak, WFH bisa jadi «75 persen».", ["75 stated exact hypothetical"]),
    # --- over sentences and lines
    ("Pemkot Ambon memberlakukan WFH. Jumlah pegawainya dibatasi «50 persen».", ["50 stated exact"]),
    ("Pegawai dibagi dua.Yang WFH «50 persen».", ["50 stated exact"]),
    # --- what is reached, parts beside a figure, days without "setiap", lists under a place
    ("Pegawai yang WFO naik dari semula «25 persen» menjadi «50 persen».",
     ["75 derived exact past", "50 derived exact"]),
    ("Porsi WFH turun dari «75 persen» ke «50 persen».", ["75 stated exact past", "50 stated exact"]),
    ("Kapasitas pegawai di kantor dikurangi dari «50 persen» menjadi «25 persen».",
     ["50 derived exact past", "75 derived exact"]),
    ("Isi ruang kerja pegawai yang WFO dipangkas dari «75 persen» menjadi «50 persen».",
     ["25 derived exact past", "50 derived exact"]),
    # --- who only arranges the rota is no part of the staff
    ("Kepala OPD diminta mengatur jadwal masuk dengan pola «dua hari di kantor dan dua hari di rumah».",
     ["50 rotation exact"]),
    ("Pimpinan OPD wajib menyusun giliran masuk kantor «50 persen».", ["50 derived exact"]),
    ("Semula «50 persen», kini ASN yang WFH menjadi «75 persen».", ["50 stated exact past", "75 stated exact"]),
    ("Pegawai masuk «kantor sehari, lalu sehari berikutnya di rumah».", ["50 rotation exact"]),
    ("Pegawai masuk «selang sehari» dan hari lainnya bekerja dari rumah.", ["50 rotation exact"]),
    ("Senin sampai Rabu pegawai masuk kantor, «Kamis dan Jumat» bekerja dari rumah.",
     ["40 rotation exact", "100 words exact period=kamis dan jumat"]),
    ("Pegawai masuk kantor Senin hingga Kamis, sedangkan «Jumat» WFH.",
     ["20 rotation exact", "100 words exact period=jumat"]),
    ("Adapun «Selasa dan Kamis» «seluruh staf» bekerja dari rumah.",
     ["40 rotation exact", "100 words exact period=selasa dan kamis"]),
    ("ASN WFH «50 persen», khusus eselon II dan III WFO «penuh».",
     ["50 stated exact", "0 words exact rank=eselon ii dan iii"]),
    ("Pegawai hamil bekerja «penuh» dari rumah, sedangkan «50 persen» pegawai lain masuk kantor.",
     ["100 words exact group=pegawai hamil", "50 derived exact"]),
    ("Pegawai yang tinggal di luar kota WFH «sepenuhnya», selain itu WFO «50 persen».",
     ["100 words exact group=pegawai yang tinggal di luar kota", "50 derived exact"]),
    ("ASN laki-laki masuk «semua», ASN perempuan WFH «50 persen».",
     ["0 words exact group=asn laki-laki", "50 stated exact group=asn perempuan"]),
    ("Tenaga honorer «seluruhnya» dirumahkan, sedangkan PNS masuk «50 persen».",
     ["100 words exact group=tenaga honorer", "50 derived exact group=pns"]),
    ("RSUD dan puskesmas masuk «100 persen», sementara kantor lain WFH «50 persen».",
     ["0 derived exact unit=rsud dan puskesmas", "50 stated exact"]),
    ("Pejabat eselon II masuk penuh, «100 persen».", ["0 derived exact rank=pejabat eselon ii"]),
    ("Pegawai piket «10 persen», selebihnya bekerja dari rumah.", ["90 derived exact"]),
    ("Berikut ketentuan WFO bagi ASN:\n- Zona hijau: «100 persen»\n- Zona merah: «25 persen»",
     ["0 derived exact zone=green", "75 derived exact zone=red"]),
    ("WFH «50 persen» berlaku bagi semua OPD, kecuali OPD pelayanan yang WFO «100 persen».",
     ["50 stated exact", "0 derived exact sector=public_service"]),
    ("WFO dan WFH dengan «perbandingan 25-75 persen».", ["75 stated exact"]),
    ("Golongan IV masuk «100 persen», golongan III ke bawah WFH «50 persen».",
     ["0 derived exact rank=golongan iv", "50 stated exact rank=golongan iii ke bawah"]),
    ("«Tak satu pun pegawai »boleh berkantor.", ["100 words exact"]),
    ("«Seluruh ASN» di lingkungan Pemerintah Kabupaten Kaimana, Papua Barat, bekerja dari rumah.", ["100 words exact"]),
    ("«Separuh» pegawai di kantor itu bekerja dari rumah.", ["50 words exact"]),
    ("«Semua ASN» yang bekerja di kantor tersebut diminta bekerja dari rumah.", ["100 words exact"]),
    ("Kalau nanti zona hijau, pegawai masuk «semua».", ["0 words exact hypothetical zone=green"]),
    ("Puskesmas dan BPBD yang tergolong sektor kritikal masuk «100 persen».", ["0 derived exact sector=critical"]),
    ("Kelonggaran itu tak berlaku bagi unit yang langsung melayani masyarakat. Samsat dan puskesmas tetap «100 "
     "persen» di kantor.",
     ["0 derived exact sector=public_service"]),
    ("Kepala dinas dan sekretaris tidak ikut digilir. Kehadiran mereka tetap «100 persen» di kantor.",
     ["0 derived exact rank=kepala dinas"]),
    ("PNS «dibagi dua kelompok» yang masuk bergantian, tenaga honorer tidak. Jadi «separuh di kantor, separuh» "
     "di rumah.",
     ["50 rotation exact group=pns", "50 words exact group=pns"]),
    ("Yang pelayanan, «100 persen» masuk. Lainnya WFH «50 persen».",
     ["0 derived exact sector=public_service", "50 stated exact"]),
    ("«Tiga hari masuk, dua hari WFH».", ["40 rotation exact"]),
    ("Hari «Rabu» ditetapkan sebagai hari WFH.", ["20 rotation exact", "100 words exact period=rabu"]),
    ("Apabila ditemukan kasus, OPD itu WFH «100 persen». Secara umum ASN WFH «50 persen».",
     ["100 stated exact hypothetical", "50 stated exact"]),
    ("Awalnya WFO «50 persen». Kini hanya «25 persen».", ["50 derived exact past", "75 derived exact"]),
    ("Batas WFO «25 persen», tidak boleh lebih.", ["75 derived min"]),
    ("Sektor esensial boleh beroperasi «100 persen». ASN lain WFH «75 persen».",
     ["0 derived exact sector=essential", "75 stated exact"]),
    ("Unit pelayanan buka dengan «seluruh pegawai» masuk. Bagian lain WFH «50 persen».",
     ["0 words exact sector=public_service", "50 stated exact"]),
    ("Sekurang-kurangnya setiap OPD hadir «30 persen» dari jumlah pegawai.", ["70 derived max"]),
    # --- a sector that "may run" with so many: so many are in the office
    ("Sektor esensial seperti pangan, energi dan logistik tetap dapat beroperasi «100 persen» dengan jam diatur.",
     ["0 derived exact sector=essential"]),
    ("Untuk sektor kritikal, antara lain rumah sakit, boleh beroperasi hingga «100%».",
     ["0 derived min sector=critical"]),
    ("Sektor esensial WFO «50 persen», sedangkan sektor kritikal bisa beroperasi «100 persen».",
     ["50 derived exact sector=essential", "0 derived exact sector=critical"]),
    ("Sektor kritikal seperti energi boleh berjalan «100 persen».", ["0 derived exact sector=critical"]),
    ("Pegawai WFH. Untuk sektor esensial seperti perbankan tetap beroperasi «seratus persen».",
     ["0 derived exact sector=essential"]),
    # --- the room of an office is that of its staff
    ("Kapasitas kantor pemerintahan maksimal «50 persen», selebihnya WFH.", ["50 derived min"]),
    ("Kapasitas ruang kerja dibatasi «25 persen», sisanya bekerja dari rumah.", ["75 derived exact"]),
    # --- what was until now, and what suffices
    ("Dari «100 persen», mulai besok cukup «30 persen» pegawai di kantor.",
     ["0 derived exact past", "70 derived exact"]),
    ("Bila pekan lalu «separuh» pegawai WFH, pekan ini «75 persen».", ["50 words exact past", "75 stated exact"]),
    # --- everybody in, the figure set off by a comma
    ("«Semuanya »masuk, 100 persen.", ["0 words exact"]),
    ("Mulai Senin pegawai hadir, «100 persen».", ["0 derived exact"]),
    # --- what was so until now, told with "if"
    ("Pemkab menambah pegawai yang bekerja dari rumah. Jika sejak Mei hanya «50 persen», kini menjadi «75 persen».",
     ["50 stated exact past", "75 stated exact"]),
    ("Kalau di bulan puasa ASN WFH «separuh», sekarang «25 persen».", ["50 words exact past", "25 stated exact"]),
    # --- a figure that would come of something
    ("Jika yang masuk tinggal «20 persen», pelayanan bisa lumpuh, ujar camat.", ["80 derived exact hypothetical"]),
    ("Kalau pegawai yang masuk kantor cuma «25 persen», loket malah kewalahan.", ["75 derived exact hypothetical"]),
    # --- a heading's item that holds everywhere
    ("C. Sektor kritikal\nDi semua daerah, WFO pegawai maksimal «100 persen».", ["0 derived min sector=critical"]),
    ("Sektor esensial\nUntuk seluruh wilayah, WFO «75 persen» pegawai.", ["25 derived exact sector=essential"]),
    # --- a row of zones: the place of work is told once
    ("- zona hijau, pegawai di kantor paling banyak «100 persen»\n- zona kuning, paling banyak «75 persen»\n"
     "- zona merah, paling banyak «25 persen»",
     ["0 derived min zone=green", "25 derived min zone=yellow", "75 derived min zone=red"]),
    ("Zona merah «75 persen» pegawai WFH. Zona oranye «50 persen». Zona kuning cukup «25 persen».",
     ["75 stated exact zone=red", "50 stated exact zone=orange", "25 stated exact zone=yellow"]),
    ("Zona merah «75 persen» pegawai WFH. Bioskop di zona oranye 50 persen penonton.", ["75 stated exact zone=red"]),
    ("Di zona hijau pegawai masuk «100 persen», zona oranye «50 persen», dan kalau merah «25 persen».",
     ["0 derived exact zone=green", "50 derived exact zone=orange", "75 derived exact zone=red"]),
    # --- headings in each other, whichever is above
    ("A. Jawa dan Bali\n1. Sektor esensial\n- Level 4: WFO pegawai «50 persen»\n2. Sektor kritikal\nWFO «100 persen»\n"
     "B. Luar Jawa-Bali\n1. Sektor esensial\n- Level 4: WFO pegawai «25 persen»",
     ["50 derived exact sector=essential ppkm_level=4 region=java_bali",
      "0 derived exact sector=critical region=java_bali",
      "75 derived exact sector=essential ppkm_level=4 region=outside_java_bali"]),
    # --- labelled headings beside each other
    ("2. Sektor esensial\nKaryawan bank dan asuransi bekerja di kantor paling banyak «50 persen» bergantian.\n"
     "3. Khusus zona merah\nKantor menerapkan «100 persen» bekerja dari rumah.",
     ["50 derived min sector=essential", "100 stated exact zone=red"]),
    ("2. Sektor esensial\nPegawai di kantor «50 persen».\n3. Kegiatan belajar\nPegawai dinas di kantor «75 persen».",
     ["50 derived exact sector=essential", "25 derived exact"]),
    # --- those brought in
    ("Pabrik sektor esensial hanya boleh menghadirkan paling banyak «50 persen» karyawan.",
     ["50 derived min sector=essential"]),
    ("OPD nonpelayanan WFH «100 persen», sedangkan yang melayani publik menghadirkan maksimal «25 persen» pegawai.",
     ["100 stated exact sector=nonpelayanan", "75 derived min"]),
    # --- an example of the rule
    ("ASN boleh WFH paling banyak «50 persen». Misalnya «40 persen di rumah, berarti 60 persen» di kantor.",
     ["50 stated max", "40 stated exact hypothetical"]),
    # --- for several, of whom it does not say which
    ("Porsi WFH pegawai 75, 50, dan «25 persen».", ["25 stated exact hypothetical"]),
    # --- the office named before
    ("Di Sekretariat Daerah lebih ketat. Dua pejabatnya sakit. Di sana hanya «10 persen» pegawai yang boleh masuk.",
     ["90 derived exact unit=sekretariat daerah"]),
    # --- offices that only show the sector
    ('Layanan publik tetap bekerja di kantor «100 persen». "Samsat, puskesmas, semua masuk."',
     ["0 derived exact sector=public_service"]),
    ("Tiap pegawai masuk «kantor sehari, lalu keesokan harinya bekerja dari rumah».", ["50 rotation exact"]),
    # --- a quota of the place told before
    ('ASN boleh bekerja dari rumah. Edarannya sudah terbit. "Kuotanya paling banyak «50 persen» dari pegawai."',
     ["50 stated max"]),
    ("ASN boleh WFA. Jumlahnya dibatasi. Kepala OPD boleh memberi izin kepada maksimal «30 persen» pegawainya.",
     ["30 stated max"]),
    ('"Tidak semua WFA. Maksimal «30 persen», kepala OPD yang menilai."', ["30 stated max"]),
    # --- on those days so many, not everybody
    ("ASN WFH tiap Jumat mulai 7 Maret. Edarannya sudah terbit. Kuotanya «50 persen» per OPD.",
     ["50 stated exact period=tiap jumat"]),
    ("«Setiap Jumat» «seluruh ASN» WFH. Unit pelayanan publik «50 persen» di kantor.",
     ["20 rotation exact", "100 words exact period=setiap jumat", "50 derived exact sector=public_service"]),
    ("Kota kita WFH satu hari dalam sepekan. Tiap Jumat «50 persen» pegawai bekerja dari rumah.",
     ["50 stated exact period=tiap jumat"]),
    # --- what the rule before required
    ("Berbeda dari jilid pertama yang mewajibkan «75 persen» WFH, kali ini «50 persen» pegawai WFH.",
     ["75 stated exact past", "50 stated exact"]),
    ("Setelah «seluruhnya» bekerja dari rumah sejak April, «50 persen» pegawai masuk kantor.",
     ["100 words exact past", "50 derived exact"]),
    ('Pegawai WFH «75 persen». "Kalau sudah oranye, ya masuk «50 persen» pegawai," katanya.',
     ["75 stated exact", "50 derived exact hypothetical"]),
    # --- a rota told by today and tomorrow
    ("«Kelompok A masuk hari ini, kelompok B besok», yang tidak masuk bekerja dari rumah.", ["50 rotation exact"]),
    ("Seram Bagian Barat: «seluruh pegawai» bekerja dari rumah.", ["100 words exact"]),
    # --- the days that are left over
    ("Dua hari lainnya, «Kamis dan Jumat», «semua ASN» bekerja dari rumah.",
     ["40 rotation exact", "100 words exact period=kamis dan jumat"]),
    ("Tiga hari pegawai masuk. Hari sisanya, yakni «Senin dan Rabu», «seluruh staf» WFH.",
     ["40 rotation exact", "100 words exact period=senin dan rabu"]),
]

NEGATIVES: list[str] = [
    # --- to whom the letter goes
    "Pegawai bekerja dari rumah. Edarannya kami sebar ke seluruh perangkat daerah.",
    "Surat tentang WFH itu sudah dikirim kepada semua OPD.",
    # --- counted by the roll
    "Dari absensi hari kedua, 92 persen pegawai hadir di kantor.",
    "Berdasarkan rekap presensi, 88 persen ASN masuk kantor.",
    # --- what else runs with so many
    "Pasar rakyat dapat beroperasi 50 persen dari kapasitas.",
    # beds, seats, rooms
    "Keterisian tempat tidur rumah sakit mencapai 75 persen.",
    "Restoran boleh melayani makan di tempat 25 persen dari kapasitas.",
    "Kapasitas kursi angkutan umum dibatasi 50 persen.",
    "BOR di RSUD turun menjadi 40 persen, kata Bupati.",
    "Bioskop dibuka kembali dengan 50 persen kapasitas pengunjung.",
    # vaccines
    "Vaksinasi ASN sudah mencapai 80 persen.",
    "Sebanyak 75 persen pegawai telah menerima vaksin dosis kedua.",
    # allowances, budgets
    "TPP pegawai dipotong 25 persen bulan ini.",
    "Anggaran perjalanan dinas dipangkas 50 persen.",
    # attendance as counted
    "Tingkat kehadiran pegawai pada hari pertama mencapai 98 persen.",
    "Persentase kehadiran ASN hari ini 99,5 persen.",
    "Secara keseluruhan 97 persen pegawai masuk bekerja hari ini.",
    # school and worship
    "Pembelajaran tatap muka dibatasi 50 persen siswa di kelas.",
    "Seluruh siswa belajar dari rumah.",
    "Masjid boleh menampung 50 persen jemaah.",
    # traffic and air
    "Volume kendaraan di jalan turun 15 persen pekan ini.",
    "Sektor transportasi menyumbang 44 persen polusi udara.",
    "Laporan harian pegawai yang bekerja dari rumah wajib lengkap 100 persen.",
    "Tiap ASN masuk kantor setengah hari saja.",
    "Bendahara masuk kantor dalam hitungan 25 persen tersebut.",
    "Pemkab mencatat tidak sampai 1 persen ASN yang mendaftar WFH.",
    "ASN boleh bekerja dari rumah pada Selasa dan Rabu, 16-17 April 2024.",
    "Layanan yang harus penuh dari kantor mencakup kesehatan.",
    # a quantity without a place, or a place without a quantity
    "ASN Pemkab Belu mulai bekerja dari rumah pekan ini.",
    "Tidak semua pegawai bekerja dari rumah.",
    "Kasus Covid-19 naik 50 persen dalam sepekan.",
    "Okupansi hotel di kota itu 60 persen.",
    "Pegawai bekerja dari rumah 8 jam sehari.",
    "WFH berlaku 12 sampai 25 Juli 2021.",
    "Pertandingan berakhir 50:50 bagi kedua tim.",
    "Rapat dimulai pukul 09.30 di kantor bupati.",
    # at home, but not at work
    "Seluruh ASN diminta memiliki APAR di rumah masing-masing.",
    "Seluruh pegawai diminta memilah sampah di rumah.",
    "WFA tidak bisa diberlakukan pada semua ASN.",
    "Sebanyak 15 persen pegawai tidak merespons panggilan saat WFH.",
    # of each a part
    "Gubernur meminta seluruh instansi mengatur kerja dari rumah bagi sebagian pegawainya.",
    "Semua dinas menjalankan WFH untuk sebagian staf.",
    # less than everybody
    "ASN belum diperbolehkan kembali berkantor secara penuh.",
    "Pegawai belum boleh masuk kantor 100 persen.",
    "WFH tidak berlaku untuk semua ASN.",
    # fewer than a day of every week
    "ASN WFH tiap Jumat, dua minggu sekali.",
    "ASN WFH setiap Jumat pertama dan ketiga.",
    # what staff at home are found to do
    "Sebanyak 40 persen ASN yang WFH tidak mengisi laporan.",
    # named beside the staff, but no rule for them
    "Seluruh pegawai dilarang bepergian ke luar kota selama WFH.",
    "Semua ASN yang sedang WFH wajib melapor tiap sore.",
    "Seluruh ASN wajib menaati aturan WFH.",
    "Sebanyak 95 persen ASN yang bekerja dari rumah sudah divaksin.",
    "Pada Senin ASN bekerja dari rumah.",
    "Sebanyak 12 persen pegawai tertular sehingga staf lain WFH.",
    "Produktivitas ASN saat WFH turun hingga 20 persen.",
]
# fmt: on


@pytest.mark.parametrize(("marked", "expected"), SENTENCES)
def test_shares(marked: str, expected: list[str]) -> None:
    text, pieces = plain(marked)
    shares = find_shares(text)
    assert [short(share) for share in shares] == expected
    assert list(dict.fromkeys((share.start, share.text) for share in shares)) == places(text, pieces)


@pytest.mark.parametrize("text", NEGATIVES)
def test_what_is_no_share_of_staff(text: str) -> None:
    assert [short(share) for share in find_shares(text)] == []


@given(st.integers(min_value=1, max_value=99))
def test_either_side_gives_the_other(percent: int) -> None:
    (home,) = find_shares(f"Sebanyak {percent} persen ASN bekerja dari rumah.")
    (office,) = find_shares(f"Sebanyak {100 - percent} persen ASN bekerja di kantor.")
    assert home.value.wfh_pct == office.value.wfh_pct == percent
    assert home.value.wfo_pct == 100 - percent


@given(st.text(alphabet="WFHO 0123456789%:-.,\npersenkantorumahASN", max_size=200))
def test_any_text_gives_shares_inside_it(text: str) -> None:
    for share in find_shares(text):
        assert text[share.start : share.end] == share.text
        assert 0 <= share.value.wfh_pct <= 100


@pytest.mark.parametrize("piece", ["50 persen ", "50:", "dari rumah ", "satu hari masuk ", "semua asn ", "25-"])
def test_long_hostile_text_ends(piece: str) -> None:
    find_shares(piece * (100_000 // len(piece)))
