"""LanguageTool as the app has it: off, missing, starting, ready or failed, and never in the way."""

from __future__ import annotations

import threading
import time
from collections import deque
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

from brandvoice.errors import UserError
from brandvoice.language.java import find_java
from brandvoice.language.place import server_folder, state_folder
from brandvoice.language.register import Register
from brandvoice.language.server import Server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from brandvoice.language.choice import Choice
    from brandvoice.language.client import Client

Kind = Literal["off", "unasked", "missing", "idle", "starting", "ready", "failed"]
_PAUSES: Final = (0.0, 2.0, 10.0)
"""Seconds before the first start, the second and the third; there is no fourth within `_WINDOW`."""
_WINDOW: Final = 600.0
_PATIENCE: Final = 60.0
_WARM_UP: Final = "This is a warm-up."
_WARM_UPS: Final = 4
_BAD_IN_A_ROW: Final = 2


@dataclass(frozen=True, slots=True)
class Standing:
    """How things stand. `reason` says why it is `missing` (no Java, no files) or `failed`, or what
    one that is `ready` cannot read.

    `unasked` waits for a yes to sending drafts to another computer; `idle` starts with the first
    English sentence.
    """

    kind: Kind
    reason: UserError | None = None
    url: str = ""


class Service:
    """One server, started when it is first needed, started again when it dies: three times in ten
    minutes at most. `told` hears of every change, on the thread on which it happens.

    `client` and `look` belong to one thread; `close` and `standing` to any.
    """

    def __init__(
        self,
        choice: Choice,
        told: Callable[[Standing], None] = lambda _: None,
        *,
        state: Path | None = None,
        pauses: Sequence[float] = _PAUSES,
        patience: float = _PATIENCE,
    ) -> None:
        self.choice = choice
        self._told = told
        self._state = state or state_folder()
        self._register = Register(self._state)
        self._pauses = pauses
        self._patience = patience
        self._server: Server | None = None
        self._client: Client | None = None
        self._starts: deque[float] = deque(maxlen=len(pauses))
        self._bad = 0
        self._lacking: tuple[str, ...] = ()
        self._closed = threading.Event()
        self.standing = Standing("off")

    @property
    def resident(self) -> int:
        """The memory our server takes, bytes; 0 when none runs."""
        return self._server.resident if self._server else 0

    def look(self) -> Standing:
        """Looks for what is needed, ends what an app that was killed left, starts nothing."""
        self._register.sweep()
        if self._client is None:
            self._stand(self._found())
        return self.standing

    def turn_to(self, choice: Choice) -> Standing:
        """Wants something else from now on; a new count of starts begins."""
        self._drop()
        self._starts.clear()
        self.choice = choice
        return self.look()

    def client(self) -> Client | None:
        """A client of a server that answers, started if need be; None when there is none to be had,
        and `standing` says why."""
        if self._client and (self._server is None or self._server.alive):
            return self._client
        self._drop()
        found = self._found()
        if found.kind != "idle" or self._closed.is_set():
            self._stand(found)
            return None
        if not self._may_start():
            if self.standing.kind != "failed":
                self._stand(Standing("failed", UserError("grammar.start_again")))
            return None
        self._stand(Standing("starting", url=found.url))
        try:
            self._client = self._started(found.url)
        except (UserError, OSError) as error:
            self._drop()
            self._stand(Standing("failed", _told(error), found.url))
            return None
        self._stand(Standing("ready", url=self._server.url if self._server else found.url))
        return self._client

    def went(self, error: UserError | None) -> None:
        """Hears how a check went. After two bad ones in a row the server itself is looked at."""
        self._bad = self._bad + 1 if error else 0
        if self._bad < _BAD_IN_A_ROW or error is None:
            return
        self._bad = 0
        if not self._healthy():
            self._drop()
            self._stand(Standing("failed", error, self.standing.url))

    def writes(self, languages: Iterable[str]) -> None:
        """Hears what a brand writes; `standing` says which of it the server does not know."""
        client = self._client
        if client is None:
            return
        lacking = tuple(one for one in languages if not client.knows(one))
        if lacking != self._lacking:
            self._lacking = lacking
            named = ", ".join(lacking)
            reason = UserError("grammar.language", languages=named) if lacking else None
            self._stand(replace(self.standing, reason=reason))

    def close(self) -> None:
        """Ends the server, also one that is starting, and starts none any more."""
        self._closed.set()
        server = self._server
        if server:
            server.stop()

    def _found(self) -> Standing:
        choice = self.choice
        if choice.mode == "off":
            return Standing("off")
        if choice.mode == "url":
            asked = choice.leaves and choice.agreed != choice.url
            return Standing("unasked" if asked else "idle", url=choice.url)
        try:
            server_folder(choice.folder)
            find_java(choice.java)
        except UserError as error:
            return Standing("missing", error)
        return Standing("idle")

    def _healthy(self) -> bool:
        """Whether the server, our own or the one that was named, still answers at all."""
        if self._server:
            return self._server.healthy
        from brandvoice.language.client import Client

        try:
            Client(self.choice.url)
        except UserError:
            return False
        return True

    def _may_start(self) -> bool:
        """Waits its turn; False when there were enough starts lately, or the app is closing."""
        now = time.monotonic()
        while self._starts and now - self._starts[0] > _WINDOW:
            self._starts.popleft()
        if len(self._starts) == len(self._pauses):
            return False
        closing = self._closed.wait(self._pauses[len(self._starts)])
        self._starts.append(time.monotonic())
        return not closing

    def _started(self, url: str) -> Client:
        # Here and not above: it takes longer to import than the rest of the program.
        from brandvoice.language.client import Client, Piece

        if not url:
            java = find_java(self.choice.java).program
            files = server_folder(self.choice.folder)
            self._server = Server(
                java, files, self.choice.memory, self._register, self._state, self._patience
            )
            if self._closed.is_set():
                raise UserError("grammar.start_stopped")
            self._server.start()
            url = self._server.url
        client = Client(url)
        for attempt in range(_WARM_UPS):
            try:
                client.check([Piece(_WARM_UP)])
                break
            except UserError:
                # On a busy computer the very first check can take longer than it may.
                if attempt == _WARM_UPS - 1 or not (self._server and self._server.alive):
                    raise
        if self._server and not self._server.healthy:
            raise UserError("grammar.start_slow", seconds=round(self._patience))
        return client

    def _drop(self) -> None:
        self._client = None
        self._lacking = ()
        server, self._server = self._server, None
        if server:
            server.stop()

    def _stand(self, standing: Standing) -> None:
        if standing != self.standing:
            self.standing = standing
            self._told(standing)


def _told(error: UserError | OSError) -> UserError:
    """Why it did not start, in a sentence: a disk that is full is no bug."""
    if isinstance(error, UserError):
        return error
    return UserError("grammar.start_ended", said=error.strerror or error)
