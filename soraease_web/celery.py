"""The Celery app. Its messages are doorbells: all that they say stands in the database."""

import os
import warnings

from celery import Celery
from celery.platforms import SecurityWarning

from soraease_web import environment

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "soraease_web.settings")

if environment.mode() == "embedded":
    # Messages hold row numbers as JSON, from a broker of our own: root in a container is no danger here.
    warnings.filterwarnings("ignore", category=SecurityWarning)

app = Celery("soraease")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
