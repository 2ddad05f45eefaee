"""Whom the rule addresses: civil servants, private firms, both, or one office alone (and which)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Literal

from extract.lexicon import GAP, STAFF, any_of, compiled, lists
from extract.scope import Scoped
from extract.spans import Span
from extract.workplace import HOME, find_sides

Target = Literal["asn", "private", "all", "unit"]

_LISTS: Final = lists("target")

# "karyawan swasta", "dunia usaha", "perusahaan di ..."
_PRIVATE = (
    r"(?:(?:(?:perusahaan|karyawan|perkantoran|kantor|pekerja|sektor|pegawai|usaha|badan usaha|pihak) )?swasta"
    r"|dunia usaha|perusahaan (?:swasta|di)|pelaku usaha)"
)
_PUBLIC = any_of(_LISTS["public"])
# "kantor pemerintah maupun swasta", "tidak hanya milik pemkot tetapi juga swasta"
_PUBLIC_AND_PRIVATE = (
    rf"\b{_PUBLIC}\b[^.;\n]{{0,60}}\b(?:maupun|dan|serta|juga|ataupun|atau|hingga|termasuk|,){GAP}"
    rf"(?:\w+ ){{0,3}}?{_PRIVATE}\b"
)
# "swasta dan ASN"
_PRIVATE_AND_PUBLIC = rf"\b{_PRIVATE}\b[^.;\n]{{0,40}}\b(?:maupun|dan|serta|juga|ataupun) (?:\w+ ){{0,2}}{_PUBLIC}\b"
# "perusahaan swasta juga diminta"
_PRIVATE_TOO = (
    rf"\b{_PRIVATE}\b[^.;\n]{{0,60}}\b(?:ikut|juga|turut|pun|didorong|diminta|diwajibkan|wajib|diimbau|dianjurkan)\b"
)
# "perusahaan", "pelaku usaha", "pengelola perkantoran": whoever employs
_EMPLOYER = any_of(_LISTS["employers"])
# "mengimbau perusahaan", "meminta kepada seluruh pelaku usaha", "menyurati para pimpinan industri"
_ASKS_FIRMS = rf"\b{any_of(_LISTS['asks'])} (?:\w+ ){{0,4}}?{_EMPLOYER}\b"
# "edaran ditujukan kepada pimpinan perusahaan", "berlaku juga bagi pihak swasta", "mengikat semua tempat usaha"
_HOLDS_FOR_FIRMS = (
    r"\b(?:ditujukan|diimbau|diimbaukan|berlaku|diberlakukan|mengikat|menyasar)\b (?:\w+ ){0,5}?"
    rf"{_EMPLOYER}\b"
)
# "untuk swasta ketentuannya sama", "bagi perusahaan juga begitu"
_SAME_FOR_FIRMS = rf"\b(?:untuk|bagi) (?:\w+ )?{_EMPLOYER}\b[^.;\n]{{0,50}}\b(?:sama|serupa|begitu|demikian)\b"
# "perusahaan wajib mengikuti", "perkantoran swasta bisa beroperasi dengan 25 persen"
_FIRMS_MUST = (
    rf"\b{_EMPLOYER} (?:non-?esensial |esensial )?"
    r"(?:juga |pun |turut |ikut )?(?:harus|wajib|mesti|hanya boleh|dibatasi|diminta|diwajibkan) "
    r"(?:patuh|mematuhi|mengikuti|menerapkan|mengatur|membatasi|batasi|menyesuaikan|mempekerjakan|memberlakukan|wfh)\b"
    r"|\b(?:per)?kantor(?:an)? swasta\b[^.;\n]{0,80}\b(?:beroperasi|dibatasi)\b"
)
# "tempat kerja, baik milik pemerintah maupun perusahaan"
_PUBLIC_OR_FIRMS = rf"\b{_PUBLIC}\b[^.;\n]{{0,30}}\bmaupun (?:milik )?perusahaan\b"
# "hotel dan kantor notaris diminta menyesuaikan jumlah karyawannya dengan porsi yang sama"
_SAME_SHARE = r"\bkaryawan(?:nya)?\b[^.;\n]{0,30}\b(?:porsi|persentase|ketentuan|aturan) (?:yang )?sama\b"
# "edaran yang ditujukan kepada para pimpinan perusahaan": to nobody else
_TO_FIRMS = compiled(
    rf"\b(?:ditujukan|berisi imbauan|berisi permintaan) (?:khusus )?(?:kepada|bagi|untuk) (?:\w+ ){{0,3}}?{_EMPLOYER}\b"
)
# "berlaku bagi seluruh SKPD"
_TO_STAFF = compiled(
    r"\b(?:berlaku|diberlakukan|ditujukan|mengikat) (?:bagi|untuk|kepada|terhadap) (?:seluruh|semua|setiap) "
    r"(?:opd|skpd|skpa|perangkat daerah|organisasi perangkat)\b"
)
# "sektor non-esensial", "perkantoran nonesensial" are words of the rules for firms
_NON_ESSENTIAL = r"\b(?:sektor|perkantoran|kantor|tempat kerja|usaha)(?: yang)? non[\s-]{0,2}esensial\b"
_BOTH = compiled(
    _PUBLIC_AND_PRIVATE,
    _PRIVATE_AND_PUBLIC,
    _PRIVATE_TOO,
    _ASKS_FIRMS,
    _HOLDS_FOR_FIRMS,
    _SAME_FOR_FIRMS,
    _FIRMS_MUST,
    _PUBLIC_OR_FIRMS,
    _SAME_SHARE,
    _NON_ESSENTIAL,
)
# "Perusahaan diimbau melakukan hal yang sama": the rule of the sentence before
_FIRMS_LIKEWISE = compiled(
    rf"\b{_EMPLOYER} (?:juga |pun |turut )?(?:diimbau|dihimbau|diminta|dianjurkan|didorong) (?:untuk )?"
    r"(?:(?:melakukan|menerapkan|mengambil|mengikuti) (?:hal|langkah|aturan|kebijakan|pola|porsi) (?:yang )?"
    r"(?:sama|serupa)\b|(?:mengikuti|menyesuaikan)(?=[.,;\"]))"
)
# "Baik instansi pemerintah maupun perusahaan", "Sasarannya bukan hanya ASN, tetapi juga karyawan swasta"
_WHOM = compiled(
    r"^\W*(?:(?:kali ini|kini),? )?(?:baik|(?:bukan|tidak) (?:hanya|cuma|saja)|sasaran(?:nya)?"
    r"|berlaku|(?:ini|itu) (?:juga )?berlaku"
    r"|(?:aturan|ketentuan|kebijakan|edaran) (?:ini|itu|tersebut))\b"
)
# "meski cara membaginya diserahkan kepada manajemen": conceded, no exemption
_CONCEDED = compiled(r"\b(?:meski(?:pun)?|walau(?:pun)?|kendati(?:pun)?)\b[^.;\n]{0,160}")
# "swasta kita serahkan", "sifatnya hanya imbauan", "tidak memerintahkan hal yang sama"
_EXEMPTED = compiled(rf"\b{any_of(_LISTS['exempted'])}\b")
# "swasta", "perusahaan", and the trades that a rule for sectors lists: "pasar modal, perhotelan"
_FIRM = compiled(
    r"\b(?:swasta|perusahaan|pelaku usaha|pengusaha|pabrik|pasar modal|perhotelan|hotel|perbankan|orientasi ekspor)\b"
)
# "pegawai pada sektor nonesensial", "instansi pemerintah sektor nonesensial"
_OF_STAFF = compiled(
    rf"\b(?:{STAFF}|instansi(?: pemerintah)?|kantor pemerintahan)(?: (?:asn|pada|di|yang|dalam|bekerja))*\W{{1,2}}$"
)
# "ASN", "pegawai pemkot", "perkantoran milik pemerintah"
_OWN_STAFF = compiled(
    r"\b(?:asn|pns|aparatur|opd|skpd|pegawai (?:pem\w+|negeri|daerah)|instansi(?: pemerintah\w*|(?=,| dan| maupun))"
    r"|(?:per)?kantor(?:an)? (?:milik )?pemerintah\w*|pemerintah maupun|pegawai"
    r"|kementerian(?:\s?/\s?|,? (?:dan )?)(?:lembaga|pemerintah daerah))\b"
)
# "pegawai Pemkab": words that name civil servants beyond doubt
_GOVERNMENT_SECTOR = compiled(r"\b(?:asn|pns|opd|skpd|pegawai (?:pemkot|pemkab|pemprov|pemerintah)|aparatur sipil)\b")


def find_target(sentences: Sequence[Scoped]) -> Span[Target] | None:
    """Whether private firms are addressed besides the government's own staff; units are found by `find_units`.

    >>> from extract.document import Text
    >>> from extract.scope import scope
    >>> find_target(scope(Text("WFH 75 persen berlaku bagi kantor pemerintah maupun swasta."))).value
    'all'
    """
    staff: Span[Target] | None = None
    ruled = False  # whether the sentence before is about the rule
    if alone := _firms_alone(sentences) or _staff_alone(sentences):
        return alone
    for scoped in sentences:
        words, at = scoped.sentence.text, scoped.sentence.start
        goes_on, ruled = ruled, not scoped.background and scoped.topic >= 2
        if goes_on and not scoped.background and (m := _FIRMS_LIKEWISE.search(words)):
            return Span("target", at + m.start(), at + m.end(), m.group(), "all", "target.private")
        if scoped.background or not (
            scoped.topic >= 2 or (scoped.topic and find_sides(words)) or (goes_on and _WHOM.match(words))
        ):
            continue
        if (
            (m := _BOTH.search(words))
            and not _EXEMPTED.search(_CONCEDED.sub(" ", words))
            and not _sector_of_staff(m, sentences)
        ):
            sectors = "esensial" in m.group().lower()  # such a rule binds every place of work
            target: Target = "all" if sectors or _staff_named(sentences) else "private"
            return Span("target", at + m.start(), at + m.end(), m.group(), target, "target.private")
        if staff is None and (m := _GOVERNMENT_SECTOR.search(words)):
            staff = Span("target", at + m.start(), at + m.end(), m.group(), "asn", "target.staff")
    return staff


def _firms_alone(sentences: Sequence[Scoped]) -> Span[Target] | None:
    """ "edaran yang ditujukan kepada pimpinan perusahaan": whoever else is named, it is for firms."""
    for scoped in sentences:
        words, at = scoped.sentence.text, scoped.sentence.start
        ruled = not scoped.background and scoped.topic >= 2
        if ruled and (m := _TO_FIRMS.search(words)) and not _OWN_STAFF.search(words):
            return Span("target", at + m.start(), at + m.end(), m.group(), "private", "target.private")
    return None


def _staff_alone(sentences: Sequence[Scoped]) -> Span[Target] | None:
    """ "Instruksi itu berlaku bagi seluruh SKPD, kecamatan hingga pemerintah desa": for nobody else."""
    for scoped in sentences:
        words, at = scoped.sentence.text, scoped.sentence.start
        if not scoped.background and (m := _TO_STAFF.search(words)) and not _FIRM.search(words):
            return Span("target", at + m.start(), at + m.end(), m.group(), "asn", "target.staff")
    return None


def _staff_named(sentences: Sequence[Scoped]) -> bool:
    """Whether civil servants or public offices are addressed anywhere; else the rule is for firms alone."""
    return any(_OWN_STAFF.search(s.sentence.text) for s in sentences if s.topic >= 1 and not s.background)


def _sector_of_staff(m: re.Match[str], sentences: Sequence[Scoped]) -> bool:
    """Whether the "sektor non-esensial" found is one of government offices: no private firm is named anywhere."""
    if "esensial" not in m.group().lower():
        return False
    if _OF_STAFF.search(m.string, max(0, m.start() - _STAFF_REACH), m.start()):
        return True
    told = [s.sentence.text for s in sentences if not s.background]
    firms = any(_FIRM.search(text) and not _EXEMPTED.search(text) for text in told)
    return not firms and any(_GOVERNMENT_SECTOR.search(text) for text in told)


# --- offices ---------------------------------------------------------------------------------------------------------
_OFFICE_KIND = any_of([*_LISTS["units"], "Kantor"])
# A word of a name: "Pencatatan", "dan" before another, "PP"; "dan Dinas X" is the next office
_NAME = rf"(?:(?!WF[HOA]\b)[A-Z][\w.'-]*|dan(?= (?!{_OFFICE_KIND}\b)[A-Z])|PP)"
# "Tenaga Kerja, Transmigrasi, dan Energi": a name told as a list, which no other office begins
_LISTED_NAME = rf"(?:(?:, (?!{_OFFICE_KIND}\b)[A-Z]\w+){{1,2}}, dan (?!{_OFFICE_KIND}\b)[A-Z]\w+)?"
# "kantor Camat Sape", as many outlets print it
_SMALL_OFFICE = r"kantor (?:[Cc]amat|[Ll]urah|[Dd]esa|[Dd]inas|[Kk]elurahan)(?= [A-Z])"
# "Dinas Kependudukan dan Pencatatan Sipil", "Sekretariat Daerah Provinsi Jawa Barat", "Pengadilan Negeri Kendal"
_UNIT = compiled(
    rf"\b(?:{any_of(_LISTS['units'])}|{_SMALL_OFFICE}|Kejaksaan \w+|Pengadilan \w+)\b"
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
    r"(?: (?:dan non-?(?:pns|asn)|di|lingkungan|lingkup|kantor|pada|bekerja|dari|rumah)){0,4} $"
)
_PERSON = re.compile(r"[A-Z][\w.']+, $")
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
_OPENING = 8  # told sentences in which an article says whom its rule is for


# "BPKAD", "Bappelitbangda", "Diskominfo"; no "BUMN", "BKN", "BRI"
_SHORT_NAME = (
    r"(?:(?!BUM[ND]|BNPB|BKN|BP[NSKO]\b|BRI|BNI|BCA|BSI|BTN)B[A-Z]{2,7}|Ba[bp][a-z]{3,12}|D(?:is|in)[a-z]{3,14}|DP[A-Z]{2,6}"
    r"|Kesbangpol|Inspektorat|PUPR|Setwan|Setda)"
)
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
    for scoped in sentences:
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
    told = [s for s in sentences if not s.background and s.topic >= 2]
    if any(_AT_LARGE.search(s.sentence.text) for s in told[:_OPENING]):
        return ()
    units: dict[str, Span[str]] = {}
    for previous, scoped in zip([None, *sentences], sentences, strict=False):
        if scoped.background:
            continue
        ruled = find_units(scoped) if scoped.topic >= 2 else ()
        for unit in [*_pointed_at(previous, scoped), *ruled, *_meant_for(scoped)]:
            units.setdefault(unit.value.lower(), unit)
    if not units and (listed := next((s for s in told if _LISTED_BEHIND.search(s.sentence.text)), None)):
        units = {u.value.lower(): u for u in _named(listed, short=True)}
    if not units and any(_THOSE_OFFICES.search(s.sentence.text) and HOME.search(s.sentence.text) for s in told):
        listed = next((s for s in sentences if _THEY_ARE.search(s.sentence.text)), None)
        units = {u.value.lower(): u for u in _named(listed, short=True)} if listed is not None else {}
    for unit in _short_named(told) if not units else ():
        units.setdefault(unit.value.lower(), unit)
    for unit in _council_staff(sentences) if not units else ():
        units.setdefault(unit.value.lower(), unit)
    for unit in _by_short_name(sentences) if not units else ():
        units.setdefault(unit.value.lower(), unit)
    return tuple(units.values())


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
