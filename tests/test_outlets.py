"""The files of outlets: every rule's examples, what it adds to the general ones, which page belongs to which outlet."""

from __future__ import annotations

import re

import pytest
from page_layouts import sources

from corpus.characters import normalise
from corpus.cleaning import clean
from corpus.furniture import Rule, Scope
from corpus.furniture import load as load_general
from corpus.outlets import ZONES, Outlet, find_outlet, host_of, load

RULES = [(outlet, rule) for outlet in load() for rule in outlet.rules]
ARTICLE = """SORONG - Wali Kota Sorong mengatur ulang kehadiran pegawai mulai Senin (12/7/2021).

Pembagian itu tertuang dalam surat edaran yang berlaku sampai 26 Juli 2021."""


def by_key(value: Outlet | Rule) -> str:
    return value.key if isinstance(value, Outlet) else value.name


@pytest.mark.parametrize(("outlet", "rule"), RULES, ids=by_key)
def test_rule_removes_and_keeps_what_it_shows(outlet: Outlet, rule: Rule) -> None:
    assert rule.removes, "a rule shows what it removes"
    assert rule.keeps, "a rule shows what it keeps"
    assert [text for text in rule.removes if not rule.matches(normalise(text).text)] == []
    assert [text for text in rule.keeps if rule.matches(normalise(text).text)] == []


@pytest.mark.parametrize(("outlet", "rule"), RULES, ids=by_key)
def test_rule_does_what_the_general_ones_do_not(outlet: Outlet, rule: Rule) -> None:
    scopes = (Scope.LINE, Scope.BLOCK, Scope.TO_END)
    lines = [normalise(text).text for text in rule.removes]
    assert not all(any(load_general().match(scope, line) for scope in scopes) for line in lines)


@pytest.mark.parametrize(("outlet", "rule"), RULES, ids=by_key)
def test_line_between_paragraphs_of_its_outlet_goes(outlet: Outlet, rule: Rule) -> None:
    first, last = ARTICLE.split("\n\n")
    for text in rule.removes:
        page = f"{first}\n\n{text}\n\n{last}"
        assert clean(page, url=f"https://www.{outlet.domains[0]}/a").text == clean(ARTICLE).text
        assert clean(page, outlet=outlet.name).text == clean(ARTICLE).text


@pytest.mark.parametrize("outlet", load(), ids=by_key)
def test_rules_of_an_outlet_drop_no_article(outlet: Outlet) -> None:
    lost = []
    for source in sources():
        text = "\n".join(source.paragraphs)
        general, own = clean(text, source.title).text, clean(text, source.title, outlet=outlet.name).text
        lost += set(general.split("\n")) - set(own.split("\n"))
    assert lost == []


@pytest.mark.parametrize(
    ("url", "name", "key"),
    [
        ("https://jateng.antaranews.com/berita/1/a", None, "antaranews"),
        ("https://www.pos-kupang.com/2021/a", None, "tribun"),
        ("https://WWW.Kompas.COM:443/read/1", None, "kompas"),
        ("https://radarkediri.jawapos.com/a", None, "jawapos"),
        ("https://kompas.com.example/a", None, None),
        ("https://kabar.example/a", "Kompas.com", "kompas"),
        (None, "KOMPAS", "kompas"),
        (None, "www.detik.com", "detik"),
        (None, "CNN Indonesia", "cnnindonesia"),
        (None, "Kabar Kompas", None),
        (None, "", None),
        ("http://[", None, None),
        ("7", None, None),
    ],
)
def test_find_outlet(url: str | None, name: str | None, key: str | None) -> None:
    found = find_outlet(url, name)
    assert (found.key if found else None) == key


def test_no_domain_is_claimed_twice() -> None:
    domains = [domain for outlet in load() for domain in outlet.domains]
    assert len(domains) == len(set(domains))
    assert all(
        re.fullmatch(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+", domain) and host_of(f"https://{domain}/") == domain
        for domain in domains
    )


def test_zones_are_those_of_the_law() -> None:
    assert {name: zone.utcoffset(None).total_seconds() / 3600 for name, zone in ZONES.items()} == {
        "WIB": 7,
        "WITA": 8,
        "WIT": 9,
    }


@pytest.mark.parametrize(("outlet", "rule"), RULES, ids=by_key)
@pytest.mark.parametrize("letters", ["a", "A ", "- ", "baca ", "(A/", "kompas.com "])
def test_rules_read_hostile_lines_in_linear_time(outlet: Outlet, rule: Rule, letters: str) -> None:
    rule.matches(letters * (400 // len(letters)))  # as long as a line that is looked at; a slow rule would hang here
