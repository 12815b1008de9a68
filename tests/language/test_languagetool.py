"""The real LanguageTool 6.8, asked as the program asks it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import pytest

from brandvoice.brand.profile import Brand
from brandvoice.errors import UserError
from brandvoice.language.client import Piece
from brandvoice.language.grammar import Grammar
from brandvoice.language.remark import SPELLING
from brandvoice.language.speller import Speller
from brandvoice.post.post import Post
from brandvoice.post.span import Span
from tests.language.integration import FILES, needs_languagetool, real_service
from tests.language.planted import PLANTED

if TYPE_CHECKING:
    from brandvoice.language.service import Service
    from brandvoice.review.finding import Finding

__all__ = ["real_service"]
pytestmark = [needs_languagetool, pytest.mark.usefixtures("loopback")]
_FOUND_AT_LEAST = 0.85
BRAND = Brand(name="Kopi Kita", accepted=("Sambalado",))

CLEAN = (
    "We open at nine tomorrow, come and say hello ☕",
    "Thank you all for a wonderful first year 💛 Here's to many more.",
    "Our programme has three flavours: pandan, coconut and palm sugar.",
    "New drop: matcha latte, iced or hot. Which one is yours?",
    "Sambalado by Kopi Kita is back, ask @kopi.kita_id or see kopikita.id/menu #sambalado",
    "POV: you found the best seat in the shop 😎 #kopisore #ngopi",
    "DM us to order, delivery is free within 5 km.",
    "lowkey obsessed with this colour combo 🤎",
    "Mbak Sri from Yogyakarta makes every bag by hand.",
    "Don't worry, we've got plenty for everyone!",
)


def read(service: Service, text: str) -> tuple[Post, tuple[Finding, ...]]:
    """As the program reads: words that our own spelling knows are no mistakes."""
    post = Post(text)
    return post, Grammar(service, _speller()).proofread(post, BRAND)


@cache
def _speller() -> Speller:
    return Speller()


def test_most_planted_slips_are_found_where_they_are(real_service: Service) -> None:
    missed = [one for one in PLANTED if not _is_found(real_service, one.text, one.wrong)]
    assert len(PLANTED) >= 60
    assert len(missed) <= len(PLANTED) * (1 - _FOUND_AT_LEAST), missed


@pytest.mark.parametrize("text", CLEAN)
def test_clean_posts_have_nothing(real_service: Service, text: str) -> None:
    assert read(real_service, text)[1] == ()


def test_places_are_exact_behind_emoji_and_flags(real_service: Service) -> None:
    text = "👨‍👩‍👧‍👦🇮🇩 This is a apple 👍🏽 and thsi 𝒃𝒆𝒔𝒕 one is 1️⃣ for you."
    post, found = read(real_service, text)
    told = {one.rule: one.span.of(post.text) for one in found}
    assert told == {"language/EN_A_VS_AN": "a", SPELLING: "thsi"}
    assert [one.suggestions[0].text for one in found] == ["an", "this"]


def test_a_mix_is_read_where_it_is_english(real_service: Service) -> None:
    text = "Kak, stok tinggal dikit nih, buruan ya! We has more tomorrow. Makasih semuanya 🙏"
    post, found = read(real_service, text)
    assert [one.span.of(post.text) for one in found] == ["has"]


def test_indonesian_is_never_asked_about(real_service: Service) -> None:
    text = "Menu baru kami sudah bisa dipesan mulai hari ini, kak. Ongkir gratis se-Bandung!"
    assert read(real_service, text)[1] == ()


def test_the_server_stays_small(real_service: Service) -> None:
    grammar = Grammar(real_service)
    for number in range(150):
        grammar.proofread(Post(f"We has packed {number} boxes of teh finest tea today."), BRAND)
    assert 0 < real_service.resident < 900_000_000


def test_an_unknown_language_is_told_and_english_goes_on(real_service: Service) -> None:
    client = real_service.client()
    assert client is not None
    with pytest.raises(UserError, match=r"grammar\.answer"):
        client.check([Piece("All is well.")], language="xx")
    post = Post("Wir sind heute auch auf dem Markt und das ist nicht alles.\nTeh tea is ready now.")
    found = Grammar(real_service).proofread(post, Brand(languages=("xx",)))
    assert [one.words for one in found] == ["Teh"]
    reason = real_service.standing.reason
    assert reason
    assert reason.details == {"languages": "xx"}


def test_another_language_of_the_brand_is_read(real_service: Service) -> None:
    post = Post("Wir haben heute ein neue Kuchen gebacken, und das ist nicht alles.")
    grammar = Grammar(real_service)
    assert grammar.proofread(post, BRAND) == ()
    # The server reads a language's rules with the first question; on a busy machine that takes
    # longer than an answer may, and the next question is answered.
    asked = (grammar.proofread(post, Brand(languages=("de-DE",))) for _ in range(10))
    (found,) = next(filter(None, asked))
    assert found.words == "ein neue Kuchen"
    indonesian = Post("Gerai Cikini buka lagi, parkir luas.")
    assert grammar.proofread(indonesian, Brand(languages=("de-DE",))) == ()


def test_its_licence_lies_beside_it() -> None:
    from pathlib import Path

    assert (Path(FILES) / "COPYING.txt").is_file()


def _is_found(service: Service, text: str, wrong: str) -> bool:
    post, found = read(service, text)
    place = re.search(rf"(?<!\w){re.escape(wrong)}(?!\w)", post.text)
    assert place, "what is planted stands in the post"
    return any(one.span.overlaps(Span(*place.span())) for one in found)
