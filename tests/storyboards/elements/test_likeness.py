import pytest

from storyboards.elements.likeness import are_alike, may_be_the_same
from storyboards.models import Element


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("marta", "martha", True),
        ("marta", "mrata", True),
        ("marta", "marda", True),
        ("marta", "captain marta", True),
        ("okafor", "mr okafor", True),
        ("marta", "young marta", False),
        ("marta", "marta mother", False),
        ("guard 1", "guard 2", False),
        ("ada", "ida", False),
        ("marta", "jonas", False),
        ("captain", "mr", False),
    ],
)
def test_names_that_may_be_the_same(one, other, alike):
    assert are_alike(one, other, kind="character") is alike
    assert are_alike(other, one, kind="character") is alike


def test_a_title_is_a_matter_of_people():
    assert not are_alike("house", "captain house", kind="place")


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("market square", "old market square", True),
        ("kitchen", "martas kitchen", False),
        ("market square", "market hall", False),
        ("market square", "square of the old market square", False),
    ],
)
def test_places_that_may_be_the_same(one, other, alike):
    assert are_alike(one, other, kind="place") is alike
    assert are_alike(other, one, kind="place") is alike


def test_pairs_are_of_one_kind_and_told_apart_once():
    marta, martha, place = (
        Element(pk=pk, name=name, kind=kind)
        for pk, name, kind in ((1, "MARTA", "character"), (2, "Martha", "character"), (3, "Marta", "place"))
    )

    assert [(pair.one, pair.other) for pair in may_be_the_same([place, martha, marta])] == [(marta, martha)]
    assert may_be_the_same([marta, martha], [(2, 1)]) == []


def test_an_alias_is_a_name_too():
    one = Element(pk=1, name="THE KEEPER", aliases=["Old Tom"])
    other = Element(pk=2, name="OLD TOM")

    assert len(may_be_the_same([one, other])) == 1
