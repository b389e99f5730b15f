"""The ASGI door: pages, fragments and live events."""

import gc
import os
import warnings

from django.core.asgi import get_asgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "soraease_web.settings")
# WhiteNoise answers with plain iterators, which are read whole. What it serves is small; stored files go another way.
warnings.filterwarnings("ignore", "StreamingHttpResponse must consume synchronous iterators", Warning)
application = get_asgi_application()

# All addresses are read before the first request, not in it. What is loaded by then stays for good: a collection that
# walked all of it would hold up an answer by a tenth of a second, again and again.
get_resolver().url_patterns  # noqa: B018
gc.collect()
gc.freeze()
gc.set_threshold(20_000, 20, 20)
