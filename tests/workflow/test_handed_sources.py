"""Sources and their files go over to another laptop, whole or not at all."""

from __future__ import annotations

import hashlib
import json
import zipfile
from typing import TYPE_CHECKING

import pytest

from brandvoice.approval import handover as format_of
from brandvoice.approval.chain import Entry, seal
from brandvoice.approval.handover import listing
from brandvoice.errors import UserError
from brandvoice.post.normal import fingerprint
from brandvoice.post.span import Span
from brandvoice.workflow import handover
from brandvoice.workflow.erasing import Eraser, Target
from brandvoice.workflow.handover import Handing
from brandvoice.workflow.sourcing import Sourcing
from tests.deciding import TEXT, review_of, signer_of
from tests.workflow.test_handover import Laptops, refused

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

    from brandvoice.approval.state import PostState

BYTES = b"\x89PNG\r\n\x1a\n survei \xff" * 5
DIGEST = hashlib.sha256(BYTES).hexdigest()
OTHER = b"bukan survei itu"


@pytest.fixture
def laptops(tmp_path: Path) -> Laptops:
    return Laptops(tmp_path)


def sourced(laptops: Laptops) -> PostState:
    path = laptops.folder / "foto survei.png"
    path.write_bytes(BYTES)
    post = laptops.team.submitted()
    add = Sourcing(laptops.dewi).add
    return add(post.id, TEXT, "Survei 2026", laptops.team.writer, Span(6, 14), "", path)


def test_a_source_goes_over_with_its_file_and_the_decision_comes_back_with_both(
    laptops: Laptops,
) -> None:
    post = sourced(laptops)
    laptops.over(post)
    there = laptops.bayu.post(post.id)
    assert there.sources == post.sources
    out = Sourcing(laptops.bayu).save(post.id, there.sources[0].id, laptops.folder / "x.png")
    assert out.read_bytes() == BYTES
    laptops.approve(there)
    laptops.back(there)
    decided = laptops.dewi.timeline(post.id)[-1]
    assert (decided.kind, [one.id for one, _ in decided.sources]) == (
        "post_approved", [post.sources[0].id],
    )  # fmt: skip
    for desk in (laptops.dewi, laptops.bayu):
        assert desk.verify().intact
        desk.rebuild()
        assert desk.post(post.id).sources == post.sources


def test_a_source_added_by_the_approver_comes_back_with_its_file(laptops: Laptops) -> None:
    post = laptops.team.submitted()
    laptops.over(post)
    path = laptops.folder / "bukti.txt"
    path.write_bytes(OTHER)
    add = Sourcing(laptops.bayu).add
    there = add(post.id, TEXT, "Catatan toko", laptops.team.approver, None, "", path)
    laptops.back(there)
    here = laptops.dewi.post(post.id)
    assert here.sources == there.sources
    out = Sourcing(laptops.dewi).save(post.id, here.sources[0].id, laptops.folder / "y.txt")
    assert out.read_bytes() == OTHER
    assert laptops.dewi.verify().intact


def test_a_file_erased_on_one_laptop_is_erased_on_the_other(laptops: Laptops) -> None:
    post = sourced(laptops)
    laptops.over(post)
    eraser = Eraser(laptops.dewi)
    laptops.dewi.unlocked = laptops.team.signers.get
    eraser.erase(Target((post.id,), file=fingerprint_of(post)), "diminta", laptops.team.approver)
    receipt = laptops.over(post)
    assert receipt.erased == 2  # the bytes and the name
    file = laptops.bayu.post(post.id).sources[0].file
    assert file is not None
    assert (file.erased, file.name) == (True, None)
    assert laptops.bayu.verify().intact
    assert BYTES not in laptops.bayu.path.read_bytes()


def test_a_file_with_kept_files_is_an_anchor_like_any_other(laptops: Laptops) -> None:
    post = sourced(laptops)
    path = laptops.sent(laptops.dewi, laptops.team.writer, post)
    assert laptops.dewi.verify(anchors=[path]).intact


def test_the_page_tells_the_sources_and_runs_nothing_of_them(laptops: Laptops) -> None:
    post = laptops.team.draft()
    said = "Survei <script>alert(1)</script>"
    add = Sourcing(laptops.dewi).add
    add(post.id, TEXT, said, laptops.team.writer, Span(6, 14), "javascript:alert(1)")
    laptops.dewi.submit(post.id, TEXT, laptops.team.writer, review_of(TEXT))
    path = laptops.sent(laptops.dewi, laptops.team.writer, post)
    with zipfile.ZipFile(path) as archive:
        page = archive.read("view.html").decode()
    assert "Survei &lt;script&gt;" in page
    assert "javascript:alert(1)" in page
    assert "<script" not in page
    assert "href" not in page


