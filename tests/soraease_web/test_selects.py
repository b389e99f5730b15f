"""A select of ours says what Django's own says."""

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates, get_default_renderer
from django.test.html import parse_html

CHOICES = [("", "None"), ("a<b", "A & B"), (2, "Two"), ("Groups", [("x", "X"), ("y", "Y")])]


@pytest.mark.parametrize("widget", [forms.Select, forms.SelectMultiple])
@pytest.mark.parametrize("chosen", ["", "a<b", 2, "y", ["x", "y"], None])
def test_a_select_has_the_same_options_groups_and_choice_as_djangos(widget, chosen):
    select = widget(attrs={"id": "kind", "required": True, "data-x": '"'}, choices=CHOICES)
    value = [chosen] if widget is forms.SelectMultiple and not isinstance(chosen, list) else chosen

    ours, theirs = (select.render("kind", value, renderer=one) for one in (get_default_renderer(), DjangoTemplates()))

    assert parse_html(ours) == parse_html(theirs)
    assert ours.count("<option") == 5
    assert ours != theirs
