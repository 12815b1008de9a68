"""Asks before a rule counts otherwise, and shows what that would mean for the posts of the past."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from brandvoice.desktop.dialog import Dialog
from brandvoice.desktop.trialview import TrialView
from brandvoice.desktop.trying import Experiment
from brandvoice.rules.page import title_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from brandvoice.desktop.office import Office
    from brandvoice.desktop.palette import Palette
    from brandvoice.review.reviewer import Reviewer
    from brandvoice.rules.terms import Severity
    from brandvoice.workflow.check import Checker
    from brandvoice.workflow.ruleindex import Entry

Kind = Literal["off", "on", "weigh", "remove"]
_EFFECTS = {"off": "unflag", "on": "flag", "weigh": "weigh", "remove": "unflag"}


@dataclass(frozen=True, slots=True)
class Change:
    """What is to become of a rule; `severity` where it is to weigh otherwise."""

    kind: Kind
    entry: Entry
    severity: Severity | None = None

    @property
    def experiment(self) -> Experiment:
        """What the rule finds: now, or once it is looked for again."""
        return Experiment(self.entry.rule.id, self._reviewer)

    def _reviewer(self, checker: Checker) -> Reviewer:
        brand = checker.reviewer.brand
        off = tuple(one for one in brand.off if one != self.entry.rule.id)
        return checker.reviewer.for_brand(replace(brand, off=off))


class ChangeDialog(Dialog):
    """Tries the change at once; it counts only when it is confirmed."""

    def __init__(self, change: Change, office: Office, palette: Palette, parent: QWidget) -> None:
        say = office.say
        super().__init__(say(f"change.{change.kind}.title"), parent)
        self.change = change
        self._office = office
        self.setMinimumWidth(560)
        severity = say.whole(f"severity.{change.severity or change.entry.severity}")
        self.tell(title_of(change.entry.rule, say.language), "strong")
        self.tell(say(f"change.{change.kind}.meaning", severity=severity))
        self.trial = TrialView(office, palette, self)
        self.trial.resized.connect(self.fit)
        self.column.addWidget(self.trial)
        confirm = self.offer(say(f"change.{change.kind}.do"), say)
        confirm.clicked.connect(self._on_confirm)
        self.finished.connect(self.trial.stop)
        confirm.setFocus()
        self.trial.begin(change.experiment, _EFFECTS[change.kind])

    def _on_confirm(self) -> None:
        ruling, rule = self._office.ruling, self.change.entry.rule.id
        self.accept()
        match self.change.kind:
            case "remove":
                ruling.remove(rule)
            case "weigh":
                ruling.weigh(rule, self.change.severity or self.change.entry.severity)
            case "on" | "off":
                ruling.switch(rule, on=self.change.kind == "on")
