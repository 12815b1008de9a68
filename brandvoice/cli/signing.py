"""Passphrases on the command line: asked for, or read from a file; never an argument."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from brandvoice.cli.locale import terminal_language
from brandvoice.errors import UserError
from brandvoice.words import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from brandvoice.approval.person import Person
    from brandvoice.approval.signature import PublicKey, Signer
    from brandvoice.workflow.desk import Desk
    from brandvoice.workflow.signatory import Signatory

_F = TypeVar("_F", bound="Callable[..., Any]")

_LARGEST: Final = 8_192
"""Bytes of a passphrase file."""


def passphrase_option(command: _F) -> _F:
    """`--passphrase-file FILE`, for when nobody is there to type."""
    return click.option(
        "--passphrase-file",
        type=click.Path(path_type=Path),
        help="Its first line is the passphrase; without it you are asked.",
    )(command)


def signatory_of(desk: Desk, person: Person) -> Signatory:
    """A person with the keys of this computer."""
    from brandvoice.keys.keystore import KeyStore
    from brandvoice.keys.place import keys_folder
    from brandvoice.workflow.signatory import Signatory

    return Signatory(desk, KeyStore(keys_folder()), person.id)


def signer_of(desk: Desk, person: Person, file: Path | None) -> Signer:
    """Opens a person's key; whoever has none yet chooses the passphrase of their first one.

    Raises UserError (`key.…`), also when nobody can be asked.
    """
    signatory = signatory_of(desk, person)
    match signatory.standing():
        case "new":
            signer = signatory.choose(chosen(person.name, file))
            tell_key(person.name, signer.public)
            return signer
        case "elsewhere":
            raise signatory.elsewhere()
        case "here" | "waiting":
            return signatory.unlock(_given(_say("cli.sign.passphrase", name=person.name), file))


def current(desk: Desk, person: Person, file: Path | None) -> Signer:
    """Opens the key a person has; raises UserError, also when there is none."""
    asked = _say("cli.sign.passphrase", name=person.name)
    return signatory_of(desk, person).unlock(_given(asked, file))


def chosen(name: str, file: Path | None) -> str:
    """A new passphrase: from a file, or typed twice without being shown."""
    if file:
        return _from_file(file)
    _need_terminal()
    click.echo(_say("cli.sign.advice"), err=True)
    first = _asked(_say("cli.sign.choose", name=name))
    if _asked(_say("cli.sign.again")) != first:
        raise UserError("key.not_the_same")
    return first


def tell_key(name: str, public: PublicKey) -> None:
    """Says on stderr which key somebody has now."""
    from brandvoice.approval.signature import fingerprint_of

    click.echo(_say("cli.sign.key_made", name=name, digits=fingerprint_of(public)), err=True)


def _given(asked: str, file: Path | None) -> str:
    if file:
        return _from_file(file)
    _need_terminal()
    return _asked(asked)


def _asked(question: str) -> str:
    answer: str = click.prompt(question, hide_input=True, err=True)
    return answer


def _need_terminal() -> None:
    if not sys.stdin.isatty():
        raise UserError("key.nobody_to_ask")


def _from_file(file: Path) -> str:
    """The first line of a file; says so when others can read it."""
    try:
        with file.open("rb") as opened:
            octets = opened.read(_LARGEST + 1)
            mode = os.fstat(opened.fileno()).st_mode
    except OSError as error:
        raise UserError("key.file_unreadable", path=file) from error
    if os.name == "posix" and stat.S_ISREG(mode) and mode & (stat.S_IRGRP | stat.S_IROTH):
        click.echo(_say("cli.sign.file_open", path=file), err=True)
    try:
        words = octets.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UserError("key.file_unreadable", path=file) from None
    line = words.splitlines()[0] if words else ""
    if len(octets) > _LARGEST or not line:
        raise UserError("key.file_unreadable", path=file)
    return line


def _say(key: str, **blanks: object) -> str:
    return say(terminal_language(), key, **blanks)
