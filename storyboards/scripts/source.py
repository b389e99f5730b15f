"""From what a person hands in, bytes or text, to the one normalised text that all spans count in."""

import codecs
import re

from django.utils.translation import gettext_lazy as _

from storyboards.scripts.outline import ScriptError

MAX_BYTES = 2_000_000
# A long novel, hard-wrapped, stays below both; more would be refused later for its shots, after a long wait.
MOST_LINES = 100_000
MOST_WORDS = 440_000
# Share of control characters from which a file is no text, and of letters beyond ASCII from which a text that is
# no UTF-8 can hardly be Windows-1252 (French and Czech stay below a fifth; a misread Cyrillic text is nearly all).
BINARY_SHARE = 0.01
FOREIGN_SHARE = 0.35

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
KNOWN_FILES = (
    (b"%PDF", _("This is a PDF, not a text. Copy its text and paste it here, or export it as Fountain.")),
    (b"{\\rtf", _("This is a rich text document. Save it as plain text (UTF-8), then import it again.")),
    (b"PK\x03\x04", _("This is a packed document, not a text. Save it as plain text (UTF-8), then import it again.")),
    (b"<?xml", _("This is an XML document. Export it as Fountain or plain text, then import that.")),
)
NOT_TEXT = _("This file is not a text. Choose a Fountain, text or Markdown file.")
WRONG_ENCODING = _("The letters in this file cannot be read. Save it with the encoding UTF-8, then import it again.")
TOO_LARGE = _("This script is larger than 2 MB. Split it into parts, then import one part at a time.")
TOO_LONG = _("This script is longer than any film. Split it into parts, then import one part at a time.")
EMPTY = _("This script is empty. Write or paste at least one sentence, then import it again.")

LINE_ENDS = re.compile("\r\n|[\r\f\v\x85\u2028\u2029]")
CONTROLS = re.compile("[\x01-\x08\x0e-\x1f\x7f\ufeff\ufffe\uffff]")
WRITTEN_LINE = re.compile(r"\S[^\n]*+")
SURROGATES = re.compile("[\ud800-\udfff]")


def normalised(data: bytes | str) -> str:
    """Return the text with ``\\n`` line ends and without control characters, or raise ScriptError."""
    if len(data) > MAX_BYTES:
        raise ScriptError(TOO_LARGE)
    text = data if isinstance(data, str) else decoded(data)
    text = SURROGATES.sub("\ufffd", text)
    if len(text.encode()) > MAX_BYTES * 2:
        raise ScriptError(TOO_LARGE)
    if is_binary(text):
        raise ScriptError(NOT_TEXT)
    text = CONTROLS.sub(" ", LINE_ENDS.sub("\n", text.removeprefix("\ufeff")))
    if not text.strip():
        raise ScriptError(EMPTY)
    if text.count("\n") > MOST_LINES and len(WRITTEN_LINE.findall(text)) > MOST_LINES:
        raise ScriptError(TOO_LONG)
    if len(text) > MOST_WORDS and len(text.split()) > MOST_WORDS:
        raise ScriptError(TOO_LONG)
    return text


def decoded(data: bytes) -> str:
    """Return the text of UTF-8, of UTF-16 and UTF-32 with a mark, or else of Windows-1252."""
    refuse_known_files(data)
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return strictly(data[len(mark) :], encoding)
    if b"\0" in data:
        raise ScriptError(NOT_TEXT)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return plausible(strictly(data, "cp1252"))


def refuse_known_files(data: bytes) -> None:
    """Raise ScriptError with fitting advice for documents that writers often try."""
    for magic, advice in KNOWN_FILES:
        if data.startswith(magic):
            raise ScriptError(advice)


def strictly(data: bytes, encoding: str) -> str:
    """Return ``data`` in ``encoding``, or raise ScriptError at the first byte that does not fit."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ScriptError(WRONG_ENCODING) from error


def plausible(text: str) -> str:
    """Return ``text`` if it looks like a language of western Europe, else raise ScriptError."""
    if is_binary(text):
        raise ScriptError(NOT_TEXT)
    letters = sum(not character.isspace() for character in text)
    foreign = sum(character > "\x7f" for character in text)
    if foreign > FOREIGN_SHARE * letters:
        raise ScriptError(WRONG_ENCODING)
    return text


def is_binary(text: str) -> bool:
    """Tell whether ``text`` holds a NUL or more control characters than a text has."""
    return "\0" in text or len(CONTROLS.findall(text)) > max(2, BINARY_SHARE * len(text))
