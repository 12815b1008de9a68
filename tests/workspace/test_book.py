"""What a book says of people and keys, also of those that came while it was open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandvoice.approval.event import FlowSet, KeyAdded, PersonAdded
from brandvoice.approval.flow import Stage
from brandvoice.workspace.receiving import add_entries
from brandvoice.workspace.record import about
from tests.deciding import Team, signer_of

if TYPE_CHECKING:
    from pathlib import Path


def test_a_book_knows_what_was_recorded_through_it(tmp_path: Path) -> None:
    team = Team(tmp_path / "here.brandvoice")
    newcomer, signer = "0190-sari", signer_of("0190-sari")
    with team.desk.workspace.writing() as book:
        assert newcomer not in book.people()
        assert book.keyring().current(newcomer) is None
        added = PersonAdded(newcomer, "Sari", frozenset(["approver"]))
        book.record(team.both, None, [added], signer=team.signers[team.both])
        assert book.people()[newcomer].name == "Sari"
        book.record(newcomer, None, [KeyAdded(newcomer, signer.public, "first")], signer=signer)
        assert book.keyring().knows(newcomer, signer.public)
        stages = (Stage("Hukum", "any", (newcomer,)),)
        book.record(team.both, None, [FlowSet(stages, {}, {}, 24)], signer=team.signers[team.both])
        assert book.house(book.at).flow.stages == stages


def test_a_book_knows_what_was_received_through_it(tmp_path: Path) -> None:
    there, here = (Team(tmp_path / f"{name}.brandvoice") for name in ("there", "here"))
    with there.desk.workspace.reading() as book:
        coming = [one.entry for one in about(book.connection, None)]
    with here.desk.workspace.writing() as book:
        own = set(book.people())
        assert there.writer not in own
        add_entries(book.connection, coming)
        assert set(book.people()) == own | {there.writer, there.approver, there.both}
        assert book.names().at(there.writer, coming[-1].seq + 1000) == "Dewi"
