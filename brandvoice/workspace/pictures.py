"""Pictures of people: beside the record, not in it, so that they can be thrown away."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brandvoice.workspace.sqlite import Connection


def pictures(connection: Connection) -> dict[str, bytes]:
    """The PNG image of everybody who has one, by Person.id."""
    return dict(connection.execute("SELECT person, image FROM picture"))


def keep_picture(connection: Connection, person: str, image: bytes | None) -> None:
    """Puts a person's picture in the place of the one before; None throws it away."""
    connection.execute("DELETE FROM picture WHERE person = ?", (person,))
    if image is not None:
        connection.execute("INSERT INTO picture (person, image) VALUES (?, ?)", (person, image))
