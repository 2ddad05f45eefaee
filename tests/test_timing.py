"""Which date is which: short articles, their day of publication and the dates expected of the decision."""

from __future__ import annotations

from datetime import date

import pytest

from extract.action import Action
from extract.dates import find_dates
from extract.document import Text
from extract.scope import scope
from extract.timing import Timing, find_timing

MONDAY = date(2021, 7, 5)


def timing_of(text: str, action: Action = "impose", published: date | None = MONDAY) -> Timing:
    sentences = scope(Text(text), published.year if published else None)
    timing = find_timing(sentences, find_dates(text, published), action, published)
    for span in (timing.start, timing.end, timing.announced, timing.end_kind):
        assert span is None or text[span.start : span.end] == span.text
    return timing


def said(timing: Timing) -> tuple[str, str, str, str]:
    """First day, last day, kind of end and day of the statement, "-" where there is none."""
    start, end, announced = (
        span.value.isoformat() if span else "-" for span in (timing.start, timing.end, timing.announced)
    )
    return start, end, timing.end_kind.value if timing.end_kind else "-", announced


# fmt: off
# Published on Monday, 5 July 2021
ARTICLES: list[tuple[str, str]] = [
    # --- first day
    ("Pemkot menerapkan WFH mulai 7 Juli 2021.", "2021-07-07 - - -"),
    ("ASN bekerja dari rumah mulai Selasa (6/7/2021).", "2021-07-06 - - -"),
    ("ASN bekerja dari rumah mulai Selasa (6/7).", "2021-07-06 - - -"),
    ("WFH berlaku efektif 8 Juli 2021.", "2021-07-08 - - -"),
    ("WFH bagi pegawai berlaku terhitung sejak 1 Juli 2021.", "2021-07-01 - - -"),
    ("ASN bekerja dari rumah mulai besok.", "2021-07-06 - - -"),
    ("ASN bekerja dari rumah mulai hari ini.", "2021-07-05 - - -"),
    ("ASN bekerja dari rumah mulai Rabu.", "2021-07-07 - - -"),
    ("Pemkot menerapkan WFH. Aturan itu berlaku mulai 9 Juli 2021.", "2021-07-09 - - -"),
    ("Per hari ini 25 persen WFO, yang 75 persen WFH.", "2021-07-05 - - -"),
    ("ASN WFH sampai keadaan normal. Kita mulai kemarin.", "2021-07-04 - event -"),
    ("WFH menurut Rizal lamanya dua minggu. WFH mulai 6 Juli 2021.", "2021-07-06 2021-07-19 duration -"),
    # a day that a speaker only names is no day of a statement, nor one on which letters went out
    ('ASN WFH setiap Jumat. "Jumat lebih aman," kata Nur.', "- - - -"),
    ("ASN WFH. Surat itu sudah dibagikan Sabtu lalu, kata Nur.", "- - - -"),
    # --- first and last day
    ("WFH berlaku mulai 6 Juli hingga 20 Juli 2021.", "2021-07-06 2021-07-20 date -"),
    ("WFH berlaku 6-20 Juli 2021.", "2021-07-06 2021-07-20 date -"),
    ("ASN bekerja dari rumah sejak 3 Juli sampai dengan 20 Juli 2021.", "2021-07-03 2021-07-20 date -"),
    ("WFH berlaku dari Senin (5/7) hingga Jumat (9/7).", "2021-07-05 2021-07-09 date -"),
    ("ASN bekerja dari rumah pada 28 Desember 2021 hingga 3 Januari 2022.", "2021-12-28 2022-01-03 date -"),
    # --- days that are a turn, lengths told alone
    ("WFH mulai 7 Juli sampai 9 Juli 2021. Yang hari ini masuk, besok dia kerja dari rumah.",
     "2021-07-07 2021-07-09 date -"),
    ('ASN WFH mulai hari ini. "Edaran sudah ada. Selama 14 hari dulu," katanya.', "2021-07-05 2021-07-18 duration -"),
    ("Mulai hari ini sepertiga pegawai WFO pada satu hari.", "2021-07-05 - - -"),
    ("WFH ASN dari satu hari menjadi dua hari sepekan mulai 7 Juli 2021.", "2021-07-07 - - -"),
    # --- a first carrying out, a rule of one day, a pembatasan that begins
    ("ASN WFH setiap Jumat. Pelaksanaan pertamanya Jumat 9 Juli 2021.", "2021-07-09 - - -"),
    ("Pemkab menetapkan Kamis, 8 Juli 2021, sebagai hari kerja dari rumah bagi ASN.", "2021-07-08 2021-07-08 date -"),
    ("Pemkab menetapkan Kamis sebagai hari kerja dari rumah bagi ASN.", "- - - -"),
    ("Pemkab mulai memberlakukan WFH bagi ASN berskala mikro, Selasa (6/7/2021).", "2021-07-06 - - -"),
    # --- a length told in a sentence of its own
    ("ASN bekerja dari rumah mulai Rabu, 7 Juli 2021. Masa berlakunya dua pekan.", "2021-07-07 2021-07-20 duration -"),
    # --- ends that are no day
    ("ASN WFH mulai 7 Juli 2021 sampai ISPU di kota itu kembali ke kategori sedang.", "2021-07-07 - event -"),
    ("ASN WFH mulai 7 Juli 2021 hingga ISPU turun di bawah 100.", "2021-07-07 - event -"),
    ('ASN WFH mulai 7 Juli 2021. "Ini sampai pasokan BBM kembali normal," kata bupati.', "2021-07-07 - event -"),
    ("ASN WFH mulai 7 Juli 2021. Pemkab akan mengevaluasi kebijakan ini saban triwulan.", "2021-07-07 - open -"),
    # --- weekdays in a row are a timetable
    ("Pegawai masuk kantor tiga hari, yaitu Selasa, Rabu, dan Kamis, lainnya WFH mulai 7 Juli 2021.",
     "2021-07-07 - - -"),
    ("Skema WFA tiga hari di kantor dan dua hari di luar kantor dimulai Rabu, 7 Juli 2021.", "2021-07-07 - - -"),
    ("WFH ASN masih disiapkan. Mulainya kemungkinan 7 Juli 2021.", "2021-07-07 - - -"),
    ("Toman mengatakan WFH dan apel Jumat ditiadakan.", "- - - -"),
    # --- the term before, on whose last day the new one follows
    ("WFH ASN diperpanjang lagi. Tahap kedua berlaku 21 Juni sampai 5 Juli 2021. Kini WFH berlaku 6-19 Juli 2021.",
     "2021-07-06 2021-07-19 date -"),
    # --- last day alone
    ("Pemkot menerapkan WFH hingga 20 Juli 2021.", "- 2021-07-20 date -"),
    ("WFH bagi ASN diberlakukan sampai 31 Juli 2021.", "- 2021-07-31 date -"),
    # --- lengths of time: the first day counts
    ("WFH berlaku selama 14 hari mulai 6 Juli 2021.", "2021-07-06 2021-07-19 duration -"),
    ("WFH berlaku mulai Selasa (6/7/2021) hingga satu pekan ke depan.", "2021-07-06 2021-07-12 duration -"),
    ("ASN bekerja dari rumah mulai 7 Juli 2021 selama dua pekan.", "2021-07-07 2021-07-20 duration -"),
    # a sentence away, where it is said of the rule at home
    ("Mulai Selasa (6/7/2021) hanya seperempat pegawai yang boleh bekerja di kantor. Bupati menyetujuinya.\n"
     "Satgas ikut. Alasannya satu.\nWFH kita naikkan, selama 14 hari.", "2021-07-06 2021-07-19 duration -"),
    ("Kantor Dinas Sosial dikunci mulai Senin (5/7/2021). Semua dites. Lima hari kerja ditutup dan pegawainya WFH.",
     "2021-07-05 2021-07-09 duration -"),
    # a printed last day beats a printed length
    ("WFH berlaku selama dua pekan, mulai 6 Juli hingga 19 Juli 2021.", "2021-07-06 2021-07-19 date -"),
    # --- open ends and events
    ("WFH berlaku mulai 6 Juli 2021 sampai batas waktu yang belum ditentukan.", "2021-07-06 - open -"),
    ("ASN WFH mulai 6 Juli 2021. Kebijakan ini akan dievaluasi.", "2021-07-06 - open -"),
    ("WFH berlaku selama PPKM darurat.", "- - event -"),
    ("Pemprov mengizinkan ASN bekerja dari rumah (WFH) selama Ramadan.", "- - event -"),
    ("ASN boleh WFH mulai 6 Juli 2021. Sampai asapnya reda saja, pegawai diminta sabar.", "2021-07-06 - event -"),
    ("ASN WFH mulai 6 Juli 2021.\nPorsi itu dipakai sepanjang Kota Palu berada di level 4.", "2021-07-06 - event -"),
    ("ASN boleh WFH. Belum jelas sampai kapan asap bertahan.", "- - - -"),
    ("ASN WFH mulai 6 Juli 2021.\nLevel tiap daerah ditinjau pusat.", "2021-07-06 - - -"),
    # --- months
    ("ASN bekerja dari rumah setiap Kamis mulai Agustus 2021.", "2021-08-01 - - -"),
    ("Pemprov menjalankan uji coba WFH selama Agustus.", "2021-08-01 2021-08-31 date -"),
    ("WFH yang dijalani selama Mei diteruskan.", "- - - -"),
    ("ASN WFH. Kasus menanjak sejak Juni.", "- - - -"),
    ("ASN bekerja dari rumah. Kita berlakukan sampai akhir bulan ini dulu.", "- 2021-07-31 date -"),
    ("Pemkot menggodok WFH. Kepegawaian diberi waktu sampai akhir bulan untuk merampungkan aturannya.", "- - - -"),
    # --- told in a sentence of their own, by words that only a rule has
    ("ASN bekerja dari rumah.\nPola itu mulai dipakai Selasa (6/7/2021).", "2021-07-06 - - -"),
    ("ASN bekerja dari rumah.\nMulainya Rabu (7/7) dan selesai 20 Juli 2021.", "2021-07-07 2021-07-20 date -"),
    ("ASN bekerja dari rumah.\nSaya sambung sampai 25 Juli.", "- 2021-07-25 date -"),
    ("ASN bekerja dari rumah. Batas barunya 25 Juli 2021.", "- 2021-07-25 date -"),
    ("WFH berlaku mulai 6 Juli 2021 dan selesai bersamaan dengan PSBB pada 20 Juli 2021.",
     "2021-07-06 2021-07-20 date -"),
    ("Pemberlakuan WFH mulai diterapkan pada Kamis (1/7) lalu.", "2021-07-01 - - -"),
    ("ASN yang WFH akan mulai bekerja di kantor pada Kamis (8/7/2021).", "2021-07-08 - - -"),
    ("WFH bagi ASN berlaku sejak 1 Juli 2021 lalu, hingga 14 hari ke depan.", "2021-07-01 2021-07-14 duration -"),
    ("Per hari ini WFH bagi ASN masih berlaku hingga 9 Juli 2021.", "- 2021-07-09 date -"),
    ("Dalam edaran yang diterbitkan pada 2 Juli 2021, ASN diminta WFH.", "- - - -"),
    # --- a timetable of every week has no first day
    ("WFH berlaku setiap Kamis. Ada pula pilihan WFH pada hari Jumat.", "- - - -"),
    ('WFH berlaku setiap Kamis. "Layanan tidak ikut WFH Kamis," kata sekda, Minggu (4/7/2021).', "- - - 2021-07-04"),
    ("Dalam aturan WFH, jam kerja adalah pukul 08.00-15.00 pada Senin sampai Kamis.", "- - - -"),
    ("WFH berlaku mulai tanggal 1 Ramadan 1447 H.", "- - - -"),
    # --- the day of the statement
    ('"ASN kami minta WFH," kata wali kota, Minggu (4/7/2021).', "- - - 2021-07-04"),
    ('Pemkot menerapkan WFH mulai 7 Juli 2021. "Sudah diputuskan," ujar bupati, Senin (5/7/2021).',
     "2021-07-07 - - 2021-07-05"),
    ("Bupati mengumumkan WFH bagi ASN pada Sabtu (3/7/2021).", "- - - 2021-07-03"),
    # --- dates of something else
    ("ASN bekerja dari rumah mulai 6 Juli 2021.\nSekolah libur mulai 12 Juli 2021 hingga 17 Juli 2021.",
     "2021-07-06 - - -"),
    ("WFH berlaku mulai 6 Juli 2021. Sebelumnya, WFH diterapkan sejak 1 Maret 2021 hingga 31 Mei 2021.",
     "2021-07-06 - - -"),
    ("WFH yang semula berakhir 4 Juli 2021 diperpanjang hingga 20 Juli 2021.", "- 2021-07-20 date -"),
    ("WFH yang berlaku 21-30 Juni lalu diperpanjang hingga 20 Juli 2021.", "- 2021-07-20 date -"),
    ("Gedung pemkot hangus usai dibakar massa, Sabtu (3/7/2021). ASN WFH, kata bupati, Minggu (4/7/2021).",
     "- - - 2021-07-04"),
    ("Kantor pemkab sepi seperti hari Minggu. Pegawai WFH, kata bupati, Senin (5/7/2021).", "- - - 2021-07-05"),
    # a misprint that cannot be
    ("WFH berlaku mulai 6 Juli 2012.", "- - - -"),
    # --- nothing
    ("Pemkot menerapkan WFH bagi ASN.", "- - - -"),
    # --- a few words that go on with the sentence before
    (
        'Sekda membatasi pegawai di kantor 25 persen. "Mulai Kamis (8/7) sampai tanggal 20 Juli. Awas," kata dia.',
        "2021-07-08 2021-07-20 date -",
    ),
    (
        "Dinas Sosial tutup, pegawainya WFH. Lamanya tidak sama. Dinas Sosial 5 sampai 8 Juli.",
        "2021-07-05 2021-07-08 date -",
    ),
    ("Separuh ASN WFH.\n\nLomba perahu 5 sampai 8 Juli.", "- - - -"),
    ("Separuh ASN WFH.\n\nKami mengunjungi ketiganya 1 hingga 2 Juli.", "- - - -"),
    # --- a first day and an end that is no date
    ("Kelonggaran diberikan mulai Rabu (7/7) sampai masa tanggap darurat berakhir. ASN WFH.", "2021-07-07 - event -"),
    ("ASN WFH mulai Rabu (7/7) selama kabut asap masih pekat.", "2021-07-07 - event -"),
    # --- the first of the rota, of the weekdays, of the rule
    ("Separuh ASN WFH. Kelompok pertama bertugas di kantor Rabu (7/7).", "2021-07-07 - - -"),
    ("ASN WFH tiap pekan. Kamis pertama jatuh pada 8 Juli.", "2021-07-08 - - -"),
    ("Hari pertama kerja dari rumah di Pemkab Gowa, Senin (5/7/2021), kantor lengang.", "2021-07-05 - - -"),
    ("Separuh ASN WFH. Skema anyar itu baru jalan Senin depan (12/7).", "2021-07-12 - - -"),
    ("Separuh ASN WFH mulai bulan depan.", "2021-08-01 - - -"),
    # --- the first day of something else
    ('Separuh ASN WFH. "Kami tambah waktunya terhitung 7 Juli," kata dia. Kota mulai Kamis (8/7) akan menerapkan PSBB '
     "bagi pegawai kantor.", "2021-07-07 - - -"),
    # --- a first day gone by, a list's labels, the time gone by is no length
    ("Sejak dua hari lalu 75 persen ASN WFH.", "2021-07-03 - - -"),
    ("ASN WFH 75 persen. Dimulai: 6 Juli 2021. Berakhir: 12 Juli 2021.", "2021-07-06 2021-07-12 date -"),
    ("Sudah dua hari, sejak Sabtu (3/7/2021), 75 persen ASN WFH.", "2021-07-03 - - -"),
    ("ASN WFH mulai Selasa (6/7) hingga penghujung bulan ini.", "2021-07-06 2021-07-31 date -"),
    ("ASN WFH mulai besok. Durasinya dua minggu.", "2021-07-06 2021-07-19 duration -"),
    # --- the day after which staff come back
    ("ASN WFH dan baru boleh ngantor lagi setelah 20 Juli 2021.", "- 2021-07-20 date -"),
    # --- a length told of the rule
    ("ASN WFH mulai 6 Juli 2021. Uji coba dilakukan selama dua bulan.", "2021-07-06 2021-09-05 duration -"),
    # --- the first time at home, an edaran under way, the rule of the day
    ("WFH perdana digelar Jumat, 9 Juli 2021.", "2021-07-09 - - -"),
    ("Kerja dari rumah perdana dijalani ASN. Kerja dari rumah pertama dilaksanakan Kamis (8/7).", "2021-07-08 - - -"),
    ("ASN WFH. Edaran bupati sudah jalan per hari ini.", "2021-07-05 - - -"),
    ("ASN WFH. Edaran bupati mulai berlaku per hari ini.", "2021-07-05 - - -"),
    ("Hari ini pembatasan kegiatan (PPKM) resmi diterapkan bagi ASN yang WFH.", "2021-07-05 - - -"),
    ("Hari ini Pemberlakuan Pembatasan Kegiatan Masyarakat (PPKM) resmi diterapkan, 75 persen ASN WFH.",
     "2021-07-05 - - -"),
    ("Besok kebijakan WFH bagi ASN mulai diberlakukan.", "2021-07-06 - - -"),
    # --- the first day at home told beside "mulai"; a weekday gone by; words for putting in use
    ("ASN mulai bekerja dari rumah esok hari, Selasa (6/7).", "2021-07-06 - - -"),
    ("Seluruh ASN mulai WFH Rabu (7/7).", "2021-07-07 - - -"),
    ('"Hari ini kita mulai WFH ASN," kata Bupati, Senin (5/7/2021).', "2021-07-05 - - 2021-07-05"),
    ("Rabu (7/7) seluruh ASN mulai bekerja dari rumah.", "2021-07-07 - - -"),
    ("Kantor ditutup dan ASN WFH sejak Jumat pekan lalu.", "2021-07-02 - - -"),
    ("ASN WFH 50 persen sejak Kamis lalu.", "2021-07-01 - - -"),
    ("Aturan WFH bagi ASN mulai dipraktikkan Rabu (7/7).", "2021-07-07 - - -"),
    ("WFH bagi ASN dimulai serentak Rabu (7/7).", "2021-07-07 - - -"),
    # --- open ends
    ("WFH ASN berlaku mulai besok dan tidak memiliki batas waktu.", "2021-07-06 - open -"),
    ("WFH ASN berlaku mulai besok dan belum punya batas akhir.", "2021-07-06 - open -"),
    # --- a time gone by is no length of the rule
    ("WFH ASN baru berjalan dua hari, sejak Sabtu (3/7).", "2021-07-03 - - -"),
    ("WFH ASN sudah diterapkan selama sepekan, sejak 28 Juni 2021.", "2021-06-28 - - -"),
    # --- what ran out yesterday is no first day
    ("WFH bagi ASN diperpanjang. Edaran lama habis masa berlakunya kemarin. Aturan baru berlaku dari hari ini sampai "
     "31 Juli 2021.", "2021-07-05 2021-07-31 date -"),
    # --- a month of review is no end; an event behind the first day is more than "bergantung kondisi"
    ("ASN WFH mulai 6 Juli 2021. Bulan September kami evaluasi.", "2021-07-06 - open -"),
    ("ASN WFH mulai 6 Juli 2021. Pekan depan akan ditinjau bersama OPD.", "2021-07-06 - open -"),
    ("ASN WFH mulai hari ini sampai banjir surut. Semuanya bergantung kondisi ASN.", "2021-07-05 - event -"),
    # --- no statement: a day to come, a day gone by beside the speaker's
    ('ASN WFH. "Doakan tanggal 5 nanti lancar," kata Sabri.', "- - - -"),
    ('ASN WFH. "Hasil rapat Kamis kemarin tetap," ujar Sekda, Jumat (2/7).', "- - - 2021-07-02"),
]
# fmt: on


