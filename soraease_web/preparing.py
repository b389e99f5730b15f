"""Brings database and static files up to date; does nothing where they are."""

from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from soraease_web.supervisor.freshness import fingerprint


def migrate() -> None:
    """Apply the migrations that are missing."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", interactive=False, verbosity=0)


def collect_static_files() -> None:
    """Collect the static files unless they are those that were collected last."""
    stamp = Path(settings.STATIC_ROOT) / ".collected"
    now = fingerprint([*settings.STATICFILES_DIRS, Path(settings.BASE_DIR) / "requirements" / "run.txt"])
    if not stamp.exists() or stamp.read_text() != now:
        call_command("collectstatic", interactive=False, verbosity=0)
        stamp.write_text(now)
