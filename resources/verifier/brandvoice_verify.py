#!/usr/bin/env python3
"""Checks a Brandvoice export (JSON) or hand-over file (.bvreview) without Brandvoice.

    python brandvoice_verify.py EXPORT.json [--anchor EARLIER.json] [--file SOURCE] \
        [--language id|en]

An export names the files that were kept as sources by their SHA-256; `--file` says whether one
given beside it is among them. A hand-over file brings them along, and they are checked.

Needs Python 3.9 or newer and the package `cryptography`; opens no connection, writes nothing. Exit
code 0: everything holds; 1: something does not, and is named; 2: the file could not be checked.
What is computed here is described in Brandvoice's `database/README.md`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
import zipfile
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import BinaryIO

    Row = dict[str, Any]

GENESIS = "0" * 64
FORMATS = ("brandvoice-export", "brandvoice-handover")
LARGEST = 2_000_000_000
LARGEST_FILE = 10_485_760
TEXTS = ("text", "reason", "note", "words", "comment", "source", "address", "file_name")
COLUMNS = {
    "seq": int,
    "origin": str,
    "origin_seq": int,
    "event_id": str,
    "occurred_at": str,
    "actor": str,
    "kind": str,
    "version": int,
    "post_id": (str, type(None)),
    "payload": str,
    "prev_hash": str,
    "hash": str,
    "signature": (str, type(None)),
}
SEALED = (
    *("prev_hash", "origin", "origin_seq", "event_id", "occurred_at", "actor", "kind", "version"),
    *("post_id", "payload"),
)
MUST_BE_SIGNED = {
    *("key_added", "stage_approved", "post_approved", "changes_requested", "post_rejected"),
    *("approval_withdrawn", "finding_waived", "words_waived", "words_waiver_ended", "flow_set"),
    *("text_erased", "file_erased"),
}
ENDS_APPROVAL = {
    *("approval_withdrawn", "approval_superseded", "approval_expired", "draft_submitted"),
    *("changes_requested", "post_rejected", "text_revised"),
}
SAYS = {
    *(*TEXTS, "person", "name", "key", "cause", "attachment", "channels", "at"),
}
"""What the checks ask of a payload."""
SIGNATURE = re.compile(r"([0-9a-f]{64})\.([0-9a-f]{128})")

WORDS = {
    "id": {
        "holds": "UTUH. Semua yang diperiksa cocok.",
        "broken": "TIDAK UTUH. Ada {count} hal yang tidak cocok; yang pertama disebut lebih dulu.",
        "broken.one": "TIDAK UTUH. Ada 1 hal yang tidak cocok.",
        "checked": "Diperiksa: {what}.",
        "posts": "{count} unggahan",
        "entries": "{count} catatan",
        "signatures": "{count} tanda tangan",
        "texts": "{count} teks",
        "erased": "{count} teks sudah dihapus, dan ada catatan penghapusannya.",
        "key": "Kunci {name}: {key}",
        "keys": "Cocokkan kunci ini dengan pemiliknya, misalnya lewat telepon:",
        "anchor": "Rantai {origin}: {entries}, hash terbaru {hash}",
        "nobody": "Tidak ada tanda tangan di dalamnya: hash saja tidak membuktikan siapa "
        "penulisnya, dan siapa pun bisa menulis ulang berkas seperti ini.",
        "weight": "Tanda tangan membuktikan siapa yang memegang kuncinya; ini bukan tanda tangan "
        "elektronik tersertifikasi (PP 71/2019).",
        "limit": "Yang dibuktikan: isi berkas ini tidak berubah sejak ditulis. "
        "Simpan berkas ini di tempat lain: ekspor berikutnya bisa dicocokkan dengannya (--anchor).",
        "at": "Catatan {seq} ({at}, {name}): {fault}",
        "altered": "diubah setelah ditulis: hash-nya tidak cocok.",
        "unlinked": "tidak menyambung catatan sebelumnya.",
        "doubled": "ada dua catatan berbeda dengan nomor yang sama.",
        "backdated": "mengaku lebih tua daripada catatan sebelumnya.",
        "forged": "tanda tangannya tidak cocok.",
        "unknown_key": "ditandatangani dengan kunci yang waktu itu bukan milik orang ini.",
        "unsigned": "seharusnya ditandatangani, tetapi tidak.",
        "text_missing": "teksnya tidak ada, dan tidak ada catatan bahwa itu dihapus.",
        "text_altered": "teksnya bukan teks yang dulu dicatat.",
        "file_missing": "berkas sumbernya tidak ada, dan tidak ada catatan bahwa itu dihapus.",
        "file_altered": "berkas sumbernya bukan berkas yang dulu dicatat.",
        "named": "{name}: ini berkas yang disimpan sebagai sumber di riwayat ini.",
        "not_named": "{name}: berkas ini tidak disebut sebagai sumber di riwayat ini.",
        "misquoted": "keterangan di sampingnya tidak sama dengan isi catatan.",
        "unreadable": "tidak bisa dibaca.",
        "cut": "catatan sesudahnya hilang: bukti terdahulu menyebut rantai yang lebih panjang.",
        "rewritten": "berbeda dari yang disebut bukti terdahulu.",
        "state": "unggahan ini disebut disetujui, tetapi catatannya tidak berkata begitu.",
        "not_ours": "Berkas ini bukan ekspor JSON atau berkas kiriman Brandvoice: {name}",
        "missing": "Berkas tidak bisa dibuka: {name}",
        "no_library": "Paket `cryptography` belum terpasang, jadi tanda tangan tidak bisa "
        "diperiksa. "
        "Pasang dengan: python -m pip install cryptography",
    },
    "en": {
        "holds": "INTACT. Everything that was checked holds.",
        "broken": "NOT INTACT. {count} things do not hold; the first is named first.",
        "broken.one": "NOT INTACT. 1 thing does not hold.",
        "checked": "Checked: {what}.",
        "posts": "{count} posts",
        "posts.one": "1 post",
        "entries": "{count} entries",
        "entries.one": "1 entry",
        "signatures": "{count} signatures",
        "signatures.one": "1 signature",
        "texts": "{count} texts",
        "texts.one": "1 text",
        "erased": "{count} texts were erased, and entries say so.",
        "erased.one": "1 text was erased, and an entry says so.",
        "key": "Key of {name}: {key}",
        "keys": "Compare these keys with their owners, by telephone for example:",
        "anchor": "Chain {origin}: {entries}, newest hash {hash}",
        "nobody": "There is no signature in it: hashes alone do not prove who wrote it, and "
        "anybody can write a file like this anew.",
        "weight": "A signature proves who held the key; it is no certified electronic signature "
        "(PP 71/2019).",
        "limit": "What is proved: nothing in this file changed since it was written. "
        "Keep this file elsewhere: later exports can be checked against it (--anchor).",
        "at": "Entry {seq} ({at}, {name}): {fault}",
        "altered": "it was altered after it was written: its hash does not fit.",
        "unlinked": "it does not continue the entry before it.",
        "doubled": "there are two different entries with this number.",
        "backdated": "it claims to be older than the entry before it.",
        "forged": "its signature does not fit.",
        "unknown_key": "it is signed with a key that was not this person's at that time.",
        "unsigned": "it must be signed, and is not.",
        "text_missing": "its words are not there, and no entry says that they were erased.",
        "text_altered": "its words are not the words that were recorded.",
        "file_missing": "the file of its source is not there, and no entry says it was erased.",
        "file_altered": "the file of its source is not the file that was recorded.",
        "named": "{name}: this is a file that was kept as a source in this record.",
        "not_named": "{name}: this file is not named as a source in this record.",
        "misquoted": "what is told beside it is not what the entry says.",
        "unreadable": "it cannot be read.",
        "cut": "entries after it are missing: earlier evidence names a longer chain.",
        "rewritten": "it differs from what earlier evidence says about it.",
        "state": "this post is called approved, but its entries do not say so.",
        "not_ours": "This is no JSON export or hand-over file of Brandvoice: {name}",
        "missing": "The file cannot be opened: {name}",
        "no_library": "The package `cryptography` is not installed, so signatures cannot be "
        "checked. "
        "Install it with: python -m pip install cryptography",
    },
}


class CannotCheckError(Exception):
    """The file is not what it should be; the key of the sentence that says so."""


def frame(entry: Row, names: Iterable[str]) -> bytes:
    """The netstrings of these columns, as they are hashed."""
    parts = [b"17:brandvoice-record,1:1,"]
    for name in names:
        if entry[name] is None:
            parts.append(b"-,")
        else:
            octets = str(entry[name]).encode("utf-8", "surrogatepass")
            parts.append(b"%d:%s," % (len(octets), octets))
    return b"".join(parts)


def digest(words: str) -> str:
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def read(path: str) -> Row:
    """The document in an export, or in the `handover.json` of a hand-over file."""
    try:
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as packed:
                info = packed.getinfo("handover.json")
                if info.file_size > LARGEST:
                    raise CannotCheckError("not_ours")
                with packed.open(info) as file:
                    content = file.read(LARGEST + 1)
                files = _digests(packed)
            return _parsed(content, files)
        with open(path, "rb") as file:  # noqa: PTH123 - one file, few imports
            document = _by_lines(file)
            if document is None:
                file.seek(0)
                document = _parsed(file.read(LARGEST + 1), None)
    except OSError:
        raise CannotCheckError("missing") from None
    except (KeyError, zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError):
        raise CannotCheckError("not_ours") from None
    return document


def _parsed(content: bytes, files: dict[str, str] | None) -> Row:
    """A document in one piece, whoever wrote it anew."""
    try:
        document = json.loads(content.decode("utf-8-sig")) if len(content) <= LARGEST else None
    except (ValueError, RecursionError):
        raise CannotCheckError("not_ours") from None
    if not _is_ours(document):
        raise CannotCheckError("not_ours")
    return _slim(document, files)


def _by_lines(file: BinaryIO) -> Row | None:
    """An export as Brandvoice writes it, a post a line, so that a million need little memory.

    None for another layout; what is read here is what a reader of the whole JSON would read.
    """
    lines = iter(lambda: file.readline(LARGEST), b"")
    head = next(lines, b"").rstrip(b"\n")
    if not head.endswith(b'"people": ['):
        return None
    try:
        document = json.loads(head.decode("utf-8-sig") + "]}")
        people, end = _items(lines, _is_entry, Entry)
        if end != '], "posts": [' or "posts" in document:
            raise ValueError("not our layout")
        posts, end = _items(lines, _is_post, _slim_post)
        rest = json.loads("{" + end.removeprefix("], "))
        if {"people", "posts"} & {*rest} or any(line.strip() for line in lines):
            raise ValueError("not our layout")
        document.update(rest)
    except (ValueError, RecursionError):
        return None
    if not _is_ours({**document, "people": [], "posts": []}):
        return None
    texts = _checked_texts(document["texts"])
    return {**document, "people": people, "posts": posts, "texts": texts, "kept files": None}


def _items(
    lines: Iterator[bytes], fits: Callable[[Any], bool], slim: Callable[[Row], Any]
) -> tuple[list[Any], str]:
    """The objects of a list, one a line, each but the last with a comma; and the line after it."""
    found, more = [], True
    for octets in lines:
        line = octets.decode("utf-8").rstrip("\n")
        if line.startswith("]"):
            if more and found:
                raise ValueError("a comma before the end")
            return found, line
        if not more:
            raise ValueError("no comma")
        more = line.endswith(",")
        item = json.loads(line[:-1] if more else line)
        if not fits(item):
            raise ValueError("not one of ours")
        found.append(slim(item))
    raise ValueError("no end")


def _slim(document: Row, files: dict[str, str] | None) -> Row:
    return {
        **document,
        "people": [Entry(entry) for entry in document["people"]],
        "posts": [_slim_post(post) for post in document["posts"]],
        "texts": _checked_texts(document["texts"]),
        "kept files": files,
    }


def _slim_post(post: Row) -> Row:
    text, published = post.get("text"), post.get("published")
    return {
        "state": post.get("state"),
        "text": digest(text) if isinstance(text, str) else None,
        "entries": [Entry(entry) for entry in post["entries"]],
        "texts": _checked_texts(post["texts"]),
        "published": published if isinstance(published, list) else [],
    }


def _checked_texts(texts: dict[str, Any]) -> dict[str, bool | None]:
    """For each digest whether the words are those; None where there are none."""
    return {
        sys.intern(of): None if words is None else isinstance(words, str) and digest(words) == of
        for of, words in texts.items()
    }


class Entry:
    """What later checks need of an entry; the rest is checked here and let go.

    `signer` is the key that signed it, empty when the signature does not fit; `told` is who is
    named beside it, and `quoted` whether all else that is told is what it says.
    """

    __slots__ = (
        *("seq", "origin", "origin_seq", "occurred_at", "actor", "kind", "prev_hash", "hash"),
        *("is_sealed", "payload", "signer", "told", "quoted"),
    )

    def __init__(self, row: Row) -> None:
        self.seq, self.origin_seq = row["seq"], row["origin_seq"]
        self.occurred_at, self.hash, self.prev_hash = (
            row["occurred_at"],
            row["hash"],
            row["prev_hash"],
        )
        self.origin, self.actor, self.kind = map(
            sys.intern, (row["origin"], row["actor"], row["kind"])
        )
        self.is_sealed = hashlib.sha256(frame(row, (*SEALED, "signature"))).hexdigest() == self.hash
        try:
            payload = json.loads(row["payload"])
        except (ValueError, RecursionError):
            payload = None
        self.payload = payload if isinstance(payload, dict) else None
        self.signer = None if row["signature"] is None else _signer(row)
        told = row.get("told")
        self.told, self.quoted = None, True
        if isinstance(told, dict):
            self.told, self.quoted = told.get("name"), self._is_quoted(told)
        if self.payload is not None:
            self.payload = {
                name: sys.intern(said) if type(said) is str else said
                for name, said in self.payload.items()
                if name in SAYS
            }

    def _is_quoted(self, told: Row) -> bool:
        payload = self.payload or {}
        why = next(filter(None, map(payload.get, ("reason", "note", "comment", "source"))), None)
        return (
            told.get("kind", self.kind) == self.kind
            and moment(told.get("at")) in ("", moment(self.occurred_at))
            and is_of(told.get("text"), payload.get("text"))
            and is_of(told.get("reason"), why)
        )

    def __getitem__(self, name: str) -> Any:
        return getattr(self, name)


def _signer(row: Row) -> str:
    parts = SIGNATURE.fullmatch(row["signature"])
    signed = hashlib.sha256(frame(row, SEALED)).digest()
    return parts[1] if parts and signed_by(parts[1], parts[2], signed) else ""


def _digests(packed: zipfile.ZipFile) -> dict[str, str]:
    """The name and SHA-256 of every kept file in a hand-over file that is not too large."""
    found = {}
    for info in packed.infolist():
        if info.filename.startswith("files/") and info.file_size <= LARGEST_FILE:
            with packed.open(info) as file:
                content = file.read(LARGEST_FILE + 1)
            found[info.filename[len("files/") :]] = hashlib.sha256(content).hexdigest()
    return found


def _is_ours(document: Any) -> bool:
    if not isinstance(document, dict) or document.get("format") not in FORMATS:
        return False
    posts = document.get("posts")
    lists = (document.get("people"), document.get("anchors"), posts)
    if document.get("version") != 1 or not all(isinstance(one, list) for one in lists):
        return False
    return (
        isinstance(document.get("texts"), dict)
        and all(map(_is_post, posts))
        and all(map(_is_entry, document["people"]))
        and all(map(_is_anchor, document["anchors"]))
    )


def _is_post(post: Any) -> bool:
    return (
        isinstance(post, dict)
        and isinstance(post.get("entries"), list)
        and isinstance(post.get("texts"), dict)
        and all(map(_is_entry, post["entries"]))
    )


def _is_entry(entry: Any) -> bool:
    return isinstance(entry, dict) and all(
        isinstance(entry.get(name, _is_entry), kinds) and not isinstance(entry[name], bool)
        for name, kinds in COLUMNS.items()
    )


def _is_anchor(anchor: Any) -> bool:
    return (
        isinstance(anchor, dict)
        and isinstance(anchor.get("origin"), str)
        and type(anchor.get("count")) is int
        and isinstance(anchor.get("hash"), str)
    )


class Check:
    """Goes through a document once and keeps every fault with the entry it was found at."""

    def __init__(self, document: Row) -> None:
        self.document = document
        self.faults = []
        self.entries = [*document["people"]]
        self.texts = dict(document["texts"])
        for post in document["posts"]:
            self.entries += post["entries"]
            self.texts.update(post.pop("texts"))
        self.entries.sort(key=lambda one: (one["origin"], one["origin_seq"], one["hash"]))
        self.by_time = sorted(self.entries, key=in_time)
        self.names = {}
        self.keys = {}
        self.signatures = 0
        self.erased = 0
        self.files_named = set()

    def run(self, anchors: Iterable[Row] = ()) -> None:
        self.seals()
        self.links()
        self.people_and_signatures()
        self.words()
        self.files()
        self.told()
        self.states()
        self.went_out()
        for anchor in [*self.document["anchors"], *anchors]:
            self.anchor(anchor, inside=anchor in self.document["anchors"])

    def fault(self, entry: Row, name: str) -> None:
        self.faults.append((entry, name))

    def seals(self) -> None:
        for entry in self.entries:
            if not entry["is_sealed"]:
                self.fault(entry, "altered")
            if entry["payload"] is None:
                self.fault(entry, "unreadable")
                entry.payload = {}

    def links(self) -> None:
        last = None
        for entry in self.entries:
            before, last, place = last, entry, entry["origin_seq"]
            if place < 1 or (place == 1 and entry["prev_hash"] != GENESIS):
                self.fault(entry, "unlinked")
            if before is None or before["origin"] != entry["origin"]:
                continue
            if before["origin_seq"] == place and before["hash"] != entry["hash"]:
                self.fault(entry, "doubled")
            if before["origin_seq"] == place - 1 and before["hash"] != entry["prev_hash"]:
                self.fault(entry, "unlinked")
            if entry["occurred_at"] < before["occurred_at"]:
                self.fault(entry, "backdated")

    def people_and_signatures(self) -> None:
        for entry in self.by_time:
            payload = entry["payload"]
            if entry["kind"] in ("person_added", "person_changed"):
                name = payload.get("name")
                person = payload.get("person")
                if isinstance(name, str) and isinstance(person, str):
                    self.names.setdefault(person, []).append(name)
            self.signature(entry, payload)

    def signature(self, entry: Row, payload: Row) -> None:
        registers = entry["kind"] == "key_added"
        signer = entry["signer"]
        if signer is None:
            known = not entry["actor"] or entry["actor"] in self.keys
            if registers or (entry["kind"] in MUST_BE_SIGNED and known):
                self.fault(entry, "unsigned")
            return
        self.signatures += 1
        if not signer:
            self.fault(entry, "forged")
        elif not registers:
            if signer not in self.keys.get(entry["actor"], ()):
                self.fault(entry, "unknown_key")
        elif self.may_register(entry["actor"], payload, signer):
            self.keys.setdefault(payload["person"], []).append(payload["key"])
        else:
            self.fault(entry, "unknown_key")

    def may_register(self, by: str, payload: Row, signing: str) -> bool:
        person, key, cause = (payload.get(name) for name in ("person", "key", "cause"))
        if not (isinstance(person, str) and isinstance(key, str)):
            return False
        before = self.keys.get(person)
        if cause == "first":
            return not before and by == person and signing == key
        if cause == "changed":
            return bool(before) and by == person and signing == before[-1]
        if cause == "lost" and by == person:
            return bool(before) and signing == key
        return cause == "lost" and bool(before) and signing in self.keys.get(by, ())

    def words(self) -> None:
        erased = {
            entry["payload"].get("text") for entry in self.entries if entry["kind"] == "text_erased"
        }
        first = {}
        for entry in self.by_time:
            for name in TEXTS:
                of = entry["payload"].get(name)
                if isinstance(of, str) and of:
                    first.setdefault(of, entry)
        for of, entry in first.items():
            fits = self.texts.get(of)
            if fits is None and of == digest(""):
                continue
            if fits is None and of in erased:
                self.erased += 1
            elif fits is None:
                self.fault(entry, "text_missing")
            elif not fits:
                self.fault(entry, "text_altered")

    def files(self) -> None:
        """Whether the files of sources came along as they were kept; an export names them only."""
        came = self.document.get("kept files")
        payloads = [(entry, entry["payload"]) for entry in self.entries]
        erased = {told.get("attachment") for one, told in payloads if one["kind"] == "file_erased"}
        for entry, payload in payloads:
            kept = payload.get("attachment") if entry["kind"] == "source_added" else None
            if not isinstance(kept, str):
                continue
            self.files_named.add(kept)
            if came is None or (kept in erased and kept not in came):
                continue
            if came.get(kept) != kept:
                self.fault(entry, "file_altered" if kept in came else "file_missing")

    def told(self) -> None:
        """Whether what is told for people beside each entry is what the entry says."""
        for entry in self.entries:
            name = entry["told"]
            if not entry["quoted"] or (name and name not in self.names.get(entry["actor"], [])):
                self.fault(entry, "misquoted")

    def went_out(self) -> None:
        """Whether what is told to have gone out is what an entry says, and had been approved."""
        for post in self.document["posts"]:
            entries = {entry["hash"]: entry for entry in post["entries"]}
            for one in post["published"]:
                entry = entries.get(one.get("entry")) if isinstance(one, dict) else None
                if entry is None:
                    self.fault((post["entries"] or [EMPTY])[-1], "misquoted")
                elif not self.is_said(one, entry, post["entries"]):
                    self.fault(entry, "misquoted")

    def is_said(self, told: Row, entry: Row, entries: Iterable[Row]) -> bool:
        payload = entry["payload"]
        text, channels = payload.get("text"), told.get("channels")
        approved = any(
            one["kind"] == "post_approved"
            and in_time(one) < in_time(entry)
            and one["payload"].get("text") == text
            for one in entries
        )
        return (
            entry["kind"] == "post_published"
            and told.get("text") == text
            and moment(told.get("at")) == moment(payload.get("at"))
            and isinstance(channels, list)
            and all(one in payload.get("channels", ()) for one in channels)
            and (approved or told.get("standing") != "approved")
        )

    def states(self) -> None:
        for post in self.document["posts"]:
            if post.get("state") != "approved" or not post["entries"]:
                continue
            approved = None
            for entry in sorted(post["entries"], key=in_time):
                if entry["kind"] == "post_approved":
                    approved = entry["payload"].get("text")
                elif entry["kind"] in ENDS_APPROVAL:
                    approved = None
            if approved is None or post["text"] not in (None, approved):
                self.fault(post["entries"][-1], "state")

    def anchor(self, anchor: Row, *, inside: bool) -> None:
        """Whether the chain that this export knows is as long and ends as the anchor says."""
        chain = [one for one in self.entries if one["origin"] == anchor["origin"]]
        for entry in chain:
            if entry["origin_seq"] == anchor["count"] and entry["hash"] != anchor["hash"]:
                self.fault(entry, "rewritten")
            if inside and entry["origin_seq"] > anchor["count"]:
                self.fault(entry, "rewritten")
        if inside or not anchor["count"]:
            return
        own = [one for one in self.document["anchors"] if one["origin"] == anchor["origin"]]
        newest = own[0] if own else {"count": 0, "hash": GENESIS}
        last = chain[-1] if chain else (self.by_time or [EMPTY])[-1]
        if newest["count"] < anchor["count"]:
            self.fault(last, "cut")
        elif newest["count"] == anchor["count"] and newest["hash"] != anchor["hash"]:
            self.fault(last, "rewritten")


EMPTY = {"seq": 0, "occurred_at": "", "actor": ""}


def in_time(entry: Row) -> tuple[str, str, int]:
    return entry["occurred_at"], entry["origin"], entry["origin_seq"]


def moment(at: Any) -> str:
    """A time without its zone's two spellings and trailing zeros; empty when there is none."""
    text = at if isinstance(at, str) else ""
    return re.sub(r"\.0*$", "", re.sub(r"(\.\d*?)0+$", r"\1", re.sub(r"(Z|\+00:00)$", "", text)))


