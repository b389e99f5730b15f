"""A stateful provider over real HTTP, in a process of its own, that can misbehave on request.

It keeps jobs by id, the key each came with, what it bills, and how often it was asked for what. Tests steer it through
`/control`: modes (`idempotent`, `listable`, `cancellable`) and faults, which are used up one per request.
"""

import base64
import hashlib
import hmac
import json
import os
import socket
import struct
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx
import imageio_ffmpeg

KEY = "fake-key-that-must-never-leak"
WEBHOOK_SECRET = "whsec_" + base64.b64encode(b"the provider's own secret").decode()
PLAIN = {"idempotent": False, "listable": False, "cancellable": False, "polls": 1, "price": 7}
FOLDER = Path(tempfile.mkdtemp(prefix="soraease-provider-"))


class Provider:
    """Everything that the provider remembers."""

    def __init__(self):
        self.lock = threading.RLock()
        self.reset({})

    def reset(self, modes: dict) -> None:
        with self.lock:
            self.modes = {**PLAIN, **modes}
            self.jobs: dict[str, dict] = {}
            self.faults: dict[str, list[dict]] = {}
            self.counts: dict[str, int] = {}

    def count(self, what: str) -> None:
        with self.lock:
            self.counts[what] = self.counts.get(what, 0) + 1

    def fault(self, what: str) -> dict:
        """Return the next fault for a kind of request; one that says `always` stays."""
        with self.lock:
            waiting = self.faults.get(what) or [{}]
            return waiting[0] if waiting[0].get("always") else waiting.pop(0)

    def accept(self, order: dict, key: str, *, twice: bool = False) -> dict:
        with self.lock:
            if self.modes["idempotent"] and not twice:
                for job in self.jobs.values():
                    if job["key"] == key:
                        return job
            job = {"id": f"remote-{len(self.jobs) + 1}", "key": key, "order": order, "polls": 0, "status": "running"}
            self.jobs[job["id"]] = job
            return job

    def state(self) -> dict:
        with self.lock:
            jobs = list(self.jobs.values())
            billed = sum(self.modes["price"] for job in jobs if job["status"] in ("running", "done"))
            return {"jobs": jobs, "bill": billed, "counts": self.counts}


