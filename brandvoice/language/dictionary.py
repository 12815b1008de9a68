"""A Hunspell dictionary, read when a word is first looked up."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final, Literal

from brandvoice.resources import shipped

if TYPE_CHECKING:
    from hunspell import Hunspell

Name = Literal["id_ID", "en_US"]
# A dictionary's own letters go no further than this, and no word of ours needs more of it.
_LONGEST: Final = 60
_REMEMBERED: Final = 50_000


class Dictionary:
    """The words and affixes in `resources/dictionaries/<name>`, with their licence beside them.

    Not for two threads at once.
    """

    def __init__(self, name: Name) -> None:
        self.name = name
        # One slip can be undone in 500 ways, and most of those share their stems.
        self._known: dict[str, bool] = {}

    def knows(self, word: str) -> bool:
        """Whether the dictionary spells `word` so; capitals count, as in `Senin`."""
        if (known := self._known.get(word)) is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            fits = len(word) <= _LONGEST and word.isascii()
            known = self._known[word] = fits and bool(self._hunspell.spell(word))
        return known

    def knows_in_any_case(self, word: str) -> bool:
        """Whether it spells `word` so, or does when it is a name: `jakarta`."""
        return self.knows(word) or self.knows(word.capitalize())

    def similar(self, word: str) -> tuple[str, ...]:
        """What it would write instead, best first; some 15 ms in Indonesian, 100 in English."""
        if len(word) > _LONGEST or not word.isascii():
            return ()
        return tuple(self._hunspell.suggest(word))

    @cached_property
    def _hunspell(self) -> Hunspell:
        from hunspell import Hunspell

        folder = shipped("resources", "dictionaries", self.name)
        return Hunspell(self.name, hunspell_data_dir=str(folder))
