"""A private key on the disk opens with its passphrase, for its person, and for nobody else."""

from __future__ import annotations

import base64
import json
import stat
import sys
import unicodedata
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brandvoice.approval.signature import verify
from brandvoice.errors import UserError
from brandvoice.keys.keyfile import write_keys
from brandvoice.keys.keystore import KeyStore
from brandvoice.keys.locked import USUAL, Cost, lock, unlock
from brandvoice.keys.passphrase import check_passphrase
from brandvoice.keys.place import keys_folder
from brandvoice.words import LANGUAGES, explain

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DEWI, BAYU = "a1" * 16, "b2" * 16
WORDS = "kopi susu tanpa gula"
LIGHT = Cost(n=2**14, r=8, p=1)


@pytest.fixture
def store(tmp_path: Path) -> KeyStore:
    return KeyStore(tmp_path / "keys", LIGHT)


def refused(call: Callable[[], object]) -> str:
    with pytest.raises(UserError) as told:
        call()
    assert all(explain(language, told.value) for language in LANGUAGES)
    assert WORDS not in f"{told.value!r} {told.value.__cause__!r} {told.value.__context__!r}"
    return told.value.key


def rewritten(store: KeyStore, change: Callable[[dict[str, Any]], object]) -> None:
    path = store.file_of(DEWI)
    values = json.loads(path.read_text(encoding="utf-8"))
    change(values)
    path.write_text(json.dumps(values), encoding="utf-8")


def test_a_key_opens_with_its_passphrase_alone(store: KeyStore) -> None:
    assert store.keys(DEWI) == ()
    made = store.make(DEWI, WORDS)
    assert store.keys(DEWI) == (made.public,)
    again = KeyStore(store.folder).unlock(DEWI, WORDS, made.public)
    assert (again.person, again.public) == (DEWI, made.public)
    assert verify(again.sign(b"x" * 32), b"x" * 32)
    for wrong in (WORDS[:-1], WORDS + " ", WORDS.upper(), "", "\ud800"):
        assert refused(partial(store.unlock, DEWI, wrong, made.public)) == "key.wrong"


def test_everybody_here_has_a_key_of_their_own(store: KeyStore) -> None:
    dewi, bayu = store.make(DEWI, WORDS), store.make(BAYU, WORDS)
    assert dewi.public != bayu.public
    assert refused(lambda: store.unlock(BAYU, WORDS, dewi.public)) == "key.elsewhere"


def test_a_file_renamed_to_somebody_else_does_not_open(store: KeyStore) -> None:
    made = store.make(DEWI, WORDS)
    store.file_of(DEWI).rename(store.file_of(BAYU))
    assert refused(lambda: store.keys(BAYU)) == "key.damaged"
    text = store.file_of(BAYU).read_text(encoding="utf-8").replace(DEWI, BAYU)
    store.file_of(BAYU).write_text(text, encoding="utf-8")
    assert refused(lambda: store.unlock(BAYU, WORDS, made.public)) == "key.wrong"


def test_an_earlier_key_stays_with_its_own_passphrase(store: KeyStore) -> None:
    first, second = store.make(DEWI, WORDS), store.make(DEWI, "another one")
    assert store.keys(DEWI) == (first.public, second.public)
    assert store.unlock(DEWI, WORDS, first.public).public == first.public
    assert refused(lambda: store.unlock(DEWI, WORDS, second.public)) == "key.wrong"
    for n in range(20):
        store.make(DEWI, f"passphrase {n}")
    assert len(store.keys(DEWI)) == 16


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps permissions otherwise")
def test_only_the_owner_can_read_folder_and_file(store: KeyStore) -> None:
    store.make(DEWI, WORDS)
    store.make(DEWI, "another one")
    assert stat.S_IMODE(store.folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(store.file_of(DEWI).stat().st_mode) == 0o600
    assert [path.name for path in store.folder.iterdir()] == [f"{DEWI}.json"]


def test_the_file_holds_neither_the_passphrase_nor_the_key(tmp_path: Path) -> None:
    seed = bytes(range(32))
    path = tmp_path / "key.json"
    write_keys(path, DEWI, [lock(DEWI, seed, WORDS, LIGHT)])
    text = path.read_text(encoding="ascii")
    for secret in (WORDS, seed.hex(), base64.b64encode(seed).decode()):
        assert secret not in text


@settings(max_examples=12)
@given(st.text(min_size=1, max_size=30), st.binary(min_size=32, max_size=32))
def test_any_text_locks_and_unlocks_any_key(passphrase: str, seed: bytes) -> None:
    locked = lock(DEWI, seed, passphrase, LIGHT)
    assert unlock(DEWI, locked, passphrase).public == locked.public
    with pytest.raises(UserError, match=r"key\.wrong"):
        unlock(DEWI, locked, passphrase + "x")


def test_an_accented_letter_is_the_same_however_it_is_typed(store: KeyStore) -> None:
    composed, taken_apart = (unicodedata.normalize(form, "café olé!") for form in ("NFC", "NFD"))
    assert composed != taken_apart
    made = store.make(DEWI, composed)
    assert store.unlock(DEWI, taken_apart, made.public).public == made.public


@pytest.mark.parametrize(
    ("passphrase", "sentence"),
    [
        ("", "key.passphrase_short"),
        ("1234567", "key.passphrase_short"),
        ("e\u0301" * 7, "key.passphrase_short"),
        ("x" * 1001, "key.passphrase_long"),
    ],
)
def test_a_passphrase_too_short_or_too_long_is_refused(
    store: KeyStore, passphrase: str, sentence: str
) -> None:
    assert refused(lambda: store.make(DEWI, passphrase)) == sentence
    assert store.keys(DEWI) == ()


def test_length_is_all_that_is_asked_of_a_passphrase() -> None:
    for passphrase in ("aaaaaaaa", "kopi kopi", "😀" * 8, "        "):
        check_passphrase(passphrase)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "null",
        "[]",
        "{",
        "[" * 30_000,
        '{"format": "brandvoice-key", "version": 1, "person": "x", "keys": []}',
        "x" * 70_000,
    ],
)
def test_a_damaged_file_is_told_left_alone_and_put_aside_for_a_new_one(
    store: KeyStore, content: str
) -> None:
    path = store.file_of(DEWI)
    path.parent.mkdir()
    path.write_text(content, encoding="utf-8")
    assert refused(lambda: store.keys(DEWI)) == "key.damaged"
    assert refused(lambda: store.make(DEWI, WORDS)) == "key.damaged"
    assert path.read_text(encoding="utf-8") == content
    store.put_damaged_aside(DEWI)
    made = store.make(DEWI, WORDS)
    assert store.keys(DEWI) == (made.public,)
    (aside,) = store.folder.glob("*.damaged")
    assert aside.read_text(encoding="utf-8") == content


