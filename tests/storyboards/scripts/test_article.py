import pytest

from storyboards.scripts import ScriptError, read_script
from storyboards.scripts.front_matter import BROKEN, BROKEN_TOML, front_matter
from storyboards.scripts.markdown import blocks_of


def blocks(text):
    return [(block.kind, block.passage.text) for block in blocks_of(text, 0)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# One #\n\ntext", [("heading", "One"), ("text", "text")]),
        ("One\n===\ntext", [("heading", "One"), ("text", "text")]),
        ("One\n---\ntext", [("heading", "One"), ("text", "text")]),
        ("two\nlines", [("text", "two lines")]),
        ("- a\n- b\n  c\n\n1. d", [("item", "a"), ("item", "b c"), ("item", "d")]),
        ("- [x] done", [("item", "done")]),
        ("> a\n> b\nc", [("quote", "a\nb\nc")]),
        ("```py\n# no\n\nx\n```\nafter", [("code", ""), ("text", "after")]),
        ("~~~\nnever closed", [("code", "")]),
        ("para\n\n    code", [("text", "para"), ("code", "")]),
        ("| a | b |\n|---|---|\n| c | d |\nafter", [("table", ""), ("text", "after")]),
        ("<div>\nx\n</div>\n\nafter", [("html", ""), ("text", "after")]),
        ("![A red boat](boat.png)", [("image", "A red boat")]),
        ("[x]: http://example.org", [("reference", "")]),
        ("***\n\ntext", [("rule", ""), ("text", "text")]),
        ('a **b** _c_ `d` ~~e~~ [f](g "h") ![i](j)', [("text", "a b c d e f i")]),
        ("see[^1] <br> <https://example.org> 1 < 2 \\# \\*", [("text", "see   1 < 2 # *")]),
    ],
)
def test_blocks_of(text, expected):
    assert blocks(text) == expected


def test_block_passages_point_at_their_letters():
    text = "a **b** [c](d)\ne `f`"

    passage = blocks_of(text, 0)[0].passage

    assert passage.text == "a b c e f"
    assert [text[passage.source(index)] for index in range(0, 9, 2)] == ["a", "b", "c", "e", "f"]


def test_front_matter_gives_plain_fields():
    fields, start = front_matter("---\nTitle: Trees\ntags: [a, b]\ndate: 2026-99-99\nx: {y: z}\n---\nText")

    assert fields == {"title": "Trees", "tags": "a, b", "date": "2026-99-99"}
    assert start == 60


def test_front_matter_in_toml_gives_plain_fields():
    block = 'Title = "Trees"\ntags = ["a", "b"]\ndate = 2026-11-30\ndraft = true\n[x]\ny = 1\n'

    fields, start = front_matter(f"+++\n{block}+++\nText")

    assert fields == {"title": "Trees", "tags": "a, b", "date": "2026-11-30", "draft": "True"}
    assert start == len(f"+++\n{block}+++")


def test_an_article_with_toml_is_told_from_its_first_word_on():
    outline = read_script('+++\ntitle = "Trees"\n+++\n\nA tree stands in the street.')

    assert (outline.format, outline.title) == ("markdown", "Trees")
    assert [line.text for line in outline.scenes[0].shots[0].dialogue] == ["A tree stands in the street."]


@pytest.mark.parametrize("text", ["+++\nText only\n+++\nMore", '+++\na = "b"\nnever closed', '+++ \na = "b"\n+++\n'])
def test_front_matter_in_toml_is_not_there(text):
    assert front_matter(text) == ({}, 0)


@pytest.mark.parametrize("block", ["a = ", "a = [", "a = 1\na = 2", "a = " + "[" * 5000, "a = b c"])
def test_broken_front_matter_in_toml_is_refused(block):
    with pytest.raises(ScriptError) as refusal:
        front_matter(f"+++\n{block}\n+++\ntext")

    assert str(refusal.value) == str(BROKEN_TOML)


@pytest.mark.parametrize(
    "text", ["---\nText only\n---\nMore", "---\na: b\nnever closed", "text\n---\na: b\n---", "---\n- a: b\n---\n"]
)
def test_front_matter_is_not_there(text):
    assert front_matter(text) == ({}, 0)


@pytest.mark.parametrize("block", ["a: [", "a: b: c", "a: " + "[" * 5000, "? [a]\n: b\nc: d", "a: *b", "\ta: b\nc: d"])
def test_broken_front_matter_is_refused(block):
    with pytest.raises(ScriptError) as refusal:
        front_matter(f"---\n{block}\n---\ntext")

    assert str(refusal.value) == str(BROKEN)


def test_each_heading_is_a_scene_with_its_path_as_section():
    outline = read_script("# Trees\n\nIntro.\n\n## Shade\n\nIn the park it is cool at noon.", name="a.md")

    assert [(s.section, s.setting, s.place, s.time_of_day) for s in outline.scenes] == [
        ("Trees", "EXT", "Trees", "DAY"),
        ("Trees / Shade", "EXT", "PARK", "NOON"),
    ]


def test_narration_is_heard_and_shown():
    shot = read_script("A tree stands in the street.", name="a.md").scenes[0].shots[0]

    assert [(line.speaker, line.text) for line in shot.dialogue] == [("NARRATOR", "A tree stands in the street.")]
    assert (shot.action, shot.characters) == ("A tree stands in the street.", ())


def test_quotation_is_said_by_whom_it_names():
    outline = read_script("> Plant one.\n> — Elena, a gardener", name="a.md")

    assert [(line.speaker, line.text) for line in outline.scenes[0].shots[0].dialogue] == [("Elena", "Plant one.")]
    assert outline.characters == ("Elena",)


def test_what_is_left_out_is_noted():
    outline = read_script("Text here.\n\n```\ncode\n```\n\n| a |\n|---|", name="a.md")

    assert outline.scenes[0].shots[0].notes == "A block of code was left out here.\nA table was left out here."


def test_title_is_the_first_heading_without_front_matter():
    assert read_script("Intro.\n\n# Trees\n\nText.", name="a.md").title == "Trees"
