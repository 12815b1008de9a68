"""A draft as it is reviewed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from brandvoice.post.normal import normalise

Kind = Literal["post", "reply"]
KINDS: Final[tuple[Kind, ...]] = ("post", "reply")

Channel = Literal[
    "instagram", "tiktok", "x", "facebook", "linkedin", "youtube", "threads", "whatsapp"
]
CHANNELS: Final[tuple[Channel, ...]] = (
    "instagram",
    "tiktok",
    "x",
    "facebook",
    "linkedin",
    "youtube",
    "threads",
    "whatsapp",
)


@dataclass(frozen=True, slots=True)
class Post:
    """A text with where it is meant to appear. `text` is normalised on the way in."""

    text: str
    kind: Kind = "post"
    channels: tuple[Channel, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", normalise(self.text))


def as_channel(name: str) -> Channel | None:
    """The channel called `name`, or None."""
    return name if name in CHANNELS else None
