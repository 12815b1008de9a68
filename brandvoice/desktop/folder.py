"""Shows a file where it lies, in the computer's own file manager."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QProcess, QUrl
from PySide6.QtGui import QDesktopServices

if TYPE_CHECKING:
    from pathlib import Path


def show_in_folder(path: Path) -> None:
    """Opens the folder, with the file marked where the system can do that."""
    native = QDir.toNativeSeparators(str(path))
    if sys.platform == "win32":
        QProcess.startDetached("explorer.exe", [f"/select,{native}"])
    elif sys.platform == "darwin":
        QProcess.startDetached("open", ["-R", native])
    else:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
