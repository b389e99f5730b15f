from django.core.management.base import BaseCommand, CommandError

from soraease_web.health import NotReady, tick


class Command(BaseCommand):
    help = "Succeeds when the tick was seen within the last 15 seconds; the health check of its container."

    def add_arguments(self, parser):
        parser.add_argument("name", choices=["tick"])

    def handle(self, **options):
        """Say why not, if not."""
        try:
            tick()
        except NotReady as error:
            raise CommandError(str(error)) from None