@pytest.mark.parametrize(("text", "expected"), ARTICLES)
def test_timing(text: str, expected: str) -> None:
    assert " ".join(said(timing_of(text))) == expected


def test_a_refusal_has_only_the_day_of_the_statement() -> None:
    text = 'Pemkot tidak menerapkan WFH hingga 20 Juli 2021. "Tidak perlu," kata wali kota, Minggu (4/7/2021).'
    assert said(timing_of(text, "reject")) == ("-", "-", "-", "2021-07-04")


def test_the_end_has_a_first_day_back_and_no_last() -> None:
    text = "ASN kembali masuk kantor mulai 12 Juli 2021 setelah WFH hingga 9 Juli 2021."
    assert said(timing_of(text, "end"))[:3] == ("2021-07-12", "-", "-")


@pytest.mark.parametrize(
    "text",
    [
        "Masa WFH berakhir. ASN kembali masuk hari ini.",
        "WFH selesai. Pegawai kembali ngantor seperti biasa Senin (5/7).",
    ],
)
def test_the_day_back_at_the_office_ends_it(text: str) -> None:
    assert said(timing_of(text, "end"))[0] == "2021-07-05"


def test_an_extension_starts_with_itself() -> None:
    text = "WFH yang berjalan sejak 21 Juni 2021 diperpanjang mulai 6 Juli 2021 hingga 20 Juli 2021."
    assert said(timing_of(text, "extend"))[:2] == ("2021-07-06", "2021-07-20")


