"""Words a brand does not use, as lines for people: `murahan`, or `customer → pelanggan`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

_ARROW: Final = re.compile(r"\s*(?:→|->|=>|⇒|=)\s*")
_BETWEEN: Final = re.compile(r"[,;]")


class Terms(NamedTuple):
    """`rejected` words, and by such a word the one that is `preferred`."""

    rejected: tuple[str, ...] = ()
    preferred: Mapping[str, str] = {}

    @property
    def lines(self) -> str:
        """One word a line, those with a better one first."""
        pairs = [f"{word} → {better}" for word, better in self.preferred.items()]
        return "\n".join([*pairs, *(one for one in self.rejected if one not in self.preferred)])


def read_terms(text: str) -> Terms:
    """The terms in lines somebody typed; several words before one arrow share what follows it."""
    rejected: dict[str, None] = {}
    preferred: dict[str, str] = {}
    for line in text.splitlines():
        said, *better = _ARROW.split(line.strip(), maxsplit=1)
        instead = " ".join("".join(better).split())
        for word in filter(None, (" ".join(one.split()) for one in _BETWEEN.split(said))):
            if instead:
                preferred[word] = instead
            else:
                rejected[word] = None
    return Terms(tuple(one for one in rejected if one not in preferred), preferred)
