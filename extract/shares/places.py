"""Tying a quantity to a place of work: which of the percentages of a sentence are at home and which in the office.

The tie is found by distance. Each place of the sentence costs as many points as characters stand between, and more
where the clause breaks or another quantity stands between; the cheapest place is the quantity's, unless too dear.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from extract.conditions import find_conditions
from extract.document import Sentence
from extract.lexicon import GAP, STAFF, any_of, compiled, lists
from extract.shares.quantities import ABOUT_STAFF, NOT_STAFF, Quantity
from extract.shares.types import TURNED, Basis, Share
from extract.spans import Span
from extract.workplace import NAMED, Side, find_sides

_LISTS: Final = lists("shares/words")

# Where the clause breaks between a quantity and a place: "25 persen di kantor, sedangkan ..."
_BREAK = compiled(r"[,;:]|\b(?:dan|sedangkan|sementara|serta|adapun|lalu|kemudian|tetapi|tapi|namun)\b")
# Where the clause around a quantity ends: "... dan TPP dipotong 50 persen, ..."
_CLAUSE_LEFT = compiled(r"[,;:(]|\b(?:dan|sedangkan|sementara)\b")
_CLAUSE_RIGHT = compiled(r"[,;:)]|\b(?:dan|sedangkan|sementara)\b")
# "25 persen masuk kantor, sisanya di rumah": behind it the other place is named
_REST = compiled(r"\b(?:sisanya|selebihnya|sisa (?:pegawai|asn|lainnya)|sisanya lagi|mayoritas|sebagian besar)\b")
# Attendance as counted, not as ruled: "tingkat kehadiran", "kehadiran hari ini 99 persen", "hari pertama tercatat"
_ATTENDANCE = compiled(
    r"\b(?:tingkat|persentase|prosentase|rekap\w*) (?:kehadiran|absensi)\b"
    r"|\bkehadiran\b[^.;\n]{0,40}\b(?:mencapai|tercatat|hari ini|hari pertama)\b"
    r"|\bhari pertama\b[^.;\n]{0,40}\b(?:mencapai|tercatat)\b"
    r"|\b(?:secara keseluruhan|hampir)\b[^.;\n]{0,80}\b(?:masuk|hadir)\b"
    r"|\b(?:masuk|hadir)(?: kerja| bekerja| kantor)? (?:pada |di )?hari (?:ini|pertama)\b"
)
# "Dari absensi hari pertama, 94 persen pegawai hadir", "Menurut rekap presensi, ...": so too
_BY_ROLL = compiled(
    r"^\W*(?:dari|berdasarkan|menurut|hasil|data|dalam)(?: \w+){0,2}? "
    r"(?:absensi|presensi|absen|daftar hadir|rekap\w*|sidak|inspeksi|pemantauan|pantauan)\b"
)
# "volume kendaraan turun 15 persen", "penghematan listrik ditargetkan 20 persen", "50 persen responden"
_MEASURED = any_of(_LISTS["never_staff"])
_OF_SOMETHING = compiled(rf"\b{_MEASURED}(?:nya)?(?: \w+){{0,5}}? $")
_SOMETHING_AFTER = compiled(rf"^ {_MEASURED}\b")
_OF_REACH, _AFTER_REACH = 60, 20  # characters in which such a noun and a verb or two stand
# "WFO naik dari 25 persen menjadi 50 persen": behind it stands what is reached, not the change
_REACHED = compiled(r"\b(?:menjadi|jadi|ke|tinggal)(?: (?:hanya|maksimal|minimal|paling banyak))? $")
# "..., turun dari sebelumnya 75 persen": the share of the rule before, no change of something
_LEFT_BEHIND = compiled(r"\bdari (?:sebelumnya|semula|yang semula)(?: (?:hanya|maksimal|sebesar|sebanyak))? $")
_CHANGES = compiled(rf"\b{any_of(_LISTS['changes'])}\b")
# "pegawai di kantor itu diminta bekerja dari rumah": the office only says whose staff
_THAT_OFFICE = compiled(r"^ (?:itu|tersebut|ini|tadi|dimaksud)\b")
# "seluruh ASN yang WFH wajib melapor", "semua pegawai dilarang bepergian selama WFH", "seluruh ASN menaati aturan WFH":
# everybody is told something else
_ONLY_NAMED = compiled(
    r"\b(?:selama|saat|ketika|waktu|masa)(?: (?:masa|menjalani|melaksanakan|menjalankan))? $"
    r"|^ yang (?:(?:sedang|masih|menjalani|melaksanakan|menjalankan|mendapat|giliran|kebagian|jadwal"
    r"|bekerja|bertugas|berada|ada) ){0,3}$"
    r"|\b(?:menaati|mentaati|mematuhi|memahami|melanggar) [^,.;\n]{0,30}$"
)
# "semua instansi mengatur WFH | bagi sebagian pegawainya", "seluruh dinas menjalankan WFH | untuk sebagian staf": of
# each a part
_FOR_SOME, _FOR_SOME_REACH = compiled(r"^[^.;\n]*?\b(?:bagi|untuk|kepada) sebagian\b"), 60
# ", Papua Barat, ": a place set in between breaks no clause
_PLACE_NAMED = compiled(r",(?: (?:Provinsi |Kabupaten )?[A-Z][a-z]+){1,4},", any_case=False)
# "95 persen ASN sudah divaksin"; "25 persen pegawai yang sudah divaksin" may be in the office
_VACCINATED = compiled(r"(?<!yang\s)\b(?:sudah|telah|belum) (?:di|ter)?vaksin\w*")
# "12 persen pegawai tertular", "30 persen ASN yang WFH kedapatan keluar rumah": what they are found to be; but
# "50 persen pegawai setelah dua orang terpapar"
_FOUND_OUT = compiled(
    r"^(?: (?!(?:setelah|karena|usai|sebab|menyusul|akibat|lantaran|bila|jika)\b)[\w-]{1,15}){1,4}? "
    r"(?:tertular|terpapar|terinfeksi|kedapatan|ketahuan|tepergok|terjaring|membolos|mengaku)\b"
    # "15 persen pegawai tidak merespons panggilan", "40 persen ASN yang WFH tidak mengisi laporan"
    rf"|^ (?:{STAFF}) (?:tidak|belum) (?:merespons?|melapor\w*|mengisi|menjawab|mengangkat|mengirim\w*|absen"
    r"|disiplin|patuh|mematuhi|mengunggah|aktif)\b"
    rf"|^ (?:{STAFF}) (?:\w+ ){{0,2}}?yang (?:sedang )?(?:wf[ha]|(?:be)?kerja (?:dari|di) rumah) "
    r"(?:tidak|belum|malah|justru) \w+"
)
# "37 persen | di antaranya": of what the clause before counts
_AMONG_THEM = compiled(r" ?(?:di antaranya|diantaranya)\b")
_AMONG_REACH = 80
# "mengurangi sepertiga pegawai di kantor": so many fewer are there; "mengurangi hingga 25 persen" tells what is left
_REDUCED = compiled(r"\b(?:mengurangi|memangkas)(?: sebanyak)? $")
_REDUCED_REACH = 30  # characters: the verb and "sebanyak"
# "paling banyak ", "50 persen (lima puluh persen) "
_AT_MOST = r"(?:(?:paling|maksimal|banyak|sebesar|hanya) ){0,3}"
_FIGURE = rf"\d{{1,3}}{GAP}(?:persen|%){GAP}(?:\([^)]{{0,30}}\) )?"
# "pegawai yang bekerja di kantor", "kapasitas kantor": the percentage is of staff, whatever else the clause names
_STAFF_IN_OFFICE = compiled(
    rf"\b{STAFF} (?:\w+ ){{0,2}}(?:di|ke|dari) (?:kantor|tempat kerja)"
    r"|\bkapasitas (?:\w+ )?(?:kantor|perkantoran|ruang kerja)\b"
    # "kapasitas staf maksimal 50 persen", "kapasitas paling banyak 50 persen staf"
    rf"|\bkapasitas {_AT_MOST}(?:{_FIGURE}(?:dari )?(?:(?:total|jumlah) )?)?{STAFF}\b"
)
# "| dinaikkan menjadi |", "|, kini menjadi |"
_BECOMES = compiled(
    r",? ?(?:(?:kini|sekarang|lalu|kemudian) )?"
    r"(?:(?:dinaikkan|diturunkan|ditambah|dikurangi|diubah|naik|turun|berubah) )?"
    r"(?:menjadi|jadi|ke) (?:(?:maksimal|minimal|paling banyak|hanya) )?"
)
# "menambah | 25 persen", "naik sebesar | 25 persen"
_CHANGES_BY = compiled(
    r"\b(?:naik|bertambah|menambah|menaikkan|ditambah|turun|berkurang|menurunkan)"
    r"(?: (?:sebesar|sebanyak|porsi|wfh|wfo|asn|pegawai)){0,3} $"
)
# "| ASN yang WFH sehingga menjadi 75 persen", "|, dari semula 50 persen"
_TO_ANOTHER = compiled(
    r"[^.;\n\d]{0,60}?\b(?:menjadi|jadi|dari (?:semula|sebelumnya)) (?:[a-z]+ ){0,2}\d{1,3} ?(?:persen\b|%)"
)
# "seluruh ASN | kecuali yang bertugas di posko bencana dan dinas sosial | bekerja dari rumah"
_BUT_FOR = compiled(r",? (?:kecuali|selain|di luar) ")
# "100 persen tidak WFH", "tidak ada yang bekerja dari rumah": kept from home, so in the office
_KEPT_IN = compiled(r"\b(?:tidak|tak|tanpa) (?:boleh |ada (?:yang )?|ikut )?$")
_KEPT_REACH = 20  # characters: the negation and a verb
# "Jumlahnya dibatasi 25 persen.": the sentence goes on with the place of the one before
# "Jika sejak September hanya 50 persen, kini menjadi 75 persen": likewise
# '"Tidak semua WFA. Maksimal 30 persen, dan ..."': the figure opens the sentence
_GOES_ON = compiled(
    r"^\W*(?:maksimal|paling banyak|minimal|hanya|cukup)(?: boleh)? \d{1,3} ?(?:persen\b|%)",
    r"^\W*(?:kini|sekarang|semula|sebelumnya|tadinya|awalnya)\b"
    r"|\b(?:kini|sekarang) (?:menjadi|jadi|naik|turun|tinggal)\b"
    rf"|\b(?:{STAFF}|porsi\w*|komposisi\w*|jumlah\w*|jatah\w*|kuota\w*|batas\w*)\b",
)

# Points, in characters of distance.
_BREAK_COST = 40.0  # a comma or "dan" between weighs as much as a short clause
_BETWEEN_COST, _BETWEEN_EACH = 70.0, 20.0  # another quantity between has the better right to the place
_REST_COST, _REST_PER_CHARACTER = 30.0, 0.25  # "sisanya" ties over any distance, a far one less surely
_TOO_FAR = 330.0  # no tie from here on: another sentence's worth of words
#: Nearer than this a place is the quantity's own ("75 persen di rumah").
NEXT_TO: Final = 12
#: Nearer than this a place is in the same clause.
ADJACENT: Final = 60
_ALL_FAR = ADJACENT + 60  # "seluruh ASN" stands before verbs: it may be two clauses away
_SIGHT = int((_TOO_FAR - _REST_COST) / _REST_PER_CHARACTER)  # a place further off is too dear in any case
_LONGEST_PLACE = 200  # characters; the patterns of places are bounded well below

_PARTS: Final = frozenset({"sector", "ppkm_level", "zone", "rank", "group", "unit"})
#: The other place of work.
OTHER_SIDE: Final[dict[Side, Side]] = {"home": "office", "office": "home"}


@dataclass(frozen=True, slots=True)
class Tied:
    """A quantity with the place whose staff it counts, and what the tie costs."""

    quantity: Quantity
    side: Side
    cost: float


def tie(quantities: Sequence[Quantity], sides: Sequence[Span[Side]], text: str, around: str) -> list[Tied]:
    """The quantities of a sentence that are shares of staff, each with its place; `around` has the sentence before too.

    Both sequences are in order of their start.
    """
    tied = []
    sides = [_unless_negated(side, text) for side in sides]
    for quantity in quantities:
        places = [side for side in _near(quantity, sides) if not _is_only_named(quantity, side, text)]
        options = [_option(quantity, quantities, side, text) for side in places]
        if not options:
            continue
        cost, _, place = min(options)
        if place == "office" and _REDUCED.search(text, max(0, quantity.start - _REDUCED_REACH), quantity.start):
            place = "home"
        if cost <= _TOO_FAR and not _is_other(quantity, text, around, cost):
            tied.append(Tied(quantity, place, cost))
    return _opposed(_changed(tied, text), text)


def lent_sides(text: str, previous: Sentence) -> tuple[Span[Side], ...]:
    """The place named last in the sentence before, for "Jumlahnya dibatasi 25 persen." and the like."""
    if previous.text.endswith(":"):
        return ()
    before = list(find_sides(previous.text))
    if not (before and find_conditions(text)):  # "Di zona oranye 50 persen": the place is not said again
        before = [s for s in before if NAMED.match(s.text) or s.value == "office"] if _GOES_ON.search(text) else []
    return (replace(before[-1], start=0, end=0),) if before else ()


def _unless_negated(side: Span[Side], text: str) -> Span[Side]:
    kept_in = side.rule == "workplace.home" and _KEPT_IN.search(text, max(0, side.start - _KEPT_REACH), side.start)
    return replace(side, value="office") if kept_in else side


def _near(quantity: Quantity, sides: Sequence[Span[Side]]) -> Sequence[Span[Side]]:
    """The places that are not too dear by their distance alone."""
    left = bisect_left(sides, quantity.start - _SIGHT - _LONGEST_PLACE, key=_start)
    return sides[left : bisect_left(sides, quantity.end + _SIGHT, left, key=_start)]


def _is_only_named(quantity: Quantity, side: Span[Side], text: str) -> bool:
    """Whether the place behind the quantity is not where those counted are put: "seluruh ASN yang WFH wajib ..."."""
    if side.start < quantity.end:
        return False
    gap = text[quantity.end : side.start]
    if side.value == "office" and len(gap) < NEXT_TO and _THAT_OFFICE.match(text[side.end : side.end + NEXT_TO]):
        return True
    if quantity.kind != "all":
        return False
    behind = text[side.end : side.end + _FOR_SOME_REACH]
    return _ONLY_NAMED.search(gap) is not None or _FOR_SOME.match(behind) is not None


def _start(words: Span[object] | Quantity) -> int:
    return words.start


def _option(quantity: Quantity, quantities: Sequence[Quantity], side: Span[Side], text: str) -> tuple[float, int, Side]:
    """What it costs to tie the quantity to that place, where the place starts, and which one it then means."""
    place_first = side.end <= quantity.start
    gap = text[side.end : quantity.start] if place_first else text[quantity.end : side.start]
    if quantity.kind == "all" and not place_first:
        gap = _without_groups(gap)
    breaks = len(_BREAK.findall(_PLACE_NAMED.sub(" ", gap)))
    cost = len(gap) + _BREAK_COST * breaks + _between(quantity, quantities, side)
    if side.start == side.end and _has_own_part(quantity, quantities, text):
        cost = min(cost, ADJACENT - 1.0)
    rest = _REST.search(gap)
    if rest is None:
        return cost, side.start, side.value
    if side.start < quantity.start:  # "... di kantor, sisanya 75 persen"
        return cost, side.start, OTHER_SIDE[side.value]
    if rest.start() >= len(", ") and side.start >= quantity.end:  # "25 persen ..., sisanya di rumah"
        return _REST_COST + len(gap) * _REST_PER_CHARACTER, side.start, OTHER_SIDE[side.value]
    return cost, side.start, side.value


def _without_groups(gap: str) -> str:
    """The words behind "seluruh ASN" without those that only say which: "yang hamil, menyusui, serta mengidap asma"."""
    group = next((c for c in find_conditions(gap) if c.value[0] == "group"), None)
    return gap if group is None else gap[: group.start]


def _has_own_part(quantity: Quantity, quantities: Sequence[Quantity], text: str) -> bool:
    """Whether a part of the staff stands between the quantity and the one before: "..., dan zona merah 25 persen".

    A place that is lent by the sentence before is as near to each item of such a row.
    """
    left = max((q.end for q in quantities if q.end <= quantity.start), default=0)
    return any(c.value[0] in _PARTS for c in find_conditions(text[left : quantity.start]))


def _between(quantity: Quantity, quantities: Sequence[Quantity], side: Span[Side]) -> float:
    """What other quantities between this one and the place cost.

    "dikurangi dari 50 persen menjadi 25 persen": the old share and the new one have the place together.
    """
    if not quantity.past:
        quantities = [q for q in quantities if not q.past]
    left, right = min(side.end, quantity.end), max(side.start, quantity.start)
    first = bisect_left(quantities, left, key=_start)
    between = bisect_left(quantities, right, first, key=_start) - first - (left <= quantity.start < right)
    return _BETWEEN_COST + _BETWEEN_EACH * between if between else 0.0


def _is_other(quantity: Quantity, text: str, around: str, cost: float) -> bool:
    """Whether the quantity is of something else than staff: beds, seats, pay, attendance as counted."""
    if quantity.kind in {"all", "nobody"}:
        return cost > (_TOO_FAR if _BUT_FOR.match(text, quantity.end) else _ALL_FAR)
    if _counts_something(quantity, text) or _is_difference(quantity, text):
        return True
    clause = _clause(quantity, text)
    named = NAMED.search(clause) is not None
    if _VACCINATED.search(clause) or ((_ATTENDANCE.search(clause) or _BY_ROLL.match(text)) and not named):
        return True
    before = text[max(0, quantity.start - _REDUCED_REACH) : quantity.start]
    if _REACHED.search(before) or _LEFT_BEHIND.search(before):
        clause = _CHANGES.sub("", clause)
    if _AMONG_THEM.match(text, quantity.end) and NOT_STAFF.search(
        text, max(0, quantity.start - _AMONG_REACH), quantity.end
    ):
        return True  # "812 laporan masyarakat, 37 persen di antaranya soal ... di kantor"
    if NOT_STAFF.search(clause):
        return cost >= ADJACENT or not (named or _STAFF_IN_OFFICE.search(clause))
    return cost > NEXT_TO and not ABOUT_STAFF.search(around) and not NAMED.search(around)


def _is_difference(quantity: Quantity, text: str) -> bool:
    """Whether the figure tells by how much a share changes: "naik 25 persen menjadi 75 persen"."""
    before = text[max(0, quantity.start - _OF_REACH) : quantity.start]
    return _CHANGES_BY.search(before) is not None and _TO_ANOTHER.match(text, quantity.end) is not None


def _counts_something(quantity: Quantity, text: str) -> bool:
    """Whether the words beside the quantity say what else is counted: "listrik turun 20 persen"."""
    before = text[max(0, quantity.start - _OF_REACH) : quantity.start]
    if (m := _OF_SOMETHING.search(before)) and not ABOUT_STAFF.search(before, m.end()):
        return True
    behind = text[quantity.end : quantity.end + ADJACENT]
    return _SOMETHING_AFTER.match(behind[:_AFTER_REACH]) is not None or _FOUND_OUT.match(behind) is not None


def _clause(quantity: Quantity, text: str) -> str:
    left = max((m.end() for m in _CLAUSE_LEFT.finditer(text[: quantity.start])), default=0)
    right = _CLAUSE_RIGHT.search(text[quantity.end :])
    return text[left : quantity.end + (right.start() if right else len(text))]


def _changed(tied: list[Tied], text: str) -> list[Tied]:
    """ "Porsi WFO yang semula 50 persen dinaikkan menjadi 75 persen": the figure now is of the place of that before."""
    out = list(tied)
    for i in range(len(out) - 1):
        old, new = out[i], out[i + 1]
        if old.quantity.past and _BECOMES.fullmatch(text, old.quantity.end, new.quantity.start):
            out[i + 1] = replace(new, side=old.side, cost=min(new.cost, NEXT_TO))
    return out


def _opposed(tied: list[Tied], text: str) -> list[Tied]:
    """Two neighbours that make 100 cannot both be at home: the one that stands further from its place is turned."""
    out = list(tied)
    for i in range(len(out) - 1):
        a, b = out[i], out[i + 1]
        if a.side != b.side or not _make_whole(a.quantity, b.quantity) or max(a.cost, b.cost) <= NEXT_TO:
            continue
        if not a.quantity.kind == b.quantity.kind == "percent" or _parted(a, b, text):
            continue
        far = i if a.cost > b.cost else i + 1
        out[far] = replace(out[far], side=OTHER_SIDE[a.side])
    return out


def _parted(a: Tied, b: Tied, text: str) -> bool:
    """Whether another part of the staff is named between two shares: "esensial 25 persen, non-esensial 75 persen"."""
    gap = text[a.quantity.end : b.quantity.start]
    return len(gap) < ADJACENT and any(c.value[0] in _PARTS for c in find_conditions(gap))


def _make_whole(a: Quantity, b: Quantity) -> bool:
    return a.value + b.value == 100 and a.past == b.past


def to_shares(tied: Sequence[Tied], text: str) -> list[Span[Share]]:
    """A share for each quantity, and one for two neighbours that are the two places of the same rule."""
    shares: list[Span[Share]] = []
    i = 0
    while i < len(tied):
        first = tied[i]
        second = tied[i + 1] if i + 1 < len(tied) and _is_pair(first, tied[i + 1], text) else None
        start, end = first.quantity.start, (second or first).quantity.end
        share = _share(first) if second is None else _joined(first, second)
        shares.append(Span("share", start, end, text[start:end], share, f"shares.{first.quantity.kind}_{first.side}"))
        i += 1 if second is None else 2
    return shares


def _is_pair(a: Tied, b: Tied, text: str) -> bool:
    counted = a.quantity.kind in {"percent", "fraction"}
    return counted and a.side != b.side and _make_whole(a.quantity, b.quantity) and not _parted(a, b, text)


def _joined(a: Tied, b: Tied) -> Share:
    """The share of a pair: the home side's figure, with the bound of the first that has one."""
    first, second = _share(a), _share(b)
    bound = first.bound if first.bound != "exact" else second.bound
    return replace(first if a.side == "home" else second, bound=bound)


def _share(tied: Tied) -> Share:
    quantity, at_home = tied.quantity, tied.side == "home"
    wfh = quantity.value if at_home else round(100 - quantity.value, 2)
    bound = quantity.bound if at_home else TURNED[quantity.bound]
    basis: Basis = "stated" if at_home else "derived"
    if quantity.kind != "percent":
        basis = "words"
    return Share(wfh, tied.side, basis, bound, past=quantity.past, hypothetical=quantity.hypothetical)
