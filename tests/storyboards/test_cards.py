import re

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template import Context, Template
from django.urls import reverse

from storyboards.models import Asset, Element, Scene, Shot, Storyboard, Take


@pytest.fixture
def page(rf):
    """Return a function that renders the cards of shots on one page."""
    request = rf.get("/")
    request.user = AnonymousUser()

    def render(*shots, may_edit=True):
        text = '{% load cards %}{% for shot in shots %}{% shot_card shot "place" %}{% endfor %}'
        context = {"request": request, "shots": shots, "storyboard": Storyboard(pk=5), "may_edit": may_edit}
        return Template(text).render(Context(context))

    return render


def shot(pk, slate="1", **fields):
    row = Shot(pk=pk, scene=Scene(pk=pk * 10, storyboard=Storyboard()), **fields)
    row.slate, row.picture_key, row.cast_list, row.take_list = slate, f"key-of-{pk}", [], []
    return row


def all_of(attribute, html):
    return re.findall(rf' {attribute}="([^"]*)"', html)


def test_each_card_leads_to_its_own_shot(page):
    cards = page(shot(12, "1A"), shot(345, "2"))

    for pk in (12, 345):
        add, many = reverse("add_shot", args=[pk * 10]), reverse("many_shots", args=[5])
        own = [reverse(name, args=[pk]) for name in ("duplicate_shot", "delete_shot")]
        assert [way for way in all_of("formaction", cards) if way in {add, *own}] == [add, add, *own]
        assert many in all_of("formaction", cards)
    assert all_of("hx-post", cards) == [reverse("move_shot", args=[pk]) for pk in (12, 345)]
    assert all_of("data-shot", cards) == ["12", "345"]
    assert all_of("src", cards) == [reverse("panel", args=[pk, f"key-of-{pk}"]) for pk in (12, 345)]
    assert all_of("data-label", cards) == ["1A", "2"]
    assert [key for key in all_of("id", cards) if key.startswith("shot-")] == ["shot-12", "shot-345"]


def test_all_menus_of_a_page_carry_its_one_token(page):
    tokens = re.findall(r'name="csrfmiddlewaretoken" value="([^"]+)"', page(shot(1), shot(2)))

    assert len(tokens) == 2
    assert len(set(tokens)) == 1


def test_a_reader_gets_no_menu_and_nothing_to_drag(page):
    card = page(shot(1), may_edit=False)

    assert (card.count("<form"), card.count("data-shot"), card.count("<input"), card.count("<article")) == (0, 0, 0, 1)


def test_slate_and_action_are_text(page):
    card = page(shot(1, '<b>"', action='<i>"x"</i>'))

    assert "<b>" not in card
    assert '<p class="action">&lt;i&gt;&quot;x&quot;&lt;/i&gt;</p>' in card
    assert 'aria-label="Shot &lt;b&gt;&quot;: &lt;i&gt;&quot;x&quot;&lt;/i&gt;"' in card


def test_a_blank_in_somebodys_words_stays_a_letter(page):
    words = "".join(map(chr, range(0xE000, 0xE010)))

    card = page(shot(1, action=words))

    assert f'<p class="action">{words}</p>' in card


@pytest.mark.parametrize(
    ("action", "label"), [("x" * 80, "x" * 80), ("x" * 81, "x" * 79 + "…"), ("", "")], ids=["fits", "long", "empty"]
)
def test_the_label_says_the_beginning_of_the_action(page, action, label):
    card = page(shot(1, "3B", action=action))

    assert f'aria-label="Shot 3B: {label}"' in card
    assert f'<p class="action">{action or "Nothing happens yet."}</p>' in card


def test_the_poster_of_the_circled_take_is_the_picture(page):
    row = shot(1, circled_take_id=7)
    row.take_list = [Take(pk=7, number=1, state=Take.State.DONE, poster=Asset(pk=99))]

    card = page(row)

    assert all_of("src", card) == [reverse("asset", args=[99])]
    assert "take 1 circled" in card


def test_the_film_of_the_circled_take_is_there_to_be_played(page):
    done = {"state": Take.State.DONE, "poster": Asset(pk=99)}
    circled, other = Take(pk=7, number=1, asset_id=70, **done), Take(pk=8, number=2, asset_id=80, **done)
    row = shot(1, circled_take_id=7)
    row.take_list = [circled, other]

    assert all_of("data-clip", page(row)) == [reverse("asset", args=[70])]
    assert all_of("data-clip", page(shot(2))) == []


def test_those_in_the_shot_are_named_beside_their_colours(page):
    row = shot(1)
    row.cast_list = [Element(name="Marta <3", colour="amber"), Element(name="Pip", colour="snow")]

    card = page(row)

    assert re.findall(r"swatch-(\w+)", card) == ["amber", "snow"]
    assert '<span class="visually-hidden">Marta &lt;3, Pip</span>' in card


def test_an_omitted_shot_says_so_and_can_be_brought_back(page):
    card = page(shot(1, "4", action="Rain.", omitted=True))

    assert 'class="shot omitted"' in card
    assert "<span>Omitted</span>" in card
    assert 'aria-label="Shot 4: omitted. Rain."' in card
    assert re.findall(r'name="do" value="(\w+)">([^<]+)<', card) == [("keep", "Bring back")]
    assert re.findall(r'name="do" value="(\w+)">([^<]+)<', page(shot(2))) == [("omit", "Omit")]