def test_what_ran_out_is_no_end_of_the_extension() -> None:
    text = "Masa WFH akan berakhir pada Selasa, 6 Juli 2021. Kini masa WFH diperpanjang hingga 20 Juli 2021."
    assert said(timing_of(text, "extend"))[:2] == ("-", "2021-07-20")


def test_the_year_comes_from_the_article() -> None:
    text = "WFH berlaku mulai 28 September."
    assert said(timing_of(text, published=date(2020, 9, 27)))[0] == "2020-09-28"
    assert said(timing_of(text, published=date(2023, 9, 27)))[0] == "2023-09-28"


def test_without_a_day_of_publication_only_printed_dates_count() -> None:
    assert said(timing_of("ASN WFH mulai besok.", published=None))[0] == "-"
    assert said(timing_of("ASN WFH mulai 6 Juli 2021.", published=None))[0] == "2021-07-06"


def test_the_words_of_each_date_are_given() -> None:
    timing = timing_of('WFH berlaku mulai 6 Juli 2021 hingga 20 Juli 2021. "Siap," kata bupati, Senin (5/7/2021).')
    assert timing.start is not None
    assert timing.end is not None
    assert timing.announced is not None
    assert "6 Juli" in timing.start.text
    assert "20 Juli" in timing.end.text
    assert "5/7/2021" in timing.announced.text


def test_past_sentences_give_no_dates() -> None:
    text = "WFH berlaku mulai 1 Juli 2021. WFH diatur lagi mulai 6 Juli 2021."
    sentences = scope(Text(text), 2021)
    timing = find_timing(sentences, find_dates(text, MONDAY), "impose", MONDAY, past={0})
    assert said(timing)[0] == "2021-07-06"


@pytest.mark.parametrize("piece", ["mulai 6 Juli ", "hingga hari ", "WFH mulai ", "kata 5/7 ", "selama "])
def test_long_hostile_text_ends(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    find_timing(scope(Text(text)), find_dates(text, MONDAY), "impose", MONDAY)
