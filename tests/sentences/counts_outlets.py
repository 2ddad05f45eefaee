"""Counts as outlets of many regions put them: lists, sums, daily additions, parts of a whole, whose they are.

Counts are marked in «»; a row is `metric population value period`, with a "~" behind an approximate value and "-" for
a vague one.
"""

from __future__ import annotations

STATED: list[tuple[str, str]] = [
    (
        "Jubir satgas Covid-19 Kabupaten Alor, Melki, menyebut pasien yang «pulih bertambah 19 orang» sehingga "
        "total sembuh jadi «233 orang».",
        "recovered general 19 new; recovered general 233 cumulative",
    ),
    (
        "Hanya Kabupaten Ende yang melaporkan «27 kasus positif» Covid-19 baru dengan «14 orang sembuh».",
        "confirmed general 27 new; recovered general 14 new",
    ),
    (
        "Sejak Maret lalu «korban corona di Tegal sudah 410 orang», «377 di antaranya sembuh», «12 wafat» dan "
        "sisanya «21 orang dirawat».",
        "confirmed general 410 cumulative; recovered general 377 cumulative; died general 12 cumulative; active "
        "general 21 current",
    ),
    (
        "Perinciannya, «88 warga sembuh» dari Covid-19, «31 warga diisolasi», dan «6 warga lainnya wafat».",
        "recovered general 88 cumulative; active general 31 current; died general 6 cumulative",
    ),
    (
        "Kabupaten Sarmi punya «143 kasus konfirmasi» Covid-19 («120 sembuh» dan «4 meninggal»).",
        "confirmed general 143 cumulative; recovered general 120 cumulative; died general 4 cumulative",
    ),
    (
        "Pemkot mengawasi «63 orang yang dikategorikan suspek» corona.",
        "suspected general 63 current",
    ),
    (
        "Wali Kota Magelang mengaku prihatin karena «8 dari 35 kepala OPD terpapar» Covid-19.",
        "confirmed officials 8 cumulative",
    ),
    (
        "Satgas Covid-19 DIY mencatat penambahan «301 kasus» baru, «210 kasus sembuh», dan «lima kasus meninggal».",
        "confirmed general 301 new; recovered general 210 new; died general 5 new",
    ),
    (
        "Dengan tambahan tersebut, akumulasi «kasus Covid-19 di Solo sebanyak 12.345», rinciannya «10.012 "
        "sembuh», «1.890 isolasi» mandiri, «120 rawat inap», dan «323 meninggal» dunia.",
        "confirmed general 12345 cumulative; recovered general 10012 cumulative; active general 1890 current; "
        "active general 120 current; died general 323 cumulative",
    ),
    (
        "Virus corona juga «menginfeksi 14 tenaga kesehatan» di Puskesmas Oesapa.",
        "confirmed health_workers 14 cumulative",
    ),
    (
        "Hasil swab keluar, «sepuluh orang pegawai Disdukcapil Padang Panjang kedapatan positif» Covid-19.",
        "confirmed asn 10 cumulative",
    ),
    (
        "Kini tersisa «7 pasien Covid-19 yang dirawat» di RSUD Sele Be Solu.",
        "active general 7 current",
    ),
    (
        "Ada 4 klaster perkantoran Covid-19 di Surabaya dengan «57 kasus».",
        "confirmed general 57 cumulative",
    ),
    (
        "Pemprov Babel mencatat, hingga Jumat (2/7) ada «21.004 orang yang terkonfirmasi» Covid-19 dengan «18.700 "
        "orang dinyatakan selesai isolasi», «1.950 orang dalam perawatan/isolasi» dan «354 orang meninggal».",
        "confirmed general 21004 cumulative; recovered general 18700 cumulative; active general 1950 current; "
        "died general 354 cumulative",
    ),
    (
        "Sebanyak «43 orang ASN di lingkup Pemkab Wajo positif» Covid-19, «satu di antaranya meninggal» dunia.",
        "confirmed asn 43 cumulative; died asn 1 cumulative",
    ),
    (
        "Update corona NTB: «positif 5.021 orang», «sembuh 4.100», «meninggal 250», dan «671 orang masih positif».",
        "confirmed general 5021 cumulative; recovered general 4100 cumulative; died general 250 cumulative; "
        "active general 671 current",
    ),
    (
        "«PDP corona di Kabupaten Lahat ada 15 orang», «ODP 230 orang» dan OTG 41 orang.",
        "suspected general 15 current; suspected general 230 current",
    ),
    (
        "Tercatat «12 guru» dan «30 siswa SMAN 1 Sekayu positif» Covid-19 usai pembelajaran tatap muka.",
        "confirmed other 12 cumulative; confirmed students 30 cumulative",
    ),
    (
        "Lonjakan terjadi Kamis dengan «89 kasus», padahal Rabu hanya «40 kasus» Covid-19.",
        "confirmed general 89 cumulative; confirmed general 40 cumulative",
    ),
    (
        "Angka «positif Covid-19 di Bangka Selatan bertambah sembilan orang», «satu meninggal», «tiga sembuh».",
        "confirmed general 9 new; died general 1 new; recovered general 3 new",
    ),
    (
        "Ia menyebut kapasitas isolasi 120 tempat tidur, «terisi 87 pasien» Covid-19.",
        "active general 87 current",
    ),
    (
        "Kabar duka datang dari Pemkot Madiun, dalam dua pekan «tiga ASN meninggal» terpapar Covid-19.",
        "died asn 3 cumulative",
    ),
    (
        "Sebelumnya diberitakan, sebanyak «17 pejabat» dan staf di Setda Bangli positif corona.",
        "confirmed officials 17 cumulative",
    ),
    (
        "Pemkab Sleman memberlakukan WFH karena «kasus harian Covid-19 tembus 700 orang» dan pasien meninggal "
        "rata-rata 20 orang per hari.",
        "confirmed general 700 new",
    ),
    (
        "Perkembangan Covid-19 Kota Ambon per 14 Juli: kasus «terkonfirmasi 6.011» (+«82»), «sembuh 5.002» "
        "(+«41»), «meninggal 120» (+«1»).",
        "confirmed general 6011 cumulative; confirmed general 82 new; recovered general 5002 cumulative; "
        "recovered general 41 new; died general 120 cumulative; died general 1 new",
    ),
    (
        "Menurut Juru Bicara Satgas Penanganan Covid-19 Kabupaten Berau, tambahan pasien «positif hari ini "
        "mencapai 67 orang», pasien «sembuh 30 orang», dan nihil kematian.",
        "confirmed general 67 new; recovered general 30 new",
    ),
    (
        "Virus corona telah «merenggut nyawa 41 warga» Kabupaten Tabalong.",
        "died general 41 cumulative",
    ),
    (
        "Total sudah «100 lebih ASN di Kota Cilegon positif» Covid-19.",
        "confirmed asn 100~ cumulative",
    ),
    (
        "Sebanyak «1.980 warga dinyatakan positif» Covid-19 dan «1.700 orang di antaranya sudah dinyatakan "
        "sembuh», «210 masih dirawat», «70 meninggal».",
        "confirmed general 1980 cumulative; recovered general 1700 cumulative; active general 210 current; died "
        "general 70 cumulative",
    ),
    (
        "Dinas Kesehatan Kota Kediri merilis data Covid-19. «Kasus baru 13 orang». «Sembuh 9 orang». «Meninggal "
        "dunia 1 orang».",
        "confirmed general 13 new; recovered general 9 cumulative; died general 1 cumulative",
    ),
    (
        "Kabupaten Gowa melaporkan «3 kasus kematian» baru akibat Covid-19.",
        "died general 3 new",
    ),
    (
        "Kasus «positif Covid-19 Kaltim tembus 50 ribu». Balikpapan tertinggi dengan «17.402 kasus», menyusul "
        "Kutai Kartanegara «9.120 kasus» dan Samarinda «8.877 kasus».",
        "confirmed general 50000 cumulative; confirmed general 17402 cumulative; confirmed general 9120 "
        "cumulative; confirmed general 8877 cumulative",
    ),
    (
        "Menurutnya 9 kelurahan masuk zona merah Covid-19 dengan jumlah «pasien aktif 133 orang».",
        "active general 133 current",
    ),
    (
        "Dua pekan terakhir, «delapan ASN Pemkab Sintang meninggal» karena Covid-19.",
        "died asn 8 new",
    ),
    (
        "Jumlah orang tanpa gejala (OTG) corona 320 orang, «ODP 1.120 orang», «PDP 77 orang» dan terkonfirmasi "
        "«positif 19 orang».",
        "suspected general 1120 current; suspected general 77 current; confirmed general 19 cumulative",
    ),
    (
        "Hingga Ahad, Covid-19 di Cianjur «menjangkiti 4.000 jiwa» lebih.",
        "confirmed general 4000 cumulative",
    ),
    (
        "Ada sekitar «20-an pegawai BPN yang terpapar» Covid-19.",
        "confirmed asn 20~ cumulative",
    ),
    (
        "PEMKOT PALOPO TERAPKAN WFH, «34 ASN TERPAPAR» COVID-19",
        "confirmed asn 34 cumulative",
    ),
    (
        "Sebanyak «5 santri» dan «seorang ustaz di pondok itu terinfeksi» Covid-19.",
        "confirmed students 5 cumulative; confirmed other 1 cumulative",
    ),
    (
        "Kasus pertama Covid-19 di Papua ditemukan 22 Maret. Empat bulan kemudian jumlahnya «2.000 kasus».",
        "confirmed general 2000 cumulative",
    ),
    (
        "Sejumlah «3.120 pasien Covid-19 di Lampung telah pulih» dan «211 lainnya tutup usia».",
        "recovered general 3120 cumulative; died general 211 cumulative",
    ),
    (
        "«Lima hakim Pengadilan Negeri Jambi reaktif» Covid-19.",
        "suspected other 5 current",
    ),
    (
        "Dalam sepekan, «4 camat di Kabupaten Kediri terjangkit» Covid-19.",
        "confirmed officials 4 cumulative",
    ),
    (
        "Camat menyebut jika sejak awal bulan sudah ditemukan «13 pegawai positif» Covid-19.",
        "confirmed asn 13 cumulative",
    ),
    (
        "Di Sragen seluruhnya ada «905 kasus» Covid-19, dengan rincian «811 sembuh», «33 wafat», «61 isolasi».",
        "confirmed general 905 cumulative; recovered general 811 cumulative; died general 33 cumulative; active "
        "general 61 current",
    ),
    (
        "Warga Subang yang «positif Covid-19 ada 318 orang». Dari jumlah itu, yang «wafat ada 14 orang», «selesai "
        "isolasi/sembuh 250 orang», dan yang «masih isolasi/dirawat ada 54 orang».",
        "confirmed general 318 cumulative; died general 14 cumulative; recovered general 250 cumulative; active "
        "general 54 current",
    ),
    (
        "Puncak kasus harian Covid-19 terjadi Sabtu dengan «117 kasus», sehingga seluruhnya menjadi «9.043 kasus».",
        "confirmed general 117 new; confirmed general 9043 cumulative",
    ),
    (
        "Kantor Camat Sukajadi tutup lima hari. Camat dan «tujuh stafnya terpapar» Covid-19, sedangkan 22 pegawai "
        "lain menunggu hasil swab.\nDi kecamatan itu sendiri ada «61 kasus aktif».",
        "confirmed asn 7 cumulative; active general 61 current",
    ),
    (
        "Wali Kota Bima memberlakukan WFH 50 persen mulai 5 Juli. Dari 4.812 ASN, sebanyak «96 orang dinyatakan "
        'positif» Covid-19. "Sebagian besar isoman, «8 orang dirawat», «1 orang wafat»," ujarnya.',
        "confirmed asn 96 cumulative; active asn 8 current; died asn 1 cumulative",
    ),
    (
        "Kasus Covid-19 di Kabupaten Nunukan kembali bertambah. Dinkes mencatat «25 pasien baru» pada Jumat, "
        "sehingga total menjadi «1.455 pasien». Adapun yang «sembuh 1.201 pasien» dan «meninggal 21 pasien».",
        "confirmed general 25 new; confirmed general 1455 cumulative; recovered general 1201 cumulative; died "
        "general 21 cumulative",
    ),
    (
        "Pemkab Klungkung menerapkan kerja dari rumah bagi 75 persen pegawai. Hingga kini sudah «3 orang pegawai "
        "Dinas Perhubungan yang terpapar» virus corona.",
        "confirmed asn 3 cumulative",
    ),
    (
        "Ada penambahan «14 pasien Covid»-19 di Bengkayang. Mereka terdiri atas «9 laki-laki» dan «5 perempuan».",
        "confirmed general 14 new; confirmed general 9 new; confirmed general 5 new",
    ),
    (
        "Sampai 20 September, kata Ridho, «positif Covid-19 di Sumbawa Barat 210», «sembuh 180», «meninggal 8», "
        "sisanya masih dirawat.",
        "confirmed general 210 cumulative; recovered general 180 cumulative; died general 8 cumulative",
    ),
    (
        "Menurut data terbaru Covid-19, Kota Kupang mencatat «5.012 kasus» dengan kasus «sembuh 3.900» dan kasus "
        "«meninggal 130».",
        "confirmed general 5012 cumulative; recovered general 3900 cumulative; died general 130 cumulative",
    ),
    (
        "Pemkot Manado mengurangi pegawai yang masuk kantor sampai 25 persen. Angka «kasus Covid-19 kota itu "
        "bertambah 112 orang» pada Rabu (7/7), terbanyak sejak pandemi.",
        "confirmed general 112 new",
    ),
    (
        "Sebanyak «18 ASN Kantor Gubernur Kalsel yang positif Covid-19 sudah sembuh», «5 lainnya masih isolasi».",
        "recovered asn 18 cumulative; active asn 5 current",
    ),
    (
        "Kabupaten Sumba Timur kini berstatus zona merah Covid-19 setelah ada penambahan «44 kasus», «30» dari "
        "klaster kantor dinas.",
        "confirmed general 44 new; confirmed asn 30 new",
    ),
    (
        "Sekda mengatakan, hasil tes PCR terhadap 312 pegawai menunjukkan «41 orang terkonfirmasi» Covid-19 dan "
        "271 negatif.",
        "confirmed asn 41 cumulative",
    ),
    (
        "«Penderita Covid-19 di Halmahera Utara 320 jiwa». «290 sudah sembuh». «10 meninggal».",
        "confirmed general 320 cumulative; recovered general 290 cumulative; died general 10 cumulative",
    ),
    (
        "«Satu kepala dinas» dan «dua kepala bidang meninggal» setelah terpapar Covid-19.",
        "died officials 1 cumulative; died officials 2 cumulative",
    ),
    (
        "Kota Batam kini punya «812 pasien Covid-19 aktif» yang tersebar di 12 kecamatan.",
        "active general 812 current",
    ),
    (
        "Sudah ada 1.100 spesimen diperiksa dan «204 di antaranya positif» Covid-19.",
        "confirmed general 204 cumulative",
    ),
    (
        "Lonjakan kasus Covid-19 di Kudus melampaui «1.000 kasus aktif», dua kali lipat pekan lalu.",
        "active general 1000 current",
    ),
    (
        "Rumah Sakit Bhayangkara saat ini «menangani 38 pasien» Covid-19, «6 di antaranya di ICU».",
        "active general 38 current; active general 6 current",
    ),
    (
        "Di Sulut, kasus meninggal dunia akibat Covid-19 tercatat «545», «sembuh 15.102», dan «aktif 231».",
        "died general 545 cumulative; recovered general 15102 cumulative; active general 231 current",
    ),
    (
        "Total «kontak erat kasus Covid-19 kantor itu berjumlah 75 orang» dan sudah diswab.",
        "close_contact general 75 current",
    ),
    (
        "Dari 30 pegawai yang diswab karena Covid-19, 28 negatif dan «dua positif».",
        "confirmed asn 2 cumulative",
    ),
    (
        "Sekretariat DPRD ditutup karena «tujuh anggota dewan» dan «lima pegawai sekretariat terpapar» corona.",
        "confirmed officials 7 cumulative; confirmed asn 5 cumulative",
    ),
    (
        "Di Sumsel jumlah kasus «Covid-19 aktif tinggal 87 orang», terdiri dari «60 isolasi» mandiri dan «27 "
        "dirawat» di RS.",
        "active general 87 current; active general 60 current; active general 27 current",
    ),
    (
        "Sejak diberlakukan WFH, jumlah ASN positif Covid-19 turun menjadi «11 orang» dari semula «48 orang».",
        "confirmed asn 11 cumulative; confirmed asn 48 cumulative",
    ),
    (
        "Tiga hari berturut-turut «kasus harian Covid-19 di atas 200», yakni «214», «230», dan «251 kasus».",
        "confirmed general 200~ new; confirmed general 214 new; confirmed general 230 new; confirmed general 251 new",
    ),
    (
        "Pada gelombang pertama, Covid-19 «membunuh 120 warga» Kota Tegal.",
        "died general 120 cumulative",
    ),
    (
        "Perpanjangan WFH itu menyusul meningkatnya kasus Covid-19 di lingkungan Pemprov Sumut, yakni mencapai "
        "«77 orang pegawai».",
        "confirmed asn 77 cumulative",
    ),
    (
        "Jumlah pasien Covid-19 yang menjalani «isolasi di Asrama Haji tersisa 15 orang», «12 warga» Sudiang dan "
        "«3 warga» Daya.",
        "active general 15 current; active general 12 current; active general 3 current",
    ),
    (
        "Kapolres menyebut «33 anggotanya positif» Covid-19, «seorang di antaranya meninggal».",
        "confirmed other 33 cumulative; died other 1 cumulative",
    ),
    (
        "Tim gugus tugas Covid-19 Pulau Morotai mengumumkan «empat pasien baru terkonfirmasi positif», semuanya "
        "pelaku perjalanan.",
        "confirmed general 4 new",
    ),
    (
        "Kasus terkonfirmasi «positif Covid-19 di Kota Pasuruan per 4 Juli 2021 sebanyak 1.620 orang». Dari "
        "jumlah itu «1.410 telah sembuh», «132 meninggal», dan «78 sisanya dalam perawatan».",
        "confirmed general 1620 cumulative; recovered general 1410 cumulative; died general 132 cumulative; "
        "active general 78 current",
    ),
    (
        "Sekwan DPRD Sulsel mengatakan, pegawai yang «terjangkit Covid-19 sebanyak 9 orang», ditambah «dua "
        "legislator».",
        "confirmed asn 9 cumulative; confirmed officials 2 cumulative",
    ),
    (
        "Berdasarkan laporan harian, warga Kota Metro yang meninggal akibat Covid-19 bertambah «4» menjadi «101 jiwa».",
        "died general 4 new; died general 101 cumulative",
    ),
    (
        "Saat ini «kasus aktif Covid-19 di Jateng mencapai 13.512 orang», sedangkan «kesembuhan 190.033 orang» "
        "dan «kematian 13.240 orang».",
        "active general 13512 current; recovered general 190033 cumulative; died general 13240 cumulative",
    ),
    (
        "Sejak Senin pegawai Dinas PUPR Gianyar bekerja dari rumah karena «12 orang di kantor itu positif» Covid-19.",
        "confirmed asn 12 cumulative",
    ),
    (
        "Ruang isolasi Covid-19 RSUD dr Soekardjo penuh, «56 pasien dirawat», «20 di antaranya» dari luar kota.",
        "active general 56 current; active general 20 current",
    ),
    (
        "Pemkab Banggai Laut masih nihil kasus Covid-19, hanya ada «3 PDP» dan «41 ODP».",
        "suspected general 3 current; suspected general 41 current",
    ),
    (
        "Total kematian akibat Covid-19 di provinsi itu «1.005 jiwa» setelah ada «12 kematian» baru.",
        "died general 1005 cumulative; died general 12 new",
    ),
    (
        "Kabupaten Lingga memiliki «14 kasus aktif» Covid-19 dan «150 orang sudah sembuh». «Satu orang wafat».",
        "active general 14 current; recovered general 150 cumulative; died general 1 cumulative",
    ),
    (
        "Gelombang kedua Covid-19 sudah «menyerang 250 ASN» dan non-ASN Pemkot Bekasi. «Enam di antaranya gugur».",
        "confirmed asn 250 cumulative; died asn 6 cumulative",
    ),
    (
        "Per Minggu, kumulatif «positif Covid-19 Tuban 3.212 kasus»; «aktif 201», «sembuh 2.611», «meninggal 400».",
        "confirmed general 3212 cumulative; active general 201 current; recovered general 2611 cumulative; died "
        "general 400 cumulative",
    ),
    (
        "WFH Covid-19 diperpanjang sebab dua pekan terakhir kasus bertambah dari «310» menjadi «402».",
        "confirmed general 310 cumulative; confirmed general 402 cumulative",
    ),
    (
        "Pemkab Tabanan mencatat «102 tenaga pendidik» dan kependidikan terpapar Covid-19.",
        "confirmed other 102 cumulative",
    ),
    (
        "Tak hanya itu, «15 petugas pemakaman Covid-19 juga terpapar».",
        "confirmed other 15 cumulative",
    ),
    (
        "Sebanyak «60 orang yang pernah kontak erat» dengan pasien positif Covid-19 sudah ditelusuri.",
        "close_contact general 60 current",
    ),
    (
        "«Dua pejabat eselon II Pemkab Berau meninggal» dunia karena Covid-19 dalam sebulan, yakni Kepala Bappeda "
        "dan Kadis Sosial.",
        "died officials 2 cumulative",
    ),
    (
        "«Kasus Covid-19 Sulbar mencapai 2.004», terdiri atas «1.650 sembuh», «314 aktif», dan «40 meninggal».",
        "confirmed general 2004 cumulative; recovered general 1650 cumulative; active general 314 current; died "
        "general 40 cumulative",
    ),
]

NO_COUNTS: list[str] = [
    "Selama sepekan terakhir, kata dia, rata-rata kasus Covid-19 harian di atas 100 orang.",
    "Pemkot Tarakan memulangkan 11 orang dari karantina setelah dua kali tes usap Covid-19 negatif.",
    "Ada 15 orang yang menunggu hasil tes usap Covid-19.",
    "Satgas menargetkan 1.000 orang dites Covid-19 per hari.",
    "Kasus positif Covid-19 sudah turun drastis, dari ribuan menjadi 40 kasus per hari.",
    "Penyebaran Covid-19 meluas, total 17 dari 33 kantor OPD ditutup.",
    "Bupati: 20 persen dari 6.000 ASN positif Covid-19.",
    "Pasien nomor 14 dan 15 Covid-19 adalah suami istri.",
    "WFH Covid-19 ini berlaku bagi pegawai di atas 50 tahun, ibu hamil, dan 32 pegawai berpenyakit bawaan.",
    "Dari pemeriksaan terhadap 1.240 orang, positivity rate Covid-19 mencapai 12 persen.",
    "Wali Kota Tegal melaporkan ada 4 kelurahan dengan lebih dari 10 kasus Covid-19.",
]
