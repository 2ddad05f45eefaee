"""Counts: what single sentences state.

Counts are marked in «»; a row is `metric population value period`, with a "~" behind an approximate value and "-" for
a vague one.
"""

from __future__ import annotations

STATED: list[tuple[str, str]] = [
    (
        "Tercatat «109 orang dinyatakan masih positif» dari total «1.078 kasus» Covid-19.",
        "active general 109 current; confirmed general 1078 cumulative",
    ),
    (
        "Kabupaten Wonogiri kini mencatat «812 kasus positif» Covid-19.",
        "confirmed general 812 cumulative",
    ),
    (
        "Hingga Jumat, jumlah pasien «positif Covid-19 di Banggai tembus 974 orang», dengan rincian «211 orang "
        "sembuh», «734 pasien dalam perawatan», dan «29 orang meninggal» dunia.",
        "confirmed general 974 cumulative; recovered general 211 cumulative; active general 734 current; died "
        "general 29 cumulative",
    ),
    (
        "«Kasus Covid-19 di Sorong bertambah 23 orang» sehingga totalnya menjadi «1.207 kasus».",
        "confirmed general 23 new; confirmed general 1207 cumulative",
    ),
    (
        "Satgas Covid-19 Sumbawa melaporkan «31 kasus» baru pada Rabu. Pasien «sembuh bertambah 12 orang» dan "
        "yang «meninggal bertambah dua orang».",
        "confirmed general 31 new; recovered general 12 new; died general 2 new",
    ),
    (
        "Pasien Covid-19 yang «sembuh bertambah 46 orang» menjadi «426 orang», sedangkan yang «meninggal 60 kasus».",
        "recovered general 46 new; recovered general 426 cumulative; died general 60 cumulative",
    ),
    (
        "Sebanyak «22 aparatur sipil negara (ASN) Pemkab Belitung terkonfirmasi positif» Covid-19.",
        "confirmed asn 22 cumulative",
    ),
    (
        "Ada «17 pegawai Dinas Pendidikan yang terpapar» virus corona; «tiga di antaranya dirawat» di RSUD.",
        "confirmed asn 17 cumulative; active asn 3 current",
    ),
    (
        "«Puluhan ASN di Pemkot Bima terpapar» Covid-19.",
        "confirmed asn -~ cumulative",
    ),
    (
        "«Tiga kepala dinas di Sikka dinyatakan positif» Covid-19.",
        "confirmed officials 3 cumulative",
    ),
    (
        "Sekwan membenarkan «lima anggota DPRD Jepara tertular» Covid-19 dan menjalani isolasi mandiri.",
        "confirmed officials 5 cumulative",
    ),
    (
        "Covid-19 juga «menjangkiti rumah sakit: 14 perawat» dan «6 dokter dinyatakan positif».",
        "confirmed health_workers 14 cumulative; confirmed health_workers 6 cumulative",
    ),
    (
        "Sebanyak «48 santri di pondok itu positif» Covid-19, sementara 120 santri lain menunggu hasil tes.",
        "confirmed students 48 cumulative",
    ),
    (
        "Data per Senin: «konfirmasi 3.210 orang», «sembuh 2.987 orang», «meninggal 101 orang», dan «kasus "
        "aktif 122 orang». Data itu dihimpun Satgas Covid-19.",
        "confirmed general 3210 cumulative; recovered general 2987 cumulative; died general 101 cumulative; "
        "active general 122 current",
    ),
    (
        "Perkembangan Covid-19\n«Konfirmasi: 1.946»\n«Sembuh: 709»\n«Meninggal: 103»\n«ODP: 41.775»",
        "confirmed general 1946 cumulative; recovered general 709 cumulative; died general 103 cumulative; "
        "suspected general 41775 current",
    ),
    (
        "«Orang dalam pemantauan (ODP) corona di Bengkalis berjumlah 1.120 orang» dan «pasien dalam pengawasan "
        "(PDP) 17 orang».",
        "suspected general 1120 current; suspected general 17 current",
    ),
    (
        "Akibat Covid-19 «46 pegawai yang rapid test-nya reaktif» belum boleh masuk.",
        "suspected asn 46 current",
    ),
    ("Dalam sepekan terdapat «121 tambahan kasus» Covid-19.", "confirmed general 121 new"),
    (
        "Covid-19 meluas. Dari «174 kasus» baru, «120 di antaranya karyawan pabrik».",
        "confirmed general 174 new; confirmed other 120 new",
    ),
    (
        "Kasus corona turun dari «300 kasus» aktif menjadi «200 kasus aktif».",
        "active general 300 current; active general 200 current",
    ),
    (
        "Tercatat «512 kasus konfirmasi» Covid-19. Rinciannya «316 sembuh». Dari total tersebut, «23 orang "
        "di antaranya berstatus ASN».",
        "confirmed general 512 cumulative; recovered general 316 cumulative; confirmed asn 23 cumulative",
    ),
    (
        "Dari 112 pelaku perjalanan di masa corona, «sembilan di antaranya masuk kategori ODP».",
        "suspected general 9 current",
    ),
    (
        "Dari 53 pegawai yang mengikuti tes cepat Covid-19, «22 orang dinyatakan reaktif».",
        "suspected asn 22 current",
    ),
    (
        "Hasil pelacakan Covid-19 menemukan «38 kontak erat».",
        "close_contact general 38 current",
    ),
    (
        "«Kasus aktif Covid-19 di Kota Bitung kini 214 orang».",
        "active general 214 current",
    ),
    (
        "Pandemi di Jayapura belum usai. Masih ada «87 pasien yang dirawat» di rumah sakit dan «140 orang "
        "menjalani isolasi» mandiri.",
        "active general 87 current; active general 140 current",
    ),
    (
        "Pemkot menutup tiga kantor setelah «12 pegawainya terinfeksi» Covid-19.",
        "confirmed asn 12 cumulative",
    ),
    (
        "Jumlah PNS yang «terpapar Covid-19 sudah mencapai 64 orang». Dari jumlah itu, «40 orang sudah sembuh» "
        "dan «dua orang meninggal».",
        "confirmed asn 64 cumulative; recovered asn 40 cumulative; died asn 2 cumulative",
    ),
    (
        "«Lima ASN positif» Covid-19. Perinciannya «satu orang meninggal» dunia, «satu menjalani isolasi» "
        "mandiri, dan «tiga dirawat» di rumah sakit.",
        "confirmed asn 5 cumulative; died asn 1 cumulative; active asn 1 current; active asn 3 current",
    ),
    (
        "Hari ini ada «45 warga Kudus yang positif» Covid-19.",
        "confirmed general 45 new",
    ),
    (
        "Tambahan «16 pasien Covid»-19 itu berasal dari Demak.",
        "confirmed general 16 new",
    ),
    (
        "Angka kematian akibat Covid-19 di Ngawi telah mencapai «310 orang».",
        "died general 310 cumulative",
    ),
    (
        "Pemprov mencatat «372 kematian» akibat Covid-19.",
        "died general 372 cumulative",
    ),
    (
        "Covid-19 di Barito Kuala: «75 kasus» baru, disusul Tabalong «40 kasus» dan Balangan «12 kasus».",
        "confirmed general 75 new; confirmed general 40 new; confirmed general 12 new",
    ),
    (
        "Kasus Covid-19 terbanyak ada di Sampit, Kapuas, dan Lamandau, masing-masing «9 kasus».",
        "confirmed general 9 cumulative; confirmed general 9 cumulative; confirmed general 9 cumulative",
    ),
    (
        "Kasus «positif Covid-19 di Sulbar bertambah 5», Mamuju «4» dan Majene «2 orang».",
        "confirmed general 5 new; confirmed general 4 new; confirmed general 2 new",
    ),
    (
        "Virus corona sudah «menulari lebih dari 150 ASN»; seluruhnya kini bekerja dari rumah.",
        "confirmed asn 150~ cumulative",
    ),
    (
        "Lebih dari «150 ASN Pemprov Papua positif» Covid-19.",
        "confirmed asn 150~ cumulative",
    ),
    (
        "Sekitar «1,2 juta orang di Indonesia telah terinfeksi» Covid-19.",
        "confirmed general 1200000~ cumulative",
    ),
    (
        "Sudah ada «12 kasus» Covid-19 di lingkungan Pemkab Muna.",
        "confirmed asn 12 cumulative",
    ),
    (
        "«Dua puluh tiga nakes di Puskesmas Wolo terpapar» Covid-19.",
        "confirmed health_workers 23 cumulative",
    ),
    (
        "Covid-19 merenggut korban lagi, «dua orang tidak tertolong» pada Kamis.",
        "died general 2 cumulative",
    ),
    (
        "Jumlah «suspek Covid-19 mencapai 54 orang».",
        "suspected general 54 current",
    ),
    (
        "TOTAL «KASUS COVID-19 DI BLORA MENCAPAI 1.532 ORANG», «SEMBUH 1.300 ORANG», «MENINGGAL 82 ORANG».",
        "confirmed general 1532 cumulative; recovered general 1300 cumulative; died general 82 cumulative",
    ),
    (
        "Kata dia.Sebanyak «30 orang  positif»\nCovid-19 di Rembang,«20 orang sembuh».",
        "confirmed general 30 cumulative; recovered general 20 cumulative",
    ),
    (
        "Dalam 24 jam terakhir Covid-19 «menulari 18 orang» dan «menewaskan dua pasien».",
        "confirmed general 18 new; died general 2 new",
    ),
    (
        "Sejauh ini «19 karyawan pabrik positif» Covid-19.",
        "confirmed other 19 cumulative",
    ),
    (
        "Secara nasional, pasien «sembuh dari Covid-19 mencapai 281.592 orang». Ada penambahan «4.048 orang» "
        "dibandingkan sebelumnya 277.544 orang.",
        "recovered general 281592 cumulative; recovered general 4048 new",
    ),
    (
        "Penambahan «kasus harian Covid-19 di Palopo mencapai 92 orang».",
        "confirmed general 92 new",
    ),
    (
        "Jumlah ASN «terpapar Covid-19 bertambah 29 orang» dari sebelumnya «46» menjadi «75 orang».",
        "confirmed asn 29 new; confirmed asn 46 cumulative; confirmed asn 75 cumulative",
    ),
    (
        "«Satu kasus» baru Covid-19 ditemukan di Alor.",
        "confirmed general 1 new",
    ),
    (
        "Sebanyak 92,8 persen atau «883.377 pasien Covid-19 sudah dinyatakan sembuh».",
        "recovered general 883377 cumulative",
    ),
    (
        "Pasien Covid-19 yang «masih dirawat tinggal 14 orang».",
        "active general 14 current",
    ),
    (
        "Klaster ASN menyumbang «33 kasus» Covid-19.",
        "confirmed asn 33 cumulative",
    ),
    (
        "Belasan pegawai tertular Covid-19. Tepatnya «16 orang».",
        "confirmed asn 16 cumulative",
    ),
    (
        "Kabar duka pandemi: «7 dokter gugur» di Jawa Timur.",
        "died health_workers 7 cumulative",
    ),
    (
        "Di Covid-19 gelombang kedua, Pemkab Poso punya «40 kasus», «10 di antaranya tenaga kesehatan».",
        "confirmed general 40 cumulative; confirmed health_workers 10 cumulative",
    ),
    (
        "Sulteng menjadi daerah dengan tambahan kasus Covid-19 tertinggi, sebanyak «1.379 pasien positif».",
        "confirmed general 1379 new",
    ),
    (
        "Per hari ini ada «25 pasien Covid-19 meninggal» dan sehari sebelumnya ada 24 orang.",
        "died general 25 cumulative",
    ),
    (
        "Lonjakan itu membuat jumlah kasus aktif Covid-19 naik menjadi «5.256 kasus».",
        "active general 5256 current",
    ),
    (
        "Tes massal corona menemukan «20 ASN positif», terdiri dari «10 pejabat struktural» dan «10 staf».",
        "confirmed asn 20 cumulative; confirmed officials 10 cumulative; confirmed asn 10 cumulative",
    ),
    (
        "Bupati Sigi Irwan menyebut «35 orang positif» Covid-19 di wilayahnya.",
        "confirmed general 35 cumulative",
    ),
    (
        "Kepala Dinas Kesehatan Buton, dr. Hasan, mengatakan ada «13 kasus» baru Covid-19.",
        "confirmed general 13 new",
    ),
    (
        "Akumulasi kasus Covid-19: Aceh «sembilan kasus», Bali «215 kasus», dan Banten «388 kasus».",
        "confirmed general 9 cumulative; confirmed general 215 cumulative; confirmed general 388 cumulative",
    ),
    (
        "Sementara itu «710 PNS berstatus ODP» dan «62 orang berstatus PDP» akibat corona.",
        "suspected asn 710 current; suspected asn 62 current",
    ),
    (
        "Sebanyak «157 orang menjalani isolasi» mandiri karena kontak dengan pasien Covid-19.",
        "active general 157 current",
    ),
    (
        "Sudah «8 pegawai BPKAD yang dirawat» akibat Covid-19.",
        "active asn 8 current",
    ),
    (
        "«Sebelas siswa» dan «dua guru SMP itu terkonfirmasi» Covid-19.",
        "confirmed students 11 cumulative; confirmed other 2 cumulative",
    ),
    (
        "Menurut Sekda, total ada «90 ASN yang kena Covid»-19 sejak Maret, «88 di antaranya telah sembuh».",
        "confirmed asn 90 cumulative; recovered asn 88 cumulative",
    ),
    (
        "Kasus kematian akibat Covid-19 bertambah «tiga orang» menjadi «48 orang».",
        "died general 3 new; died general 48 cumulative",
    ),
    (
        "Gugus tugas Covid-19 mencatat «7 orang positif», yakni «4 orang» dari Ruteng dan «3 orang» dari Reo.",
        "confirmed general 7 cumulative; confirmed general 4 cumulative; confirmed general 3 cumulative",
    ),
    (
        "Jumlah warga Tual yang «terpapar Covid-19 sebanyak 512 orang» («sembuh 480», «meninggal 9», «dirawat 23»).",
        "confirmed general 512 cumulative; recovered general 480 cumulative; died general 9 cumulative; active "
        "general 23 current",
    ),
    (
        "Di Covid-19 ini Kota Bau-bau punya «300 kasus». Yang sudah «sembuh 250».",
        "confirmed general 300 cumulative; recovered general 250 cumulative",
    ),
    (
        "Kasus «terkonfirmasi Covid-19 Sinjai kini 402 orang»; «350 orang sembuh»; «12 meninggal»; «40 masih dirawat».",
        "confirmed general 402 cumulative; recovered general 350 cumulative; died general 12 cumulative; "
        "active general 40 current",
    ),
    (
        "Pemkab mencatat «31 pegawai sudah dinyatakan sembuh» dari Covid-19 dan kembali bekerja.",
        "recovered asn 31 cumulative",
    ),
    (
        "Kini tinggal «6 pegawai yang menjalani isolasi» mandiri karena Covid-19.",
        "active asn 6 current",
    ),
    (
        "Ada «3 pejabat eselon» II dan «15 staf yang terpapar» Covid-19.",
        "confirmed officials 3 cumulative; confirmed asn 15 cumulative",
    ),
    (
        "Wali Kota menyebut «puluhan tenaga kesehatan» dan «ratusan warga positif» Covid-19.",
        "confirmed health_workers -~ cumulative; confirmed general -~ cumulative",
    ),
    (
        "«Kasus Covid-19 harian di Lombok menembus 100 orang».",
        "confirmed general 100 new",
    ),
    (
        "Dari 1.500 sampel yang diperiksa, «210 positif» Covid-19.",
        "confirmed general 210 cumulative",
    ),
    (
        "Rumah sakit «merawat 45 pasien» Covid-19.",
        "active general 45 current",
    ),
    (
        "Sebanyak «12 pegawai yang kontak erat» dengan pasien Covid-19 diminta bekerja dari rumah.",
        "close_contact asn 12 current",
    ),
    (
        "Menurut catatan, «150 dari 2.000 pegawai Pemkot positif» Covid-19.",
        "confirmed asn 150 cumulative",
    ),
    (
        "Kasus Covid-19 turun dari «300» menjadi «120 kasus».",
        "confirmed general 300 cumulative; confirmed general 120 cumulative",
    ),
    (
        "Sebanyak «15 orang ASN di lingkup Setda terkonfirmasi positif» COVID 19.",
        "confirmed asn 15 cumulative",
    ),
    (
        "Satgas Covid-19 menyebut angka «kesembuhan harian 1.037 orang».",
        "recovered general 1037 new",
    ),
    (
        "Pemkot menutup kantor tiga hari karena «dua pegawai positif» Covid-19 dan 30 pegawai lain diminta WFH.",
        "confirmed asn 2 cumulative",
    ),
    (
        "Setelah «5 ASN positif» Covid-19, 60 pegawai dites usap dan hasilnya «9 orang positif».",
        "confirmed asn 5 cumulative; confirmed asn 9 cumulative",
    ),
    (
        "Dinkes mencatat «48 orang dalam pemantauan» corona; 12 orang selesai pemantauan.",
        "suspected general 48 current",
    ),
    (
        "Penumpang kapal, 14 orang, terjaring tes corona dan «3 orang reaktif».",
        "suspected general 3 current",
    ),
    (
        "«Lima kasus ASN positif» Covid-19 itu tersebar. «Dua orang» di Dinas Pekerjaan Umum, «satu orang» di "
        "Kantor Camat, dan «dua orang» di Dinas Sosial.",
        "confirmed asn 5 cumulative; confirmed asn 2 cumulative; confirmed asn 1 cumulative; confirmed asn 2 "
        "cumulative",
    ),
    (
        "«Sepuluh tenaga medis RSUD Tarakan tertular» Covid-19, «delapan perawat» dan «dua dokter».",
        "confirmed health_workers 10 cumulative; confirmed health_workers 8 cumulative; confirmed "
        "health_workers 2 cumulative",
    ),
    (
        "Tak kurang dari «40 pegawai terjangkit» Covid-19.",
        "confirmed asn 40~ cumulative",
    ),
    (
        "Pasien Covid-19 «meninggal di Ende kini 4 orang» setelah «seorang lagi wafat» kemarin.",
        "died general 4 cumulative; died general 1 new",
    ),
    (
        "Sebanyak «76 aparatur sipil negara (ASN) di lingkungan Sekretariat Daerah (Setda) Pemkot Cirata "
        "terkonfirmasi positif» Covid 19. Jumlah itu bertambah «29 orang» dari sebelumnya 46.",
        "confirmed asn 76 cumulative; confirmed asn 29 new",
    ),
    (
        "Data terakhir memperlihatkan kasus «positif aktif corona di kota ini mencapai 941». Total sejak "
        "pandemi, sebanyak «6.182 sembuh» dan «149 meninggal».",
        "active general 941 current; recovered general 6182 cumulative; died general 149 cumulative",
    ),
    (
        "Pasien «positif Covid-19 bertambah 260 orang» menjadi «9.771 kasus» dan terjadi «11 kematian» "
        "sehingga total pasien «meninggal 784 orang».",
        "confirmed general 260 new; confirmed general 9771 cumulative; died general 11 new; died "
        "general 784 cumulative",
    ),
    (
        "Orang dalam pemantauan (ODP) menjadi «210.199 orang» dan pasien dalam pengawasan (PDP) menjadi "
        "«19.987 orang», demikian gugus tugas.",
        "suspected general 210199 current; suspected general 19987 current",
    ),
    (
        "Kepala BKN menyebut «83 PNS belum sembuh» dari Covid-19 dan «16 PNS sudah sembuh».",
        "active asn 83 current; recovered asn 16 cumulative",
    ),
    (
        "Kadis PUPR bersama «10 stafnya dinyatakan terpapar» COVID-19 setelah tes usap.",
        "confirmed asn 10 cumulative",
    ),
    (
        "Total ada «35 orang yang tertular» Covid-19 dari klaster Kantor Bupati. Mereka terdiri atas «20 ASN», "
        "«10 tenaga kontrak», dan «5 anggota keluarga».",
        "confirmed asn 35 cumulative; confirmed asn 20 cumulative; confirmed asn 10 cumulative; confirmed "
        "other 5 cumulative",
    ),
    (
        "Sudah dua pekan ini angka Covid-19 tinggi. Kemarin saja ada «88 yang positif».",
        "confirmed general 88 new",
    ),
    (
        "Jumlah pegawai Pemkot Tidore yang «positif Covid-19 mencapai 40 orang», «35 di antaranya sudah sembuh».",
        "confirmed asn 40 cumulative; recovered asn 35 cumulative",
    ),
    (
        "Jumlah «kasus Covid-19 Indonesia tembus 1 juta orang».",
        "confirmed general 1000000 cumulative",
    ),
    (
        "Penambahan «pasien Covid-19 sebanyak 14 orang» itu berasal dari tiga kecamatan.",
        "confirmed general 14 new",
    ),
    (
        "Kini, «9 dari 12 pegawai yang positif Covid-19 telah sembuh».",
        "recovered asn 9 cumulative",
    ),
    (
        "Menyusul «6 pegawai terpapar» Covid-19, BPKAD Ende ditutup 7 hari.",
        "confirmed asn 6 cumulative",
    ),
    (
        "Pemkot memulangkan «20 pasien Covid-19 yang sembuh».",
        "recovered general 20 cumulative",
    ),
    (
        "Jumlah pasien «isolasi mandiri Covid-19 sebanyak 312 orang».",
        "active general 312 current",
    ),
    (
        "Kasus Covid-19 di Lebong nihil, sedangkan Kaur «2 kasus».",
        "confirmed general 2 cumulative",
    ),
    (
        "«Dua orang dalam satu ruangan tertular» Covid-19.",
        "confirmed general 2 cumulative",
    ),
    (
        "Sudah ada «4 pegawai yang meninggal» akibat Covid-19 di lingkungan Pemkab Lahat.",
        "died asn 4 cumulative",
    ),
    (
        "Satgas Covid-19 menyebut 14 hari terakhir ada «60 orang sembuh».",
        "recovered general 60 new",
    ),
    # places behind "tersebar", what a stock came down from, the whole behind a verb of saying
    (
        "Hari ini ada «31 kasus konfirmasi» baru Covid-19, tersebar di Lalabata «14», Liliriaja «9» dan Marioriwawo "
        "«8».",
        "confirmed general 31 new; confirmed general 14 new; confirmed general 9 new; confirmed general 8 new",
    ),
    (
        "«Kasus aktif Covid-19 per hari ini 211 orang», turun dari «640 orang» pada Agustus.",
        "active general 211 current; active general 640 current",
    ),
    (
        "«Pasien aktif Covid-19 tinggal 40 orang», menurun dari «95 orang» pada Juli.",
        "active general 40 current; active general 95 current",
    ),
    (
        "Covid-19 melonjak. «Kasus aktif kini 410 orang», naik dari «280 orang» sepekan sebelumnya.",
        "active general 410 current; active general 280 current",
    ),
    (
        "Jubir Covid-19 mengatakan dari «14 kasus konfirmasi», «11 di antaranya telah sembuh».",
        "confirmed general 14 cumulative; recovered general 11 cumulative",
    ),
    (
        "Jubir Covid-19 menjelaskan bahwa dari «20 pasien positif», «7 di antaranya sembuh».",
        "confirmed general 20 cumulative; recovered general 7 cumulative",
    ),
    # parts by where they work, the last of them "lainnya"
    (
        "«Sembilan pegawai terpapar» Covid-19. «Enam orang» bertugas di Dinas Sosial, «tiga lainnya» di Bappeda.",
        "confirmed asn 9 cumulative; confirmed asn 6 cumulative; confirmed asn 3 cumulative",
    ),
    (
        "«Tujuh pegawai positif» Covid-19. «Lima orang» bekerja di Bagian Umum, «dua lainnya» di Bagian Hukum.",
        "confirmed asn 7 cumulative; confirmed asn 5 cumulative; confirmed asn 2 cumulative",
    ),
    # the strength of the staff
    (
        '«Enam pegawai terpapar» Covid-19. "Seluruh pegawai, jumlahnya 54 orang, WFH."',
        "confirmed asn 6 cumulative",
    ),
    (
        "«Dua staf positif» Covid-19. Semua pegawai, totalnya 80 orang, bekerja dari rumah.",
        "confirmed asn 2 cumulative",
    ),
]

