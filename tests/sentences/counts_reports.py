"""Counts whose noun, people or day stand in another clause or sentence, and amounts that look like counts.

Counts are marked in «»; a row is `metric population value period`, with a "~" behind an approximate value and "-" for
a vague one.
"""

from __future__ import annotations

STATED: list[tuple[str, str]] = [
    (
        "Satgas Covid-19 Soppeng melaporkan «17 kasus terkonfirmasi» baru pada Rabu. Jumlah kumulatif menjadi «512 "
        "orang».",
        "confirmed general 17 new; confirmed general 512 cumulative",
    ),
    (
        "Dinkes Bone mencatat tambahan «8 pasien positif» corona. Secara kumulatif jumlahnya kini «341 orang».",
        "confirmed general 8 new; confirmed general 341 cumulative",
    ),
    (
        "Dalam sepekan ada «64 kasus» baru Covid-19 di Parigi. Total «kasus sejak April tahun lalu 402».",
        "confirmed general 64 new; confirmed general 402 cumulative",
    ),
    (
        "Total «kasus Covid-19 sejak awal pandemi 1.215».",
        "confirmed general 1215 cumulative",
    ),
    (
        "Gugus Tugas Covid-19 melaporkan «tiga tambahan pasien positif». Dengan demikian total pasien menjadi «21 "
        "orang», «12 di antaranya» sudah pulang.",
        "confirmed general 3 new; confirmed general 21 cumulative; recovered general 12 cumulative",
    ),
    (
        "Total «pasien Covid-19 di Siak 30 orang», «18 di antaranya» sudah dipulangkan.",
        "confirmed general 30 cumulative; recovered general 18 cumulative",
    ),
    (
        "Kasus Covid-19 di Buton terus meningkat. Kemarin bertambah «empat orang» sehingga menjadi «53 kasus».",
        "confirmed general 4 new; confirmed general 53 cumulative",
    ),
    (
        "Kasus positif Covid-19 di Muna melonjak lagi. Hari ini bertambah «11 orang».",
        "confirmed general 11 new",
    ),
    (
        "Penularan virus corona di Bima belum reda. Senin lalu bertambah «sembilan kasus» sehingga totalnya «214 "
        "kasus».",
        "confirmed general 9 new; confirmed general 214 cumulative",
    ),
    (
        "Satgas Covid-19 mengumumkan «25 kasus» baru. Dengan penambahan itu, jumlah keseluruhan mencapai «1.904 "
        "orang».",
        "confirmed general 25 new; confirmed general 1904 cumulative",
    ),
    (
        "Tambahan «kasus Covid-19 hari ini 31 orang». Akumulasinya «2.418 orang».",
        "confirmed general 31 new; confirmed general 2418 cumulative",
    ),
    (
        "Jumlah pasien «positif Covid-19 bertambah enam orang». Sehingga total menjadi «88 orang».",
        "confirmed general 6 new; confirmed general 88 cumulative",
    ),
    (
        "Pasien «sembuh dari Covid-19 bertambah 14 orang». Total menjadi «730 orang».",
        "recovered general 14 new; recovered general 730 cumulative",
    ),
    (
        "«Dua pasien Covid-19 meninggal» pada Selasa. Dengan begitu jumlah kematian menjadi «41 orang».",
        "died general 2 cumulative; died general 41 cumulative",
    ),
    (
        "Satgas Covid-19: «812 pasien sembuh» dan «27 orang meninggal». Tambahan kasus paling banyak berasal dari "
        "Kecamatan Karanganyar, yakni «14 orang».",
        "recovered general 812 cumulative; died general 27 cumulative; confirmed general 14 new",
    ),
    (
        "Pasien «sembuh Covid-19 tercatat 95 orang». Penambahan kasus tertinggi terjadi di Kecamatan Sruweng, yaitu "
        "«sembilan orang».",
        "recovered general 95 cumulative; confirmed general 9 new",
    ),
    (
        "Sebanyak «77 orang meninggal» akibat Covid-19. Kasus terbanyak ada di Kecamatan Kutowinangun dengan «120 "
        "orang».",
        "died general 77 cumulative; confirmed general 120 cumulative",
    ),
    (
        "Sebanyak «640 pasien Covid-19 sembuh». Penyumbang «kasus baru terbanyak ialah Kecamatan Adimulyo sebanyak "
        "22 orang».",
        "recovered general 640 cumulative; confirmed general 22 new",
    ),
    (
        "Belum ada warga yang positif Covid-19. Namun tercatat «52 orang dalam pemantauan» dan «4 pasien dalam "
        "pengawasan», satu di antaranya dirawat di RSUD.",
        "suspected general 52 current; suspected general 4 current",
    ),
    (
        "Di tengah wabah corona, ada «9 PDP», tiga di antaranya masih dirawat di RSUD.",
        "suspected general 9 current",
    ),
    (
        '"Yang «positif Covid-19 di Dinas PUPR sembilan orang», di Bappeda «empat orang»," kata sekda.',
        "confirmed asn 9 cumulative; confirmed asn 4 cumulative",
    ),
    (
        "Dua kantor ditutup karena Covid-19. Di BKPSDM yang «terpapar lima orang», di Disdukcapil «dua orang».",
        "confirmed asn 5 cumulative; confirmed asn 2 cumulative",
    ),
    (
        "Kantor BPKAD ditutup setelah muncul kasus Covid-19. «Enam orang di kantor itu dinyatakan positif».",
        "confirmed asn 6 cumulative",
    ),
    (
        "Klaster Covid-19 muncul di Inspektorat dengan «13 orang positif».",
        "confirmed asn 13 cumulative",
    ),
    (
        "Klaster kantor dinas menyumbang «33 kasus» Covid-19.",
        "confirmed asn 33 cumulative",
    ),
    (
        "Klaster pegawai menyumbang «27 kasus» Covid-19.",
        "confirmed asn 27 cumulative",
    ),
    (
        "Klaster pabrik sejauh ini menyumbang «118 kasus positif» Covid-19.",
        "confirmed other 118 cumulative",
    ),
    (
        "Klaster pondok pesantren menyumbang «52 kasus» Covid-19.",
        "confirmed students 52 cumulative",
    ),
    (
        "Empat petugas yang berjaga di pos perbatasan memeriksa suhu warga. Pasien «positif Covid-19 di sana 15 "
        "orang».",
        "confirmed general 15 cumulative",
    ),
    (
        "Sebanyak 1.900 pekerja migran tiba sejak Mei. Mereka menjalani karantina Covid-19. Dari hasil tes, «71 "
        "orang positif».",
        "confirmed other 71 cumulative",
    ),
    (
        "Dari 640 pekerja migran yang dites Covid-19, «18 orang positif».",
        "confirmed other 18 cumulative",
    ),
    (
        "«Kasus aktif Covid-19 tinggal 312 orang». Jumlah itu jauh di bawah puncak pada Juli yang mencapai «1.120 "
        "orang».",
        "active general 312 current; active general 1120 current",
    ),
    (
        "«Kasus aktif Covid-19 kini 95 orang», turun dari «640 orang» pada akhir Agustus.",
        "active general 95 current; active general 640 current",
    ),
    (
        "«Kasus aktif Covid-19 pada Rabu tercatat 214 orang», turun dari «305» sepekan sebelumnya.",
        "active general 214 current; active general 305 current",
    ),
    (
        "Kemarin «kasus aktif Covid-19 mencapai 61 orang», melonjak dari «9 orang» pada awal bulan.",
        "active general 61 current; active general 9 current",
    ),
    (
        "Hingga Senin tercatat «37 penambahan kasus» harian Covid-19.",
        "confirmed general 37 new",
    ),
    (
        "Sebanyak «19 orang melakukan kontak erat» dengan pasien Covid-19 itu.",
        "close_contact general 19 current",
    ),
    (
        "«Positif aktif Covid-19 188 orang» dengan tingkat keterisian tempat tidur rumah sakit 64 persen.",
        "active general 188 current",
    ),
    (
        "Jumlah kasus positif Covid-19 bertambah cepat, dari «15 orang» pada awal Mei menjadi «81 orang» per Jumat.",
        "confirmed general 15 cumulative; confirmed general 81 cumulative",
    ),
    (
        "Kasus corona turun dari «300 kasus» aktif menjadi «200 kasus aktif».",
        "active general 300 current; active general 200 current",
    ),
    (
        "Kasus aktif Covid-19 naik dari «45» menjadi «112 orang».",
        "active general 45 current; active general 112 current",
    ),
    (
        "Sabtu lalu hanya ada «5 pasien baru» Covid-19, jauh dari puncak Juli yang pernah «130» sehari.",
        "confirmed general 5 new; confirmed general 130 new",
    ),
    (
        "Pada puncak gelombang kedua, «kasus aktif Covid-19 sempat menyentuh 2.300 orang».",
        "active general 2300 current",
    ),
    (
        "Pasien Covid-19 yang «dirawat kini 44 orang», pekan lalu «61 orang».",
        "active general 44 current; active general 61 current",
    ),
    (
        "Hari ini ada «30 kasus» baru Covid-19. Sehari sebelumnya «42 kasus».",
        "confirmed general 30 new; confirmed general 42 new",
    ),
    (
        "«Kasus aktif Covid-19 sebanyak 210 orang». Sebelumnya, jumlahnya «187 orang».",
        "active general 210 current; active general 187 current",
    ),
    (
        "Dari 88 sampel yang diperiksa, 81 negatif dan «tujuh positif» Covid-19.",
        "confirmed general 7 cumulative",
    ),
    (
        "«Dua kepala UPTD meninggal» dunia dengan status terkonfirmasi Covid-19.",
        "died officials 2 cumulative",
    ),
    (
        "Sebanyak «19 ASN di Meranti terkonfirmasi positif» Covid-19. Semuanya menjalani isolasi mandiri.",
        "confirmed asn 19 cumulative",
    ),
    (
        "«Tiga pegawai termasuk camat dinyatakan positif» Covid-19.",
        "confirmed asn 3 cumulative",
    ),
    (
        "Sekretariat DPRD ditutup setelah «empat pegawainya, termasuk sekretaris dewan, positif» Covid-19.",
        "confirmed asn 4 cumulative",
    ),
    (
        "Sebanyak «26 rekan kerja mereka yang kontak erat» dengan pasien Covid-19 dijadwalkan menjalani swab.",
        "close_contact asn 26 current",
    ),
    (
        "Sebanyak «23 orang yang pernah kontak» dengan pasien Covid-19 itu sudah diambil sampelnya.",
        "close_contact general 23 current",
    ),
    (
        "Tracing dilakukan terhadap «28 pegawai yang sempat kontak» dengan pasien Covid-19.",
        "close_contact asn 28 current",
    ),
    (
        "Ada «dua staf kami positif» Covid-19. Dua staf tersebut kini menjalani isolasi di hotel.",
        "confirmed asn 2 cumulative",
    ),
    (
        "Hingga Minggu sore, warga Kolaka yang «terkonfirmasi Covid-19 tercatat 218 orang»: «164 sembuh», «49 "
        "menjalani perawatan», dan «lima meninggal».",
        "confirmed general 218 cumulative; recovered general 164 cumulative; active general 49 current; died general "
        "5 cumulative",
    ),
    (
        "Update Covid-19 Sinjai: «positif 77», «dirawat 12», «sembuh 63», «meninggal 2».",
        "confirmed general 77 cumulative; active general 12 current; recovered general 63 cumulative; died general 2 "
        "cumulative",
    ),
    (
        "Kasus «suspek Covid-19 di Wajo tercatat 26 orang» dan «probable tiga orang».",
        "suspected general 26 current; suspected general 3 current",
    ),
    (
        "Sebanyak 85 pegawai Pemkab Sidrap menjalani rapid test Covid-19. Hasilnya, «enam orang reaktif».",
        "suspected asn 6 current",
    ),
    (
        "Dari 250 pedagang yang diperiksa, «14 di antaranya reaktif» Covid-19.",
        "suspected other 14 current",
    ),
    (
        "Hasil swab 40 pegawai Covid-19 keluar, «tiga positif» dan sisanya negatif.",
        "confirmed asn 3 cumulative",
    ),
    (
        "Penambahan «kasus Covid-19 hari ini tersebar di Kecamatan Pallangga 7 orang», Somba Opu «5 orang», dan "
        "Bajeng «2 orang».",
        "confirmed general 7 new; confirmed general 5 new; confirmed general 2 new",
    ),
    (
        "«Kasus aktif Covid-19 terbanyak di Kecamatan Tamalate 34 kasus», disusul Rappocini «29 kasus».",
        "active general 34 current; active general 29 current",
    ),
    (
        "Kabupaten Maros mencatat «11 pasien Covid-19 sembuh» dalam sehari sehingga total «kesembuhan 1.020 orang».",
        "recovered general 11 new; recovered general 1020 cumulative",
    ),
    (
        "Angka «kematian Covid-19 bertambah dua» menjadi «58 jiwa».",
        "died general 2 new; died general 58 cumulative",
    ),
    (
        "Saat ini «17 pejabat eselon II Pemkot Palopo positif» Covid-19, termasuk sekda dan «dua asisten».",
        "confirmed officials 17 cumulative; confirmed officials 2 cumulative",
    ),
    (
        "Sebanyak «9 nakes» RSUD dan «4 dokter tertular» Covid-19.",
        "confirmed health_workers 9 cumulative; confirmed health_workers 4 cumulative",
    ),
    (
        "Ada «12 guru» dan «40 siswa yang terpapar» Covid-19 di SMP itu.",
        "confirmed other 12 cumulative; confirmed students 40 cumulative",
    ),
    (
        "«Puluhan pegawai Kantor Gubernur Maluku terinfeksi» Covid-19.",
        "confirmed asn -~ cumulative",
    ),
    (
        "Lebih dari «30 ASN terpapar» Covid-19, «tujuh orang di antaranya dirawat» di rumah sakit.",
        "confirmed asn 30~ cumulative; active asn 7 current",
    ),
    (
        "Sekitar «200 orang terjangkit» corona di pasar itu.",
        "confirmed general 200~ cumulative",
    ),
    (
        "ASN yang terkonfirmasi «positif Covid-19 saat ini berjumlah 38 orang» dan yang «sembuh 21 orang».",
        "confirmed asn 38 cumulative; recovered asn 21 cumulative",
    ),
    (
        "Dari «72 kasus» baru Covid-19 itu, «21 pegawai negeri» dan sisanya warga biasa.",
        "confirmed general 72 new; confirmed asn 21 new",
    ),
    (
        "Pasien «isolasi mandiri Covid-19 berjumlah 389 orang», yang «dirawat di rumah sakit 71 orang».",
        "active general 389 current; active general 71 current",
    ),
    (
        "«Kasus kumulatif Covid-19 Kota Ternate 3.118», «kasus aktif 204», kasus «sembuh 2.830», kasus «meninggal 84».",
        "confirmed general 3118 cumulative; active general 204 current; recovered general 2830 cumulative; died "
        "general 84 cumulative",
    ),
    (
        "Kluster acara nikah di Enrekang menyumbang «19 kasus» Covid-19.",
        "confirmed general 19 cumulative",
    ),
    (
        "Bupati meminta warga waspada Covid-19 karena dalam tiga hari ada «27 kasus».",
        "confirmed general 27 cumulative",
    ),
    (
        "Sampai Selasa tercatat «6 pasien positif» Covid-19, «3 PDP», dan «118 ODP».",
        "confirmed general 6 cumulative; suspected general 3 current; suspected general 118 current",
    ),
    (
        "Jumlah ODP corona melonjak dari «40 orang» menjadi «112 orang».",
        "suspected general 40 current; suspected general 112 current",
    ),
    (
        "Jumlah PDP Covid-19 turun menjadi «8 orang» dari sebelumnya «14 orang».",
        "suspected general 8 current; suspected general 14 current",
    ),
    (
        "Pasien Covid-19 yang «meninggal sejak awal pandemi 31 orang».",
        "died general 31 cumulative",
    ),
    (
        "Hari Kamis tercatat «14 kasus» baru Covid-19; sehari sebelumnya «9 kasus».",
        "confirmed general 14 new; confirmed general 9 new",
    ),
    (
        "Pekan lalu «kasus Covid-19 masih 60 orang», kini sudah «95 orang».",
        "confirmed general 60 cumulative; confirmed general 95 cumulative",
    ),
    (
        "Puncak kasus harian Covid-19 terjadi pada 20 Juli dengan «312 kasus».",
        "confirmed general 312 new",
    ),
    (
        "«Kasus aktif Covid-19 pernah mencapai 900 orang» pada Juli, tetapi kini tinggal «72 orang».",
        "active general 900 current; active general 72 current",
    ),
    (
        "Ditemui di Kantor Bupati, kadis menyebut «40 warga positif» Covid-19.",
        "confirmed general 40 cumulative",
    ),
    (
        "Data di Dinas Kesehatan menunjukkan «52 orang positif» Covid-19.",
        "confirmed general 52 cumulative",
    ),
    (
        "Di Kecamatan Bontoala «16 orang terpapar» Covid-19.",
        "confirmed general 16 cumulative",
    ),
    (
        "Satgas memeriksa 300 penumpang, dibantu 20 petugas. Hasilnya «lima orang positif» Covid-19.",
        "confirmed general 5 cumulative",
    ),
    (
        "«Tiga pegawai positif» Covid-19. Mereka sempat rapat dengan 20 orang.",
        "confirmed asn 3 cumulative",
    ),
    (
        "Kasus Covid-19 di Kota Bima naik lagi. Jumat kemarin bertambah «enam orang».",
        "confirmed general 6 new",
    ),
    (
        "Satgas Covid-19 mencatat «40 kasus» baru. Totalnya sekarang «3.210 kasus», terdiri atas «2.900 sembuh», "
        "«240 dirawat», dan «70 meninggal».",
        "confirmed general 40 new; confirmed general 3210 cumulative; recovered general 2900 cumulative; active "
        "general 240 current; died general 70 cumulative",
    ),
    (
        "Pasien Covid-19 «sembuh 25 orang» dan «meninggal satu orang». Jumlah kumulatif «kasus kini 1.480 orang».",
        "recovered general 25 cumulative; died general 1 cumulative; confirmed general 1480 cumulative",
    ),
    (
        "Data per 5 Mei: «2.764 kasus» Covid-19, «71 orang di antaranya dirawat» dan «389 isolasi» mandiri.",
        "confirmed general 2764 cumulative; active general 71 current; active general 389 current",
    ),
    (
        "«Positif Covid-19 di Jeneponto 42 orang». Dari jumlah itu, «29 dinyatakan sembuh», «12 dirawat», dan «satu "
        "meninggal» dunia.",
        "confirmed general 42 cumulative; recovered general 29 cumulative; active general 12 current; died general 1 "
        "cumulative",
    ),
    (
        "Sekda menyebut ada «delapan pegawai di lingkungan setda yang positif» Covid-19. «Lima orang sudah sembuh», "
        "«tiga masih isolasi» mandiri.",
        "confirmed asn 8 cumulative; recovered asn 5 cumulative; active asn 3 current",
    ),
    (
        "Penularan Covid-19 di Dinas Sosial «menimpa tujuh orang».",
        "confirmed asn 7 cumulative",
    ),
    (
        "Sebanyak «enam orang di Sekretariat Daerah terpapar» Covid-19.",
        "confirmed asn 6 cumulative",
    ),
    (
        "«Sebelas orang di Kantor Camat Ujung Loe dinyatakan positif» Covid-19.",
        "confirmed asn 11 cumulative",
    ),
    (
        "«Empat orang dari Dinas Perhubungan positif» Covid-19.",
        "confirmed asn 4 cumulative",
    ),
    (
        "Pegawai positif Covid-19 terbanyak di Dinas Pendidikan, «15 orang», disusul BKAD «sembilan orang».",
        "confirmed asn 15 cumulative; confirmed asn 9 cumulative",
    ),
    (
        "Rinciannya, «tiga pegawai» BKD, «dua pegawai» Bapenda, dan «satu pegawai Inspektorat positif» Covid-19.",
        "confirmed asn 3 cumulative; confirmed asn 2 cumulative; confirmed asn 1 cumulative",
    ),
    (
        "Dari 310 ASN yang dites usap Covid-19, «29 orang hasilnya positif».",
        "confirmed asn 29 cumulative",
    ),
    (
        "Tes massal Covid-19 diikuti 412 ASN. Hasilnya «33 orang positif».",
        "confirmed asn 33 cumulative",
    ),
    (
        "Sebanyak 512 karyawan pabrik menjalani tes Covid-19. Hasil tes menunjukkan «47 orang positif».",
        "confirmed other 47 cumulative",
    ),
    (
        "Ada «29 ASN terkonfirmasi positif» Covid-19 dari hasil tes terhadap 310 pegawai. «Dua di antaranya dirawat».",
        "confirmed asn 29 cumulative; active asn 2 current",
    ),
    (
        "«Kasus aktif Covid-19 berkurang dari 512 orang» pekan lalu menjadi «430 orang».",
        "active general 512 current; active general 430 current",
    ),
    (
        "Jumlah pasien Covid-19 yang dirawat di RSUD turun dari «90» menjadi «35 orang».",
        "active general 90 current; active general 35 current",
    ),
    (
        "Angka kematian Covid-19 naik dari «12 jiwa» pada Juni menjadi «40 jiwa» pada Juli.",
        "died general 12 cumulative; died general 40 cumulative",
    ),
    (
        "Kasus harian Covid-19 meningkat dari «20 kasus» menjadi «65 kasus».",
        "confirmed general 20 new; confirmed general 65 new",
    ),
    (
        "«Kasus aktif Covid-19 di Paser 418 orang», padahal akhir Juli masih «1.502 orang».",
        "active general 418 current; active general 1502 current",
    ),
    (
        "«Kasus aktif Covid-19 kini 64 orang» dibandingkan «120 orang» pada pekan sebelumnya.",
        "active general 64 current; active general 120 current",
    ),
    (
        "Pasien Covid-19 di RSUD «tinggal sembilan orang». Pada puncaknya rumah sakit itu «merawat 87 pasien».",
        "active general 9 current; active general 87 current",
    ),
    (
        "«Satu pasien positif Covid-19 asal Kecamatan Citta meninggal» dunia.",
        "died general 1 cumulative",
    ),
    (
        "Pelacak menemukan «21 kontak erat» dari klaster Covid-19 Dinas Sosial.",
        "close_contact general 21 current",
    ),
    (
        "Sebanyak «32 orang suspek» Covid-19 masih menunggu hasil swab.",
        "suspected general 32 current",
    ),
    (
        "Jumlah «ODP corona 312 orang», 250 di antaranya selesai dipantau. «PDP 9 orang».",
        "suspected general 312 current; suspected general 9 current",
    ),
    (
        "Belum ada pasien positif corona di Nias. «ODP tercatat 14 orang» dan semuanya isolasi mandiri.",
        "suspected general 14 current",
    ),
    (
        "Sebanyak «7.243 orang telah sembuh» dari Covid-19, sementara «260 orang lainnya meninggal».",
        "recovered general 7243 cumulative; died general 260 cumulative",
    ),
    (
        "Hingga kini kasus Covid-19 Kota Sorong sebanyak «901 kasus» dengan «790 kesembuhan» dan «17 kematian».",
        "confirmed general 901 cumulative; recovered general 790 cumulative; died general 17 cumulative",
    ),
    (
        "Provinsi itu kini memiliki «4.120 pasien Covid»-19, «511 di antaranya masih dirawat».",
        "confirmed general 4120 cumulative; active general 511 current",
    ),
    (
        "Covid-19 sudah «merenggut nyawa 12 ASN» dan «dua anggota DPRD».",
        "died asn 12 cumulative; died officials 2 cumulative",
    ),
    (
        "Sudah «18 guru di Kolaka meninggal» karena Covid-19.",
        "died other 18 cumulative",
    ),
    (
        "«Dua santri» dan «seorang ustaz terpapar» Covid-19.",
        "confirmed students 2 cumulative; confirmed other 1 cumulative",
    ),
]

