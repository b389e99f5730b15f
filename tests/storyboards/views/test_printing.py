import re
from html import unescape

import pytest
from django.urls import reverse

from storyboards.models import Shot
from tests import make
from tests.storyboards.views.conftest import HTMX

CHOICES = "paper=a4&orientation=portrait&columns=2&rows=2&reading=rows"


@pytest.fixture
def board(cast):
    return make.storyboard(cast.team, scenes=2, shots=6, title="The <Last> Lamp & more")


@pytest.fixture
def address(board):
    return reverse("print", args=[board.pk])


def pages(response):
    return re.findall(r'<svg class="paper.*?</svg>', response.content.decode(), re.DOTALL)


def lines(page):
    return [unescape(text) for text in re.findall(r"<text [^>]*>(.*?)</text>", page)]


def test_the_page_shows_what_is_usual_first(carol, address):
    response = carol.get(address)

    (first, second) = pages(response)
    assert 'class="paper a4 landscape" viewBox="0 0 841.89 595.28"' in first
    assert "The <Last> Lamp & more" in lines(first)
    assert "2 scenes, 12 shots, 0:24 · WS 12" in lines(first)
    assert "2 of 2" in lines(second)
    assert response.context["form"].errors == {}


def test_only_the_first_pages_are_shown_and_all_of_them_where_they_are_asked_for(carol, address):
    query = f"?{CHOICES.replace('columns=2', 'columns=1')}&shown=slate&shown=picture"

    some, everything = carol.get(address + query), carol.get(f"{address}{query}&all=on")

    assert (len(pages(some)), len(pages(everything))) == (4, 6)
    assert "data-print-now" not in some.content.decode()
    assert "data-print-now" in everything.content.decode()
    link = unescape(re.search(r'href="(\?[^"]*all=on)"', some.content.decode())[1])
    assert len(pages(carol.get(address + link))) == 6


def test_an_address_keeps_the_choices(carol, address, board):
    scene = board.scenes.last().pk

    form = carol.get(f"{address}?{CHOICES}&shown=slate&scenes={scene}&apart=on&copyright=%C2%A9+Ana").context["form"]

    kept = carol.get(f"{address}?{form.address}").context["form"]
    assert kept.setup == form.setup
    assert (kept.setup.shown, kept.setup.scenes, kept.setup.apart) == ({"slate"}, {scene}, True)
    assert (kept.setup.head, kept.setup.copyright) == (frozenset(), "© Ana")


@pytest.mark.parametrize(
    "wrong", ["columns=9", "rows=0", "columns=x", "paper=a0", "reading=up", "shown=price", "scenes=999999", "rows="]
)
def test_choices_that_make_no_sense_are_named(carol, address, wrong):
    response = carol.get(f"{address}?{CHOICES}&{wrong}")

    assert response.status_code == 422
    assert 'id="errors"' in response.content.decode()
    assert pages(response) == []


def test_a_scene_of_another_board_is_not_printed(carol, cast, address):
    foreign = make.storyboard(cast.charlie.teams.get(), title="Secret").scenes.get()

    assert carol.get(f"{address}?{CHOICES}&scenes={foreign.pk}").status_code == 422


def test_a_fragment_is_the_preview_alone(carol, address):
    response = carol.get(f"{address}?{CHOICES}", headers={**HTMX, "HX-Target": "preview"})

    assert response.content.decode().lstrip().startswith('<section class="preview" id="preview"')
    assert len(pages(response)) == 3


def test_hostile_text_is_text(carol, board, address):
    Shot.objects.update(action="<script>alert(1)</script></text></svg><img src=x onerror=alert(1)>")

    page = carol.get(address).content.decode()

    assert "<script>alert" not in page
    assert "<img src=x" not in page


def test_pages_ask_as_many_queries_whatever_their_length(carol, cast, django_assert_max_num_queries):
    board = make.storyboard(cast.team, scenes=20, shots=10)

    with django_assert_max_num_queries(13):
        carol.get(reverse("print", args=[board.pk]))


def test_lengths_are_points_in_every_language(carol, address):
    page = carol.get(address, headers={"Accept-Language": "de"}).content.decode()

    assert re.search(r'x="\d+\.\d\d"', page)
    assert not re.search(r'(x|y|width|height|font-size|textLength)="\d+,\d', page)
