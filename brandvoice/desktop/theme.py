"""Dresses the application: typeface, colours, style sheet; light and dark follow the system."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette

from brandvoice.desktop.palette import PALETTES, Palette, Shade, mixed
from brandvoice.desktop.stylesheet import stylesheet
from brandvoice.resources import shipped

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from brandvoice.desktop.settings import Theme

_SIZE: Final = 14
_MIDDLE: Final = 128


def install_fonts(application: QApplication) -> None:
    """Makes Inter the typeface of everything; colour emoji come from the system.

    The first paint needs one weight; `finish_fonts` brings the others.
    """
    _add_font("Regular")
    font = QFont("Inter")
    font.setPixelSize(_SIZE)
    application.setFont(font)


def finish_fonts() -> None:
    """Adds the weights of titles and buttons."""
    for weight in ("Medium", "SemiBold", "Bold"):
        _add_font(weight)


def system_shade(application: QApplication) -> Shade:
    """What the desktop it runs on prefers; to be asked before the application is dressed."""
    # Not `styleHints().colorScheme()`: the namespace Qt costs 12 ms, and the window is not painted.
    dark = application.palette().window().color().lightness() < _MIDDLE
    return "dark" if dark else "light"


def palette_for(theme: Theme, system: Shade) -> Palette:
    """The palette of `theme` on a desktop that prefers `system`."""
    return PALETTES[system if theme == "system" else theme]


def dress(application: QApplication, palette: Palette) -> None:
    """Puts the colours on everything that is and will be shown."""
    application.setStyle("Fusion")
    application.setPalette(_qt_palette(palette))
    chevron, check = (
        shipped("resources", "icons", f"{name}-{palette.shade}.svg").as_posix()
        for name in ("chevron-down", "check")
    )
    selection = mixed(palette.accent, palette.panel, 0.28)
    application.setStyleSheet(stylesheet(palette, selection, chevron, check))


def _add_font(weight: str) -> None:
    QFontDatabase.addApplicationFont(str(shipped("resources", "fonts", f"Inter-{weight}.otf")))


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
