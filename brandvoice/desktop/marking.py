"""How each category is told without words: colour (by the palette), underline and icon."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brandvoice.rules.terms import Category

Stroke = Literal["dotted", "dashed", "wavy", "solid", "dash-dot", "double"]


@dataclass(frozen=True, slots=True)
class Marking:
    """The underline below the words and the name of the icon on the card."""

    stroke: Stroke
    icon: str


MARKINGS: Final[Mapping[Category, Marking]] = {
    "oversharing": Marking("dotted", "heart"),
    "privacy": Marking("dashed", "eye"),
    "claim": Marking("wavy", "badge-question-mark"),
    "selling": Marking("solid", "megaphone"),
    "disclosure": Marking("dash-dot", "tag"),
    "tone": Marking("double", "frown"),
    "sensitive": Marking("dashed", "flag"),
    "voice": Marking("dotted", "audio-lines"),
    "channel": Marking("solid", "ruler"),
    "language": Marking("wavy", "spell-check"),
}
