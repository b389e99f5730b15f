"""The shot list as comma-separated values (RFC 4180), in UTF-8 with a mark by which spreadsheets know it."""

import codecs
import csv
import io
from collections.abc import Generator, Iterable, Sequence

from storyboards.columns import PICTURE, Column, Value
from storyboards.exports.formulas import neutral
from storyboards.models import Shot

MIME = "text/csv; charset=utf-8"
ROWS_AT_ONCE = 100


def write_csv(shots: Iterable[Shot], columns: Sequence[Column]) -> Generator[bytes, None, None]:
    """Yield the file in chunks: a line of the columns' names, then a line per shot. Pictures have no column."""
    columns = [column for column in columns if column.name != PICTURE]
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(_cell(str(column.label)) for column in columns)
    yield codecs.BOM_UTF8
    for index, shot in enumerate(shots, start=1):
        writer.writerow(_cell(column.value(shot)) for column in columns)
        if index % ROWS_AT_ONCE == 0:
            yield _take(out)
    yield _take(out)


def _cell(value: Value) -> Value:
    return neutral(value) if isinstance(value, str) else value


def _take(out: io.StringIO) -> bytes:
    written = out.getvalue().encode()
    out.seek(0)
    out.truncate()
    return written