NO_COUNTS: list[str] = [
    "Salah seorang pasien Covid-19 wafat pada Minggu pagi.",
    "Salah seorang anggota keluarganya positif Covid-19 dan wafat dua hari kemudian.",
    "Di desa itu salah satu warga meninggal karena Covid-19.",
    "Seorang pegawai Bappeda terkonfirmasi positif Covid-19.",
    "Dua anggota Satpol PP yang berjaga di posko Covid-19 menegur warga yang tidak bermasker.",
    "Vaksinasi Covid-19 baru menjangkau 12.400 orang, dosis kedua 8.900 orang.",
    "RSUD menyiapkan 40 tempat tidur untuk pasien Covid-19. Yang terisi baru 12.",
    "Sudah 2.400 orang menjalani tes usap Covid-19.",
    "Posko Covid-19 dijaga 20 petugas setiap hari.",
    "Satgas Covid-19 menurunkan 60 personel di empat pos pemeriksaan.",
    "Petugas Satgas Covid-19 memutar balik 112 kendaraan dan menegur 45 orang yang tidak bermasker.",
    "Sebanyak 312 pelanggar protokol kesehatan Covid-19 dihukum menyapu jalan.",
    "Bantuan beras bagi warga terdampak Covid-19 diterima 3.400 orang.",
    "Sebanyak 75 pegawai bekerja dari rumah selama pandemi Covid-19.",
    "Resepsi pernikahan di masa pandemi Covid-19 dihadiri 30 orang.",
    "Rapat gugus tugas Covid-19 diikuti 25 orang, termasuk 11 camat.",
    "Warga yang menunggu hasil swab Covid-19 berjumlah 64 orang.",
    "Sebanyak 120 pemudik dikarantina 14 hari untuk mencegah Covid-19.",
    "Setelah ODP corona selesai dipantau, 210 orang dinyatakan sehat.",
    "Pemkab membagikan masker gratis Covid-19 kepada 1.500 orang dan merawat 12 taman.",
    "Satgas Covid-19 mencatat 34 kantor ditutup dan 12 kecamatan masuk zona oranye.",
    "Setiap hari 150 warga datang ke Disdukcapil selama pandemi Covid-19.",
    "Kapasitas laboratorium PCR Covid-19 mencapai 400 sampel per hari.",
    "Sebanyak 612 warga menerima bantuan tunai selama PPKM.",
    "Sudah 23 mobil diminta putar balik di perbatasan selama PSBB.",
    "Wisuda daring saat pandemi diikuti 480 mahasiswa.",
    "Vaksinasi Covid-19 untuk 3.000 ASN selesai, tinggal 120 orang yang ditunda.",
    "Keterisian tempat tidur Covid-19 di RSUD 78 dari 100 unit.",
    "RSUD punya 25 perawat yang menangani pasien Covid-19.",
    "Tim pemakaman Covid-19 beranggotakan 12 orang.",
    "Tujuh orang dari tiga negara tercatat menginap di pulau itu sejak pandemi Covid-19.",
    "Sebanyak 58 pegawai Dinas PUPR bekerja dari rumah setelah ada yang positif Covid-19.",
    "Selama pandemi Covid-19 jumlah pegawai yang masuk dikurangi dari 60 orang menjadi 30 orang.",
    "Kuota penumpang kapal selama Covid-19 naik dari 50 menjadi 80 orang.",
    "Kasus Covid-19 naik. Posko bertambah tiga orang petugas.",
    "Kasus Covid-19 melonjak. Pelanggar masker bertambah 40 orang.",
    "Warga positif Covid-19 terus ditemukan. Jumlah kantor yang tutup menjadi 11.",
    "Kasus Covid-19 di Bima naik. Total peserta tes 300 orang.",
    "Jumlah tenaga kesehatan yang menjaga posko Covid-19 bertambah 15 orang.",
    "Pegawai yang komorbid berjumlah 75 orang sehingga bekerja dari rumah selama Covid-19.",
    "Hanya dua pegawai yang melanggar protokol Covid-19.",
    "Wali kota menyebut 5 dari 30 kelurahan bebas Covid-19.",
    "Ruang isolasi Covid-19 sanggup merawat 50 pasien.",
    "Kasus positif Covid-19 pertama di Toraja, pasien 03, sudah pulang.",
    "Pasien Covid-19 kode 07 dan 08 masih dirawat.",
    "Sebanyak 25 petugas pemulasaraan jenazah Covid-19 diberi insentif.",
    "Denda pelanggar prokes Covid-19 dibayar 17 orang.",
    "Seorang pasien dalam pengawasan corona meninggal di RSUD.",
    "Salah satu dari lima pasien Covid-19 sudah sembuh.",
    "Wakil bupati positif Covid-19. Dua ajudannya menunggu hasil tes.",
    "Dua pegawai yang bepergian saat pandemi Covid-19 diminta karantina mandiri.",
    "Lima pegawai yang baru pulang dari Jakarta diminta isolasi mandiri untuk mencegah Covid-19.",
    "Tiga pegawai kontak dengan pasien positif Covid-19 dan kini isolasi mandiri.",
    "Sebanyak 14 orang keluarga pasien positif Covid-19 dites.",
    "Pemkab menyiapkan 200 paket obat bagi pasien isolasi mandiri Covid-19.",
    "Sebanyak 45 RT di zona merah Covid-19 dijaga 90 linmas.",
    "Layanan Disdukcapil dibatasi 50 pemohon sehari selama Covid-19.",
    "Sebanyak 18 dari 27 kecamatan melaporkan kasus Covid-19.",
    "Ambulans Covid-19 mengantar 12 jenazah.",
    "Ada 3.000 warga miskin baru akibat Covid-19.",
    "Akibat Covid-19, 230 pekerja hotel dirumahkan dan 40 orang di-PHK.",
    "Jumlah penumpang bandara saat Covid-19 turun dari 900 menjadi 120 orang.",
    "Petugas melakukan pelacakan terhadap 60 rumah di zona merah Covid-19.",
    "Jumlah penumpang kapal saat Covid-19 tinggal 40 orang, turun dari 300 orang pekan lalu.",
    "Tenaga pelacak kontak Covid-19 ditambah dari 20 orang menjadi 35 orang.",
    "Anggaran Covid-19 Rp4 miliar untuk 150 pegawai kontrak.",
]
