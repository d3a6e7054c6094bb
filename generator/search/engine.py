"""The only caller of Pagefind: words in, index files out.

Pagefind is driven as its own wrappers for Python and Node do it: as a service that takes messages (JSON in
base64, a comma after each) on its standard input and answers each on its standard output. The official
Python wrapper sleeps a tenth of a second for each answer; a folder of files would be indexed in the order
in which the file system happens to list it, and the bytes would differ from one machine to the next.
"""

from __future__ import annotations

import base64
import json
import os
import subprocess
import threading
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any

import pagefind_bin

from generator.errors import BackfileError, error

LANGUAGE = "und"
"""Undetermined: for any language it knows, Pagefind would cut or stem our words."""
CHUNK_SIZE = 2_000
"""Rows and positions in one file of the index: a search loads one file for each pair of its characters."""
USUAL_WEIGHT = "___PAGEFIND_WEIGHT___1.05"
"""At the head of a text: 25 by Pagefind's scale. It leaves that weight out of the index, as the usual one, but
rounds what is given no weight to 24, and writes that before the positions of every word in every row."""


def run_engine(texts: Iterable[str]) -> Mapping[str, bytes]:
    """Index ``texts`` (words with a blank between) and return all files of the index, by their paths in it.

    The place of a text in the order is the document's row, which Pagefind numbers its documents by. Raises
    BackfileError when Pagefind cannot be started or reports a failure.
    """
    process = _start()
    if process.stdin is None or process.stdout is None:
        raise _failure("its input or output is closed")
    feeder = _Feeder(process.stdin, _requests(texts))
    feeder.start()
    try:
        return _await_files(process, process.stdout)
    finally:
        process.kill()
        feeder.join()
        process.stdout.close()
        process.wait()
        if feeder.problem:
            raise feeder.problem


class _Feeder(threading.Thread):
    """Writes the messages beside the reading of answers: a full pipe either way would stop both."""

    def __init__(self, stdin: IO[bytes], requests: Iterable[dict[str, Any]]) -> None:
        super().__init__(daemon=True)
        self._stdin = stdin
        self._requests = requests
        self.problem: Exception | None = None

    def run(self) -> None:
        try:
            for number, payload in enumerate(self._requests):
                message = json.dumps({"message_id": number, "payload": payload}, ensure_ascii=False)
                self._stdin.write(base64.b64encode(message.encode()) + b",")
                self._stdin.flush()
        except BrokenPipeError:
            return  # Pagefind has ended; the reader of its answers says why
        except Exception as problem:
            self.problem = problem
            self._stdin.close()  # ends Pagefind, and with it the wait for its answers


def find_engine() -> Path:
    """Return the path of Pagefind's program. Raises BackfileError where it is not installed."""
    try:
        return Path(pagefind_bin.get_executable())
    except FileNotFoundError as problem:
        raise error(
            "search-engine-missing",
            f"Pagefind, which makes the search index, is not installed ({problem}).",
            remedy="Install the package pagefind-bin, or build with --no-search.",
        ) from problem


def _start() -> subprocess.Popen[bytes]:
    program = find_engine()
    environment = {**os.environ, "PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": str(CHUNK_SIZE)}
    try:
        return subprocess.Popen(
            [program, "--service"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
        )
    except OSError as problem:
        raise _failure(f"{program} could not be started: {problem}") from problem


def _requests(texts: Iterable[str]) -> Iterator[dict[str, Any]]:
    yield {"type": "NewIndex", "config": None}
    for row, text in enumerate(texts):
        yield {
            "type": "AddRecord",
            "index_id": 0,
            "url": f"/{row}",
            "content": f"{USUAL_WEIGHT} {text}",
            "language": LANGUAGE,
        }
    # Not WriteFiles: Pagefind answers that one before all that it has written is in the files.
    yield {"type": "GetFiles", "index_id": 0}


def _await_files(process: subprocess.Popen[bytes], stdout: IO[bytes]) -> Mapping[str, bytes]:
    for answer in _answers(stdout):
        payload = answer["payload"]
        if payload["type"] == "Error":
            raise _failure(str(payload["message"]))
        if payload["type"] == "GetFiles":
            return {file["path"]: base64.b64decode(file["content"]) for file in payload["files"]}
    raise _failure(f"it ended early with status {process.wait()}")


def _answers(stdout: IO[bytes]) -> Iterator[dict[str, Any]]:
    kept: list[bytes] = []
    while block := os.read(stdout.fileno(), 1 << 20):
        *ends, rest = block.split(b",")
        for end in ends:
            yield json.loads(base64.b64decode(b"".join([*kept, end])))
            kept.clear()
        kept.append(rest)


def _failure(what: str) -> BackfileError:
    return error(
        "search-engine-failed",
        f"Pagefind failed to make the search index: {what}.",
        remedy="Check the free space and memory of the machine and build again; --no-search leaves search out.",
    )
