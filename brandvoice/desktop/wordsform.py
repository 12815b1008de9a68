"""The brand's words: how formally it writes, what is no mistake, what it says instead of what."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import (
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from brandvoice.brand.profile import LANGUAGE, REGISTERS, Brand
from brandvoice.brand.terms import Terms, read_terms
from brandvoice.desktop.button import Button
from brandvoice.desktop.dropdown import DropDown
from brandvoice.desktop.label import Label
from brandvoice.desktop.section import Section, listed

if TYPE_CHECKING:
    from brandvoice.desktop.office import Office

_FIELDS: Final = ("register", "accepted", "rejected", "preferred", "languages")
_LINES: Final = 86


class WordsForm(Section):
    """A card of the settings. What is typed counts when it is saved; words that are added from a
    finding meanwhile stay."""

    def __init__(self, office: Office, parent: QWidget) -> None:
        super().__init__(office.say("vocabulary.title"), parent)
        self._office = office
        say = office.say
        self.register = DropDown()
        for register in REGISTERS:
            self.register.addItem(say(f"vocabulary.{register}"), register)
        self.accepted, self.terms = QPlainTextEdit(), QPlainTextEdit()
        for field, hint in ((self.accepted, "accepted_hint"), (self.terms, "terms_hint")):
            field.setTabChangesFocus(True)
            field.setFixedHeight(_LINES)
            field.setPlaceholderText(say(f"vocabulary.{hint}"))
        self.languages = QLineEdit()
        self.languages.setPlaceholderText(say("vocabulary.languages_hint"))
        self.save = Button(say("vocabulary.save"), "small")
        self.save.clicked.connect(self._on_save)
        self._standing = Label("", "soft")
        self._arrange()
        self._known = Brand()
        self.register.currentIndexChanged.connect(self._refresh)
        self.accepted.textChanged.connect(self._refresh)
        self.terms.textChanged.connect(self._refresh)
        self.languages.textChanged.connect(self._refresh)
        office.ruling.changed.connect(self._on_changed)
        self._on_changed()

    def brand(self, known: Brand) -> Brand:
        """`known` with what was changed here."""
        terms = read_terms(self.terms.toPlainText())
        typed = replace(
            known,
            register=next(one for one in REGISTERS if one == self.register.currentData()),
            accepted=listed(self.accepted.toPlainText()),
            rejected=terms.rejected,
            preferred=terms.preferred,
            languages=listed(self.languages.text()),
        )
        before = _as_typed(self._known)
        new = {
            one: value for one in _FIELDS if (value := getattr(typed, one)) != getattr(before, one)
        }
        return replace(known, **new)

    def _on_changed(self) -> None:
        """Shows the profile as it stands, but for what is typed here and not saved yet."""
        if index := self._office.ruling.index:
            shown = self.brand(index.brand)
            self._known = index.brand
            self._show(shown)
        self._refresh()

    def _show(self, brand: Brand) -> None:
        self.register.setCurrentIndex(REGISTERS.index(brand.register))
        lines = Terms(brand.rejected, brand.preferred).lines
        for field, text in ((self.accepted, "\n".join(brand.accepted)), (self.terms, lines)):
            if field.toPlainText() != text:
                field.setPlainText(text)
        if listed(self.languages.text()) != brand.languages:
            self.languages.setText(", ".join(brand.languages))

    def _refresh(self) -> None:
        say, typed = self._office.say, self.brand(self._known) != self._known
        strange = [one for one in listed(self.languages.text()) if not LANGUAGE.fullmatch(one)]
        self.save.setEnabled(typed and not strange)
        self._standing.setText(
            say("vocabulary.no_language", word=strange[0])
            if strange
            else say("brand.typed" if typed else "brand.same")
        )

    def _on_save(self) -> None:
        self._office.ruling.save(self.brand)

    def _arrange(self) -> None:
        say = self._office.say
        for key, field in (
            ("vocabulary.register", self.register),
            ("vocabulary.accepted", self.accepted),
            ("vocabulary.terms", self.terms),
            ("vocabulary.languages", self.languages),
        ):
            self.ask(say(key), field)
        self.end_with(self.save, self._standing)


def _as_typed(brand: Brand) -> Brand:
    """The profile as it is read back from the fields, so that a comma in a word is no change."""
    terms = read_terms(Terms(brand.rejected, brand.preferred).lines)
    accepted = listed("\n".join(brand.accepted))
    return replace(
        brand, accepted=accepted, rejected=terms.rejected, preferred=dict(terms.preferred)
    )