def is_of(words: Any, of: Any) -> bool:
    """Whether words told for people are those of a digest; nothing told says nothing wrong."""
    if not isinstance(words, str) or not words:
        return words in (None, "")
    return isinstance(of, str) and digest(words) == of


def signed_by(public: str, signature: str, signed: bytes) -> bool:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public))
        key.verify(bytes.fromhex(signature), signed)
    except (InvalidSignature, ValueError):
        return False
    return True


def plain(value: Any) -> str:
    """What may be shown on a terminal: no control characters, not without end."""
    return "".join(c if c.isprintable() else "?" for c in str(value))[:120]


def fingerprint(key: str) -> str:
    digits = hashlib.sha256(bytes.fromhex(key)).hexdigest()[:16].upper()
    return " ".join(digits[at : at + 4] for at in range(0, 16, 4))


def counted(words: dict[str, str], key: str, count: int) -> str:
    """So many of something, in the form for one where a language has one."""
    return words[f"{key}.one" if count == 1 and f"{key}.one" in words else key].format(count=count)


def report(check: Check, words: dict[str, str]) -> Iterator[str]:
    """What was found, for people, line by line."""
    faults = sorted(check.faults, key=lambda one: one[0]["seq"])
    yield counted(words, "broken", len(faults)) if faults else words["holds"]
    for entry, fault in faults[:20]:
        name = (check.names.get(entry["actor"]) or ["–"])[-1]
        at = plain(entry["occurred_at"])
        yield "  " + words["at"].format(
            seq=plain(entry["seq"]), at=at, name=plain(name), fault=words[fault]
        )
    counts = {
        "posts": len(check.document["posts"]),
        "entries": len(check.entries),
        "signatures": check.signatures,
        "texts": len(check.texts),
    }
    what = ", ".join(counted(words, key, count) for key, count in counts.items())
    yield words["checked"].format(what=what)
    if check.erased:
        yield counted(words, "erased", check.erased)
    if check.keys:
        yield words["keys"]
    for person, keys in check.keys.items():
        name = (check.names.get(person) or ["–"])[-1]
        yield "  " + words["key"].format(name=plain(name), key=fingerprint(keys[-1]))
    for anchor in check.document["anchors"]:
        entries = counted(words, "entries", anchor["count"])
        yield words["anchor"].format(
            origin=plain(anchor["origin"]), entries=entries, hash=plain(anchor["hash"])
        )
    if not faults:
        yield words["limit"]
    yield words["weight" if check.signatures else "nobody"]


