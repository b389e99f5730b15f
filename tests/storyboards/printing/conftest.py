import io
from dataclasses import dataclass

import pytest
from PIL import Image
from pypdf import PdfReader

from storyboards.printing.layout import Book, lay_out
from storyboards.printing.pdf import write_pdf
from storyboards.printing.setup import Setup
from storyboards.reading import read_board


@dataclass
class Printed:
    """A board that was laid out and written, and what a reader finds in the file."""

    book: Book
    data: bytes

    @property
    def reader(self) -> PdfReader:
        return PdfReader(io.BytesIO(self.data))

    @property
    def text(self) -> str:
        return "\n".join(page.extract_text() for page in self.reader.pages)


def picture(width=320, height=180, form="WEBP", mode="RGB") -> bytes:
    out = io.BytesIO()
    Image.new(mode, (width, height), "teal").save(out, form)
    return out.getvalue()


@pytest.fixture
def printed():
    """A function that prints a board and reads it back."""

    def print_it(board, picture_of=lambda shot: picture(), logo=None, **choices) -> Printed:
        book = lay_out(read_board(board), Setup(**choices))
        out = io.BytesIO()
        write_pdf(out, book, picture_of, logo=logo)
        return Printed(book, out.getvalue())

    return print_it
