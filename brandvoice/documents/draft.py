"""A draft as it was found in a file."""

from __future__ import annotations

from dataclasses import dataclass

from brandvoice.post.normal import normalise


@dataclass(frozen=True, slots=True)
class Draft:
    """A text, normalised on the way in, and the name of the file it stands in."""

    name: str
    text: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", normalise(self.text))
