"""What changed between two versions is shown word by word, and adds up to both."""

from __future__ import annotations

from hypothesis import given

from brandvoice.post.difference import Part, difference
from tests.texts import posts


@given(posts(), posts())
def test_the_parts_add_up_to_both_versions(old: str, new: str) -> None:
    parts = difference(old, new)
    assert "".join(part.text for part in parts if part.kind != "in") == old
    assert "".join(part.text for part in parts if part.kind != "out") == new
    assert all(part.text for part in parts)


@given(posts())
def test_the_same_words_are_one_part(text: str) -> None:
    assert difference(text, text) == ((Part("same", text),) if text else ())


def test_a_changed_word_stands_alone() -> None:
    assert difference("Serum paling murah!", "Serum cukup murah!") == (
        Part("same", "Serum "),
        Part("out", "paling"),
        Part("in", "cukup"),
        Part("same", " murah!"),
    )


def test_a_character_nobody_sees_is_a_change() -> None:
    parts = difference("Diskon besar", "Diskon\u200b besar")
    assert Part("in", "\u200b") in parts
    assert difference("Diskon besar", "Diskon\u00a0besar")[1:3] == (
        Part("out", " "),
        Part("in", "\u00a0"),
    )


def test_an_emoji_is_not_torn_apart() -> None:
    parts = difference("Halo 👨‍👩‍👧‍👦 dan 🇮🇩 👍", "Halo 👨‍👩‍👧 dan 🇮🇱 👍🏽")
    changed = [part.text for part in parts if part.kind != "same"]
    assert changed == ["👨‍👩‍👧‍👦", "👨‍👩‍👧", "🇮🇩 👍", "🇮🇱 👍🏽"]


def test_long_texts_are_compared_where_their_lines_differ() -> None:
    lines = [f"Baris {n} 😀 kopi gayo dari petani kami" for n in range(3_000)]
    other = [*lines]
    other[10], other[2_990] = "Baris 10 😀 teh gayo dari petani kami", ""
    parts = difference("\n".join(lines), "\n".join(other))
    changed = [part for part in parts if part.kind != "same"]
    assert changed == [
        Part("out", "kopi"),
        Part("in", "teh"),
        Part("out", lines[2_990]),
    ]


def test_texts_too_long_to_compare_are_out_and_in() -> None:
    old, new = " ".join(["kopi", *"abc"] * 2_000), " ".join(["teh", *"def"] * 2_000)
    assert difference(f"Halo {old}", f"Halo {new}") == (
        Part("same", "Halo "),
        Part("out", old),
        Part("in", new),
    )


def test_words_changed_one_after_the_other_are_one_stretch() -> None:
    assert difference("Ayo stok tinggal dua, Kak", "Ayo promo berakhir besok, Kak") == (
        Part("same", "Ayo "),
        Part("out", "stok tinggal dua"),
        Part("in", "promo berakhir besok"),
        Part("same", ", Kak"),
    )
