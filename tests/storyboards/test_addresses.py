import pytest
from django.urls import NoReverseMatch, reverse

from storyboards.templatetags.addresses import at


@pytest.mark.parametrize("name", ["shot", "inspector", "move_shot", "scene", "add_shot", "storyboard", "asset"])
def test_the_quick_address_is_the_address(name):
    assert at(12, name) == reverse(name, args=[12])


def test_an_address_that_does_not_exist_is_an_error():
    with pytest.raises(NoReverseMatch):
        at(12, "nowhere")
