"""The ASGI door: pages, fragments and live events."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "soraease_web.settings")
application = get_asgi_application()
