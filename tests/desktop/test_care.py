"""The care of the file in the window: backups, the way back, erasing, warnings."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from brandvoice.desktop.dialog import Dialog, ReasonDialog, SentenceDialog
from brandvoice.desktop.returning import BackupsDialog
from brandvoice.workspace.backups import Backups
from tests.desktop.conftest import settled, until
from tests.desktop.window import Hands
from tests.desktop.workplace import Workplace

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from brandvoice.desktop.careform import CareForm
    from brandvoice.desktop.settingspage import SettingsPage
    from tests.desktop.conftest import Start


@pytest.fixture
def path(private_home: Path) -> Path:
    return private_home / "workspace.sqlite3"


@pytest.fixture
def place(path: Path) -> Workplace:
    return Workplace(path)


def caring(start: Start, place: Workplace, by: str = "") -> tuple[Hands, CareForm]:
    place.desk.close()
    hands = Hands(start())
    hands.program.office.set_people(hands.program.office.people, by or place.rina.id)
    hands.press("Ctrl+5")
    page: SettingsPage = hands.program.window.screens.currentWidget()  # type: ignore[assignment]
    return hands, page.care


def told(widget: QWidget) -> str:
    return " | ".join(label.text() for label in widget.findChildren(QLabel))


def test_a_backup_is_taken_and_one_goes_back_to_it(
    start: Start, place: Workplace, path: Path
) -> None:
    place.approved("Kopi lama")
    hands, care = caring(start, place)
    assert "Belum ada cadangan" in care.standing.text()
    hands.click("Cadangkan sekarang", care)
    until(lambda: "1 cadangan" in care.standing.text())
    hands.press("Ctrl+N")
    hands.write("Kopi baru")
    hands.wait()
    hands.press("Ctrl+Shift+Y")
    dialog = hands.dialog(BackupsDialog)
    until(dialog.back.isEnabled)
    assert "1 catatan tentang 1 tulisan, dan 1 konsep" in told(dialog)
    hands.click("Kembali ke cadangan ini", dialog)
    until(lambda: hands.program.office.is_open)
    settled(hands.program)
    assert "disisihkan" not in told(hands.dialog(SentenceDialog))
    hands.dialog(SentenceDialog).accept()
    posts = {post.title for group in hands.program.office.shelf.groups() for post in group.posts}
    assert posts == {"Kopi lama"}
    (aside,) = path.parent.glob("*set-aside*")
    assert aside in [backup.path for backup in Backups(path).list()]


def test_the_first_change_of_a_day_is_backed_up_once(
    start: Start, place: Workplace, path: Path
) -> None:
    place.approved("Kopi lama")
    hands, _ = caring(start, place)
    backing = hands.program.window.staff.backing_up
    backing.take_if_due()
    hands.wait()
    backing.take_if_due()
    hands.wait()
    assert len(Backups(path).list()) == 1


def test_backups_go_to_a_folder_somebody_chose(
    start: Start, place: Workplace, tmp_path: Path
) -> None:
    hands, care = caring(start, place)
    hands.program.window.staff.backing_up.put_into(str(tmp_path / "lain"))
    until(lambda: str(tmp_path / "lain") in care.standing.text())
    hands.click("Cadangkan sekarang", care)
    until(lambda: "1 cadangan" in care.standing.text())
    assert len(list((tmp_path / "lain").iterdir())) == 1


def test_a_person_s_words_are_erased_with_a_reason(
    start: Start, place: Workplace, path: Path
) -> None:
    place.approved("Kata Dewi yang harus hilang")
    hands, care = caring(start, place)
    care.person.setCurrentIndex(care.person.findData(place.dewi.id))
    hands.click("Hapus…", care)
    dialog = hands.dialog(ReasonDialog)
    assert "1 teks dari 1 tulisan" in told(dialog)
    dialog.field.setPlainText("permintaan yang bersangkutan")
    assert not dialog.confirm.isEnabled(), "erasing is signed"
    hands.sign()
    hands.click("Hapus", dialog)
    until(lambda: bool(hands.program.window.findChildren(SentenceDialog)))
    assert "sudah hilang" in told(hands.dialog(SentenceDialog))
    hands.wait()
    assert b"harus hilang" not in path.read_bytes()
    hands.dialog(SentenceDialog).accept()
    hands.press("Ctrl+1")
    assert hands.paper.text() == ""


def test_a_draft_is_thrown_away_from_the_desk(start: Start, place: Workplace) -> None:
    place.draft("Konsep yang tidak jadi")
    place.draft("Konsep lain")
    place.desk.close()
    hands = Hands(start())
    thrown = hands.paper.text()
    hands.press("Ctrl+Shift+Backspace")
    hands.click("Buang", hands.dialog(Dialog))
    hands.wait()
    assert hands.paper.text() == ""
    titles = {post.title for group in hands.program.office.shelf.groups() for post in group.posts}
    assert titles == {"Konsep yang tidak jadi", "Konsep lain"} - {thrown}


def test_a_risky_place_is_pointed_out_once(start: Start, private_home: Path) -> None:
    path = private_home / "Dropbox" / "workspace.sqlite3"
    Workplace(path).desk.close()
    first = Hands(start(workspace=path))
    assert "Dropbox" in told(first.dialog(Dialog))
    first.click("Mengerti, tidak perlu diulang", first.dialog(Dialog))
    settings = json.loads((private_home / "window.json").read_text(encoding="utf-8"))
    assert settings["accepted"] == [str(path)]
    first.program.window.staff.placing.begin()
    first.wait()
    assert not [one for one in first.program.window.findChildren(Dialog) if one.isVisible()]


def test_a_workspace_that_is_damaged_offers_the_way_back(
    start: Start, place: Workplace, path: Path
) -> None:
    place.approved("Kopi lama")
    place.desk.close()
    Backups(path).take(datetime.now(UTC))
    path.write_bytes(b"rubbish" * 3000)
    hands = Hands(start())
    hands.click("Kembali ke cadangan…")
    dialog = hands.dialog(BackupsDialog)
    until(dialog.back.isEnabled)
    assert "tidak bisa dibaca" in told(dialog)
    hands.click("Kembali ke cadangan ini", dialog)
    until(lambda: hands.program.office.is_open)
    settled(hands.program)
    hands.dialog(SentenceDialog).accept()
    posts = {post.title for group in hands.program.office.shelf.groups() for post in group.posts}
    assert posts == {"Kopi lama"}
