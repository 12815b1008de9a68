"""Private data is found however it is written, and look-alikes are left alone."""

from __future__ import annotations

from calendar import monthrange

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brandvoice.brand.profile import Brand
from brandvoice.post.post import Post
from brandvoice.review.detectors.number import has_luhn_digit, is_nik
from brandvoice.review.detectors.numbering import is_iban
from brandvoice.review.reviewer import Reviewer
from brandvoice.workflow.readypack import matcher, shipped_pack

REVIEWER = Reviewer(shipped_pack(), matcher=matcher(shipped_pack()))


def private(text: str, rule: str, reviewer: Reviewer = REVIEWER) -> list[str]:
    """The words of `text` that privacy rule `rule` points at."""
    found = reviewer.review(Post(text), only=["privacy"]).findings
    return [one.words for one in found if one.rule == f"privacy/{rule}"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("WA Rina 0812-8841-2907 ya", "0812-8841-2907"),
        ("hubungi +62 812 8841 2907", "+62 812 8841 2907"),
        ("😀 nomornya 0️⃣8️⃣1️⃣2️⃣8️⃣8️⃣4️⃣1️⃣2️⃣9️⃣0️⃣7️⃣", "0️⃣8️⃣1️⃣2️⃣8️⃣8️⃣4️⃣1️⃣2️⃣9️⃣0️⃣7️⃣"),
        ("chat O812 8841 29O7", "O812 8841 29O7"),
        ("chat 08l2-884I-2907", "08l2-884I-2907"),
        ("nol lapan satu dua, tiga empat lima enam, tujuh lapan", None),
        ("0812 dua tiga empat lima 6789 aja", "0812 dua tiga empat lima 6789"),
        ("zero eight one two three four five six seven eight", None),
        ("klik https://wa.me/6281288412907?text=halo", "wa.me/6281288412907"),
        (
            "klik https://api.whatsapp.com/send?phone=6281288412907",
            "api.whatsapp.com/send?phone=6281288412907",
        ),
        ("Kantornya 021 - 55512903", "021 - 55512903"),
        ("Mobile: 555 210 384", "555 210 384"),
        ("call me on 01.99.00.12.34 please", "01.99.00.12.34"),
        ("her fax is 555-010-2288x31", "555-010-2288x31"),
    ],
)
def test_a_phone_number_is_found_in_any_disguise(text: str, words: str | None) -> None:
    assert private(text, "phone") == [words or text]


@pytest.mark.parametrize(
    "text",
    [
        "Harga Rp 1.250.000, diskon s.d. 12.12.2026",
        "Buka 08.00-17.00, Sabtu 08.00 - 14.00",
        "Jam 06.15 04.30 22.45 80.10 ganti harga",
        "Cek pulsa *888*0812345678#",
        "Pemenangnya 0812-xxxx-x907",
        "satu dua tiga, sayang semuanya",
        "Level nol satu dua tiga empat",
        "Telepon 112 atau 1500-123",
    ],
)
def test_prices_hours_and_short_codes_are_no_phone_numbers(text: str) -> None:
    assert private(text, "phone") == []


def test_the_brands_own_numbers_pass_however_they_are_written() -> None:
    own = REVIEWER.for_brand(Brand(contacts=("0812-8841-2907", "kopi.kita@gmail.com")))
    assert private("WA +62 812 8841 2907", "phone", own) == []
    assert private("tulis ke kopi.kita@gmail.com", "email", own) == []
    assert private("tulis ke kopi.kami@gmail.com", "email", own) == ["kopi.kami@gmail.com"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("What is your e-mail? tessa@postmail.example", "tessa@postmail.example"),
        ("budi [at] gmail [titik] com", "budi [at] gmail [titik] com"),
        ("budi(at)gmail.com ya", "budi(at)gmail.com"),
        ("sinta dot at gmail dot com", "dot at gmail dot com"),
    ],
)
def test_an_email_is_found_in_any_disguise(text: str, words: str) -> None:
    assert private(text, "email") == [words]


