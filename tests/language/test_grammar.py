"""What is told about a post, with a server that knows one slip and one that has bad manners."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from brandvoice.brand.profile import Brand
from brandvoice.language.choice import Choice
from brandvoice.language.grammar import Grammar
from brandvoice.language.remark import SPELLING
from brandvoice.language.service import Service
from brandvoice.post.post import Post
from brandvoice.words import explain
from tests.language.fakeserver import FakeServer, Manner, fake_server

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from brandvoice.language.service import Standing

pytestmark = pytest.mark.usefixtures("loopback")

BRAND = Brand(name="Kopi Kita")
SLIP = "Teh team is very happy today."
MIXED = "Halo Kak, menu baru sudah ada! Teh team is very happy today. Yuk mampir ke toko kami."


class _Known:
    def knows(self, word: str, brand: Brand) -> bool:  # noqa: ARG002
        return word == "Teh"


@contextmanager
def read_with(folder: Path, manner: Manner = "well") -> Iterator[tuple[Grammar, FakeServer]]:
    with fake_server(manner) as server:
        choice = Choice(mode="url", url=server.url)
        yield Grammar(Service(choice, state=folder, pauses=(0, 0, 0), patience=1)), server


def test_a_slip_is_a_note_with_a_way_out(tmp_path: Path) -> None:
    post = Post(f"👨‍👩‍👧 Hari ini cerah sekali ya Kak.\n{SLIP}")
    with read_with(tmp_path) as (grammar, _):
        (found,) = grammar.proofread(post, BRAND)
    assert found.span.of(post.text) == found.words == "Teh"
    assert (found.rule, found.category, found.severity) == (SPELLING, "language", "note")
    assert [one.text for one in found.suggestions] == ["The", "Ten"]
    assert "LanguageTool" in found.sources[0]


def test_only_the_english_sentences_leave_the_program(tmp_path: Path) -> None:
    with read_with(tmp_path) as (grammar, server):
        assert len(grammar.proofread(Post(MIXED), BRAND)) == 1
        grammar.proofread(Post("Semua menu kami dibuat setiap pagi dengan senang hati."), BRAND)
    sent = "".join(server.texts[1:])  # the first is the warm-up
    assert sent.strip() == SLIP


def test_a_sentence_is_read_once(tmp_path: Path) -> None:
    with read_with(tmp_path) as (grammar, server):
        first = grammar.proofread(Post(SLIP), BRAND)
        asked = len(server.texts)
        assert grammar.proofread(Post(SLIP), BRAND) == first
        assert len(server.texts) == asked
        grammar.proofread(Post(f"{SLIP} We are open from nine to five."), BRAND)
    assert server.texts[-1].strip() == "We are open from nine to five."


@pytest.mark.parametrize("text", ["Ask #Teh if you want to know.", "Ask @Teh.team if you want."])
def test_tags_and_handles_are_no_mistakes(tmp_path: Path, text: str) -> None:
    with read_with(tmp_path) as (grammar, _):
        assert grammar.proofread(Post(text), BRAND) == ()


def test_the_brands_words_and_known_words_are_no_mistakes(tmp_path: Path) -> None:
    post = Post(SLIP)
    with read_with(tmp_path) as (grammar, server):
        assert grammar.proofread(post, Brand(accepted=("teh",))) == ()
        known = Grammar(Service(Choice(mode="url", url=server.url), state=tmp_path), _Known())
        assert known.proofread(post, BRAND) == ()


def test_a_brand_mutes_a_rule_or_makes_it_graver(tmp_path: Path) -> None:
    post = Post(SLIP)
    with read_with(tmp_path) as (grammar, _):
        assert grammar.proofread(post, Brand(off=(SPELLING,))) == ()
        (found,) = grammar.proofread(post, Brand(severity={SPELLING: "warning"}))
    assert found.severity == "warning"


@pytest.mark.parametrize("manner", ["500", "413", "drops", "garbage", "no-matches", "outside"])
def test_no_answer_is_no_finding_and_no_trouble(tmp_path: Path, manner: Manner) -> None:
    with read_with(tmp_path) as (grammar, server):
        grammar.proofread(Post("We are open from nine to five."), BRAND)
        server.manner = manner
        assert grammar.proofread(Post(SLIP), BRAND) == ()
        server.manner = "well"
        again = grammar.proofread(Post(SLIP), BRAND)
    assert len(again) == (0 if manner == "outside" else 1), "what was not read is asked again"


def test_a_half_answer_is_not_remembered(tmp_path: Path) -> None:
    with read_with(tmp_path, "incomplete") as (grammar, server):
        grammar.proofread(Post(SLIP), BRAND)
        server.manner = "well"
        assert len(grammar.proofread(Post(SLIP), BRAND)) == 1


def test_a_long_post_is_sent_in_parts(tmp_path: Path) -> None:
    lines = [f"{SLIP} We have number {number} of our many boxes." for number in range(400)]
    with read_with(tmp_path) as (grammar, server):
        found = grammar.proofread(Post("\n".join(lines)), BRAND)
    assert len(found) == 400
    assert all(one.words == "Teh" for one in found)
    assert len(server.texts) > 2
    assert max(map(len, server.texts)) < 20_000


def test_a_language_the_server_lacks_is_told_once_and_never_asked_for(tmp_path: Path) -> None:
    german = Post("Wir sind heute auch auf dem Markt und das ist nicht alles.")
    brand = Brand(languages=("EN-us", "de-XX", "xx"))
    told: list[Standing] = []
    with fake_server() as server:
        service = Service(Choice(mode="url", url=server.url), told.append, state=tmp_path)
        grammar = Grammar(service)
        for text in (SLIP, german.text, german.text):
            grammar.proofread(Post(text), brand)
        assert {one["language"] for one in server.asked} == {"en-US", "EN-us"}
        *_, ready, lacking = told
        assert (ready.kind, ready.reason) == (lacking.kind, None) == ("ready", None)
        assert lacking.reason
        assert explain("en", lacking.reason).startswith("LanguageTool knows")
        assert "de-XX, xx" in explain("id", lacking.reason)
        grammar.proofread(german, Brand(languages=("en-US",)))
    assert service.standing == ready, "a profile put right is told of no more"


def test_off_means_off(tmp_path: Path) -> None:
    grammar = Grammar(Service(Choice(mode="off"), state=tmp_path))
    assert grammar.proofread(Post(SLIP), BRAND) == ()
