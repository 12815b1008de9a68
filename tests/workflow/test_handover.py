"""Two laptops without a server: posts go over in a file, decisions come back."""

from __future__ import annotations

import hashlib
import json
import zipfile
from datetime import timedelta
from itertools import permutations
from typing import TYPE_CHECKING, Any

import pytest

from brandvoice.approval.chain import Entry, seal, unsigned_digest
from brandvoice.approval.checked import Checked
from brandvoice.approval.event import PostApproved, PostRejected
from brandvoice.approval.flow import Flow, Stage
from brandvoice.approval.handover import listing
from brandvoice.approval.payload import to_payload
from brandvoice.approval.publishing import Posted, TakenDown
from brandvoice.approval.signature import Signer
from brandvoice.errors import UserError
from brandvoice.post.normal import fingerprint
from brandvoice.words import LANGUAGES, explain
from brandvoice.workflow.desk import Desk
from brandvoice.workflow.erasing import Eraser, Target
from brandvoice.workflow.handover import Handing
from tests.deciding import TEXT, Clock, Team, found, review_of, signer_of
from tests.workspace.attacker import attack, stored, verified

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from brandvoice.approval.handover import Receipt
    from brandvoice.approval.state import PostState

    Document = dict[str, Any]


class Laptops:
    """Dewi's laptop with a team on it, and a new one of Bayu's: their clocks are not the same."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.team = Team(folder / "dewi.sqlite3")
        self.dewi = self.team.desk
        self.bayu = Desk.open(folder / "bayu.sqlite3", Clock())
        self.bayu.unlocked = {self.team.approver: signer_of(self.team.approver)}.get
        self.files = 0

    def over(self, *posts: PostState) -> Receipt:
        """Sends from Dewi to Bayu."""
        return self.opened(self.bayu, self.sent(self.dewi, self.team.writer, *posts))

    def back(self, *posts: PostState) -> Receipt:
        return self.opened(self.dewi, self.sent(self.bayu, self.team.approver, *posts))

    def sent(self, desk: Desk, by: str, *posts: PostState) -> Path:
        self.files += 1
        path = self.folder / f"{self.files}.bvreview"
        Handing(desk).send([one.id for one in posts], path, "id", signer_of(by))
        return path

    def opened(self, desk: Desk, path: Path) -> Receipt:
        handing = Handing(desk)
        by = self.team.approver if desk is self.bayu else self.team.writer
        return handing.receive(handing.read(path), by)

    def approve(self, post: PostState, text: str = TEXT) -> PostState:
        signer = signer_of(self.team.approver)
        review = review_of(text)
        return self.bayu.approve(post.id, text, self.team.approver, review, signer=signer)

    def reject(self, post: PostState, text: str = TEXT) -> PostState:
        signer = signer_of(self.team.approver)
        review = review_of(text)
        return self.bayu.reject(post.id, text, self.team.approver, review, "tidak", signer=signer)


@pytest.fixture
def laptops(tmp_path: Path) -> Laptops:
    return Laptops(tmp_path)


def refused(act: Callable[[], object]) -> str:
    with pytest.raises(UserError) as told:
        act()
    for language in LANGUAGES:
        assert explain(language, told.value)
    return told.value.key


def test_a_post_goes_over_is_decided_and_comes_back(laptops: Laptops) -> None:
    post = laptops.team.submitted()
    laptops.team.draft("Ini tidak ikut")
    receipt = laptops.over(post)
    assert (receipt.posts, receipt.sender) == ((post.id,), laptops.team.writer)
    there = laptops.bayu.post(post.id)
    assert (there.text, there.state) == (TEXT, "in_review")
    assert [one.id for one in laptops.bayu.posts()] == [post.id]
    assert {one.name for one in laptops.bayu.people()} == {"Dewi", "Bayu", "Rina"}
    laptops.approve(there)
    came_back = laptops.back(there)
    assert (came_back.decided, came_back.late) == (1, ())
    approved = laptops.dewi.post(post.id)
    assert approved.state == "approved"
    assert approved.decision is not None
    assert approved.decision.by == laptops.team.approver
    assert approved == laptops.bayu.post(post.id)
    for desk in (laptops.dewi, laptops.bayu):
        assert desk.verify().intact
        desk.rebuild()
        assert desk.verify(new_only=True).intact
        assert desk.verify().intact


def test_the_same_file_twice_counts_once(laptops: Laptops) -> None:
    post = laptops.team.submitted()
    path = laptops.sent(laptops.dewi, laptops.team.writer, post)
    assert laptops.opened(laptops.bayu, path).new > 0
    before = laptops.bayu.info().newest
    again = laptops.opened(laptops.bayu, path)
    assert (again.new, again.posts) == (0, ())
    assert laptops.bayu.info().newest == before
    assert laptops.opened(laptops.dewi, path).new == 0


def test_files_in_any_order_come_to_the_same(tmp_path: Path) -> None:
    laptops = Laptops(tmp_path)
    team, dewi = laptops.team, laptops.dewi
    one, other, third = (team.submitted(text) for text in (TEXT, "Kopi baru", "Teh baru"))
    files = [laptops.sent(dewi, team.writer, one, other), laptops.sent(dewi, team.writer, third)]
    for path in files:
        laptops.opened(laptops.bayu, path)
    laptops.approve(one)
    laptops.approve(other, "Kopi baru")
    laptops.reject(third, "Teh baru")
    files.append(laptops.sent(laptops.bayu, team.approver, other, one, third))
    dewi.save(one.id, TEXT + "!", team.writer)
    dewi.submit(one.id, TEXT + "!", team.writer, review_of(TEXT + "!"))
    files.append(laptops.sent(dewi, team.writer, one))
    expected = {"approved": "Kopi baru", "rejected": "Teh baru", "in_review": TEXT + "!"}
    seen = []
    for place, order in enumerate(permutations(files)):
        desk = Desk.open(tmp_path / f"{place}.sqlite3", Clock())
        handing = Handing(desk)
        for path in order:
            handing.receive(handing.read(path), team.approver)
        assert desk.verify().intact
        seen.append({state.id: state for state in desk.posts()})
        desk.close()
    assert all(states == seen[0] for states in seen)
    assert {state.state: state.text for state in seen[0].values()} == expected
    laptops.opened(dewi, files[2])
    laptops.opened(laptops.bayu, files[3])
    for desk in (dewi, laptops.bayu):
        assert {state.id: state for state in desk.posts()} == seen[0]


def test_a_decision_on_words_that_changed_meanwhile_has_no_effect(laptops: Laptops) -> None:
    post = laptops.team.submitted()
    laptops.over(post)
    laptops.dewi.save(post.id, "Serum lain", laptops.team.writer)
    laptops.approve(post)
    receipt = laptops.back(post)
    (late,) = receipt.late
    assert (late.decided, late.standing, late.name) == (TEXT, "Serum lain", "Bayu")
    assert receipt.decided == 0
    assert laptops.dewi.post(post.id).state != "approved"
    assert "post_approved" in {entry.kind for entry in laptops.dewi.timeline(post.id)}
    assert laptops.dewi.verify().intact


def test_words_erased_on_one_laptop_are_erased_on_the_other(laptops: Laptops) -> None:
    post = laptops.team.submitted()
    laptops.over(post)
    signer = signer_of(laptops.team.approver)
    by = laptops.team.approver
    Eraser(laptops.dewi).erase(Target(posts=(post.id,)), "diminta pemiliknya", by, signer)
    before = laptops.sent(laptops.bayu, by, post)
    assert laptops.over(post).erased == 1
    assert laptops.bayu.post(post.id).text is None
    assert TEXT.encode() not in (laptops.folder / "bayu.sqlite3").read_bytes()
    laptops.opened(laptops.dewi, before)
    for desk in (laptops.dewi, laptops.bayu):
        assert desk.post(post.id).text is None, "an older file brings nothing back"
        assert desk.verify().intact


def test_what_went_out_goes_with_the_post_whichever_laptop_said_it(laptops: Laptops) -> None:
    post = laptops.team.submitted()
    laptops.over(post)
    laptops.approve(post)
    at = laptops.team.clock.time = laptops.bayu.workspace.now()
    said = Posted(TEXT, ("instagram",), at, "https://example.com/p/1")
    laptops.bayu.mark_posted(post.id, said, laptops.team.approver)
    laptops.back(post)
    there = laptops.dewi.post(post.id)
    assert there.publications == laptops.bayu.post(post.id).publications
    assert [(one.approved, one.address) for one in there.publications] == [(True, said.address)]
    laptops.team.clock.time += timedelta(hours=1)
    gone = TakenDown(("instagram",), laptops.dewi.workspace.now())
    laptops.dewi.mark_taken_down(post.id, gone, laptops.team.writer)
    laptops.over(post)
    assert laptops.bayu.post(post.id).publications[0].until == gone.at
    assert laptops.bayu.verify().intact


@pytest.mark.parametrize("year", ["2999", "1999"])
def test_nothing_has_gone_out_at_a_time_that_cannot_be(laptops: Laptops, year: str) -> None:
    post = laptops.team.submitted()
    laptops.dewi.unlocked = lambda _: None
    said = Posted(TEXT, ("instagram",), laptops.team.clock.time)
    laptops.dewi.mark_posted(post.id, said, laptops.team.writer)
    honest = laptops.sent(laptops.dewi, laptops.team.writer, post)

    def another_time(document: Document) -> None:
        row = rows_of(document)[-1]
        assert row["kind"] == "post_published"
        resealed(row, payload=row["payload"].replace('"at":"2026', f'"at":"{year}'))

    path = forged(honest, another_time, laptops.team.writer)
    assert refused(lambda: laptops.opened(laptops.bayu, path)) == "handover.not_allowed"
    assert laptops.opened(laptops.bayu, honest).new > 0
    assert laptops.bayu.post(post.id).publications[0].standing == "unapproved"


def test_stages_go_with_the_post_and_no_flow_is_slipped_in(laptops: Laptops) -> None:
    team = laptops.team
    stages = (Stage("Redaksi", "any", (team.both,)), Stage("Hukum", "any", (team.approver,)))
    laptops.dewi.set_flow(Flow(stages), team.approver, signer=signer_of(team.approver))
    post = team.submitted()
    laptops.over(post)
    assert refused(lambda: laptops.approve(post)) == "record.not_your_stage"
    rina = signer_of(team.both)
    laptops.dewi.approve(post.id, TEXT, team.both, review_of(TEXT), signer=rina)
    laptops.over(post)
    laptops.approve(post)
    assert laptops.back(post).decided == 1
    assert laptops.dewi.post(post.id).state == "approved"
    later = team.submitted("Kopi baru")

    def without_stages(document: Document) -> None:
        row = document["posts"][0]["entries"][-1]
        payload = {**json.loads(row["payload"]), "stages": []}
        text = json.dumps(payload, sort_keys=True, separators=(",", ":"))
        resealed(row, payload=text, signature=None)

    path = laptops.sent(laptops.dewi, team.writer, later)
    slipped = forged(path, without_stages, team.writer)
    assert refused(lambda: laptops.opened(laptops.bayu, slipped)) == "handover.other_flow"


def test_a_post_is_begun_once(laptops: Laptops) -> None:
    post = laptops.team.submitted()

    def again(document: Document) -> None:
        row = dict(document["posts"][0]["entries"][0])
        resealed(row, origin="e" * 32, origin_seq=1, event_id="d" * 32, prev_hash="0" * 64,
                 occurred_at="2026-11-21T02:00:59.000000Z", signature=None)  # fmt: skip
        document["posts"][0]["entries"].append(row)

    path = laptops.sent(laptops.dewi, laptops.team.writer, post)
    hostile = forged(path, again, laptops.team.writer)
    assert refused(lambda: laptops.opened(laptops.bayu, hostile)) == "handover.out_of_order"


def test_a_first_key_from_another_laptop_is_told(tmp_path: Path) -> None:
    laptops = Laptops(tmp_path)
    person = laptops.dewi.add_person("Sari", ["approver"], laptops.team.approver)
    post = laptops.team.submitted()
    path = laptops.sent(laptops.dewi, laptops.team.writer, post)
    sari = Desk.open(tmp_path / "sari.sqlite3", Clock())
    Handing(sari).receive(Handing(sari).read(path), person.id)
    signer = signer_of(person.id)
    sari.add_key(person.id, signer.public, "first", signer)
    sari.approve(post.id, TEXT, person.id, review_of(TEXT), signer=signer)
    receipt = laptops.opened(laptops.dewi, laptops.sent(sari, person.id, post))
    assert receipt.keys == ((person.id, signer.public),)
    assert laptops.dewi.post(post.id).state == "approved"


def test_another_key_for_somebody_known_is_refused(tmp_path: Path) -> None:
    laptops = Laptops(tmp_path)
    person = laptops.dewi.add_person("Sari", ["approver"], laptops.team.approver)
    post = laptops.team.submitted()
    path = laptops.sent(laptops.dewi, laptops.team.writer, post)
    sari = Desk.open(tmp_path / "sari.sqlite3", Clock())
    Handing(sari).receive(Handing(sari).read(path), person.id)
    own, other = (Signer.of_seed(person.id, bytes([n]) * 32) for n in (1, 2))
    sari.add_key(person.id, own.public, "first", own)
    laptops.dewi.add_key(person.id, other.public, "first", other)
    sari.reject(post.id, TEXT, person.id, review_of(TEXT), "tidak", signer=own)
    Handing(sari).send([post.id], tmp_path / "back.bvreview", "id", own)
    before = laptops.dewi.info().newest
    back = tmp_path / "back.bvreview"
    assert refused(lambda: laptops.opened(laptops.dewi, back)) == "handover.other_key"
    assert laptops.dewi.info().newest == before


def test_only_what_was_handed_in_is_sent_and_signed(laptops: Laptops, tmp_path: Path) -> None:
    draft = laptops.team.draft()
    path = tmp_path / "x.bvreview"
    handing, signer = Handing(laptops.dewi), signer_of(laptops.team.writer)
    assert refused(lambda: handing.send([draft.id], path, "id", signer)) == "handover.draft"
    assert refused(lambda: handing.send([], path, "id", signer)) == "handover.nothing_chosen"
    post = laptops.team.submitted()
    assert refused(lambda: handing.send([post.id], path, "id", None)) == "record.signature_missing"
    stranger = signer_of("stranger")
    assert refused(lambda: handing.send([post.id], path, "id", stranger)) == "record.key_unknown"
    assert not path.exists()


def forged(path: Path, change: Callable[[Document], None], signer_seed: str) -> Path:
    """The file changed, and listed and signed anew with somebody's key."""
    with zipfile.ZipFile(path) as archive:
        document: Document = json.loads(archive.read("handover.json"))
        page = archive.read("view.html")
    change(document)
    content = json.dumps(document).encode()
    files = {
        "handover.json": fingerprint(content.decode()),
        "view.html": fingerprint(page.decode()),
    }
    signer = signer_of(signer_seed)

    signed = signer.sign(hashlib.sha256(listing(signer_seed, files)).digest())
    manifest = {"files": files, "sender": signer_seed, "signature": signed}
    target = path.with_name("forged.bvreview")
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("handover.json", content)
        archive.writestr("view.html", page)
        archive.writestr("manifest.json", json.dumps(manifest))
    return target


