"""The studio's own settings, and a backend that costs: the tests' provider, over real HTTP."""

import os

from soraease_web.settings import *  # noqa: F403
from soraease_web.settings import GENERATION_BACKENDS as OURS
from tests.provider.server import KEY

GENERATION_BACKENDS = {
    **OURS,
    "paid": {
        "BACKEND": "tests.provider.backend.FakeBackend",
        "OPTIONS": {"base_url": os.environ["CHAOS_PROVIDER"], "key": KEY, "idempotent": True, "seconds": 15},
    },
}
