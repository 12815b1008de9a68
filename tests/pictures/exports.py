"""The screens about exports and versions: what to write and where, two versions side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from brandvoice.desktop.exportdialog import ExportDialog

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.pictures.__main__ import Photographer


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
    look.take("30-export")
    dismiss()
    look.stop()
