"""Hand-over files in the window: sent with a signature, opened on a new laptop, told what came."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit

from brandvoice.desktop.dialog import SentenceDialog
from brandvoice.desktop.receiptdialog import ReceiptDialog
from brandvoice.desktop.senddialog import SendDialog
from brandvoice.desktop.whodialog import WhoDialog
from brandvoice.workflow.desk import Desk
from brandvoice.workflow.handover import Handing
from tests.deciding import review_of
from tests.desktop.window import Hands
from tests.desktop.workplace import WORDS, Workplace

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from tests.desktop.conftest import Start

TEXT = "Kopi Gayo sangrai Kamis, kirim Jumat."


def told(dialog: QWidget) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def test_posts_are_sent_with_a_signature(start: Start, place: Workplace, tmp_path: Path) -> None:
    post = place.submitted(TEXT)
    place.draft("Ini belum diajukan")
    place.desk.close()
    hands = Hands(start())
    hands.press("Ctrl+Shift+M")
    dialog = hands.dialog(SendDialog)
    assert (list(dialog.posts), dialog.chosen) == ([post.id], (post.id,))
    hands.wait()
    assert not dialog.save.isEnabled()
    QTest.keyClicks(dialog.sign.asked.field, WORDS)
    dialog.save.click()
    hands.wait()
    path = tmp_path / "kiriman.bvreview"
    hands.choose_file(path)
    hands.wait()
    assert "kiriman.bvreview" in told(hands.dialog(SentenceDialog))
    there = Desk.open(tmp_path / "there.sqlite3")
    Handing(there).receive(Handing(there).read(path), place.rina.id)
    assert there.post(post.id).text == TEXT


def test_a_new_laptop_opens_a_file_and_asks_who_is_there(start: Start, tmp_path: Path) -> None:
    elsewhere = Workplace(tmp_path / "dewi.sqlite3")
    post = elsewhere.submitted(TEXT)
    path = tmp_path / "kiriman.bvreview"
    signer = elsewhere.desk.unlocked(elsewhere.dewi.id)
    Handing(elsewhere.desk).send([post.id], path, "id", signer)
    hands = Hands(start())
    hands.program.window.open_files([path])
    hands.wait()
    who = hands.dialog(WhoDialog)
    (name,) = who.names.buttons()
    assert name.text() == "Rina"
    assert not who.confirm.isEnabled()
    name.click()
    who.confirm.click()
    hands.wait()
    assert "Dewi" in told(hands.dialog(ReceiptDialog))
    hands.dialog(ReceiptDialog).accept()
    person = hands.program.office.person
    assert person
    assert person.id == elsewhere.rina.id
    assert [post.text for post in hands.program.office.shelf.waiting()] == [TEXT]
    hands.program.window.open_files([path])
    hands.wait()
    assert "sudah ada di sini" in told(hands.dialog(ReceiptDialog))


def test_a_decision_that_came_too_late_shows_both_texts(
    start: Start, place: Workplace, tmp_path: Path
) -> None:
    post = place.submitted(TEXT)
    path, back = tmp_path / "kiriman.bvreview", tmp_path / "balasan.bvreview"
    Handing(place.desk).send([post.id], path, "id", place.desk.unlocked(place.dewi.id))
    there = Desk.open(tmp_path / "there.sqlite3")
    Handing(there).receive(Handing(there).read(path), place.rina.id)
    rina = place.desk.unlocked(place.rina.id)
    there.approve(post.id, TEXT, place.rina.id, review_of(TEXT), signer=rina)
    Handing(there).send([post.id], back, "id", rina)
    place.desk.save(post.id, "Teks yang baru", place.dewi.id)
    place.desk.close()
    hands = Hands(start())
    hands.program.window.open_files([back])
    hands.wait()
    receipt = hands.dialog(ReceiptDialog)
    shown = [words.toPlainText() for words in receipt.findChildren(QPlainTextEdit)]
    assert shown == [TEXT, "Teks yang baru"]
    assert "tidak berlaku" in told(receipt)


def test_a_file_that_was_tampered_with_is_refused_in_a_sentence(
    start: Start, place: Workplace, tmp_path: Path
) -> None:
    place.desk.close()
    path = tmp_path / "kiriman.bvreview"
    path.write_bytes(b"PK\x03\x04 something else")
    hands = Hands(start())
    hands.program.window.open_files([path])
    hands.wait()
    assert "kiriman.bvreview" in told(hands.dialog(SentenceDialog))
