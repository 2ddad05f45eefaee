"""The words by which news tells what a decision does with working from home; `extract.action.find` weighs them."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import Final, Literal

from corpus.patterns import Pattern
from extract.lexicon import any_of, compiled, lists

Action = Literal["impose", "extend", "tighten", "relax", "end", "reject", "plan"]

_LISTS: Final = lists("action/words")

# --- pieces ----------------------------------------------------------------------------------------------------------
# "bekerja dari rumah", "pola kerja di lokasi lain"
_WORK_AWAY = r"(?:pola |sistem |skema )?(?:ber?)?kerja(?:nya)? (?:dari|di) (?:rumah|mana saja|lokasi lain|tempat lain)"
# "WFH", "work form home", "tugasnya dari rumah", "kerja fleksibel"
_WFH = (
    rf"(?:wf[hao]|work f\w{{2,3}} hom\w|work from anywhere|{_WORK_AWAY}|tugas(?:nya)? (?:dari|di) rumah"
    r"|kerja fleksibel|fwa)"
)
_NOT = r"(?:tidak|tak|belum|enggan|ogah|menolak|bukan|urung|batal)"
# Words of a gap: "bagi ASN (non-guru)"; the last two also take in the paths and stops of names
_WORD, _ANY_WORD = r"[\w()\"',-]{1,20}", r"[\w()\"'./-]{1,20}"
_MORE_LESS_NOUN = r"(?:porsi|jumlah|persentase|kuota|jatah)"  # "porsi WFH"
_CUT = r"(?:dikurangi|diturunkan|dipangkas|diperkecil)"  # "jatah masuk kantor dipangkas"

# --- no rule, or none any more ---------------------------------------------------------------------------------------
# "WFH tidak kami terapkan", "belum menerapkan WFH", "memilih tidak memakai pola WFH"
_NOT_APPLIED = (
    rf"\b{_NOT}(?! (?:ada )?lagi)(?: (?:akan|kami|kita|ada|ikut|serta-merta|perlu|memberlakukan|menerapkan)){{0,3}} "
    rf"{any_of(_LISTS['apply'])}(?: {_ANY_WORD}){{0,9}}? {_WFH}\b"
    # the sentence before has told which: "belum menerapkan pola itu"
    rf"|\b(?:tidak|tak|belum|enggan) (?:ikut |akan |mau )?(?:menerapkan|memberlakukan|mengikuti|memakai|mengadopsi) "
    r"(?:pola|kebijakan|aturan|sistem|skema|opsi|langkah) (?:itu|tersebut|ini|serupa)\b"
)
# What staff at home may not do: "pegawai yang WFH tidak diperbolehkan keluar daerah"
_GOING_OUT = r"(?:keluar|ke luar|meninggal|bepergi|pergi|pulang|mudik|berlibur|jalan|cuti|menggunakan|memakai|menolak)"
# "WFH di kota ini belum diterapkan", but not "pegawai WFH dan tidak boleh ..."
_WFH_NOT = (
    rf"\b{_WFH}\b\)?(?: (?!(?:dan|serta|tapi|tetapi|agar|supaya|jika|bila)\b)[\w()\"'-]{{1,20}}){{0,10}} "
    r"(?:tidak|belum|tak|batal|urung) (?:akan |kami |kita |serta-merta |perlu )?"
    r"(?:(?:di\w+kan|diambil|dipakai|terapkan|berlakukan|laksanakan)\b"
    rf"(?! (?:untuk )?{_GOING_OUT})|(?:diikuti|berlaku|perlu|ada(?! ujung))\b)"
)
# "tidak ada WFH", but not "tidak WFH lagi"
_NO_WFH = rf"\b(?:tidak|tak|belum) (?:ada |ikut |pakai |perlu |terapkan |berlakukan )?{_WFH}\b(?! (?:lagi|total|penuh))"
# "memutuskan untuk tidak ikut"
_DECIDED_NOT = (
    r"\b(?:(?:kami|kita) putuskan|memutuskan|memilih|diputuskan) (?:untuk )?(?:tidak|tak) (?:di\w+|ikut|me\w+)\b"
)
# "menolak kebijakan WFH", "melarang ASN WFH", but not "melarang ASN yang WFH bepergian"
_REFUSES = (
    rf"\b(?:menolak|ogah|enggan|kontra|melarang|larang|dilarang) "
    rf"(?:(?!(?:yang|saat|selama|ketika)\b)\w+ ){{0,3}}{_WFH}\b"
)
# "masuk kantor", "bekerja di kantor", "bekerja seperti biasa"
_STAYING = (
    r"(?:masuk(?: (?:kantor|kerja|seperti biasa))?|ngantor|berkantor|(?:be|di)?kerja (?:di|dari) kantor"
    r"|datang ke kantor|ke kantor|bekerja (?:normal|seperti biasa)(?: (?:di|dari) kantor)?)"
)
# "ASN tetap masuk", "pegawai diminta tetap bekerja di kantor"
_STAY_IN = (
    r"\b(?:asn|pegawai\w*|pns|semua|seluruh \w+|pegawainya|mereka|kita|kami)?\s{0,6}"
    rf"(?:diminta |wajib |harus |akan )?tetap (?:wajib |harus |diminta )?{_STAYING}\b"
)
# "semua pegawai masuk seperti biasa"
_AS_USUAL = (
    r"\b(?:semua|seluruh \w+|pegawai|asn) (?:\w+ ){0,2}masuk (?:seperti|kerja seperti|kantor seperti) (?:hari )?biasa\b"
    r"|\bhadir seperti hari kerja biasa\b|\b(?:masih|tetap) (?:berangkat|masuk|hadir|bekerja) seperti biasa\b"
)
# "masa WFH berakhir", "WFH bagi ASN tidak diperpanjang"
_OVER = (
    rf"\b(?:masa |kebijakan |penerapan |pola )?{_WFH}(?: {_WORD}){{0,9}} "
    rf"(?:{any_of(_LISTS['over'])}|tidak (?:lagi )?(?:di\w+ lagi|diperpanjang))\b"
)
# "mencabut kebijakan WFH"
_STOP = (
    r"\b(?:menyudahi|mengakhiri|menghentikan|mencabut|meniadakan|menghapus|menarik(?: kembali)?"
    r"|setop|stop|akhiri|cabut|hentikan|sudahi) "
    rf"(?:\w+ ){{0,3}}{_WFH}\b"
)
# "tak lagi bekerja dari rumah", "kerja dari rumah tidak lagi berlaku"
_NO_LONGER = (
    rf"\b(?:tidak|tak) (?:ada )?lagi (?:\w+ ){{0,7}}{_WFH}\b"
    rf"|\b{_WFH}\b\)?(?: \w+){{0,4}} (?:tidak|tak) lagi (?:ada|berlaku|perlu|di\w+kan)\b"
)
# "kembali berkantor", "masuk kantor lagi"
_BACK = (
    r"\bkembali (?:(?:mengisi|memenuhi) (?:meja|kantor|ruang)\w*|bekerja (?:di|dari) kantor|berkantor|ngantor"
    r"|masuk (?:kantor|kerja|seperti|normal|penuh)|ke kantor|wfo|bertugas di kantor|bekerja (?:normal|seperti biasa)"
    r"|beraktivitas di kantor|berdinas di kantor)\b|\b(?:masuk kantor|ngantor|berkantor|wfo|masuk) (?:lagi|kembali)\b"
    r"|\b(?:mengembalikan|menarik(?: kembali)?) (?:\w+ ){1,5}?(?:bekerja |masuk |berdinas )?(?:di|ke) kantor\b"
    r"|\b(?:mulai|sudah) (?:aktif )?(?:bekerja|kerja|masuk(?: kantor)?|ngantor|berkantor) "
    r"(?:normal|seperti biasa|penuh)\b"
)
# "kini 100 persen WFO"
_FULL_OFFICE = (
    r"\b(?:sudah|kini|mulai|kembali) (?:\w+ ){0,2}100\s{0,6}(?:persen|%) "
    r"(?:wfo|work from office|masuk|berkantor|ngantor|bekerja (?:di|dari) kantor)\b"
)
# "menerapkan WFO 100 persen meski pusat mengizinkan WFH": what the centre allows is not taken up
_OFFICE_ALL_THE_SAME = (
    r"\b(?:work from office|wfo)\)?(?: secara)? (?:penuh|100\s{0,6}(?:persen|%)) (?:meski|walau|kendati)(?:pun)?\b"
)

# --- a rule to come --------------------------------------------------------------------------------------------------
# "sedang menyiapkan surat edaran", "aturannya masih digodok"; "Tengah" in a name is capital
_PREPARING = (
    rf"\b(?:sedang|masih|(?-i:tengah)|lagi) (?:\w+ ){{0,2}}(?:{any_of(_LISTS['draft'])}"
    r"|(?:kita|kami) (?:siapkan|susun|rancang|kaji|godok|formulakan|matangkan|bahas))\b"
    r"|\bbaru (?:merancang|menyiapkan|menggodok|dirancang|disiapkan|digodok)\b"
    # "masih menunggu petunjuk pusat", but not "menunggu hasil tes"
    r"|\b(?:sedang|masih|(?-i:tengah)|lagi|kami|kita) (?:\w+ ){0,2}(?:menunggu|menanti|menantikan) "
    rf"(?:\w+ ){{0,3}}?{any_of(_LISTS['awaited'])}\b"
)
# "draf surat edaran", "menyiapkan regulasi"
_DRAFT = (
    r"\b(?:draf|draft|rancangan|konsep) (?:\w+ )?"
    r"(?:surat(?:nya)?\b|(?:surat )?(?:edaran|aturan|instruksi|keputusan|se\b|regulasi)\w*)"
    r"|\bsiapkan (?:surat )?(?:edaran|aturan|skema|wfh)\w*|\bmenyiapkan (?:surat )?(?:edaran|aturan|regulasi|skema)\w*"
)
# "bakal menerapkan WFH", "rencana kerja dari rumah"
_WILL = rf"\b{any_of(_LISTS['intend'])} (?:{_WORD} ){{0,8}}?{_WFH}\b"
# "WFH masih dikaji"
_WFH_PLANNED = (
    rf"\b{_WFH}\b(?: {_WORD}){{0,5}} "
    r"(?:akan digulirkan|masih (?:dikaji|wacana|rencana|dibahas)|direncanakan|disiapkan|dipertimbangkan"
    r"|sedang \w+kan)\b"
)
# "bakal dibagi dua sif", "kapan dimulai belum ditentukan"; but "sampai kapan berlaku belum ditentukan" is an open end
_SOON = (
    r"\bbakal (?:dibagi|mendapat|punya|menjalani|bekerja|diberlakukan|diterapkan)\b"
    r"|\b(?:tanggal\w*|(?<!sampai\s)(?<!hingga\s)kapan \w+|mulainya|waktunya) (?:\w+ ){0,4}"
    r"belum (?:ditetapkan|ditentukan|bisa|dipastikan|berani)\b"
)

# --- a rule changed --------------------------------------------------------------------------------------------------
# "memperpanjang masa WFH", "WFH disambung lagi"
_EXTEND = (
    r"\b(?<!tidak\s)(?<!tak\s)(?<!belum\s)(?<!dapat\s)(?<!bisa\s)"
    r"(?:memperpanjang|perpanjang|diperpanjang|perpanjangan|meneruskan|melanjutkan|dilanjutkan|lanjutkan"
    r"|menyambung (?:masa|aturan|pola|kebijakan|wfh)|(?:kita|kami) (?:tambah|sambung) lagi"
    r"|berlanjut (?:hingga|sampai)|disambung(?: lagi)?|diteruskan(?! (?:kepada|ke)\b)|memperlama)\b"
)
# "menambah masa", "batas waktu digeser menjadi 21 April"
_LONGER = (
    r"\b(?:menambah|tambah|ditambah|penambahan) (?:lagi )?(?:masa|waktu|durasi|lama)\b"
    r"|\b(?:masa|waktu) (?:\w+ ){0,16}ditambah\b|\bkembali memperpanjang\b"
    r"|\b(?:memundurkan|mengundurkan|menggeser) (?:\w+ ){0,2}(?:batas|masa|akhir)\b"
    r"|\b(?:batas\w*|masa\w*|akhir\w*) (?:\w+ ){0,3}(?:digeser|diundur|dimundurkan) (?:menjadi|ke|hingga|sampai)\b"
)
# "memperketat WFH", "menambah porsi WFH", "WFH kita naikkan", "porsi WFH ditambah", "jatah masuk kantor dipangkas"
_TIGHTER = (
    r"\b(?:memperketat|perketat|diperketat) (?:\w+ ){0,4}"
    rf"(?:{_WFH}|(?:per)?kantor(?:an)?|jam kerja|kerja pegawai|pegawai)\b"
    r"|\bmengetatkan(?:nya)?\b"
    r"|\b(?:sekarang|kini) lebih ketat\b"
    r"|\blebih ketat (?:dibanding\w*|daripada|dari) (?:\w+ ){0,2}(?:aturan|ketentuan|edaran|ppkm|sebelum)"
    rf"|\b(?:menambah|menaikkan|memperbesar) {_MORE_LESS_NOUN} (?:\w+ ){{0,3}}{_WFH}\b"
    rf"|\b{_WFH}(?: \w+){{0,3}} (?:kita|kami) (?:naikkan|tambah)\b"
    rf"|\b(?:porsi|jumlah|persentase|kuota) (?:\w+ ){{0,5}}{_WFH} (?:\w+ ){{0,3}}"
    r"(?:ditambah|dinaikkan|diperbesar|melonjak)\b"
    rf"|\b(?:jatah|jumlah|kuota|porsi) (?:\w+ ){{0,8}}kantor (?:\w+ ){{0,2}}(?:diciutkan|dipersempit|{_CUT})\b"
    r"|\bmemangkas lagi jumlah (?:pegawai|asn)\b"
    # "menerapkan kerja dari rumah satu hari, pemprov menambahnya menjadi dua hari"
    r"|\b(?:menambah(?:nya|kan)?|ditambah)(?: lagi)? (?:menjadi|jadi) (?:dua|tiga|empat) hari\b"
    rf"|\b(?:menambah|tambah) (?:jumlah )?hari (?:kerja )?{_WFH}\b"
    # "Jika sebelumnya kehadiran di kantor bisa 75 persen, kini jumlahnya dipangkas"
    rf"|\bkehadiran(?:nya)? (?:\w+ )?di kantor\b[^.;\n]{{0,60}}\b(?:kini|sekarang) (?:\w+ )?{_CUT}\b"
)
# "melonggarkan", but not "melonggarkan kewajiban berkantor", which sends staff home; "porsi WFH dikurangi",
# "mengurangi jumlah WFH"
_LOOSER = (
    r"\b(?:melonggarkan(?! (?:kewajiban|keharusan|kehadiran))|longgarkan|dilonggarkan|pelonggaran"
    r"|kelonggaran baru|lebih longgar)\b"
    rf"|\b{_MORE_LESS_NOUN} (?:{_WORD} ){{0,9}}?{_WFH}\)? (?:{_WORD} ){{0,6}}?{_CUT}\b"
    rf"|\bmengurangi {_MORE_LESS_NOUN} (?:\w+ ){{0,3}}{_WFH}\b"
)

# --- a rule made -----------------------------------------------------------------------------------------------------
# "memberlakukan WFH", "ASN diminta bekerja dari rumah"
_IMPOSE = rf"\b{any_of(_LISTS['impose'])} (?:[\w()\"',-]{{1,22}} ){{0,14}}?(?:{_WFH}|di rumah|dari rumah)\b"
# "tertuang dalam", "meneken surat edaran"
_DECREE = (
    r"\b(?:tertuang|termuat|dituangkan|tertulis|diatur|dimuat) (?:\w+ ){0,2}(?:dalam|lewat|melalui|di)\b"
    r"|\b(?:meneken|menandatangani|menerbitkan|mengeluarkan) (?:\w+ ){0,2}"
    r"(?:surat edaran|edaran|se|instruksi|keputusan)\b"
)
# "WFH 75 persen"
_SHARE = rf"\b{_WFH} (?:sebesar |sebanyak |maksimal |minimal )?\d{{1,3}}\s{{0,6}}(?:persen|%)"

_WORDS: Final[dict[Action, dict[str, str]]] = {
    "reject": {
        "not_applied": _NOT_APPLIED,
        "wfh_not": _WFH_NOT,
        "no_wfh": _NO_WFH,
        "decided_not": _DECIDED_NOT,
        "refuses": _REFUSES,
        "stay_in": _STAY_IN,
        "as_usual": _AS_USUAL,
        "office_all_the_same": _OFFICE_ALL_THE_SAME,
    },
    "end": {"over": _OVER, "stop": _STOP, "no_longer": _NO_LONGER, "back": _BACK, "full_office": _FULL_OFFICE},
    "plan": {"preparing": _PREPARING, "draft": _DRAFT, "will": _WILL, "wfh_planned": _WFH_PLANNED, "soon": _SOON},
    "extend": {"extend": _EXTEND, "longer": _LONGER},
    "tighten": {"tighter": _TIGHTER},
    "relax": {"looser": _LOOSER},
    "impose": {"impose": _IMPOSE, "decree": _DECREE, "share": _SHARE},
}
#: For each action the patterns that tell it, by the name that the evidence shows.
PATTERNS: Final[dict[Action, dict[str, Pattern]]] = {
    action: {name: compiled(pattern) for name, pattern in words.items()} for action, words in _WORDS.items()
}
#: What `corpus.patterns.possible` says of a sentence that may tell any of them.
BITS: Final = reduce(or_, (pattern.bits for patterns in PATTERNS.values() for pattern in patterns.values()))
#: Words that need no word of the rule beside them: the sentence before has told what is decided.
PLAIN: Final = frozenset({"decided_not", "as_usual", "stay_in", "over", "full_office", "preparing", "draft"})

#: Who can stay in: "agar bahan makanan dan obat tetap masuk" is of goods.
ANYBODY: Final = compiled(
    r"\b(?:asn|pns|aparatur|pegawai\w*|staf\w*|karyawan\w*|semua\w*|seluruh\w*|mereka|kami|kita|opd|kantor|kerja|ngantor"
    r"|berkantor|petugas|dinas)\b"
)
#: Refusals told by who stays in; they may be of the other days: "dua hari di rumah, Senin tetap masuk seperti biasa".
STAYS: Final = frozenset({"stay_in", "as_usual"})

# --- words that take a telling back ----------------------------------------------------------------------------------
# A condition or a wish is no decision: "kalau suratnya turun, kita perpanjang"
# ("Jika sebelumnya 75 persen, kini dipangkas" compares)
UNREAL: Final = compiled(
    rf"\b{any_of(_LISTS['unreal'])}\b(?! (?:sebelumnya|semula|dulu|tadinya|kemarin|selama ini"
    r"|pada (?:\w+ ){1,2}(?:lama|sebelumnya|terdahulu))\b)[^.;\n]{0,90}$"
)
# "Begitu indeks udara turun, semua pegawai kembali masuk": once it is so
ONCE_SO: Final = compiled(r"^\W*begitu (?!juga|pula|pun|dengan|halnya)[^,;\n]{3,80}, ")
# What others propose is not imposed by being told, though it can be refused: "Wacana WFH tidak berlaku di kota ini"
IDEA: Final = compiled(r"\b(?:(?:meng|di)?usul\w*|wacana)\b[^.;\n]{0,90}$")
# "Untuk yang satu ini tidak ada WFH": a part of the staff, not a refusal
# ("Adapun Pemkab X belum menerapkan WFH" is another government's)
FOR_SOME: Final = compiled(
    r"^\W*(?:untuk|khusus|bagi|sektor|kecuali|(?:di luar|selain) (?:itu|mereka|yang)|(?:adapun|sedangkan)"
    r"(?! (?:pem(?:kot|kab|prov|ko|da|erintah)|wali\s?kota|bupati|gubernur|kota|kabupaten|provinsi|di)\b))\b"
)
# "akan ditambah | kalau perlu": a rule that may go on
IF_NEEDED: Final = compiled(
    r" ?(?:lagi )?(?:kalau|jika|bila|apabila|bilamana) (?:perlu|diperlukan|dibutuhkan|masih|belum)\b"
)
# "WFH sampai perbaikan selesai": told when it will end, not that it has
UNTIL: Final = compiled(r"\b(?:sampai|hingga|bila|kalau)\b")
# "WFH tidak berlaku bagi pegawai puskesmas": for some, the others are at home
_STAFF_AT_LARGE = (
    r"(?:seluruh |semua |para )?(?:asn|pns|pegawai|aparatur)(?:nya)?"
    r"(?:\s{0,6}[.,;\"]| (?:di|se|pem\w+|negeri|sipil|daerah|provinsi|kota|kabupaten|meski|walau|kendati)(?:pun)?\b|$)"
)
FOR_OTHERS: Final = compiled(rf"\s{{0,6}}(?:bagi|untuk|terhadap|kepada) (?!{_STAFF_AT_LARGE})")
# "tidak ada WFH | untuk kantor lain"
FOR_OTHER_OFFICES: Final = compiled(
    r"\s{0,6}(?:bagi|untuk|di) (?:opd|skpd|dinas|kantor|instansi|badan)(?:-\w+)? (?:yang )?(?:lain(?:nya)?|selain)\b"
)
# "rencana kembali berkantor pada 22 April batal", "semestinya kembali berkantor": they do not
DROPPED: Final = compiled(r"\b(?:batal|urung|ditunda|diundur|dimundurkan)\b")
SHOULD_HAVE: Final = compiled(r"\b(?:semula|sedianya|seharusnya|semestinya|mestinya)\b")
# "tetap ngantor" of some, not of the staff at large: "petugas piket", "yang tidak sakit", "25 persen"
SOME: Final = compiled(rf"^\W*yang\b|\b(?:{any_of(_LISTS['some_staff'])})\b|%")
# The PPKM itself is extended: no word on the WFH rule unless nothing else is said
OTHER_EXTENDED: Final = compiled(
    r"^\s{0,6}(?:masa )?(?:(?:penerapan|pemberlakuan|pelaksanaan|status) ){0,2}"
    r"(?:ppkm|psbb|masa tanggap darurat|status|libur\w*|ptkm|pembatasan)\b"
)
# Decided, though the circular is still to come: an imposition, no plan
DECIDED: Final = compiled(r"(?<!akan\s)(?<!bakal\s)(?<!segera\s)\b(?:menetapkan|memutuskan|memberlakukan|diputuskan)\b")
# "kita tidak (menerapkan WFH)", "pemerintah pusat justru (mempersilakan WFH)"
NOT_IMPOSED: Final = compiled(rf"\b(?:{_NOT}|pemerintah pusat) (?:\w+ ){{0,1}}$")
# "ASN yang WFH setiap Jumat | wajib berada di rumah": told of those at home
OF_THOSE_AT_HOME: Final = compiled(rf"\byang (?:(?:sedang|tengah|menjalani|melaksanakan) )?{_WFH}\b[^.;\n]{{0,40}}$")
PAUSE: Final = compiled(r"[,;] ")
# "Setelah WFA, ASN libur dan wajib berkantor lagi pada 8 April": told when it will be over
AFTER_IT: Final = compiled(r"^\W*(?:setelah|usai|selepas|sesudah) (?:masa )?(?:wf[ah]|libur|cuti|itu)\b")
# "Dinas lainnya sudah berkantor normal sejak hari ini": others than those of the rule
OTHER_OFFICES: Final = compiled(
    r"\b(?:dinas|kantor|opd|skpd|instansi|badan)(?:-\w+)? (?:yang )?lain(?:nya)?\b[^.;\n]{0,30}$"
)
# "tidak di rumah": nobody is at home there
NEGATION: Final = compiled(r"\b(?:tidak|tak|belum|bukan)\b")
