"""From the first start to the export, with mouse and keys, on a real workspace file."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from brandvoice.desktop.comparison import DifferenceView
from brandvoice.desktop.dialog import ReasonDialog, SentenceDialog
from brandvoice.desktop.exportdialog import ExportDialog
from brandvoice.desktop.persondialog import PersonDialog
from brandvoice.desktop.versionsdialog import VersionsDialog
from brandvoice.desktop.welcome import Welcome
from tests.desktop.conftest import until
from tests.desktop.window import Hands, underlined

if TYPE_CHECKING:
    from pathlib import Path

    from tests.desktop.conftest import Start

CLAIM, PRESSURE, PHONE = "𝗧𝗲𝗿𝗺𝘂𝗿𝗮𝗵 𝘀𝗲-𝗜𝗻𝗱𝗼𝗻𝗲𝘀𝗶𝗮", "Buruan checkout", "0812-8841-2907"
POST = f"Halo Kak 👨‍👩‍👧‍👦🇮🇩!\n{CLAIM} 👍🏽\n{PRESSURE}!\nTanya Mbak Sari {PHONE} ya 😭"


def test_from_paste_to_proof(start: Start, tmp_path: Path) -> None:
    hands = Hands(start())
    _first_start(hands)
    _write_and_submit(hands)
    _add_rina_and_let_her_work(hands)
    _waive_and_approve(hands)
    _change_one_letter(hands)
    _find_again(hands)
    _export(hands, tmp_path)


def _first_start(hands: Hands) -> None:
    welcome = hands.program.window.screens.currentWidget()
    assert isinstance(welcome, Welcome)
    QTest.keyClicks(welcome.name, "Dewi Lestari")
    QTest.keyClick(welcome.name, Qt.Key.Key_Return)
    until(lambda: hands.program.window.desk is not None)
    hands.wait()


def _write_and_submit(hands: Hands) -> None:
    hands.paste(POST)
    assert underlined(hands.paper) == [CLAIM, PRESSURE, PHONE]
    hands.click("Instagram")
    hands.press("F8")
    hands.press("F8")
    card = hands.desk.findings.cards[1]
    fix = card.shown.finding.suggestions[0].text
    hands.click(f"Ganti: “{fix}”", card)
    assert hands.paper.text() == POST.replace(PRESSURE, fix)
    assert underlined(hands.paper) == [CLAIM, PHONE]
    hands.press("Ctrl+Z")
    assert hands.paper.text() == POST
    assert underlined(hands.paper) == [CLAIM, PRESSURE, PHONE]
    hands.press("Ctrl+Shift+Z")
    hands.click(f"Kecualikan… “{CLAIM}”")
    _give_reason(hands, "Survei harga bulan ini, lampiran 3")
    assert underlined(hands.paper) == [PHONE]
    hands.press("Ctrl+Return")
    assert hands.desk.view.state_words == "Menunggu keputusan"
    assert "tulisan sendiri" in hands.desk.view.decisions.reason


def _add_rina_and_let_her_work(hands: Hands) -> None:
    hands.program.window.staff.people.add()
    dialog = hands.dialog(PersonDialog)
    QTest.keyClicks(dialog.name, "Rina")
    dialog.roles["writer"].setFocus()
    QTest.keyClick(dialog.roles["writer"], Qt.Key.Key_Space)
    QTest.mouseClick(dialog.confirm, Qt.MouseButton.LeftButton)
    hands.wait()
    who = hands.program.window.menus.who
    assert who is not None
    who.aboutToShow.emit()
    next(action for action in who.actions() if action.text().startswith("Rina")).trigger()
    hands.wait()
    assert hands.program.window.status.person.text() == "Rina"


def _waive_and_approve(hands: Hands) -> None:
    assert "menahan" in hands.desk.view.decisions.reason
    hands.click_words(PHONE)
    hands.press("Ctrl+Shift+.")
    _give_reason(hands, "Nomor toko, sudah terpampang di bio")
    assert underlined(hands.paper) == []
    hands.press("Ctrl+Return")
    dialog = hands.dialog(ReasonDialog)
    QTest.keyClicks(dialog.field, "Siap tayang")
    hands.sign()
    QTest.mouseClick(dialog.confirm, Qt.MouseButton.LeftButton)
    hands.wait()
    assert hands.desk.view.state_words == "Disetujui"
    assert "Disetujui Rina" in hands.desk.view.banner.sentence
    assert "Siap tayang" in hands.desk.view.banner.sentence


def _change_one_letter(hands: Hands) -> None:
    approved = hands.paper.text()
    hands.paper.setFocus()
    QTest.keyClick(hands.paper, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    hands.write("!")
    hands.wait()
    assert hands.desk.view.state_words == "Persetujuan gugur"
    hands.press("Ctrl+D")
    views = hands.dialog(VersionsDialog).findChildren(DifferenceView)
    assert [view.toPlainText() for view in views] == [approved, f"{approved}!"]
    hands.dialog(VersionsDialog).accept()
    hands.wait()


def _find_again(hands: Hands) -> None:
    hands.press("Ctrl+3")
    hands.press("Ctrl+F")
    history = hands.program.window.screens.history
    assert history is not None
    assert history.bar.search.hasFocus()
    QTest.keyClicks(history.bar.search, "lampiran")
    until(lambda: history.rows.rowCount() == 0)
    history.bar.search.clear()
    QTest.keyClicks(history.bar.search, "termurah")
    until(lambda: "gugur" in history.timeline.toPlainText().lower())
    hands.wait()
    told = history.timeline.toPlainText()
    for words in ("Rina", "Dewi Lestari", "Siap tayang", "lampiran 3", "Nomor toko"):
        assert words in told


def _export(hands: Hands, folder: Path) -> None:
    for name in ("riwayat.csv", "riwayat.json"):
        hands.press("Ctrl+E")
        dialog = hands.dialog(ExportDialog)
        dialog.place.setText(str(folder / name))
        hands.click("Ekspor", dialog)
        until((folder / name).exists)
        hands.wait()
        done = hands.dialog(SentenceDialog)
        assert name in " ".join(label.text() for label in done.findChildren(QLabel))
        done.accept()
        hands.wait()
    table = (folder / "riwayat.csv").read_text(encoding="utf-8-sig").splitlines()
    cells = [cell for row in csv.reader(table) for cell in row]
    told = json.loads((folder / "riwayat.json").read_text(encoding="utf-8"))
    for words in ("Siap tayang", "Rina", "Dewi Lestari", "Survei harga bulan ini, lampiran 3"):
        assert any(words in cell for cell in cells)
        assert words in json.dumps(told, ensure_ascii=False)


def _give_reason(hands: Hands, reason: str) -> None:
    dialog = hands.dialog(ReasonDialog)
    assert not dialog.confirm.isEnabled()
    QTest.keyClicks(dialog.field, reason)
    hands.sign()
    QTest.mouseClick(dialog.confirm, Qt.MouseButton.LeftButton)
    hands.wait()
