"""The shot list as a workbook: typed cells, pictures if wanted, a sheet for the shots and one for the statistics."""

import re
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import IO

import xlsxwriter
from django.utils.translation import gettext as _
from xlsxwriter.worksheet import Worksheet

from storyboards.columns import ALL, PICTURE, Column
from storyboards.exports.thumbnails import HEIGHT, WIDTH, Pictures, Thumbnails
from storyboards.models import Shot, Storyboard
from storyboards.statistics import Statistics

MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# What a cell may hold, and what a sheet may be called, in the format itself.
LONGEST_CELL = 32_767
LONGEST_NAME = 31
CUT = "…"
# Pixels around a picture in its cell.
MARGIN = 3
# Texts stay texts: nothing becomes a formula or a link. Rows are written as they come, and not kept.
PLAIN = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_date_format": "yyyy-mm-dd",
}


def write_xlsx(
    file: IO[bytes],
    board: Storyboard,
    shots: Sequence[Shot],
    columns: Sequence[Column],
    figures: Statistics,
    pictures: Pictures | None = None,
) -> None:
    """Write the workbook of `board` into `file`; only with `pictures` there is a column for them."""
    with tempfile.TemporaryDirectory(prefix="xlsx-") as folder, xlsxwriter.Workbook(file, PLAIN) as book:
        book.set_properties({"title": board.title, "author": board.team.name})
        heading = book.add_format({"bold": True, "bottom": 1, "valign": "top", "text_wrap": True})
        thumbnails = Thumbnails(pictures, Path(folder)) if pictures else None
        _shots(book, heading, sheet_name(board.title), shots, _shown(columns, thumbnails), thumbnails)
        _statistics(book.add_worksheet(_("Statistics")), heading, figures)


def _shown(columns: Sequence[Column], thumbnails: Thumbnails | None) -> list[Column]:
    """Return the columns of the sheet: the pictures stand where the person has them, or else first."""
    if thumbnails is None:
        return [column for column in columns if column.name != PICTURE]
    return [*columns] if ALL[PICTURE] in columns else [ALL[PICTURE], *columns]


def sheet_name(title: str) -> str:
    """Return the title as a sheet may be called: without []:*?/\\ and not too long."""
    plain = re.sub(r"[\[\]:*?/\\\x00-\x1f]+", " ", title).strip(" '")[:LONGEST_NAME].strip(" '")
    taken = plain.lower() in ("", "history", _("Statistics").lower())
    return f"{plain} 1".strip() if taken else plain


def _shots(
    book: xlsxwriter.Workbook,
    heading,
    name: str,
    shots: Sequence[Shot],
    columns: Sequence[Column],
    thumbnails: Thumbnails | None,
) -> None:
    top = book.add_format({"valign": "top"})
    wrapped = book.add_format({"valign": "top", "text_wrap": True})
    sheet = book.add_worksheet(name)
    for index, column in enumerate(columns):
        _head(sheet, index, column, heading)
    for row, shot in enumerate(shots, start=1):
        if thumbnails:
            sheet.set_row_pixels(row, HEIGHT + 2 * MARGIN)
        for index, column in enumerate(columns):
            if column.name == PICTURE and thumbnails:
                _picture(sheet, row, index, shot, thumbnails)
            else:
                _write(sheet, row, index, column.value(shot), wrapped if column.is_long else top)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(shots), max(0, len(columns) - 1))
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _head(sheet: Worksheet, index: int, column: Column, heading) -> None:
    if column.name == PICTURE:
        sheet.set_column_pixels(index, index, WIDTH + 2 * MARGIN)
    else:
        sheet.set_column(index, index, column.width)
    sheet.write_string(0, index, str(column.label), heading)


def _picture(sheet: Worksheet, row: int, index: int, shot: Shot, thumbnails: Thumbnails) -> None:
    """Put a picture into its cell, with which it is moved and sorted."""
    if (path := thumbnails.of(shot)) is None:
        return
    told = {"description": _("Shot %s") % shot.slate, "object_position": 1}
    sheet.insert_image(row, index, str(path), {"x_offset": MARGIN, "y_offset": MARGIN, **told})


def _write(sheet: Worksheet, row: int, index: int, value, form=None) -> None:
    if isinstance(value, str):
        text = value if len(value) <= LONGEST_CELL else value[: LONGEST_CELL - 1] + CUT
        sheet.write_string(row, index, text, form)
    else:
        sheet.write_number(row, index, value, form)


def _statistics(sheet: Worksheet, heading, figures: Statistics) -> None:
    sheet.set_column(0, 0, 28)
    rows: list[tuple[str, str | int]] = [
        (_("Scenes"), figures.scenes),
        (_("Shots"), figures.shots),
        (_("Omitted shots"), figures.omitted),
        (_("Running time"), figures.timecode),
        (_("Running time in frames"), figures.frames),
    ]
    for row, (label, value) in enumerate(rows):
        sheet.write_string(row, 0, label)
        _write(sheet, row, 1, value)
    sheet.write_string(len(rows) + 1, 0, _("Shots by size"), heading)
    for row, (size, count) in enumerate(figures.sizes.items(), start=len(rows) + 2):
        sheet.write_string(row, 0, f"{size.label} ({size.value})")
        sheet.write_number(row, 1, count)
