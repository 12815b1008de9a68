"""Working at the Desk: drafts save themselves, findings are walked, mended, waived."""

from __future__ import annotations

import resource
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from brandvoice.desktop.dialog import ReasonDialog, SentenceDialog
from brandvoice.workflow.desk import Desk
from tests.desktop.conftest import until
from tests.desktop.window import Hands, underlined

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.desktop.conftest import Start
    from tests.desktop.workplace import Workplace

CLAIM, PRESSURE, PHONE = "Termurah se-Indonesia", "Buruan checkout", "0812-8841-2907"
POST = f"{CLAIM} 😀\n{PRESSURE}!\nTanya {PHONE}"


def at_work(start: Start, place: Workplace, *texts: str) -> Hands:
    """Dewi at the Desk, with drafts of these texts; the last one is on the paper."""
    for text in texts:
        place.draft(text)
    place.desk.close()
    return Hands(start())


def recorded(home: Path) -> list[str | None]:
    """The texts in the record, as another program reads them."""
    desk = Desk.open(home / "workspace.sqlite3")
    texts = [post.text for post in desk.posts()]
    desk.close()
    return texts


def test_saved_is_said_only_when_the_record_has_the_words(
    start: Start, place: Workplace, private_home: Path
) -> None:
    hands = at_work(start, place, "Halo")
    saved = hands.program.window.status.saved
    assert saved.text() == "Tersimpan"
    hands.write("abc")
    assert saved.text() == "Belum tersimpan"
    hands.wait()
    assert saved.text() == "Tersimpan"
    assert recorded(private_home) == ["abcHalo"]


def test_turning_to_another_post_saves_the_one_on_the_paper(
    start: Start, place: Workplace, private_home: Path
) -> None:
    hands = at_work(start, place, "Pertama", "Kedua")
    hands.write("x")
    hands.press("Ctrl+PgDown")
    assert hands.paper.text() == "Pertama"
    assert sorted(map(str, recorded(private_home))) == ["Pertama", "xKedua"]


def test_closing_the_window_saves_what_was_typed(
    start: Start, place: Workplace, private_home: Path
) -> None:
    hands = at_work(start, place, "Halo")
    hands.write("abc")
    hands.program.window.close()
    hands.wait()
    assert not hands.program.window.isVisible()
    assert recorded(private_home) == ["abcHalo"]


def test_looking_away_saves_at_once(start: Start, place: Workplace) -> None:
    hands = at_work(start, place, "Halo")
    assert hands.paper.hasFocus()
    hands.write("abc")
    hands.desk.search.setFocus()
    assert hands.desk.writing.keeping.standing == "saving"
    hands.wait()


def test_a_new_post_begins_with_its_first_word(
    start: Start, place: Workplace, private_home: Path
) -> None:
    hands = at_work(start, place, "Halo")
    hands.press("Ctrl+N")
    assert hands.paper.hasFocus()
    assert recorded(private_home) == ["Halo"]
    hands.write("Baru")
    hands.wait()
    assert recorded(private_home) == ["Baru", "Halo"]


def test_a_reply_is_begun_as_one(start: Start, place: Workplace) -> None:
    hands = at_work(start, place)
    hands.press("Ctrl+Shift+N")
    hands.write("Makasih")
    hands.wait()
    (reply,) = [post for group in hands.program.office.shelf.groups() for post in group.posts]
    assert reply.kind == "reply"


def test_a_draft_becomes_a_reply_and_a_post_again(
    start: Start, place: Workplace, private_home: Path
) -> None:
    hands = at_work(start, place, "Terserah Kakak deh.")

    def kind() -> str:
        desk = Desk.open(private_home / "workspace.sqlite3")
        (post,) = desk.posts()
        desk.close()
        return post.kind

    assert underlined(hands.paper) == []
    hands.click("Balasan")
    assert underlined(hands.paper) == ["Terserah Kakak deh"]
    assert kind() == "reply"
    assert hands.button("Balasan").isChecked()
    hands.press("Ctrl+Shift+K")
    assert underlined(hands.paper) == []
    assert kind() == "post"


def test_what_is_decided_on_stays_what_it_is(start: Start, place: Workplace) -> None:
    place.approved("Halo")
    hands = at_work(start, place)
    hands.press("Ctrl+Shift+K")
    assert not hands.button("Balasan").isEnabled()
    assert not hands.button("Balasan").isChecked()


def test_what_cannot_be_saved_stays_on_the_screen_and_says_why(
    start: Start, place: Workplace, private_home: Path
) -> None:
    hands = at_work(start, place, "Halo")
    with full_disk():
        hands.write("abc")
        until(lambda: QApplication.activeModalWidget() is not None)
        until(lambda: hands.program.window.status.saved.text() == "Belum tersimpan")
    dialog = hands.dialog(SentenceDialog)
    assert "Belum tersimpan" in said(dialog)
    assert hands.paper.text() == "abcHalo"
    assert recorded(private_home) == ["Halo"]
    dialog.accept()
    hands.write("d")
    hands.wait()
    assert hands.program.window.status.saved.text() == "Tersimpan"
    assert recorded(private_home) == ["abcdHalo"]


def test_nobody_is_held_when_the_last_words_cannot_be_saved(start: Start, place: Workplace) -> None:
    hands = at_work(start, place, "Halo")
    with full_disk():
        hands.write("abc")
        hands.program.window.close()
        until(lambda: QApplication.activeModalWidget() is not None)
        assert hands.program.window.isVisible()
        QTest.mouseClick(hands.button("Tutup tanpa menyimpan"), Qt.MouseButton.LeftButton)
        assert not hands.program.window.isVisible()


