"""What a hand-over file brought, and what in it came too late, with both texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from brandvoice.approval.signature import fingerprint_of
from brandvoice.desktop.button import Button
from brandvoice.desktop.dialog import Dialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from brandvoice.approval.handover import Late, Receipt
    from brandvoice.desktop.office import Office

_SHOWN: Final = 1
"""Decisions that came too late whose texts are shown; the window must fit a small screen."""
_WIDTH: Final = 560


class ReceiptDialog(Dialog):
    """Says what came; nothing is to be decided in it."""

    def __init__(self, receipt: Receipt, office: Office, parent: QWidget) -> None:
        say = office.say
        super().__init__(say.whole("handover.received_title"), parent)
        self.setMinimumWidth(_WIDTH)
        self._office = office
        if receipt.new:
            sender = office.name_of(receipt.sender)
            self.tell(say.whole("handover.received", count=len(receipt.posts), name=sender))
        else:
            self.tell(say.whole("handover.nothing_new"))
        if receipt.decided:
            self.tell(say.whole("handover.decided", count=receipt.decided))
        if receipt.erased:
            self.tell(say.whole("handover.erased", count=receipt.erased))
        if receipt.late:
            self.tell(say.whole("handover.late_title"), "strong")
        for place, late in enumerate(receipt.late):
            self._tell_late(late, with_texts=place < _SHOWN)
        for person, key in receipt.keys:
            name = office.name_of(person)
            self.tell(say.whole("handover.key", name=name, digits=fingerprint_of(key)), "soft")
        close = Button(say("dialog.close"), "primary")
        close.clicked.connect(self.accept)
        close.setDefault(True)
        self.end_with(close)

    def _tell_late(self, late: Late, *, with_texts: bool) -> None:
        say = self._office.say
        self.tell(say.whole("handover.late", name=late.name, title=late.title or say("untitled")))
        if with_texts:
            for title, words in (
                (say.whole("handover.late_decided"), late.decided),
                (say.whole("handover.late_standing"), late.standing),
            ):
                self.tell(title, "soft")
                self.quote(words or say.whole("handover.page.erased"), title)
