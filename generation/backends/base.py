"""What every backend promises: short verbs that never sleep, never touch a row, and fail in five ways only."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from django.utils.translation import gettext as _

from generation.backends.capabilities import Capabilities
from generation.backends.errors import Ambiguous, BackendError, Misconfigured, Rejected, Transient, Unsupported
from generation.backends.request import ShotRequest

__all__ = [
    "Ambiguous", "Backend", "BackendError", "Capabilities", "Fetched", "Listed", "Misconfigured", "Progress",
    "Rejected", "RemoteState", "ShotRequest", "Transient", "Unsupported",
]  # fmt: skip


# Where a backend that draws here leaves what is said in a take: the name of the take's file with this ending.
CAPTIONS_ENDING = ".captions.json"


class RemoteState(Enum):
    """What the provider says of a job. A word that we do not know is RUNNING."""

    RUNNING = "running"
    DONE = "done"
    REFUSED = "refused"
    FAILED = "failed"


@dataclass(frozen=True)
class Progress:
    """`fraction` is 0 to 1 or None; `retry_after` is the provider's wish in seconds; `sentence` is why it ended."""

    state: RemoteState
    fraction: float | None = None
    retry_after: float | None = None
    code: str = ""
    sentence: str = ""


@dataclass(frozen=True)
class Fetched:
    """What arrived: `bytes` is its length."""

    bytes: int
    sha256: str


@dataclass(frozen=True)
class Listed:
    """One job in the provider's list: `key` is the tag that it came with, and may be anybody's."""

    remote_id: str
    key: str
    state: RemoteState


class Backend:
    """One alias: one provider, one model and its options. Subclasses name their options as keyword arguments."""

    draws_here = False
    needs_key = False
    capabilities: Capabilities

    def __init__(self, *, alias: str):
        self.alias = alias

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.alias!r}>"

    @property
    def label(self) -> str:
        """What people read when they choose."""
        return self.capabilities.title

    def fit(self, request: ShotRequest) -> ShotRequest:
        """Return `request` as this model can be asked it; raise Unsupported, naming the nearest, if it cannot."""
        width, height = self.capabilities.size_for(request.width, request.height)
        return request.but(width=width, height=height)

    def check(self, request: ShotRequest) -> None:
        """Raise Unsupported, before anything is sent, unless one job can make `request`."""
        self.capabilities.check(request)

    def submit(self, request: ShotRequest, *, key: str, webhook: str = "") -> str:
        """Ask for `request` under our `key` and return the provider's id; raise any of the five errors.

        A provider that can tell us when something happens is to call `webhook`, unless that is empty.
        """
        raise NotImplementedError

    def hear(self, headers: Mapping[str, str], body: bytes) -> str:
        """Return the provider's id that a webhook names, or nothing; raise Forged if the provider did not sign it."""
        return ""

    def poll(self, remote_id: str) -> Progress:
        """Return how far it is. Safe to repeat."""
        raise NotImplementedError

    def fetch(self, remote_id: str, target: Path, *, on_bytes: Callable[[int], None]) -> Fetched:
        """Write the result to `target`, telling `on_bytes` how much has come. Safe to repeat."""
        raise NotImplementedError

    def cancel(self, remote_id: str) -> None:
        """Tell the provider to stop; raise Unsupported where that does not exist."""
        raise Unsupported(_("%s cannot stop what it has begun.") % self.label)

    def find(self, key: str) -> str | None:
        """Return the provider's id of the job under our `key`, or None when there is none; else raise Unsupported."""
        raise Unsupported(_("%s cannot look for a job by its tag.") % self.label)

    def listed(self) -> Iterable[Listed]:
        """Return the jobs of the last days that the provider has for our key; raise Unsupported where it lists none."""
        raise Unsupported(_("%s does not list its jobs.") % self.label)

    def draw(self, request: ShotRequest, target: Path, *, on_progress: Callable[[float], None]) -> None:
        """Draw `request` into `target` in this process, telling `on_progress` the share from 0 to 1.

        Where something is said, its captions are left beside it, as `generation.captions` reads them.
        """
        raise NotImplementedError
