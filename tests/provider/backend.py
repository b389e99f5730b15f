"""The real HTTP backend that speaks to the tests' provider: what a new backend looks like, in fifty lines."""

from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from urllib.parse import quote

from generation.backends.base import Capabilities, Fetched, Listed, Progress, Rejected, RemoteState, ShotRequest
from generation.backends.http import HttpBackend
from generation.backends.signing import verify
from tests.provider.server import WEBHOOK_SECRET

STATES = {
    "done": RemoteState.DONE,
    "failed": RemoteState.FAILED,
    "cancelled": RemoteState.FAILED,
    "refused": RemoteState.REFUSED,
}


class FakeBackend(HttpBackend):
    def __init__(
        self,
        *,
        alias: str,
        base_url: str,
        key: str,
        idempotent: bool = False,
        find: bool = False,
        webhook: bool = False,
        cancel: bool = False,
        lengths: tuple[int, ...] = (),
        credits_per_second: str = "5",
        running: int = 10,
        seconds: float = 1.5,
    ):
        super().__init__(alias=alias, base_url=base_url, key=key)
        self.submit_seconds = self.answer_seconds = seconds
        self.fetch_seconds = 4 * seconds
        self.capabilities = Capabilities(
            title="Fake",
            lengths=tuple(Fraction(length) for length in lengths),
            longest=Fraction(8),
            credits_per_second=Decimal(credits_per_second),
            idempotent=idempotent,
            find=find,
            lists=find,
            webhook=webhook,
            cancel=cancel,
            running=running,
            slowest=timedelta(minutes=30),
            seed=True,
        )

    def submit(self, request: ShotRequest, *, key: str, webhook: str = "") -> str:
        self.check(request)
        payload = {
            "prompt": request.prompt,
            "seconds": float(self.capabilities.asked_seconds(request)),
            "width": request.width,
            "height": request.height,
            "rate": "{}/{}".format(*request.rate),
            "seed": request.seed,
            "tag": key,
            "webhook": webhook,
        }
        return self.remote_id(self.create("/v1/jobs", payload, headers={"Idempotency-Key": key}))

    def poll(self, remote_id: str) -> Progress:
        said = self._job(remote_id)
        percent = said.get("progress")
        return Progress(
            STATES.get(str(said.get("status")), RemoteState.RUNNING),
            fraction=percent / 100 if isinstance(percent, int | float) else None,
            sentence=self.scrubbed(str(said.get("why", ""))),
        )

    def fetch(self, remote_id: str, target: Path, *, on_bytes: Callable[[int], None]) -> Fetched:
        url = self._job(remote_id).get("url")
        if not isinstance(url, str):
            raise Rejected("The provider names no file.", code="no_url")
        return self.fetch_from(url, target, on_bytes)

    def cancel(self, remote_id: str) -> None:
        if not self.capabilities.cancel:
            super().cancel(remote_id)
        self.ask("POST", f"/v1/jobs/{quote(remote_id, safe='')}/cancel")

    def find(self, key: str) -> str | None:
        if not self.capabilities.find:
            return super().find(key)
        jobs = self.ask("GET", f"/v1/jobs?tag={quote(key)}").get("jobs", [])
        return jobs[0]["id"] if jobs else None

    def listed(self) -> Iterable[Listed]:
        if not self.capabilities.lists:
            return super().listed()
        jobs = self.ask("GET", "/v1/jobs").get("jobs", [])
        return [Listed(job["id"], job["tag"], STATES.get(job["status"], RemoteState.RUNNING)) for job in jobs]

    def hear(self, headers: Mapping[str, str], body: bytes) -> str:
        verify(WEBHOOK_SECRET, headers, body)
        return self.id_in(body)

    def _job(self, remote_id: str) -> dict:
        return self.ask("GET", f"/v1/jobs/{quote(remote_id, safe='')}")
