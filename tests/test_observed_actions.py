"""Short articles, each with the action that its decision takes; "none" where no government decides."""

from __future__ import annotations

import pytest

from corpus.article import Article
from extract.observations import observe_article

# fmt: off
ARTICLES: list[tuple[str, str]] = [
    # --- what others wish, what staff do at home, what the press asks
    ("none", "Anggota Komisi I DPRD Luwu Utara, Hj. Marwah, mendorong pemkab memberi kesempatan kerja dari rumah bagi "
     "pegawai yang menyusui. Usulan itu belum ditanggapi pemkab."),
    ("none", "Inspektorat Kabupaten Indragiri Hulu memanggil dua ASN yang kedapatan berbelanja pada masa kerja dari "
     "rumah. Kerja dari rumah bukan kesempatan berlibur, kata Kepala Inspektorat."),
    ("none", "Jam kerja ASN Pemkab Tebo dipangkas selama Ramadan lewat Surat Edaran Nomor 800/112/2021. Ditanya apakah "
     "ada opsi bekerja dari rumah, Sekda Tebo hanya menggeleng."),
    ("none", "Gubernur DKI Jakarta menerbitkan instruksi tentang alat pemadam api. Ia memerintahkan ASN memiliki APAR "
     "di rumah masing-masing."),
    ("none", "Aturan bekerja dari mana saja bagi ASN perlu dievaluasi, kata anggota MPR Hidayat di Kompleks Parlemen, "
     "Senayan, Jakarta Pusat, Senin (5/7/2021)."),
    # --- the others work as usual, then all do again
    ("impose", "Pegawai Bappeda Kabupaten Sragen bekerja dari rumah 4-11 Juli 2021. OPD lain 100 persen di kantor."),
    ("impose", "ASN Pemkab Sragen diminta bekerja dari rumah pada 8-9 Juli 2021. Senin sudah masuk semua."),
    # --- a rumour that the government itself denies
    ("reject", "Pesan berantai menyebut ASN Barito Selatan bekerja dari rumah. Pesan itu tidak benar. \"Kita tidak "
     "menerapkan WFH,\" kata Sekda Barito Selatan, Senin (5/7/2021)."),
    # --- a return told for the time behind the rule
    ("impose", "Pemkab Tojo Una-Una mengizinkan ASN WFA pada 24-27 Maret 2025. Setelah WFA, ASN libur dan wajib "
     "berkantor lagi pada 8 April 2025."),
    # --- more at home than before, told in words
    ("tighten", "Jika sebelumnya kehadiran di kantor Pemkab Tabanan bisa 75 persen, kini jumlahnya dipangkas. Sektor "
     "nonesensial paling banyak 50 persen di kantor, sektor esensial 75 persen, selebihnya WFH."),
    ("tighten", "Baru dua pekan menerapkan kerja dari rumah satu hari, Pemprov Kalimantan Utara menambahnya menjadi "
     "dua hari. ASN pemprov WFH setiap Kamis dan Jumat."),
    ("relax", "Setelah sejak Maret semua ASN bekerja di rumah, Pemkab Buton Utara membuka kantor bertahap. Separuh "
     "pegawai berkantor dan separuh lainnya bekerja dari rumah."),
    # --- relax: some are back, the others at home
    ("relax", "Hampir dua bulan seluruhnya bekerja dari rumah, ASN Pemkab Alor kembali berkantor mulai Senin. Setiap "
     "orang masuk selang sehari, satu hari di kantor, hari berikutnya bekerja di rumah."),
    ("relax", "Setelah sebulan seluruh pegawai bekerja dari rumah, Pemkab Sikka kini hanya mengizinkan 30 persen "
     "pegawai WFH."),
    # --- end
    ("end", "Masa bekerja dari rumah bagi ASN Pemko Pariaman resmi diakhiri. Semua pegawai masuk kantor 100 persen."),
    # --- reject
    ("reject", "Pemkab Buton belum menerapkan kerja dari rumah bagi ASN. Semua pegawai masih masuk seperti biasa."),
    ("reject", "Kebijakan WFH dari pusat tidak diberlakukan di lingkungan Pemprov Gorontalo, kata Gubernur "
     "Gorontalo, Senin (5/7/2021)."),
    ("reject", "Pemkab Sikka sejauh ini belum mengeluarkan kebijakan WFH bagi ASN, kata Sekda Sikka, Senin "
     "(5/7/2021)."),
    ("reject", "Bupati Sikka memutuskan tidak mengikuti edaran Menpan-RB soal kerja dari rumah, semua pegawai masuk."),
    ("reject", "ASN Pemkab Sikka tetap masuk 100 persen. Tidak ada kerja dari rumah, kata bupati."),
    ("reject", "Di saat daerah lain menerapkan WFH, Pemkot Tegal memilih tetap bekerja normal dari kantor."),
    ("reject", "Wali Kota Tegal memastikan tidak ada pegawai yang bekerja dari rumah."),
    ("reject", "Pemkot Tegal tidak menerapkan WFH meski pemerintah pusat membolehkan maksimal 40 persen ASN "
     "bekerja dari rumah."),
    ("reject", "Pemerintah pusat membolehkan maksimal 40 persen ASN WFH. Namun Pemkot Tegal tidak menerapkan WFH."),
    ("reject", "Bupati Sikka menolak opsi kerja dari rumah. \"Kita tetap ngantor,\" ujarnya."),
    ("reject", "Pemkab Sikka belum akan menerapkan WFH. Pihaknya masih menunggu petunjuk teknis dari pusat."),
    ("reject", "Kerja dari rumah belum berlaku di Kabupaten Sikka. Bupati masih menanti arahan gubernur."),
    ("reject", "Skema WFA tidak diambil Pemkab Sikka karena kemacetan tidak terjadi di Maumere."),
    ("reject", "Bupati Sikka melarang ASN WFH usai libur Lebaran."),
    ("reject", "\"Kami tidak WFH. Semua pegawai hadir,\" kata Bupati Sikka."),
    ("reject", "Adapun Pemkab Sikka belum menerapkan WFH, pegawai masuk."),
    ("reject", "Sedangkan Pemkot Tegal tidak menerapkan kerja dari rumah."),
    # --- end
    ("end", "ASN Pemkot Tegal WFO 100 persen mulai Senin (5/7/2021), kerja dari rumah tidak lagi berlaku."),
    ("end", "Pelaksanaan WFH bagi ASN Pemkot Tegal akhirnya berakhir. Mulai Senin pegawai masuk penuh."),
    ("end", "Seluruh ASN Pemkot Tegal mulai aktif bekerja normal di kantor 8 Juni 2020 setelah dua bulan WFH."),
    ("end", "Pemkot Tegal mengakhiri kebijakan bekerja dari rumah. Pegawai wajib ngantor lagi mulai besok."),
    ("end", "Setelah tiga bulan bekerja dari rumah, ASN Pemkab Sikka kembali masuk kantor mulai Senin (8/6/2020)."),
    ("end", "Bupati Sikka menarik kembali kebijakan WFH karena kinerja menurun."),
    ("end", "Wali Kota Tegal menghapus sistem WFH bagi pegawai mulai Juni."),
    ("end", "Masa work from home ASN Pemkab Sikka tidak diperpanjang."),
    ("end", "Per 1 Juni 2020 tak ada lagi WFH di lingkungan Pemkab Sikka."),
    # --- impose
    ("impose", "Pemkot Tegal menerapkan WFH mulai Senin. WFH tidak berlaku bagi pegawai puskesmas dan Satpol PP."),
    ("impose", "Pemkot Tegal menerapkan WFH mulai Senin. Pegawai yang WFH tidak diperbolehkan keluar daerah."),
    ("impose", "Pemkot Tegal merumahkan ASN selama 14 hari untuk mencegah corona."),
    ("impose", "Kantor Pemkab Sikka ditutup sementara, seluruh ASN bekerja dari kediaman masing-masing."),
    ("impose", "Wali Kota Tegal meminta ASN berkantor dari rumah mulai besok."),
    ("impose", "ASN Pemkab Sikka masuk bergiliran mulai Senin, sebagian bekerja dari rumah."),
    ("impose", "Pegawai Pemkab Sikka masuk tiga hari dan dua hari bekerja di rumah dalam sepekan, sesuai "
     "edaran bupati."),
    ("impose", "Tujuh ASN Pemkot Tegal positif Covid-19. Wali Kota memutuskan kantor setda WFH total selama "
     "tiga hari."),
    ("impose", "Gubernur Gorontalo memberi kelonggaran ASN bekerja dari mana saja pada 24-27 Maret 2025."),
    ("impose", "ASN Pemprov Gorontalo boleh WFA jelang Idulfitri."),
    ("impose", "Bupati Sikka membolehkan ASN dan tenaga kontrak yang sedang hamil, menyusui, atau mengidap asma "
     "bekerja dari rumah. Pegawai lain tetap masuk."),
    # --- extend
    ("extend", "Pemkab Sikka memperpanjang program bekerja dari rumah hingga 2 Mei 2020."),
    ("extend", "WFH ASN Pemkot Tegal kembali diperpanjang sampai 13 Mei 2020."),
    ("extend", "Kebijakan bekerja dari rumah bagi pegawai Pemkot Tegal berlanjut hingga akhir Mei 2020."),
    ("extend", "Masa bekerja di rumah bagi ASN Sikka ditambah 14 hari, kata bupati."),
    # --- tighten
    ("tighten", "Bupati Sikka menambah jumlah ASN yang WFH menjadi 75 persen dari sebelumnya 50 persen."),
    ("tighten", "Porsi WFH ASN Pemkot Tegal naik menjadi 75 persen, semula 50 persen."),
    ("tighten", "Pemkot Tegal memperketat aturan kerja: kini hanya 25 persen pegawai boleh ngantor, sebelumnya "
     "separuh."),
    ("tighten", "Aturan kerja ASN Pemkot Tegal kini lebih ketat dibandingkan aturan lama. Kalau dulu separuh pegawai "
     "WFH, sekarang sektor non-esensial WFH 100 persen."),
    # --- relax
    ("relax", "Pemkot Tegal melonggarkan WFH. Kini 50 persen pegawai boleh ngantor, sebelumnya 25 persen."),
    # --- plan
    ("plan", "Pemkot Tegal tengah menyusun skema WFH bagi ASN untuk menghemat BBM."),
    ("plan", "Bupati Sikka mengatakan rencana WFH satu hari sepekan masih dalam kajian dan edarannya sedang disusun."),
    ("plan", "Pemprov Gorontalo akan menerapkan WFH. Saat ini surat edarannya masih difinalisasi."),
    ("plan", "Pemkab Sikka sedang menyiapkan aturan bekerja dari rumah bagi ASN. Draf surat edaran bupati masih "
     "dibahas. Pegawai akan bekerja dari rumah tiap Jumat."),
    # --- none
    ("none", "Komisi I DPRD Sikka mendesak pemkab mengkaji kerja fleksibel. Kala itu separuh pegawai bekerja dari "
     "rumah."),
    ("none", "Bupati Sikka mengaku belum memutuskan apakah ASN akan bekerja dari rumah. Masih dibahas bersama sekda."),
    ("none", "DPRD Sikka mendesak pemkab menerapkan WFH bagi ASN."),
    ("none", "Perusahaan startup di Tegal menerapkan WFH bagi karyawannya sejak Maret 2020."),
]
# fmt: on


@pytest.mark.parametrize(("action", "text"), ARTICLES, ids=lambda value: value[:40])
def test_action_of_a_short_article(action: str, text: str) -> None:
    reading = observe_article(Article("t", text, published="2021-07-05"))
    assert ([o.action for o in reading.observations] or ["none"]) == [action]
