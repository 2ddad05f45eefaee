"""Which share of the staff works at home and which in the office.

A share is a quantity ("25 persen", "separuh", "50:50", "seluruh ASN", "satu hari masuk satu hari di rumah") that the
sentence ties to a place of work. The tie is found by distance: the k-th quantity belongs to the nearest place, a place
behind "sisanya" is the place of all the others, and two quantities that make 100 are the two places. Shares of beds,
seats, vaccines or allowances have no place of work near, or a noun that forbids it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from extract.conditions import ORDER, Kind, find_conditions
from extract.document import Sentence, split_sentences
from extract.numbers import NumberValue, find_numbers
from extract.spans import Span
from extract.workplace import NAMED, Side, find_sides

Basis = Literal["stated", "derived", "words", "rotation"]
Bound = Literal["exact", "max", "min", "range"]
Condition = tuple[Kind, str]


@dataclass(frozen=True, slots=True)
class Share:
    """A share of staff at home, in percent; `bound` is turned to the home side whatever side was printed.

    `side` is the place whose figure is printed; `past` marks a rule before this one ("dari sebelumnya 50 persen") and
    `hypothetical` one that may come ("mungkin cukup 25 persen"); `conditions` are the codebook's kinds and values.
    """

    wfh_pct: float
    side: Side
    basis: Basis
    bound: Bound
    conditions: tuple[Condition, ...] = ()
    past: bool = False
    hypothetical: bool = False

    @property
    def wfo_pct(self) -> float:
        """The share in the office: what is left of 100."""
        return round(100 - self.wfh_pct, 2)


# --- quantities ------------------------------------------------------------------------------------------------------
# "50:50", "50-50", "75 : 25", "fifty-fifty", "separuh-separuh"
_RATIO = re.compile(
    r"(?<![\d/.:-])(?P<a>\d{1,2})\s*(?::|-|banding|/)\s*(?P<b>\d{1,2})(?!\d|[/.:-]\d|\s*(?:persen|%|wi[bt]|wita|tahun|orang|hari|januari|februari|maret|"
    r"april|mei|juni|juli|agustus|september|oktober|november|desember))|\b(?:fifty[\s-]fifty|separuh-separuh|separo-separo|setengah-setengah)\b",
    re.IGNORECASE,
)
# "seluruh ASN", "semua pegawai", "sepenuhnya", "full WFH"; "tidak semua", "seluruh layanan" are none
_STAFF = (
    r"(?:asn|pns|aparatur|pegawai|staf|karyawan|pekerja|tenaga|honorer|thl|pppk|personel|aparat|non[\s-]?asn|perangkat|anggota|orang|jajaran|abdi|"
    r"pejabat|opd|pemerintah)"
)
_ALL = re.compile(
    rf"(?<!tidak\s)(?<!tak\s)(?<!belum\s)(?<!bukan\s)\b(?:seluruh|semua|segenap)\s+(?:\w{{2,15}}\s+){{0,2}}?(?P<staff>{_STAFF})(?:nya)?\b"
    r"|(?<!tidak\s)(?<!tak\s)(?<!belum\s)\b(?P<bare>(?<=wfh\s)semua\b|semua(?:nya)?\s*(?=(?:\(asn\)\s*)?(?:masuk|di\s+rumah|kerja|bekerja|ngantor|berkantor|wf[ho]))|sepenuhnya|secara\s+penuh|full|seluruhnya)\b",
    re.IGNORECASE,
)
# "tidak ada yang bekerja dari rumah": nobody at home
_NOBODY = re.compile(
    r"\btidak\s+(?:ada\s+)?(?:lagi\s+)?(?:satu\s?pun\s+)?(?:ada\s+)?(?:lagi\s+)?(?:asn\s+|pegawai\s+)?yang\s+(?=(?:bekerja|kerja|tugas|menjalani|melaksanakan)\b)",
    re.IGNORECASE,
)
# "Seluruh ASN diminta pulang. Mereka bekerja dari rumah dua pekan."
_THEY = re.compile(r"^\W*mereka(?=\s+(?:\w+\s+){0,2}(?:ber?kerja|kerja|wfh))", re.IGNORECASE)
# One day in, one day at home; in turns from day to day
_DAYS = r"(?:(?:satu|se|dua|tiga|empat|1|2|3|4)\s*hari)"
_ALTERNATE = re.compile(
    rf"\b(?P<first>{_DAYS})\s+(?:\w{{2,12}}\s+){{0,3}}?(?:masuk|kantor|ngantor|wfo|rumah|wfh)\b[^.;\n]{{0,30}}?\b(?P<second>{_DAYS})\s+(?:\w{{2,12}}\s+){{0,3}}?"
    r"(?:masuk|kantor|ngantor|wfo|rumah|wfh|libur)\b|\bselang[\s-]seling\b|\bsehari\s+masuk,?\s+sehari\s+(?:di\s+rumah|libur|tidak)\b"
    r"|\b(?:sehari|hari\s+ini|satu\s+hari)\s+[^.;\n]{0,25}?\b(?:masuk|datang|kantor|ngantor)\b[^.;\n]{0,20}?\b(?:besok(?:nya)?|esok(?:nya)?|keesokan\s+hari(?:nya)?)\b[^.;\n]{0,40}?\b(?:rumah|wfh)\b",
    re.IGNORECASE,
)
_COUNTS = {"satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "sepuluh": 10}
_NUMBERS = {"satu": 1, "se": 1, "1": 1, "dua": 2, "2": 2, "tiga": 3, "3": 3, "empat": 4, "4": 4, "sehari": 1}
# "WFH satu hari dalam sepekan", "dua hari dalam lima hari kerja", "WFH dua hari sepekan"
_PER_WEEK = re.compile(
    r"\b(?P<days>satu|se|dua|tiga|empat|1|2|3|4)\s*hari\s+(?:kerja\s+)?(?:wfh\s+)?(?:dalam\s+|setiap\s+|tiap\s+|per\s+|se)\s*"
    r"(?:satu\s+|se)?(?:minggu|pekan|(?:lima|5)\s+hari(?:\s+kerja)?)\b|\b(?:seminggu|sepekan)\s+sekali\b|\b(?:satu\s+kali|sekali)\s+(?:dalam\s+)?(?:seminggu|sepekan)\b",
    re.IGNORECASE,
)
# "setiap Jumat", "tiap hari Rabu dan Kamis" with WFH in the same sentence: fixed days at home
_DAY = r"(?:senin|selasa|rabu|kamis|jum'?at)"
_DAYS_NAMED = rf"{_DAY}(?:\s*(?:,|dan|,\s*dan|serta|&)\s*(?:hari\s+)?{_DAY}){{0,3}}"
_FIXED_DAYS = re.compile(
    rf"(?:\b(?:se?tiap|tiap-tiap|saban)\s+(?:hari\s+)?|(?:^\W*|[;:]\s|\bpada\s+)(?:hari\s+)?(?={_DAY}\s+dan\s))(?P<days>{_DAYS_NAMED})\b(?!\s*\()"
    rf"|\bhari\s+(?P<named>{_DAYS_NAMED})\s+(?:sebagai|menjadi|adalah)\s+hari\b",
    re.IGNORECASE,
)
_THAT_DAY = re.compile(r"\b(?:pada\s+|dua\s+|tiga\s+)?hari(?:-hari)?\s+(?:itu|tersebut)\b", re.IGNORECASE)
# "tiga dari empat pegawai"
_OUT_OF = re.compile(
    r"\b(?P<part>satu|dua|tiga|[1-9])\s+dari\s+(?:setiap\s+|tiap\s+)?(?P<whole>dua|tiga|empat|lima|sepuluh|\d{1,2})\s+(?:orang\s+)?(?:asn|pns|pegawai|staf|karyawan)\b",
    re.IGNORECASE,
)

# --- what a quantity must not be -------------------------------------------------------------------------------------
# Nouns whose percentages are not of staff: "kapasitas 25 persen", "TPP dipotong 50 persen", "terisi 80 persen" of beds
_NOT_STAFF = re.compile(
    r"\b(?:kapasitas|pengunjung|tamu|kursi|tempat\s+tidur|ranjang|bed|bor|keterisian|okupansi|hunian|ruang\s+(?:isolasi|perawatan|rawat)|vaksin\w*|dosis|"
    r"tunjangan\w*|tpp|tukin|penghasilan\w*|(?<!jatahnya\s)(?<!jatah\s)dipotong|pemotongan|potongan|disunat|anggaran|apbd|apbn|belanja|biaya|hemat|penghematan|kendaraan|polusi|polutan|emisi|"
    r"pencemaran|kesembuhan|kematian|positivity|efikasi|penumpang|omzet|omset|harga|diskon|saham|inflasi|ekonomi|pertumbuhan|penularan|realisasi|pendapatan|"
    r"produktivitas|siswa|murid|pelajar|sekolah|kelas|jemaah|jamaah|ibadah|mobilitas|volume|bbm|bensin|listrik|konsumsi|kunjungan|hotel|mal|"
    r"restoran|rumah\s+makan|kafe|pasar|angkutan|transportasi|gedung|resepsi|hajatan|pernikahan|uji\s+emisi|hasil\s+tes|warga|penduduk|responden|survei|"
    r"wajib\s+pajak|tingkat\s+kehadiran|bolos|mangkir|absen\w*|cuti|tidak\s+hadir|stok|oksigen|bunga|pelanggar|kasus|pasien|ibu\s+kota|nilai|skor|peserta|"
    r"turun|naik|berkurang|meningkat|bertambah|penurunan|kenaikan|peningkatan|pemudik|arus|uang|dana|gaji|denda|sanksi)\b",
    re.IGNORECASE,
)
# Attendance as counted, not as ruled: "persentase kehadiran hari ini 99,59 persen", "kehadiran mencapai 92 persen"
_ATTENDANCE = re.compile(
    r"\b(?:tingkat|persentase|prosentase|rekap\w*)\s+(?:kehadiran|absensi)\b|\bkehadiran\b[^.;\n]{0,40}\b(?:mencapai|tercatat|hari\s+ini|hari\s+pertama)\b"
    r"|\bhari\s+pertama\b[^.;\n]{0,40}\b(?:mencapai|tercatat)\b",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"\b(?:asn|pns|aparatur|pegawai|staf|karyawan|pekerja|tenaga|honorer|thl|phl|pppk|personel|orang|porsi|komposisi|jumlah|opd|skpd|kantor|perkantoran|dinas|"
    r"instansi|unit|sektor|berkantor|ngantor|level|zona|esensial|kritikal|wf[hoa]|pembagian|proporsi|presentase|persentase)\b",
    re.IGNORECASE,
)

# --- words around a quantity -----------------------------------------------------------------------------------------
_MOST = re.compile(
    r"\b(?:maksimal|maksimum|maximal|paling\s+(?:banyak|tinggi|besar)|tidak\s+(?:boleh\s+)?(?:lebih|melebihi)(?:\s+dari)?|tak\s+lebih(?:\s+dari)?|hingga|sampai|sebanyak-banyaknya|setinggi-tingginya|at\s+most)\W*$",
    re.IGNORECASE,
)
_LEAST = re.compile(
    r"\b(?:minimal|minimum|paling\s+(?:sedikit|rendah|kurang|kecil)|setidaknya|sedikitnya|sekurang-kurangnya|setidak-tidaknya|lebih\s+dari|at\s+least)\W*$",
    re.IGNORECASE,
)
_MOST_AFTER = re.compile(r"^\W*(?:\([^)]{0,40}\)\W*)?(?:maksimal|maksimum|paling\s+banyak)\b", re.IGNORECASE)
_LEAST_AFTER = re.compile(r"^\W*(?:\([^)]{0,40}\)\W*)?(?:minimal|minimum|paling\s+sedikit|ke\s+atas)\b", re.IGNORECASE)
# "sisanya", "selebihnya", "selainnya", "75 persen lainnya" says nothing of the sort
_REST = re.compile(r"\b(?:sisanya|selebihnya|sisa\s+(?:pegawai|asn|lainnya)|sisanya\s+lagi|mayoritas|sebagian\s+besar)\b", re.IGNORECASE)
# The rule before this one: "dari sebelumnya 50 persen", "semula dipatok 50 persen", "yang selama ini 50 persen"
_PAST = re.compile(
    r"\b(?:sebelumnya|semula|tadinya|awalnya|selama\s+ini|sempat|kemarin|edaran\s+lama|aturan\s+lama|yang\s+lama|dulu|dahulu|terdahulu|(?:pekan|minggu|bulan|tahun)\s+lalu|"
    r"(?:kalau|jika|bila)\s+(?:pada|bulan|kemarin)|pernah|saat\s+(?:\w+\s+){1,2}baru|waktu\s+itu|ketika\s+itu|saat\s+itu)\b[^.;\n]{0,50}$",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"\b(?:kini|sekarang|menjadi|jadi|ini\s+diubah|saat\s+ini|dinaikkan|diturunkan|ditambah|dikurangi|dipangkas)\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(r"\b(?:bukan(?:nya|\s+lagi)?|tidak|tak)\s+$", re.IGNORECASE)
# "dari 50 persen menjadi 75 persen", and "70 persen pegawai yang sempat disinggung" behind the figure
_FROM_TO = re.compile(r"\bdari\s+$", re.IGNORECASE)
_PAST_AFTER = re.compile(r"^[^.,;\n]{0,30}\byang\s+(?:sempat|semula|sebelumnya|dulu|pernah)\b", re.IGNORECASE)
# What may come, not what is ruled: "mungkin nanti tinggal 25 persen saja", "kalau angkanya turun"
_HYPOTHETICAL = re.compile(
    r"(?:(?<!sedapat\s)\bmungkin|\bbarangkali|bisa\s+(?:jadi|saja|kita|kami|diperkecil|ditambah|dikurangi)|bisa-bisa|(?:kalau|jika|bila)(?=\s+(?:nanti|angka\w*|kasus\w*|kondisi|keadaan|situasi))|kalau(?!\s+(?:pada|sebelumnya|semula|kemarin|dulu|selama|januari|februari|maret|april|mei|juni|juli|agustus|september|"
    r"oktober|november|desember|yang|di|untuk|dinas|opd|sektor|asn|pegawai|staf)\b)|bila(?!\s+(?:pada|sebelumnya|semula|dulu))|apabila|jika(?!\s+(?:pada|sebelumnya|semula))|andai\w*|seandainya|(?<!hari\s)(?<!pekan\s)(?<!minggu\s)(?<!bulan\s)ke\s+depan(?:nya)?|opsi|skenario|usul\w*|rencana\w*|"
    r"dipertimbangkan|sempat|wacana|(?:me(?:nampik|mbantah|nepis)|isu|kabar)\b[^.;\n]{0,40}\bbahwa)\b",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r"[,;:]|\b(?:dan|sedangkan|sementara|serta|adapun|lalu|kemudian|tetapi|tapi|namun)\b", re.IGNORECASE
)
# Every office alike is no condition: "di setiap OPD", "tiap unit kerja"
_EVERY = re.compile(
    r"\b(?:se?tiap|tiap-tiap|masing-masing|seluruh|semua|di\s+lingkungan|lingkup|antara\s+lain|kepala|pimpinan)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_FROM_NOW = re.compile(r"^\W*(?:kini|sekarang)\b", re.IGNORECASE)
# A heading or opening of a list: "Berikut rincian untuk sektor non-esensial:"
_OPENS_LIST = re.compile(r":\s*$")
_LIST_ITEM = re.compile(r"^\s*(?:[-*+o•·]|\(?[a-z0-9]{1,2}[.)])\s*", re.IGNORECASE)
_MEMBERS = re.compile(
    r"\b(?:Dinas|Disdukcapil|Dukcapil|Dishub|Dinkes|RSUD|Puskesmas|Satpol|BPBD|Damkar|PMI|Inspektorat|kecamatan|kelurahan|rumah\s+sakit)\b",
    re.IGNORECASE,
)
# "Kantor semacam itu hanya boleh diisi 25 persen", "Itu kehadiran staf 25 persen"
_POINTS_BACK = re.compile(
    r"^\W*(?:itu|di\s+sana|di\s+situ|di\s+sini|untuk\s+yang\s+(?:satu\s+)?(?:itu|ini)|(?:kantor|instansi|unit|opd|skpd|dinas|sektor|kelompok|pegawai|mereka)\s+(?:semacam\s+)?(?:itu|ini|tersebut))\b",
    re.IGNORECASE,
)
_CONTRAST = re.compile(
    r"^\W*(?:sedangkan|adapun|sementara|namun|tetapi|tapi|lain\s+halnya|berbeda|selain)\b", re.IGNORECASE
)
_ADJACENT = 60
_NEXT_TO = 12
_FAR = 330


@dataclass(frozen=True, slots=True)
class _Quantity:
    start: int
    end: int
    value: float
    kind: Literal["percent", "fraction", "all", "nobody"]
    bound: Bound
    past: bool
    hypothetical: bool


def find_shares(text: str) -> list[Span[Share]]:
    """Every share of staff that `text` prints, in order; pairs that make 100 ("75 persen ... 25 persen") are one span.

    >>> [(s.value.wfh_pct, s.value.bound, s.value.basis) for s in find_shares("Pegawai di kantor paling banyak 25 persen.")]
    [(75.0, 'min', 'derived')]
    >>> find_shares("Restoran boleh melayani makan di tempat 25 persen kapasitas.")
    []
    """
    shares: list[Span[Share]] = []
    inherited: tuple[Condition, ...] = ()
    area: tuple[Condition, ...] = ()
    previous: Sentence | None = None
    list_paragraph = -1
    for sentence in split_sentences(text):
        if previous is None or not (_LIST_ITEM.match(sentence.text) or sentence.paragraph == list_paragraph):
            inherited = ()
        found = [_qualified(s, sentence, previous, area) for s in _in_sentence(sentence, previous, inherited)]
        if found and _FROM_NOW.match(sentence.text):
            shares = _as_past(shares, previous)
        area = next((tuple(c for c in s.value.conditions if c[0] == "region") for s in reversed(found)), area)
        shares += [s.shift(sentence.start) for s in found]
        if _OPENS_LIST.search(sentence.text):
            inherited = tuple(c.value for c in find_conditions(sentence.text) if c.value[0] != "unit")
            list_paragraph = sentence.paragraph
        previous = sentence
    return shares


def _as_past(shares: list[Span[Share]], previous: Sentence | None) -> list[Span[Share]]:
    """"... dipatok separuh. Kini 75 persen ...": what the sentence before told is the earlier rule."""
    if previous is None:
        return shares
    return [
        replace(s, value=replace(s.value, past=True)) if previous.start <= s.start < previous.end else s for s in shares
    ]


def _qualified(
    share: Span[Share], sentence: Sentence, previous: Sentence | None, area: tuple[Condition, ...]
) -> Span[Share]:
    """A share for a level or zone takes the sector of the sentence before it and the part of the country of the list."""
    own = share.value.conditions
    kinds = {kind for kind, _ in own}
    if not kinds & {"ppkm_level", "zone"}:
        return share
    added: list[Condition] = [] if "region" in kinds else list(area)
    if "sector" not in kinds and previous is not None and previous.paragraph == sentence.paragraph:
        added += [c.value for c in find_conditions(previous.text) if c.value[0] == "sector"][-1:]
        if "region" not in kinds and not area:
            added += [c.value for c in find_conditions(previous.text) if c.value[0] == "region"][:1]
    return replace(share, value=replace(share.value, conditions=_combinations([*own, *added])[0]))


def _in_sentence(sentence: Sentence, previous: Sentence | None, inherited: tuple[Condition, ...]) -> list[Span[Share]]:
    text = sentence.text
    rotation = _rotation(text, previous)
    quantities = _quantities(text, previous)
    around = f"{previous.text} {text}" if previous is not None and previous.paragraph == sentence.paragraph else text
    shares = _ratios(text, around)
    sides = find_sides(text)
    if not sides and previous is not None and quantities and not shares:
        sides = _lent_sides(text, previous)
    tied = [
        (q, side, cost) for q in quantities if (tie := _tie(q, quantities, sides, text, around)) for side, cost in [tie]
    ]
    tied = _opposed(tied)
    if rotation and any(q.kind != "all" for q, _, _ in tied):
        rotation = []  # "setiap Jumat 50 persen": no day at home for everybody
    for kinds in ({"percent"}, {"fraction"}):  # figures before words; words that only gloss a ratio say nothing new
        if shares or any(q.kind in kinds and not q.past for q, _, _ in tied):
            tied = [t for t in tied if t[0].kind in kinds or (t[0].past and t[0].kind == "fraction")]
            break
    shares += _joined(tied, text)
    shares.sort(key=lambda s: s.start)
    if rotation and rotation[0].rule.endswith(
        "days"
    ):  # everybody at home on those days, and the rotation over the week
        days = tuple(c.value for c in find_conditions(rotation[0].text) if c.value[0] == "period") or (
            ("period", rotation[0].text.lower()),
        )
        return [*rotation, *(replace(s, value=replace(s.value, conditions=days)) for s in shares)]
    return rotation or _with_conditions(shares, sentence, previous, inherited)


# --- reading the quantities ------------------------------------------------------------------------------------------
def _quantities(text: str, previous: Sentence | None) -> list[_Quantity]:
    found = [
        q
        for n in find_numbers(text)
        if (q := _percentage(n, text)) and not _NEGATED.search(text, max(0, n.start - 20), n.start)
    ]
    for m in _ALL.finditer(text):
        if _NEGATED.search(text, max(0, m.start() - 20), m.start()):
            continue
        if m["bare"] and not NAMED.search(text) and not find_sides(text):
            continue
        found.append(_quantity(text, m.start(), m.end(), 100.0, "all"))
    for m in _OUT_OF.finditer(text):
        part, whole = (_COUNTS.get(m[g].lower()) or int(m[g]) for g in ("part", "whole"))
        if 0 < part < whole:
            found.append(_quantity(text, m.start(), m.end(), round(100 * part / whole, 2), "fraction"))
    if previous is not None and (m := _THEY.match(text)) and not found and _ALL.search(previous.text):
        found.append(_quantity(text, m.start(), m.end(), 100.0, "all"))
    found += [_quantity(text, m.start(), m.end(), 0.0, "nobody") for m in _NOBODY.finditer(text)]
    return sorted(found, key=lambda q: q.start)


def _percentage(number: Span[NumberValue], text: str) -> _Quantity | None:
    value = number.value.value
    if number.value.unit == "percent" and value is not None and 0 <= value <= 100:
        return _quantity(text, number.start, number.end, float(value), "percent")
    if number.value.printed == "fraction" and value is not None and 0 < value < 1:
        return _quantity(text, number.start, number.end, round(value * 100, 2), "fraction")
    return None


def _quantity(
    text: str, start: int, end: int, value: float, kind: Literal["percent", "fraction", "all", "nobody"]
) -> _Quantity:
    before, after = text[max(0, start - 60) : start], text[end : end + 30]
    bound: Bound = "exact"
    if _MOST.search(before) or _MOST_AFTER.search(after):
        bound = "max"
    elif _LEAST.search(before) or _LEAST_AFTER.search(after):
        bound = "min"
    clause = re.split(r"[,;]\s", text[max(0, start - 70) : start])[-1]
    past = (m := _PAST.search(clause)) is not None and not _NOW.search(clause, m.start())
    past = past or _PAST_AFTER.search(text[end : end + 60]) is not None or _from_to(text, start, end)
    return _Quantity(start, end, value, kind, bound, past, _HYPOTHETICAL.search(clause) is not None)


def _from_to(text: str, start: int, end: int) -> bool:
    """Whether the figure is the first of "dari 50 persen menjadi 75 persen"."""
    return (
        _FROM_TO.search(text[:start]) is not None
        and re.match(r"[^.;\n]{0,40}\b(?:menjadi|jadi|ke)\b", text[end:], re.IGNORECASE) is not None
    )


def _ratios(text: str, around: str) -> list[Span[Share]]:
    shares = []
    for m in _RATIO.finditer(text):
        a, b = (float(m["a"]), float(m["b"])) if m["a"] else (50.0, 50.0)
        if (
            a + b != 100
            or not (NAMED.search(around) or _PEOPLE.search(around))
            or _NOT_STAFF.search(text[m.end() : m.end() + 25])
        ):
            continue
        sides = [s for s in find_sides(text) if s.start < m.start()] or find_sides(text)
        if a != b and not sides:
            continue
        wfh = b if sides and sides[0].value == "office" else a
        quantity = _quantity(text, m.start(), m.end(), a, "percent")
        shares.append(
            Span(
                "share",
                m.start(),
                m.end(),
                m.group(),
                Share(wfh, "home", "stated", "exact", past=quantity.past, hypothetical=quantity.hypothetical),
                "shares.ratio",
            )
        )
    return shares


def _rotation(text: str, previous: Sentence | None) -> list[Span[Share]]:
    """Alternate or fixed days: 1 in, 1 at home is 50; every Friday is 20, of five working days."""
    sides = find_sides(text)
    if not sides:
        return []
    unsure = _HYPOTHETICAL.search(text) is not None
    if (m := _ALTERNATE.search(text)) and "%" not in text and "persen" not in text.lower():
        first, second = (_day_count(m.group(g)) if m.group(g) else 1 for g in ("first", "second"))
        at_home = second if (side := [s for s in find_sides(m.group())]) and side[0].value == "office" else first
        share = Share(round(100 * at_home / (first + second), 2), "home", "rotation", "exact", hypothetical=unsure)
        return [Span("share", m.start(), m.end(), m.group(), share, "shares.rotation_alternate")]
    if not NAMED.search(text) or re.search(r"%|\bpersen\b|\bpukul\b|\bapel\b", text, re.IGNORECASE):
        return []
    if m := _PER_WEEK.search(text):
        return [
            Span(
                "share",
                m.start(),
                m.end(),
                m.group(),
                Share(
                    20.0 * (_day_count(m["days"]) if m["days"] else 1), "home", "rotation", "exact", hypothetical=unsure
                ),
                "shares.rotation_per_week",
            )
        ]
    m, days = _FIXED_DAYS.search(text), 0
    if m is None and previous is not None and _THAT_DAY.search(text) and (before := _FIXED_DAYS.search(previous.text)):
        days = len(re.findall(_DAY, before["days"] or before["named"], re.IGNORECASE))
        m = _THAT_DAY.search(text)
    if m:
        days = len(re.findall(_DAY, m.group(), re.IGNORECASE)) or days
        return [
            Span(
                "share",
                m.start(),
                m.end(),
                m.group(),
                Share(20.0 * days, "home", "rotation", "exact", hypothetical=unsure),
                "shares.rotation_fixed_days",
            )
        ]
    return []


def _day_count(words: str) -> int:
    return next(
        (n for word, n in _NUMBERS.items() if re.match(rf"{word}(?:\s*hari|$)", words.strip(), re.IGNORECASE)), 1
    )


# --- tying a quantity to a place -------------------------------------------------------------------------------------
def _lent_sides(text: str, previous: Sentence) -> list[Span[Side]]:
    """The place named last in the sentence before, for "Jumlahnya dibatasi 25 persen." and the like."""
    if find_conditions(text) and not previous.text.endswith(":") and (before := find_sides(previous.text)):
        return [replace(before[-1], start=0, end=0)]  # "Di zona oranye 50 persen": the place is not said again
    if previous.text.endswith(":") or not re.search(
        r"\b(?:pegawai|asn|staf|porsi\w*|komposisi\w*|jumlah\w*|karyawan|batas\w*)\b", text, re.IGNORECASE
    ):
        return []
    named = [s for s in find_sides(previous.text) if NAMED.match(s.text) or s.value == "office"]
    return [replace(named[-1], start=0, end=0)] if named else []


def _tie(
    quantity: _Quantity, quantities: list[_Quantity], sides: list[Span[Side]], text: str, around: str
) -> tuple[Side, float] | None:
    """The place that the quantity counts and how far it stands; None when the quantity is no share of staff."""
    options = []
    for side in sides:
        gap = text[side.end : quantity.start] if side.end <= quantity.start else text[quantity.end : side.start]
        if side.start < quantity.end and side.end > quantity.start:
            gap = ""
        between = [
            q
            for q in quantities
            if q is not quantity and min(side.end, quantity.end) <= q.start < max(side.start, quantity.start)
        ]
        place: Side = side.value
        cost = len(gap) + 40.0 * len(_BREAK.findall(gap)) + (70.0 + 20.0 * len(between) if between else 0.0)
        if side.start >= quantity.end and (rest := _REST.search(gap)) and rest.start() > 2:
            place = "office" if place == "home" else "home"
            cost = 30.0 + len(gap) / 4
        elif side.start < quantity.start and _REST.search(gap):
            place = "office" if place == "home" else "home"
        options.append((cost, side.start, place))
    if not options:
        return None
    cost, _, place = min(options)
    if cost > _FAR or _forbidden(quantity, text, around, cost):
        return None
    return place, cost


def _forbidden(quantity: _Quantity, text: str, around: str, cost: float) -> bool:
    left = max(
        (m.end() for m in re.finditer(r"[,;:(]|\b(?:dan|sedangkan|sementara)\b", text[: quantity.start])), default=0
    )
    right = re.search(r"[,;:)]|\b(?:dan|sedangkan|sementara)\b", text[quantity.end :])
    clause = text[left : quantity.end + (right.start() if right else len(text))]
    if quantity.kind in {"all", "nobody"}:
        return cost > _ADJACENT + 60
    if _ATTENDANCE.search(clause) and not NAMED.search(clause):
        return True
    if _NOT_STAFF.search(clause):
        named = (
            NAMED.search(clause) is not None
            or re.search(
                r"\b(?:pegawai|staf|karyawan|asn)\s+(?:\w+\s+){0,2}(?:di|ke|dari)\s+(?:kantor|tempat\s+kerja)",
                clause,
                re.IGNORECASE,
            )
            is not None
        )
        return not (named and cost < _ADJACENT)
    return cost > _NEXT_TO and not _PEOPLE.search(around) and not NAMED.search(around)


def _opposed(tied: list[tuple[_Quantity, Side, float]]) -> list[tuple[_Quantity, Side, float]]:
    """Two neighbours that make 100 cannot both be at home: the one that stands further from its place is turned."""
    out = list(tied)
    for i in range(len(out) - 1):
        (a, side_a, cost_a), (b, side_b, cost_b) = out[i], out[i + 1]
        if a.kind == b.kind == "percent" and a.value + b.value == 100 and side_a == side_b and a.past == b.past:
            other: Side = "office" if side_a == "home" else "home"
            if max(cost_a, cost_b) <= _NEXT_TO:
                continue
            if cost_a > cost_b:
                out[i] = (a, other, cost_a)
            else:
                out[i + 1] = (b, other, cost_b)
    return out


_TURNED: dict[Bound, Bound] = {"max": "min", "min": "max", "exact": "exact", "range": "range"}


def _joined(tied: list[tuple[_Quantity, Side, float]], text: str) -> list[Span[Share]]:
    shares: list[Span[Share]] = []
    i = 0
    while i < len(tied):
        quantity, side, _ = tied[i]
        pair = tied[i + 1] if i + 1 < len(tied) else None
        joined = (
            pair is not None
            and pair[1] != side
            and quantity.value + pair[0].value == 100
            and quantity.kind in {"percent", "fraction"}
            and quantity.past == pair[0].past
        )
        share = _share(quantity, side)
        end = quantity.end
        if joined and pair is not None:
            second = _share(pair[0], pair[1])
            share = replace(
                second if side == "office" else share, bound=share.bound if share.bound != "exact" else second.bound
            )
            end = pair[0].end
        shares.append(
            Span("share", quantity.start, end, text[quantity.start : end], share, f"shares.{quantity.kind}_{side}")
        )
        i += 2 if joined else 1
    return shares


def _share(quantity: _Quantity, side: Side) -> Share:
    wfh = quantity.value if side == "home" else round(100 - quantity.value, 2)
    bound = quantity.bound if side == "home" else _TURNED[quantity.bound]
    basis: Basis = "stated" if side == "home" else "derived"
    if quantity.kind != "percent":
        basis = "words"
    return Share(wfh, side, basis, bound, past=quantity.past, hypothetical=quantity.hypothetical)


# --- conditions ------------------------------------------------------------------------------------------------------
def _with_conditions(
    shares: list[Span[Share]], sentence: Sentence, previous: Sentence | None, inherited: tuple[Condition, ...]
) -> list[Span[Share]]:
    out: list[Span[Share]] = []
    named = [
        c
        for c in find_conditions(sentence.text)
        if c.value[0] == "rank" or not _EVERY.search(sentence.text, max(0, c.start - 40), c.start)
    ]
    carried: list[Condition] = list(inherited)
    for i, share in enumerate(shares):
        left = shares[i - 1].end if i else 0
        right = shares[i + 1].start if i + 1 < len(shares) else len(sentence.text)
        before = [
            c
            for c in named
            if left <= c.start < share.start and not (i and _closes(sentence.text, left, c.start, share.start))
        ]
        inside = [
            c for c in named if share.start <= c.start < share.end and c.value[0] not in {"rank", "group", "unit"}
        ]
        after = [c for c in named if share.end <= c.start < right and _joins(sentence.text[share.end : c.start])]
        own = _distinct(before or inside or after)
        if (
            not own
            and previous is not None
            and (
                _MEMBERS.search(sentence.text)
                or _POINTS_BACK.match(sentence.text)
                or len(previous.text) < _ADJACENT
                or _opens_with_condition(previous)
            )
            or (own and previous and all(k == "unit" for k, _ in own))
        ):
            own = _condition_before(previous, sentence) or own
        own += [
            c
            for c in carried
            if c[0] not in {k for k, _ in own}
            and (not out or {"ppkm_level", "zone"} & {k for k, _ in own} or c in inherited)
        ]
        if not inherited and own:
            carried = [c for c in own if c[0] in {"sector", "region", "ppkm_level"}]
        out += [
            replace(share, value=replace(share.value, conditions=combination)) for combination in _combinations(own)
        ]
    return out


def _opens_with_condition(previous: Sentence) -> bool:
    """ "Golongan kedua, OPD esensial, ...": the sentence before is about a part of the staff from its first words."""
    return any(
        c.start < _ADJACENT * 2 // 3 and c.value[0] in {"sector", "zone", "ppkm_level"}
        for c in find_conditions(previous.text)
    )


def _closes(text: str, left: int, condition: int, share: int) -> bool:
    """Whether a condition between two shares belongs to the first: "50 persen di zona merah, 25 persen di zona kuning"."""
    behind, ahead = text[left:condition], text[condition:share]
    return not re.search(r"[,;]", behind) and re.search(r"[,;]", ahead) is not None and len(behind) < 20


def _distinct(conditions: list[Span[Condition]]) -> list[Condition]:
    """Of two sectors named for one share the first is meant ("sektor esensial yang memberi pelayanan publik"), unless joined;
    offices behind a sector are its examples ("sektor kritikal seperti rumah sakit")."""
    kept: list[Span[Condition]] = []
    for c in conditions:
        kinds = {k.value[0] for k in kept}
        if "sector" in kinds and (
            c.value[0] == "unit" or (c.value[0] == "sector" and c.start - kept[-1].end > len(" dan sektor "))
        ):
            continue
        kept.append(c)
    graded = bool({c.value[0] for c in kept} & {"zone", "ppkm_level"})
    return [c.value for c in kept if not (graded and c.value[0] == "unit")]


def _joins(gap: str) -> bool:
    """Whether a condition behind the share belongs to it: "25 persen di zona merah", not one in the next clause."""
    return len(gap) < _ADJACENT and not re.search(r"[,;:]|\b(?:dan|sedangkan|sementara)\b", gap)


def _condition_before(previous: Sentence, sentence: Sentence) -> list[Condition]:
    """ "Lain halnya instansi kritikal. BPBD dan RSUD masuk 100 persen.": the list stands for the sector before it."""
    if (
        previous.paragraph != sentence.paragraph
        or re.search(r"%|\bpersen\b|\b\d\d\s?[:-]\s?\d\d\b", previous.text)
        or _CONTRAST.match(sentence.text)
    ):
        return []
    return [
        c.value
        for c in find_conditions(previous.text)
        if c.value[0] in {"sector", "zone", "ppkm_level"} or _POINTS_BACK.match(sentence.text)
    ][-1:]


def _combinations(conditions: Iterable[Condition]) -> list[tuple[Condition, ...]]:
    """One combination for each value of a kind that is named twice ("level 3 dan 4"), kinds in the codebook's order."""
    combined: list[tuple[Condition, ...]] = [()]
    unique = dict.fromkeys(conditions)
    for kind in ORDER:
        values = [c for c in unique if c[0] == kind]
        if kind in {"unit", "rank", "group"} and len(values) > 1:
            values = [(kind, ", ".join(v for _, v in values))]
        if values:
            combined = [(*c, v) for c in combined for v in values]
    return combined
