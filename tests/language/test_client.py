"""What a server answers, and every way of not answering."""

from __future__ import annotations

import inspect

import language_tool_python
import pytest
from hypothesis import given
from hypothesis import strategies as st

from brandvoice.errors import UserError
from brandvoice.language.client import Client, Piece, units_to_span
from brandvoice.post.span import Span
from tests.language.fakeserver import Manner, fake_server
from tests.texts import posts

pytestmark = pytest.mark.usefixtures("loopback")

TEXT = "👨‍👩‍👧 Teh team 😀 says hi."


def test_spans_are_code_points_however_many_emoji_stand_before() -> None:
    with fake_server() as server:
        answer = Client(server.url).check([Piece(TEXT)])
    (slip,) = answer.slips
    assert slip.span.of(TEXT) == "Teh"
    assert slip.instead == ("The", "Ten")
    assert answer.complete


@pytest.mark.parametrize("manner", ["slow", "500", "413", "400", "drops", "garbage", "binary",
                                    "list", "null", "no-matches"])  # fmt: skip
def test_an_answer_that_is_none_is_told_in_a_sentence(manner: Manner) -> None:
    with fake_server() as server:
        client = Client(server.url, patience=0.3)
        server.manner = manner
        with pytest.raises(UserError) as told:
            client.check([Piece(TEXT)])
        assert len(server.texts) == 1, "asked once: the sentence would be checked twice otherwise"
    assert told.value.key == "grammar.answer"
    assert "\n" not in str(told.value)


def test_a_server_that_gave_up_early_is_not_taken_for_done() -> None:
    with fake_server("incomplete") as server:
        answer = Client(server.url).check([Piece(TEXT)])
    assert len(answer.slips) == 1
    assert not answer.complete


@pytest.mark.parametrize("manner", ["unknown", "partial"])
def test_what_is_unknown_or_missing_spoils_nothing_else(manner: Manner) -> None:
    with fake_server(manner) as server:
        assert len(Client(server.url).check([Piece(TEXT)]).slips) == 1


def test_a_match_outside_the_text_is_dropped() -> None:
    with fake_server("outside") as server:
        assert Client(server.url).check([Piece(TEXT)]).slips == ()


def test_nobody_there_is_told_in_a_sentence() -> None:
    with pytest.raises(UserError) as told:
        Client("http://127.0.0.1:9")
    assert told.value.key == "grammar.unreachable"


@pytest.mark.parametrize("name", ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"])
def test_no_proxy_is_ever_given_a_draft(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with fake_server() as server, fake_server() as proxy:
        monkeypatch.setenv(name, proxy.url)
        Client(server.url).check([Piece(TEXT)])
        assert proxy.texts == []
        assert server.texts == [TEXT]


def test_rules_that_are_off_are_named_and_words_are_stood_for() -> None:
    with fake_server() as server:
        Client(server.url).check([Piece("Hi "), Piece("@kopi", "Alex"), Piece("!")], ["A_RULE"])
    (asked,) = server.asked
    assert asked["disabledRules"] == "A_RULE"
    assert '{"markup": "@kopi", "interpretAs": "Alex"}' in asked["data"]


def test_the_package_still_has_what_is_used_of_its_inside() -> None:
    tool = language_tool_python.LanguageTool
    query = list(inspect.signature(tool._query_server).parameters)  # noqa: SLF001
    assert query[:5] == ["self", "url", "params", "num_tries", "method"]
    assert list(inspect.signature(tool._create_params).parameters) == ["self", "text"]  # noqa: SLF001
    assert isinstance(tool._TIMEOUT, int)  # noqa: SLF001


@given(posts(), st.data())
def test_units_become_the_code_points_that_utf16_says(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    offset, length = _units(text[:start]), _units(text[start:end])
    expected = Span(start, end) if start < end else None
    assert units_to_span(text, offset, length) == expected


@given(posts(), st.integers(-5, 200), st.integers(-5, 200))
def test_units_outside_the_text_are_nothing(text: str, offset: int, length: int) -> None:
    span = units_to_span(text, offset, length)
    assert span is None or 0 <= span.start < span.end <= len(text)
    if offset + length > _units(text):
        assert span is None


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
