"""A signature says who held the key, over exactly one entry in exactly one place."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brandvoice.approval.chain import GENESIS, Entry, seal, unsigned_digest
from brandvoice.approval.payload import KINDS, kind_of, to_payload
from brandvoice.approval.signature import Signer, fingerprint_of, signing_key, verify
from brandvoice.approval.signing import MUST_BE_SIGNED
from tests.approval.events import events
from tests.deciding import signer_of

DEWI, BAYU = signer_of("dewi"), signer_of("bayu")
WORDS = st.text(st.characters(codec="utf-8"), max_size=8)


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    """Any entry, as it is before it is signed."""
    event = draw(events())
    return Entry(
        seq=draw(st.integers(1, 10**9)),
        origin=draw(WORDS),
        origin_seq=draw(st.integers(1, 10**9)),
        event_id=draw(WORDS),
        occurred_at=draw(WORDS),
        actor=draw(WORDS),
        kind=kind_of(event),
        version=draw(st.integers(1, 9)),
        post_id=draw(st.none() | WORDS),
        payload=to_payload(event),
        prev_hash=GENESIS,
        hash="",
        signature=None,
    )


@given(entries())
def test_every_entry_can_be_signed_and_the_signature_holds(entry: Entry) -> None:
    digest = unsigned_digest(entry)
    signed = entry._replace(signature=DEWI.sign(digest))
    assert signed.signature is not None
    assert unsigned_digest(signed) == digest, "the signature does not sign itself"
    assert verify(signed.signature, digest)
    assert signing_key(signed.signature) == DEWI.public
    assert len({seal(entry), seal(signed), seal(entry._replace(signature=BAYU.sign(digest)))}) == 3


@given(entries(), st.sampled_from(sorted(set(Entry._fields) - {"seq", "hash", "signature"})))
def test_a_signature_fits_no_other_entry(entry: Entry, column: str) -> None:
    signature = DEWI.sign(unsigned_digest(entry))
    value = getattr(entry, column)
    other = Entry(
        **entry._asdict() | {column: value + 1 if isinstance(value, int) else f"{value}x"}
    )
    assert not verify(signature, unsigned_digest(other))


@given(st.binary(min_size=32, max_size=32), st.data())
def test_a_changed_signature_does_not_hold(digest: bytes, data: st.DataObject) -> None:
    signature = DEWI.sign(digest)
    at = data.draw(st.integers(0, len(signature) - 1))
    digit = data.draw(st.sampled_from("0123456789abcdefABG.é😀"))
    changed = signature[:at] + digit + signature[at + 1 :]
    assert verify(changed, digest) == (changed == signature)


@given(st.text())
def test_what_is_no_signature_is_none(text: str) -> None:
    assert not verify(text, b"x" * 32)
    assert signing_key(text) is None


def test_a_key_put_in_place_of_another_is_not_the_one_that_signed() -> None:
    _, _, signed = DEWI.sign(b"x" * 32).partition(".")
    assert not verify(f"{BAYU.public}.{signed}", b"x" * 32)


def test_the_digest_that_is_signed_can_be_computed_by_anybody_from_the_description() -> None:
    entry = Entry(7, "a1", 2, "0190", "2026", "dewi", "post_started", 1, None, "{}", "0", "", None)
    frame = (
        b"17:brandvoice-record,1:1,1:0,2:a1,1:2,4:0190,4:2026,4:dewi,12:post_started,1:1,-,2:{},"
    )
    assert unsigned_digest(entry) == hashlib.sha256(frame).digest()
    assert seal(entry) == hashlib.sha256(frame + b"-,").hexdigest()


def test_a_signer_shows_nothing_of_the_key_they_hold() -> None:
    seed = bytes(range(32))
    signer = Signer.of_seed("dewi", seed)
    assert seed.hex() not in repr(signer)
    assert not hasattr(signer, "__dict__")
    with pytest.raises(ValueError, match="32"):
        Signer.of_seed("dewi", b"short")


def test_a_fingerprint_is_short_and_names_one_key() -> None:
    groups = fingerprint_of(DEWI.public).split()
    assert [len(group) for group in groups] == [4, 4, 4, 4]
    assert fingerprint_of(DEWI.public) != fingerprint_of(BAYU.public)


def test_every_kind_that_has_to_be_signed_is_one_the_record_knows() -> None:
    assert set(KINDS) >= MUST_BE_SIGNED
