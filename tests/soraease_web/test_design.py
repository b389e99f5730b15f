"""The page that shows the look: for staff, and complete."""

import re
from pathlib import Path

import pytest

from soraease_web.design import GAPS, GROUND, MEANING, TYPE

pytestmark = pytest.mark.django_db
PARTS = ("button key", "segments", "menu", "field", "errors", "card", "note", "skeleton", "empty", "toast", "<dialog")
CLASSES = [f"token-{n}" for n in GROUND + MEANING] + [f"size-{n}" for n in TYPE] + [f"gap-{n}" for n in GAPS]
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


def test_shows_every_part_that_the_style_sheets_name(page):
    for part in PARTS:
        assert part in page


@pytest.mark.parametrize("name", CLASSES)
def test_every_shown_token_is_one_of_the_ground(name):
    rule = re.search(rf"\.{name} {{ [a-z-]+: var\((--[a-z0-9-]+)\)", (CSS / "design.css").read_text())
    assert f"{rule[1]}:" in (CSS / "base.css").read_text()
