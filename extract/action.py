"""What a decision does: impose, extend, tighten, relax, end, reject or plan working from home.

Each action has its words. A word counts by where it stands (headline, lead, body) and by what its sentence is about; words
about an earlier rule do not count. Tighter or looser is read off the shares first: more or fewer at home than before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from extract.scope import Scoped
from extract.shares import Share
from extract.spans import Span
from extract.workplace import NAMED, find_sides

Action = Literal["impose", "extend", "tighten", "relax", "end", "reject", "plan"]

_WFH = r"(?:wf[hao]|work\s+f\w{2,3}\s+hom\w|work\s+from\s+anywhere|(?:pola\s+|sistem\s+|skema\s+)?(?:ber?)?kerja(?:nya)?\s+(?:dari|di)\s+(?:rumah|mana\s+saja|lokasi\s+lain|tempat\s+lain)|tugas(?:nya)?\s+(?:dari|di)\s+rumah|kerja\s+fleksibel|fwa)"
_NOT = r"(?:tidak|tak|belum|enggan|ogah|menolak|bukan|urung|batal)"
_GAP = r"(?:\s+[\w()\"',./-]{1,20}){0,4}?\s+"
_APPLY = r"(?:me?n?erap\w*|terapkan|di(?:ter|ber|jal|lak)\w+|memberlaku\w*|berlaku\w*|laksanakan|melaksana\w*|menjalan\w*|mengikuti|ikut|memakai|pakai|menggunakan|mengambil|memilih|memilh|perlu|akan|ada|kami|kita)"

_WORDS: dict[Action, tuple[tuple[str, str], ...]] = {
    "reject": (
        # "WFH tidak kami terapkan", "belum menerapkan WFH", "memilih tidak memakai pola WFH", "menolak WFH"
        (
            "not_applied",
            rf"\b{_NOT}(?:\s+(?:akan|kami|kita|ada|ikut|serta-merta|perlu|memberlakukan|menerapkan)){{0,3}}\s+{_APPLY}(?:\s+[\w()\"',./-]{{1,20}}){{0,9}}?\s+{_WFH}\b",
        ),
        (
            "wfh_not",
            rf"\b{_WFH}\b(?:\s+[\w()\"'-]{{1,20}}){{0,6}}\s+(?:tidak|belum|tak|batal|urung)\s+(?:akan\s+|kami\s+|kita\s+|serta-merta\s+|perlu\s+)?(?:di\w+kan|diikuti|terapkan|berlakukan|laksanakan|berlaku|ada|perlu|dipakai)\b",
        ),
        (
            "no_wfh",
            rf"\b(?:tidak|tak|belum)\s+(?:ada\s+|ikut\s+|pakai\s+|perlu\s+|terapkan\s+|berlakukan\s+)?{_WFH}\b(?!\s+(?:lagi|total|penuh))",
        ),
        (
            "decided_not",
            r"\b(?:(?:kami|kita)\s+putuskan|memutuskan|memilih|diputuskan)\s+(?:untuk\s+)?(?:tidak|tak)\s+(?:di\w+|ikut|me\w+)\b",
        ),
        ("refuses", rf"\b(?:menolak|ogah|enggan|kontra)\s+(?:\w+\s+){{0,3}}{_WFH}\b"),
        # "tetap masuk", "tetap bekerja di kantor", "tetap ngantor" of the staff at large
        (
            "stay_in",
            r"\b(?:asn|pegawai\w*|pns|semua|seluruh\s+\w+|pegawainya|mereka|kita|kami)?\s*(?:diminta\s+|wajib\s+|harus\s+|akan\s+)?tetap\s+(?:masuk(?:\s+(?:kantor|kerja|seperti\s+biasa))?|ngantor|berkantor|(?:be|di)?kerja\s+(?:di|dari)\s+kantor|datang\s+ke\s+kantor|ke\s+kantor|bekerja\s+(?:normal|seperti\s+biasa))\b",
        ),
        (
            "as_usual",
            r"\b(?:semua|seluruh\s+\w+|pegawai|asn)\s+(?:\w+\s+){0,2}masuk\s+(?:seperti|kerja\s+seperti|kantor\s+seperti)\s+(?:hari\s+)?biasa\b|\bhadir\s+seperti\s+hari\s+kerja\s+biasa\b",
        ),
    ),
    "end": (
        # "masa WFH berakhir", "mencabut kebijakan WFH", "kembali berkantor", "tak lagi WFH"
        (
            "over",
            rf"\b(?:masa\s+|kebijakan\s+|penerapan\s+|pola\s+)?{_WFH}(?:\s+[\w()\"',-]{{1,20}}){{0,9}}\s+(?:selesai|berakhir|habis|disudahi|dihentikan|dicabut|ditiadakan|dihapus|tidak\s+berlaku\s+lagi|tidak\s+(?:lagi\s+)?(?:di\w+\s+lagi|diperpanjang))\b",
        ),
        (
            "stop",
            rf"\b(?:menyudahi|mengakhiri|menghentikan|mencabut|meniadakan|menghapus|setop|stop|akhiri|cabut|hentikan|sudahi)\s+(?:\w+\s+){{0,3}}{_WFH}\b",
        ),
        ("no_longer", rf"\b(?:tidak|tak)\s+(?:ada\s+)?lagi\s+(?:\w+\s+){{0,7}}(?:{_WFH})\b"),
        (
            "back",
            r"\bkembali\s+(?:(?:mengisi|memenuhi)\s+(?:meja|kantor|ruang)\w*|bekerja\s+(?:di|dari)\s+kantor|berkantor|ngantor|masuk\s+(?:kantor|kerja|seperti|normal|penuh)|ke\s+kantor|wfo|bertugas\s+di\s+kantor|bekerja\s+(?:normal|seperti\s+biasa)|beraktivitas\s+di\s+kantor)\b|\b(?:masuk\s+kantor|ngantor|berkantor|wfo|masuk)\s+(?:lagi|kembali)\b",
        ),
        (
            "full_office",
            r"\b(?:sudah|kini|mulai|kembali)\s+(?:\w+\s+){0,2}100\s*(?:persen|%)\s+(?:wfo|work\s+from\s+office|masuk|berkantor|ngantor|bekerja\s+(?:di|dari)\s+kantor)\b",
        ),
    ),
    "plan": (
        # "sedang menyiapkan surat edaran", "aturannya masih digodok", "draf edaran", "bakal menerapkan", "rencana WFH"
        (
            "preparing",
            r"\b(?:sedang|masih|(?-i:tengah)|lagi)\s+(?:\w+\s+){0,2}(?:me(?:nyiapkan|nyusun|rancang|matangkan|ngkaji|nggodok|mpersiapkan|nunggu|nanti\w*|rumuskan|mfinalkan|formulasikan)|di(?:siapkan|susun|rancang|matangkan|kaji|godok|bahas|persiapkan|rumuskan|finalkan|kerjakan)|(?:kita|kami)\s+(?:siapkan|susun|rancang|kaji|godok|formulakan|matangkan|bahas)|siapkan|formulakan)\b",
        ),
        (
            "draft",
            r"\b(?:draf|draft|rancangan|konsep)\s+(?:\w+\s+)?(?:surat\s+)?(?:edaran|aturan|instruksi|keputusan|se\b|regulasi)\w*|\bsiapkan\s+(?:surat\s+)?(?:edaran|aturan|skema|wfh)\w*|\bmenyiapkan\s+(?:surat\s+)?(?:edaran|aturan|regulasi|skema)\w*",
        ),
        (
            "will",
            rf"\b(?:bakal|akan\s+segera|segera|berencana|rencanakan|merencanakan|mewacanakan|mempertimbangkan|pertimbangkan|kaji|siapkan|menggodok|godok|kemungkinan(?:\s+besar)?|wacana\w*|rencana\w*|opsi)\s+(?:\w+\s+){{0,6}}(?:{_WFH})\b",
        ),
        (
            "wfh_planned",
            rf"\b{_WFH}\b(?:\s+[\w()\"',-]{{1,20}}){{0,5}}\s+(?:akan\s+digulirkan|masih\s+(?:dikaji|wacana|rencana|dibahas)|direncanakan|disiapkan|dipertimbangkan|sedang\s+\w+kan)\b",
        ),
        (
            "soon",
            r"\bbakal\s+(?:dibagi|mendapat|punya|menjalani|bekerja|diberlakukan|diterapkan)\b|\b(?:tanggal\w*|(?<!sampai\s)(?<!hingga\s)kapan\s+\w+|mulainya|waktunya)\s+(?:\w+\s+){0,4}belum\s+(?:ditetapkan|ditentukan|bisa|dipastikan|berani)\b",
        ),
    ),
    "extend": (
        # "memperpanjang masa WFH", "WFH diperpanjang", "ditambah", "disambung", "dilanjutkan"
        (
            "extend",
            r"\b(?:memperpanjang|perpanjang|diperpanjang|perpanjangan|melanjutkan|dilanjutkan|lanjutkan|berlanjut\s+(?:hingga|sampai)|disambung(?:\s+lagi)?|diteruskan|memperlama)\b",
        ),
        (
            "longer",
            rf"\b(?:menambah|tambah|ditambah|penambahan)\s+(?:lagi\s+)?(?:masa|waktu|durasi|lama)\b|\b(?:masa|waktu)\s+(?:\w+\s+){{0,10}}ditambah\b|\bkembali\s+memperpanjang\b|\b(?:batas\w*|masa\w*|akhir\w*)\s+(?:\w+\s+){{0,3}}(?:digeser|diundur|dimundurkan)\s+(?:menjadi|ke|hingga|sampai)\b",
        ),
    ),
    "tighten": (
        (
            "tighter",
            rf"\b(?:memperketat|perketat|diperketat)\s+(?:\w+\s+){{0,4}}(?:{_WFH}|kantor|kerja\s+pegawai|pegawai)\b|\b(?:porsi|jumlah|persentase|kuota)\s+(?:\w+\s+){{0,5}}{_WFH}\s+(?:\w+\s+){{0,3}}(?:ditambah|dinaikkan|diperbesar|melonjak)\b|\b(?:jatah|jumlah|kuota|porsi)\s+(?:\w+\s+){{0,8}}kantor\s+(?:\w+\s+){{0,2}}(?:diciutkan|dipangkas|dikurangi|diperkecil|diturunkan|dipersempit)\b|\bmemangkas\s+lagi\s+jumlah\s+(?:pegawai|asn)\b",
        ),
    ),
    "relax": (
        (
            "looser",
            rf"\b(?:melonggarkan|longgarkan|dilonggarkan|pelonggaran|kelonggaran\s+baru|lebih\s+longgar)\b|\b(?:porsi|jumlah|persentase|kuota|jatah)\s+(?:\w+\s+){{0,5}}{_WFH}\s+(?:\w+\s+){{0,3}}(?:dikurangi|diturunkan|dipangkas|diperkecil)\b|\bmengurangi\s+(?:porsi|jumlah|jatah|kuota|persentase)\s+(?:\w+\s+){{0,3}}{_WFH}\b",
        ),
    ),
    "impose": (
        # "memberlakukan WFH", "ASN diminta bekerja dari rumah", "mulai bekerja dari rumah"
        (
            "impose",
            rf"\b(?:memberlakukan|berlakukan|diberlakukan|menerapkan|terapkan|diterapkan|menetapkan|tetapkan|ditetapkan|mewajibkan|diwajibkan|menginstruksikan|memerintahkan|meminta|diminta|mengimbau|mengizinkan|membolehkan|memperbolehkan|diperbolehkan|dibolehkan|boleh|diperkenankan|diarahkan|disuruh|mempersilakan|dipersilakan|silakan|memperkenankan|mengharuskan|memulangkan|memutuskan|mulai|menjalankan|menjalani|mengatur|membagi|menghidupkan)\s+(?:[\w()\"',-]{{1,22}}\s+){{0,9}}?(?:{_WFH}|di\s+rumah|dari\s+rumah)\b",
        ),
        (
            "decree",
            r"\b(?:tertuang|termuat|dituangkan|tertulis|diatur|dimuat)\s+(?:\w+\s+){0,2}(?:dalam|lewat|melalui|di)\b|\b(?:meneken|menandatangani|menerbitkan|mengeluarkan)\s+(?:\w+\s+){0,2}(?:surat\s+edaran|edaran|se|instruksi|keputusan)\b",
        ),
        ("share", rf"\b{_WFH}\s+(?:sebesar\s+|sebanyak\s+|maksimal\s+|minimal\s+)?\d{{1,3}}\s*(?:persen|%)"),
    ),
}
_PATTERN = {
    action: [(name, re.compile(pattern, re.IGNORECASE)) for name, pattern in words] for action, words in _WORDS.items()
}
# A condition or a wish is no decision: "kalau suratnya turun, kita perpanjang", "belum dapat menjawab apakah masih ada perpanjangan"
_UNREAL = re.compile(
    r"\b(?:kalau|jika|bila|apabila|apakah|seandainya|bisa\s+saja|tidak\s+menutup\s+kemungkinan|membuka\s+peluang|kemungkinan\s+diperpanjang|belum\s+dapat\s+menjawab|perlu\s+diteruskan\s+atau\s+tidak|"
    r"setelah\s+itu)\b[^.;\n]{0,90}$",
    re.IGNORECASE,
)
# What others propose is not imposed by being told, though it can be refused: "Wacana WFH tidak berlaku di kota ini"
_IDEA = re.compile(r"\b(?:usul\w*|wacana)\b[^.;\n]{0,90}$", re.IGNORECASE)
# "Untuk yang satu ini tidak ada WFH": a part of the staff, not a refusal
_FOR_SOME = re.compile(r"^\W*(?:untuk|khusus|bagi|sektor|adapun|sedangkan|kecuali)\b", re.IGNORECASE)
# "WFH sampai perbaikan selesai": told when it will end, not that it has
_UNTIL = re.compile(r"\b(?:sampai|hingga|bila|kalau)\b", re.IGNORECASE)
# Words that need no word of the rule beside them: the sentence before has told what is decided
_PLAIN = frozenset({"decided_not", "as_usual", "stay_in", "over", "full_office", "preparing", "draft"})
# "tetap ngantor" of some, not of the staff at large: those who serve the public, heads of offices, the exempt
_SOME = re.compile(
    r"^\W*yang\b|\b(?:petugas|pejabat|kadis|kepala|eselon|pimpinan|melayani|pelayanan|layanan|piket|sektor|tenaga\s+kesehatan|kesehatan|puskesmas|rsud|rumah\s+sakit|satpol|camat|lurah|kecuali|dikecualikan|termasuk|sebagian|"
    r"minimal|sedikitnya|setidaknya|yang\s+(?:bertugas|sehat|piket|menangani|tidak\s+\w+)|jabatan|mereka|instansi|unit|dinas|sekolah|guru|persen)\b|%",
    re.IGNORECASE,
)
# The PPKM itself is extended: no word on the WFH rule unless nothing else is said
_OTHER_EXTENDED = re.compile(
    r"^\s*(?:ppkm|psbb|masa\s+tanggap\s+darurat|status|libur\w*|ptkm|pembatasan)\b", re.IGNORECASE
)
# Decided, though the circular is still to come: an imposition, no plan
_DECIDED = re.compile(
    r"(?<!akan\s)(?<!bakal\s)(?<!segera\s)\b(?:menetapkan|memutuskan|memberlakukan|diputuskan)\b", re.IGNORECASE
)
_WEIGHT: dict[Action, float] = {
    "reject": 1.5,
    "end": 1.4,
    "plan": 1.25,
    "extend": 1.5,
    "tighten": 1.6,
    "relax": 1.2,
    "impose": 0.6,
}


def find_action(
    sentences: Sequence[Scoped], shares: Sequence[Span[Share]], title: str | None = None, *, decreed: bool = False
) -> Span[Action] | None:
    """The action that the sentences of one decision tell, with the words that tell it; None when nothing is decided.

    `shares` are the shares of that decision, the earlier rule's among them; `decreed` says that its instrument is out.

    >>> from extract.document import Text
    >>> from extract.scope import scope
    >>> find_action(scope(Text("Wali Kota memutuskan memperpanjang masa WFH bagi ASN.")), []).value
    'extend'
    """
    votes: dict[Action, float] = {}
    best: dict[Action, tuple[float, Span[Action]]] = {}
    for span, weight in _candidates(sentences):
        votes[span.value] = votes.get(span.value, 0.0) + weight
        if span.value not in best or weight > best[span.value][0]:
            best[span.value] = (weight, span)
    if votes.keys() >= {"plan", "impose"} and any(
        _DECIDED.search(s.sentence.text) for s in sentences if s.topic == 3 and not s.background
    ):
        votes["plan"] *= 0.3
    if decreed and "plan" in votes:
        votes["plan"] *= 0.3
    if any(s.value.wfh_pct > 0 and not s.value.past and not s.value.hypothetical for s in shares):
        for action in votes.keys() & {"reject", "end"}:  # somebody is at home under this rule
            votes[action] *= 0.3
        if "impose" in votes:
            votes["impose"] += 2.0
    for action, patterns in _PATTERN.items():
        if action in votes and any(p.search(title or "") for _, p in patterns):
            votes[action] += 3.0 * _WEIGHT[action]
    planned = votes.get("plan", 0.0) > sum(w for a, w in votes.items() if a != "plan")
    if not planned and (changed := _by_shares(shares)):
        return changed
    if not votes:
        return None
    winner = max(votes, key=lambda a: (votes[a], -best[a][1].start))
    return best[winner][1]


def _by_shares(shares: Sequence[Span[Share]]) -> Span[Action] | None:
    """More or fewer at home than the rule before, where both figures are printed for staff at large."""
    now = [s for s in shares if not s.value.past and not s.value.hypothetical and not s.value.conditions]
    before = [s for s in shares if s.value.past and not s.value.hypothetical and not s.value.conditions]
    if not now or not before:
        return None
    figures = [s for s in shares if not s.value.past and s.value.basis in {"stated", "derived"}]
    if figures and now[0].value.basis == "words" and now[0].rule.startswith("shares.all"):
        return None
    change = now[0].value.wfh_pct - before[0].value.wfh_pct
    if change == 0:
        return None
    action: Action = "tighten" if change > 0 else "end" if now[0].value.wfh_pct == 0 else "relax"
    return Span("action", now[0].start, now[0].end, now[0].text, action, f"action.{action}_by_share")


def _candidates(sentences: Sequence[Scoped]) -> list[tuple[Span[Action], float]]:
    found: list[tuple[Span[Action], float]] = []
    for scoped in sentences:
        words = scoped.sentence.text
        if scoped.background or (scoped.elsewhere and not NAMED.search(words)) or scoped.topic < 1:
            continue
        place = 3.0 if scoped.index < 2 else 2.0 if scoped.index < 5 else 1.0
        for action, patterns in _PATTERN.items():
            for name, pattern in patterns:
                if name == "over" and (over := pattern.search(words)) and _UNTIL.search(over.group()):
                    continue
                if scoped.topic < 2 and name not in _PLAIN:
                    continue
                m = pattern.search(words)
                if (
                    m is None
                    or (name == "stay_in" and _some_stay(words, m))
                    or (action == "reject" and (_FOR_SOME.match(words) or _SOME.search(words[: m.start()])))
                    or _unreal(action, words, m.start())
                ):
                    continue
                weight = (
                    place
                    * _WEIGHT[action]
                    * (0.3 if action == "extend" and _OTHER_EXTENDED.match(words[m.end() : m.end() + 40]) else 1.0)
                )
                start = scoped.sentence.start + m.start()
                found.append(
                    (Span("action", start, start + len(m.group()), m.group(), action, f"action.{name}"), weight)
                )
    return found


def _some_stay(words: str, m: re.Match[str]) -> bool:
    """ "Staf di rumah, kepala dinas tetap masuk": only some stay, or others are at home in the same breath."""
    home = [
        s
        for s in find_sides(words)
        if s.value == "home" and not re.search(r"\b(?:tidak|tak|belum|bukan)\b", words[: s.start], re.IGNORECASE)
    ]
    return _SOME.search(words) is not None or bool(home)


def _unreal(action: Action, words: str, start: int) -> bool:
    left = max(0, start - 120)
    if action != "plan" and _UNREAL.search(words, left, start):
        return True
    return action not in {"plan", "reject"} and _IDEA.search(words, left, start) is not None
