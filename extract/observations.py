"""From spans to rows: what one article says, as observations, measures and case counts, with evidence for every cell.

`observe_article` is the whole path of an article: cheap filter, fields, who decides, what is decided, rows. How a field
reads its words is said in the field's own file; which candidate plays which role, in `decision.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.article import Article
from corpus.language import NAMES, Language, language_of
from extract.authority import Authority, find_authorities
from extract.closings import find_closings
from extract.confidence import with_confidence
from extract.counts import find_counts
from extract.dates import resolve_base
from extract.decision import Decision, decide
from extract.findings import Findings, find_all
from extract.lexicon import compiled
from extract.roles import settle
from extract.rows import RowBuilder
from extract.schema import ArticleRow, Reading
from extract.scope import OFFICE
from extract.signals import count_signals, opening
from extract.units import find_units
from extract.workplace import NAMED
from models.relevance import RELEVANT, Signals, counts_covid, lead_words, names_covid, names_home_work, relevance

# "Dinas Sosial", "Kantor Camat Baso", but not "Kantor BRI", "Balai Besar POM"
_OF_REGION = compiled(
    r"^(?:Kantor )?(?:Dinas|Badan (?!Pemeriksa|Pertanahan|Pusat|Narkotika)|Bagian|Biro|Sekretariat|Inspektorat"
    r"|Kecamatan|Kelurahan|Kapanewon|Kalurahan|Kemantren|Distrik|Camat|Lurah|DPRD|Bappeda|Bapenda|BKPSDM|Satpol)",
    any_case=False,
)
# "sektor nonesensial menerapkan WFH", "kegiatan di tempat kerja"
_WORKPLACE = compiled(r"\bsektor (?:non[\s-]{0,2})?es{1,2}ensial\b|\btempat kerja\b|\binstansi\b")
# "Hoaks WFH Jambi", "Cek Fakta: Benarkah ...?", "[SALAH] ASN WFH"
_HOAX_TITLE = compiled(r"\b(?:hoaks|hoax|cek fakta)\b|\[(?:salah|hoaks|hoax|keliru)\]")
# "memastikan kabar ASN WFH adalah hoaks", "surat edaran palsu tentang WFH beredar", "Kabar itu tidak benar"
_HOAX = compiled(
    r"\b(?:kabar|informasi|isu|pesan|unggahan|surat|edaran|tangkapan layar)\b[^.;\n]{0,140}"
    r"\b(?:hoaks|hoax|palsu|kabar bohong|berita bohong|tidak benar)\b(?!-)|\bitu hoa(?:ks|x)\b"
)
_HOAX_LEAD = 3  # sentences
# "Pesan itu tidak benar ... "Kita tidak menerapkan WFH": the government says what holds
_DENIES = compiled(
    r"\b(?:kita|kami|pem(?:kot|kab|prov|ko|da)(?: \w+){0,3}) (?:tidak|belum) (?:ada |pernah )?"
    r"(?:menerapkan|memberlakukan|mengeluarkan) (?:kebijakan )?(?:wf[ha]|(?:be)?kerja (?:dari|di) rumah)\b"
)
_DENIAL_REACH = 6  # sentences
#: `reason` of an article that the first filter drops; nothing else is looked up of it but the day of publication.
NAMES_NEITHER = "names neither working from home nor COVID-19"
_LEAD = 2  # sentences
_SHORT = 4 / 12  # dozens of sentences: a teaser, a message


@dataclass(frozen=True, slots=True)
class Decided:
    """The decisions that an article reports, its authorities, how likely it reports any, and whether it names home work
    at all."""

    home: bool
    relevance: float
    authorities: tuple[Authority, ...]
    decisions: tuple[Decision, ...]


def observe_article(article: Article) -> Reading:
    """All rows of one article. An article without a decision gives its own row with the reason, and COVID-19 counts.

    >>> reading = observe_article(Article("1", "Pemkot Bogor memberlakukan WFH bagi 75 persen ASN mulai 29 Juni 2021."))
    >>> [(o.region_code, o.wfh_pct, str(o.start_date)) for o in reading.observations]
    [('32.71', 75.0, '2021-06-29')]
    """
    words = f"{article.title or ''}\n{article.text}"
    home, covid = names_home_work(words), names_covid(words)
    if not (home or covid):
        return Reading(_article_row(article, None, None, 0.0, NAMES_NEITHER))
    language = language_of(article.text)
    if language and language != "id":
        return Reading(_article_row(article, None, language, 0.0, f"in {NAMES[language]}, not in Indonesian"))
    findings = find_all(article)
    words = findings.text.text  # lists of other headlines name both
    decided = find_decisions(findings)
    rows = RowBuilder(findings)
    for decision in decided.decisions:
        rows.add_observation(settle(decision))
    of_covid = any(o.trigger == "covid19" for o in rows.observations)
    if of_covid or counts_covid(words, findings.base):
        rows.add_counts(find_counts(words, known=of_covid), decided.authorities[0] if rows.observations else None)
    reason = None if rows.observations else _reason(decided)
    return with_confidence(rows.reading(_article_row(article, findings, language, decided.relevance, reason)))


def find_decisions(findings: Findings) -> Decided:
    """What the rules alone say of an article: whether it reports decisions, whose, and which."""
    home = names_home_work(f"{findings.article.title or ''}\n{findings.text.text}")
    authorities = find_authorities(findings) if home else []
    score, told = _weigh(findings, authorities)
    decisions = (d for authority in authorities for d in decide(findings, authority)) if told else ()
    return Decided(home, score, tuple(authorities), tuple(decisions))


def _weigh(findings: Findings, authorities: Sequence[Authority]) -> tuple[float, bool]:
    """How likely the article reports a decision of one of the authorities, and whether it is read for one."""
    if not authorities:
        return 0.0, False
    if _is_hoax(findings):
        return 0.0, False
    signals = count_signals(findings)
    score = relevance(signals, lead_words(opening(findings))) if _can_rule(findings, signals) else 0.0
    plain = score > 0 and _is_plain(signals)
    # "Kanwil DJPb Sulsel menerapkan kerja dari rumah bagi 90 persen pegawainya"
    plain = plain or (authorities[0].agency is not None and signals.share and not signals.private)
    by_office = not signals.private and (_closes_offices(findings, authorities) or _office_rules(authorities))
    return score, score >= RELEVANT or plain or by_office


def _is_hoax(findings: Findings) -> bool:
    """Whether the article calls a report of working from home a hoax, in its headline or its first sentences."""
    if _HOAX_TITLE.search(findings.article.title or ""):
        return True
    if any(_DENIES.search(s.sentence.text) for s in findings.sentences[:_DENIAL_REACH]):
        return False
    lead = [s.sentence.text for s in findings.sentences[:_HOAX_LEAD]]
    return any(_HOAX.search(text) for text in lead) and any(NAMED.search(text) for text in lead)


def _is_plain(signals: Signals) -> bool:
    """Whether a text too short to name anything twice tells a decision: who decides, about whom, and what."""
    told = signals.share or signals.action or signals.decree
    doubted = signals.private or signals.undecided or signals.school
    return bool(signals.length <= _SHORT and told and not doubted and (signals.maker or signals.named_maker))


def _closes_offices(findings: Findings, authorities: Sequence[Authority]) -> bool:
    """Whether a region's office is closed for days and its staff work from home: a decision, by whomever it is told."""
    return any(
        _OF_REGION.match(unit.value)
        for authority in authorities
        for closing in find_closings(authority.sentences, findings.dates)
        for unit in closing.units
    )