def rows_of(document: Document) -> list[Document]:
    return [*document["people"], *(row for post in document["posts"] for row in post["entries"])]


def resealed(row: Document, **columns: Any) -> None:
    row.update(columns)
    row["hash"] = seal(Entry(**{name: row[name] for name in Entry._fields}))


def _altered(document: Document) -> None:
    rows_of(document)[-1]["occurred_at"] = "2026-11-21T02:00:59.000000Z"


def _words(document: Document) -> None:
    texts = document["posts"][0]["texts"]
    texts[fingerprint(TEXT)] = TEXT + " "


def _no_words(document: Document) -> None:
    document["posts"][0]["texts"] = {}


def _later(document: Document) -> None:
    resealed(rows_of(document)[-1], occurred_at="2999-11-21T02:00:59.000000Z", signature=None)


def _kind(document: Document) -> None:
    resealed(rows_of(document)[-1], kind="post_printed", signature=None)


def _deep(document: Document) -> None:
    resealed(rows_of(document)[-1], payload="[" * 9999, signature=None)


def _channel(document: Document) -> None:
    row = rows_of(document)[-1]
    payload = row["payload"].replace('"instagram"', '"fax"')
    resealed(row, payload=payload, signature=None)


def _event_again(document: Document) -> None:
    row = dict(rows_of(document)[-1])
    resealed(row, actor="f" * 32, signature=None)
    document["posts"][0]["entries"].append(row)


