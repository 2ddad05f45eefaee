"""The words of a date: one scan of a text for everything that Indonesian news writes dates with.

`scan` gives atoms, each with what is printed in it and nothing inferred; `dates/` joins them ("Selasa" + "(29/6)"),
makes ranges of them and gives them years. Patterns match lower-cased text, so that capitals cost nothing.
Every repetition in them is bounded and no two neighbours overlap: a hostile text takes linear time.
"""

from __future__ import annotations

import re
import tomllib
from calendar import monthrange
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from corpus.patterns import Pattern

AtomKind = Literal[
    "day", "weak", "days", "weak_days", "day_only", "month", "weekday", "near", "period", "duration", "end"
]

_WORDS: Final = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
MONTHS: Final[dict[str, int]] = _WORDS["months"]
_ALL_MONTHS: Final[dict[str, int]] = MONTHS | _WORDS["short_months"]
WEEKDAYS: Final[dict[str, int]] = _WORDS["weekdays"]
_NUMBERS: Final[dict[str, int]] = _WORDS["numbers"]


@dataclass(frozen=True, slots=True)
class Atom:
    """One printed piece of a date.

    `kind`: `day` (day, month, perhaps a year), `days` (two days of one month), `weak` and `weak_days` (the same as bare
    figures, "1/2": a date only in company), `day_only` ("tanggal 5"), `month`, `weekday`, `near` ("besok"), `period`
    ("pekan depan"), `duration`, `end` (an open end or an event). `rule` names the pattern. `year` is as printed.
    `when` is the word that gives the direction ("depan", "lalu"), `unit` that of a duration or period, `count` that of
    a duration or of the days to another day ("dua hari lalu"). `split` is where the first of two days ends and the
    second begins.
    """

    kind: AtomKind
    start: int
    end: int
    rule: str
    day: int | None = None
    last: int | None = None
    month: int | None = None
    year: str | None = None
    weekday: int | None = None
    when: str = ""
    unit: str = ""
    count: int | None = None
    working: bool = False
    split: tuple[int, int] | None = None


