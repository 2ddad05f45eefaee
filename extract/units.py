"""The single offices that a rule is for: those whose staff it puts at home by name, or that are closed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from extract.lexicon import STAFF, any_of, compiled, lists
from extract.scope import Scoped
from extract.spans import Span
from extract.workplace import HOME

_LISTS: Final = lists("units")

_OFFICE_KIND = any_of([*_LISTS["kinds"], "Kantor"])
# A word of a name: "Pencatatan", "dan" before another, "PP"; "dan Dinas X" is the next office
_NAME = rf"(?:(?!WF[HOA]\b)[A-Z][\w.'-]*|dan(?= (?!{_OFFICE_KIND}\b)[A-Z])|PP)"
# "Tenaga Kerja, Transmigrasi, dan Energi": a name told as a list, which no other office begins
_LISTED_NAME = rf"(?:(?:, (?!{_OFFICE_KIND}\b)[A-Z]\w+){{1,2}}, dan (?!{_OFFICE_KIND}\b)[A-Z]\w+)?"
# "kantor Camat Sape", as many outlets print it
_SMALL_OFFICE = r"kantor (?:[Cc]amat|[Ll]urah|[Dd]esa|[Dd]inas|[Kk]elurahan)(?= [A-Z])"
# Seram Bagian Barat is a regency
_NO_REGENCY = r"(?!Bagian (?:Barat|Timur|Utara|Selatan|Tengah)\b)"
# "Dinas Kependudukan dan Pencatatan Sipil", "Sekretariat Daerah Provinsi Jawa Barat", "Pengadilan Negeri Kendal"
_UNIT = compiled(
    rf"\b{_NO_REGENCY}(?:{any_of(_LISTS['kinds'])}|{_SMALL_OFFICE}|Kejaksaan \w+|Pengadilan \w+)\b"
    rf"(?: {_NAME}){{0,8}}{_LISTED_NAME}",
    any_case=False,
)
# The office is the subject of the rule: "kantor ... ditutup", "pegawai Dinas X bekerja dari rumah"
_CLOSED = compiled(
    r"\b(?:ditutup|tutup|dikunci|lockdown|disegel sementara|menutup|penutupan|dikosongkan|sterilisasi|disterilkan)\b"
    # "pelayanan tatap muka di kantor itu ditiadakan"
    r"|\b(?:pe)?layanan\b[^.;\n]{0,100}\b(?:dihentikan|ditiadakan|disetop|dinonaktifkan)\b"
)
# "Sekretariat DPRD Kota X memberlakukan WFH bagi 75 persen pegawainya": the office's rule for its own staff
_RULES_ITSELF = compiled(
    r"^(?: \([^()\n]{2,30}\)|,? (?:juga|kini|mulai|sudah|telah|pun)){0,3} "
    r"(?:memberlakukan|menerapkan|membatasi|mengurangi|mewajibkan|mengatur|membagi|menjalankan|merumahkan|meminta)\b"
    r"[^.;\n]{0,120}\b(?:pegawai|staf|karyawan|personel|aparatur|anggota)nya\b"
    # "menghentikan sementara kegiatan di kantor"
    r"|^(?: \([^()\n]{2,30}\))? (?:menghentikan|meniadakan|mengosongkan|menutup)(?: sementara)? "
    r"(?:kegiatan|aktivitas|pelayanan|layanan|kantor\w*)\b"
)
# "pegawai di lingkungan ", "ASN dan non-ASN kantor "
_STAFF_OF = compiled(
    rf"\b(?:{STAFF}|non-pns)\b"
    r"(?: (?:dan non-?(?:pns|asn)|di|lingkungan|lingkup|kantor|pada|bekerja|dari|rumah|yang|berkantor|kompleks"
    r"|komplek)){0,5} $"
)
# "Nurlela, | staf Dinas X", "seorang | staf Dinas X"
_PERSON = re.compile(r"[A-Z][\w.']+(?: \(\d{2}\))?, $|\b(?:[Ss]eorang|[Ss]alah (?:satu|seorang)) $")
_STAFF_REACH = 60  # characters before the name: "pegawai dan non-PNS di lingkungan kantor "
# "Kepala Dinas X", "Asisten I Setda Y": of the office only the speaker is meant
_HEAD_OF = compiled(
    r"\b(?:Kepala|Kabid|Kabag|Kasubag|Sekretaris|Plt|Plh|Juru Bicara|Jubir|Humas|Asisten(?: [IVX]+)?|Direktur) $",
    any_case=False,
)
_HEAD_REACH = 24  # characters before the name
# "12 pegawai Sekretariat Daerah terkonfirmasi positif": those infected, not those at home
_INFECTED = compiled(r"[^.;\n]{0,40}\b(?:positif|terpapar|terinfeksi|tertular|meninggal|wafat)\b")
# "Kepala Dinas X ... mengatakan WFH di kantornya berlangsung lima hari"
_OF_HIS_OFFICE = compiled(
    r"[^.;\n]{0,120}\b(?:wfh|dari rumah)\b[^.;\n]{0,40}\bdi (?:kantor|dinas|instansi|lingkungan|lingkup)nya\b"
    # "Kepala Inspektorat X, Prana, menutup kantornya pada 27-29 Juli"
    r"|[^.;\n]{0,60}\b(?:menutup|mengosongkan|mengunci) (?:kantor|dinas|instansi)nya\b"
)
# "pegawai Dinas X dan Dinas Y tidak boleh WFH": those exempt
_AT_WORK = compiled(
    r"\b(?:tidak|tak|belum) (?:boleh|bisa|dapat|ikut|mendapat|diizinkan|diperbolehkan|termasuk|menerapkan) "
    r"(?:\w+ ){0,2}?"
    r"(?:wf[ha]|(?:be)?kerja (?:dari|di) rumah)\b"
    r"|\btidak (?:ikut|termasuk|masuk|terkena|menjalankan)(?: dalam)? "
    r"(?:aturan|ketentuan|kebijakan|pengaturan|skema|pola)\b"
    r"|\btetap (?:masuk|ngantor|berkantor|wfo|bekerja|bertugas|siaga|beroperasi)\b"
)
# "permintaan itu ditujukan bagi pegawai Kantor Lurah X dan Kantor Lurah Y"
_MEANT_FOR = compiled(
    r"\b(?:permintaan|perintah|aturan|kebijakan|ketentuan|edaran|surat|instruksi|imbauan|arahan) "
    r"(?:itu|ini|tersebut|dimaksud) (?:hanya |khusus )?(?:ditujukan|berlaku|diberikan) (?:hanya |khusus )?"
    rf"(?:bagi|untuk|kepada) (?:(?:seluruh|semua|para) )?(?:{STAFF})(?: (?:di|pada))? $"
)
# "Sekretaris DPRD", "Sekwan": the head of the office that his "staf sekretariat" work for
_COUNCIL_SECRETARY = compiled(r"\b(?:Sekretaris (?:DPRD|Dewan)|Sekwan)\b", any_case=False)
_STAFF_OF_COUNCIL = compiled(
    rf"\b(?:{STAFF}|tenaga honorer|honorer) (?:di )?(?P<office>sekretariat)\b(?! (?:daerah|kota|kabupaten|kpu))"
)
_LISTED_WITH = compiled(r",? (?:dan |serta |maupun )?")
# "Badan Kepegawaian Negara", "Badan Nasional Penanggulangan Bencana"
_NATIONAL = compiled(r"\b(?:Negara|Nasional|Republik)\b", any_case=False)
# "Kelurahan X, Kecamatan Y": where the office is
_ADDRESS = compiled(r"\b(?:Kelurahan|Desa|Kalurahan) [^,.;\n]{3,40}, $", any_case=False)
_ADDRESS_REACH = 60
# "pegawai kedua dinas itu", "kantor di kompleks pemkab itu dikunci": the offices of the sentence before
_THOSE_OFFICES = compiled(
    r"\b(?:kantor|dinas|badan|bagian|opd|instansi|gedung)(?: (?:di )?\w+){0,3}? (?:itu|tersebut|dimaksud|ini)\b"
    r"|^\W*(?:kantornya|(?:seluruh|semua|segenap) (?:pegawai|staf|karyawan)nya)\b"
)
# "pegawai di tiga kantor yang terendam bekerja dari rumah: Dinas A, Disperindag, dan Dinas B"
_LISTED_BEHIND = compiled(
    rf"\b(?:{STAFF}) (?:di |pada )?(?:kedua|ketiga|dua|tiga|empat|lima|enam) (?:kantor|dinas|opd|instansi|badan)\b"
    r"[^.;:\n]{0,80}: "
)
# "OPD selain dua kantor itu masih bekerja seperti biasa", "Dinas yang lain tetap masuk"
_OTHERS_AS_USUAL = compiled(
    r"\b(?:opd|skpd|kantor|dinas|instansi)(?:-\w+)? (?:yang )?(?:lain(?:nya)?|selain (?:\w+ ){0,3}(?:itu|tersebut))\b"
    r"[^.;\n]{0,30}\b(?:masih|tetap) (?:bekerja|masuk|beroperasi|buka|beraktivitas|berjalan|melayani|ngantor)\b"
)
# "Enam OPD tersebut adalah Dinas A, Bappeda, dan ..."
_THEY_ARE = compiled(
    r"\b(?:kantor|dinas|opd|instansi|perangkat daerah)(?:(?: \w+){0,2} (?:itu|tersebut|dimaksud))? "
    r"(?:adalah|ialah|yakni|yaitu|meliputi|antara lain)\b"
)
# The staff at large: "pegawai Pemkot", "seluruh OPD", "bagi para ASN"
_AT_LARGE = compiled(
    r"\b(?:asn|pegawai(?:nya)?|pns|aparatur sipil negara(?: \(asn\))?)\b(?-i:(?: [a-z]+){0,3}) "
    r"(?:pemkot|pemkab|pemprov|pemko|pemda|pemerintah|kota|kabupaten|provinsi)\b"
    r"|\b(?:seluruh|semua|setiap|tiap|kepala) "
    r"(?:opd|skpd|perangkat daerah|organisasi perangkat|instansi|dinas|kantor dinas)\b(?-i:(?! [A-Z]))"
    r"|(?<!sejumlah\s)(?<!beberapa\s)\bkantor(?:-kantor)? pemerintah\b"
    r"|\bbagi (?:seluruh |semua |para )?(?:asn|aparatur|pegawai|pns)\b"
    rf"(?! (?:di |pada )?{_OFFICE_KIND})"
)
_LEAD = 3  # sentences
_OPENING = 8  # told sentences in which an article says whom its rule is for


# "BPKAD", "Bappelitbangda", "Diskominfo"
_SHORT_NAME = any_of([*_LISTS["short_names"], "Setwan", "Setda"])
_SHORT = compiled(rf"\b{_SHORT_NAME}\b", any_case=False)
_STAFF_OF_SHORT = compiled(
    rf"\b(?i:{STAFF})(?: di)? (?P<names>{_SHORT_NAME}(?:(?:,|,? dan|,? serta) {_SHORT_NAME}){{1,6}})", any_case=False
)
# "Dinas Kependudukan dan Pencatatan Sipil (Dispendukcapil)"
_IN_BRACKETS = compiled(r"^ \((?P<short>[A-Z][\w-]{3,19})\)", any_case=False)


def _by_short_name(sentences: Sequence[Scoped]) -> list[Span[str]]:
    """The offices whose staff are put at home under the short name given before: "pegawai Dispendukcapil"."""
    found = []
    for scoped in sentences:
        words, at = scoped.sentence.text, scoped.sentence.start
        for unit in _named(scoped):
            short = _IN_BRACKETS.match(words[unit.end - at :])
            if short is None:
                continue
            staff = compiled(rf"\b{STAFF}(?: di)?(?: kantor)? {re.escape(short['short'])}\b")
            if any(
                HOME.search(s.sentence.text) and staff.search(s.sentence.text) and not _AT_WORK.search(s.sentence.text)
                for s in sentences
                if not s.background
            ):
                found.append(unit)
    return found


def _short_named(sentences: Sequence[Scoped]) -> list[Span[str]]:
    """The offices of "pegawai BPKAD, Bapenda, dan Bappelitbangda bekerja dari rumah": two or more, by short names."""
    found = []
    for scoped in _told(sentences):
        words, at = scoped.sentence.text, scoped.sentence.start
        m = _STAFF_OF_SHORT.search(words)
        if m is None or not HOME.search(words) or _AT_WORK.search(words, m.end()):
            continue
        for name in _SHORT.finditer(words, m.start("names"), m.end("names")):
            start = at + name.start()
            found.append(Span("unit", start, start + len(name.group()), name.group(), name.group(), "target.unit"))
    return found


def _council_staff(sentences: Sequence[Scoped]) -> list[Span[str]]:
    """The secretariat whose head speaks: "Sekretaris DPRD ... meminta separuh staf sekretariat bekerja dari rumah"."""
    if not any(_COUNCIL_SECRETARY.search(s.sentence.text) for s in sentences if not s.background):
        return []
    for scoped in sentences:
        m = _STAFF_OF_COUNCIL.search(scoped.sentence.text)
        if m and not scoped.background and HOME.search(scoped.sentence.text):
            start = scoped.sentence.start + m.start("office")
            return [Span("unit", start, start + len(m["office"]), m["office"], "Sekretariat DPRD", "target.unit")]
    return []


def find_offices(sentences: Sequence[Scoped]) -> tuple[Span[str], ...]:
    """The offices that alone are meant; none when staff at large are addressed.

    >>> from extract.document import Text
    >>> from extract.scope import scope
    >>> text = Text("Dinas Sosial dan Dinas Pangan kebakaran. Pegawai kedua dinas itu bekerja dari rumah.")
    >>> [u.value for u in find_offices(scope(text))]
    ['Dinas Sosial', 'Dinas Pangan']
    """
    if any(_AT_LARGE.search(s.sentence.text) for s in _told(sentences)[:_OPENING]):
        return ()
    found = next((units for finder in _FINDERS if (units := finder(sentences))), [])
    offices: dict[str, Span[str]] = {}
    for unit in found:
        offices.setdefault(unit.value.lower(), unit)
    return tuple(offices.values())


def _told(sentences: Sequence[Scoped]) -> list[Scoped]:
    return [s for s in sentences if not s.background and s.topic >= 2]


def _put_at_home(sentences: Sequence[Scoped]) -> list[Span[str]]:
    """The offices that a sentence, or it and the one before, puts at home or closes."""
    found: list[Span[str]] = []
    for previous, scoped in zip([None, *sentences], sentences, strict=False):
        if not scoped.background:
            found += _pointed_at(previous, scoped)
            found += find_units(scoped) if scoped.topic >= 2 else []
            found += _meant_for(scoped)
    return found


def _listed_behind(sentences: Sequence[Scoped]) -> list[Span[str]]:
    """ "pegawai di tiga kantor yang terendam bekerja dari rumah: Dinas A, Disperindag, dan Dinas B"."""
    listed = next((s for s in _told(sentences) if _LISTED_BEHIND.search(s.sentence.text)), None)
    return _named(listed, short=True) if listed is not None else []


def _listed_elsewhere(sentences: Sequence[Scoped]) -> list[Span[str]]:
    """ "Keempat kantor itu menjalankan WFH. Empat kantor tersebut ialah Dinas A, Bappeda, ..."."""
    if not any(_THOSE_OFFICES.search(s.sentence.text) and HOME.search(s.sentence.text) for s in _told(sentences)):
        return []
    listed = next((s for s in sentences if _THEY_ARE.search(s.sentence.text)), None)
    return _named(listed, short=True) if listed is not None else []


def _alone(sentences: Sequence[Scoped]) -> list[Span[str]]:
    """The offices of the opening where all others are told to work as usual; there are several, or one."""
    if not any(_OTHERS_AS_USUAL.search(s.sentence.text) for s in sentences if not s.background):
        return []
    return next((units for s in sentences[:_LEAD] if (units := _named(s))), [])


def _pointed_at(previous: Scoped | None, scoped: Scoped) -> list[Span[str]]:
    """Offices of the sentence before that this one closes or puts at home: "pegawai kedua dinas itu ..."."""
    words = scoped.sentence.text
    if previous is None or not _THOSE_OFFICES.search(words):
        return []
    return _named(previous) if _CLOSED.search(words) or HOME.search(words) else []


def find_units(scoped: Scoped) -> list[Span[str]]:
    """Offices that a sentence puts at home by name: their staff work from home, or the office is closed.

    >>> from extract.document import Text
    >>> from extract.scope import scope
    >>> [u.value for u in find_units(scope(Text("Kantor Dinas Sosial ditutup tiga hari."))[0])]
    ['Dinas Sosial']
    """
    words, at = scoped.sentence.text, scoped.sentence.start
    closed = _CLOSED.search(words) is not None
    found: list[Span[str]] = []
    for unit in _named(scoped):
        own = (
            closed
            or _OF_HIS_OFFICE.match(words[unit.end - at :])
            or _RULES_ITSELF.match(words[unit.end - at :])
            or (
                _is_staff_of(words, unit.start - at)
                and not _INFECTED.match(words, unit.end - at)
                and not _AT_WORK.search(words, unit.end - at)
            )
        )
        # "pegawai Kelurahan A, Kelurahan B dan Dinas C": the staff of each
        listed = found and _LISTED_WITH.fullmatch(words[found[-1].end - at : unit.start - at])
        if own or listed:
            found.append(unit)
    return found


def _meant_for(scoped: Scoped) -> list[Span[str]]:
    """The offices whose staff alone a rule told before is for."""
    words, at = scoped.sentence.text, scoped.sentence.start
    units = _named(scoped)
    meant = bool(units) and _MEANT_FOR.search(words, 0, units[0].start - at) is not None
    return units if meant else []


def _is_staff_of(words: str, start: int) -> bool:
    """Whether the staff of the office named at `start` are told; "Nurlela, staf Dinas X" is one of them."""
    m = _STAFF_OF.search(words, max(0, start - _STAFF_REACH), start)
    return m is not None and _PERSON.search(words, max(0, m.start() - _STAFF_REACH), m.start()) is None


def _named(scoped: Scoped, *, short: bool = False) -> list[Span[str]]:
    """The offices that a sentence names, without those of which only the head speaks; `short` ones in a list, too."""
    words, at = scoped.sentence.text, scoped.sentence.start
    units = []
    for m in _UNIT.finditer(words):
        name = m.group().rstrip(".,'-")
        if _NATIONAL.search(name):
            continue
        if " " not in name and not short:  # "Setda", "BKPSDM" alone: one of many, or the speaker's
            continue
        speaks = _HEAD_OF.search(words, max(0, m.start() - _HEAD_REACH), m.start())
        if speaks and not _OF_HIS_OFFICE.match(words[m.end() :]):
            continue
        if name.startswith("Kecamatan") and _ADDRESS.search(words, max(0, m.start() - _ADDRESS_REACH), m.start()):
            continue
        units.append(Span("unit", at + m.start(), at + m.start() + len(name), name, name, "target.unit"))
    return units


# The surest first; each is asked where those before it find nothing
_FINDERS: Final = (
    _put_at_home, _listed_behind, _listed_elsewhere, _short_named, _council_staff, _by_short_name, _alone,
)  # fmt: skip
