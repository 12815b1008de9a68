"""The screens about exports and versions: what to write and where, two versions side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QApplication

from brandvoice.desktop.exportdialog import ExportDialog
from brandvoice.desktop.versionsdialog import VersionsDialog

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.pictures.__main__ import Photographer

BETTER: Final = (
    "🔥🔥 FLASH SALE SEPATU, SAMPAI MINGGU!!! 🔥🔥\n\n"
    "Sepatu kulit diskon 20%, 100% original dengan kartu garansi. Promo berakhir Minggu pukul "
    "21.00, selama stok ada 😊\n\n👉 gratis ongkir Jabodetabek, pesan lewat katalog"
)


def take_exports(
    look: Photographer, folder: Path, settings: Path, dismiss: Callable[[], None]
) -> None:
    """Takes them all."""
    program = look.start(settings, folder / "story.sqlite3")
    window = program.window
    window.screens.turn("history")
    history = window.screens.history
    assert history
    history.bar.state.setCurrentIndex(history.bar.state.findData("approved"))
    look.wait(0.4)
    window.staff.acting.export()
    look.wait()
    (dialog,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, ExportDialog))
    ending = "riwayat.pdf" if look.is_indonesian else "history.pdf"
    dialog.place.setText(f"Documents/{ending}")
    look.take("26-export")
    dismiss()
    _take_versions(look, dismiss)
    look.stop()


def _take_versions(look: Photographer, dismiss: Callable[[], None]) -> None:
    assert look.program
    look.program.window.screens.turn("desk")
    desk = look.program.window.desk
    assert desk
    groups = look.program.office.shelf.groups()
    group = next(group for group in groups if group.state == "changes_requested")
    desk.open(group.posts[0].id)
    look.wait()
    desk.view.paper.selectAll()
    desk.view.paper.insertPlainText(BETTER)
    look.wait(0.6)
    desk.compare()
    look.wait(0.3)
    look.take("27-versions")
    dialogs = QApplication.topLevelWidgets()
    (dialog,) = (one for one in dialogs if isinstance(one, VersionsDialog))
    dialog.inline.click()
    look.take("28-versions-inline")
    dismiss()