provider = Provider()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_args):
        pass

    # --- routes -------------------------------------------------------------------------------------------------------

    def do_GET(self):
        url = urlsplit(self.path)
        if url.path == "/control":
            return self.json(provider.state())
        if url.path.startswith("/files/"):
            return self.file(url.path.removeprefix("/files/").removesuffix(".mp4"))
        if not self.known():
            return self.json({"error": {"message": f"bad key {self.headers.get('Authorization')}"}}, 401)
        if url.path == "/v1/jobs":
            return self.listing(parse_qs(url.query).get("tag"))
        return self.poll(url.path.rsplit("/", 1)[-1])

    def do_POST(self):
        said = json.loads(self.rfile.read(int(self.headers.get("Content-Length", 0))) or b"{}")
        if self.path == "/control":
            return self.control(said)
        if not self.known():
            return self.json({"error": {"message": f"bad key {self.headers.get('Authorization')}"}}, 401)
        if self.path.endswith("/cancel"):
            return self.cancel(self.path.split("/")[-2])
        return self.submit(said)

    def known(self) -> bool:
        return self.headers.get("Authorization") == f"Bearer {KEY}"

    def control(self, said: dict) -> None:
        if "reset" in said:
            provider.reset(said["reset"])
        with provider.lock:
            provider.faults.update(said.get("faults", {}))
            provider.modes.update(said.get("modes", {}))
        self.json({"answers": ring(**said["ring"])} if "ring" in said else {})

    # --- submit -------------------------------------------------------------------------------------------------------

    def submit(self, order: dict) -> None:
        provider.count("submit")
        fault = provider.fault("submit")
        kind = fault.get("kind", "")
        if kind == "refused":
            return self.json({"error": {"message": "The words are not allowed here."}}, 400)
        if kind == "status":
            return self.json({"error": {"message": "no"}}, fault["status"], self.more(fault))
        if kind == "redirect":
            return self.json({}, 307, {"Location": "http://127.0.0.1:9/elsewhere"})
        job = provider.accept(order, self.headers.get("Idempotency-Key") or order.get("tag", ""), twice=kind == "twice")
        return self.after_accepting(kind, job, fault)

    def after_accepting(self, kind: str, job: dict, fault: dict) -> None:
        answer = {"id": job["id"], "status": "queued"}
        bodies = {
            "html": b"<html>gateway</html>",
            "bad_json": b'{"id": ',
            "no_id": b'{"status": "queued"}',
            "number_id": b'{"id": 17}',
            "list": b"[1]",
            "huge": b'{"id": "' + b"x" * (10 << 20) + b'"}',
        }
        if kind == "hang":
            time.sleep(fault.get("seconds", 5))
        elif kind == "reset":
            self.reset()
        elif kind == "drip":
            self.drip(json.dumps(answer).encode())
        elif kind == "after":
            self.json({}, fault["status"])
        elif kind in bodies:
            self.raw(bodies[kind], "application/json")
        else:
            self.json(answer)

    # --- poll, list, cancel -------------------------------------------------------------------------------------------

    def poll(self, remote_id: str) -> None:
        provider.count("poll")
        fault = provider.fault("poll")
        kind = fault.get("kind", "")
        job = provider.jobs.get(remote_id)
        if kind == "status":
            return self.json({"error": {"message": "no"}}, fault["status"], self.more(fault))
        if kind == "hang":
            return time.sleep(fault.get("seconds", 5))
        if kind == "html":
            return self.raw(b"<html>", "text/html")
        if kind == "reset":
            return self.reset()
        if job is None:
            return self.json({"error": {"message": "no such job"}}, 404)
        return self.say(job, fault)

    def say(self, job: dict, fault: dict) -> None:
        with provider.lock:
            job["polls"] += 1
            if job["status"] == "running" and job["polls"] > provider.modes["polls"]:
                job["status"] = "done"
        answer = {
            "id": job["id"],
            "status": job["status"],
            "progress": min(100, 40 * job["polls"]),
            "url": f"http://{self.headers['Host']}/files/{job['id']}.mp4",
        }
        self.json({**answer, **fault.get("say", {})}, 200, self.more(fault))

    def listing(self, tags: list[str] | None) -> None:
        provider.count("find" if tags else "list")
        fault = provider.fault("find" if tags else "list")
        if fault.get("kind") == "status":
            return self.json({}, fault["status"])
        if not provider.modes["listable"]:
            return self.json({"error": {"message": "no list"}}, 404)
        jobs = [job for job in provider.jobs.values() if not tags or job["key"] in tags]
        return self.json({"jobs": [{"id": job["id"], "tag": job["key"], "status": job["status"]} for job in jobs]})

    def cancel(self, remote_id: str) -> None:
        provider.count("cancel")
        fault = provider.fault("cancel")
        if fault.get("kind") == "status":
            return self.json({}, fault["status"])
        with provider.lock:
            job = provider.jobs.get(remote_id)
            if job is None:
                return self.json({"error": {"message": "no such job"}}, 404)
            job["status"] = "cancelled"
        return self.json({})

    # --- files --------------------------------------------------------------------------------------------------------

    def file(self, remote_id: str) -> None:
        provider.count("fetch")
        fault = provider.fault("fetch")
        kind = fault.get("kind", "")
        whole = make(provider.jobs[remote_id]["order"]) if remote_id in provider.jobs else b""
        if kind == "status":
            return self.json({}, fault["status"])
        if kind == "redirect":
            return self.json({}, 302, {"Location": fault["to"]})
        if kind == "lie":
            return self.raw(whole[: len(whole) // 2], "video/mp4", length=len(whole))
        if kind == "reset":
            return self.reset()
        if kind == "drip":
            return self.drip(whole or b"0" * 1000)
        if kind == "gzip":
            return self.raw(b"\x1f\x8b" + b"0" * 100, "video/mp4", {"Content-Encoding": "gzip"})
        if kind == "endless":
            return self.raw(b"", "video/mp4", length=1 << 40)
        return self.raw(instead(kind, whole), "video/mp4")

    # --- answers ------------------------------------------------------------------------------------------------------

    def more(self, fault: dict) -> dict:
        headers = dict(fault.get("headers", {}))
        if "retry_date_in" in fault:
            headers["Retry-After"] = format_datetime(
                datetime.now(UTC) + timedelta(seconds=fault["retry_date_in"]), usegmt=True
            )
        return headers

    def json(self, said: object, status: int = 200, headers: dict | None = None) -> None:
        self.raw(json.dumps(said).encode(), "application/json", headers, status)

    def raw(self, body: bytes, kind: str, headers: dict | None = None, status: int = 200, length: int | None = None):
        self.send_response(status)
        sent = {"Content-Type": kind, "Content-Length": str(len(body) if length is None else length), **(headers or {})}
        for name, value in sent.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)
        if length is not None:
            self.close_connection = True

    def drip(self, body: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        for at in range(len(body)):
            self.wfile.write(body[at : at + 1])
            self.wfile.flush()
            time.sleep(0.1)

    def reset(self) -> None:
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.shutdown(socket.SHUT_RD)
        self.connection.close()
        self.close_connection = True


def instead(kind: str, whole: bytes) -> bytes:
    """Return what is sent in place of the file."""
    victim = FOLDER / "victim.mp4"
    if kind == "playlist":
        victim.write_bytes(whole)
        return f"#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\n{victim}\n#EXT-X-ENDLIST\n".encode()
    return {
        "": whole,
        "html": b"<html><body>Your link has expired.</body></html>",
        "empty": b"",
        "cut": whole[: len(whole) * 6 // 10],
        "noise": os.urandom(20_000),
        "sound_only": film("-f lavfi -i sine=frequency=440 -t 2 -c:a aac"),
        "too_long": film("-f lavfi -i testsrc2=size=160x90:rate=24 -t 40 -c:v libx264 -preset ultrafast"),
        "too_short": film("-f lavfi -i testsrc2=size=160x90:rate=24 -t 0.5 -c:v libx264 -preset ultrafast"),
    }[kind]


def make(order: dict) -> bytes:
    """Return the film that was ordered."""
    size = f"{order['width']}x{order['height']}"
    picture = f"-f lavfi -i testsrc2=size={size}:rate={order['rate']} -f lavfi -i sine=frequency=330"
    return film(f"{picture} -t {order['seconds']} -c:v libx264 -preset ultrafast -pix_fmt yuv420p -c:a aac")


_films: dict[str, bytes] = {}


def film(args: str) -> bytes:
    """Return an MP4 made by ffmpeg; the same arguments are run once."""
    if args not in _films:
        target = FOLDER / f"{len(_films)}.mp4"
        ffmpeg = imageio_ffmpeg.get_ffmpeg_exe()
        flags = ["-movflags", "+faststart", "-y", str(target)]
        subprocess.run([ffmpeg, "-v", "error", "-nostdin", *args.split(), *flags], check=True, timeout=60)
        _films[args] = target.read_bytes()
    return _films[args]


# --- webhooks ---------------------------------------------------------------------------------------------------------


def ring(
    job: str,
    *,
    times: int = 1,
    says: str = "",
    at: str = "",
    secret: str = WEBHOOK_SECRET,
    age: int = 0,
    size: int = 0,
    cut: bool = False,
    text: str = "",
) -> list[int]:
    """Call the webhook of a job, `times` at once, and return the answers' status codes.

    `says` is the id that the body names, `text` another body, `at` another address than the job's own; the rest makes
    the call a bad one.
    """
    url = at or provider.jobs[job]["order"]["webhook"]
    body = (text or json.dumps({"id": says or job, "status": "done", "padding": "x" * size})).encode()
    stamp = str(int(time.time()) - age)
    key = base64.b64decode(secret.removeprefix("whsec_"))
    mac = hmac.new(key, f"call-1.{stamp}.".encode() + body, hashlib.sha256).digest()
    headers = {
        "webhook-id": "call-1",
        "webhook-timestamp": stamp,
        "webhook-signature": "v1,AAAA v1," + base64.b64encode(mac).decode(),
        "content-type": "application/json",
    }
    sent = body[:-1] if cut else body

    def call(_number: int) -> int:
        return httpx.post(url, content=sent, headers=headers, timeout=30, trust_env=False).status_code

    with ThreadPoolExecutor(times) as callers:
        return list(callers.map(call, range(times)))


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        """Clients that hang up in the middle are what these tests are about."""


def main() -> None:
    server = Server(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_port, flush=True)
    sys.stdin.read()  # the tests are over when nobody holds the other end


if __name__ == "__main__":
    main()
