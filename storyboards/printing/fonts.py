"""The fonts of a printed board: our two families, and behind them fonts for the letters that those lack.

A letter is set in the first of these that has it: the family itself, a Noto font that lies beside it, for Chinese,
Japanese and Korean a font that every PDF reader brings along (so it is named in the file, not embedded), and at last
a box. Even a box is copied and searched as the letter that it stands for.
"""

import re
import unicodedata
from collections.abc import Iterator
from enum import Enum
from functools import cache, lru_cache
from io import BytesIO
from itertools import groupby

from django.contrib.staticfiles import finders
from fontTools.ttLib import TTFont as FontFile
from fontTools.varLib.instancer import instantiateVariableFont
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont

SANS = ("instrument-sans-latin-wght-normal", "instrument-sans-latin-ext-wght-normal")
OTHERS = (
    "noto-sans-latin-ext-400-normal",
    "noto-sans-vietnamese-400-normal",
    "noto-sans-greek-400-normal",
    "noto-sans-cyrillic-400-normal",
    "noto-sans-cyrillic-ext-400-normal",
    "noto-sans-hebrew-400-normal",
    "noto-sans-arabic-400-normal",
    "noto-emoji-400-normal",
)
# The letters that a reader's own fonts have are those of a national character set.
READERS_FONTS = {
    "HYGothic-Medium": "euc_kr",
    "HeiseiKakuGo-W5": "shift_jis",
    "STSong-Light": "gbk",
    "MSung-Light": "big5",
}
CHINESE = ("STSong-Light", "MSung-Light", "HeiseiKakuGo-W5", "HYGothic-Medium")
JAPANESE = ("HeiseiKakuGo-W5", *CHINESE)
KOREAN = ("HYGothic-Medium", *CHINESE)
_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]")
_KANA = re.compile("[\u3040-\u30ff]")
BOXES = "boxes"
BOLD_WEIGHT = 600
MEASURED_AT = 1000
POSTSCRIPT_NAME = 6
# How letters are joined and kerned is not asked when a PDF is set.
UNUSED = {"GPOS", "GSUB", "GDEF", "STAT"}
# Controls and marks of direction and joining have no shape.
UNSEEN = ("Cc", "Cf", "Cs")


class Style(Enum):
    """The voices on paper: the script's is Courier, the tool's is sans."""

    SCRIPT = ("courier-prime-latin-400-normal", "courier-prime-latin-ext-400-normal")
    SCRIPT_BOLD = ("courier-prime-latin-700-normal", "courier-prime-latin-ext-700-normal")
    SANS = SANS
    SANS_BOLD = tuple(f"{name}@{BOLD_WEIGHT}" for name in SANS)

    @property
    def css_class(self) -> str:
        """The class by which the page sets the same fonts."""
        return f"ink-{self.name.lower()}".replace("_", "-")


class EveryLetter(dict[int, int]):
    """Says of every letter that it is there, and is the first glyph: the box."""

    def __contains__(self, code: object) -> bool:
        return True

    def __missing__(self, code: int) -> int:
        return 0


class Embedded(TTFont):
    """A font that goes into the PDF in part, and says of each glyph which letters it stands for, as UTF-16."""

    def addObjects(self, doc) -> None:  # noqa: N802 - the name is reportlab's
        """Add the font's objects to the document, once all its letters are known."""
        super().addObjects(doc)
        for name, made in doc.idToObject.items():
            if name.startswith("toUnicodeCMap:"):
                made.content = _LETTER.sub(lambda match: f"{match[1]} <{_utf16(int(match[2], 16))}>", made.content)


# One entry, unless it has been read before: what we write is UTF-16, in units of four digits.
_LETTER = re.compile(r"^(<[0-9A-F]{2}>) <([0-9A-F]{4,6})>$", re.MULTILINE)


