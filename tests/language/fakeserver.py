"""A server that speaks like LanguageTool 6.8: it knows three slips, and many bad manners."""

from __future__ import annotations

import json
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import parse_qs

if TYPE_CHECKING:
    from collections.abc import Iterator

Manner = Literal[
    "well", "slow", "500", "413", "400", "drops", "garbage", "binary", "list", "null",
    "incomplete", "unknown", "partial", "outside", "no-matches",
]  # fmt: skip
SLIPS = {
    "Teh": ("MORFOLOGIK_RULE_EN_US", "TYPOS", ("The", "Ten")),
    "have went": ("HAVE_PART_AGREEMENT", "GRAMMAR", ("have gone",)),
    "She don't": ("HE_VERB_AGR", "GRAMMAR", ("She doesn't",)),
}
SLOW = 1.5


class FakeServer(ThreadingHTTPServer):
    """`texts` are those it was sent, `asked` the forms they came in."""

    daemon_threads = True

    def __init__(self, port: int = 0, manner: Manner = "well") -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.manner: Manner = manner
        self.texts: list[str] = []
        self.asked: list[dict[str, str]] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, *_: object) -> None:
        """Somebody who does not wait for an answer is part of the play."""


@contextmanager
def fake_server(manner: Manner = "well") -> Iterator[FakeServer]:
    """One that runs as long as it is used."""
    server = FakeServer(manner=manner)
    thread = Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    server: FakeServer

    def log_message(self, *_: object) -> None:
        """Says nothing."""

    def do_GET(self) -> None:
        if self.path.startswith("/v2/healthcheck"):
            self._answer(b"OK")
        elif self.path.startswith("/v2/languages"):
            one = {"name": "English (US)", "code": "en", "longCode": "en-US"}
            self._answer(json.dumps([one]).encode())
        else:
            self._answer(b"not found", 404)

    def do_POST(self) -> None:
        length = int(self.headers["Content-Length"])
        asked = {key: value[0] for key, value in parse_qs(self.rfile.read(length).decode()).items()}
        parts = json.loads(asked["data"])["annotation"]
        text = "".join(part.get("text", part.get("markup", "")) for part in parts)
        self.server.asked.append(asked)
        self.server.texts.append(text)
        self._misbehave(text)

    def _misbehave(self, text: str) -> None:
        manner = self.server.manner
        good: Any = {"matches": list(_matches(text)), "warnings": {"incompleteResults": False}}
        if manner == "slow":
            time.sleep(SLOW)
        if manner in ("500", "413", "400"):
            self._answer(b"Error: that did not go well", int(manner))
        elif manner == "drops":
            self.close_connection = True
        elif manner in ("garbage", "binary", "list", "null", "no-matches"):
            said = {
                "garbage": b"<html>Welcome to the hotel</html>", "binary": b"\xff\xfe\x00",
                "list": b"[1, 2]", "null": b"null", "no-matches": b'{"software": {}}',
            }  # fmt: skip
            self._answer(said[manner])
        else:
            self._answer(json.dumps(_spoilt(good, manner)).encode())

    def _answer(self, body: bytes, status: int = 200) -> None:
        # The real one sends its errors without a Content-Type.
        self.send_response_only(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def _matches(text: str) -> Iterator[dict[str, Any]]:
    for slip, (rule, category, instead) in SLIPS.items():
        at = text.find(slip)
        while at >= 0:
            units = len(text[:at].encode("utf-16-le")) // 2
            place = {"offset": units, "length": len(slip)}
            yield {
                "message": "Possible mistake found.",
                "shortMessage": "Mistake",
                "replacements": [{"value": one} for one in instead],
                **place,
                "context": {"text": text, **place},
                "sentence": text,
                "type": {"typeName": "UnknownWord"},
                "rule": {
                    "id": rule,
                    "description": "Possible mistake",
                    "issueType": "misspelling",
                    "category": {"id": category, "name": "Possible Typo"},
                },
                "ignoreForIncompleteSentence": False,
                "contextForSureMatch": 0,
            }
            at = text.find(slip, at + 1)


def _spoilt(good: Any, manner: Manner) -> Any:
    if manner == "incomplete":
        good["warnings"]["incompleteResults"] = True
    for match in good["matches"]:
        if manner == "unknown":
            match["colour"] = {"of": "the sky"}
            match["rule"]["subId"] = None
            del match["shortMessage"], match["context"], match["type"]
        elif manner == "outside":
            match["offset"] = 10_000
    if manner == "partial":
        good["matches"] = [{"message": "?"}, None, {"rule": {}}, *good["matches"]]
    return good
