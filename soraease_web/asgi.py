"""The ASGI door: pages, fragments and live events."""

import os
import warnings

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "soraease_web.settings")
# WhiteNoise answers with plain iterators, which are read whole. What it serves is small; stored files go another way.
warnings.filterwarnings("ignore", "StreamingHttpResponse must consume synchronous iterators", Warning)
application = get_asgi_application()
