import signal
from collections.abc import Iterator

import pytest

from tests.chaos.studio import Studio
from tests.provider.steering import Steering, running_provider


@pytest.fixture(scope="module")
def provider() -> Iterator[Steering]:
    """A provider that is paid: it takes a few questions until a shot is made, and honours our keys."""
    with running_provider() as steering:
        steering.reset(idempotent=True, polls=3)
        yield steering


@pytest.fixture(scope="module")
def studio(tmp_path_factory, provider) -> Iterator[Studio]:
    """A running studio that joins films slowly, so that it can be hurt in the middle."""
    # These run behind others in `deploy/test.sh`, which ends them so; the studio has to end with them.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    folder = tmp_path_factory.mktemp("chaos")
    running = Studio(folder, SORAEASE_FAILPOINT="film-joining:sleep:3", CHAOS_PROVIDER=provider.url)
    try:
        running.start()
        yield running
    finally:
        running.close()
