"""Hashtags are counted as the platforms link them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from brandvoice.post.hashtag import hashtags
from tests.texts import posts


def tags(text: str, channel: str = "instagram") -> list[str]:
    return [tag.of(text) for tag in hashtags(text, channel)]  # type: ignore[arg-type]


# From twitter-text's conformance suite.
ON_X = [
    ("a #hashtag here", ["#hashtag"]),
    ("#1hashtag is this", ["#1hashtag"]),
    ("On the #16 bus, #0", []),
    (
        "(#hashtag1 )#hashtag2 [#hashtag3 ]#hashtag4 ’#hashtag5’#hashtag6",
        ["#hashtag1", "#hashtag2", "#hashtag3", "#hashtag4", "#hashtag5", "#hashtag6"],
    ),
    ("I'll write more tests #mañana", ["#mañana"]),
    ("this is not valid: # 会議中 ハッシュ", []),
    ("日本語ハッシュタグ#日本語ハッシュタグ", []),
    ("できましたよー！＃日本語ハッシュタグ。", ["＃日本語ハッシュタグ"]),
    ("＃ｈａｓｈｔａｇ１２３", ["＃ｈａｓｈｔａｇ１２３"]),
    ("Here’s #İn #ın #ş", ["#İn", "#ın", "#ş"]),
    ("#hashtag: #hashtag; #hashtag, #hashtag. #hashtag! #hashtag?", ["#hashtag"] * 6),
    ("#http://twitter.com #https://twitter.com", []),
    ("http://twitter.com/#hashtag twitter.com/#hashtag", []),
    ("#महात्मा #महात्मा_१२३४ #१२३४ गांधी", ["#महात्मा", "#महात्मा_१२३४"]),
    ("#メ～テレ #云々", ["#メ～テレ", "#云々"]),
]


@pytest.mark.parametrize(("text", "found"), ON_X)
def test_x_links_what_twitter_text_links(text: str, found: list[str]) -> None:
    assert tags(text, "x") == found


@pytest.mark.parametrize(
    ("text", "elsewhere", "on_x"),
    [
        ("#kopi#susu", ["#kopi", "#susu"], []),
        ("#kopi☕ #☕", ["#kopi☕", "#☕"], ["#kopi"]),
        ("☕#kopi ❤️#susu 1️⃣#satu", ["#kopi", "#susu", "#satu"], ["#kopi", "#susu", "#satu"]),
        ("C#sharp &#39; kata#tag", [], []),
        ("No #1 di Bandung, #️⃣", [], []),
        ("＃kopi #kopi_susu", ["＃kopi", "#kopi_susu"], ["＃kopi", "#kopi_susu"]),
        ("tanpa tagar", [], []),
    ],
)
def test_what_people_mean_by_a_hashtag(text: str, elsewhere: list[str], on_x: list[str]) -> None:
    assert tags(text) == elsewhere
    assert tags(text, "x") == on_x


@given(posts())
def test_hashtags_begin_with_their_sign_and_stand_in_order(text: str) -> None:
    tagged = "#kopi " + text + "#b"
    found = hashtags(tagged, "tiktok")
    assert found[0] == (0, 5)
    assert all(tag.of(tagged)[0] in "#＃" for tag in found)
    assert all(one.end <= two.start for one, two in pairwise(found))
