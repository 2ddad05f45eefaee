"""Dates: marked sentences, tables of what is and is not a date, round trips, hostile text."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.dates import DateValue, end_after, find_dates
from extract.spans import Span

BASE = date(2021, 6, 23)  # a Wednesday
MONTHS = [
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
    "Desember",
]  # fmt: skip
WEEKDAYS = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]


def tell(span: Span[DateValue]) -> str:
    """A value in one short line: "day 2021-06-28", "range 2021-06-01..2021-06-14", "duration 14d", "open_review"."""
    value = span.value
    if value.kind in {"open", "event"}:
        return span.rule
    length = f" {value.days}{'w' if value.working_days else 'd'}" if value.days else ""
    length = f" {value.months}m" if value.months else length
    if value.kind == "duration":
        return f"duration{length}"
    dates = f"{value.start}" if value.start == value.end else f"{value.start}..{value.end}"
    return f"{value.kind} {dates}{length}{'' if value.plausible else ' ?'}"


def check(marked: str, expected: list[str], base: date | None) -> None:
    text = marked.replace("[", "").replace("]", "")
    found = find_dates(text, base)
    assert [span.text for span in found] == re.findall(r"\[([^\]]+)\]", marked)
    assert [tell(span) for span in found] == expected
    assert all(text[span.start : span.end] == span.text for span in found)


# Sentences with every date in brackets, read with BASE, and what each says.
SENTENCES: list[tuple[str, list[str]]] = [
    # two days that follow each other, and two that do not
    ("WFH dilakukan [hari ini dan besok] saja.", ["range 2021-06-23..2021-06-24"]),
    ("WFH pada [Kamis dan Jumat (25/6)].", ["range 2021-06-24..2021-06-25"]),
    ("WFH pada [Kamis (24/6) dan Jumat (25/6)].", ["range 2021-06-24..2021-06-25"]),
    ("Rapat [Kamis (17/6)] dan [Jumat (25/6)].", ["day 2021-06-17", "day 2021-06-25"]),
    # a weekday told forward is the surer end
    ("Aturan efektif [Kamis besok sampai 8 Juli 2021].", ["range 2021-06-24..2021-07-08"]),
    # whole dates
    ("Surat itu diteken [28 September 2020] di Sorong.", ["day 2020-09-28"]),
    ("Edaran bertanggal [28/9/2020] masih dipakai.", ["day 2020-09-28"]),
    ("Diterbitkan [28-9-2020] oleh BKD.", ["day 2020-09-28"]),
    ("Diterbitkan [28.09.2020] oleh BKD.", ["day 2020-09-28"]),
    ("Data per [2020-09-28] dari dinas.", ["day 2020-09-28"]),
    ("Maumere, [12/7/21], ruang rapat.", ["day 2021-07-12"]),
    ("Kata dia, [Senin (28/6/2021)], di Palu.", ["day 2021-06-28"]),
    ("Kata dia, [Senin, 28 Juni 2021] di Palu.", ["day 2021-06-28"]),
    ("Rapat digelar [Rabu 28/07/2021] pagi.", ["day 2021-07-28"]),
    ("Rapat digelar [Senin 5 Juli 2021] pagi.", ["day 2021-07-05"]),
    ("Ditemui [Jum'at (25/6/2021)] siang.", ["day 2021-06-25"]),
    ("Ditemui [Ahad (20/6/2021)] siang.", ["day 2021-06-20"]),
    ("Hal itu berlaku [hari Kamis tanggal 1 Juli 2021] nanti.", ["day 2021-07-01"]),
    ("Unggahan [28 October 2025] itu ramai.", ["day 2025-10-28"]),
    ("Terbit [11 Agt 2020] dan [3 Sept. 2020].", ["day 2020-08-11", "day 2020-09-03"]),
    ("Terbit [2 Nopember 2020], [4 Pebruari 2021].", ["day 2020-11-02", "day 2021-02-04"]),
    ("[Juni 22, 2021] Redaksi", ["day 2021-06-22"]),
    ("PERATURAN ITU BERLAKU MULAI [5 JULI 2021] DI BITUNG", ["day 2021-07-05"]),
    ("Begitu kata dia.[Senin (28/6/2021)] rapat lagi.", ["day 2021-06-28"]),
    ("Berlaku [Senin\n(28/6/2021)] di Tual.", ["day 2021-06-28"]),
    ("Berlaku [28  Juni   2021] di Tual.", ["day 2021-06-28"]),
    ("Ditetapkan pada [5 Mei tahun 2021] di Langsa.", ["day 2021-05-05"]),
    ("Berlaku [Senin malam (21/6/2021)] di Tual.", ["day 2021-06-21"]),
    ("Layanan buka [Senin (21/6) 2021] setelah steril.", ["day 2021-06-21"]),
    # without a year
    ("Ujar Sekda, [Selasa (22/6)], di Ternate.", ["day 2021-06-22"]),
    ("Ujar Sekda, ([Kamis, 24/6]).", ["day 2021-06-24"]),
    ("Ujar Sekda, [Senin, (21/6)] di Ende.", ["day 2021-06-21"]),
    ("Kantor tutup sejak [24 Maret].", ["day 2021-03-24"]),
    ("Kantor tutup sejak [24 Desember].", ["day 2020-12-24"]),
    ("Kantor tutup sejak [28 Agustus] lalu.", ["day 2020-08-28"]),
    ("WFH sampai [25 Januari] mendatang.", ["day 2022-01-25"]),
    ("Surat terbit [tanggal 11 kemarin].", ["day 2021-06-11"]),
    ("Berlaku [tanggal 5 mendatang].", ["day 2021-07-05"]),
    ("Rapat tidak jadi, lalu dibuka lagi ([22/6]).", ["day 2021-06-22"]),
    ("Berlaku tanggal [5/7] bagi semua dinas.", ["day 2021-07-05"]),
    ("Berlaku hingga [15/7] bagi semua dinas.", ["day 2021-07-15"]),
    # day words beside a date: the date wins
    ("WFH dimulai [besok, Kamis (24/06/2021)].", ["day 2021-06-24"]),
    ("WFH dimulai [besok (Kamis, 24/6)].", ["day 2021-06-24"]),
    ("WFH dimulai [hari ini, Rabu (23/6/2021)].", ["day 2021-06-23"]),
    ("Masa kerja dari rumah berakhir [Kamis (24/6) esok].", ["day 2021-06-24"]),
    # misprints
    ("Surat tanggal [21 Juni 20021] itu.", ["day 2021-06-21"]),
    ("Surat tanggal [21/6/2201] itu.", ["day 2021-06-21"]),
    ("Ucap dia, [Selasa (12/11)].", ["day 2021-11-12 ?"]),
    ("Ucap dia, [Selasa (21/6/2021)].", ["day 2021-06-21"]),
    # ranges
    ("Terhitung [24 Maret sampai dengan 31 Maret 2020].", ["range 2020-03-24..2020-03-31"]),
    ("Mulai [22 Juni hingga 6 Juli 2021].", ["range 2021-06-22..2021-07-06"]),
    ("Pada [1-11 Februari 2021] kantor tutup.", ["range 2021-02-01..2021-02-11"]),
    ("Pada [4 - 7 September 2023] kantor tutup.", ["range 2023-09-04..2023-09-07"]),
    ("Pada [22-24/10/2020] kantor tutup.", ["range 2020-10-22..2020-10-24"]),
    ("Tutup [Kamis sampai Sabtu (22-24/10/2020)].", ["range 2020-10-22..2020-10-24"]),
    ("Tutup [Senin-Selasa (21-22/6)] lalu.", ["range 2021-06-21..2021-06-22"]),
    ("Dari [Selasa (22/6) sampai Selasa (29/6/2021)].", ["range 2021-06-22..2021-06-29"]),
    ("Mulai [Jumat (18/2/2022) sampai dengan Minggu (20/2/2022)].", ["range 2022-02-18..2022-02-20"]),
    ("PPKM [11 s.d. 25 Januari 2021] diikuti.", ["range 2021-01-11..2021-01-25"]),
    ("PPKM [11 s/d 25 Januari 2021] diikuti.", ["range 2021-01-11..2021-01-25"]),
    ("PPKM [11 Januari-8 Februari 2021] diikuti.", ["range 2021-01-11..2021-02-08"]),
    ("Libur [28 Desember - 3 Januari 2021] usai.", ["range 2020-12-28..2021-01-03"]),
    ("Libur [28 Desember 2020 - 3 Januari] usai.", ["range 2020-12-28..2021-01-03"]),
    ("Berlaku [28/6 - 5/7/2021] di Kupang.", ["range 2021-06-28..2021-07-05"]),
    ("Berlaku [Senin 5 Juli sampai 20 Juli 2021].", ["range 2021-07-05..2021-07-20"]),
    ("WFH dimulai [1 Juni 2021 dan selesai 14 Juni 2021].", ["range 2021-06-01..2021-06-14"]),
    ("Sejak [Senin 18 Januari dan berakhir 29 Januari].", ["range 2021-01-18..2021-01-29"]),
    ("Berlaku tanggal [1 hingga 14 Agustus].", ["range 2021-08-01..2021-08-14"]),
    ("Berlaku [tanggal 24 hingga 30] bagi staf.", ["range 2021-06-24..2021-06-30"]),
    ("Dari tanggal [19 Oktober 2020 sampai tanggal 19 Januari 2021].", ["range 2020-10-19..2021-01-19"]),
    ("Pegawai dirumahkan [17 dan 18 Juni 2021].", ["range 2021-06-17..2021-06-18"]),
    ("Pegawai dirumahkan [28, 29, dan 30 Juni 2021].", ["range 2021-06-28..2021-06-30"]),
    ("Ditutup mulai [Senin hingga Jumat pekan ini].", ["range 2021-06-21..2021-06-25"]),
    ("Mulai [hari ini hingga 8 Juli 2021] kantor sepi.", ["range 2021-06-23..2021-07-08"]),
    ("Mulai [besok (Kamis, 24/6) hingga 8 Juli 2021].", ["range 2021-06-24..2021-07-08"]),
    ("Uji coba pada [November-Desember 2020] berhasil.", ["range 2020-11-01..2020-12-31"]),
    ("Mulai [28 Juni sampai akhir Juli].", ["range 2021-06-28..2021-07-31"]),
    ("Kantor tutup mulai [Kamis hingga Senin (28/6)].", ["range 2021-06-24..2021-06-28"]),
    # a start and a length
    ("Mulai [Selasa (29/6/2021) hingga satu pekan ke depan].", ["range 2021-06-29..2021-07-05 7d"]),
    ("Mulai [1 Juli 2021 selama dua pekan].", ["range 2021-07-01..2021-07-14 14d"]),
    ("Mulai [hari ini sampai sepekan ke depan] silakan WFH.", ["range 2021-06-23..2021-06-29 7d"]),
    ("Selama [14 hari terhitung 16 Juni 2021] sekolah libur.", ["range 2021-06-16..2021-06-29 14d"]),
    ("Mulai [Senin (28/6) selama lima hari kerja].", ["range 2021-06-28..2021-07-02 5w"]),
    ("Selama [dua pekan], terhitung [22 Juni hingga 5 Juli 2021].", ["duration 14d", "range 2021-06-22..2021-07-05"]),
    # lengths
    ("Pegawai WFH selama [14 hari].", ["duration 14d"]),
    ("Pegawai WFH selama [14 (empat belas) hari].", ["duration 14d"]),
    ("Pegawai WFH selama [dua belas hari].", ["duration 12d"]),
    ("Pegawai WFH selama [dua pekan].", ["duration 14d"]),
    ("Pegawai WFH [seminggu ke depan].", ["duration 7d"]),
    ("Pegawai WFH selama [sebulan].", ["duration 1m"]),
    ("Aturan berlaku [dua bulan ke depan].", ["duration 2m"]),
    ("Kantor dikunci selama [lima hari kerja].", ["duration 5w"]),
    ("Semua kembali dalam [sepekan ke depan].", ["duration 7d"]),
    ("KANTOR BUPATI DITUTUP [TIGA HARI]", ["duration 3d"]),
    ("Pegawai WFH selama [3 x 24 jam].", ["duration 3d"]),
    ("Selama [sepekan] setelah Lebaran pegawai WFH.", ["duration 7d"]),
    # no end, or an event
    ("Berlaku [sampai batas waktu yang belum ditentukan].", ["open_undetermined"]),
    ("Berlaku [hingga batas waktu yang akan ditentukan kemudian].", ["open_undetermined"]),
    ("Berlaku [sampai waktu yang tidak ditentukan].", ["open_undetermined"]),
    ("Pegawai dirumahkan [tanpa batas waktu].", ["open_undetermined"]),
    ("Berlaku [hingga ada pemberitahuan lebih lanjut].", ["open_notice"]),
    ("Aturan ini [akan dievaluasi kembali] bila kasus turun.", ["open_review"]),
    ("[Setiap pekan dievaluasi], kata dia.", ["open_review"]),
    ("[Nanti kita evaluasi lagi] hasilnya.", ["open_review"]),
    ("Berlaku [sambil melihat perkembangan situasi] di Poso.", ["open_development"]),
    ("Berlaku [sampai kondisi benar-benar kondusif].", ["event_calm"]),
    ("Lamanya [tergantung situasi] di lapangan.", ["open_condition"]),
    ("Bupati [belum tahu sampai kapan].", ["open_unknown"]),
    ("Berlaku [sampai Covid-19 mereda] di Papua.", ["event_calm"]),
    ("Nanti [akan dilakukan evaluasi] oleh BKD.", ["open_review"]),
    ("Keputusan berlaku [sampai dicabut].", ["open_notice"]),
    ("[Sampai kapan? Bupati belum bisa memastikan].", ["open_unknown"]),
    ("Berlaku [sampai ada perubahan lebih lanjut].", ["open_notice"]),
    ("Berlaku [hingga ada aturan baru] dari pusat.", ["open_notice"]),
    ("Lamanya [menunggu rekomendasi satgas] kabupaten.", ["open_notice"]),
    ("Soal batasnya [akan kita lihat perkembangannya].", ["open_development"]),
    ("Pola itu [akan dikaji lagi] sesudah Lebaran.", ["open_review"]),
    ("Pola itu [dilihat hasilnya tiap bulan].", ["open_review"]),
    ("Pegawai di rumah [sampai banjir benar-benar surut].", ["event_force"]),
    ("Pegawai di rumah [hingga kabut asap hilang].", ["event_force"]),
    ("Pegawai di rumah [sampai kota ini keluar dari zona merah].", ["event_standing"]),
    ("Pegawai di rumah [hingga status turun ke level 2].", ["event_standing"]),
    ("Apel ditiadakan [sampai Ternate kembali ke zona kuning].", ["event_standing"]),
    ("Semua itu berlaku [selama Ambon menyandang level 3].", ["event_while"]),
    ("Pegawai di rumah [selama kota ini masih berada di zona merah].", ["event_while"]),
    ("Pegawai di rumah [sampai perbaikan atap gedung rampung].", ["event_work"]),
    ("Pegawai di rumah [hingga hasil tes usap keluar].", ["event_work"]),
    ("[Masa berlakunya mengikuti keputusan pusat mengenai PPKM].", ["event_follows"]),
    ("Pegawai WFH [hingga PPKM di kabupaten itu dicabut].", ["event"]),
    ("Pegawai WFH [selama PPKM darurat] di Bali.", ["event"]),
    ("Pegawai WFH [hingga PPKM berakhir].", ["event"]),
    ("Ini [selama perpanjangan PPKM] saja.", ["event"]),
    ("Ini [selama masa PSBB] saja.", ["event"]),
    ("Pegawai WFH [sampai pandemi berakhir].", ["event"]),
    ("Berlaku [sampai dengan berakhirnya masa tanggap darurat].", ["event"]),
    # placed from the day of publication
    ("Berlaku [hari ini], bukan [besok].", ["relative 2021-06-23", "relative 2021-06-24"]),
    ("Baru [lusa] kantor dibuka.", ["relative 2021-06-25"]),
    ("Rapat [kemarin] batal.", ["relative 2021-06-22"]),
    ("Mulai [pekan depan] kantor sepi.", ["relative 2021-06-28..2021-07-04"]),
    ("Sejak [bulan lalu] kantor sepi.", ["relative 2021-05-01..2021-05-31"]),
    ("Ramai pada [akhir pekan lalu].", ["relative 2021-06-19..2021-06-20"]),
    ("Masuk lagi [Senin pekan depan].", ["weekday 2021-06-28"]),
    ("Mulai [Senin depan (28/6)] pegawai WFH.", ["day 2021-06-28"]),
    ("Turun dibanding [Jumat pekan lalu].", ["weekday 2021-06-18"]),
    ("Hingga [akhir Mei] kantor tutup.", ["month 2021-05-01..2021-05-31"]),
    ("Hingga [pertengahan bulan Januari tahun 2022].", ["month 2022-01-01..2022-01-31"]),
    ("Hingga [akhir bulan Juli] mendatang.", ["month 2021-07-01..2021-07-31"]),
    ("Hingga [akhir bulan ini] kantor tutup.", ["relative 2021-06-01..2021-06-30"]),
    ("Sebanyak 40 pegawai sejak [5 Juli] 2500 orang.", ["day 2021-07-05"]),
    ("Kata Wali Kota di Tarakan, [Senin].", ["weekday 2021-06-21"]),
    ("Pegawai WFH mulai [Senin].", ["weekday 2021-06-28"]),
    ("Kantor ditutup hingga [Jumat].", ["weekday 2021-06-25"]),
    ("Aturan telah berlaku mulai [Senin].", ["weekday 2021-06-21"]),
    ("Hingga [Senin] malam tercatat 40 pasien.", ["weekday 2021-06-21"]),
    ("Kantor buka lagi pada [Senin mendatang].", ["weekday 2021-06-28"]),
    ("Libur tiap pekan kecuali [hari Minggu].", ["weekday 2021-06-20"]),
    ("Rapat [Selasa (22/6)]. Pada [hari yang sama] edaran terbit.", ["day 2021-06-22", "relative 2021-06-22"]),
    # counted from another day
    ("Surat itu diteken [tiga hari lalu].", ["relative 2021-06-20"]),
    ("Surat itu diteken [sehari yang lalu].", ["relative 2021-06-22"]),
    ("Kata dia, [Senin (21/6)]. Surat diteken [sehari sebelumnya].", ["day 2021-06-21", "relative 2021-06-20"]),
    ("Terbit [Jumat (18/6)] dan jalan [dua hari setelah itu].", ["day 2021-06-18", "relative 2021-06-20"]),
    ("Terbit [Jumat (18/6)], berlaku [keesokan harinya].", ["day 2021-06-18", "relative 2021-06-19"]),
    ("[Sehari sebelumnya], [22 Juni 2021], surat diteken.", ["relative 2021-06-22", "day 2021-06-22"]),
    ("Pegawai WFH [Selasa dan Rabu, 15 dan 16 Juni 2021].", ["range 2021-06-15..2021-06-16"]),
    # the morning paper's gloss
    ("Mulai [hari ini (kemarin)] kantor sepi.", ["relative 2021-06-22"]),
    # slips of the keyboard
    ("WFH pada [3 hingga20 Juli 2021].", ["range 2021-07-03..2021-07-20"]),
    ("WFH dari tanggal [5 hinggal 16 Juli 2021].", ["range 2021-07-05..2021-07-16"]),
    # days that are no range
    ("Pegawai masuk pada [28] dan [30 Juni 2021] saja.", ["day 2021-06-28", "day 2021-06-30"]),
    ("Piket jatuh pada [25], [28], dan [30 Juni].", ["day 2021-06-25", "day 2021-06-28", "day 2021-06-30"]),
    ("Libur antara [2 dan 5 Juli 2021] saja.", ["range 2021-07-02..2021-07-05"]),
    # the day that a quote counts from is that of its speaker
    ('"Mulai [besok]," kata dia, [Senin (21/6)].', ["relative 2021-06-22", "day 2021-06-21"]),
    ('"Mulai [hari ini]. Jangan keluar," ujar Ali, [Selasa (22/6/2021)].', ["relative 2021-06-22", "day 2021-06-22"]),
    ("Mulai [besok], kata dia, [Senin (21/6)].", ["relative 2021-06-24", "day 2021-06-21"]),
    ('"Mulai [besok]," kata dia. Kasus pertama muncul [Senin (7/6)].', ["relative 2021-06-24", "day 2021-06-07"]),
    ("Surat diteken [tadi pagi] dan dibagikan [siang tadi].", ["relative 2021-06-23", "relative 2021-06-23"]),
    (
        "[Senin (21/6)] lampu padam, kantor tutup selama [14 hari terhitung hari itu].",
        ["day 2021-06-21", "range 2021-06-21..2021-07-04 14d"],
    ),
    # days of every week
    ("Masuk pada Senin hingga Rabu, sedangkan pada Kamis dan Jumat di rumah.", []),
    ("Masuk pada [Senin hingga Rabu] saja.", ["range 2021-06-21..2021-06-23"]),
    ("Efektif [Selasa besok sampai tanggal 30], pegawai WFH.", ["range 2021-06-29..2021-06-30"]),
    # until something happens
    ("WFH [sampai aparat menyatakan situasi aman].", ["event_calm"]),
    ("Edaran berlaku [sampai ada pencabutan] PPKM.", ["event_calm"]),
    ("WFH [sampai kapal tanker tiba] di pelabuhan.", ["event_happens"]),
    ("WFH [hingga pasokan listrik pulih].", ["event_happens"]),
    ("WFH [sampai kantor selesai diperbaiki].", ["event_happens"]),
    ("SE berlaku [sampai PPKM di Kalimantan Timur dinyatakan selesai].", ["event_happens"]),
    ("Sampai saat ini kantor dibuka seperti biasa.", []),
    ("WFH [selama kabut asap masih pekat].", ["event_lasting"]),
    ("WFH [sepanjang status PPKM] belum turun.", ["event"]),
    # nobody knows until when
    ("[Kapan selesainya belum tahu], kata dia.", ["open_unknown"]),
    ("[Batas akhirnya belum dipatok].", ["open_unknown"]),
    ("Dia [belum tahu pasti kapan pola kerja dikembalikan].", ["open_unknown"]),
    ("WFH [sampai ada perintah lain].", ["open_notice"]),
    ("[Tak ada tenggat] untuk aturan ini.", ["open_undetermined"]),
    ("[Evaluasi dilakukan setiap pekan].", ["open_review"]),
    ("Kantor tutup [3 hari, dari Selasa (29/6)].", ["range 2021-06-29..2021-07-01 3d"]),
    ("WFH [sambil menanti arahan pusat].", ["open_notice"]),
    # a signature that is still to come is a misprint, unless the sentence says so
    ("Surat yang diteken [13 November 2021] itu beredar.", ["day 2021-11-13 ?"]),
    ("Edaran tertanggal [2 Agustus 2021] itu beredar.", ["day 2021-08-02 ?"]),
    ("Surat itu diteken pada [25 Juni 2021].", ["day 2021-06-25"]),
    ("Perjanjian baru akan ditandatangani pada [13 November 2021].", ["day 2021-11-13"]),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "expected"), SENTENCES, ids=[marked[:60] for marked, _ in SENTENCES])
def test_marked_sentences(marked: str, expected: list[str]) -> None:
    check(marked, expected, BASE)


@pytest.mark.parametrize(
    "text",
    [
        "Nomor 800/22/BKPSDMD/2021 tentang WFH",
        "Nomor 443/025/SE/2021 dan 15/2021",
        "SE Nomor 58 Tahun 2020",
        "Nomor: 12/7/2021 tentang cuti",
        "pukul 07.30 sampai 16.00 WIB",
        "halaman 1/2 dan 2/2",
        "pembagian 50/50 di kantor",
        "buka 24/7 tanpa henti (24/7)",
        "hubungi 0812-3456-7890 atau 021-555-2020",
        "https://berita.example/2021/06/28/asn-wfh",
        "polusi PM2.5 naik 12.5 persen",
        "Rp 900.000 sebulan",
        "versi 1.2.3",
        "tanggal 31/2/2021 dan 45/9/2020 serta 31 Februari 2021",
        "kasus Covid-19 dan PPKM level 3",
        "dalam 14 hari terakhir",
        "tiga pekan lalu",
        "tiga hari terakhir",
        "dua kali sehari",
        "setiap lima hari sekali",
        "masuk dua hari sepekan",
        "satu hari masuk dan satu hari di rumah",
        "isolasi dalam 24 jam",
        "libur satu-dua hari saja",
        "usia 50 hari",
        "beberapa minggu lalu",
        "setiap Jumat pegawai WFH",
        "Senin-Kamis pukul 07.30 sampai 15.00",
        "WFH pada Senin, Rabu, dan Jumat",
        "salat Jumat di masjid",
        "lengang seperti hari Minggu",
        "pukul 08.00-15.00 pada Senin sampai Kamis",
        "mulai tanggal 1 Ramadan 1447 H",
        "level tiap daerah ditinjau pusat",
        "belum jelas sampai kapan kabut bertahan",
        "mengurus Pasar Minggu",
        "tiap minggu ada apel",
        "Mei Lestari, warga Juli Indah",
        "jangan besok-besok",
        "masuk pada 28 dan 31 Juni 2021 saja",
        "satu hari tidak ke kantor menghemat bensin",
        "dua hari saja ditiadakan sudah hemat",
        "sampai 25 persen di zona merah",
        "kasus naik hingga Palu masuk zona merah",
        "hingga air bersih mengalir ke rumah",
        "akan dikaji dulu usulan itu",
        "masih menunggu hasil rapat",
        "layanan Senin-Kamis di loket",
        "awal tahun 2020",
        "29 Februari 2021",
        "setelah dievaluasi hasilnya baik",
        "tanggal 1 setiap bulan",
        "2-3 minggu",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert [span.text for span in find_dates(text, BASE)] == []


def test_a_range_tells_where_its_ends_stand() -> None:
    text = "Mulai Selasa (29/6/2021) hingga satu pekan ke depan, atau 5-9 Juli 2021."
    first, second = find_dates(text, BASE)
    spans = [end for span in (first, second) for end in (span.value.start_span, span.value.end_span)]
    ends = [text[slice(*end)] for end in spans if end]
    assert ends == ["Selasa (29/6/2021)", "satu pekan ke depan", "5", "9 Juli 2021"]


def test_what_is_printed_is_told() -> None:
    full, short, only = find_dates("Senin (28/6/2021), Selasa (29/6), tanggal 5", BASE)
    assert [value.value.year_printed for value in (full, short, only)] == [True, False, False]
    assert [value.value.month_printed for value in (full, short, only)] == [True, True, False]
    assert [value.value.weekday for value in (full, short, only)] == [0, 1, None]
    assert full.value.weekday_agrees is True
    assert only.value.weekday_agrees is None


@pytest.mark.parametrize(
    ("text", "forward"),
    [
        ("dua pekan ke depan", True),
        ("selama dua pekan", None),
        ("14 hari sejak ditetapkan", True),
        ("Senin lalu", False),
        ("mulai Senin", True),
        ("pada Senin", None),
    ],
)
def test_direction(text: str, forward: bool | None) -> None:
    assert [span.value.forward for span in find_dates(text, BASE)] == [forward]


def test_bare_and_led_lengths_have_their_own_rules() -> None:
    text = "selama 14 hari. Kantor diperpanjang dua pekan. Mulai 3 hari ke depan."
    rules = [span.rule for span in find_dates(text)]
    assert rules == ["duration", "duration_bare", "duration"]


# --- without a day of publication ---
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Terbit 28 Juni 2021. Berlaku Selasa (29/6).", ["day 2021-06-28", "day 2021-06-29"]),
        ("Berlaku 3 Januari. Terbit 28 Desember 2020.", ["day 2021-01-03", "day 2020-12-28"]),
        ("Terbit Jumat (25/6/2021). Kata dia, Jumat.", ["day 2021-06-25", "weekday 2021-06-25"]),
        ("Terbit Jumat (25/6/2021). Kata dia, Senin.", ["day 2021-06-25", "weekday None"]),
        (
            "Jumat (18/6/2021) dan Jumat (25/6/2021). Kata dia, Jumat.",
            ["day 2021-06-18", "day 2021-06-25", "weekday None"],
        ),
        ("Surat terbit sehari sebelumnya.", ["relative None"]),
        ("Berlaku Selasa (29/6).", ["day None"]),
        ("Berlaku Senin sampai pekan depan.", ["range None"]),
        ("Berlaku 1 hingga 14 Agustus.", ["range None"]),
        ("Hari ini WFH selama dua pekan.", ["relative None", "duration 14d"]),
    ],
)
def test_without_a_base(text: str, expected: list[str]) -> None:
    assert [tell(span) for span in find_dates(text)] == expected


# No test depends on how fast the machine is.
UNTIMED = settings(deadline=None, max_examples=300)


# --- lengths ---
@pytest.mark.parametrize(
    ("start", "value", "end"),
    [
        (date(2021, 6, 29), DateValue("duration", days=7), date(2021, 7, 5)),
        (date(2021, 6, 29), DateValue("duration", days=1), date(2021, 6, 29)),
        (date(2021, 6, 28), DateValue("duration", days=5, working_days=True), date(2021, 7, 2)),
        (date(2021, 7, 1), DateValue("duration", days=10, working_days=True), date(2021, 7, 14)),
        (date(2021, 7, 3), DateValue("duration", days=1, working_days=True), date(2021, 7, 5)),
        (date(2021, 7, 15), DateValue("duration", months=1), date(2021, 8, 14)),
        (date(2021, 12, 1), DateValue("duration", months=2), date(2022, 1, 31)),
        (date(2021, 1, 31), DateValue("duration", months=1), date(2021, 2, 28)),
    ],
)
def test_end_after(start: date, value: DateValue, end: date) -> None:
    assert end_after(start, value) == end


@pytest.mark.parametrize("value", [DateValue("open"), DateValue("duration", days=10**9)])
def test_no_end_after(value: DateValue) -> None:
    with pytest.raises(ValueError, match=r"no (end|date)"):
        end_after(date(2021, 1, 1), value)


@UNTIMED
@given(st.dates(date(2019, 1, 1), date(2026, 12, 31)), st.integers(1, 60))
def test_working_days_are_counted(start: date, days: int) -> None:
    end = end_after(start, DateValue("duration", days=days, working_days=True))
    inside = [start + timedelta(days=step) for step in range((end - start).days + 1)]
    assert sum(day.weekday() < 5 for day in inside) == days
    assert end.weekday() < 5


# --- properties ---
STYLES = [
    "{d} {month} {y}", "{d}/{m}/{y}", "{d:02}/{m:02}/{y}", "{d}-{m}-{y}", "{d:02}.{m:02}.{y}", "{y}-{m:02}-{d:02}",
    "{weekday} ({d}/{m}/{y})", "{weekday}, {d} {month} {y}", "{weekday} {d} {month} {y}",
    "{weekday}, ({d:02}/{m:02}/{y})", "{d} / {m} / {y}", "{month} {d}, {y}",
]  # fmt: skip
DAYS = st.dates(date(2019, 1, 1), date(2027, 12, 31))


def printed(style: str, day: date) -> str:
    month, weekday = MONTHS[day.month - 1], WEEKDAYS[day.weekday()]
    return style.format(d=day.day, m=day.month, y=day.year, month=month, weekday=weekday)


@UNTIMED
@given(DAYS, st.sampled_from(STYLES), st.booleans(), st.booleans())
def test_every_date_is_read_in_every_style(day: date, style: str, upper: bool, with_base: bool) -> None:
    text = f"Edaran itu terbit {printed(style, day)} di Manokwari."
    (span,) = find_dates(text.upper() if upper else text, BASE if with_base else None)
    assert (span.value.kind, span.value.start, span.value.end) == ("day", day, day)
    assert span.value.year_printed


@UNTIMED
@given(DAYS, st.integers(-170, 170))
def test_a_missing_year_is_the_nearest(base: date, distance: int) -> None:
    day = base + timedelta(days=distance)
    (span,) = find_dates(f"kata dia, {WEEKDAYS[day.weekday()]} ({day.day}/{day.month}).", base)
    assert (span.value.start, span.value.plausible) == (day, True)


TO = st.sampled_from(
    [" sampai dengan ", " hingga ", " s.d. ", " s/d ", " sampai tanggal ", " - ", " dan berakhir pada "]
)


@UNTIMED
@given(DAYS, st.integers(1, 90), st.sampled_from(STYLES[:9]), st.sampled_from(STYLES[:9]), TO)
def test_ranges_are_read_in_every_style(start: date, length: int, left: str, right: str, to: str) -> None:
    end = start + timedelta(days=length)
    (span,) = find_dates(f"Berlaku mulai {printed(left, start)}{to}{printed(right, end)}.", BASE)
    assert (span.value.kind, span.value.start, span.value.end) == ("range", start, end)


@UNTIMED
@given(DAYS, st.integers(1, 27))
def test_the_start_of_a_range_takes_its_year_from_the_end(start: date, length: int) -> None:
    end = start + timedelta(days=length)
    text = f"{start.day} {MONTHS[start.month - 1]} hingga {end.day} {MONTHS[end.month - 1]} {end.year}"
    (span,) = find_dates(text, BASE)
    assert (span.value.start, span.value.end) == (start, end)


PIECES = st.lists(
    st.sampled_from([
        "28/9", "2020", "28", "-", "/", "(", ")", "Senin", "minggu", "Mei", "hingga", "selama", "14 hari",
        "sampai dengan", "besok", "tanggal", "İ", "\n", ",", "pekan depan", "s.d.", "akhir", "mulai", "dievaluasi",
        "PPKM", "31",
        "29 Februari", "99999", "²", "hari itu", "kemarin", "5 Juli 2021", "22-24/10",
    ]),
    max_size=25,
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=200), PIECES.map(" ".join), PIECES.map("".join))


@UNTIMED
@given(TEXTS, st.one_of(st.none(), DAYS, st.sampled_from([date(1900, 1, 1), date(2100, 12, 31)])))
def test_any_text_gives_spans_in_order_that_slice_to_it(text: str, base: date | None) -> None:
    spans = find_dates(text, base)
    assert all(text[span.start : span.end] == span.text != "" for span in spans)
    assert all(left.end <= right.start for left, right in pairwise(spans))
    for span in spans:
        value = span.value
        assert (value.start is None) == (value.end is None)
        assert value.start is None or value.end is None or value.start <= value.end
        for end in filter(None, (value.start_span, value.end_span)):
            assert span.start <= end[0] < end[1] <= span.end


@pytest.mark.parametrize(
    "unit",
    [
        "28/", "2-", "1 ", " ", "(", "senin ", "senin, ", "hingga ", "sampai dengan ", "selama ", "14 hari ",
        "dua puluh ", "28/9 - ", "tanggal ", "belum ", "berapa lama ", "masa ", "akan ", "sampai kapan ", "mei ", "a",
        "\n",
        "hari ini, ", "28 juni 2021 - ", "(28/9) ", "2021, ",
    ],
)  # fmt: skip
def test_hostile_repetition_is_read_to_the_end(unit: str) -> None:
    text = unit * (100_000 // len(unit)) + " kata dia, 28 Juni 2021."
    assert find_dates(text, BASE)[-1].value.end == date(2021, 6, 28)


@pytest.mark.parametrize("base", [date.min, date.max])
def test_a_base_that_no_article_has_is_refused(base: date) -> None:
    with pytest.raises(ValueError, match="no day of publication"):
        find_dates("Berlaku besok.", base)