def _any(words: dict[str, int]) -> str:
    """An alternation of words, longest first, so that "sept" is not read as "sep"."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


# --- pieces --------------------------------------------------------------------------------------------------------
_S = r"\s{1,6}"  # between words; cleaned text can still break a line inside a sentence
_O = r"\s{0,6}"
_NUMBER = (
    r"(?<![\w/])(?<!\d[.,:])(?<!covid-)(?<!level )"  # where a date's figure may begin: not "7.30", "a/12", "covid-19"
)
_WORD = r"(?<!\w)"
_CLOSED = r"(?![\w/]|[.,:]\d)"  # where a date's figure may end: not "15/2021", "28/9/2020/BKD", "6.30"
_FULL = rf"(?:{_any(MONTHS)})(?![a-z])"
_MONTH_WORD = rf"(?:{_any(_ALL_MONTHS)})(?![a-z])"
_MONTH = rf"(?P<month>{_any(_ALL_MONTHS)})(?![a-z])"
_YEAR = r"(?P<year>2\d{4}|(?:19|20)\d\d|2[1-3]\d\d)"  # "2020"; "20020" and "2202" are slips that `dates/` repairs
_NAMED_YEAR = rf"(?:[\s,-]{{0,4}}(?:tahun\s)?{_YEAR}{_CLOSED})?"
_TANGGAL = rf"(?:tanggal|tgl\.?){_S}"
_WEEKDAY = rf"(?P<weekday>{_any(WEEKDAYS)})(?!\w)"
_SLASH = r"\s?/\s?"

#: Between the two ends of a range: "24-31", "24 s.d. 31", "24 sampai dengan 31", with slips ("3 hingga20", "hinggal").
TO: Final = (
    r"(?:-|sampai(?:\s{1,6}(?:dengan|pada))?(?![a-z])|hinggal?(?![a-z])"
    r"|s\s?/\s?d\.?(?!\w)|s\.\s?d\.?(?!\w)|sd\.?(?!\w))"
)

#: How the rules that count days from another day count them.
DAYS_OFF: Final = {"days_before": -1, "days_ago": -1, "days_after": 1}
_DIGIT_WORD = "satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan"
_COUNT = (  # "14", "14 (empat belas)", "dua", "dua belas", "dua puluh satu", "sepuluh"
    rf"(?P<count>\d{{1,3}}|(?:{_DIGIT_WORD}){_S}(?:belas|puluh(?:{_S}(?:{_DIGIT_WORD}))?)|{_any(_NUMBERS)})"
    rf"(?:{_O}\([a-z0-9 ]{{1,24}}\))?"
)
_DAYS_OFF = rf"(?:sehari|(?P<count>[1-9]|satu|dua|tiga|empat|lima|enam){_S}hari)"  # from one day to another
_FORWARD = rf"ke{_O}depan|mendatang|berikutnya|yang{_S}akan{_S}datang"
_PAST = (  # "dua hari lalu", "14 hari terakhir", "dua hari sekali", "dua hari sepekan", "satu hari dalam sepekan"
    rf"(?:yang{_S})?(?:lalu|silam)|terakhir|belakangan|sebelum(?:nya)?|sekali|pertama|kedua|kemudian|ke{_O}belakang"
    rf"|kemarin|ini|tersebut|itu|(?:dalam|per|tiap|setiap){_S}\w{{2,12}}|sepekan|seminggu|sebulan"
)
_AFTER = r"setelah|sesudah|usai|pasca|seusai|selepas"  # "sepekan setelah Lebaran" is a day, "selama sepekan ..." is not
_WHEN = rf"depan|mendatang|lalu|silam|ini|kemarin|besok|esok|nanti|berikutnya|yang{_S}akan{_S}datang"

_UNCERTAIN = r"(?:belum|tidak|tak)(?:\s{1,6}(?:bisa|dapat|kunjung|akan))?"
_UNTIL = rf"(?:sampai|hingga|s/d|s\.d\.?)(?:{_S}(?:dengan|pada))?"
_FIXED = (
    r"(?:disampaikan|diumumkan|diinformasikan|ditentukan|ditetapkan|diketahui|dipastikan|ditetapkannya|ditentukannya)"
)
_KNOWN = r"(?:menjawab|memastikan|menentukan|dipastikan|ditentukan|diketahui|mengetahui|tahu|jelas|pasti)"
_REVIEW = r"(?:dievaluasi|ditinjau|(?:kami|kita)\s{1,6}(?:evaluasi|tinjau))"
# "akan mengevaluasi pelaksanaan WFH itu"
_REVIEWS = (
    rf"(?:akan|bakal){_S}(?:(?:terus|kembali|tetap){_S})?mengevaluasi{_S}(?:(?:kembali|ulang){_S})?"
    r"(?:kebijakan|aturan|pelaksanaan|penerapan|program|skema|pola|sistem|edaran|uji\s{1,6}coba|wf[ha]|hal\s{1,6}(?:ini|itu))(?:nya)?"
    rf"|(?:kami|kita){_S}akan{_S}(?:evaluasi|tinjau)"
)
_RESULT = r"(?:dilihat|melihat|lihat|dipantau|memantau|diukur)\s{1,6}hasilnya"
_EVERY = (
    rf"(?:(?:setiap|tiap|saban|per){_S}\w{{3,8}}(?:{_S}(?:hari|pekan|minggu|bulan)(?!\w))?"
    # "dua bulan sekali"
    rf"|(?:\w{{1,8}}{_S})?(?:pekan|minggu|bulan|sepekan|seminggu|sebulan){_S}sekali)"
)
# "edaran tidak mencantumkan tanggal berakhir"
_NO_LAST_DAY = (
    rf"(?:tak|tidak|belum){_S}(?:mencantumkan|menyebut(?:kan)?|memuat|mengatur|memiliki|punya|mempunyai){_S}(?:tanggal|batas|masa){_S}"
    r"(?:ber)?(?:akhir|waktu)(?:nya)?"
)
_TURN = rf"(?:\w{{3,8}}{_S})?(?:hari|pekan|minggu|bulan|senin|selasa|rabu|kamis|jum'?at|sabtu)(?:nya)?"
_AGAIN = rf"(?:kembali|lagi|ulang|lebih{_S}lanjut|secara{_S}berkala|berkala|sewaktu-waktu|{_EVERY})"
_STATE = (
    r"(?:situasi|kondisi|keadaan|ispu|aqi|indeks\s{1,6}udara|kasus|penyebaran|penularan|covid(?:-19)?|corona|wabah|pandemi|udara|"
    r"kualitas\s{1,6}udara)"
)
_CALM = r"(?:membaik|kondusif|aman|mereda|normal|terkendali|memungkinkan|menurun|turun|pulih|stabil|reda|melandai)"
_EVENT = (  # "PPKM darurat", "masa tanggap darurat", "KTT ASEAN", "Ramadan"
    r"(?:ppkm|psbb|psbm|pkm|pembatasan|tanggap\s{1,6}darurat|status\s{1,6}darurat|karantina|lockdown|ktt|ramadh?an|puasa|"
    r"libur(?:an)?|arus\s{1,6}(?:mudik|balik)|unjuk\s{1,6}rasa)"
)
_RUN = (  # "masa perpanjangan", "berakhirnya kebijakan"
    rf"(?:(?:masa|periode|pelaksanaan|penerapan|pemberlakuan|perpanjangan|berlakunya|berakhirnya|kebijakan|status|bulan)"
    rf"{_S}){{0,3}}"
)
_DISEASE = r"(?:\s{1,6}(?:covid(?:-19)?|corona|virus)){0,2}"
_GONE = r"(?:berakhir|selesai|usai|dicabut|reda|mereda|tuntas)"
_BETWEEN = r"(?:\s{1,6}[a-z-]{2,16}){0,3}"  # "PPKM | di kabupaten itu | dicabut"
_FORCE = (  # what a rule can outlast: "genangan", "kabut asap"
    r"(?:genangan|banjir|air|rob|aktivitas\s{1,6}(?:gunung|vulkanik)|erupsinya|gunung(?:nya)?|kabut|asap(?:nya)?|kabutnya|banjirnya|airnya|polusi|erupsi|api|kebakaran|gempa|longsor|cuaca\s{1,6}\w{4,8}|demonstrasi|"
    r"demo|aksi|kerusuhan|kemacetan)"
)
_FORCE_GONE = r"(?:surut|padam|(?:me)?reda|(?:meng)?hilang|menipis|teratasi|tertangani|berhenti|usai|selesai|berlalu)"
_STANDING = (  # "keluar dari zona merah", "turun ke level 2", "kembali ke zona kuning"; "masuk zona merah" ends no rule
    r"(?:(?:sudah|berhasil|bisa|kembali)\s{1,6})?(?:"
    r"(?:keluar|lepas|bebas|terbebas|turun)(?:\s{1,6}(?:dari|ke|menjadi))?(?:\s{1,6}status)?\s{1,6}"
    r"(?:zona\s{1,6}(?:merah|ora?nye|kuning|hijau)|level\s{1,6}\d|status\s{1,6}\w{3,12})"
    r"|(?:beralih|berubah|masuk|menjadi|berstatus|kembali)(?:\s{1,6}(?:ke|menjadi|di))?(?:\s{1,6}status)?\s{1,6}"
    r"(?:zona\s{1,6}(?:kuning|hijau)|level\s{1,6}[12]))"
)
_AIR = r"(?:indeks|ispu|aqi|kualitas\s{1,6}udara|kadar\s{1,6}\w{3,10}|pm\s?2[.,]5)"
_CLEAN = (  # "kategori sedang", "di bawah 100"
    r"(?:(?:kategori|level|tingkat|status|kondisi|angka)\s{1,6}(?:sedang|baik|sehat|aman|normal)|di\s{1,6}bawah\s{1,6}\d{2,3})"
)
_WHILE = (
    r"(?:menyandang|berstatus|bertahan\s{1,6}(?:di|pada)|berada\s{1,6}(?:di|pada|dalam)|masuk)(?:\s{1,6}(?:ke|dalam|di|status|kategori)){0,2}\s{1,6}"
    r"(?:zona\s{1,6}(?:merah|ora?nye|kuning)|(?:ppkm\s{1,6})?level\s{1,6}\d)"
)
_WORK = (
    r"(?:perbaikan|renovasi|rehabilitasi|pembangunan|pemulihan|pembersihan|penyemprotan|sterilisasi|disinfeksi|pelacakan|"
    r"penelusuran|tracing|hasil\s{1,6}(?:tes|swab|uji|usap|pemeriksaan|pelacakan))"
)
_HAPPENS = (  # "tiba", "kembali normal", "selesai diperbaiki", "bisa ditempati"
    r"(?:(?:sudah|kembali|bisa|dapat|layak)\s{1,6}){0,2}"
    r"(?:tiba|datang|bersandar|pulih|normal|beroperasi|menyala|mengalir|tersedia|lancar|rampung|dibuka|ditempati|dihuni"
    r"|digunakan|dilalui|dilewati|(?:selesai|rampung|usai)\s{1,6}di[a-z]{4,14}"
    r"|dinyatakan\s{1,6}(?:selesai|berakhir|usai|dicabut))"
)
_DONE = r"(?:selesai|rampung|tuntas|beres|usai|keluar|diketahui|diterima)"

# "tanggal 1 Ramadan 1447 H": when the months of the Muslim calendar begin is decided in each year
_MUSLIM_MONTH = (
    r"(?:muharr?am|safar|rabiul|jumadil|rajab|sya['’]?ban|ramadh?an|syawal|d?zulka['’]?[ie]?dah|d?zulhij+ah)"
)

# --- patterns: kind of atom, pattern. The order decides between two that begin at one place. -------------------------
_DAY = r"(?P<day>[0-3]?\d)"
_LAST = r"(?P<last>[0-3]?\d)"
_NAMED = rf"[\s-]{{0,6}}{_MONTH}(?:\.(?=\s?\d{{4}}))?{_NAMED_YEAR}"
_PATTERNS: Final[dict[str, tuple[AtomKind, str]]] = {
    # 2020-09-28
    "iso": ("day", rf"{_NUMBER}(?P<year>\d{{4}})-(?P<month>\d{{1,2}})-{_DAY}(?!\d|-)"),
    # 2020/09/28
    "iso_slash": ("day", rf"{_NUMBER}(?P<year>(?:19|20)\d\d)/(?P<month>\d{{1,2}})/{_DAY}{_CLOSED}"),
    # 1-11 Februari 2021; tanggal 1 hingga 14 Agustus
    "days_named": ("days", rf"{_NUMBER}{_DAY}{_O}{TO}{_O}(?:{_TANGGAL})?{_LAST}{_NAMED}"),
    # 17 dan 18 September 2020
    "days_and": ("days", rf"{_NUMBER}{_DAY}{_S}dan{_S}(?:{_TANGGAL})?{_LAST}{_NAMED}"),
    # 28, 29, dan 30 Juni 2021
    "days_list": (
        "days",
        rf"{_NUMBER}{_DAY}(?P<more>(?:{_O},{_O}[0-3]?\d(?!\d)){{1,6}}){_O},?{_S}dan{_S}{_LAST}{_NAMED}",
    ),
    # 22-24/10/2020
    "days_numeric": (
        "days",
        rf"{_NUMBER}{_DAY}{_O}{TO}{_O}{_LAST}{_SLASH}(?P<month>\d{{1,2}}){_SLASH}(?P<year>\d{{2,5}}){_CLOSED}",
    ),
    # 22-24/10
    "weak_days": ("weak_days", rf"{_NUMBER}{_DAY}{_O}{TO}{_O}{_LAST}{_SLASH}(?P<month>\d{{1,2}}){_CLOSED}"),
    # 28/9/2020, 28 / 9 / 20
    "numeric": (
        "day",
        rf"{_NUMBER}{_DAY}{_SLASH}(?P<month>\d{{1,2}}){_SLASH}(?P<year>\d{{2,5}}){_CLOSED}",
    ),
    # 28-9-2020
    "dashed": ("day", rf"{_NUMBER}(?<!\d-){_DAY}-(?P<month>\d{{1,2}})-(?P<year>\d{{4,5}})(?!-){_CLOSED}"),
    # 28.09.2020
    "dotted": ("day", rf"{_NUMBER}{_DAY}\.(?P<month>\d{{1,2}})\.(?P<year>\d{{4,5}})(?!\.\d){_CLOSED}"),
    # (28/9), (28/9) 2020
    "day_slash_month": (
        "weak",
        rf"{_NUMBER}{_DAY}{_SLASH}(?P<month>\d{{1,2}})(?![\w]|{_SLASH}|[.,:]\d)(?:\s?\)\s?{_YEAR}{_CLOSED})?",
    ),
    # 28 September 2020, 24 Maret, 11 Agt 2020, 28 Sept. 2020
    "named": ("day", rf"{_NUMBER}{_DAY}{_NAMED}"),
    # Juni 28, 2021 (the date line of many blogs)
    "month_first": ("day", rf"{_WORD}{_MONTH}\.?{_S}{_DAY},{_O}{_YEAR}{_CLOSED}"),
    # tanggal 11 kemarin, tanggal 24 hingga 31; not "tanggal 1 hingga 14 Agustus", which is for `days_named`, nor
    # "tanggal 29, 30 dan 31 Desember", which is for `days_list`
    "day_only": (
        "day_only",
        rf"{_WORD}{_TANGGAL}(?!\d{{1,2}}(?:{_O},{_O}\d{{1,2}}){{0,6}},?{_O}(?:(?:{TO}|dan){_O}(?:{_TANGGAL})?\d{{1,2}})?[\s-]{{0,6}}{_MONTH_WORD})"
        rf"{_DAY}(?:{_O}{TO}{_O}(?:{_TANGGAL})?{_LAST}|(?!{_O}{TO}{_O}\d))(?![\w/]|[.,:-]\d|{_S}{_MUSLIM_MONTH})"
        rf"(?:{_S}(?P<when>{_WHEN})(?!\w))?",
    ),
    # sehari sebelumnya, dua hari sebelum itu
    "days_before": ("near", rf"{_WORD}{_DAYS_OFF}{_S}(?:sebelumnya|sebelum{_S}itu)(?!\w)"),
    # dua hari lalu, tiga hari yang lalu
    "days_ago": ("near", rf"{_WORD}{_DAYS_OFF}{_S}(?:yang{_S})?(?:lalu|silam)(?!\w)"),
    # sehari kemudian, dua hari setelah itu, keesokan harinya
    "days_after": (
        "near",
        rf"{_WORD}(?:{_DAYS_OFF}{_S}(?:kemudian|setelahnya|sesudahnya|(?:setelah|sesudah){_S}itu)|(?:ke)?esok(?:an)?{_S}harinya)(?!\w)",
    ),
    # 14 hari ke depan, dua pekan, lima hari kerja
    "duration": (
        "duration",
        rf"(?<![\w/])(?<!\d[.,:-]){_COUNT}{_O}(?P<unit>hari|pekan|minggu|bulan)(?!\w)(?P<working>{_S}kerja(?!\w|{_S}(?:di|dari)(?!\w)))?"
        rf"(?:{_S}(?:kalender|penuh)(?!\w))?"
        rf"(?:{_S}(?:(?P<forward>{_FORWARD})|(?P<past>{_PAST}))(?!\w)|(?={_S}(?P<after>{_AFTER})(?!\w)))?",
    ),
    # sepekan, seminggu ke depan, sebulan
    "duration_one": (
        "duration",
        rf"{_WORD}se(?P<unit>hari|pekan|minggu|bulan)(?!\w)(?:{_S}penuh(?!\w))?"
        rf"(?:{_S}(?:(?P<forward>{_FORWARD})|(?P<past>{_PAST}))(?!\w)|(?={_S}(?P<after>{_AFTER})(?!\w)))?",
    ),
    # 3 x 24 jam
    "duration_hours": ("duration", rf"(?<![\w/])(?P<count>\d{{1,2}}){_O}[x*]{_O}(?P<unit>24){_O}jam(?!\w)"),
    # akhir Mei, bulan Agustus, November 2025
    "month": (
        "month",
        rf"{_WORD}(?:(?P<part>awal|pertengahan|medio|akhir|penghujung|bulan){_S}(?:bulan{_S})?)?(?P<month>{_FULL})"
        rf"{_NAMED_YEAR}",
    ),
    # akhir pekan lalu, awal bulan, bulan depan
    "period": (
        "period",
        rf"{_WORD}(?:(?P<part>awal|pertengahan|akhir|penghujung){_S}(?P<unit>pekan|minggu|bulan|tahun)(?:{_S}(?P<when>{_WHEN}))?"
        rf"|(?P<unit_alone>pekan|minggu|bulan|tahun){_S}(?P<when_alone>{_WHEN}))"
        rf"(?!\w|{_S}\d{{4}})",
    ),
    # Senin, hari Kamis, Senin pekan depan
    "weekday": (
        "weekday",
        rf"{_WORD}(?:hari{_S})?{_WEEKDAY}(?:{_S}(?P<when>(?:(?:pekan|minggu){_S})?(?:{_WHEN}))(?!\w))?",
    ),
    # "Mulai hari ini (kemarin)": the morning paper's gloss on what was said the day before
    "today": ("near", rf"{_WORD}(?<!-)hari{_S}ini(?!\w|{_O}\({_O}kemarin{_O}\))"),
    "tomorrow": ("near", rf"{_WORD}(?<!-)(?:besok|esok)(?![\w-])(?:{_S}hari(?!\w))?"),
    "in_two_days": ("near", rf"{_WORD}(?<!-)lusa(?!\w)"),
    "two_days_ago": ("near", rf"{_WORD}(?<!-)kemarin{_S}(?:lusa|dulu)(?!\w)"),
    "yesterday": ("near", rf"{_WORD}(?<!-)(?:hari{_S}ini{_O}\({_O}kemarin{_O}\)|kemarin(?![\w-]))"),
    # tadi pagi, siang tadi
    "this_day": ("near", rf"{_WORD}(?:tadi{_S}(?:pagi|siang|sore)|(?:pagi|siang|sore){_S}tadi)(?!\w)"),
    # pada hari yang sama, hari itu juga, tanggal tersebut
    "same_day": ("near", rf"{_WORD}(?:hari|tanggal){_S}(?:yang{_S}sama|itu(?:{_S}juga)?|tersebut)(?!\w)"),
    # hingga PPKM berakhir, selama masa PSBB, sampai pandemi berakhir
    "event": (
        "end",
        rf"{_WORD}(?:(?:selama|sepanjang){_S}{_RUN}{_EVENT}(?!\w)(?:{_S}(?:darurat|mikro|level{_S}\d|lebaran|asean)(?!\w)){{0,2}}"
        rf"|{_UNTIL}{_S}(?:{_RUN}(?:{_EVENT}|pandemi|wabah)(?!\w){_DISEASE}{_BETWEEN}{_S}{_GONE}"
        rf"|(?:selesainya|berakhirnya|dicabutnya|usainya){_S}{_RUN}(?:{_EVENT}|pandemi|wabah))(?!\w))",
    ),
    # sampai genangan surut, hingga kabut asap benar-benar hilang
    "event_force": ("end", rf"{_WORD}{_UNTIL}{_S}{_FORCE}(?!\w){_BETWEEN}{_S}{_FORCE_GONE}(?!\w)"),
    # sampai kota keluar dari zona merah, hingga status turun ke level 2, dicabut apabila kota kembali ke zona kuning
    "event_standing": (
        "end",
        rf"{_WORD}(?:{_UNTIL}|(?:dicabut|berakhir|dihentikan){_S}(?:apabila|jika|bila|kalau|setelah)){_BETWEEN}{_S}{_STANDING}(?!\w)",
    ),
    # sampai indeks standar pencemar udara (ISPU) di kota itu kembali ke kategori sedang, hingga ISPU di bawah 100
    "event_air": ("end", rf"{_WORD}{_UNTIL}{_S}{_AIR}(?!\w)[^.;,\n]{{0,60}}?(?<!\w){_CLEAN}(?!\w)"),
    # selama kota ini masih berada di zona merah, sepanjang Ambon berstatus level 3
    "event_while": ("end", rf"{_WORD}(?:selama|sepanjang){_BETWEEN}{_S}{_WHILE}(?!\w)"),
    # selama kabut asap masih pekat, sepanjang status PPKM belum turun
    "event_lasting": (
        "end",
        rf"{_WORD}(?:selama|sepanjang){_S}{_RUN}(?:{_FORCE}|{_EVENT}|{_AIR})(?!\w){_BETWEEN}{_S}(?:masih|belum){_S}"
        rf"(?:(?:di|berada{_S}di){_S})?[a-z]{{4,16}}(?!\w)",
    ),
    # sampai perbaikan instalasi selesai, hingga hasil tes usap keluar
    "event_work": ("end", rf"{_WORD}{_UNTIL}{_S}(?:(?:proses|seluruh){_S})?{_WORK}(?!\w){_BETWEEN}{_S}{_DONE}(?!\w)"),
    # berakhirnya mengikuti keputusan pusat soal PPKM, masa berlakunya disesuaikan dengan PSBB
    "event_follows": (
        "end",
        rf"{_WORD}(?:berakhirnya|lamanya|waktunya|masa{_S}berlaku(?:nya)?|jangka{_S}waktu(?:nya)?|batas{_S}waktu(?:nya)?){_S}"
        rf"(?:(?:akan|tetap){_S})?(?:mengikuti|menyesuaikan|disesuaikan|bergantung|tergantung)(?:{_S}[a-z-]{{2,16}}){{0,4}}{_S}"
        rf"{_EVENT}(?!\w)",
    ),
    # sampai batas waktu yang belum ditentukan, tanpa batas waktu
    "open_undetermined": (
        "end",
        rf"{_WORD}(?:(?:{_UNTIL}{_S})?(?:batas(?:{_S}(?:akhir(?:nya)?|waktu(?:nya)?)){{0,2}}|waktu(?:nya)?){_S}(?:yang{_S})?"
        rf"(?:(?:{_UNCERTAIN}|akan){_S})?{_FIXED}(?:{_S}(?:kemudian|lebih{_S}lanjut|selanjutnya))?"
        rf"|tanpa{_S}batas{_S}waktu|(?:tak|tidak|belum){_S}ada{_S}(?:tenggat|batas{_S}waktu)|{_NO_LAST_DAY}|{_UNCERTAIN}{_S}{_FIXED}{_S}batas{_S}waktu(?:nya)?)(?!\w)",
    ),
    # hingga ada pemberitahuan lebih lanjut, menunggu instruksi berikutnya, sampai dicabut
    "open_notice": (
        "end",
        rf"{_WORD}(?:{_UNTIL}|menunggu|menanti)(?:{_S}ada(?:nya)?)?{_S}"
        rf"(?:pemberitahuan|pengumuman|instruksi|arahan|keputusan|kebijakan|informasi|ketentuan|petunjuk|edaran|aturan"
        rf"|perubahan|perintah|evaluasi|perkembangan){_S}(?:lebih{_S}lanjut|selanjutnya|berikutnya|terbaru|baru|lanjutan|lain(?:nya)?|kebijakan|aturan|ketentuan)(?!\w)"
        rf"|{_WORD}(?:sambil|sembari|seraya){_S}(?:menunggu|menanti){_S}(?:instruksi|arahan|keputusan|petunjuk){_S}(?:dari{_S})?"
        rf"(?:pemerintah{_S})?(?:pusat|provinsi|gubernur|presiden|menteri)(?!\w)"
        rf"|{_WORD}menunggu{_S}(?:laporan|rekomendasi|(?:hasil{_S})?(?:evaluasi|kajian)){_S}"
        rf"(?:gugus{_S}tugas|satgas|satuan{_S}tugas|tim|dinas|pemerintah|pusat|gubernur)(?!\w)"
        rf"|{_WORD}{_UNTIL}{_S}(?:dicabut(?:nya)?|ada{_S}pencabutan(?!{_S}(?:status|masa|ppkm|psbb)))(?!\w)",
    ),
    # akan dievaluasi kembali, setiap minggu dievaluasi, ditinjau ulang sewaktu-waktu
    "open_review": (
        "end",
        rf"{_WORD}(?:(?:akan|bakal|terus|selalu|nanti|nantinya|dapat|bisa){_S}(?:(?:kembali|terus|selalu|kita|kami){_S})?"
        rf"{_REVIEW}(?:{_S}{_AGAIN})?|{_REVIEW}{_S}(?:{_AGAIN}|(?:setelah|sesudah|usai){_S}(?:\w{{2,10}}{_S})?(?:se)?(?:pekan|minggu|bulan))|(?:setiap|tiap|saban|per){_S}{_TURN}{_S}(?:akan{_S})?{_REVIEW}"
        rf"|(?:(?:dua|tiga|empat|enam){_S})?(?:pekan|minggu|bulan){_S}sekali{_S}(?:(?:akan|kami|kita){_S})?{_REVIEW}"
        rf"|(?:akan|bakal){_S}(?:dilakukan|diadakan|ada){_S}evaluasi|{_REVIEWS}|evaluasi{_S}(?:(?:akan|bakal){_S})?(?:dilakukan|digelar|diadakan){_S}(?:{_EVERY}|secara{_S}berkala|(?:\w{{2,10}}{_S}){{1,2}}sekali)|(?:akan|bakal){_S}(?:dikaji|dinilai){_S}{_AGAIN}|{_RESULT}{_S}{_EVERY})"
        r"(?!\w)",
    ),
    # sambil melihat perkembangan situasi, menunggu perkembangan
    "open_development": (
        "end",
        rf"{_WORD}(?:(?:sambil|sembari|seraya){_S})?(?:(?:kita|kami){_S}(?:tunggu|lihat|pantau)(?:{_S}dulu)?|menunggu|melihat|memantau|mengikuti|menyesuaikan){_S}"
        rf"perkembangan(?:nya|{_S}{_STATE}(?!\w))?(?!\w)"
        rf"|{_WORD}(?:akan|bakal|terus|nanti){_S}(?:dilihat|dipantau|(?:kita|kami){_S}(?:lihat|pantau))"
        rf"(?:{_S}(?:dulu|lagi|terus))?{_S}perkembangan(?:nya)?(?!\w)",
    ),
    # sampai kondisi benar-benar kondusif, hingga kualitas udara membaik
    "event_calm": (
        "end",
        rf"{_WORD}{_UNTIL}{_S}{_STATE}{_DISEASE}(?:{_S}(?:udara|cuaca|keamanan|daerah|wilayah|jalan|(?:di{_S})[a-z]{{3,16}}))?(?:{_S}(?:benar-benar|betul-betul|sungguh-sungguh|sudah|telah|kembali|lebih|dinyatakan|ini|makin)){{0,3}}"
        rf"{_S}{_CALM}(?!\w)"
        # sampai aparat menyatakan situasi aman, sampai ada pencabutan PPKM
        rf"|{_WORD}{_UNTIL}{_S}(?:\w{{2,12}}{_S}){{1,2}}(?:menyatakan|memastikan|mengumumkan){_S}{_STATE}(?:{_S}\w{{2,12}}){{0,2}}{_S}{_CALM}(?!\w)"
        rf"|{_WORD}{_UNTIL}{_S}ada(?:nya)?{_S}(?:pengumuman{_S})?pencabutan(?!\w)"
        # hingga kualitas udara di kota ini kembali ke kategori sedang
        rf"|{_WORD}{_UNTIL}{_S}{_STATE}(?:{_S}[a-z-]{{2,16}}){{0,5}}{_S}(?:kembali|berada|turun){_S}(?:ke|pada|di){_S}(?:kategori|level|tingkat|batas)(?!\w)",
    ),
    # tergantung situasi, bergantung pada perkembangan
    "open_condition": (
        "end",
        rf"{_WORD}(?:ter|ber)gantung{_S}(?:pada{_S}|dari{_S})?(?:{_STATE}|perkembangan)(?!\w)",
    ),
    # belum tahu sampai kapan, entah sampai kapan; "Sampai kapan? Bupati belum bisa memastikan"
    "open_unknown": (
        "end",
        rf"{_WORD}(?:(?:(?:belum|tidak|tak)(?:{_S}\w{{2,14}}){{1,3}}|entah){_S}(?:sampai|hingga){_S}kapan(?!\w|{_S}(?:asap|kabut|hujan|banjir|cuaca|kemarau|pandemi|wabah|covid)(?!\w))"
        rf"|kapan(?:{_S}[a-z]{{2,12}}){{0,3}}{_S}(?:selesai|berakhir|dicabut|dikembalikan|normal)(?:nya)?(?!\w)[^.!\n]{{0,40}}?{_WORD}{_UNCERTAIN}{_S}{_KNOWN}(?!\w)"
        rf"|(?:belum|tidak|tak){_S}(?:bisa{_S}|dapat{_S})?{_KNOWN}(?:{_S}pasti)?{_S}kapan{_S}(?!hasil)[^.!?\n]{{0,40}}?{_WORD}"
        rf"(?:selesai|berakhir|dicabut|dikembalikan|normal)(?:nya)?(?!\w)"
        rf"|batas{_S}(?:akhir|waktu)(?:nya)?{_S}belum{_S}(?:(?:kami|kita){_S})?(?:dipatok|pasang|patok|dipasang|ada|tentukan)(?!\w)"
        rf"|(?:berapa{_S}lama|(?:sampai|hingga){_S}kapan)(?!\w)[^.!\n]{{0,60}}?{_WORD}{_UNCERTAIN}{_S}"
        rf"{_KNOWN}(?!\w))",
    ),
    # sampai pasokan listrik pulih, hingga kapal tanker tiba, sampai kantor selesai diperbaiki
    "event_happens": (
        "end",
        rf"{_WORD}{_UNTIL}(?!{_S}(?:kini|saat|sekarang|hari|siang|sore|malam)(?!\w))(?:{_S}[a-z-]{{2,16}}){{1,6}}?{_S}{_HAPPENS}(?!\w|{_S}ke(?!\w))",
    ),
}


_COMPILED: Final = {rule: re.compile(pattern) for rule, (_, pattern) in _PATTERNS.items()}


def _alternation(rules: list[str]) -> str:
    """The patterns of `rules` as one, each in a group of its name; the names inside are dropped, as they repeat."""
    return "|".join(f"(?P<{rule}>{re.sub(r'[?]P<[a-z_]+>', '?:', _PATTERNS[rule][1])})" for rule in rules)


# A figure and a word are tried against their own patterns only; "duration" begins with either.
_WITH_FIGURE: Final = [rule for rule, (kind, _) in _PATTERNS.items() if kind in {"day", "days", "weak", "weak_days"}]
_WITH_FIGURE.remove("month_first")
_WITH_WORD: Final = [rule for rule in _PATTERNS if rule not in {*_WITH_FIGURE, "duration", "duration_hours"}]
_SCAN: Final = Pattern(
    rf"(?<!\w)(?:(?=\d)(?:{_alternation([*_WITH_FIGURE, 'duration_hours'])})|(?=[a-z])(?:{_alternation(_WITH_WORD)})"
    rf"|{_alternation(['duration'])})",
    flags=0,
)


def fold(text: str) -> str:
    """The text in lower case and of the same length, so that offsets stay.

    >>> fold("SENİN, 5 Mei")
    'senİn, 5 mei'
    """
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def scan(folded: str) -> list[Atom]:
    """All atoms of a text that `fold` has lowered, in order, not overlapping.

    >>> [(atom.rule, atom.day, atom.month, atom.year) for atom in scan("senin (28/9) dan 5 mei 2020")]
    [('weekday', None, None, None), ('day_slash_month', 28, 9, None), ('named', 5, 5, '2020')]
    """
    atoms: list[Atom] = []
    for hit in _SCAN.finditer(folded):
        rule = hit.lastgroup or ""
        match = _COMPILED[rule].match(folded, hit.start())
        if match is None:  # the pattern looks behind, and so does the scan: both see the same text
            raise AssertionError(rule)
        atom = _build(match, _PATTERNS[rule][0], rule)
        if atom is not None:
            atoms.append(atom)
        elif rule in {"days_and", "days_list"}:
            atoms += _days_apart(match)
    return atoms


def number(words: str) -> int:
    """The value of a duration's count: figures, or number words up to 99.

    >>> number("dua puluh satu"), number("14"), number("sebelas")
    (21, 14, 11)
    """
    if words.isdecimal():
        return int(words)
    parts = words.split()
    value = _NUMBERS[parts[0]]
    if "belas" in parts:
        return value + 10
    if "puluh" in parts:
        return value * 10 + (_NUMBERS[parts[2]] if len(parts) > 2 else 0)
    return value


def valid_day(day: int, month: int) -> bool:
    """Whether the day exists in the month of some year.

    >>> valid_day(29, 2), valid_day(31, 2), valid_day(9, 45)
    (True, False, False)
    """
    return 1 <= month <= 12 and 1 <= day <= monthrange(2020, month)[1]


def _build(match: re.Match[str], kind: AtomKind, rule: str) -> Atom | None:
    """The atom that a match states, or None when it only looks like a date."""
    groups: dict[str, str] = {name: words for name, words in match.groupdict().items() if words is not None}
    start, end = match.span()
    when = groups.get("when") or groups.get("when_alone") or ""
    if kind == "duration":
        return _duration(groups, start, end, rule)
    if kind in {"day", "weak", "days", "weak_days", "day_only"}:
        return _calendar(match, groups, kind, rule)
    if kind == "month":
        part = groups.get("part", "")
        return Atom(kind, start, end, rule, month=MONTHS[groups["month"]], year=groups.get("year"), unit=part)
    if kind == "weekday":
        return Atom(kind, start, end, rule, weekday=WEEKDAYS[groups["weekday"]], when=when)
    if kind == "period":
        unit = groups.get("unit") or groups["unit_alone"]
        return Atom(kind, start, end, groups.get("part", "whole"), when=when or "ini", unit=_UNITS[unit])
    count = number(groups.get("count", "1")) if rule in DAYS_OFF else None
    return Atom(kind, start, end, rule, count=count)


def _calendar(match: re.Match[str], groups: dict[str, str], kind: AtomKind, rule: str) -> Atom | None:
    """A day, or two, of a month; None when the calendar has no such day or the two do not follow each other."""
    day, last, month = int(groups["day"]), int(groups.get("last", 0)), groups.get("month")
    number_of_month = None if month is None else _ALL_MONTHS.get(month) or int(month)
    if not valid_day(day, number_of_month or 1) or (last and not valid_day(last, number_of_month or 1)):
        return None
    listed = [day, *(int(one) for one in re.findall(r"\d+", groups.get("more", ""))), last]
    between = rule == "days_and" and match.string.endswith("antara ", 0, match.start())  # "antara 2 dan 5 Mei"
    gaps = rule in {"days_and", "days_list"} and listed != list(range(day, last + 1)) and not between
    if last and (last <= day or gaps):
        return None
    year = groups.get("year")
    if kind == "weak" and year:
        kind = "day"
    split = (match.end("day"), match.start("last")) if last else None
    when = groups.get("when", "")
    return Atom(kind, *match.span(), rule, day, last or None, number_of_month, year, when=when, split=split)


def _days_apart(match: re.Match[str]) -> list[Atom]:
    """The days of "25, 28, dan 30 Juni 2021", which are no range; the month and the year stand only behind the last."""
    month, year = _ALL_MONTHS[match["month"]], match["year"]
    days = list(_FIGURE.finditer(match.string, match.start(), match.end("last")))
    if not all(valid_day(int(day[0]), month) for day in days):
        return []
    ends = [*(day.end() for day in days[:-1]), match.end()]
    return [
        Atom("day", day.start(), end, "day_of_list", int(day[0]), month=month, year=year)
        for day, end in zip(days, ends, strict=True)
    ]


_FIGURE: Final = re.compile(r"\d{1,2}")
_UNITS: Final = {"hari": "day", "pekan": "week", "minggu": "week", "bulan": "month", "tahun": "year", "24": "day"}


def _duration(groups: dict[str, str], start: int, end: int, rule: str) -> Atom | None:
    """A length of time to come; None for one that is past or tells how often."""
    if "past" in groups:
        return None
    return Atom(
        "duration", start, end, rule, count=number(groups.get("count", "1")), unit=_UNITS[groups["unit"]],
        when="after" if "after" in groups else "forward" if "forward" in groups else "", working="working" in groups,
    )  # fmt: skip
