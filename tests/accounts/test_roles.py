"""Who may do what in a team, in Python and in templates."""

import itertools

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.template import Context, Template

from accounts.models import Team
from accounts.roles import Action, Role, allows

MAY = {
    "alice": {"view", "comment", "edit", "spend", "manage", "own"},
    "adam": {"view", "comment", "edit", "spend", "manage"},
    "bob": {"view", "comment", "edit", "spend"},
    "rita": {"view", "comment"},
    "carol": {"view"},
    "charlie": set(),
}


@pytest.mark.parametrize("name", MAY)
def test_what_each_member_may_do(cast, name):
    person = getattr(cast, name)

    may = {action.value for action in Action if person.can(cast.team, action)}

    assert may == MAY[name]


def test_a_page_that_asks_often_reads_the_roles_once(cast, django_assert_num_queries):
    with django_assert_num_queries(1):
        answers = [cast.bob.can(cast.team, action) for action in Action for _ in range(3)]

    assert sum(answers) == 3 * len(MAY["bob"])


@pytest.mark.parametrize("name", MAY)
def test_require_raises_where_can_says_no(cast, name):
    person, refused = getattr(cast, name), set()

    for action in Action:
        try:
            person.require(cast.team, action)
        except PermissionDenied:
            refused.add(action.value)

    assert refused == set(Action.values) - MAY[name]


def test_each_role_includes_the_one_below():
    ladder = [{action for action in Action if allows(role, action)} for role in Role]

    assert all(above > below for above, below in itertools.pairwise(ladder))


@pytest.mark.parametrize(("name", "seen"), [("bob", "pencil"), ("carol", ""), ("charlie", "")])
def test_template_shows_the_pencil_to_those_who_may_edit(cast, name, seen):
    template = Template('{% load roles %}{% can "edit" team as may_edit %}{% if may_edit %}pencil{% endif %}')

    shown = template.render(Context({"user": getattr(cast, name), "team": cast.team}))

    assert shown == seen


def test_template_shows_a_visitor_nothing(team):
    template = Template('{% load roles %}{% can "view" team %}')

    assert template.render(Context({"user": AnonymousUser(), "team": team})) == "False"


def test_template_with_a_word_that_is_no_action_is_a_mistake(alice, team):
    template = Template('{% load roles %}{% can "fly" team %}')

    with pytest.raises(ValueError, match="fly"):
        template.render(Context({"user": alice, "team": team}))


@pytest.mark.parametrize(("name", "count"), [("alice", 1), ("bob", 2), ("charlie", 1)])
def test_teams_are_visible_to_their_members(cast, name, count):
    assert Team.objects.visible_to(getattr(cast, name)).count() == count


def test_nothing_is_visible_to_a_visitor(cast):
    assert Team.objects.visible_to(AnonymousUser()).count() == 0


def test_a_member_who_was_removed_sees_nothing_at_once(cast):
    cast.team.memberships.filter(user=cast.bob).delete()

    assert cast.team not in Team.objects.visible_to(cast.bob)
    assert cast.bob.can(cast.team, Action.VIEW) is False
