"""Dresses the application: typeface, colours, style sheet; light and dark follow the system."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette

from brandvoice.desktop.palette import PALETTES, Palette, mixed
from brandvoice.desktop.stylesheet import stylesheet
from brandvoice.resources import shipped

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from brandvoice.desktop.settings import Theme

_WEIGHTS: Final = ("Regular", "Medium", "SemiBold")
_SIZE: Final = 14


def install_fonts(application: QApplication) -> None:
    """Makes Inter the typeface of everything; colour emoji come from the system."""
    for weight in _WEIGHTS:
        QFontDatabase.addApplicationFont(str(shipped("resources", "fonts", f"Inter-{weight}.otf")))
    font = QFont("Inter")
    font.setPixelSize(_SIZE)
    application.setFont(font)


def palette_for(application: QApplication, theme: Theme) -> Palette:
    """The palette of `theme`; `system` asks the desktop it runs on."""
    if theme != "system":
        return PALETTES[theme]
    dark = application.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return PALETTES["dark" if dark else "light"]


def dress(application: QApplication, palette: Palette) -> None:
    """Puts the colours on everything that is and will be shown."""
    application.setStyle("Fusion")
    application.setPalette(_qt_palette(palette))
    chevron = shipped("resources", "icons", f"chevron-down-{palette.shade}.svg").as_posix()
    selection = mixed(palette.accent, palette.panel, 0.28)
    application.setStyleSheet(stylesheet(palette, selection, chevron))


def _qt_palette(palette: Palette) -> QPalette:
    role = QPalette.ColorRole
    colours = {
        role.Window: palette.ground,
        role.Base: palette.panel,
        role.AlternateBase: palette.ground,
        role.Button: palette.panel,
        role.ToolTipBase: palette.panel,
        role.WindowText: palette.ink,
        role.Text: palette.ink,
        role.ButtonText: palette.ink,
        role.ToolTipText: palette.ink,
        role.PlaceholderText: palette.soft,
        role.Highlight: palette.accent,
        role.HighlightedText: palette.on_accent,
        role.Link: palette.accent,
    }
    made = QPalette()
    for one, colour in colours.items():
        made.setColor(one, QColor(colour))
    for one in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, one, QColor(palette.soft))
    return made