@pytest.mark.parametrize(
    "text", ["info@kopi.example", "CS@kopi.example", "order-jkt@kopi.example", "follow @kopikita"]
)
def test_mailboxes_of_offices_and_handles_are_no_private_emails(text: str) -> None:
    assert private(text, "email") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Transfer a.n. Dewi Lestari ya kak", ["a.n. Dewi Lestari"]),
        ("A/N NILAM SEKAR no rek 0510048821", ["A/N NILAM SEKAR"]),
        ("Hub pak H. Hasan Baidowi 0812-8841-2907", ["pak H. Hasan Baidowi"]),
        ("Menetapkan? Tidak: menetapkan Andi Wijaya sebagai tersangka", ["Andi Wijaya"]),
        ("Ini Žofia Łapińska (34), langganan kami", ["Ini Žofia Łapińska"]),
        ("a.n. PT Kopi Kita", []),
        ("atas nama seluruh tim", []),
        ("Menteri Dewi Anggraini (50) hadir", []),
        ("Bapak Joko dan Ibu Sri mampir", []),
    ],
)
def test_names_are_found_where_something_else_points_at_the_person(
    text: str, words: list[str]
) -> None:
    assert private(text, "person-name") == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ship it to Ms. Wilma Stroud by Friday", ["Ms. Wilma Stroud"]),
        ("Our tenant Rufus Blakely is two months behind", ["Rufus Blakely"]),
        ("Karyawan kami, Yudi Hermanto, resign hari ini", ["Yudi Hermanto"]),
        ("Tagihan Bapak Yoga Pradana jatuh tempo besok", ["Bapak Yoga Pradana"]),
        ("Our customers love Earl Grey", []),
        ("Menteri kami, Bapak Yoga Pradana, memesan kopi", []),
        ("Pesanan Sambal Bu Yanti Lestari dikirim besok", []),
        ("Our Customer Blames Rufus Blakely For Everything On Live Television", []),
    ],
)
def test_names_are_found_in_the_frame_that_tells_whose_they_are(
    text: str, words: list[str]
) -> None:
    assert private(text, "person-name") == words


@pytest.mark.parametrize(
    "leave", ["Dibagikan dengan izin yang bersangkutan.", "Told with her permission."]
)
def test_leave_given_anywhere_in_the_post_lets_a_name_pass_but_no_number(leave: str) -> None:
    story = "Pelanggan kami, Yudi Hermanto, menunggu di nomor 0812-8841-2907."
    assert private(story, "person-name") == ["Yudi Hermanto"]
    assert private(f"{story}\n{leave}", "person-name") == []
    assert private(f"{story}\n{leave}", "phone") == ["0812-8841-2907"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mobil B 1234 XYZ parkir", ["B 1234 XYZ"]),
        ("motor AB-2189-KL itu", ["AB-2189-KL"]),
        ("motor H 2 A itu", ["H 2 A"]),
        ("kursi H 2 A di lantai 2", []),
        ("P 20 CM L 30 CM", []),
        ("Mercy E 63 AMG", []),
        ("Kode pos W1A1AA, kotak K345AB", []),
    ],
)
def test_plates_have_their_shape_or_a_vehicle_beside_them(text: str, words: list[str]) -> None:
    assert private(text, "plate") == words


@given(st.integers(0, 31), st.integers(1, 12), st.integers(1, 9999))
def test_an_nik_holds_a_day_a_month_and_a_serial(day: int, month: int, serial: int) -> None:
    tail = f"{month:02}99{serial:04}"
    real = 0 < day <= monthrange(2000, month)[1]
    assert is_nik(f"327304{day:02}{tail}") is real
    assert is_nik(f"327304{day + 40:02}{tail}") is real
    assert not is_nik(f"32730481{tail}")
    assert not is_nik(f"327304{day:02}{month:02}990000")
    assert not is_nik(f"329904{day:02}{tail}")


@given(st.text("0123456789", min_size=10, max_size=18), st.integers(0, 9), st.data())
def test_a_check_digit_sees_one_wrong_digit(digits: str, other: int, data: st.DataObject) -> None:
    right = next(digits + str(last) for last in range(10) if has_luhn_digit(digits + str(last)))
    place = data.draw(st.integers(0, len(right) - 1))
    wrong = right[:place] + str(other) + right[place + 1 :]
    assert has_luhn_digit(wrong) is (wrong == right)


@given(st.integers(0, 10**14), st.integers(0, 9), st.integers(4, 15))
def test_an_iban_sees_one_wrong_digit(number: int, other: int, place: int) -> None:
    account = f"{number:018}"
    rest = int("".join(str(int(one, 36)) for one in f"{account}DE00")) % 97
    right = f"DE{98 - rest:02}{account}"
    assert is_iban(right)
    wrong = right[:place] + str(other) + right[place + 1 :]
    assert is_iban(wrong) is (wrong == right)


@given(st.text(max_size=200))
def test_every_finding_points_at_its_own_words(text: str) -> None:
    post = Post(text + " 0812-8841-2907 a.n. Budi S " + text)
    for one in REVIEWER.review(post, only=["privacy"]).findings:
        assert one.span.of(post.text) == one.words
