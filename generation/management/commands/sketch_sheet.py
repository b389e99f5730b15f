"""`manage.py sketch_sheet`: sixty prompts in every look, in one picture, to be looked at."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from generation.sketch.contact import CELL, draw_sheet
from generation.sketch.prompts import PROMPTS
from generation.sketch.request import LOOKS

FORMATS = (".png", ".webp", ".jpg", ".jpeg")
QUALITY = 72


class Command(BaseCommand):
    help = "Draw the same sixty prompts in every look, or in some, into one picture."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say where to, and in which looks."""
        parser.add_argument("--out", required=True, metavar="PICTURE", help="a file ending in .png, .webp or .jpg")
        parser.add_argument("--look", action="append", choices=LOOKS, help="one look; may be said again; default: all")
        parser.add_argument("--width", type=int, default=CELL[0], metavar="PIXELS", help="of one cell, which is 16:9")

    def handle(self, *, out: str, look: list[str] | None, width: int, **options: Any) -> None:
        """Draw and write the picture; raise CommandError for a name or a width that cannot be."""
        target = Path(out)
        if target.suffix.lower() not in FORMATS:
            raise CommandError(_("“%s” is no picture: its name must end in .png, .webp or .jpg.") % out)
        if not 64 <= width <= 1280:
            raise CommandError(_("A cell is 64 to 1280 pixels wide."))
        looks = look or list(LOOKS)
        sheet = draw_sheet(looks, (width, round(width * 9 / 16)), self._told)
        try:
            sheet.save(target, quality=QUALITY, method=6)
        except OSError as error:
            raise CommandError(_("The picture cannot be written: %s") % error) from error
        self.stdout.write(f"{target}: {len(PROMPTS)} × {len(looks)}, {sheet.width} × {sheet.height}")

    def _told(self, look: str, number: int) -> None:
        if number == len(PROMPTS):
            self.stderr.write(look)
