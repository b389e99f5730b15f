"""`manage.py tick`: the process that rings for every row that is due."""

import signal
import threading
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from generation.ticking import Ticker


class Command(BaseCommand):
    help = "Rings a worker for every job and film that is due, every two seconds, and sweeps every five minutes."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="do one pass and leave")

    def handle(self, *args: Any, **options: Any) -> None:
        stop = threading.Event()
        ticker = Ticker(stop)
        if options["once"]:
            ticker.once()
            return
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda _number, _frame: stop.set())
        ticker.run()
