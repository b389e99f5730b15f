"""`manage.py sweep_jobs`: the sweep, by hand."""

from typing import Any

from django.core.management.base import BaseCommand

from generation.sweeping import sweep


class Command(BaseCommand):
    help = "Gives back holds without work, and removes files and folders that nobody knows any more."

    def handle(self, *args: Any, **options: Any) -> None:
        for what, count in sweep().items():
            self.stdout.write(f"{what}: {count}")
