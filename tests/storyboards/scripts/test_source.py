import pytest

from storyboards.scripts.outline import ScriptError
from storyboards.scripts.source import EMPTY, MAX_BYTES, NOT_TEXT, TOO_LARGE, TOO_LONG, WRONG_ENCODING, normalised


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_normalised_reads_unicode_with_its_mark(encoding):
    text = "Märta – “Überall” 灯台"

    assert normalised(text.encode(encoding)) == text


def test_normalised_reads_windows_1252_as_fallback():
    assert normalised("Café, naïve – “yes”".encode("cp1252")) == "Café, naïve – “yes”"


def test_normalised_makes_one_kind_of_line_end():
    assert normalised("a\r\nb\rc\u2028d\fe") == "a\nb\nc\nd\ne"


def test_normalised_drops_stray_control_characters():
    assert normalised("one\x07two" + " word" * 50) == "one two" + " word" * 50


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", EMPTY),
        (b"\xef\xbb\xbf", EMPTY),
        ("", EMPTY),
        (" \t\n\u3000\n", EMPTY),
        ("\n" * 1_000_000, EMPTY),
        (b"abc\0def", NOT_TEXT),
        ("abc\0def", NOT_TEXT),
        (bytes(range(256)) * 10, NOT_TEXT),
        (b"\x01\x02\x03\x04\x05\x06 abc", NOT_TEXT),
        (b"\x81\x8d\x8f text", WRONG_ENCODING),
        ("Маяк стоит у моря".encode("koi8-r"), WRONG_ENCODING),
        ("灯台は暗い".encode("euc-jp"), WRONG_ENCODING),
        (b"\xff\xfeA", WRONG_ENCODING),
        (b"a" * (MAX_BYTES + 1), TOO_LARGE),
        ("a" * 20_000_000, TOO_LARGE),
        ("灯" * MAX_BYTES, TOO_LARGE),
        ("a\n" * 100_001, TOO_LONG),
        ("a " * 440_001, TOO_LONG),
    ],
    ids=lambda value: repr(value)[:24],
)
def test_normalised_refuses_with_its_sentence_when_data_is_no_readable_text(data, sentence):
    with pytest.raises(ScriptError) as refusal:
        normalised(data)

    assert str(refusal.value) == str(sentence)


@pytest.mark.parametrize(
    ("data", "beginning"),
    [
        (b"%PDF-1.7 ...", "This is a PDF"),
        (b"PK\x03\x04 docx", "This is a packed document"),
        (b"{\\rtf1 hello}", "This is a rich text"),
        (b'<?xml version="1.0"?><FinalDraft/>', "This is an XML"),
    ],
)
def test_normalised_names_the_kind_of_known_documents(data, beginning):
    with pytest.raises(ScriptError) as refusal:
        normalised(data)

    assert str(refusal.value).startswith(beginning)


def test_normalised_keeps_a_million_blank_lines_around_a_sentence():
    assert len(normalised("\n" * 1_000_000 + "A lamp.")) == 1_000_007


def test_normalised_replaces_lone_surrogates():
    assert normalised("a\ud800b") == "a\ufffdb"
