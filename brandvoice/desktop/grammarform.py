"""What checks grammar: nobody, LanguageTool on this computer, or a server somewhere."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from brandvoice.desktop.button import Button
from brandvoice.desktop.grammarfiles import GrammarFiles
from brandvoice.desktop.grammarquestions import ask_to_send
from brandvoice.desktop.label import Label
from brandvoice.desktop.mutedrules import MutedRules
from brandvoice.desktop.section import Section, named_row
from brandvoice.desktop.statusline import standing_lines
from brandvoice.errors import UserError
from brandvoice.language.choice import MEMORIES, MODES, is_local, server_address

if TYPE_CHECKING:
    from brandvoice.desktop.office import Office
    from brandvoice.language.choice import Choice, Mode
    from brandvoice.workflow.proofreading import Trial

_MB: Final = 1_000_000


class GrammarForm(Section):
    """A card of the settings; what is chosen counts at once and is kept."""

    def __init__(self, office: Office, parent: QWidget) -> None:
        super().__init__(office.say("grammar.title"), parent)
        self._office = office
        say = office.say
        self.modes = {mode: self._chip(say(f"grammar.{mode}"), mode) for mode in MODES}
        for chip in self.modes.values():
            chip.clicked.connect(self._on_mode)
        self.address = QLineEdit()
        self.address.setPlaceholderText(say("grammar.address_hint"))
        self.address.returnPressed.connect(self._on_use)
        self.use = Button(say("grammar.use"), "small")
        self.use.clicked.connect(self._on_use)
        self.memories = {
            size: self._chip(say("grammar.megabytes", number=size), size) for size in MEMORIES
        }
        for chip in self.memories.values():
            chip.clicked.connect(self._on_memory)
        self.test = Button(say("grammar.test"), "small")
        self.test.clicked.connect(self._on_test)
        self.standing = Label("", "body", wrap=True)
        self.told = Label("", "soft", wrap=True)
        self.files = GrammarFiles(office, self)
        self.files.told.connect(self._tell)
        self._testing = False
        self._url: tuple[QWidget, ...] = ()
        self._own: tuple[QWidget, ...] = ()
        self._arrange()
        office.proofing.stood.connect(self._on_stood)
        self.refresh()
        office.proofing.look()

    def refresh(self) -> None:
        """Shows the choice and how things stand."""
        choice = self._office.proofing.choice
        for mode, chip in self.modes.items():
            chip.setChecked(mode == choice.mode)
        for size, chip in self.memories.items():
            chip.setChecked(size == choice.memory)
        if not self.address.text():
            self.address.setText(choice.url)
        self._show_mode(choice.mode)
        self.files.refresh()
        self._on_stood()

    def _show_mode(self, mode: Mode) -> None:
        for row in self._url:
            row.setVisible(mode == "url")
        for row in self._own:
            row.setVisible(mode == "auto")
        self.test.setVisible(mode != "off")

    def _on_stood(self) -> None:
        standing = self._office.proofing.standing
        if standing is None:
            return
        lines = standing_lines(standing, self._office.say)
        # What is missing, the rows above say themselves.
        self.standing.setText(" ".join(lines[:1] if standing.kind == "missing" else lines))
        self.standing.dress("bad" if standing.kind == "failed" else "body")
        usable = standing.kind in ("idle", "ready", "failed")
        self.test.setEnabled(usable and not self._testing)

    def _on_mode(self) -> None:
        mode: Mode = self.sender().property("value")
        choice = self._office.proofing.choice
        self._tell("")
        if mode == "url" and not choice.url:
            # Nothing is asked before there is an address.
            self.modes["url"].setChecked(True)
            self.modes[choice.mode].setChecked(False)
            self._show_mode("url")
            self.address.setFocus()
            return
        self._choose(replace(choice, mode=mode))

    def _on_use(self) -> None:
        try:
            url = server_address(self.address.text())
        except UserError as error:
            self._tell(self._office.say.error(error))
            return
        self.address.setText(url)
        self._choose(replace(self._office.proofing.choice, mode="url", url=url))

    def _on_memory(self) -> None:
        size: int = self.sender().property("value")
        self._choose(replace(self._office.proofing.choice, memory=size))

    def _choose(self, choice: Choice) -> None:
        if choice.mode == "url" and choice.agreed != choice.url and not is_local(choice.url):
            host = urlsplit(choice.url).hostname or choice.url
            agreed = partial(self._decide, replace(choice, agreed=choice.url))
            ask_to_send(host, self._office.say, self.window(), agreed, self.refresh)
            return
        self._decide(choice)

    def _decide(self, choice: Choice) -> None:
        self._tell("")
        self._office.proofing.choose(choice)
        self.refresh()

    def _on_test(self) -> None:
        self._tell(self._office.say("grammar.testing"))
        self._testing = True
        self.test.setEnabled(False)
        self._office.proofing.test(self._on_tested, self._on_failed)

    def _on_tested(self, trial: Trial) -> None:
        said = {
            "words": trial.finding.words,
            "milliseconds": round(trial.seconds * 1000),
            "megabytes": trial.resident // _MB,
        }
        key = "grammar.tested" if trial.resident else "grammar.tested_elsewhere"
        self._end_test(self._office.say(key, **said))

    def _on_failed(self, error: UserError) -> None:
        self._end_test(self._office.say.error(error))

    def _end_test(self, sentence: str) -> None:
        self._testing = False
        self._tell(sentence)
        self._on_stood()

    def _tell(self, sentence: str) -> None:
        self.told.setText(sentence)
        self.told.setVisible(bool(sentence))

    def _chip(self, name: str, value: object) -> Button:
        chip = Button(name, "chip")
        chip.setCheckable(True)
        chip.setProperty("value", value)
        return chip

    def _arrange(self) -> None:
        say = self._office.say
        column = self.column
        column.addWidget(named_row(say("grammar.mode"), *self.modes.values()))
        self.address.setAccessibleName(say("grammar.address"))
        self._url = (named_row(say("grammar.address"), self.address, self.use),)
        memory = named_row(say("grammar.memory"), *self.memories.values())
        self._own = (self.files, memory)
        for row in (*self._url, *self._own):
            column.addWidget(row)
        column.addWidget(self.standing)
        column.addWidget(self.told)
        column.addWidget(self.test, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(MutedRules(self._office, self))