NO_COUNTS: list[str] = [
    "Bila ada tiga pegawai yang positif Covid-19, kantor ditutup selama 3 hari.",
    "OPD yang pegawainya positif Covid-19 lebih dari 2 orang wajib WFH.",
    "Seorang ASN positif Covid-19, kantor kecamatan ditutup.",
    "Satu pegawai BKD dinyatakan positif Covid-19.",
    "Belum ada kasus Covid-19 di Wakatobi.",
    "Rumah sakit menyiapkan 120 tempat tidur untuk pasien Covid-19.",
    "Sebanyak 4.500 ASN telah divaksin Covid-19.",
    "Dinas Kesehatan mengetes 300 pegawai untuk mencegah Covid-19.",
    "Sebanyak 200 pegawai menjalani tes usap Covid-19.",
    "Pemprov punya 8.000 pegawai yang bekerja dari rumah karena Covid-19.",
    "Karena Covid-19, hanya 25 persen pegawai yang masuk kantor.",
    "Edaran Covid-19 Nomor 443/120/2021 berlaku 14 hari.",
    "Kasus positif Covid-19 meningkat, 120 pegawai bekerja dari rumah.",
    "Kasus positif Covid-19 membuat pemkot merumahkan 20 pegawai.",
    "Kecelakaan selama mudik menewaskan 12 orang, lebih sedikit daripada sebelum pandemi.",
    "Kasus Covid-19 tersebar di 12 kecamatan dan 40 desa.",
    "Gedung isolasi Covid-19 itu menampung 60 pasien.",
    "Sebanyak 30 pegawai dinyatakan negatif Covid-19.",
    "Target pelacakan Covid-19 ialah 15 orang per kasus.",
    "Polisi menangani 3 kasus pencurian selama pandemi.",
    "Tingkat kesembuhan Covid-19 mencapai 92,5 persen dan kematian 3 persen.",
    "Pada Covid-19 gelombang pertama, rapat dihadiri 50 orang.",
    "Warga Covid-19 positif diminta isolasi 14 hari.",
    "Pemkot membagikan 5.000 masker kepada warga terdampak Covid-19.",
    "Maksimal 20 orang boleh menghadiri pemakaman pasien Covid-19.",
    "Sebanyak 45 pelaku perjalanan dikarantina untuk mencegah Covid-19.",
    "Pegawai positif Covid-19 diisolasi selama 14 hari di 2 hotel.",
    "Pasal 5 edaran Covid-19 mengatur 3 kelompok pegawai.",
    "Penularan Covid-19 di kantor itu bermula dari satu pegawai, lalu menjalar ke 14 rekannya.",
    "Rapat soal Covid-19 diikuti 40 kepala dinas.",
    "Bantuan Covid-19 disalurkan kepada 1.200 warga.",
    "Vaksinasi Covid-19 tahap dua menyasar 600 guru dan 300 nakes.",
    "Satu RT berstatus zona merah Covid-19 bila lebih dari 5 rumah memiliki kasus positif.",
    "ASN yang hamil dan berusia di atas 50 tahun dibebaskan, kata Bupati soal Covid-19.",
    "Polisi menilang 300 pengendara tanpa masker selama pandemi.",
    "Ini sudah hari ke-14 isolasi mandiri Covid-19 bagi Bupati.",
    "Kapasitas RS darurat Covid-19 ditambah 200 orang.",
    "Kami kehilangan dua pegawai karena Covid-19, kata Sekda.",
    "Rinciannya, 4 orang di Dinas Perhubungan, kata juru bicara Covid-19.",
    "Pegawai yang bergejala Covid-19 harus melapor paling lambat 1 hari.",
    "Dari 12 pegawai tersebut, tiga sudah negatif Covid-19.",
    "Di rumah sakit itu, 22 dari 30 tempat tidur pasien Covid-19 terisi.",
    "Covid-19 varian delta ditemukan pada 3 sampel.",
    "Sejak pandemi, 2.500 pegawai honorer bekerja dari rumah. ",
    "Sebelas orang keluarga pasien Covid-19 diperiksa.",
    "Sekitar 3.000 ASN terdampak aturan Covid-19 ini.",
    "Pemkab membagi 2 kelompok pegawai, masing-masing 15 orang, akibat Covid-19.",
    "Kasus Covid-19 melonjak dan 100 pegawai dinas itu masuk bergantian.",
    "Pembatasan Covid-19 berlaku untuk kantor dengan lebih dari 50 pegawai.",
    "Rapat dihadiri 20 orang, kata Kepala Satgas Covid-19. Positif atau tidak, pegawai tetap WFH.",
]