def _digest_of(path: str) -> str:
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - one file, few imports
            return hashlib.sha256(file.read(LARGEST_FILE + 1)).hexdigest()
    except OSError:
        raise CannotCheckError("missing") from None


def main(arguments: list[str] | None = None) -> int:
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("file")
    parser.add_argument("--anchor", action="append", default=[], metavar="EARLIER")
    parser.add_argument("--file", action="append", default=[], metavar="SOURCE", dest="file_beside")
    parser.add_argument("--language", choices=sorted(WORDS))
    asked = parser.parse_args(arguments)
    words = WORDS[asked.language or "id"]
    path = asked.file
    try:
        document = read(path)
        if not asked.language and document.get("language") in ("id", "en"):
            words = WORDS[document["language"]]
        earlier = []
        for path in asked.anchor:
            earlier += read(path)["anchors"]
        beside = {}
        for path in asked.file_beside:
            beside[path] = _digest_of(path)
        import cryptography  # noqa: F401 - told before anything is checked
    except CannotCheckError as told:
        sys.stderr.write(words[str(told)].format(name=plain(path)) + "\n")
        return 2
    except ImportError:
        sys.stderr.write(words["no_library"] + "\n")
        return 2
    check = Check(document)
    check.run(earlier)
    for line in report(check, words):
        sys.stdout.write(line + "\n")
    strange = False
    for path, content in beside.items():
        known = content in check.files_named
        strange = strange or not known
        told = words["named" if known else "not_named"].format(name=plain(path))
        sys.stdout.write(told + "\n")
    return 1 if check.faults or strange else 0


if __name__ == "__main__":
    raise SystemExit(main())
