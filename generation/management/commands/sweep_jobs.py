"""`manage.py sweep_jobs`: the sweep, by hand."""

from typing import Any

from django.core.management.base import BaseCommand

from generation.sweeping import sweep, sweep_files


class Command(BaseCommand):
    help = "Gives back holds without work, removes files and folders that nobody knows, and marks rows without a file."

    def handle(self, *args: Any, **options: Any) -> None:
        for what, count in {**sweep(), **sweep_files()}.items():
            self.stdout.write(f"{what}: {count}")
