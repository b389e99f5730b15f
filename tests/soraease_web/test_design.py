"""The page that shows the look: for staff, and complete."""

import re
from pathlib import Path

import pytest

from soraease_web.design import GAPS, GROUND, MEANING, TYPE, icons

pytestmark = pytest.mark.django_db
PARTS = (
    "button key",
    "segments",
    "menu",
    "field",
    "errors",
    "card",
    "note",
    "skeleton",
    "empty",
    "toast",
    "<dialog",
    'class="panel"',
)
CLASSES = [f"token-{n}" for n in GROUND | MEANING] + [f"size-{n}" for n in TYPE] + [f"gap-{n}" for n in GAPS]
CSS = Path(__file__).parents[2] / "static" / "css"


@pytest.fixture
def page(client, alice):
    alice.is_staff = True
    alice.save()
    client.force_login(alice)
    return client.get("/design/").content.decode()


def test_only_staff_learns_that_it_exists(client, alice):
    client.force_login(alice)
    assert client.get("/design/").status_code == 404


def test_each_colour_says_its_values_and_what_it_is_for(page):
    base = (CSS / "base.css").read_text()
    for name, purpose in (GROUND | MEANING).items():
        day, night = re.search(rf"--{name}: light-dark\(oklch\(([^)]+)\), oklch\(([^)]+)\)", base).groups()
        row = re.search(rf'<th scope="row">{name}</th>.*?</tr>', page, re.DOTALL)[0]
        assert str(purpose) in row
        assert day in row
        assert night in row


def test_every_icon_is_shown(page):
    assert len(icons()) > 20
    assert set(icons()) <= set(re.findall(r"icons[\w.]*\.svg#([\w-]+)", page))


def test_shows_every_part_that_the_style_sheets_name(page):
    for part in PARTS:
        assert part in page


@pytest.mark.parametrize("name", CLASSES)
def test_every_shown_token_is_one_of_the_ground(name):
    rule = re.search(rf"\.{name} {{ [a-z-]+: var\((--[a-z0-9-]+)\)", (CSS / "design.css").read_text())
    assert f"{rule[1]}:" in (CSS / "base.css").read_text()
