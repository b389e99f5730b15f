import re

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template import Context, Template
from django.template.loader import render_to_string
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

    menus = [reverse("shot_menu", args=[pk]) for pk in (12, 345)]
    assert [way for way in all_of("href", cards) if way in menus] == menus
    assert all_of("data-shot", cards) == ["12", "345"]
    assert all_of("src", cards) == [reverse("panel", args=[pk, f"key-of-{pk}"]) for pk in (12, 345)]
    assert all_of("data-label", cards) == ["1A", "2"]
    assert [key for key in all_of("id", cards) if key.startswith("shot-")] == ["shot-12", "shot-345"]


def test_cards_carry_no_form_of_their_own(page):
    assert page(shot(1), shot(2)).count("<form") == 0


def menu(**known):
    context = {"storyboard": Storyboard(pk=5), "pk": 12, "scene": 120, "csrf_token": "x" * 32} | known
    return render_to_string("storyboards/shot_menu.html#deeds", context)


def test_a_menu_leads_to_its_own_shot_and_scene():
    html = menu()

    add, many = reverse("add_shot", args=[120]), reverse("many_shots", args=[5])
    own = [reverse(name, args=[12]) for name in ("split_scene", "duplicate_shot", "delete_shot")]
    assert all_of("formaction", html) == [add, add, own[0], own[1], many, own[2]]
    assert all_of("action", html) == [reverse("move_shot", args=[12])]


@pytest.mark.parametrize(("omitted", "deed"), [(False, ("omit", "Omit")), (True, ("keep", "Bring back"))])
def test_a_menu_offers_what_fits(omitted, deed):
    assert re.findall(r'name="do" value="(\w+)">([^<]+)<', menu(omitted=omitted)) == [deed]


def test_the_mould_of_all_menus_has_blanks_for_shot_and_scene():
    html = render_to_string("storyboards/shot_menu.html#mould", {"storyboard": Storyboard(pk=5)})

    assert html.count("<template") == html.count("<form") == 1
    assert reverse("duplicate_shot", args=[12]).replace("12", "{shot}") in all_of("formaction", html)
    assert reverse("add_shot", args=[120]).replace("120", "{scene}") in all_of("formaction", html)


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
    ("action", "label"),
    [("x" * 80, "x" * 80), ("x" * 81, "x" * 79 + "…"), ("", "Nothing happens yet.")],
    ids=["fits", "long", "empty"],
)
def test_the_label_says_the_beginning_of_the_action(page, action, label):
    card = page(shot(1, "3B", action=action))

    assert f'aria-label="Shot 3B: {label}"' in card
    assert f'<p class="action">{action or "Nothing happens yet."}</p>' in card


def test_a_shot_in_which_somebody_only_speaks_shows_the_first_line(page):
    lines = [
        {"speaker": "MARTA", "text": "Not yet.", "direction": ""},
        {"speaker": "PIP", "text": "Woof.", "direction": ""},
    ]

    card = page(shot(1, "3B", action="", dialogue=lines))

    assert '<p class="action">MARTA: Not yet.</p>' in card
    assert 'aria-label="Shot 3B: MARTA: Not yet."' in card


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


def test_an_omitted_shot_says_so(page):
    card = page(shot(1, "4", action="Rain.", omitted=True))

    assert 'class="shot omitted"' in card
    assert "<span>Omitted</span>" in card
    assert 'aria-label="Shot 4: omitted. Rain."' in card
