"""What speaks for and against an article reporting a government's decision, counted for `models.relevance`."""

from __future__ import annotations

from corpus.patterns import Pattern
from extract.action import find_action
from extract.findings import Findings
from extract.scope import Scoped
from extract.workplace import NAMED, find_sides
from models.relevance import Signals
from models.relevance.model import LEAD

# Civil servants and their offices: "ASN", "pegawai Pemkot", "OPD"
_PUBLIC = Pattern(
    r"\b(?:asn|pns|pppk|aparatur|opd|skpd|skpa|perangkat\s+daerah|pegawai\s+(?:negeri|pem\w+|provinsi|daerah|honorer)|pegawai|instansi\s+pemerintah|kantor\s+pemerintah\w*|kanwil|kantor\s+wilayah|tempat\s+kerja|perkantoran|pemkot|pemkab|pemprov|pemko|"
    r"pemda|dinas|sekretariat|sekwan|pemerintah\s+(?:kota|kabupaten|provinsi|daerah)|setda|bkd|bkpsdm\w*|bkpp)\b",
)
# A company, a private adviser, a seminar, a survey: their home work is their own
_PRIVATE = Pattern(
    r"\b(?:PT|CV)\s+[A-Z]|(?i:\b(?:direktur\s+utama|dirut|manajemen|serikat\s+pekerja|startup|rintisan|konsultan|psikolog|webinar|tips|kiat|survei|riset(?!\s+dan\s+inovasi)|responden|karyawannya|pelatih|pemain|polisi|polsek|tersangka|komplotan|maling|pencuri\w*|pembobol\w*|"
    r"terdakwa|warganet|selebgram|artis|penyanyi|klub)\b)",
    flags=0,
)
# Not decided: "belum memutuskan", "belum mau memberi jawaban", "masih kita bahas"
_NO_ANSWER = (
    r"belum\s+(?:mau|bisa|dapat|berani)\s+(?:memberi(?:kan)?\s+jawaban|menjawab|bilang|memastikan|memutuskan)"
    # "belum dapat memastikan kapan perkantoran normal kembali" is of the end
    r"(?!\s+(?:sampai\s+|hingga\s+)?kapan\s+(?:\w+\s+){0,3}(?:normal|berakhir|selesai|kembali|pulih|usai))"
    # "belum bisa memastikan dari mana pegawainya tertular" is of the disease
    r"(?!\s+(?:dari\s+mana|sumber|asal|siapa|penyebab|berapa|jumlah|bagaimana))"
)
_NO_DECISION = (
    r"belum\s+(?:memutuskan|menghasilkan\s+keputusan|mengambil\s+keputusan|menentukan\s+sikap|diputuskan"
    r"|ada\s+(?:keputusan|ujungnya|kepastian))"
)
_DISCUSSED = r"masih\s+(?:(?:mem|di)bahas(?:nya)?|(?:kami|kita)\s+bahas|menimbang|dipertimbangkan)"
UNDECIDED = Pattern(rf"\b(?:{_NO_ANSWER}|{_NO_DECISION}|{_DISCUSSED})\b")
_SCHOOL = Pattern(
    r"\b(?:siswa|murid|pelajar|sekolah|belajar|paud|guru|orang\s+tua|kelas|disdik\w*)\b",
)
_LEAD, _EARLY = 2, 5  # sentences


def count_signals(findings: Findings) -> Signals:
    """The signals of one article; sentences that tell an earlier rule count only where that rule is what ends."""
    told = [s for s in findings.sentences if not s.background]
    action = find_action(told, findings.shares, findings.article.title)
    if action is not None and action.value == "end":
        told = list(findings.sentences)
    named = [s for s in told if NAMED.search(s.sentence.text)]
    makers = {findings.sentence(o).index for o in findings.offices}
    public = {s.index for s in told if s.index in makers or _PUBLIC.search(s.sentence.text)}
    if public & {s.index for s in told[:_LEAD]}:  # then "seluruh karyawan kedua kantor" are civil servants too
        public |= {s.index for s in told if s.staff}
    sides = [(s, {side.value for side in find_sides(s.sentence.text)}) for s in told if _beside(s, public, findings)]
    home = [s for s, places in sides if "home" in places]
    return Signals(
        named=len(named),
        named_public=sum(_beside(s, public, findings) for s in named),
        named_maker=sum(_beside(s, makers, findings) for s in named),
        home_public=len(home),
        office_public=sum("office" in places for _, places in sides),
        early=any(s.index < _EARLY for s in home),
        maker=any(s.index in makers for s in told if s.topic >= 2),
        action=action is not None,
        share=any(not s.value.past and not s.value.hypothetical for s in findings.shares),
        decree=any(d.value.role == "own" and not d.value.past for d in findings.decrees),
        private=sum(
            bool(_PRIVATE.search(words))
            for words in (findings.article.title or "", *(s.sentence.text for s in told[:_EARLY]))
        ),
        undecided=any(UNDECIDED.search(s.sentence.text) for s in told[:_EARLY]),  # further on, of a neighbour
        school=sum(bool(_SCHOOL.search(s.sentence.text)) for s in told[:_EARLY]),
        length=len(findings.sentences) / 12,
    )


def opening(findings: Findings) -> str:
    """The headline and the first sentences of an article, a line for each."""
    return "\n".join(scoped.sentence.text for scoped in findings.sentences[:LEAD])


def _beside(scoped: Scoped, public: set[int], findings: Findings) -> bool:
    """Whether civil servants or a government are named in the sentence, or in the one before or behind."""
    neighbours = [i for i in (scoped.index - 1, scoped.index, scoped.index + 1) if 0 <= i < len(findings.sentences)]
    return any(i in public for i in neighbours)
