"""How the parts of the window look, as one Qt style sheet made from a palette."""

from __future__ import annotations

from dataclasses import fields
from string import Template
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from brandvoice.desktop.palette import Palette

# `look` is the property a widget names its part with (brandvoice/desktop/label.py, button.py).
_SHEET: Final = Template("""
* { font-family: "Inter"; font-size: 14px; }
QMainWindow, QDialog, #page, #column, QMenuBar { background: $ground; color: $ink; }
QLabel, QCheckBox, QRadioButton { background: transparent; color: $ink; }
QLabel[look="soft"] { color: $soft; font-size: 13px; }
QLabel[look="body"] { font-size: 13px; }
QLabel[look="small"] { color: $soft; font-size: 12px; }
QLabel[look="strong"] { font-weight: 600; }
QLabel[look="title"] { font-size: 20px; font-weight: 600; }
QLabel[look="heading"] { color: $soft; font-size: 12px; font-weight: 600; }
QLabel[look="bad"] { color: $bad; font-size: 13px; font-weight: 500; }
QLabel[look="struck"] { color: $soft; text-decoration: line-through; }

QRadioButton { spacing: 8px; font-weight: 500; padding: 2px 0; }
QRadioButton:focus { color: $accent; }
QRadioButton::indicator { width: 12px; height: 12px; border: 2px solid $soft; border-radius: 8px;
  background: $panel; }
QRadioButton::indicator:checked { border: 5px solid $accent; width: 6px; height: 6px; }

QMenuBar { border-bottom: 1px solid $line; padding: 2px 8px; }
QMenuBar::item { background: transparent; color: $soft; padding: 4px 10px; border-radius: 6px; }
QMenuBar::item:selected { background: $hover; color: $ink; }
QMenu { background: $panel; color: $ink; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 6px 28px 6px 12px; border-radius: 6px; }
QMenu::item:selected { background: $tint; color: $ink; }
QMenu::item:disabled { color: $soft; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QMenu::indicator { width: 14px; height: 14px; margin-left: 8px; }
QToolTip { background: $panel; color: $ink; border: 1px solid $line; padding: 6px 8px; }

#sidebar { background: $ground; border-right: 1px solid $line; }
#sidebar QToolButton { border: 2px solid transparent; border-radius: 10px; padding: 7px; }
#sidebar QToolButton:hover { background: $hover; }
#sidebar QToolButton:checked { background: $tint; }
#sidebar QToolButton:focus { border-color: $accent; }
#status { background: $ground; border-top: 1px solid $line; }
#status QLabel, #status QToolButton { color: $soft; font-size: 13px; }
#status QLabel[look="bad"] { color: $bad; font-weight: 600; }
#status QToolButton { border: 1px solid transparent; border-radius: 6px; padding: 2px 6px; }
#status QToolButton:hover { background: $hover; color: $ink; }
#status QToolButton:focus { border-color: $accent; }

QPushButton { background: $panel; color: $ink; border: 1px solid $line; border-radius: 8px;
  padding: 8px 14px; font-weight: 500; }
QPushButton:hover { background: $hover; }
QPushButton:focus { border: 1px solid $accent; }
QPushButton:disabled { color: $soft; background: $ground; }
QPushButton[look="primary"] { background: $accent; color: $on_accent; border-color: $accent;
  font-weight: 600; }
QPushButton[look="primary"]:focus { border: 2px solid $ink; padding: 7px 13px; }
QPushButton[look="primary"]:disabled { background: $tint; color: $soft; border-color: $line; }
QPushButton[look="small"] { font-size: 13px; padding: 5px 10px; border-radius: 7px; }
QPushButton[look="fix"] { background: $tint; color: $accent; border: 1px solid $tint;
  font-size: 13px; font-weight: 600; padding: 6px 10px; border-radius: 7px; text-align: left; }
QPushButton[look="fix"]:hover, QPushButton[look="fix"]:focus { border-color: $accent; }
QPushButton[look="link"] { background: transparent; border: 1px solid transparent; color: $accent;
  font-size: 13px; font-weight: 600; padding: 4px 6px; }
QPushButton[look="link"]:hover { background: $hover; }
QPushButton[look="link"]:focus { border-color: $accent; }
QPushButton[look="aside"] { background: transparent; border: 1px solid transparent; color: $soft;
  font-size: 13px; padding: 5px 6px; border-radius: 7px; }
QPushButton[look="aside"]:hover { background: $hover; color: $ink; }
QPushButton[look="aside"]:focus { border-color: $accent; color: $ink; }
QPushButton[look="quiet"] { background: transparent; border: 1px solid transparent; color: $soft;
  font-size: 13px; font-weight: 400; padding: 4px 6px; border-radius: 7px; text-align: left; }
QPushButton[look="quiet"]:hover { background: $hover; color: $ink; }
QPushButton[look="quiet"]:focus { border-color: $accent; }
QPushButton[look="chip"] { background: transparent; color: $soft; border: 1px solid $line;
  border-radius: 12px; padding: 4px 10px; font-weight: 400; font-size: 13px; }
QPushButton[look="chip"]:hover { background: $hover; color: $ink; }
QPushButton[look="chip"]:checked { background: $tint; color: $accent; border-color: $accent; }
QPushButton[look="chip"]:focus { border: 1px solid $accent; color: $ink; }
QPushButton[look="chip-over"] { background: $bad_ground; color: $bad; border: 1px solid $bad;
  border-radius: 12px; padding: 4px 10px; font-weight: 600; font-size: 13px; }
QPushButton[look="family"] { background: $panel; color: $ink; border: 1px solid $line;
  border-radius: 8px; padding: 4px 10px; font-weight: 400; font-size: 13px; }
QPushButton[look="family"]:hover { background: $hover; }
QPushButton[look="family"]:checked { border-color: $accent; background: $tint; }
QPushButton[look="family"]:focus { border: 1px solid $accent; }
QPushButton::menu-indicator { width: 0; image: none; }

QLabel[look="pill-wait"], QLabel[look="pill-good"], QLabel[look="pill-bad"],
QLabel[look="pill-calm"] { border-radius: 11px; padding: 4px 12px; font-size: 13px;
  font-weight: 600; }
QLabel[look="pill-wait"] { background: $wait_ground; color: $wait; }
QLabel[look="pill-good"] { background: $good_ground; color: $good; }
QLabel[look="pill-bad"] { background: $bad_ground; color: $bad; }
QLabel[look="pill-calm"] { background: $calm_ground; color: $calm; }

QFrame[look="card"] { background: $panel; border: 1px solid $line; border-radius: 12px; }
QFrame[look="paper"] { background: $panel; border: 1px solid $line; border-radius: 12px; }
QFrame[look="banner-wait"] { background: $wait_ground; border-radius: 10px; }
QFrame[look="banner-wait"] QLabel { color: $wait; font-size: 13px; }
QFrame[look="banner-good"] { background: $good_ground; border-radius: 10px; }
QFrame[look="banner-good"] QLabel { color: $good; font-size: 13px; }
QFrame[look="banner-bad"] { background: $bad_ground; border-radius: 10px; }
QFrame[look="banner-bad"] QLabel { color: $bad; font-size: 13px; }
QFrame[look="line"] { background: $line; border: none; }

QLineEdit, QPushButton { min-height: 18px; }
QToolButton::menu-indicator { width: 0; image: none; }
QLineEdit, QComboBox, QDateTimeEdit, QPlainTextEdit { background: $panel; color: $ink;
  border: 1px solid $line; border-radius: 8px; padding: 7px 10px;
  selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus, QComboBox:focus, QDateTimeEdit:focus, QPlainTextEdit:focus {
  border-color: $accent; }
QLineEdit[look="search"] { padding: 7px 8px 7px 2px; }
QComboBox, QDateTimeEdit { padding: 5px 8px; font-size: 13px; }
QComboBox::drop-down, QDateTimeEdit::drop-down { border: none; width: 18px; }
QComboBox::down-arrow, QDateTimeEdit::down-arrow { image: url("$chevron"); width: 12px;
  height: 12px; }
QDateTimeEdit:disabled, QComboBox:disabled { color: $soft;
  background: $ground; }
QCheckBox, QRadioButton { spacing: 8px; }
QCheckBox::indicator, QRadioButton::indicator { width: 14px; height: 14px; background: $panel;
  border: 1px solid $soft; border-radius: 4px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$check"); }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid $accent; }
QCheckBox:focus, QRadioButton:focus { color: $accent; }
QCheckBox:disabled, QRadioButton:disabled { color: $soft; }
QComboBox QAbstractItemView { background: $panel; color: $ink; border: 1px solid $line;
  selection-background-color: $tint; selection-color: $ink; outline: none; }
QTextEdit#paper { background: transparent; color: $ink; border: none; font-size: 17px;
  selection-background-color: $selection; selection-color: $ink; }
QTextBrowser, QTextEdit { background: transparent; color: $ink; border: none;
  selection-background-color: $selection; selection-color: $ink; }
QPlainTextEdit#facts { background: transparent; border: none; color: $soft; padding: 0;
  font-size: 13px; }
QListView#completions { background: $panel; border: 1px solid $line; padding: 4px; }
QListView#completions::item, QListView#choices::item { padding: 6px 8px; border-radius: 6px; }
QListView#completions::item:selected, QListView#choices::item:selected { background: $tint;
  color: $ink; }
QListView#outline::item { padding: 0 10px; border: 1px solid transparent; border-radius: 8px;
  color: $soft; }
QListView#outline::item:hover { background: $hover; color: $ink; }
QListView#outline::item:selected { background: $tint; color: $accent; }
QListView#outline::item:focus { border-color: $accent; }
QListView#choices { background: $panel; border: 1px solid $line; border-radius: 8px; padding: 4px; }
QListView { background: transparent; color: $ink; border: none; outline: none; }
QListView#outline { font-size: 13px; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QSplitter::handle { background: $line; }
QProgressBar { background: $calm_ground; border: none; border-radius: 4px; height: 8px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }

QScrollBar:vertical { background: transparent; width: 10px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 2px; }
QScrollBar::handle { background: $line; border-radius: 3px; min-height: 32px; min-width: 32px; }
QScrollBar::handle:hover { background: $soft; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")


def stylesheet(palette: Palette, selection: str, chevron: str, check: str) -> str:
    """The sheet in the colours of `palette`; `selection` stands behind marked words, `chevron` and
    `check` are the files of the arrow on boxes that open, and of the tick in those that are ticked.
    """
    colours = {
        field.name: getattr(palette, field.name)
        for field in fields(palette)
        if field.name not in ("shade", "category")
    }
    return _SHEET.substitute(colours, selection=selection, chevron=chevron, check=check)
