"""Wordings that state both places of work at once: "50:50", "sehari masuk, sehari di rumah", "setiap Jumat"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.dates.words import WEEKDAYS
from extract.document import Sentence
from extract.lexicon import GAP, MONTH, WEEKDAY, WORKDAY, compiled
from extract.shares.quantities import ABOUT_STAFF, HYPOTHETICAL, NOT_STAFF, bound_at, count_of, read_quantity
from extract.shares.types import TURNED, Basis, Bound, Share
from extract.spans import Span
from extract.workplace import HOME, NAMED, Side, find_sides

# --- ratios ----------------------------------------------------------------------------------------------------------
# Behind a figure what makes it a time, a date or an amount: "07:30 WIB", "30-31 Mei"
_OTHER_UNIT = rf"{GAP}(?:persen|%|wi[bt]|wita|tahun|orang|hari|{MONTH})"
# "50:50", "50-50", "75 : 25", "60 banding 40"; not "3/25/2020"
_FIGURES = rf"(?<![\d/.:-])(?P<a>\d{{1,2}}){GAP}(?::|-|banding|/){GAP}(?P<b>\d{{1,2}})(?!\d|[/.:-]\d|{_OTHER_UNIT})"
# "perbandingan 25-75 persen": elsewhere such figures are a range
_FIGURES_COMPARED = (
    rf"\b(?:perbandingan|komposisi|rasio|skema|pembagian)(?:nya)? (?P<c>\d{{1,2}}){GAP}[-:/]{GAP}(?P<d>\d{{1,2}}){GAP}"
    r"(?:persen\b|%)"
)
# "fifty-fifty", "separuh-separuh"
_HALVES = r"\b(?:fifty[\s-]fifty|(?P<words>separuh-separuh|separo-separo|setengah-setengah))\b"
# "dibagi dua kelompok, masing-masing 50 persen, yang bertukar tiap Senin"; "dibagi dua kelompok yang masuk bergantian"
# "dibagi dua sif: satu sif masuk Senin-Rabu, satu sif lagi Kamis-Jumat"
_TWO_GROUPS = (
    r"\b(?P<groups>(?:di(?:bagi|belah)|terbagi|membagi) (?:\w+ ){0,3}?(?:menjadi |dalam |ke dalam )?dua "
    r"(?:kelompok|tim|regu|sif|shift|gelombang|grup))\b"
    r"(?=[^.;\n]{0,60}\b(?:bergantian|bergiliran|bertukar|digilir|berselang|gantian"
    r"|(?:sif|shift|tim|regu|kelompok|grup) (?:lagi|lainnya|kedua|satunya)))"
)
# "Hari ini grup pertama masuk, besok grup kedua"
_GROUP = r"(?:kelompok|tim|regu|sif|shift|gelombang|grup)"
_TURN_ABOUT = (
    rf"\b(?P<turns>(?:(?:hari ini|hari pertama|senin|sehari) )?{_GROUP} (?:pertama|satu|i|a|1) masuk\b[^.;\n]{{0,25}}?"
    rf"\b(?:besok(?:nya)?|esok(?:nya)?|keesokan hari(?:nya)?|lusa|hari (?:berikutnya|kedua)|selasa)"
    rf"(?: giliran)? {_GROUP} (?:kedua|dua|ii|b|2)"
    # "kelompok A masuk hari ini, kelompok B besok"
    rf"|{_GROUP} (?:pertama|satu|i|a|1) masuk hari (?:ini|pertama)[,;]? (?:(?:lalu|dan|sedangkan) )?"
    rf"{_GROUP} (?:kedua|dua|ii|b|2)(?: masuk)? (?:besok|esok|lusa|hari (?:berikutnya|kedua))(?:nya)?"
    # "kelompok pertama masuk Senin-Rabu-Jumat, kelompok kedua Selasa-Kamis"
    rf"|{_GROUP} (?:pertama|satu|i|a|1) masuk (?:hari |setiap |tiap |pada )?{WEEKDAY}\b[^.;\n]{{0,40}}?"
    rf"\b{_GROUP} (?:kedua|dua|ii|b|2)(?: masuk| pada| hari){{0,2}} {WEEKDAY}"
    # ... and no third group
    rf"(?![^.;\n]{{0,60}}\b{_GROUP} (?:ketiga|tiga|iii|c|3)\b))\b"
)
_RATIO = compiled(f"{_FIGURES}|{_FIGURES_COMPARED}|{_HALVES}|{_TWO_GROUPS}|{_TURN_ABOUT}")
_STAFF = compiled(r"\b(?:pegawai|staf|aparatur|personel)nya\b")
_HALF = 50.0
_NOUN_REACH = 25  # characters behind a ratio in which a noun can claim it: "50:50 kapasitas ruangan"

# --- rotation --------------------------------------------------------------------------------------------------------
_NUMBER = r"(?:satu|se|dua|tiga|empat|1|2|3|4)"
_DAYS = rf"(?:{_NUMBER}\s{{0,6}}hari)"  # "dua hari", "sehari"
_FEW_WORDS = r"(?:\w{2,12} ){0,4}?"
# "satu pekan masuk, satu pekan di rumah"
_WEEKS_IN_WEEKS_OUT = (
    rf"\b(?:satu |se)(?P<unit>pekan|minggu) {_FEW_WORDS}(?:masuk|kantor|ngantor|wfo|rumah|wfh)\b[^.;\n]{{0,30}}?"
    rf"\b(?:(?:satu |se)(?P=unit)|(?P=unit) (?:berikutnya|selanjutnya|depannya)) {_FEW_WORDS}"
    r"(?:masuk|kantor|ngantor|wfo|rumah|wfh)\b"
)
# "satu hari masuk, dua hari di rumah"
_DAYS_IN_DAYS_OUT = (
    rf"\b(?P<first>{_DAYS}) {_FEW_WORDS}(?P<where>masuk|kantor|ngantor|wfo|rumah|wf[ha]|mana saja)\b[^.;\n]{{0,30}}?"
    rf"\b(?P<second>{_DAYS}) {_FEW_WORDS}(?:masuk|kantor|ngantor|wfo|rumah|wf[ha]|mana saja|fleksibel|libur)\b"
)
# "masuk kantor sehari, lalu sehari berikutnya di rumah"
_PLACE_AND_DAYS = (
    rf"\b(?P<there>masuk|kantor|ngantor|wfo|rumah|wfh) (?P<one>{_DAYS})"
    r"(?:,| dan|,? lalu|,? kemudian|,? sedangkan){1,2} "
    rf"(?:(?P<other>{_DAYS}) {_FEW_WORDS}(?:masuk|kantor|ngantor|wfo|rumah|wfh)"
    # "masuk satu hari lalu bekerja dari rumah dua hari"
    rf"|{_FEW_WORDS}(?:masuk|kantor|ngantor|wfo|rumah|wfh) (?P<last>{_DAYS}))\b"
)
# "bekerja dari rumah dua hari, sedangkan tiga hari selebihnya di kantor"
_DAYS_AND_THE_REST = (
    rf"\b(?P<some>{_DAYS}),? (?:sedangkan |sementara |dan )?(?P<rest>{_DAYS}) (?:selebihnya|sisanya|lainnya|lagi) "
    rf"{_FEW_WORDS}(?P<place>kantor|rumah)\b"
)
# "selang-seling"; "sehari masuk, sehari libur"
_EVERY_OTHER = r"\b(?:ber)?selang[\s-](?:seling|sehari)\b|\bsehari masuk,? sehari (?:di rumah|libur|tidak)\b"
# "hari ini masuk kantor, besoknya kerja di rumah"
_TODAY_TOMORROW = (
    r"\b(?:sehari|hari ini|satu hari) [^.;\n]{0,25}?\b(?:masuk|datang|kantor|ngantor)\b[^.;\n]{0,20}?"
    r"\b(?:besok(?:nya)?|esok(?:nya)?|keesokan hari(?:nya)?)\b[^.;\n]{0,40}?\b(?:rumah|wfh)\b"
    # "masuk kantor sehari, lalu keesokan harinya bekerja dari rumah"
    r"|\b(?:masuk|kantor|ngantor|wfo) (?:sehari|satu hari),? (?:(?:lalu|kemudian|dan) )?"
    r"(?:besok(?:nya)?|esok(?:nya)?|keesokan hari(?:nya)?|hari berikutnya)\b[^.;\n]{0,40}?\b(?:rumah|wfh)\b"
)
_ALTERNATE = compiled(
    f"{_WEEKS_IN_WEEKS_OUT}|{_DAYS_IN_DAYS_OUT}|{_PLACE_AND_DAYS}|{_DAYS_AND_THE_REST}|{_EVERY_OTHER}|{_TODAY_TOMORROW}"
)
# "WFH satu hari dalam sepekan", "dua hari dalam lima hari kerja", "sekali dalam seminggu"
_PER_WEEK = compiled(
    # "tiga hari di kantor dalam sepekan"
    rf"\b(?P<days>{_NUMBER}){GAP}hari (?:kerja )?(?:wf[ha] )?"
    rf"(?:(?:masuk|di|ke|bekerja di|bekerja dari) (?:kantor|rumah) )?(?:dalam |setiap |tiap |per |se){GAP}"
    r"(?:satu |se)?(?:minggu|pekan|(?:lima|5) hari(?: kerja)?)\b"
    # "masuk dua kali seminggu", "setiap pekan ada satu hari WFH"
    rf"|\b(?P<times>{_NUMBER}){GAP}kali (?:dalam )?(?:seminggu|sepekan)\b"
    rf"|\b(?:setiap|tiap|dalam) (?:se)?(?:pekan|minggu) (?:\w+ ){{0,2}}?(?P<each>{_NUMBER}){GAP}hari\b"
    # "dari lima hari kerja, ASN masuk kantor tiga hari"
    rf"|\b(?:dari|dalam) (?:lima|5) hari(?: kerja)?\b[^.;:\n]{{0,60}}?\b(?P<of>{_NUMBER}){GAP}hari\b"
    r"|\b(?:seminggu|sepekan) sekali\b|\b(?:satu kali|sekali) (?:dalam )?(?:seminggu|sepekan)\b"
)
# "dari semula dua hari dalam sepekan, kini tinggal satu hari", "dari satu hari menjadi dua hari"
_OTHER_NUMBER = compiled(
    rf"\bdari (?:yang )?(?:semula |sebelumnya |tadinya )?(?P<before>{_NUMBER}){GAP}hari\b[^.;:\n]{{0,40}}?"
    rf"\b(?:kini|sekarang|menjadi|jadi|tinggal|ke)\b(?: (?:\w+ ){{0,3}}?| )(?P<now>{_NUMBER}){GAP}hari\b"
)
# "Jatahnya maksimal dua hari dalam sepekan", "Pola ini berlaku dua hari seminggu"
_ALLOTTED = compiled(
    r"^\W*(?:jatah(?:nya)?|kuota(?:nya)?|lamanya|frekuensinya|pelaksanaannya|penerapannya|ini berlaku"
    r"|(?:pola|kebijakan|sistem|skema|aturan|ketentuan) (?:ini|itu|tersebut)) "
)
_CLAUSE_BREAK = compiled(r"[,;:]|\b(?:sedangkan|sementara|tetapi|namun)\b")
_BEHIND_DAYS = 24  # characters: " bekerja dari rumah"
_WEEK = 5  # working days: one day at home is 20 percent of the week
# "Rabu", "Kamis dan Jumat"
_DAY_NAMES = rf"{WORKDAY}(?:{GAP}(?:,|dan|,{GAP}dan|serta|&){GAP}(?:hari )?{WORKDAY}){{0,3}}"
# Not the date "Jumat (3/4)", "Selasa dan Rabu, 16-17 April"
_NO_DATE = rf"(?!{GAP}(?:\(|,?{GAP}\d|(?:,|dan|serta|&){GAP}(?:hari )?{WORKDAY}))"
# "dua hari lainnya, ", "hari sisanya, yakni "
_LEFT_OVER = r"(?:(?<=hari\slainnya,\s)|(?<=hari\ssisanya,\s)|(?<=lainnya,\syakni\s)|(?<=sisanya,\syakni\s))"
# "setiap Jumat", "pada Kamis dan Jumat", "hari lainnya, Rabu dan Jumat"
_FIXED_DAYS = compiled(
    rf"(?:\b(?:(?:se)?tiap|tiap-tiap|saban) (?:hari )?|{_LEFT_OVER}(?={WORKDAY} dan )"
    rf"|(?:^\W*|[;:]\s|\bpada )(?:hari )?(?={WORKDAY} dan ))"
    rf"(?P<days>{_DAY_NAMES})\b{_NO_DATE}"
)
# "hari Jumat sebagai hari kerja dari rumah", "memutuskan Rabu menjadi hari WFH"
_MADE_HOME_DAYS = (
    r"\b(?:hari|(?:menetapkan|memilih|menjadikan|memutuskan|menentukan)(?: hari)?) "
    rf"(?P<days>{_DAY_NAMES}) (?:di\w+(?:kan)? )?(?:sebagai|menjadi|adalah) hari\b"
)
# "Jumat ditetapkan sebagai hari WFH"
_SET_AS_HOME_DAYS = (
    rf"\b(?P<days>{_DAY_NAMES}) di(?:tetapkan|pilih|jadikan|putuskan|tentukan) (?:sebagai|menjadi|jadi) hari\b"
)
# "hanya bekerja dari rumah pada hari Jumat", "WFH cuma tiap Jumat"
_ONLY_ON = (
    r"\b(?:hanya|cuma|cukup|khusus) (?:[^,.;:\n]{0,30} )?(?:pada |di |setiap |tiap )(?:hari )?"
    rf"(?P<days>{_DAY_NAMES})\b{_NO_DATE}"
)
# "Empat hari di kantor, Jumat di rumah"
_DAYS_AND_A_DAY = (
    rf"\b{_NUMBER}{GAP}hari (?:kerja )?(?:(?:masuk|di|ke|bekerja di|bekerja dari) )?(?:kantor|wfo|ngantor)"
    r"(?: dan|,? sedangkan|,? sementara|,)? (?:satu hari,? |dua hari,? )?(?:\(|yakni |yaitu |pada )?(?:hari )?"
    rf"(?P<days>{_DAY_NAMES})\b\)?{_NO_DATE},? (?:(?:bekerja |kerja )?(?:di|dari) rumah|wf[ha])"
)
_HOME_DAYS = compiled(_MADE_HOME_DAYS, _SET_AS_HOME_DAYS, _ONLY_ON, _DAYS_AND_A_DAY)
_DAY_NAME = compiled(WORKDAY)
# "pada hari itu", "dua hari tersebut", "dua hari lainnya": the fixed days of the sentence before
_THAT_DAY = compiled(r"\b(?:pada |dua |tiga )?hari(?:-hari)? (?:itu|tersebut)\b")
_PERCENT = compiled(r"%|persen")
# "tiap Jumat, dua minggu sekali", "setiap Jumat kedua dan keempat": fewer than a day of every week
_NOT_EVERY_WEEK = compiled(
    r"\b(?:dua|tiga|2|3) (?:minggu|pekan) sekali\b|\bsetiap (?:dua|tiga|2|3) (?:minggu|pekan)\b"
    r"|\b(?:sekali|dua kali) (?:dalam )?sebulan\b|\bsebulan (?:sekali|dua kali)\b"
    rf"|\b(?:se)?tiap (?:hari )?{WORKDAY} (?:pertama|kedua|ketiga|keempat|terakhir)\b"
)
# With a percentage or an hour in the sentence a named day is that of something else: "apel setiap Senin pukul 7"
_NO_FIXED_DAY = compiled(r"%|\bpersen\b|\bpukul\b|\bapel\b")


# "Senin hingga Kamis", "Senin, Rabu dan Jumat"
_SEVERAL_DAYS = (
    rf"{WORKDAY}(?:{GAP}(?:-|sampai|hingga|s/d){GAP}(?:hari )?(?P<last>{WORKDAY})"
    rf"|(?:{GAP}(?:,|dan|,{GAP}dan|serta|&){GAP}(?:hari )?{WORKDAY}){{1,3}})"
)
# "Senin hingga Kamis masuk kantor, Jumat WFH", "adapun Selasa dan Kamis semua bekerja dari rumah"
_DAYS_AT_HOME = compiled(
    rf"(?:^\W*|[,;:] |\b(?:adapun|sedangkan|sementara|lalu|khusus|untuk|pada|dan) )(?:hari )?"
    rf"(?P<days>(?P<several>{_SEVERAL_DAYS})|{WORKDAY})\b{_NO_DATE}(?P<gap>[^,.;:\n]{{0,50}}?)(?={HOME.pattern})"
)
_OTHER_DAYS = compiled(_SEVERAL_DAYS.replace("<last>", "<until>"))


# "satu hari dalam sepekan, yakni Jumat", "dua hari WFH (Kamis dan Jumat)"
_WHICH_DAYS = compiled(
    r"(?:\b(?:yakni|yaitu|ialah|adalah|pada|di|(?:se)?tiap|saban) |\(|\b(?:sepekan|seminggu|pekan|minggu), )"
    r"(?:pada |(?:se)?tiap |saban )?(?:hari )?"
    rf"(?P<days>{_DAY_NAMES})\b{_NO_DATE}"
)


def named_days(text: str) -> re.Match[str] | None:
    """Which days of the week a rotation told by number means: "satu hari dalam sepekan, yakni Jumat".

    >>> named_days("WFH satu hari dalam sepekan, yakni setiap Jumat")["days"]
    'Jumat'
    """
    return _WHICH_DAYS.search(text) or _days_at_home(text)


# "Hari yang dipilih adalah Jumat"
_DAYS_CHOSEN = (
    r"\bhari(?:nya)? (?:yang )?(?:dipilih|ditetapkan|ditentukan|diambil|disepakati|dimaksud)"
    rf"(?: (?:adalah|ialah|yakni|yaitu))? (?:hari )?(?P<days>{_DAY_NAMES})\b{_NO_DATE}"
)
# "Jumat dipilih karena jam kerjanya paling pendek"
_DAYS_PICKED = rf"\b(?P<days>{_DAY_NAMES}) (?:yang )?(?:dipilih|diambil)\b(?! (?:sebagai|menjadi|jadi))"
# "tidak lagi wajib datang ke kantor pada hari Jumat"
_DAYS_OUT = (
    r"\btidak (?:lagi )?(?:wajib|harus|perlu|usah) (?:\w+ ){0,2}(?:ke|di) kantor (?:pada |setiap |tiap )(?:hari )?"
    rf"(?P<days>{_DAY_NAMES})\b{_NO_DATE}"
)
# "dua hari WFA tersebut ditetapkan Kamis dan Jumat"
_DAYS_SET = (
    rf"\b{_NUMBER}{GAP}hari (?:wf[ha] |kerja |itu |tersebut |dari rumah |di rumah ){{1,3}}"
    r"(?:ditetapkan|jatuh|dipilih|ditentukan|adalah|ialah|yakni|yaitu)(?: pada)? (?:hari )?"
    rf"(?P<days>{_DAY_NAMES})\b{_NO_DATE}"
)
_CHOSEN_DAYS = compiled(_DAYS_CHOSEN, _DAYS_PICKED, _DAYS_SET, _DAYS_OUT, _DAYS_AND_A_DAY)


def chosen_days(text: str) -> re.Match[str] | None:
    """The days of the week that a sentence says are those at home: "Hari yang dipilih adalah Jumat".

    >>> chosen_days("Rencananya hari yang dipilih adalah Jumat.")["days"]
    'Jumat'
    """
    return _CHOSEN_DAYS.search(text)


def find_ratios(text: str, around: str) -> list[Span[Share]]:
    """Ratios of a sentence that make 100, the side named first first; `around` is the sentence with the one before.

    >>> [(s.text, s.value.wfh_pct) for s in find_ratios("WFO dan WFH 25:75", "WFO dan WFH 25:75")]
    [('25:75', 75.0)]
    """
    if not (NAMED.search(around) or ABOUT_STAFF.search(around) or _STAFF.search(around)):
        return []
    sides = find_sides(text)
    return [share for m in _RATIO.finditer(text) if (share := _ratio(text, m, sides))]


def _ratio(text: str, m: re.Match[str], sides: Sequence[Span[Side]]) -> Span[Share] | None:
    a, b = float(m["a"] or m["c"] or _HALF), float(m["b"] or m["d"] or _HALF)
    if a + b != 100 or NOT_STAFF.search(text[m.end() : m.end() + _NOUN_REACH]) or (a != b and not sides):
        return None
    wfh = b if sides and sides[0].value == "office" else a
    around = read_quantity(text, *m.span(), a, "percent")
    basis: Basis = "rotation" if m["groups"] or m["turns"] else "words" if m["words"] else "stated"
    share = Share(wfh, "home", basis, "exact", past=around.past, hypothetical=around.hypothetical)
    return Span("share", m.start(), m.end(), m.group(), share, "shares.ratio")


def find_rotation(text: str, previous: Sentence | None) -> Span[Share] | None:
    """Alternate or fixed days: 1 in, 1 at home is 50; every Friday is 20, of five working days.

    >>> find_rotation("Pegawai dua hari masuk kantor dan satu hari bekerja di rumah.", None).value.wfh_pct
    33.33
    >>> find_rotation("WFH berlaku setiap Jumat.", None).value.wfh_pct
    20.0
    """
    if not (find_sides(text) or _allots(text, previous)):
        return None
    if not _PERCENT.search(text) and (m := _ALTERNATE.search(text)):
        return _rotation(text, m, _alternate(m), "alternate")
    if not (NAMED.search(text) or _allots(text, previous)) or _NO_FIXED_DAY.search(text):
        return None
    if _NOT_EVERY_WEEK.search(text):
        return None
    return _of_named_days(text, previous)


def _per_week(text: str, m: re.Match[str]) -> Span[Share]:
    days = of_week(count_of(m["days"] or m["times"] or m["each"] or m["of"] or "se"))
    bound = bound_at(text, *m.span())
    if _in_office(text, m):
        return _rotation(text, m, 100.0 - days, "per_week", TURNED[bound])
    return _rotation(text, m, days, "per_week", bound)


def find_earlier_rotation(text: str) -> Span[Share] | None:
    """The days at home before this rule: "dari semula dua hari dalam sepekan, kini tinggal satu hari".

    >>> find_earlier_rotation("WFH dari dua hari menjadi satu hari.").value.wfh_pct
    40.0
    """
    m = _OTHER_NUMBER.search(text)
    if m is None:
        return None
    share = Share(of_week(count_of(m["before"])), "home", "rotation", "exact", past=True)
    start, end = m.start("before"), m.end("before") + len(" hari")
    return Span("share", start, end, text[start:end], share, "shares.rotation_before")


def _allots(text: str, previous: Sentence | None) -> bool:
    """ "... bekerja dari mana saja. Jatahnya dua hari dalam sepekan.": days of the home work told just before."""
    if previous is None or not (_ALLOTTED.search(text) or _OTHER_NUMBER.search(text)):
        return False
    sides = find_sides(previous.text)
    return bool(sides) and all(side.value == "home" for side in sides)


def _of_named_days(text: str, previous: Sentence | None) -> Span[Share] | None:
    """Days at home told by number or by name: "dua hari sepekan", "setiap Jumat", "pada hari itu"."""
    if m := _OTHER_NUMBER.search(text):
        share = _rotation(text, m, of_week(count_of(m["now"])), "per_week")
        return replace(share, start=m.start("now"), text=text[m.start("now") : m.end()])
    if m := _PER_WEEK.search(text):
        return _per_week(text, m)
    if m := _FIXED_DAYS.search(text):
        return _rotation(text, m, of_week(len(_DAY_NAME.findall(m["days"]))), "fixed_days")
    if m := _days_at_home(text):
        share = _rotation(text, m, of_week(_count_days(m)), "fixed_days")
        return replace(share, start=m.start("days"), end=m.end("days"), text=m["days"])
    named = (_FIXED_DAYS.search(previous.text) or _HOME_DAYS.search(previous.text)) if previous else None
    if named and (m := _THAT_DAY.search(text)):
        return _rotation(text, m, of_week(len(_DAY_NAME.findall(named["days"]))), "fixed_days")
    return None


def _days_at_home(text: str) -> re.Match[str] | None:
    """Days of the week put at home without "setiap"; a lone one ("Jumat WFH") only beside those in the office."""
    if m := _HOME_DAYS.search(text):
        return m
    for m in _DAYS_AT_HOME.finditer(text):
        if find_sides(m["gap"]):
            continue
        if m["several"] or _OTHER_DAYS.search(text, 0, m.start("days")):
            return m
    return None


def _count_days(m: re.Match[str]) -> int:
    """How many days of the week are named: "Senin hingga Kamis" are four."""
    names = [name.lower() for name in _DAY_NAME.findall(m["days"])]
    if m.groupdict().get("last"):
        return max(1, WEEKDAYS[names[-1]] - WEEKDAYS[names[0]] + 1)
    return len(names)


# "Setelah dua bulan menjalankan kerja dari rumah setiap Rabu dan Jumat, ...": the rule before
_UNTIL_NOW = compiled(r"^\W*(?:setelah|sesudah|usai) (?:\w+ ){0,2}(?:se)?(?:pekan|minggu|bulan|tahun)\b[^,;]{0,80}$")


def _rotation(text: str, m: re.Match[str], wfh_pct: float, rule: str, bound: Bound = "exact") -> Span[Share]:
    past = _UNTIL_NOW.search(text, 0, m.start()) is not None
    perhaps = HYPOTHETICAL.search(text) is not None
    share = Share(wfh_pct, "home", "rotation", bound, past=past, hypothetical=perhaps)
    return Span("share", m.start(), m.end(), m.group(), share, f"shares.rotation_{rule}")


def _in_office(text: str, m: re.Match[str]) -> bool:
    """ "masuk kantor tiga hari sepekan", "tiga hari di kantor": the days counted are told of the office."""
    behind = find_sides(text[m.end() : m.end() + _BEHIND_DAYS])
    if m["of"] and behind and behind[0].start <= len(" dijalani di"):
        return behind[0].value == "office"
    clause = _CLAUSE_BREAK.split(text[: m.start("of") if m["of"] else m.start()])[-1]
    sides = find_sides(clause)
    return bool(sides) and sides[-1].value == "office"


def of_week(days: int) -> float:
    """Percent of the working week that so many days at home are.

    >>> of_week(1)
    20.0
    """
    return 100.0 / _WEEK * days


_HOME_WORDS = frozenset({"rumah", "wfh", "wfa", "mana saja"})


def _alternate(m: re.Match[str]) -> float:
    """Percent of days at home, of "dua hari masuk, satu hari di rumah"; without numbers a day each."""
    if m["place"]:
        some, rest = count_of(_number(m["some"])), count_of(_number(m["rest"]))
        return round(100 * (some if m["place"].lower() == "kantor" else rest) / (some + rest), 2)
    days = (m["first"] or m["one"], m["second"] or m["other"] or m["last"])
    first, second = (count_of(_number(printed)) if printed else 1 for printed in days)
    if where := m["where"] or m["there"]:
        at_home = first if where.lower() in _HOME_WORDS else second
        return round(100 * at_home / (first + second), 2)
    sides = find_sides(m.group())
    at_home = second if sides and sides[0].value == "office" else first
    return round(100 * at_home / (first + second), 2)


def _number(days: str) -> str:
    return days[: -len("hari")].strip()
