"""What is stored of an event is all of it, and none of the words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brandvoice.approval.meaning import MEANINGS
from brandvoice.approval.payload import (
    DIGESTS,
    KINDS,
    digests_in,
    from_payload,
    kind_of,
    to_payload,
)
from brandvoice.words import LANGUAGES, say
from tests.approval.events import EVERY_KIND, events

if TYPE_CHECKING:
    from brandvoice.approval.event import Event


@given(events())
def test_an_event_comes_back_as_it_was_stored(event: Event) -> None:
    assert from_payload(kind_of(event), to_payload(event)) == event


@given(events())
def test_the_stored_payload_is_one_line_of_ascii(event: Event) -> None:
    payload = to_payload(event)
    assert payload.isascii()
    assert payload.isprintable()
    assert json.dumps(json.loads(payload), sort_keys=True, separators=(",", ":")) == payload


@given(events())
def test_every_text_an_event_speaks_of_is_named_by_its_digest(event: Event) -> None:
    spoken_of = {getattr(event, name, None) for name in DIGESTS} - {None}
    assert set(digests_in(to_payload(event))) == spoken_of


def test_every_kind_has_a_name_and_a_meaning_in_both_languages() -> None:
    assert {kind_of(event) for event in EVERY_KIND} == set(KINDS) == set(MEANINGS)
    for kind in KINDS:
        for language in LANGUAGES:
            assert say(language, f"event.{kind}")
            assert say(language, MEANINGS[kind])


@pytest.mark.parametrize(
    ("kind", "payload"),
    [
        ("post_printed", "{}"),
        ("post_published", "{}"),
        ("post_approved", "{}"),
        ("post_started", "[]"),
        ("draft_discarded", "0"),
        ("post_started", "not json"),
        ("finding_waived", '{"text": "a", "reason": "b", "mark": [1]}'),
        ("draft_submitted", '{"version":1,"text":"","channels":[],"authors":[],"checked":3}'),
    ],
)
def test_what_cannot_be_read_is_refused(kind: str, payload: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        from_payload(kind, payload)


@given(st.sampled_from(KINDS), st.text())
def test_rubbish_never_does_more_than_be_refused(kind: str, payload: str) -> None:
    try:
        from_payload(kind, payload)
    except ValueError:
        return
    pytest.fail("rubbish was read as an event")
