"""The look stays small, strict and complete."""

import gzip
import re
from pathlib import Path

import pytest
from django.urls import reverse

from tests import make

ROOT = Path(__file__).parents[2]
STATIC = ROOT / "static"
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
STYLES = sorted((STATIC / "css").glob("*.css"))
SCRIPT = re.compile(r"static [\"']((?:js|vendor)/[^\"']+\.js)[\"']")
IMPORT = re.compile(r"from \"(\.[^\"]+)\"")
COMMENT = re.compile(r"{% comment %}.*?{% endcomment %}|{#.*?#}", re.DOTALL)


def packed(paths) -> int:
    return sum(len(gzip.compress(path.read_bytes(), 9)) for path in paths)


def markup(path: Path) -> str:
    return COMMENT.sub("", path.read_text())


def test_all_styles_together_are_under_30_kb():
    assert packed(STYLES) < 30_000


def scripts_of(template: Path) -> set[Path]:
    """Return the scripts that a page loads: those of every page, its own, and whatever these import."""
    found: set[Path] = set()
    waiting = [
        STATIC / name for page in (ROOT / "templates/base.html", template) for name in SCRIPT.findall(markup(page))
    ]
    while waiting:
        path = waiting.pop().resolve()
        if path not in found:
            found.add(path)
            waiting += [path.parent / name for name in IMPORT.findall(path.read_text())]
    return found


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_page_has_more_than_80_kb_of_scripts(path):
    assert packed(scripts_of(path)) < 80_000


def test_the_scripts_of_a_page_are_found_through_their_imports():
    names = {path.name for path in scripts_of(ROOT / "templates/storyboards/board.html")}

    assert {"htmx-2.0.11.min.js", "sortable-1.15.7.min.js", "app.js", "toasts.js", "reorder.js", "words.js"} <= names


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_template_has_nothing_that_the_content_policy_refuses(path):
    found = re.findall(
        r"""\sstyle\s*=|\son[a-z]+\s*=\s*["']|hx-on|<style|<script(?![^>]*\bsrc=)(?![^>]*application/json)""",
        markup(path),
    )

    assert found == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_icons_and_static_files_that_a_template_names_are_there(path):
    icons = set(re.findall(r'<symbol id="(\w+)"', (STATIC / "img" / "icons.svg").read_text()))

    used = set(re.findall(r"icons\.svg[\"'] %}#(\w+)", markup(path)))
    files = re.findall(r"{% static [\"']((?:css|img|fonts|vendor)/[^\"']+)[\"']", markup(path))

    assert used - icons == set()
    assert [name for name in files if not (STATIC / name).exists()] == []


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_every_token_that_a_style_uses_is_defined(path):
    defined = set(re.findall(r"(--[\w-]+):", "".join(style.read_text() for style in STYLES)))

    used = set(re.findall(r"var\((--[\w-]+)[,)]", path.read_text()))

    assert used - defined == set()


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_every_style_takes_its_colours_from_tokens(path):
    text = re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.DOTALL)

    assert re.findall(r"#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(", text) == []


def test_every_part_of_the_palette_has_its_swatch():
    names = "amber vermilion teal navy moss plum rose slate sand ink snow sky brick ochre violet mint"

    found = re.findall(r"\.swatch-(\w+) {", (STATIC / "css" / "components.css").read_text())

    assert found == names.split()


def test_a_board_of_500_shots_is_under_150_kb_on_its_way(client, alice):
    board = make.storyboard(alice.teams.get(), scenes=100, shots=5)
    client.force_login(alice)

    page = client.get(reverse("storyboard", args=[board.pk])).content

    assert page.count(b"<article") == 500
    assert len(gzip.compress(page, 6)) < 150_000
