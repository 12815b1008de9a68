"""A card alone on a page: a little above the middle, where the eye rests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def centred(page: QWidget, width: int, spacing: int) -> QVBoxLayout:
    """Puts a card of that width on the empty `page`; what goes on the card, goes in the answer."""
    card = QFrame()
    card.setProperty("look", "card")
    card.setFixedWidth(width)
    middle = QHBoxLayout()
    middle.addStretch(1)
    middle.addWidget(card)
    middle.addStretch(1)
    whole = QVBoxLayout(page)
    whole.addStretch(2)
    whole.addLayout(middle)
    whole.addStretch(3)
    column = QVBoxLayout(card)
    column.setContentsMargins(32, 28, 32, 28)
    column.setSpacing(spacing)
    return column
