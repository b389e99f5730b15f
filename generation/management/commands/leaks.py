"""`manage.py leaks`: what providers may bill although no take of ours got anything for it."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from generation.models import Leak
from generation.reconciling import listing, reconcile


class Command(BaseCommand):
    help = "Lists jobs that a provider has and no take of ours gets anything from, with what they may cost."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--look", action="store_true", help="first compare the lists of the providers that have one"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["look"]:
            self.stdout.write(f"Looked at: {', '.join(listing()) or 'no provider, for none lists its jobs'}")
            self.stdout.write(f"New: {reconcile()}")
        leaks = list(Leak.objects.select_related("job"))
        for leak in leaks:
            self.stdout.write(_line(leak))
        known = sum(leak.credits or 0 for leak in leaks)
        unpriced = sum(leak.credits is None for leak in leaks)
        self.stdout.write(f"{len(leaks)} in all: {known} credits, and {unpriced} of unknown cost")


def _line(leak: Leak) -> str:
    cost = "?" if leak.credits is None else leak.credits
    ours = f"job {leak.job_id}" if leak.job_id else "no job"
    found = f"{leak.found_at:%Y-%m-%d %H:%M}"
    return f"{found}  {leak.backend}  {leak.remote_id or '-'}  {cost} credits  {ours}: {leak.get_reason_display()}"
