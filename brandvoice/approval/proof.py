"""What a walk over the record found: the first thing that does not hold, or that all does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from brandvoice.words import say

if TYPE_CHECKING:
    from datetime import date

    from brandvoice.approval.chain import Anchor
    from brandvoice.words import Language

Fault = Literal[
    "altered",  # the entry does not match its own hash
    "unlinked",  # it does not continue the entry before it
    "missing",  # entries before it are gone
    "lost",  # entries that were received with it are gone
    "backdated",  # it claims to be older than the entry before it
    "cut",  # an earlier export knows more entries
    "rewritten",  # an earlier export, or another chain, knows another entry in this place
    "forged",  # its signature does not fit
    "unknown_key",  # it is signed with a key that was not its actor's
    "unsigned",  # it is an act that must be signed, by somebody who has a key, and is not
    "text_altered",  # a text is not the text that was recorded
    "text_missing",  # a text is gone and no entry says that it was erased
    "file_altered",  # a kept file is not the file that was recorded
    "file_missing",  # a kept file is gone and no entry says that it was erased
    "unreadable",  # this program cannot read the entry, though its hash is right
    "projection",  # what the screens show does not follow from the record
]


@dataclass(frozen=True, slots=True)
class Break:
    """The first place where the record does not hold: which entry of this file, what is wrong."""

    seq: int
    fault: Fault
    post: str | None = None


class Erasure(NamedTuple):
    """So many texts and files were erased by somebody (a name) on a day, and entries say so."""

    name: str
    day: date
    texts: int
    files: int = 0


@dataclass(frozen=True, slots=True)
class Verification:
    """What a walk over the record found. `complete` is False when it was stopped early.

    `entries` hold, `heads` are the newest of every chain, `erasures` those that are entries of
    their own, `broken` is the first thing that does not hold.
    """

    entries: int
    heads: tuple[Anchor, ...]
    erasures: tuple[Erasure, ...]
    broken: Break | None
    complete: bool = True

    @property
    def intact(self) -> bool:
        """Whether the whole record was walked and everything held."""
        return self.complete and self.broken is None

    @property
    def erased(self) -> int:
        """How many texts were erased with an entry that says so."""
        return sum(erasure.texts for erasure in self.erasures)

    def sentence(self, language: Language) -> str:
        """What was found, for people."""
        if self.broken:
            return say(language, f"proof.{self.broken.fault}", seq=self.broken.seq)
        found = "intact" if self.complete else "stopped"
        told = [say(language, f"proof.{found}", count=self.entries)]
        for name, day, texts, files in self.erasures:
            for key, count in (("erased", texts), ("files_erased", files)):
                if count:
                    told.append(say(language, f"proof.{key}", count=count, name=name, day=day))
        return "; ".join(told)
