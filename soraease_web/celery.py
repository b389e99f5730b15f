"""The Celery app. Its messages are doorbells: all that they say stands in the database."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "soraease_web.settings")

app = Celery("soraease")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