def _utf16(code: int) -> str:
    """Return the letter in hexadecimal; a joined form of an Arabic letter is the letter itself."""
    letter = chr(code)
    plain = unicodedata.normalize("NFKC", letter) if 0xFB50 <= code <= 0xFEFC else letter
    return plain.encode("utf-16-be", "surrogatepass").hex().upper()


@cache
def font(name: str) -> TTFont:
    """Return the font of a file in static/fonts, ready for a PDF; `@600` behind a variable one is its weight."""
    file, _at, weight = name.partition("@")
    return _registered(name, _outlines(file, name, int(weight or 400)))


def _outlines(file: str, name: str, weight: int) -> BytesIO:
    """Return a WOFF2 file of ours as the TrueType that PDFs embed, under a name that no other one has."""
    opened = FontFile(finders.find(f"fonts/{file}.woff2"))
    for table in UNUSED & set(opened.keys()):
        del opened[table]
    if "fvar" in opened:
        opened = instantiateVariableFont(opened, {"wght": weight})
    opened["name"].setName(name.replace("@", "-"), POSTSCRIPT_NAME, 3, 1, 0x409)
    opened["name"].setName(name.replace("@", "-"), POSTSCRIPT_NAME, 1, 0, 0)
    opened.flavor = None
    out = BytesIO()
    opened.save(out)
    out.seek(0)
    return out


def _registered(name: str, outlines: BytesIO) -> TTFont:
    made = Embedded(name, outlines)
    registerFont(made)
    return made


@cache
def boxes() -> str:
    """Return the name of the font that shows every letter as a box."""
    made = _registered(BOXES, _outlines(OTHERS[0], BOXES, 400))
    made.face.charToGlyph = EveryLetter(made.face.charToGlyph)
    return BOXES


@cache
def _readers_font(name: str) -> str:
    registerFont(UnicodeCIDFont(name))
    return name


@cache
def font_of(letter: str, style: Style, readers: tuple[str, ...] = CHINESE) -> str:
    """Return the name of the font in which `letter` is set; empty for a mark that is never seen."""
    if unicodedata.category(letter) in UNSEEN or "VARIATION SELECTOR" in unicodedata.name(letter, ""):
        return ""
    for name in (*style.value, *OTHERS):
        if ord(letter) in font(name).face.charToGlyph:
            return name
    found = next((name for name in readers if _is_in(letter, READERS_FONTS[name])), "")
    return _readers_font(found) if found else boxes()


def _is_in(letter: str, coding: str) -> bool:
    try:
        letter.encode(coding)
    except UnicodeEncodeError:
        return False
    return True


def is_box(letter: str) -> bool:
    """Return whether a PDF can show `letter` as a box only."""
    return font_of(letter, Style.SANS) == BOXES


def is_of_reader(letter: str) -> bool:
    """Return whether a PDF names a font for `letter` that its reader must have."""
    return font_of(letter, Style.SANS) in READERS_FONTS


def _readers(text: str) -> tuple[str, ...]:
    """Return the order of the readers' fonts for a text: Chinese signs are drawn as the rest of its language is."""
    if _HANGUL.search(text):
        return KOREAN
    return JAPANESE if _KANA.search(text) else CHINESE


def runs(text: str, style: Style) -> Iterator[tuple[str, str]]:
    """Yield the text in parts of one font each: the font's name, the part."""
    readers = _readers(text)
    for name, letters in groupby(text, lambda letter: font_of(letter, style, readers)):
        if name:
            yield name, "".join(letters)


@cache
def _letter_width(letter: str, style: Style) -> float:
    name = font_of(letter, style)
    return stringWidth(letter, name, MEASURED_AT) / MEASURED_AT if name else 0.0


@lru_cache(maxsize=50_000)
def _ems(text: str, style: Style) -> float:
    """How wide the text is at size 1; the words of a board come again and again."""
    return sum(_letter_width(letter, style) for letter in text)


def width(text: str, style: Style, size: float) -> float:
    """Return how wide the text is at `size`, in points."""
    return size * _ems(text, style)
