"""Signing at the window: a first passphrase, the usual one, a wrong one, a lost one."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QWidget

from brandvoice.desktop.dialog import ReasonDialog, SentenceDialog
from brandvoice.desktop.keydialog import KeyDialog
from brandvoice.desktop.passphrase import PassphraseField
from brandvoice.desktop.peoplepanel import PeoplePanel
from brandvoice.desktop.timelineview import TimelineView
from brandvoice.keys.patience import Patience
from brandvoice.keys.place import keys_folder
from brandvoice.keys.unlocked import Unlocked
from brandvoice.workflow.album import Album
from brandvoice.workflow.desk import Desk
from tests.desktop.conftest import until
from tests.desktop.window import Hands
from tests.desktop.workplace import APPROVER, WORDS, Workplace
from tests.keys.test_patience import Watch

if TYPE_CHECKING:
    from pathlib import Path

    from tests.desktop.conftest import Start

OTHER = "teh tarik dua gelas"
TEXT = "Jam buka tetap"


class Office:
    """A window with posts in review and Rina, or somebody else, working; time as it is told."""

    def __init__(self, start: Start, place: Workplace, *texts: str, who: str = "") -> None:
        self.posts = [place.submitted(text).id for text in texts]
        self.file = place.desk.path
        place.desk.close()
        self.hands = Hands(start())
        self.office = self.hands.program.office
        self.watch = Watch()
        self.office.vault.patience = Patience(self.watch)
        self.office.vault.unlocked = Unlocked(self.watch)
        self.office.set_people(self.office.people, who or place.rina.id)
        self.hands.wait()

    def ask(self, post: int = 0) -> ReasonDialog:
        """Begins to approve, and waits until it is known how to sign."""
        self.hands.desk.open(self.posts[post])
        self.hands.wait()
        self.hands.press("Ctrl+Return")
        return self.hands.sign("")

    def confirm(self, dialog: ReasonDialog) -> None:
        QTest.mouseClick(dialog.confirm, Qt.MouseButton.LeftButton)
        self.hands.wait()

    @property
    def state(self) -> str:
        return self.hands.desk.view.state_words

    def panel(self) -> PeoplePanel:
        self.hands.press("Ctrl+,")
        (panel,) = self.hands.program.window.findChildren(PeoplePanel)
        self.hands.wait()
        return panel

    def causes(self, person: str) -> list[str]:
        desk = Desk.open(self.file)
        causes = [str(key.cause) for key in desk.keys(person)]
        desk.close()
        return causes


def told(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_a_first_decision_leads_through_choosing_a_passphrase_and_goes_on(
    start: Start, place: Workplace
) -> None:
    new = place.desk.add_person("Wulan", APPROVER, place.rina.id)
    work = Office(start, place, TEXT, who=new.id)
    dialog = work.ask()
    part = dialog.sign
    assert part is not None
    assert part.mode == "first"
    assert not dialog.confirm.isEnabled()
    QTest.keyClicks(part.new.first, "kopi")
    assert "4 huruf" in part.new.missing
    QTest.keyClicks(part.new.first, " susu")
    QTest.keyClicks(part.new.again, "kopi tawar")
    assert "belum sama" in part.new.missing
    assert not dialog.confirm.isEnabled()
    part.new.again.clear()
    QTest.keyClicks(part.new.again, "kopi susu")
    assert dialog.confirm.isEnabled()
    work.confirm(dialog)
    assert work.state == "Disetujui"
    assert work.causes(new.id) == ["first"]


def test_a_wrong_passphrase_waits_longer_each_time_and_says_nothing_more(
    start: Start, place: Workplace
) -> None:
    work = Office(start, place, TEXT)
    for seconds in (1, 2, 4):
        dialog = work.ask()
        part = dialog.sign
        assert part is not None
        until(lambda part=part: part.mode == "typed")  # type: ignore[misc] # the part of this turn
        QTest.keyClicks(part.asked.field, OTHER)
        work.confirm(dialog)
        assert (
            part.told.text()
            == f"Kata sandi itu tidak cocok. Bisa dicoba lagi dalam {seconds} detik."
        )
        assert part.asked.field.text() == ""
        QTest.keyClicks(part.asked.field, WORDS)
        assert not dialog.confirm.isEnabled(), "the right one has to wait as well"
        dialog.reject()
        work.hands.wait()
        dialog = work.ask()
        assert dialog.sign is not None
        assert f"{seconds} detik" in dialog.sign.told.text(), "another dialog waits as long"
        work.watch.seconds += seconds
        until(lambda dialog=dialog: "coba lagi." in told(dialog))  # type: ignore[misc]
        dialog.reject()
        work.hands.wait()
    assert work.state == "Menunggu keputusan"
    dialog = work.ask()
    work.hands.sign()
    work.confirm(dialog)
    assert work.state == "Disetujui"


def test_a_key_is_remembered_for_minutes_until_it_is_locked_or_somebody_else_works(
    start: Start, place: Workplace
) -> None:
    work = Office(start, place, TEXT, "Kedua", "Ketiga")
    vault, rina = work.office.vault, place.rina.id
    dialog = work.ask()
    work.hands.sign()
    work.confirm(dialog)
    dialog = work.ask(1)
    assert dialog.sign is not None
    assert dialog.sign.mode == "unlocked"
    work.confirm(dialog)
    assert work.state == "Disetujui"
    work.watch.seconds += 5 * 60
    dialog = work.ask(2)
    assert dialog.sign is not None
    assert dialog.sign.mode == "typed"
    work.hands.sign()
    dialog.reject()
    vault.unlock(Desk.open(work.file), rina, WORDS)
    work.hands.press("Ctrl+L")
    assert vault.unlocked.of(rina) is None
    vault.unlock(Desk.open(work.file), rina, WORDS)
    work.office.set_people(work.office.people, place.dewi.id)
    assert vault.unlocked.of(rina) is None
    vault.unlock(Desk.open(work.file), rina, WORDS)
    work.office.close()
    assert vault.unlocked.of(rina) is None


def test_a_key_that_is_locked_while_the_dialog_stands_open_is_asked_for_again(
    start: Start, place: Workplace
) -> None:
    work = Office(start, place, TEXT)
    work.office.vault.unlock(Desk.open(work.file), place.rina.id, WORDS)
    dialog = work.ask()
    assert dialog.sign is not None
    assert dialog.sign.first_field is None, "nothing is asked for"
    work.watch.seconds += 3_600
    work.confirm(dialog)
    assert dialog.sign.first_field is dialog.sign.asked.field
    assert work.state == "Menunggu keputusan"
    work.hands.sign()
    work.confirm(dialog)
    assert work.state == "Disetujui"


def test_never_remembered_means_asked_every_time(start: Start, place: Workplace) -> None:
    work = Office(start, place, TEXT)
    panel = work.panel()
    work.hands.click("Tidak", panel)
    assert work.office.settings.sign_minutes == 0
    work.hands.press("Ctrl+1")
    dialog = work.ask()
    work.hands.sign()
    work.confirm(dialog)
    assert work.state == "Disetujui"
    assert work.office.vault.unlocked.of(place.rina.id) is None


def test_a_lost_passphrase_has_a_way_in_the_same_dialog(start: Start, place: Workplace) -> None:
    work = Office(start, place, TEXT)
    dialog = work.ask()
    assert dialog.sign is not None
    work.hands.click("Lupa kata sandi?", dialog)
    assert "hilang" in told(dialog)
    work.hands.sign(OTHER)
    work.confirm(dialog)
    assert work.state == "Disetujui"
    assert work.causes(place.rina.id) == ["first", "lost"]


@pytest.mark.parametrize(
    ("content", "way"), [("{", True), ('{"format": "brandvoice-key", "version": 9}', False)]
)
def test_a_key_file_that_cannot_be_read_is_told_and_a_damaged_one_replaced(
    start: Start, place: Workplace, content: str, *, way: bool
) -> None:
    (keys_folder() / f"{place.rina.id}.json").write_text(content, encoding="utf-8")
    work = Office(start, place, TEXT)
    dialog = work.ask()
    assert dialog.sign is not None
    assert dialog.sign.mode == ("lost" if way else "shut")
    assert place.rina.id in told(dialog), "the file is named"
    if way:
        work.hands.sign(OTHER)
        work.confirm(dialog)
        assert work.state == "Disetujui"
    else:
        assert not dialog.confirm.isEnabled()


def test_a_key_at_another_laptop_is_told_with_the_place_to_copy_it_to(
    start: Start, place: Workplace, tmp_path: Path
) -> None:
    file = keys_folder() / f"{place.rina.id}.json"
    there = file.rename(tmp_path / "other laptop.json")
    work = Office(start, place, TEXT)
    dialog = work.ask()
    assert dialog.sign is not None
    assert dialog.sign.mode == "lost"
    assert str(file) in told(dialog)
    dialog.reject()
    there.rename(file)
    dialog = work.ask()
    work.hands.sign()
    work.confirm(dialog)
    assert work.state == "Disetujui"
    assert work.causes(place.rina.id) == ["first"]


def test_whoever_goes_away_has_decided_nothing(start: Start, place: Workplace) -> None:
    work = Office(start, place, TEXT)
    dialog = work.ask()
    work.hands.sign()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    work.hands.wait()
    assert work.state == "Menunggu keputusan"
    assert work.office.vault.unlocked.of(place.rina.id) is None


def test_a_reason_that_is_being_typed_never_ends_up_in_the_passphrase(
    start: Start, place: Workplace
) -> None:
    work = Office(start, place, TEXT)
    work.hands.desk.writing.act("reject")
    dialog = work.hands.dialog(ReasonDialog)
    work.hands.wait()
    assert dialog.focusWidget() is dialog.field, "the reason comes first"
    dialog.reject()
    work.hands.desk.writing.act("approve")
    dialog = work.hands.dialog(ReasonDialog)
    QTest.keyClicks(dialog.field, "Siap")
    work.hands.wait()
    QTest.keyClicks(dialog.focusWidget(), " tayang")
    assert dialog.reason == "Siap tayang"
    dialog.reject()
    work.hands.desk.writing.act("approve")
    dialog = work.hands.dialog(ReasonDialog)
    work.hands.wait()
    assert dialog.sign is not None
    assert dialog.focusWidget() is dialog.sign.asked.field, "a note may be left out"


def test_the_passphrase_is_masked_and_caps_lock_is_noticed(start: Start, place: Workplace) -> None:
    work = Office(start, place, TEXT)
    dialog = work.ask()
    assert dialog.sign is not None
    field = dialog.sign.asked.field
    assert field.echoMode() is QLineEdit.EchoMode.Password
    QTest.keyClicks(field, "k")
    assert "Caps" not in told(dialog)
    QTest.keyClick(field, Qt.Key.Key_K, Qt.KeyboardModifier.NoModifier)
    field.keyPressEvent(shouting())
    assert "Caps Lock" in told(dialog)
    QTest.keyClicks(field, "7 ")
    assert "Caps Lock" in told(dialog)
    QTest.keyClicks(field, "a")
    assert "Caps" not in told(dialog)
    assert all(one.accessibleName() for one in dialog.findChildren(PassphraseField))


def shouting() -> QKeyEvent:
    """The K that a keyboard with Caps Lock sends."""
    nothing = Qt.KeyboardModifier.NoModifier
    return QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_K, nothing, "K")


def test_what_was_signed_is_shown_with_its_meaning_and_key(start: Start, place: Workplace) -> None:
    place.approved(TEXT)
    work = Office(start, place)
    work.hands.press("Ctrl+3")
    (timeline,) = work.hands.program.window.findChildren(TimelineView)
    work.hands.wait()
    shown = timeline.toPlainText()
    for words in ("untuk Instagram", "Rina", "(UTC", "Ditandatangani dengan kunci"):
        assert words in shown


def test_people_have_keys_and_change_their_passphrase(start: Start, place: Workplace) -> None:
    work = Office(start, place)
    panel = work.panel()
    assert "sejak hari ini" in told(panel)
    work.hands.click("Ganti kata sandi… Rina", panel)
    dialog = work.hands.dialog(KeyDialog)
    assert dialog.old is not None
    choose(dialog, OTHER)
    QTest.keyClicks(dialog.old.field, "bukan ini")
    QTest.mouseClick(dialog.confirm, Qt.MouseButton.LeftButton)
    work.hands.wait()
    assert "1 detik" in told(dialog)
    assert not dialog.confirm.isEnabled()
    work.watch.seconds += 1
    QTest.keyClicks(dialog.old.field, WORDS)
    until(dialog.confirm.isEnabled)
    QTest.mouseClick(dialog.confirm, Qt.MouseButton.LeftButton)
    work.hands.wait()
    assert work.causes(place.rina.id) == ["first", "changed"]


def test_an_approver_vouches_for_somebody_who_lost_a_passphrase(
    start: Start, place: Workplace
) -> None:
    work = Office(start, place)
    panel = work.panel()
    work.hands.click("Kata sandi hilang… Dewi", panel)
    dialog = work.hands.dialog(KeyDialog)
    work.hands.wait()
    choose(dialog, OTHER)
    assert dialog.sign is not None
    assert not dialog.confirm.isEnabled()
    QTest.keyClicks(dialog.sign.asked.field, WORDS)
    QTest.mouseClick(dialog.confirm, Qt.MouseButton.LeftButton)
    work.hands.wait()
    assert work.causes(place.dewi.id) == ["first", "lost"]
    desk = Desk.open(work.file)
    assert desk.keys(place.dewi.id)[-1].by == place.rina.id
    assert desk.verify().intact


def test_a_person_may_have_a_picture(start: Start, place: Workplace, tmp_path: Path) -> None:
    photo, notes = tmp_path / "rina.png", tmp_path / "notes.png"
    image = QImage(400, 240, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    assert image.save(str(photo))
    notes.write_text("halo", encoding="utf-8")
    work = Office(start, place)
    panel = work.panel()
    for file in (notes, photo):
        work.hands.click("Gambar Rina", panel)
        work.hands.choose_file(file)
        work.hands.wait()
        if file == notes:
            refusal = work.hands.dialog(SentenceDialog)
            assert "notes.png" in told(refusal)
            refusal.accept()
            work.hands.wait()
    desk = Desk.open(work.file)
    kept = QImage.fromData(Album(desk).pictures()[place.rina.id])
    assert (kept.width(), kept.height()) == (96, 96)
    work.hands.click("Gambar Rina", panel)
    (menu,) = work.hands.button("Gambar Rina", panel).findChildren(QMenu)
    menu.actions()[-1].trigger()
    menu.close()
    work.hands.wait()
    assert Album(desk).pictures() == {}
    desk.close()


def choose(dialog: KeyDialog, words: str) -> None:
    for field in (dialog.new.first, dialog.new.again):
        QTest.keyClicks(field, words)


def test_the_window_stands_without_cryptography() -> None:
    modules = "application window desk deciding signpart peoplepanel acting staff vault".split()
    imported = "; ".join(f"import brandvoice.desktop.{name}" for name in modules)
    code = f"import sys; {imported}; sys.exit('cryptography' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_key_file_from_another_laptop_is_taken_in_from_the_settings(
    start: Start, place: Workplace, tmp_path: Path
) -> None:
    here = keys_folder() / f"{place.rina.id}.json"
    brought = here.rename(tmp_path / "rina.json")
    work = Office(start, place, TEXT)
    panel = work.panel()
    assert "tidak ada di laptop ini" in told(panel)
    work.hands.click("Ambil berkas kunci… Rina", panel)
    work.hands.choose_file(brought)
    work.hands.wait()
    dialog = work.hands.dialog(SentenceDialog)
    assert "kata sandi yang sama" in told(dialog)
    dialog.close()
    assert here.exists()
    assert "tidak ada di laptop ini" not in told(panel)
    work.hands.press("Ctrl+1")
    decision = work.ask()
    work.hands.sign()
    work.confirm(decision)
    assert work.state == "Disetujui"


def test_somebody_elses_key_file_is_refused_with_a_sentence(start: Start, place: Workplace) -> None:
    (keys_folder() / f"{place.rina.id}.json").unlink()
    work = Office(start, place, TEXT)
    panel = work.panel()
    work.hands.click("Ambil berkas kunci… Rina", panel)
    work.hands.choose_file(keys_folder() / f"{place.dewi.id}.json")
    work.hands.wait()
    assert "orang lain" in told(work.hands.dialog(SentenceDialog))
