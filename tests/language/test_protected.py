"""What no dictionary may call a mistake."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given

from brandvoice.brand.profile import Brand
from brandvoice.language.protected import protected
from brandvoice.post.post import Post
from tests.texts import posts

_BRAND = Brand(name="Kopi Kita", own=("kami",), readers=("Sobat",), accepted=("Sambalado",))


def _words(text: str) -> list[str]:
    post = Post(text)
    return [span.of(post.text) for span in protected(post, _BRAND)]


def test_handles_tags_links_addresses_and_emoji_are_protected() -> None:
    text = "Ask @kopi.kita_id 🫖 or halo@kopikita.id, see kopikita.id/menu #teh_tarik."
    assert _words(text) == [
        "@kopi.kita_id", "🫖", "halo@kopikita.id", "kopikita.id/menu", "#teh_tarik",
    ]  # fmt: skip


def test_the_brands_own_words_are_protected_in_any_case() -> None:
    assert _words("SAMBALADO by kopi kita, for sobat.") == ["SAMBALADO", "kopi kita", "sobat"]


def test_a_part_of_a_word_is_not_the_brands() -> None:
    assert _words("Sobatku minum kopi kitab.") == []


@given(posts())
def test_spans_lie_in_the_text_in_order_and_apart(text: str) -> None:
    post = Post(text)
    spans = protected(post, _BRAND)
    assert all(0 <= one.start < one.end <= len(post.text) for one in spans)
    assert all(one.end <= two.start for one, two in pairwise(spans))
