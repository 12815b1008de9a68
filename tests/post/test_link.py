"""Links are found where X finds them: after twitter-text's conformance suite."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from brandvoice.post.link import links
from tests.texts import posts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("http://✪df.ws/ejp", ["http://✪df.ws/ejp"]),
        ("foo.com foo.net foo.co.jp", ["foo.com", "foo.net", "foo.co.jp"]),
        ("foo.baz www.xxxxxxx.baz foo.comm foo.somecom", []),
        ("t.co/abcde bit.ly/abcde", ["t.co/abcde", "bit.ly/abcde"]),
        (
            "これは日本語です。example.com/path/index.html中国語example.com/path한국",
            ["example.com/path/index.html", "example.com/path"],
        ),
        (
            "http://twitter.com/これは日本語です。example.com中国語http://t.co/abcde한국twitter.comテスト",
            ["http://twitter.com/", "example.com", "http://t.co/abcde", "twitter.com"],
        ),
        ("#test.com @test.com #http://test.com @http://test.com $twitter.com", []),
        ("john.doe.gov@mail.com john.doe.jp@mail.com", []),
        ("long.test.tar.bz2 test.tar.bz2 tar.bz2", []),
        ("test http://-twitter.com http://twitter-.com http://twitter_underscore.com", []),
        ("http://no-tld http://tld-too-short.x", []),
        ("http://domain.com-that-you-should-have-put-a-space-after", ["http://domain.com"]),
        ("test http://twitter.com/.", ["http://twitter.com/"]),
        ("http://example.com/path..........", ["http://example.com/path"]),
        (
            "http://en.wikipedia.org/wiki/Primer_(film)",
            ["http://en.wikipedia.org/wiki/Primer_(film)"],
        ),
        ("(http://twitter.com)", ["http://twitter.com"]),
        ("text http://foo.com?#foo text", ["http://foo.com?#foo"]),
        ("test ELPAÍS.com", ["ELPAÍS.com"]),
        ("test http://xn--ls8h.XN--ls8h.la/", ["http://xn--ls8h.XN--ls8h.la/"]),
        (
            "http://foobar.みんな/ http://foobar.中国/",
            ["http://foobar.みんな/", "http://foobar.中国/"],
        ),
        ("randomurlrandomurlrandomurlrandomurlrandomurlrandomurlrandomurls.com", []),
    ],
)
def test_links_are_those_of_x(text: str, found: list[str]) -> None:
    assert [link.of(text) for link in links(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Order di tokokopi.id, atau wa.me/62812 (bit.ly/kopi)",
            ["tokokopi.id", "wa.me/62812", "bit.ly/kopi"],
        ),
        ("Email halo@toko.co.id ya", []),
        ("Cuma Rp10.000! Buka 10.30 di Jl.Sudirman, oleh Rina, S.Pd", []),
        ("Murah banget.di sini.yuk", []),
    ],
)
def test_indonesian_writing_is_not_taken_for_links(text: str, found: list[str]) -> None:
    assert [link.of(text) for link in links(text)] == found


@given(posts())
def test_links_stand_in_order_and_apart(text: str) -> None:
    found = list(links(text))
    assert all(link.start < link.end <= len(text) for link in found)
    assert all(one.end <= two.start for one, two in pairwise(found))


def test_a_hostile_text_is_read_to_its_end() -> None:
    for text in (
        "a." * 200_000,
        "a-" * 200_000,
        "http://a.co/" + "(" * 50_000,
        "x.co?" + "." * 50_000,
    ):
        assert len(list(links(text))) <= 1
