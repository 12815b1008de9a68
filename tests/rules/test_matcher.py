"""What a matcher finds in a text does not depend on the texts it has read before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brandvoice.rules.matcher import Matcher
from tests.rules.packs import WHOLE, pack_of

if TYPE_CHECKING:
    from pathlib import Path

    from brandvoice.rules.pack import Pack

WORDS = [
    "24",
    "25",
    "7",
    "911",
    "912",
    "jam",
    "galau",
    "galau2",
    "galau7",
    "diskon",
    "%",
    "rb",
    " ",
]
NUMBERED = WHOLE.replace(
    '["paling {murah|enak}", "nomor satu"]',
    '["paling {murah|enak}", "nomor satu", "24 jam", "911", "galau"]',
)
PATTERNS = NUMBERED.replace(
    "[guards]", "[[patterns]]\nany = ['\\d+ ?(?:%|rb)', 'diskon \\d{2}']\n[guards]"
)


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    folder: Path = tmp_path_factory.mktemp("packs") / "pack"
    return pack_of(folder, best=PATTERNS)


def found(matcher: Matcher, text: str) -> list[str]:
    return sorted(hit.span.of(text) for hit in matcher.find(text).hits)


def test_a_number_is_told_from_others_of_its_length(pack: Pack) -> None:
    matcher = Matcher(pack)
    assert found(matcher, "buka 25 jam, telepon 912, galau7") == []
    assert found(matcher, "buka 24 jam, telepon 911, galau2") == ["24 jam", "911", "galau2"]
    assert found(matcher, "diskon 7%, diskon 50 rb") == ["50 rb", "7%", "diskon 50"]


@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join), max_size=6))
def test_earlier_texts_change_nothing(pack: Pack, texts: list[str]) -> None:
    used = Matcher(pack)
    for text in texts:
        assert found(used, text) == found(Matcher(pack), text)
