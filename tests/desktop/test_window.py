"""The window as a whole: first start, files, languages, colours, keys, names, trouble."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QWidget,
)

from brandvoice.desktop.card import Card
from brandvoice.desktop.commands import commands
from brandvoice.desktop.dialog import Dialog, SentenceDialog
from brandvoice.desktop.label import ElidedLabel
from brandvoice.desktop.sidebar import SCREENS
from brandvoice.desktop.trouble import Trouble
from brandvoice.desktop.welcome import Welcome
from brandvoice.workflow.desk import Desk
from tests.desktop.conftest import settled, until
from tests.desktop.window import Hands

if TYPE_CHECKING:
    from pathlib import Path

    from brandvoice.desktop.application import Program
    from tests.desktop.conftest import Start
    from tests.desktop.workplace import Workplace

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    Card,
)
BOTH = pytest.mark.parametrize("language", ["id", "en"])
POST = "Termurah se-Indonesia 😀\nBuruan checkout!\nTanya 0812-8841-2907"


def begun(program: Program, name: str = "Dewi") -> Hands:
    """Somebody who has given their name."""
    program.window.staff.people.begin(name)
    until(lambda: program.window.desk is not None)
    settled(program)
    return Hands(program)


def drop(widget: QWidget, *files: Path) -> None:
    """Drops files on a widget, as a file manager does."""
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    how = Qt.DropAction.CopyAction, carried, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(widget, QDragEnterEvent(QPoint(9, 9), *how, none))
    QApplication.sendEvent(widget, QDropEvent(QPoint(9, 9), *how, none))


def titles(program: Program) -> set[str]:
    return {post.title for group in program.office.shelf.groups() for post in group.posts}


def test_the_first_start_asks_a_name_and_a_language_and_nothing_more(start: Start) -> None:
    program = start()
    welcome = program.window.screens.currentWidget()
    assert isinstance(welcome, Welcome)
    assert welcome.name.hasFocus()
    assert not welcome.start.isEnabled()
    fields = [child for child in welcome.findChildren(QWidget) if isinstance(child, CONTROLS)]
    assert set(fields) == {welcome.name, welcome.start, *welcome.languages.values()}


def test_the_first_start_goes_on_in_the_language_that_is_chosen(start: Start) -> None:
    program = start()
    welcome = program.window.screens.currentWidget()
    assert isinstance(welcome, Welcome)
    QTest.mouseClick(welcome.languages["en"], Qt.MouseButton.LeftButton)
    settled(program)
    welcome = program.window.screens.currentWidget()
    assert isinstance(welcome, Welcome)
    assert welcome.start.text() == "Start"
    QTest.keyClicks(welcome.name, "Dewi")
    QTest.mouseClick(welcome.start, Qt.MouseButton.LeftButton)
    until(lambda: program.window.desk is not None)
    (dewi,) = program.office.people
    assert (dewi.name, sorted(dewi.roles)) == ("Dewi", ["approver", "writer"])


def test_an_empty_desk_offers_the_samples(start: Start) -> None:
    hands = begun(start())
    hands.click("Buka tulisan contoh")
    until(lambda: len(titles(hands.program)) >= 3)
    hands.wait()
    assert hands.paper.text()
    assert hands.desk.findings.cards


def test_dropped_files_open_anywhere_and_the_bad_ones_say_why(start: Start, tmp_path: Path) -> None:
    hands = begun(start())
    good, other, bad = tmp_path / "kopi.txt", tmp_path / "teh.md", tmp_path / "foto.txt"
    good.write_text("Kopi Gayo", encoding="utf-8")
    other.write_text("Teh melati", encoding="utf-16")
    bad.write_bytes(b"\x00\x01\x02\xff" * 500)
    drop(hands.paper.viewport(), good, bad, other, tmp_path / "hilang.docx")
    until(lambda: len(titles(hands.program)) == 2)
    hands.wait()
    assert titles(hands.program) == {"Kopi Gayo", "Teh melati"}
    told = said(hands.dialog(SentenceDialog))
    assert "2 berkas" in told
    assert "foto.txt" in told
    assert "hilang.docx" in told
    assert "kopi.txt" not in told
    assert [name.rsplit("/", 1)[-1] for name in hands.program.office.settings.recent] == [
        "teh.md",
        "kopi.txt",
    ]


def test_files_given_at_the_start_open_once_there_is_somebody(start: Start, tmp_path: Path) -> None:
    file = tmp_path / "kopi.txt"
    file.write_text("Kopi Gayo", encoding="utf-8")
    hands = begun(start(file))
    until(lambda: titles(hands.program) == {"Kopi Gayo"})
    hands.wait()
    assert hands.paper.text() == "Kopi Gayo"


def test_a_file_is_opened_by_key_and_again_from_the_recent_ones(
    start: Start, tmp_path: Path
) -> None:
    file = tmp_path / "kopi.txt"
    file.write_text("Kopi Gayo", encoding="utf-8")
    hands = begun(start())
    hands.press("Ctrl+O")
    hands.choose_file(file)
    until(lambda: titles(hands.program) == {"Kopi Gayo"})
    hands.wait()
    hands.program.window.menus.recent.emit(hands.program.office.settings.recent[0])
    until(lambda: hands.desk.posts.rows.rowCount() == 3)
    hands.wait()


def test_another_language_keeps_the_words_and_their_undo_steps(
    start: Start, place: Workplace
) -> None:
    place.draft(POST)
    place.desk.close()
    hands = Hands(start())
    hands.write("abc")
    hands.program.window.menus.spoken.emit("en")
    hands.wait()
    assert hands.desk.view.state_words == "Draft"
    assert hands.paper.text() == f"abc{POST}"
    hands.press("Ctrl+Z")
    assert hands.paper.text() == POST
    assert len(hands.desk.findings.cards) == 3


def test_another_theme_keeps_the_screen_and_the_words(start: Start, place: Workplace) -> None:
    place.draft(POST)
    place.desk.close()
    hands = Hands(start())
    hands.write("abc")
    hands.press("Ctrl+3")
    hands.program.window.menus.dressed.emit("dark")
    hands.wait()
    window = hands.program.window
    assert window.screens.current == "history"
    assert window.palette().window().color().lightness() < 60
    hands.press("Ctrl+1")
    assert hands.paper.text() == f"abc{POST}"
    assert hands.program.office.settings.theme == "dark"


def test_a_workspace_that_cannot_be_opened_says_so_and_another_can_be_chosen(
    start: Start, private_home: Path, tmp_path: Path
) -> None:
    broken = private_home / "broken.sqlite3"
    broken.write_bytes(b"not a workspace " * 999)
    hands = Hands(start(workspace=broken))
    page = hands.program.window.screens.currentWidget()
    assert isinstance(page, Trouble)
    assert "broken.sqlite3" in page.sentence.text()
    hands.click("Pilih berkas lain…")
    hands.choose_file(tmp_path / "baru.sqlite3")
    until(lambda: isinstance(hands.program.window.screens.currentWidget(), Welcome))
    assert broken.read_bytes() == b"not a workspace " * 999
    assert (tmp_path / "baru.sqlite3").exists()


def test_who_is_working_is_remembered(start: Start, place: Workplace) -> None:
    place.submitted("Halo")
    place.desk.close()
    program = start()
    assert program.window.status.person.text() == "Dewi"
    program.office.set_people(program.office.people, place.rina.id)
    again = start()
    assert again.window.status.person.text() == "Rina"


def test_what_another_window_writes_is_shown_when_one_comes_back(
    start: Start, place: Workplace
) -> None:
    post = place.draft("Halo")
    hands = Hands(start())
    place.desk.save(post.id, "Halo dari jendela lain", place.dewi.id)
    place.desk.close()
    hands.program.office.reload()
    hands.wait()
    assert hands.paper.text() == "Halo dari jendela lain"


def test_words_of_two_windows_are_both_kept(start: Start, place: Workplace) -> None:
    post = place.draft("Halo")
    hands = Hands(start())
    hands.click("Instagram")
    place.desk.save(post.id, "Halo dari jendela lain", place.dewi.id)
    hands.write("Wah ")
    hands.wait()
    told = said(hands.dialog(SentenceDialog))
    assert "Halo dari jendela lain" in told
    hands.dialog(SentenceDialog).accept()
    assert titles(hands.program) == {"Wah Halo", "Halo dari jendela lain"}
    hands.write("! ")
    hands.wait()
    texts = {one.text: one.channels for one in place.desk.posts()}
    place.desk.close()
    assert texts == {"Wah ! Halo": (), "Halo dari jendela lain": ()}


def test_words_that_moved_on_are_not_approved_and_both_are_shown(
    start: Start, place: Workplace
) -> None:
    post = place.submitted("Halo")
    hands = Hands(start())
    hands.program.office.set_people(hands.program.office.people, place.rina.id)
    hands.desk.writing.act("approve")
    place.desk.save(post.id, "Halo Kak", place.dewi.id)
    place.desk.close()
    hands.click("Setujui", hands.sign())
    dialog = hands.dialog(Dialog)
    shown = [view.toPlainText() for view in dialog.findChildren(QTextEdit)]
    assert shown == ["Halo", "Halo Kak"]
    dialog.accept()
    hands.wait()
    assert hands.desk.view.state_words == "Konsep"
    assert hands.paper.text() == "Halo Kak"


def test_the_queue_has_the_longest_waiting_on_top(start: Start, place: Workplace) -> None:
    for text in ("Pertama", "Kedua"):
        place.submitted(text)
    place.desk.close()
    hands = Hands(start())
    hands.press("Ctrl+2")
    queue = hands.program.window.screens.currentWidget()
    rows = queue.findChildren(QAbstractItemView)[0].model()
    told = [rows.index(row, 0).data() for row in range(rows.rowCount())]
    assert told == ["Menunggu orang lain · 2", "Pertama", "Kedua"]
    hands.click("Buka di Meja")
    assert hands.paper.text() == "Pertama"


@BOTH
def test_every_control_has_a_name_for_screen_readers(
    start: Start, place: Workplace, language: str
) -> None:
    place.draft(POST)
    place.submitted("Halo")
    place.desk.close()
    program = start(language=language)
    for screen in SCREENS:
        program.window.screens.turn(screen)
        settled(program)
        nameless = [
            control
            for control in program.window.findChildren(QWidget)
            if isinstance(control, CONTROLS) and control.isVisible() and not named(control)
        ]
        assert nameless == [], screen


@BOTH
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_is_cut_in_a_small_window(
    start: Start, place: Workplace, language: str, theme: str
) -> None:
    place.draft(POST)
    place.submitted("Halo")
    place.desk.close()
    program = start(language=language, theme=theme)
    program.window.resize(1280, 720)
    for screen in SCREENS:
        program.window.screens.turn(screen)
        settled(program)
        assert program.window.size().toTuple() == (1280, 720)
        assert cut(program.window) == [], screen


def test_everything_can_be_reached_with_tab(start: Start, place: Workplace) -> None:
    place.draft(POST)
    place.desk.close()
    hands = Hands(start())
    hands.desk.search.setFocus()
    reached = set()
    for _ in range(60):
        focused = QApplication.focusWidget()
        assert focused
        reached.add(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    wanted: set[QWidget] = {hands.paper, hands.desk.posts, *hands.desk.findings.cards}
    wanted |= {
        button
        for button in hands.desk.findChildren(QPushButton)
        if button.isVisible() and button.isEnabled()
    }
    assert wanted - reached == set()


def test_panes_are_walked_with_a_key(start: Start, place: Workplace) -> None:
    place.draft(POST)
    place.desk.close()
    hands = Hands(start())
    hands.paper.setFocus()
    seen = []
    for _ in range(4):
        hands.press("F6")
        seen.append(type(QApplication.focusWidget()).__name__)
    assert seen == ["Card", "Button", "PostList", "Paper"]
    hands.press("Shift+F6")
    assert hands.desk.posts.hasFocus()


def test_every_command_can_be_given_before_and_after_somebody_has_a_name(start: Start) -> None:
    program = start()
    safe = [
        action
        for command, action in program.window.menus.actions.items()
        if command not in ("quit", "elsewhere")
    ]
    assert len(safe) == len(commands()) - 2
    for hands in (None, begun):
        if hands:
            hands(program)
        for action in safe:
            action.trigger()
            settled(program)
            for dialog in program.window.findChildren(QWidget):
                if dialog.isWindow() and dialog.isVisible():
                    dialog.close()


def named(control: QWidget) -> bool:
    """Whether a screen reader has something to say: a name, or the text on a button."""
    inner = {"qt_spinbox_lineedit", "qt_calendar_calendarview"}
    if control.objectName() in inner or isinstance(control.parent(), QComboBox | QLineEdit):
        return True
    text = control.text() if isinstance(control, QAbstractButton) else ""
    return bool(control.accessibleName() or text)


def cut(window: QWidget) -> list[str]:
    """The words on labels and buttons that do not fit, or stand outside the window."""
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or isinstance(widget, ElidedLabel):
            continue
        if isinstance(widget, QLabel | QAbstractButton) and widget.text():
            wraps = isinstance(widget, QLabel) and widget.wordWrap()
            wanted = widget.sizeHint()
            fits = widget.height() >= (
                widget.heightForWidth(widget.width()) if wraps else wanted.height()
            )
            if not fits or (not wraps and widget.width() < min(wanted.width(), 300)):
                found.append(f"{widget.text()} {widget.size().toTuple()} {wanted.toTuple()}")
    return found


def said(dialog: Dialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def test_what_is_closed_is_closed(start: Start, private_home: Path) -> None:
    hands = begun(start())
    hands.write("Halo")
    hands.wait()
    hands.press("Ctrl+Q")
    assert not hands.program.window.isVisible()
    desk = Desk.open(private_home / "workspace.sqlite3")
    assert [post.text for post in desk.posts()] == ["Halo"]
    desk.close()
