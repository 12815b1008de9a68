"""Who the brand is: its name, trade, own contacts, and how it speaks of itself and its readers."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import (
    QCheckBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from brandvoice.brand.profile import TRADES, Brand
from brandvoice.desktop.button import Button
from brandvoice.desktop.dropdown import DropDown
from brandvoice.desktop.label import Label
from brandvoice.desktop.section import Section, listed

if TYPE_CHECKING:
    from brandvoice.desktop.office import Office

_LINE_END: Final = re.compile(r"\n")
_LINES: Final = 68


class BrandForm(Section):
    """A card of the settings. What is typed counts when it is saved."""

    def __init__(self, office: Office, parent: QWidget) -> None:
        super().__init__(office.say("brand.title"), parent)
        self._office = office
        say = office.say
        self.name, self.own, self.readers = QLineEdit(), QLineEdit(), QLineEdit()
        self.name.setMaxLength(80)
        self.own.setPlaceholderText(say("brand.own_hint"))
        self.readers.setPlaceholderText(say("brand.readers_hint"))
        self.trade = DropDown()
        for trade in TRADES:
            self.trade.addItem(say.whole(f"trade.{trade}"), trade)
        self.contacts, self.claims = QPlainTextEdit(), QPlainTextEdit()
        for field, hint in ((self.contacts, "contacts_hint"), (self.claims, "claims_hint")):
            field.setTabChangesFocus(True)
            field.setFixedHeight(_LINES)
            field.setPlaceholderText(say(f"brand.{hint}"))
        self.second_opinion = QCheckBox(say("brand.second_opinion"))
        self._wrong = Label("", "bad", wrap=True)
        self._wrong.hide()
        self.save = Button(say("brand.save"), "small")
        self.save.clicked.connect(self._on_save)
        self._standing = Label("", "soft")
        self._arrange()
        self._known = Brand()
        for line in (self.name, self.own, self.readers):
            line.textChanged.connect(self._refresh)
        for field in (self.contacts, self.claims):
            field.textChanged.connect(self._refresh)
        self.second_opinion.toggled.connect(self._refresh)
        self.trade.currentIndexChanged.connect(self._refresh)
        office.ruling.changed.connect(self._on_changed)
        self._show(Brand())
        self._on_changed()

    @property
    def trouble(self) -> str:
        """What is wrong with the brand's folder, in words."""
        return self._wrong.text()

    def brand(self, known: Brand) -> Brand:
        """`known` with what is typed here."""
        trade = next(one for one in TRADES if one == self.trade.currentData())
        return replace(
            known,
            name=self.name.text().strip(),
            trade=trade,
            own=listed(self.own.text()),
            readers=listed(self.readers.text()),
            contacts=listed(self.contacts.toPlainText()),
            claims=listed(self.claims.toPlainText(), _LINE_END),
            second_opinion=self.second_opinion.isChecked(),
        )

    def _on_changed(self) -> None:
        """Shows the profile as it stands, unless something here is not saved yet."""
        index = self._office.ruling.index
        typed = self.brand(self._known) != self._known
        if index and not typed:
            self._show(index.brand)
        elif index and self.brand(index.brand) == index.brand:
            self._known = index.brand
        say = self._office.say
        self._wrong.setText("\n".join(map(say.error, self._office.ruling.mistakes)))
        self._wrong.setVisible(bool(self._office.ruling.mistakes))
        self._refresh()

    def _show(self, brand: Brand) -> None:
        self._known = brand
        self.name.setText(brand.name)
        self.trade.setCurrentIndex(TRADES.index(brand.trade))
        self.own.setText(", ".join(brand.own))
        self.readers.setText(", ".join(brand.readers))
        self.contacts.setPlainText("\n".join(brand.contacts))
        self.claims.setPlainText("\n".join(brand.claims))
        self.second_opinion.setChecked(brand.second_opinion)
        # As it is read back, so that a comma within one of its words is no change.
        self._known = self.brand(brand)

    def _refresh(self) -> None:
        typed = self.brand(self._known) != self._known
        self.save.setEnabled(typed)
        self._standing.setText(self._office.say("brand.typed" if typed else "brand.same"))

    def _on_save(self) -> None:
        self._office.ruling.save(self.brand)

    def _arrange(self) -> None:
        say = self._office.say
        self.column.addWidget(self._wrong)
        for key, field in (
            ("brand.name", self.name),
            ("brand.trade", self.trade),
            ("brand.contacts", self.contacts),
            ("brand.own", self.own),
            ("brand.readers", self.readers),
            ("brand.claims", self.claims),
            ("brand.guesses", self.second_opinion),
        ):
            self.ask(say(key), field)
        self.end_with(self.save, self._standing)