def _nobodys(document: Document) -> None:
    resealed(rows_of(document)[-1], actor="f" * 32, signature=None)


def _decided(by: str, kind: str = "approved") -> Callable[[Document], None]:
    """Somebody's decision, unsigned or signed with a key that is not theirs."""

    def decide(document: Document) -> None:
        submitted = json.loads(document["posts"][0]["entries"][-1]["payload"])
        checked = review_of(TEXT)
        told = (1, fingerprint(TEXT), tuple(submitted["channels"]), Checked.of(checked))
        event = (
            PostApproved(*told, None)
            if kind == "approved"
            else PostRejected(*told, fingerprint(TEXT))
        )
        row = dict(document["posts"][0]["entries"][-1])
        name = "post_approved" if kind == "approved" else "post_rejected"
        row |= {"origin": "e" * 32, "origin_seq": 1, "prev_hash": "0" * 64, "event_id": "d" * 32,
                "occurred_at": "2026-11-21T02:00:59.000000Z", "actor": by, "kind": name,
                "payload": to_payload(event), "signature": None}  # fmt: skip
        if by:
            entry = Entry(**{column: row[column] for column in Entry._fields})
            row["signature"] = signer_of(by).sign(unsigned_digest(entry))
        resealed(row)
        document["posts"][0]["entries"].append(row)

    return decide


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (_altered, "handover.forged"),
        (_words, "handover.text_altered"),
        (_no_words, "handover.text_missing"),
        (_later, "handover.from_the_future"),
        (_kind, "handover.unreadable"),
        (_deep, "handover.unreadable"),
        (_channel, "handover.forged"),
        (_event_again, "handover.contradicts"),
        (_nobodys, "handover.not_allowed"),
    ],
)
def test_a_forged_document_changes_nothing(
    laptops: Laptops, change: Callable[[Document], None], key: str
) -> None:
    post = laptops.team.submitted()
    path = laptops.sent(laptops.dewi, laptops.team.writer, post)
    hostile = forged(path, change, laptops.team.writer)
    assert refused(lambda: laptops.opened(laptops.bayu, hostile)) == key
    assert laptops.bayu.info().entries == 0


