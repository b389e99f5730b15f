import re

import pytest
from django.template import Context, Template
from django.urls import reverse

from storyboards.models import Scene, Shot, Storyboard


@pytest.fixture
def page(rf):
    """Return a function that renders the menus of shots on one page."""
    request = rf.get("/")

    def render(*shots):
        text = "{% load menus %}{% for shot in shots %}{% shot_menu shot shot.slate %}{% endfor %}"
        return Template(text).render(Context({"request": request, "shots": shots}))

    return render


def shot(pk, slate):
    row = Shot(pk=pk, scene=Scene(storyboard=Storyboard()))
    row.slate = slate
    return row


def test_each_menu_leads_to_its_own_shot(page):
    menus = page(shot(12, "1A"), shot(345, "2"))

    assert re.findall(r'formaction="([^"]+)"', menus) == [
        reverse(name, args=[pk]) for pk in (12, 345) for name in ("duplicate_shot", "delete_shot")
    ]
    assert re.findall(r'aria-label="([^"]+)"', menus) == ["Shot 1A: more", "Shot 2: more"]
    assert re.findall(r'id="([^"]+)"', menus) == ["menu-12", "menu-345"]


def test_all_menus_of_a_page_carry_its_one_token(page):
    tokens = re.findall(r'name="csrfmiddlewaretoken" value="([^"]+)"', page(shot(1, "1"), shot(2, "2")))

    assert len(tokens) == 2
    assert len(set(tokens)) == 1


def test_a_slate_is_text(page):
    assert "&lt;b&gt;&quot;" in page(shot(1, '<b>"'))
