"""The words and patterns by which Indonesian news states COVID-19 counts; `extract.counts.find` reads with them.

The words themselves are in `words.toml`. Patterns that end in `_AT` are matched at a place, the others are searched.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from importlib import resources

from corpus.patterns import Pattern


def _phrases(entries: Sequence[str]) -> str:
    """Alternatives for a list of the lexicon, longest first; a final "*" stands for any ending."""
    ordered = sorted(entries, key=len, reverse=True)
    parts = (r"\s{1,4}".join(re.escape(word) for word in entry.rstrip("*").split()) for entry in ordered)
    return (
        "(?:"
        + "|".join(p + (r"\w{0,20}" if e.endswith("*") else "") for p, e in zip(parts, ordered, strict=True))
        + ")"
    )


def _any_of(entries: Sequence[str]) -> Pattern:
    return Pattern(rf"\b{_phrases(entries)}\b")


_MET = (
    r"(?:melakukan\s{1,3}kontak(?=\s{1,3}(?:erat|dekat|langsung)\b)|(?:pernah|sempat)\s{1,3}(?:ber)?kontak)\b(?:\s{1,3}(?:erat|dekat|langsung)\b)?"
    r"(?![^.,;\n]{0,100}\b(?:dinyatakan|terkonfirmasi|ternyata|positif|reaktif|negatif))"
)


def _grouped(table: dict[str, list[str]]) -> list[str]:
    """Patterns with a named group for each key, in the order of the table.

    "aktif" alone is a cue only as the label of an amount: "sembuh 15.102, aktif 231", "314 aktif, 40 meninggal".
    Who met the ill is a contact, unless the clause goes on with what the test said: "31 pegawai yang sempat kontak".
    """
    label = {
        "active": r"|aktif(?=[\s:]{1,4}(?:\d|$))|(?<=\d )aktif(?=\s{0,4}(?:[,.;)]|dan\b|serta\b|$))",
        "close_contact": rf"|{_MET}",
    }
    return [f"(?P<{name}>{_phrases(entries)}{label.get(name, '')})" for name, entries in table.items()]


_LEXICON = tomllib.loads(resources.files("extract.counts").joinpath("words.toml").read_text(encoding="utf-8"))
_PEOPLE: dict[str, list[str]] = _LEXICON["people"]
_PLACES: dict[str, list[str]] = _LEXICON["places"]
WHO = {noun: population for population, nouns in _PEOPLE.items() for noun in nouns}
WHERE = {noun: population for population, nouns in _PLACES.items() for noun in nouns}
STRENGTH = ("died", "recovered", "suspected", "close_contact", "active")

_NUMERAL = r"(?:\d|(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|se(?:puluh|belas|ratus|ribu))\b)"

CONTEXT = _any_of(_LEXICON["context"])
OTHER_EVENT = _any_of(_LEXICON["other_events"])
IGNORED = _any_of(_LEXICON["ignored"])
# "mengatakan jika 12 ASN positif": after a verb of speaking, "jika" is only "that"
CONDITION = Pattern(
    rf"(?P<said>\b{_phrases(_LEXICON['says'])}\s{{1,4}}(?:jika|bila|kalau)\b)|\b{_phrases(_LEXICON['conditions'])}\b",
)
NOT_CASES = _any_of(_LEXICON["not_cases"])
# "baru", but not the "baru" of "baru 12 orang", which is "only"
_ONLY = rf"(?<!kasus )(?<!positif )(?<!pasien )baru\s{{1,3}}{_NUMERAL}"
NEW = Pattern(rf"\b(?!{_ONLY}){_phrases(_LEXICON['new'])}\b|(?<=\()\+(?=\d)")
# "6.011 (+82)": the cases of the day
PLUS = re.compile(r"(?<=\(\+)\d{1,3}(?:[.]\d{3}){0,2}(?=\s{0,2}(?:\)|kasus\b|orang\b|pasien\b))", re.IGNORECASE)
# "Dari total tersebut, 23 orang ASN": of the largest count, whatever was told last
OF_TOTAL = Pattern(r"\bdari\s{1,3}total\b")
THE_NEW = Pattern(r"\byang\s{1,3}baru\b")
TODAY = Pattern(rf"(?<!hingga )(?<!sampai )(?<!per )\b{_phrases(_LEXICON['today'])}\b")
# The whole list is of one day: "Kasus positif harian bertambah 58 orang, sembuh 41 orang"
DAY = _any_of(_LEXICON["day"])
ADDED = Pattern(r"\b(?:tambahan|penambahan|bertambah|ketambahan)\b")
CUMULATIVE = _any_of(_LEXICON["cumulative"])
# Of those who work, a cue word says something else: "12 orang masih aktif bekerja"
_AT_WORK = r"(?!\s{1,3}(?:bekerja|berkantor|bertugas|melayani|berdinas)\b)"
_CUES = _grouped(_LEXICON["cues"])
CUE = Pattern(*(rf"\b{cue}(?:nya)?\b{_AT_WORK}" for cue in _CUES))
# "positif Covid-19", "kasus virus corona": beyond doubt the disease, whatever else the sentence tells of
DISEASE = Pattern(
    r"\b(?:positif|kasus|terkonfirmasi|konfirmasi|terpapar|terinfeksi|tertular|terjangkit|pasien|akibat|karena)\s{1,3}"
    r"(?:infeksi\s{1,3})?(?:virus\s{1,3})?(?:covid|corona|korona)",
)
# Words of a COVID-19 report beside "meninggal" and "dirawat", which other events have too
_SIGNS = "|".join(_phrases(_LEXICON["cues"][metric]) for metric in ("confirmed", "suspected", "close_contact"))
SURE = Pattern(rf"{CONTEXT.pattern}|\b(?:{_SIGNS}|isolasi|isoman|kasus)\b")
NEGATED = re.compile(r"\b(?:tidak|tak|belum|bukan|tanpa|nihil)\s{1,3}(?:ada\s{1,3})?(?:yang\s{1,3})?$", re.IGNORECASE)
BASE = re.compile(
    rf"(?<!lebih )(?<!kurang )(?<!terdiri )(?<!sehari )(?<!hari )\b{_phrases(_LEXICON['base_before'])}\s{{1,3}}$",
    re.IGNORECASE,
)
# "Dari 174 kasus baru, 120 di antaranya karyawan": what is broken down is a count itself
# ("Dari 17 warga yang pernah terkonfirmasi positif, 14 sudah sembuh": so are they)
CASES_AT = re.compile(
    r"\s{1,4}(?:(?:kasus|pasien)\s{1,3}(?:baru|positif|aktif|konfirmasi|terkonfirmasi)"
    r"|(?:warga|penduduk)\s{1,3}(?:yang\s{1,3})?(?:(?:pernah|sempat|sudah|telah|dinyatakan)\s{1,3}){0,2}"
    r"(?:terkonfirmasi|positif|terpapar|terinfeksi))\b",
    re.IGNORECASE,
)
# "109 orang masih positif dari total 1.078 kasus": the total is a count, too
TOTAL_CASES_AT = re.compile(
    r"\s{1,4}kasus(?=\s{0,3}(?:[.,;)]|positif|konfirmasi|terkonfirmasi|covid|$))", re.IGNORECASE
)
# "tes terhadap 312 pegawai menunjukkan 41 orang positif", "hasil swab 40 pegawai, tiga positif": those are staff
UPON = re.compile(
    r"\b(?:terhadap|kepada|hasil\s{1,3}(?:tes|tes\susap|swab|pcr|antigen))\s{1,3}(?:sekitar\s{1,3}|sebanyak\s{1,3}|total\s{1,3})?$",
    re.IGNORECASE,
)
# "118 kasus", "kasus di Batam tembus 20": a case of COVID-19, but no cue as strong as "positif"
CASE = Pattern(
    rf"\bkasus(?:nya)?\b(?=\s{{0,3}}(?:$|[^\w\s]|{_phrases(_LEXICON['case_kinds'])}\b|(?-i:[A-Z])))"
    r"|\b(?:pasien|korban)\s{1,3}(?:baru|virus|covid|corona|korona)\b"
    # "total pasien menjadi 15 orang"
    r"|\b(?:total|jumlah)\s{1,3}pasien(?=\s{0,3}(?:$|menjadi\b))",
)
_NOUN = rf"{_phrases([*WHO])}(?:nya)?"
# "Di antaranya", "Dari sembilan orang tersebut": what follows goes on with the people of the sentence before
BACK = Pattern(
    rf"\b(?:{_phrases(_LEXICON['back_reference'])}"
    rf"|dari\s{{1,3}}(?:\d[\d.]{{0,6}}|[a-z]{{3,12}})\s{{1,3}}{_NOUN}\s{{1,3}}(?:itu|tersebut|tadi|ini))\b"
)
# "orang", "orang stafnya", "kasus ASN": up to three nouns in a row
NOUNS_AT = re.compile(
    rf"\s{{0,4}}(?:(?:lagi|lebih|tambahan|penambahan)\s{{1,3}})?(?P<nouns>{_NOUN}(?:\s{{1,4}}{_NOUN}){{0,2}})\b",
    re.IGNORECASE,
)
NOUN_IN = Pattern(rf"\b(?P<noun>{_phrases([*WHO])})(?:nya)?\b")
# "12 di antaranya ASN", "996 lainnya", "20 orang yang merupakan nakes"
AMONG_AT = re.compile(
    r"\s{1,4}(?:orang\s{1,3})?(?:di\s{0,2}antaranya|(?:di\s{1,3}antara|dari)\s{1,3}mereka|sisanya|selebihnya|lainnya|lagi|(?:yang\s{1,3})?(?:merupakan|adalah|berstatus|berprofesi))\b"
    rf"(?:(?:\s{{1,3}}(?:adalah|merupakan|dari|berstatus|berprofesi))?\s{{1,3}}(?P<noun>{_phrases([*WHO])})\b)?",
    re.IGNORECASE,
)
# One who speaks of the people is none of them: "kepala dinas menyebut kasus aktif 40 orang"
SAYS = _any_of(_LEXICON["says"])
# "Juru bicara mengatakan | dari 14 kasus konfirmasi"
SAID_THAT = re.compile(rf"\b{_phrases(_LEXICON['says'])}(?:\s{{1,4}}(?:bahwa|jika|kalau))?$", re.IGNORECASE)
# "12 orang di kantor itu": its staff
AT_OFFICE_AT = re.compile(
    r"\s{1,3}(?:yang\s{1,3}bekerja\s{1,3})?di\s{1,3}(?:kantor|dinas|badan|instansi|opd|sekretariat|setda)\s{1,3}(?:itu|tersebut|ini)\b",
    re.IGNORECASE,
)
# "12 kasus di lingkungan pemkot", "dari kalangan ASN"
CIRCLE = Pattern(
    r"\b(?:kalangan|lingkungan|lingkup|unsur|internal|(?:klaster|kluster)(?:\s{1,3}(?!keluarga)[\w-]{1,20}){0,3})"
    r"\s{1,3}(?:kantor\s{1,3})?"
    rf"(?P<noun>{_phrases([*WHO, *WHERE])})\b",
)
# "di PUPR delapan orang", "muncul di Inspektorat": the staff of an office, unless someone only spoke or met there
OFFICE = Pattern(
    rf"\b(?:di|dari)\s{{1,3}}(?:(?:kantor|lingkungan|lingkup|internal)\s{{1,3}})?{_phrases(_LEXICON['offices'])}\b(?!\s{{1,3}}kesehatan\b)"
)
MET_AT = Pattern(
    rf"\b(?:{_phrases(_LEXICON['says'])}|kata|ujar|ucap|ditemui|digelar|rapat|jumpa|konferensi|pertemuan|disampaikan|usai|saat|data)\b"
)
# "903 ASN menjalani tes cepat. Hasilnya 65 orang reaktif": those are staff as well
RESULT_AT = re.compile(
    r"\W{0,3}(?:dari\s{1,3})?hasil(?:nya|\s{1,3}(?:tes|swab|rapid|pemeriksaan|skrining|uji|pcr|yang\s{1,3}(?:sudah\s{1,3})?keluar))\b|_",
    re.IGNORECASE,
)
# Those who test, guard and help are not those who are tested
HELPERS = Pattern(r"\b(?:petugas|personel|relawan|anggota|kader|pengurus|satpam)\b")
AUXILIARY_AT = re.compile(
    r"\s{1,4}(?:sudah|telah|masih|dinyatakan|berhasil|sedang|menjalani|terkonfirmasi|yang|tanpa\s{1,3}gejala)\b",
    re.IGNORECASE,
)
# Directly before an amount without a noun: "mencapai 954", "Sembuh: 4.091"
AMOUNTS_TO = re.compile(
    r"(?::|\b(?:mencapai|capai|menembus|tembus|menyentuh|menjadi|jadi|sebanyak|total|totalnya|berjumlah|sejumlah|jumlahnya"
    r"|bertambah|tambah|tambahan|penambahan|tercatat|ada|sudah|telah|pernah|sempat|kini|baru)|(?<=\()\+)\s{0,4}$",
    re.IGNORECASE,
)
# A blank of any length stands where a parenthesis was
ENDS_AT = re.compile(
    r"\s{0,130}(?:$|[^\w\s]|(?:di|dari|hingga|per|pada|dalam|sejak|secara|atau|sehari)\b)", re.IGNORECASE
)
# "24 jam", "20 rumah sakit": a word in small letters that is neither people nor a cue
FOREIGN_AT = re.compile(
    rf"\s{{1,4}}(?!(?:{_NOUN}|lagi|lebih|tambahan|penambahan|lainnya|sisanya|selebihnya|di|dari|hingga|per|pada|dalam|sejak|secara|atau|sudah|telah|masih|berhasil|sedang|baru|sehari|diantaranya"
    rf"|yang|dinyatakan|menjalani|merupakan|adalah|tanpa\s{{1,3}}gejala|{'|'.join(_CUES)})\b)(?-i:[a-z])",
    re.IGNORECASE,
)
# "20 kasus per hari", "15 orang setiap kasus": a rate
RATE_AT = re.compile(
    r"\s{1,4}(?:per|setiap|tiap)\s{1,3}(?:kasus|orang|hari|pekan|minggu|bulan|seribu|100|1[.]000|satu)\b", re.IGNORECASE
)
# The amount stands for all time so far
SO_FAR = Pattern(r"\b(?:sudah|telah|tercatat|kini|ada|terdapat|punya|memiliki)\b")
STANDS_AT = Pattern(r"\b(?:kini|mencapai|menembus|tembus|menyentuh)\b")
# "merawat 45 pasien", "terisi 87 pasien", "menyisakan 12 pasien positif"
TREATS = re.compile(
    r"\b(?:merawat|menangani|terisi|dihuni|ditempati|menyisakan|tersisa|tinggal)\s{1,3}"
    r"(?:(?:oleh|sekitar|sebanyak)\s{1,3})?$",
    re.IGNORECASE,
)
# "sanggup merawat 50 pasien" is room for them; "tinggal lima orang" may be anyone
MAY = re.compile(r"\b(?:sanggup|mampu|dapat|bisa|siap|untuk|hanya\s{1,3}bisa)\s{1,3}$", re.IGNORECASE)
REMAINS_AT = re.compile(r"(?:menyisakan|tersisa|tinggal)\b", re.IGNORECASE)
AVERAGE = Pattern(r"\brata-rata\b")  # "rata-rata kasus harian 100 orang"
# "17 pejabat dan staf positif": the clause behind "dan" has no amount of its own
_AND_NOUN = r"\s{0,4}(?:dan|serta|maupun|beserta)\s{1,3}(?!(?:kasus|pasien|korban)\b)"
AND_NOUN_AT = re.compile(_AND_NOUN + rf"{_NOUN}\b", re.IGNORECASE)
OF_AT = re.compile(
    r"\s{1,3}(?:orang\s{1,3})?dari\s{1,3}(?:total\s{1,3}|sekitar\s{1,3})?", re.IGNORECASE
)  # "150 dari 2.000 ASN"
EACH_BEFORE = re.compile(r"\bmasing-\s?masing\s{1,3}(?:ada\s{1,3}|sebanyak\s{1,3}|dengan\s{1,3})?$", re.IGNORECASE)
_NAME = r"[A-Z][\w'-]{0,30}(?:[ ][A-Z][\w'-]{0,30}){0,3}"
NAMES_END = re.compile(rf"({_NAME}(?:,\s{_NAME}){{0,8}},?\s(?:dan|serta)\s{_NAME}),?\s*$")
LISTED = re.compile(r",\s(?!dan\b|serta\b)|\b(?:dan|serta)\b")
SMALL_BOUND = re.compile(r"\b(?:lebih\s{1,3}dari|di\s{0,2}atas|minimal|setidaknya)\s{1,3}$", re.IGNORECASE)
# An earlier count's people do not go on where the sentence turns to the whole region
REGION_TURN = Pattern(
    r"\b(?:kota|kabupaten|provinsi|nasional|indonesia|masyarakat|warga|gugus\s{1,3}tugas|satgas|dinas\s{1,3}kesehatan|dinkes|secara\s{1,3}keseluruhan|total\s{1,3}kasus"
    r"|(?:sejak|selama)\s{1,3}(?:awal\s{1,3})?pandemi)\b",
)
ONE = Pattern(
    rf"(?:(?<=\bdan )|(?<=\bserta ))seorang\b(?=\s{{1,3}}{_NOUN}\b)"
    r"|(?<!salah )\bseorang\b"
    r"(?=\s{1,3}(?:lagi|lainnya|di\s?antaranya|meninggal|sembuh|wafat|masih|dirawat|dinyatakan))",
)
# "Kemarin bertambah tiga orang", "Jumlah kumulatif menjadi 689": more of the cases told before, or their sum
_WHEN = rf"(?:{_phrases(_LEXICON['when'])}|\(?\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?\)?)"
_SUM_HEAD = (
    r"bertambah|(?:(?:jumlah|angka|total)\s{1,3})?(?:kumulatif|akumulasi|keseluruhan)(?:nya)?"
    r"|(?:total|jumlah)(?:nya)?(?=\s{1,3}(?:\w{1,12}\s{1,3})?(?:menjadi|jadi)\b)"
)
SUM_ALONE = re.compile(
    rf"[\s\"“]{{0,4}}(?:(?:sehingga|dengan\s(?:demikian|begitu)|dengan\s(?:tambahan|penambahan)\s(?:itu|ini|tersebut)|secara|{_WHEN})[\s,]{{1,130}}){{0,4}}"
    rf"(?:{_SUM_HEAD})(?:\s{{1,4}}(?:lagi|menjadi|jadi|mencapai|sebanyak|sudah|telah|tercatat|{_WHEN})){{0,3}}\s{{1,130}}",
    re.IGNORECASE,
)
# "turun dari 300 kasus aktif menjadi 200", "dari 12 orang pada Agustus menjadi 73 orang": what the count was before
CAME_FROM_AT = re.compile(r"\bdari\s{1,3}(?:(?:semula|sebelumnya|hanya|sekitar)\s{1,3})?$", re.IGNORECASE)
# "8 orang dari sebelumnya 14", "64 orang dibandingkan 120 orang", "1.017 orang, turun dari 1.460 pekan sebelumnya"
WAS_AT = re.compile(
    r",?\s{1,3}(?:(?:(?:jauh\s{1,3})?(?:turun|menurun|naik|meningkat|melonjak|bertambah|berkurang)\s{1,3}dari"
    r"(?:\s{1,3}(?:sebelumnya|semula|sekitar))?|dari\s{1,3}(?:sebelumnya|semula)"
    r"|dibanding(?:kan)?(?:\s{1,3}dengan)?)\s{1,3})",
    re.IGNORECASE,
)
# "Kasus harian naik dari 20 menjadi 65": both are of a day
DAILY = Pattern(r"\bharian\b")
CAME_TO_AT = re.compile(
    r"[^.;:()\n]{0,60}\b(?:menjadi|jadi|ke)\s{1,3}(?:(?:total|sekitar|hanya|sebanyak)\s{1,3})?", re.IGNORECASE
)
PEAK = Pattern(r"\bpuncak(?:nya)?\b")  # "jauh di bawah puncak pada Juli yang mencapai 1.120 orang"
# "9 di antaranya sudah pulang": of those who were ill
WENT_HOME = Pattern(r"\b(?:sudah|telah)\s{1,3}(?:di)?pulang(?:kan)?\b")
# "Dua staf tersebut kini menjalani isolasi": they have been counted
THE_SAME_AT = re.compile(r"\s{1,3}(?:tersebut|itu|ini|tadi)\b", re.IGNORECASE)
# "tiga pegawai, termasuk camat, positif": an aside between those counted and their cue
ASIDE = re.compile(
    r",\s{1,3}(?:termasuk|salah\s{1,3}satunya)\s[^,.;:()\d\n]{2,60},"
    r"|\btermasuk\s{1,3}(?:[\w-]{2,20}\s{1,3}){1,3}(?=(?:dinyatakan|terkonfirmasi|terpapar|tertular|terinfeksi|positif)\b)",
    re.IGNORECASE,
)
PARENTHESIS = re.compile(r"\([^()\n]{0,120}\)")
WORD = re.compile(r"[^\W\d_][\w-]*")
LIGHT = frozenset([*_LEXICON["light"], *_LEXICON["says"]])
APART = frozenset(_LEXICON["apart"])

LONGEST = 2000  # characters; a longer "sentence" is a list without punctuation and is cut
SENTENCE_END = re.compile(
    # the mark is looked for before what it must not stand behind: that is quicker
    r"(?=[.!?])(?<!\b[A-Za-z])(?<!\bdr)(?<!\bKab)(?<!\bkab)(?<!\bKec)(?<!\bdrg)(?<!\bProf)(?<!\bNo)[.!?](?:[^\w\s]{1,6}|(?=\s|[A-Z]))"
    r"|\n(?!\s{0,3}[a-z(]|\s{0,3}\d[\d.]{0,12}\s{1,3}[a-z])"
)
# "tahun lalu", "Juli lalu": no turn to something else
_THEN = "lalu" + "".join(f"(?<!{word} lalu)" for word in _LEXICON["ago"])
# "sembuh 46 orang | dan ...", "tambah 12 orang | sehingga ..."; "dipulangkan karena sembuh" stays in one
_TURN = (
    rf"dan|serta|sedangkan|sementara|{_THEN}|kemudian|namun|tetapi|tapi|adapun|sehingga"
    r"|(?:setelah|sesudah|usai|karena)(?!\s(?:(?:sudah|telah|dinyatakan)\s)?sembuh)|akibat|lantaran"
    r"|ketika|terdiri|yakni|yaitu|antara\slain|meliputi|termasuk|atau|ditambah"
)
# "bertambah 23 orang | menjadi 120", "sembuh bertambah 540 | total 16.243"
_SUM = r"menjadi|jadi|dengan|(?:(?<=\d )|(?<=orang )|(?<=kasus ))total"
_MEASURE = r"(?:(?:total|sebanyak|sekitar|tambahan|penambahan)\s{1,3})?"
# "5.012 kasus | dengan kasus sembuh 3.900"
_WITH = r"dengan\s{1,4}(?:(?:jumlah|angka|total)\s{1,3})?(?:kasus|pasien|yang|kematian|korban|kesembuhan)"
# "402 orang | dengan tingkat keterisian tempat tidur 79 persen"
_BEDS = r"dengan\s{1,4}(?:tingkat\s{1,3})?(?:keterisian|bor|hunian)"
CLAUSE = re.compile(
    rf",(?!\d)|(?<=[^\W\d]),|[;()]|\s-\s|\b(?=(?:{_TURN})\b)|\b(?=(?:{_WITH}|{_BEDS})\b)"
    rf"|\b(?=(?:{_SUM})\s{{1,4}}{_MEASURE}{_NUMERAL})",
    re.IGNORECASE,
)
# Between an addition and the sum that it leads to: "tiga kematian sehingga total kematian 48 orang"
SUMS_UP = Pattern(r"\b(?:sehingga|hingga|menjadi|jadi|total)\b")
ACTIVE_VERB = re.compile(r"(?!mereka\b)me[mnlrs]\w{3}")  # "merumahkan", "menutup"; not "Merauke"
RESIDENTS = Pattern(r"\b(?:warga|penduduk|masyarakat)\b")
PATIENTS = Pattern(r"\b(?:kasus|pasien|penderita)\b")
A_CASE = Pattern(r"\bkasus\b")
# "Seluruh pegawai, jumlahnya 54 orang": the strength of the staff, not more of the cases
ALL_STAFF = Pattern(rf"\b(?:seluruh|semua)\s{{1,3}}{_NOUN}\b")
# "dengan tambahan 43 kasus", "totalnya 300 kasus": more of what the clause before told
REFERS = Pattern(r"\b(?:disusul|diikuti|menyusul|dengan|totalnya|jumlahnya|menjadi|jadi)\b")
# After an amount of which nothing more is said
WHERE_OR_WHEN = re.compile(
    r"(?:di|pada|dari|per|hingga|sampai|sejak|secara|dalam|untuk|lagi|lainnya|saja|asal|berasal|eselon|dibanding|dibandingkan"
    r"|dengan|baru|positif|atau|hari|sehari|sepekan|seminggu|sebulan)\b",
    re.IGNORECASE,
)
