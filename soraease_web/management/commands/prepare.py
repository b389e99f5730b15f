from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

from accounts.signin_link import make_link
from soraease_web.demo_account import demo_person
from soraease_web.supervisor.freshness import fingerprint


class Command(BaseCommand):
    help = "Brings database, static files and the demo account up to date; prints a one-time sign-in link."

    def handle(self, **options):
        """Do only what is not done yet, so that a second start is quick."""
        try:
            migrate()
        except OperationalError as error:
            raise CommandError(
                f"The database does not work ({error}); is its disk full, or its address wrong?"
            ) from None
        collect_static_files()
        if not settings.PRODUCTION:
            self.stdout.write(settings.SITE_URL + make_link(demo_person()))


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
