"""Pictures of the people of a workspace."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from brandvoice.errors import UserError
from brandvoice.workflow.houserules import known_person
from brandvoice.workspace.pictures import keep_picture, pictures

if TYPE_CHECKING:
    from brandvoice.workflow.desk import Desk

LARGEST: Final = 65_536
"""Bytes of a PNG image."""

_PNG: Final = b"\x89PNG\r\n\x1a\n"


class Album:
    """Belongs to the thread that opened the desk. Nothing here is an entry of the record."""

    def __init__(self, desk: Desk) -> None:
        self._workspace = desk.workspace

    def pictures(self) -> dict[str, bytes]:
        """The PNG image of everybody who has one, by Person.id."""
        with self._workspace.reading() as book:
            return pictures(book.connection)

    def put(self, person: str, image: bytes | None) -> None:
        """Gives a person a picture (PNG, at most 64 KiB), or none.

        Raises UserError (`picture.unfit`, `record.unknown_person`).
        """
        if image is not None and (len(image) > LARGEST or not image.startswith(_PNG)):
            raise UserError("picture.unfit")
        with self._workspace.writing() as book:
            keep_picture(book.connection, known_person(book.people(), person).id, image)