@pytest.mark.parametrize(
    "cost",
    [
        {"n": 2**30, "r": 8, "p": 1},
        {"n": 2**17, "r": 8, "p": 1_000_000},
        {"n": 2**15, "r": 2**20, "p": 1},
        {"n": 2, "r": 8, "p": 1},
        {"n": 3 * 2**14, "r": 8, "p": 1},
        {"n": -(2**15), "r": 8, "p": 1},
        {"n": 32768.0, "r": 8, "p": 1},
        {"n": True, "r": 8, "p": 1},
    ],
)
def test_a_file_made_to_stop_the_computer_or_to_be_weak_is_refused_unopened(
    store: KeyStore, cost: dict[str, object]
) -> None:
    made = store.make(DEWI, WORDS)
    rewritten(store, lambda values: values["keys"][0]["scrypt"].update(cost))
    assert refused(lambda: store.unlock(DEWI, WORDS, made.public)) == "key.damaged"


@pytest.mark.parametrize(
    ("part", "value"),
    [("salt", ""), ("salt", "not base 64"), ("salt", 7), ("nonce", "AAAA"), ("locked", "AAAA")],
)
def test_parts_of_another_size_are_refused(store: KeyStore, part: str, value: object) -> None:
    store.make(DEWI, WORDS)
    outer = "scrypt" if part == "salt" else "chacha20-poly1305"
    rewritten(store, lambda values: values["keys"][0][outer].update({part: value}))
    assert refused(lambda: store.keys(DEWI)) == "key.damaged"


def test_a_public_key_put_over_the_real_one_does_not_open(store: KeyStore) -> None:
    made, other = store.make(DEWI, WORDS), store.make(BAYU, WORDS)
    rewritten(store, lambda values: values["keys"][0].update(public=other.public))
    assert store.keys(DEWI) != (made.public,)
    assert refused(lambda: store.unlock(DEWI, WORDS, other.public)) == "key.wrong"


def test_a_file_of_a_later_version_is_left_alone(store: KeyStore) -> None:
    store.make(DEWI, WORDS)
    rewritten(store, lambda values: values.update(version=2, keys="another way"))
    assert refused(lambda: store.keys(DEWI)) == "key.newer"
    assert refused(lambda: store.make(DEWI, WORDS)) == "key.newer"
    assert refused(lambda: store.put_damaged_aside(DEWI)) == "key.newer"


def test_where_no_key_can_be_kept_that_is_told(store: KeyStore) -> None:
    store.folder.write_text("a file stands in the way", encoding="utf-8")
    assert refused(lambda: store.make(DEWI, WORDS)) in ("key.not_writable", "key.not_readable")


def test_the_id_of_a_person_from_elsewhere_leads_nowhere_else(store: KeyStore) -> None:
    for person in ("../../etc/passwd", "C:\\x", "", "a1" * 16 + "\n", "😀\ud800"):
        assert store.file_of(person).parent == store.folder
        assert store.file_of(person).name.removesuffix(".json").isalnum()


def test_what_a_try_costs_is_what_is_recommended() -> None:
    assert USUAL.is_sane
    assert 128 * USUAL.n * USUAL.r == 32 * 2**20
    assert USUAL.p == 3


def test_keys_lie_in_the_users_own_data(
    monkeypatch: pytest.MonkeyPatch, private_home: Path
) -> None:
    monkeypatch.delenv("BRANDVOICE_KEYS", raising=False)
    assert keys_folder().is_relative_to(private_home)
    monkeypatch.setenv("BRANDVOICE_KEYS", str(private_home / "elsewhere"))
    assert keys_folder() == private_home / "elsewhere"
