from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError

from accounts.signin_link import make_link
from soraease_web.demo_account import demo_person
from soraease_web.preparing import collect_static_files, migrate


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
