"""The words every rule and finding is described with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, get_args

Category = Literal[
    "oversharing",
    "privacy",
    "claim",
    "selling",
    "disclosure",
    "tone",
    "sensitive",
    "voice",
    "channel",
    "language",
]
CATEGORIES: Final[tuple[Category, ...]] = get_args(Category)

Severity = Literal["note", "warning", "blocker"]
SEVERITIES: Final[tuple[Severity, ...]] = get_args(Severity)
"""From mildest to gravest: worth a look, needs a decision, cannot be approved without a waiver."""


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence for people, in both languages."""

    id: str
    en: str

    def to(self, language: str) -> str:
        return self.en if language == "en" else self.id
