"""Sources as people meet them in the window: kept, pointed at, saved, removed, erased."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from brandvoice.approval.attachment import LARGEST
from brandvoice.desktop.dialog import ReasonDialog, SentenceDialog
from brandvoice.desktop.sourcedialog import SourceDialog
from brandvoice.desktop.waivedialog import WaiveDialog
from brandvoice.workflow.desk import Desk
from tests.desktop.test_flow import begin
from tests.desktop.test_window import drop

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from brandvoice.approval.state import PostState
    from tests.desktop.conftest import Start
    from tests.desktop.window import Hands
    from tests.desktop.workplace import Workplace

BOAST = "Sambal termurah se-Indonesia"
BYTES = b"survei \xff\x00" * 99
SAID = "Survei harga, 12 toko, 3 Mei 2026"


@pytest.fixture
def survey(tmp_path: Path) -> Path:
    path = tmp_path / "survei harga.pdf"
    path.write_bytes(BYTES)
    return path


def words_on(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def kept(hands: Hands, survey: Path) -> None:
    """Keeps a source for the claim from its card, with a file chosen in the dialog."""
    (card,) = hands.desk.findings.cards
    hands.click("Tambah sumber… “termurah se-Indonesia”", card)
    dialog = hands.dialog(SourceDialog)
    assert not dialog.confirm.isEnabled()
    QTest.keyClicks(dialog.field, SAID)
    QTest.keyClicks(dialog.address, "https://contoh.test/survei")
    hands.click("Pilih berkas…", dialog)
    hands.choose_file(survey)
    hands.wait()
    assert any("survei harga.pdf" in told for told in words_on(dialog))
    hands.click("Simpan sumber", dialog)


def posts(place: Workplace) -> tuple[PostState, ...]:
    desk = Desk.open(place.desk.path)
    try:
        return desk.posts()
    finally:
        desk.close()


def test_a_source_is_kept_from_the_card_shown_there_and_its_file_saved(
    start: Start, place: Workplace, survey: Path, tmp_path: Path
) -> None:
    place.draft(BOAST)
    hands = begin(start, place, place.dewi.id)
    kept(hands, survey)
    (card,) = hands.desk.findings.cards
    assert card.shown.waiver is None  # it is as open as before
    assert f"Sumber: {SAID}" in words_on(card)
    assert hands.desk.evidence.list.opener.text() == "Sumber · 1"
    hands.click("Simpan survei harga.pdf sebagai…", card)
    hands.choose_file(tmp_path / "kembali.pdf")
    hands.wait()
    assert (tmp_path / "kembali.pdf").read_bytes() == BYTES
    assert any("kembali.pdf" in told for told in words_on(hands.dialog(SentenceDialog)))


def test_the_approver_points_at_the_source_and_is_shown_it_when_approving(
    start: Start, place: Workplace, survey: Path
) -> None:
    post = place.submitted(BOAST)
    hands = begin(start, place, place.dewi.id)
    hands.desk.open(post.id)
    hands.wait()
    kept(hands, survey)
    office = hands.program.office
    office.set_people(office.people, place.rina.id)
    hands.wait()
    hands.press("F8")
    hands.press("Ctrl+Shift+.")
    dialog = hands.dialog(WaiveDialog)
    hands.click(f"Tunjuk sumber “{SAID}”", dialog)
    assert dialog.reason.startswith(f"Sumber: {SAID} (survei harga.pdf, SHA-256 ")
    hands.click("Kecualikan", hands.sign())
    hands.press("Ctrl+Shift+A")
    asked = hands.dialog(ReasonDialog)
    assert f"Satu sumber ada di samping kata-katanya: {SAID}" in words_on(asked)
    asked.reject()
    (state,) = posts(place)
    assert state.waivers[0].reason == f"Sumber: {SAID} (survei harga.pdf, SHA-256 {digits(state)}…)"


def digits(state: PostState) -> str:
    assert state.sources[0].file
    return state.sources[0].file.digest[:16]


def test_a_file_is_dropped_on_the_list_and_one_too_large_is_refused_at_once(
    start: Start, place: Workplace, survey: Path, tmp_path: Path
) -> None:
    place.draft(BOAST)
    hands = begin(start, place, place.dewi.id)
    drop(hands.desk.evidence.list, survey)
    dialog = hands.dialog(SourceDialog)
    assert "Untuk seluruh unggahan" in words_on(dialog)
    QTest.keyClicks(dialog.field, SAID)
    large = tmp_path / "besar.zip"
    with large.open("wb") as file:
        file.truncate(LARGEST + 1)
    drop(dialog, large)
    assert any("lebih dari 10 MB" in told for told in words_on(dialog))
    assert not dialog.confirm.isEnabled()
    drop(dialog, survey)
    hands.click("Simpan sumber", dialog)
    (state,) = posts(place)
    assert state.sources[0].words is None
    assert state.sources[0].file
    assert state.sources[0].file.name == "survei harga.pdf"


def test_a_source_for_selected_words_is_removed_with_a_reason_and_stays_on_view(
    start: Start, place: Workplace
) -> None:
    place.draft("Halo 😀 semua")
    hands = begin(start, place, place.dewi.id)
    hands.paper.setTextCursor(hands.paper.document().find("semua"))
    hands.press("Ctrl+Alt+B")
    dialog = hands.dialog(SourceDialog)
    QTest.keyClicks(dialog.field, SAID)
    QTest.keyClick(dialog.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    hands.wait()
    (card,) = hands.desk.evidence.list.cards
    assert card.source.words == "semua"
    hands.click("Cabut…", hands.desk.evidence.list)
    reason = hands.dialog(ReasonDialog)
    QTest.keyClicks(reason.field, "salah tahun")
    hands.click("Cabut", reason)
    (card,) = hands.desk.evidence.list.cards
    assert not card.source.stands
    assert "Dicabut oleh Dewi: salah tahun" in words_on(card)
    assert hands.desk.evidence.list.opener.text() == "Sumber · 0"


def test_a_file_is_erased_by_an_approver_only_and_the_card_says_so(
    start: Start, place: Workplace, survey: Path
) -> None:
    post = place.submitted(BOAST)
    hands = begin(start, place, place.dewi.id)
    hands.desk.open(post.id)
    hands.wait()
    kept(hands, survey)
    buttons = hands.desk.evidence.list.findChildren(QPushButton)
    assert "Hapus berkas…" not in [button.text() for button in buttons]
    office = hands.program.office
    office.set_people(office.people, place.rina.id)
    hands.wait()
    hands.click("Hapus berkas…", hands.desk.evidence.list)
    dialog = hands.sign()
    assert "Isi 1 berkas ikut terhapus." in words_on(dialog)
    QTest.keyClicks(dialog.field, "data pelanggan")
    hands.click("Hapus", dialog)
    (state,) = posts(place)
    assert state.sources[0].file
    assert state.sources[0].file.erased
    assert any("berkas sudah dihapus" in told for told in words_on(hands.desk.evidence.list))