def test_keys_walk_the_findings_round_and_frame_words_and_card(
    start: Start, place: Workplace
) -> None:
    hands = at_work(start, place, POST)
    assert underlined(hands.paper) == [CLAIM, PRESSURE, PHONE]
    walked = []
    for keys in ("F8", "F8", "F8", "F8", "Shift+F8"):
        hands.press(keys)
        walked.append(framed(hands))
    assert walked == [CLAIM, PRESSURE, PHONE, CLAIM, PHONE]
    assert hands.paper.textCursor().block().text().endswith(PHONE)


def test_a_click_on_a_card_frames_its_words_and_a_click_on_words_their_card(
    start: Start, place: Workplace
) -> None:
    hands = at_work(start, place, POST)
    QTest.mouseClick(hands.desk.findings.cards[1], Qt.MouseButton.LeftButton)
    assert framed(hands) == PRESSURE
    hands.click_words(PHONE)
    assert framed(hands) == PHONE
    card = next(card for card in hands.desk.findings.cards if card.shown.finding.words == PHONE)
    assert card.visibleRegion().boundingRect().height() > 0


def test_a_card_is_chosen_with_the_keyboard(start: Start, place: Workplace) -> None:
    hands = at_work(start, place, POST)
    QTest.keyClick(hands.desk.findings.cards[2], Qt.Key.Key_Return)
    assert framed(hands) == PHONE


def test_the_fixes_open_with_a_key_and_apply_with_return(start: Start, place: Workplace) -> None:
    hands = at_work(start, place, POST)
    hands.press("F8")
    hands.press("F8")
    hands.press("Ctrl+.")
    menu = QApplication.activePopupWidget()
    assert menu
    fix = hands.desk.findings.cards[1].shown.finding.suggestions[0].text
    QTest.keyClick(menu, Qt.Key.Key_Return)
    hands.wait()
    assert hands.paper.text() == POST.replace(PRESSURE, fix)


def test_choosing_a_family_shows_only_its_cards(start: Start, place: Workplace) -> None:
    hands = at_work(start, place, POST)
    hands.click("Data pribadi 1")
    assert [card.shown.finding.words for card in hands.desk.findings.cards] == [PHONE]
    hands.click("Data pribadi 1")
    assert len(hands.desk.findings.cards) == 3


def test_a_waiver_wants_a_reason_and_shows_it_with_a_name(start: Start, place: Workplace) -> None:
    hands = at_work(start, place, POST)
    hands.click(f"Kecualikan… “{CLAIM}”")
    dialog = hands.dialog(ReasonDialog)
    QTest.keyClicks(dialog.field, "   ")
    assert not dialog.confirm.isEnabled()
    QTest.keyClicks(dialog.field, "Survei harga")
    hands.sign()
    QTest.keyClick(dialog.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    hands.wait()
    assert underlined(hands.paper) == [PRESSURE, PHONE]
    card = hands.desk.findings.cards[-1]
    told = " ".join(label.text() for label in card.findChildren(QLabel))
    for words in (CLAIM, "Survei harga", "Dewi", "dikecualikan"):
        assert words in told


def test_an_author_is_told_why_their_blocker_cannot_be_waived(
    start: Start, place: Workplace
) -> None:
    hands = at_work(start, place, POST)
    hands.click(f"Kecualikan… “{PHONE}”")
    assert "tidak ikut menulis" in said(hands.dialog(SentenceDialog))
    hands.dialog(SentenceDialog).accept()


def test_channels_are_chosen_and_counted_as_they_count(start: Start, place: Workplace) -> None:
    hands = at_work(start, place, "Halo https://example.test/panjang/sekali/sampai/lewat 😀")
    menu = hands.button("Pilih kanal").menu()
    next(action for action in menu.actions() if action.text() == "X").trigger()
    hands.wait()
    counted = told_at_the_foot(hands)
    assert "X 31 / 280" in counted
    assert "Instagram" in counted
    hands.click("Instagram")
    assert "Instagram" not in told_at_the_foot(hands)
    hands.paper.setPlainText("a" * 281)
    hands.wait()
    assert hands.button("X").property("look") == "chip-over"


def test_searching_the_posts_shows_those_with_the_words(start: Start, place: Workplace) -> None:
    hands = at_work(start, place, "Serum baru", "Kopi Gayo")
    hands.press("Ctrl+F")
    QTest.keyClicks(hands.desk.search, "serum")
    rows = hands.desk.posts.rows
    titles = [rows.index(place).data() for place in range(rows.rowCount())]
    assert titles == ["Konsep · 1", "Serum baru"]


def test_the_post_is_copied_exactly(start: Start, place: Workplace) -> None:
    text = "Rp\u00a025.000 👨‍👩‍👧‍👦\nsaja"
    hands = at_work(start, place, text)
    hands.press("Ctrl+Shift+C")
    assert QApplication.clipboard().text() == text


def framed(hands: Hands) -> str:
    """The words framed on the paper; the card framed is the same one's."""
    number = hands.paper.current
    assert number is not None
    (card,) = [card for card in hands.desk.findings.cards if card.is_current]
    assert card.number == number
    return card.shown.finding.words


def said(dialog: SentenceDialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def told_at_the_foot(hands: Hands) -> str:
    labels = hands.program.window.status.findChildren(QLabel)
    return " | ".join(label.text() for label in labels if label.isVisible())


@contextmanager
def full_disk() -> Iterator[None]:
    """No file of this process can grow any more."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