def fingerprint_of(post: PostState) -> Any:
    assert post.sources[0].file
    return post.sources[0].file.digest


def test_files_too_large_together_are_not_sent(
    laptops: Laptops, monkeypatch: pytest.MonkeyPatch
) -> None:
    post = sourced(laptops)
    monkeypatch.setattr(handover, "MOST_BYTES", len(BYTES) - 1)
    with pytest.raises(UserError, match=r"handover\.files_too_large"):
        laptops.over(post)
    assert not list(laptops.folder.glob("*.bvreview"))
    assert format_of.MOST_BYTES == 40 << 20


Parts = dict[str, bytes]


def without_file(parts: Parts) -> None:
    del parts[f"files/{DIGEST}"]


def other_bytes(parts: Parts) -> None:
    parts[f"files/{DIGEST}"] = OTHER


def other_name(parts: Parts) -> None:
    parts["files/../../etc/passwd"] = parts.pop(f"files/{DIGEST}")


def bomb(parts: Parts) -> None:
    content = bytes(11 << 20)
    parts[f"files/{hashlib.sha256(content).hexdigest()}"] = content


def many(parts: Parts) -> None:
    for number in range(5):
        content = bytes([number]) * (9 << 20)
        parts[f"files/{hashlib.sha256(content).hexdigest()}"] = content


def evil_name(parts: Parts) -> None:
    _resealed(parts, lambda payload: payload | {"file_name": fingerprint("../lari.exe")})


def other_size(parts: Parts) -> None:
    _resealed(parts, lambda payload: payload | {"size": 3})


def odd_media(parts: Parts) -> None:
    _resealed(parts, lambda payload: payload | {"media": "application/x-msdownload"})


def half_a_file(parts: Parts) -> None:
    _resealed(parts, lambda payload: payload | {"size": None})


def _resealed(parts: Parts, change: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
    document = json.loads(parts["handover.json"])
    document["posts"][0]["texts"][fingerprint("../lari.exe")] = "../lari.exe"
    row = next(one for one in document["posts"][0]["entries"] if one["kind"] == "source_added")
    payload = change(json.loads(row["payload"]))
    row["payload"] = json.dumps(payload, sort_keys=True, separators=(",", ":"))
    row["signature"] = None  # adding a source needs none
    row["hash"] = seal(Entry(**row))
    parts["handover.json"] = json.dumps(document).encode()


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (without_file, "handover.file_missing"),
        (other_bytes, "handover.damaged"),
        (other_name, "handover.damaged"),
        (bomb, "handover.too_large"),
        (many, "handover.too_large"),
        (evil_name, "handover.file_altered"),
        (other_size, "handover.file_altered"),
        (odd_media, "handover.forged"),
        (half_a_file, "handover.forged"),
    ],
)
def test_a_hostile_file_changes_nothing(
    laptops: Laptops, change: Callable[[Parts], None], told: str
) -> None:
    """Signed by Dewi, whose laptop was taken over: every digest of the list fits."""
    post = sourced(laptops)
    honest = laptops.sent(laptops.dewi, laptops.team.writer, post)
    with zipfile.ZipFile(honest) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sender = json.loads(parts.pop("manifest.json"))["sender"]
    change(parts)
    files = {name: hashlib.sha256(content).hexdigest() for name, content in parts.items()}
    signature = signer_of(sender).sign(hashlib.sha256(listing(sender, files)).digest())
    manifest = {"files": files, "sender": sender, "signature": signature}
    hostile = laptops.folder / "hostile.bvreview"
    with zipfile.ZipFile(hostile, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**parts, "manifest.json": json.dumps(manifest).encode()}.items():
            archive.writestr(name, content)
    before = laptops.bayu.info().newest
    assert refused(lambda: laptops.opened(laptops.bayu, hostile)) == told
    assert (laptops.bayu.info().newest, laptops.bayu.posts()) == (before, ())


def test_a_file_of_no_source_is_not_taken_in(laptops: Laptops) -> None:
    post = sourced(laptops)
    path = laptops.sent(laptops.dewi, laptops.team.writer, post)
    read = Handing(laptops.bayu).read(path)
    stranger = hashlib.sha256(OTHER).hexdigest()
    object.__setattr__(read, "files", {**read.files, stranger: OTHER})
    Handing(laptops.bayu).receive(read, laptops.team.approver)
    with laptops.bayu.workspace.reading() as book:
        rows = book.connection.execute("SELECT digest FROM attachment").fetchall()
    assert rows == [(DIGEST,)]