def _office_rules(authorities: Sequence[Authority]) -> bool:
    """Whether a region's office is told to rule for its own staff: "Sekretariat DPRD X menerapkan WFH bagi stafnya"."""
    return any(
        _OF_REGION.match(unit.value)
        for authority in authorities
        for scoped in authority.sentences[:_LEAD]
        if scoped.topic == 3 and not scoped.background
        for unit in find_units(scoped)
    )


def _can_rule(findings: Findings, signals: Signals) -> bool:
    """Whether the article has what no such rule goes without: home work or a share of staff, and staff or an office.

    A government that is told beside home work ("Pemkab memperpanjang WFH") stands for its staff.
    """
    # "di rumah" alone must stand where the article tells its news: staff do other things at home, too
    told = signals.named or signals.share or (signals.home_public and signals.early)
    staff = signals.named_maker or any(
        s.staff or OFFICE.search(s.sentence.text) or _WORKPLACE.search(s.sentence.text) for s in findings.sentences
    )
    return bool(told and staff)


def _article_row(
    article: Article, findings: Findings | None, language: Language | None, score: float, reason: str | None
) -> ArticleRow:
    published = (
        findings.published if findings else resolve_base("", article.published, article.url, outlet=article.outlet)
    )
    return ArticleRow(
        article_id=article.article_id,
        source_id=article.source_id,
        source_path=article.source_path or None,
        url=article.url,
        outlet=article.outlet,
        title=article.title,
        published=published.date,
        published_from=published.source,
        language=language,
        relevance=round(score, 3),
        status="irrelevant" if reason else "extracted",
        reason=reason,
    )


def _reason(decided: Decided) -> str:
    if not decided.home:
        return "does not name working from home"
    if not decided.authorities:
        return "names no government that could decide"
    doubtful = decided.relevance < RELEVANT
    return "reports no decision on working from home" if doubtful else "tells no action of a government"
