"""The gazetteer: codes over time, names and aliases, names in running text."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.regions import Gazetteer, Region
from corpus.regions.gazetteer import read_table

GAZETTEER = Gazetteer.load()
REGIONS = list(GAZETTEER)
PLAIN = [region for region in REGIONS if region.level != "national" and region.valid_from is None]
ALIASES = read_table("aliases.csv")


def codes(name: str) -> list[str]:
    return [region.code for region in GAZETTEER.lookup(name)]


def found(text: str) -> list[str]:
    return [text[match.start : match.end] for match in GAZETTEER.find(text)]


# --- the table ---


def test_counts_of_2021_are_those_of_the_decree() -> None:
    held = Counter(region.level for region in REGIONS if region.holds_on(date(2021, 7, 1)))
    assert held == {"national": 1, "province": 34, "regency": 416, "city": 98}


def test_counts_of_2023_have_four_more_provinces() -> None:
    held = Counter(region.level for region in REGIONS if region.holds_on(date(2023, 7, 1)))
    assert held == {"national": 1, "province": 38, "regency": 416, "city": 98}


@pytest.mark.parametrize(
    ("code", "day", "code_then", "province"),
    [
        ("53.71", date(2020, 9, 28), "53.71", "Nusa Tenggara Timur"),
        ("91.01", date(2022, 7, 24), "91.01", "Papua"),
        ("91.01", date(2022, 7, 25), "93.01", "Papua Selatan"),
        ("93.01", date(2020, 3, 20), "91.01", "Papua"),
        ("91.09", date(2023, 1, 1), "94.04", "Papua Tengah"),
        ("91.02", date(2023, 1, 1), "95.01", "Papua Pegunungan"),
        ("92.71", date(2022, 12, 7), "92.71", "Papua Barat"),
        ("92.71", date(2022, 12, 8), "96.71", "Papua Barat Daya"),
        ("91.71", date(2025, 1, 1), "91.71", "Papua"),
    ],
)
def test_a_region_on_a_day(code: str, day: date, code_then: str, province: str) -> None:
    region = GAZETTEER.region(code, on=day)
    assert region.code == code_then
    home = GAZETTEER.province_of(region, on=day)
    assert home is not None
    assert home.name == province


def test_the_same_place_keeps_its_name_and_bps_code_through_the_split() -> None:
    old, new = GAZETTEER.region("92.05"), GAZETTEER.region("96.03")
    assert (old.name, old.bps_code, old.successor) == (new.name, new.bps_code, new.code)
    assert (old.iso_3166_2, new.iso_3166_2) == ("ID-PB", "ID-PD")


@pytest.mark.parametrize("code", ["99", "00.01", "", "bogor"])
def test_unknown_codes_raise(code: str) -> None:
    with pytest.raises(KeyError):
        GAZETTEER.region(code)


def test_a_province_before_its_law_raises() -> None:
    with pytest.raises(KeyError, match="96 did not exist on 2022-12-07"):
        GAZETTEER.region("96", on=date(2022, 12, 7))


def test_the_nation_has_no_province() -> None:
    nation = GAZETTEER.region("00")
    assert (nation.name, nation.level, GAZETTEER.province_of(nation)) == ("Indonesia", "national", None)


@given(st.sampled_from(PLAIN), st.dates(date(2019, 1, 1), date(2026, 12, 31)))
def test_every_region_of_2020_has_one_code_and_province_every_day(region: Region, day: date) -> None:
    then = GAZETTEER.region(region.code, on=day)
    assert then.holds_on(day)
    province = GAZETTEER.province_of(then, on=day)
    assert province is not None
    assert province.code == then.code[:2]
    assert GAZETTEER.region(then.code, on=day) is then


def test_periods_meet_without_gap_or_overlap() -> None:
    moved = [region for region in REGIONS if region.successor]
    for region in moved:
        assert region.valid_to is not None
        assert region.successor is not None
        assert GAZETTEER.region(region.successor).valid_from == region.valid_to + timedelta(days=1)


# --- looking a name up ---


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Kupang", ["53.71", "53.01"]),
        ("Kota Kupang", ["53.71"]),
        ("kabupaten kupang", ["53.01"]),
        ("Kab Kupang", ["53.01"]),
        ("KAB. KUPANG", ["53.01"]),
        ("Provinsi Jambi", ["15"]),
        ("Jambi", ["15", "15.71"]),
        ("Kota Administrasi Jakarta Selatan", ["31.74"]),
        ("Jaksel", ["31.74"]),
        ("Tangsel", ["36.74"]),
        ("Malra", ["81.02"]),
        ("Toba Samosir", ["12.12"]),
        ("Kota Pangkalpinang", ["19.71"]),
        ("Pangkal  Pinang", ["19.71"]),
        ("Kulonprogo", ["34.01"]),
        ("Kulon-Progo", ["34.01"]),
        ("Limapuluh Kota", ["13.07"]),
        ("Palangka Raya", ["62.71"]),
        ("Solo", ["33.72"]),
        ("DIY", ["34"]),
        ("D.I. Yogyakarta", ["34"]),
        ("Daerah Istimewa Yogyakarta", ["34"]),
        ("Sumatra Utara", ["12"]),
        ("Babel", ["19"]),
        ("Kep. Riau", ["21"]),
        ("Maluku Tenggara Barat", ["81.03"]),
        ("Mamuju Utara", ["76.01"]),
        ("Mura", ["16.05", "62.12"]),
        ("Kota Hujan", ["32.71"]),
        ("Kabupaten Kota Baru", ["63.02"]),
        ("Atambua", ["53.04"]),
        ("Merauke", ["91.01"]),
        ("Wakanda", []),
        ("Kota Jawa Barat", []),
        ("Jawa-Bali", []),
        ("", []),
    ],
)
def test_lookup(name: str, expected: list[str]) -> None:
    assert codes(name) == expected


def test_lookup_on_a_day() -> None:
    assert [region.code for region in GAZETTEER.lookup("Merauke", on=date(2024, 1, 1))] == ["93.01"]
    assert GAZETTEER.lookup("Papua Selatan", on=date(2021, 1, 1)) == []


@given(st.sampled_from(PLAIN), st.sampled_from([str.upper, str.lower, str.title, str.swapcase]))
def test_every_official_name_finds_its_region_in_any_case(region: Region, case: object) -> None:
    assert callable(case)
    assert region.code in codes(case(region.name))
    assert region.code in codes(case(region.short_name))


def test_every_alias_finds_exactly_its_regions() -> None:
    assert {row["alias"]: codes(row["alias"]) for row in ALIASES} == {
        row["alias"]: row["codes"].split() for row in ALIASES
    }


def test_the_alias_table_is_sound() -> None:
    assert len(ALIASES) >= 300
    assert {row["kind"] for row in ALIASES} == {
        "official", "abbreviation", "spelling", "former", "capital", "nickname",
    }  # fmt: skip
    assert {row["needs"] for row in ALIASES} == {"", "place", "office"}
    names = [row["alias"].lower() for row in ALIASES]
    assert [name for name, count in Counter(names).items() if count > 1] == []


# --- names in a text ---


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("dari Tangerang ke Tangerang Selatan", ["Tangerang", "Tangerang Selatan"]),
        ("Bandung Barat dan Bandung", ["Bandung Barat", "Bandung"]),
        ("Maluku Tenggara Barat, Maluku Tenggara, Maluku", ["Maluku Tenggara Barat", "Maluku Tenggara", "Maluku"]),
        ("Banda Aceh bukan Aceh Besar", ["Banda Aceh", "Aceh Besar"]),
        ("KABUPATEN BELU, KOTA BATU", ["BELU", "BATU"]),
        ("Sumatera\nBarat", ["Sumatera\nBarat"]),
        ("Sumatera \n Barat", ["Sumatera \n Barat"]),
        ("di Sumatera\n\nBarat", []),
        ("Tangerang    Selatan", ["Tangerang    Selatan"]),
        ("Kulon-Progo dan Bau-Bau", ["Kulon-Progo", "Bau-Bau"]),
        ("Solo-Jogja", ["Solo", "Jogja"]),
        ("kata dia.Bogor", ["Bogor"]),
        ("(NTT),Bali", ["NTT", "Bali"]),
        ("mereka menyerang Serangan umum", []),
        ("Balikan Pandeglangan Kupangan", []),
        ("ekspor oki dan pali", []),
        ("Kabupaten OKI dan PALI", ["OKI", "PALI"]),
        ("rapat di Yogyakarta", ["Yogyakarta"]),
        ("Pemda DI Yogyakarta", ["DI Yogyakarta"]),
        ("PPKM Jawa-Bali, Jawa dan Bali", []),
        ("Bali United menjamu Borneo FC", []),
        ("Wali Kota Bima Arya", []),
        ("dari Sabang sampai Merauke", []),
        ("baca di jabar.antaranews.com atau www.bogor.go.id", []),
        ("akun @bogor dan pos_bali", []),
        ("tagar #Bogor", ["Bogor"]),
        ("", []),
    ],
)
def test_find(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_small_letters_are_marked() -> None:
    assert [match.cased for match in GAZETTEER.find("warga batu, warga Batu")] == [False, True]


def test_a_letter_that_grows_in_small_letters_shifts_nothing() -> None:
    assert found("İİİ Bogor İ Kulon  Progo") == ["Bogor", "Kulon  Progo"]


def test_moved_regions_are_given_once_under_the_older_code() -> None:
    assert [match.codes for match in GAZETTEER.find("Nabire")] == [("91.04",)]


@given(
    st.sampled_from(PLAIN),
    st.text(alphabet="xyz ,.\n(", max_size=12).map(lambda padding: padding + " "),
    st.sampled_from([" ", "  ", "\n", " \n"]),
)
def test_every_name_is_found_at_its_place(region: Region, padding: str, gap: str) -> None:
    printed = region.short_name.replace(" ", gap)
    text = f"{padding}{printed}, kata"
    spans = [(match.start, match.end, match.codes) for match in GAZETTEER.find(text)]
    assert [span[:2] for span in spans] == [(len(padding), len(padding) + len(printed))]
    assert region.code in spans[0][2]


@given(st.text(max_size=200))
def test_matches_lie_in_order_inside_any_text(text: str) -> None:
    end = 0
    for match in GAZETTEER.find(text):
        assert end <= match.start < match.end <= len(text)
        end = match.end
