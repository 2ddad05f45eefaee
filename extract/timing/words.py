"""The words that give a date its role. Patterns for words before a date end in "$"."""

from __future__ import annotations

from typing import Final

from extract.lexicon import WORKDAY, any_of, compiled, lists

_LISTS: Final = lists("timing/words")

# Between a word and its date: "mulai berlaku pada hari ini, (Senin"
_TO_DATE = rf"(?: {any_of(_LISTS['link'])}){{0,4}}[\s,:(\"'-]{{0,4}}$"
# "mulai Selasa", "terhitung sejak tanggal", "berlaku efektif", "dimulai pada", "pelaksanaan perdana jatuh pada"
START: Final = compiled(
    r"\b(?:mulai(?:nya)?|terhitung|sejak|efektif(?:nya)?|berlaku|dimulai|dari|tmt|per|rentang|selama|periode"
    r"|mulai (?:masuk|bekerja|berkantor|ngantor|aktif|wfh|wfo|menerapkan|memberlakukan)(?: \w+){0,4} pada"
    r"|(?:pelaksanaan|penerapan|hari|senin|selasa|rabu|kamis|jum'?at|wfh|wfa|(?:dari|di) rumah)"
    r" (?:perdana|pertama)(?:nya)? "
    r"(?:jatuh|dijadwalkan|direncanakan|dimulai|berlangsung|digelar|dijalani|dilakukan|dilaksanakan)"
    r"|(?:pelaksanaan|penerapan|pemberlakuan|uji coba|wfh|wfa) (?:perdana|pertama)nya"
    r"|hari (?:perdana|pertama)(?: \w+){0,3} (?:wfh|wfa|rumah|ppkm|psbb)(?: (?:di|bagi) \w+(?: \w+){0,2})?"
    r"|(?:kelompok|grup|tim|regu|giliran) (?:pertama|satu|a|i|1)(?: \w+){1,4})\b" + _TO_DATE
)
_IN_USE = r"(?:dipraktikkan|diuji ?coba(?:kan)?|dipakai|diberlakukan|berlaku|diterapkan|dijalankan|dilaksanakan)"
# "terhitung 22 April", "mulai dipakai Senin", "baru jalan Senin", "Mulainya": of a rule, whatever else is said
RULE_STARTS: Final = compiled(
    rf"\b(?:terhitung|mulainya|berlakunya"
    rf"|(?:baru|langsung) (?:jalan|berjalan|efektif|{_IN_USE})"
    rf"|(?:mulai|{_IN_USE}|(?:sudah|telah) (?:berjalan|berlangsung)) (?:mulai|sejak|efektif|{_IN_USE})"
    rf"|(?:bisa|akan|bakal|sudah) jalan)\b{_TO_DATE}"
)
# "dijalankan Senin", "menerapkan WFH pada Senin": a weaker word, only where the sentence names working from home
START_WEAK: Final = compiled(
    r"\b(?:dijalankan|diterapkan|diberlakukan|dilaksanakan|diterapkannya|dilakukan|masuk|pada|kantor)\b" + _TO_DATE
)
# "per | hari ini masih berlaku": how things stand, no first day
STILL_TODAY: Final = compiled(r"\bper $")
# "Per hari ini | 25 persen WFO, yang 75 persen WFH": the sentence opens with the first day of what it rules
OPENS_TODAY: Final = compiled(r"^\W*per $")
RULED_THEN: Final = compiled(
    r"^,? (?:(?:hanya|maksimal|cuma) )?(?:\d{1,3} (?:persen|%)|separuh|setengah|semua|seluruh)"
)
# "edaran itu sudah jalan per | hari ini"
UNDER_WAY: Final = compiled(rf"\b(?:(?:sudah|telah|mulai|resmi) (?:jalan|berjalan|{_IN_USE})|efektif) per $")
# "mulai bekerja dari rumah | esok hari", "mulai WFH pada | Rabu"
STARTS_HOME: Final = compiled(
    r"\bmulai (?:[\w-]{1,20} ){0,3}(?:wfh|wfa|(?:dari|di) rumah)\)?\W{1,2}(?:(?:pada|hari|tanggal) ){0,2}$"
)
# "Hari ini | kita mulai WFH", "Rabu (7/7) | seluruh ASN mulai bekerja dari rumah"
STARTS_HOME_THEN: Final = compiled(
    r"^\W{1,3}(?:[\w-]{1,20} ){0,5}mulai (?:menjalani |menerapkan )?(?:wfh|wfa|(?:be)?kerja (?:dari|di) rumah)\b"
)
# "kembali ngantor | hari ini": the end of working from home begins then
BACK_ON: Final = compiled(
    r"\bkembali (?:masuk|ngantor|berkantor|bekerja|aktif)(?: \w+){0,3}(?: (?:pada|mulai|per|tanggal)){0,2}\W{1,2}$"
)
# "Senin 8 Juni | semua ASN masuk kantor": so too
ALL_BACK_THEN: Final = compiled(
    r"^\)?,? (?:(?:semua|seluruh) )(?:asn|pns|pegawai|aparatur|staf)(?: \w+){0,5}? "
    r"(?:(?:sudah|wajib|harus|kembali|mulai|akan) ){0,3}(?:masuk|ngantor|berkantor|bekerja di kantor|ke kantor|wfo)\b"
)
# "baru berjalan | dua hari", "sudah diterapkan | selama sepekan": a time gone by
GONE_BY: Final = compiled(rf"\b(?:baru|sudah|telah) (?:berjalan|berlangsung|jalan|memasuki|{_IN_USE}) (?:\w+ ){{0,2}}$")
# "bulan Juni | kami evaluasi", "pekan depan | akan ditinjau lagi": no last day is set
REVIEWED_THEN: Final = compiled(
    r"^\)?,? (?:(?:akan|baru|nanti|juga) ){0,2}(?:(?:kami|kita) (?:evaluasi|tinjau|lihat lagi)|dievaluasi|ditinjau)\b"
)
# "SE yang diterbitkan pada | 5 Maret"
_SIGNED = r"(?:diterbitkan|dikeluarkan|ditanda\s?tangani|diteken|ditetapkan|terbit|keluar)"
SIGNED_ON: Final = compiled(rf"\b{_SIGNED}\b{_TO_DATE}")
# "Hari ini | pembatasan kegiatan masyarakat (PPKM) resmi diterapkan"
_THE_RULE = (
    r"(?:kebijakan|aturan|pemberlakuan|penerapan|pembatasan|skema|sistem|wfh|ppkm|psbb|kerja) (?:[\w()/-]{1,20} ){0,7}?"
)
# "Senin (23/3/2020) menjadi hari pertama", "1 Mei ini mulai berlaku"
FIRST_DAY: Final = compiled(
    rf"^\W{{0,8}}(?:(?:ini|itu|juga) ){{0,2}}(?:{_THE_RULE})?"
    r"(?:(?:menjadi|merupakan|adalah|sebagai) hari (?:pertama|perdana)"
    r"|(?:langsung |sudah |mulai |resmi )(?:mulai )?"
    r"(?:jalan|berjalan|hidup|efektif|dijalankan|diberlakukan|berlaku|diterapkan|dilaksanakan))\b"
)
# "menetapkan Senin, 6 Januari 2025, | sebagai hari kerja dari rumah": the rule is of that day
DAY_OF_HOME: Final = compiled(
    r"^\)?,? (?:sebagai|menjadi) hari (?:pelaksanaan |penerapan )?(?:wfh|wfa|(?:be)?kerja (?:dari|di) (?:rumah|mana))"
)
# "mulai memberlakukan PPKM berskala mikro, | Selasa (9/2/2021)"
BEGAN_TO: Final = compiled(
    r"\bmulai (?:menerapkan|memberlakukan|menjalankan|melaksanakan) [^.;\n]{3,80}, (?:(?:pada|hari) ){0,2}$"
)
# "sampai dengan tanggal", "s.d.", "berakhir pada", "digeser menjadi 21 April"
_UNTIL = (
    r"hingga|sampai|s\.?\s?d\.?|s/d|(?:habis|selesai|berakhir) masa berlakunya|berakhir(?:nya)?|selesai|habis|rampung"
    r"|tuntas|akhir|(?:digeser |diperpanjang )?menjadi"
)
# "batas waktunya, yaitu 21 April"
_LAST_DAY = (
    r"(?:garis akhir|batas(?: waktu)?|tenggat|akhir|(?:batas|tenggat)(?: waktu)? baru)nya"
    r"(?:,? (?:yaitu|yakni|adalah|ialah|menjadi))?"
)
# "selesai bersamaan dengan PSBB pada"
_TOGETHER = r"(?: ber(?:samaan|barengan) dengan \w+(?: \w+)?)?"
# ("Jangan sampai Jumat ..." warns of what a Friday may become)
END: Final = compiled(rf"\b(?<!jangan\s)(?:(?:{_UNTIL}){_TOGETHER}|{_LAST_DAY})\b{_TO_DATE}")
# "hingga hari Senin | kembali dibuka"
OPEN_AGAIN: Final = compiled(
    r"^\)?,? (?:(?:akan|baru|sudah|bisa) ){0,2}(?:kembali (?:dibuka|buka|normal|masuk)|(?:di)?buka (?:kembali|lagi))\b"
)
# "akan berakhir pada Selasa": of a rule that is extended mostly the end that it had before
RUNS_OUT: Final = compiled(rf"\b(?:berakhir(?:nya)?|selesai|habis)(?: masa berlakunya)?\b{_TO_DATE}")
# "Dari penelusuran kami sampai | Jumat": until then it was looked at
LOOKED_UNTIL: Final = compiled(
    r"\b(?:penelusuran|pantauan|pengamatan|catatan|data|laporan|rekapitulasi|informasi|berita ini)\b[^.;\n]{0,40}"
    r"(?:hingga|sampai|per)(?: dengan)?(?: hari)? $"
)
# "sejak | kemarin", "terhitung | dua hari lalu": a first day gone by
SINCE: Final = compiled(r"\b(?:sejak|terhitung|per|mulai)(?: (?:sejak|mulai|dari))? $")
# "Kita mulai | kemarin, sampai keadaan normal": said of the rule
WE_BEGAN: Final = compiled(r"\b(?:kita|kami|sudah|telah) mulai(?: (?:sejak|dari|efektif|jalan)){0,2} $")
# "mulai Januari 2026", "berlaku efektif per bulan Juli"
FROM_MONTH: Final = compiled(
    r"\b(?:mulai|dimulai|terhitung|efektif|berlaku|per|tmt)(?: (?:mulai|sejak|pada|per|berlaku|bulan)){0,3} $"
)
# "mulai Kamis (23/4) | menerapkan PSBB": the first day of something else
OTHER_STARTS: Final = compiled(
    r"^\)?,? (?:akan |resmi |kembali ){0,2}(?:menerapkan|memberlakukan|menjalani|menjalankan|memasuki|melaksanakan)"
    r" (?:ppkm|psbb|pkm|psbm|karantina|lockdown|pembatasan sosial|jam malam|belajar)\b"
)
# "baru boleh ngantor lagi setelah 20 Juli", "baru masuk normal setelah tanggal": the last day at home
BACK_AFTER: Final = compiled(
    r"\bbaru (?:akan |boleh |bisa |dapat )?(?:kembali |lagi )?"
    r"(?:masuk|ngantor|berkantor|bekerja di kantor|ke kantor)(?: \w+){0,3}"
    r" (?:setelah|sesudah|selepas|usai)(?: tanggal| hari){0,2} $"
)
# "Mulai Kamis (8/7) sampai tanggal 20 Juli", "Dinas Sosial tanggal 15 sampai 18 Februari": words around a period that
# goes on with the sentence before
ELLIPTIC_WORDS: Final = 5
# "Selama 14 hari dulu": words behind a length that is all the sentence tells
LENGTH_ALONE: Final = 2
# "Yang hari ini masuk, besok dia kerja dari rumah", "20 datang hari ini, 20 lagi besok"
TURNS: Final = compiled(
    r"\bhari ini (?:masuk|datang|ngantor|wf[ho]|di (?:rumah|kantor)|(?:grup|kelompok|tim|sif) \w+)\b"
    r"[^.;\n]{0,30}\b(?:besok|esok)"
    r"|\b(?:masuk|datang|ngantor|wf[ho]|(?:di|ke) (?:rumah|kantor)) hari ini\b[^.;\n]{0,30}\b(?:lagi )?(?:besok|esok)"
)
# "Kalau kelompok A masuk Senin, kelompok B di rumah"
TURN_EXAMPLE: Final = compiled(
    r"^\W*(?:kalau|jika|bila|misal(?:nya)?|contoh(?:nya)?|umpama(?:nya)?),? (?:kelompok|grup|tim|regu|sif|shift)\b"
)
NEW_SENTENCE: Final = compiled(
    r"\b(?!memulai)me[a-z]{4,}\b"
    r"|\b(?:posko|vaksin\w*|sekolah|siswa|sidang|rapat|lomba|pelatihan|libur|dibuka|ditemukan|positif|gempa|banjir)\b"
)
# "Uji coba dilakukan | selama dua bulan": the length of what is told before
OF_RULE: Final = compiled(
    r"^\W*(?:uji coba|kebijakan|aturan|penerapan|pelaksanaan|pembatasan|penutupan|perpanjangan|skema|pola|edaran"
    r"|durasi|lama|ketentuan|sistem)(?:nya)?\b[^.;,]{0,45}$"
    # "Bramantyo menjelaskan kebijakan itu berlaku | satu hari"
    r"|\b(?:kebijakan|aturan|ketentuan|edaran|pola|izin|pengaturan) (?:itu|ini|tersebut) (?:hanya |cuma )?"
    r"berlaku(?: selama)? $"
    # "Edaran itu diteken kemarin dan berlaku | sepekan"
    r"|\bdan (?:akan )?berlaku(?: selama)? $"
    # "Menurut La Ode, lamanya | dua minggu"
    r"|\b(?:lamanya|selama itu|jangka waktunya|durasinya|masa berlakunya)(?: (?:adalah|ialah|yakni|yaitu))? $"
    # "masa kerja dari rumah ditetapkan | 14 hari"
    r"|\b(?:masa|lama|durasi)(?:nya)? (?:kerja|wfh|wfa|bekerja|penerapan)[^.;,]{0,40}"
    r"(?:ditetapkan|berlangsung|selama) $"
    # "Ini berlaku | dua minggu dulu"
    r"|^\W*(?:ini|itu)? ?(?:akan |kita |kami )?"
    r"(?:berlaku|berlakukan|terapkan|jalankan|diterapkan|diberlakukan)(?: selama)? $"
)
# "selama November", "sepanjang bulan Juli"
ALL_MONTH: Final = compiled(r"\b(?:selama|sepanjang)(?: bulan)? $")
# "setiap Kamis", "tiap hari Jumat": a rule of every week
WEEKLY: Final = compiled(rf"\b(?:setiap|tiap|saban) (?:hari )?{WORKDAY}\b")
# "WFH pada hari | Jumat"
ON_DAY: Final = compiled(r"\b(?:pada|di|untuk|khusus)\W{0,3}$")
# "menjadi 21 April", "akhir Mei": weaker words for an end
END_WEAK: Final = compiled(r"\b(?:menjadi|akhir)\b\W*$")
# "usai memimpin rapat"; "usai dibakar massa", "usai libur Lebaran" tell no statement
_AFTER_EVENT = r"\b(?:usai|seusai|selepas)\b(?! (?:di|ter)\w+| (?:libur|lebaran|cuti|ppkm|psbb))"
# "kata Bima, Senin (28/6/2021)", "saat dikonfirmasi", "dalam keterangan tertulis"
SAID: Final = compiled(
    rf"\b{any_of(_LISTS['said'])}(?:nya)?\b|\b{any_of(_LISTS['says'])}\b|\b{any_of(_LISTS['said_at'])}\b|{_AFTER_EVENT}"
)
# "edaran sudah dibagikan | Sabtu pekan lalu"
HANDED_OUT: Final = compiled(r"\b(?:dibagikan|dikirim(?:kan)?|disebar(?:kan)?|diedarkan)\b[^.;,\n]{0,20}$")
# '"Rabu | lebih aman," kata Nur': a day that the speaker names
QUOTED: Final = compiled(rf"^[^\"\n]{{0,80}}\",? {any_of(_LISTS['said'])}(?:nya)?\b")
# "Toman mengatakan apel dan olahraga | Jumat ditiadakan": a day in what is said, not of when
TOLD_OF: Final = compiled(
    r"\b(?:mengatakan|menyebut(?:kan)?|menyatakan|menjelaskan|menambahkan|mengungkapkan|menuturkan|menegaskan"
    r"|menerangkan)\b [^,;\n]{3,80}[a-z] $"
)
# "yang pernah ikut rapat | Kamis lalu"
TOOK_PART: Final = compiled(
    r"\b(?:ikut|mengikuti|hadir|menghadiri|peserta)(?: (?:di|pada|dalam))? (?:rapat|acara)\b[^.;\n]{0,20}$"
)
# "diumumkan", "pengumuman": the day of the decision's publication itself
ANNOUNCED: Final = compiled(r"\b(?:di|meng|peng)umum(?:kan|an)(?:nya)?\b[^.;\n]{0,70}$")
# "kasus tercatat", "sejak"
OTHER_DAY: Final = compiled(rf"\b{any_of(_LISTS['other_day'])}\b[^.;\n]{{0,40}}$")
# "lima hari | ditutup", "dua pekan | bekerja dari rumah": the length of the rule
CLOSED: Final = compiled(
    r"^ (?:(?:kantor|gedung)(?:nya)? )?(?:(?:di)?tutup|dikunci|dikosongkan|dirumahkan|wfh|kerja|bekerja)\b"
)
# "kita lakukan sampai", "berlaku hingga": what is done is the rule, also where the sentence does not say it
_WE_DO = (
    r"(?:kita|kami|saya) (?:lakukan|jalankan|jalani|terapkan|laksanakan|berlakukan|coba|lihat|sambung|perpanjang|pakai)"
)
DONE_UNTIL: Final = compiled(
    rf"\b(?:{_WE_DO}|berlaku|berlangsung|berjalan|dijalankan|diterapkan|diberlakukan|dilaksanakan)"
    r"(?: \w+){0,2},? (?:hingga|sampai)\b[^.;\n]{0,20}$"
)
# "dua hari lainnya", "tiga hari sepekan": days of the week, no length of the rule
PART_OF_WEEK: Final = compiled(
    r"^\W{0,3}(?:kerja )?(?:lainnya|lain|selebihnya|sisanya|sepekan|seminggu|per (?:pekan|minggu)|dalam"
    rf"|(?:di|dari) rumah|(?:di|ke|masuk) kantor|di luar kantor|(?:yaitu|yakni) (?:hari )?{WORKDAY})\b"
)
# "Kelompok A masuk kantor selama | tiga hari": a turn of the rota, no length of the rule
OF_A_GROUP: Final = compiled(r"\b(?:kelompok|grup|tim|regu|sif|shift)\b[^.;\n]{0,40}$")
# "semula dijadwalkan", "terakhir dijalankan"
EARLIER: Final = compiled(rf"\b(?:{any_of(_LISTS['before'])}|terakhir (?:di\w+|ber\w+))\b[^.,;\n]{{0,45}}$")
# "26-31 Maret | dan diperpanjang hingga", "3 Mei, | kemudian disambung"
# "yang habis 9 Agustus | ditambah sepekan lagi"
THEN_EXTENDED: Final = compiled(
    r"^\)?,? (?:ditambah|diperpanjang|disambung|dilanjutkan|diteruskan) "
    r"(?:lagi |selama |sampai |hingga ){0,2}(?:se(?:pekan|minggu|bulan)|\w{1,8} (?:hari|pekan|minggu|bulan))\b",
    r"^\)?,? (?:dan|lalu|kemudian|namun|tetapi|tapi|serta)(?: (?:kini|kembali|akhirnya|sekarang|lagi)){0,2}"
    r" (?:diperpanjang|disambung|dilanjutkan|diteruskan)\b",
)
# "mulai diterapkan pada hari Senin (18/10) lalu": what began
START_DONE: Final = compiled(
    rf"\b(?:mulai|dimulai|efektif)(?: (?:efektif|resmi))? (?:berlaku|berjalan|di\w+)\b{_TO_DATE}"
)
# "berjalan sejak 3 Mei": when the rule that is now extended began
EARLIER_START: Final = compiled(r"\b(?:sejak|semula)\b\W*(?:\w+\W+){0,2}$")
# "perpanjangan terhitung sejak 30 Mei": of the extension itself
COUNTED_FROM: Final = compiled(
    r"\b(?:ter|di)hitung (?:mulai |sejak |dari |tanggal |hari ){0,3}\W{0,2}$"
    # "perpanjangan berlaku sejak Jumat"
    r"|\bperpanjangan(?:nya)?(?: (?:itu|ini|tersebut|wfh|masa))? (?:mulai )?berlaku "
    r"(?:sejak |mulai |dari |pada |hari ){1,3}\W{0,2}$"
)
# "semula 4 Januari, kini 18 Januari"
NOW: Final = compiled(r"\b(?:sekarang|kini|menjadi|disambung|diperpanjang|digeser|ditambah|dilanjutkan|diteruskan)\b")
# "porsi itu dipakai | sepanjang kota di zona merah"
IN_FORCE: Final = compiled(r"\b(?:berlaku|dipakai|diterapkan|diberlakukan|dijalankan|dilaksanakan|berlangsung)\W{0,2}$")
# '"Ini hanya | sampai asapnya reda"', '"| Sampai asapnya reda"'
THIS: Final = compiled(r"\W*(?:(?:ini|itu|hanya|cuma|jadi) ?){0,3}\W*")
# "berlaku sejak tanggal ditetapkan | sampai dengan berakhirnya PPKM"
IN_FORCE_UNTIL: Final = compiled(r"\bberlaku\b[^.;\n]{0,60}$")
# "WFH | selama Ramadan", "bekerja di rumah (WFH) | selama PPKM"
AT_HOME: Final = compiled(r"\b(?:wfh|wfa|home|anywhere|rumah)\)?\W{0,2}$")
# A rule is said to last as long as something else: "berlaku selama PPKM", "Selama PPKM mikro cukup 25 persen"
LASTS: Final = compiled(
    r"\b(?:berlaku|berlangsung|diterapkan|diberlakukan|dilaksanakan|ini selama|hingga|sampai|berjalan|mengikuti)\b"
    r"|\bpersen\b|%|^\W*selama\b"
)