def test_a_decision_nobody_was_allowed_to_take_changes_nothing(laptops: Laptops) -> None:
    post = laptops.team.submitted()
    path = laptops.sent(laptops.dewi, laptops.team.writer, post)
    own = forged(path, _decided(laptops.team.writer), laptops.team.writer)
    assert refused(lambda: laptops.opened(laptops.bayu, own)) == "handover.not_allowed"
    program = forged(path, _decided("", "rejected"), laptops.team.writer)
    assert refused(lambda: laptops.opened(laptops.bayu, program)) == "handover.forged"
    assert laptops.bayu.info().entries == 0


def test_a_file_changed_on_its_way_is_not_as_it_was_signed(laptops: Laptops) -> None:
    post = laptops.team.submitted()
    path = laptops.sent(laptops.dewi, laptops.team.writer, post)
    stranger = forged(path, lambda _: None, "f" * 32)
    assert refused(lambda: laptops.opened(laptops.bayu, stranger)) == "handover.unknown_sender"
    parts = {}
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            parts[name] = archive.read(name)
    parts["view.html"] += b" "
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    assert refused(lambda: laptops.opened(laptops.bayu, path)) == "handover.unsigned"


@pytest.mark.parametrize(
    ("names", "key"),
    [
        ({"handover.json": b"{}"}, "handover.damaged"),
        ({"../handover.json": b"", "view.html": b"", "manifest.json": b"{}"}, "handover.damaged"),
        ({"handover.json": b"[" * 99, "view.html": b"", "manifest.json": b"["}, "handover.damaged"),
        (
            {"handover.json": b"0" * 100_000_001, "view.html": b"", "manifest.json": b"{}"},
            "handover.too_large",
        ),
    ],
    ids=["parts missing", "a path", "no JSON", "a bomb"],
)
def test_hostile_archives_are_refused(
    laptops: Laptops, tmp_path: Path, names: dict[str, bytes], key: str
) -> None:
    path = tmp_path / "hostile.bvreview"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in names.items():
            archive.writestr(name, content)
    assert refused(lambda: Handing(laptops.bayu).read(path)) == key


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"x" * 1000])
def test_what_is_no_archive_is_refused(laptops: Laptops, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "hostile.bvreview"
    path.write_bytes(content)
    assert refused(lambda: Handing(laptops.bayu).read(path)) == "handover.damaged"
    missing = tmp_path / "no.bvreview"
    assert refused(lambda: Handing(laptops.bayu).read(missing)) == "handover.missing"


def test_the_page_can_be_read_in_any_browser_and_runs_nothing(laptops: Laptops) -> None:
    text = 'Serum termurah <script>alert("x")</script> 😀'
    finding = found(text, "termurah", "warning")
    post = laptops.team.submitted(text, finding)
    laptops.dewi.waive(post.id, finding, text, "ada <b>survei</b>", laptops.team.approver)
    path = laptops.sent(laptops.dewi, laptops.team.writer, post)
    with zipfile.ZipFile(path) as archive:
        page = archive.read("view.html").decode()
    assert "<script" not in page
    assert "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; 😀" in page
    assert "ada &lt;b&gt;survei&lt;/b&gt;" in page
    for words in ("Serah terima: 1 unggahan", "Handed over: 1 post", "Dewi", fingerprint(text)):
        assert words in page
    assert "http" not in page.replace("http-equiv", "")


def test_parts_that_were_received_and_are_gone_are_named(laptops: Laptops) -> None:
    post = laptops.team.submitted()
    laptops.over(post)
    laptops.bayu.close()
    path = laptops.folder / "bayu.sqlite3"
    assert verified(path).intact
    entries = stored(path)
    announced = next(one.seq for one in entries if one.kind == "entries_received")
    attack(path, ("DELETE FROM event WHERE seq = ?", [entries[-1].seq]), "DELETE FROM post_state")
    Desk.open(path).rebuild()
    broken = verified(path).broken
    assert broken is not None
    assert (broken.seq, broken.fault) == (announced, "lost")
