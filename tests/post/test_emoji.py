"""One emoji is what people see as one."""

from __future__ import annotations

import pytest

from brandvoice.post.emoji import emoji


@pytest.mark.parametrize(
    "one",
    ["😀", "👨‍👩‍👧‍👦", "🇮🇩", "👍🏽", "1️⃣", "#⃣", "❤️", "☺", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "👩‍❤️‍💋‍👨", "🏳️‍🌈", "©️", "🧑🏽‍🍳"],
)
def test_a_sequence_is_one_emoji(one: str) -> None:
    text = f"kopi {one}{one} enak"
    assert [picture.of(text) for picture in emoji(text)] == [one, one]


@pytest.mark.parametrize(
    "text", ["kopi 100%", "#1", "© 2026 Kopi™", "❤\ufe0e", "日本", "é", "𝗗𝗜𝗦𝗞𝗢𝗡"]
)
def test_other_signs_are_none(text: str) -> None:
    assert list(emoji(text)) == []
