"""Knocks on every door as every kind of person, plainly and as a fragment, and looks at what comes back."""

import re
from types import SimpleNamespace
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client, override_settings
from django.urls import NoReverseMatch, reverse

from storyboards.models import Shot
from tests import make, world
from tests.doors import (
    ACTORS,
    ADMIN,
    ALLAUTH,
    DOORS,
    FORBIDDEN,
    IN,
    ROLES,
    SHUT,
    SIGN_IN,
    STRANGER,
    VISITOR,
    meaning,
    names,
)

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}
NOBODYS = 999_999_999
TEAM_DOORS = sorted(name for name, door in DOORS.items() if door.noun)
WITHOUT_ADMIN = sorted({name for name in names() if not name.startswith(ADMIN)})


@pytest.fixture(scope="module")
def _own_media(tmp_path_factory):
    """One folder for the files of the whole walk."""
    options = {"location": tmp_path_factory.mktemp("media")}
    storage = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": options}
    if settings.S3_BUCKET:
        yield
        return
    with override_settings(STORAGES={**settings.STORAGES, "default": storage}):
        yield


@pytest.fixture(scope="module")
def house(django_db_setup, django_db_blocker, _own_media):
    """Alice's team and Charlie's, one of everything each, and a browser for everybody; every knock is undone."""
    quick = override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"])
    with django_db_blocker.unblock(), quick, transaction.atomic():
        cast = make.cast(make.person("alice"))
        browsers = {VISITOR: Client(), **{name: signed_in(getattr(cast, name)) for name in (*ROLES, STRANGER)}}
        alices = world.furnish(cast.team, cast.alice, "canary")
        charlies = world.furnish(cast.charlie.teams.get(), cast.charlie, "parrot")
        world.add_second_step(cast.alice)
        yield SimpleNamespace(cast=cast, browsers=browsers, alices=alices, charlies=charlies)
        transaction.set_rollback(True)


def signed_in(person) -> Client:
    """Return a browser in which this person has just given their password, and given it again."""
    browser = Client()
    browser.post(reverse("account_login"), {"login": person.email, "password": make.PASSWORD})
    browser.post(reverse("account_reauthenticate"), {"password": make.PASSWORD})
    return browser


def knock(browser: Client, method: str, url: str, form: dict | None = None, *, htmx: bool = False, undo: bool = True):
    """Return the answer with its text; what the knock did to the browser (and, `undo`, to the database) is undone."""
    cookies = browser.cookies.copy()
    body = {"data": urlencode(form or {}, doseq=True), "content_type": "application/x-www-form-urlencoded"}
    with transaction.atomic():
        response = browser.generic(method, url, **body, headers=HTMX if htmx else None)
        response.said = text_of(response)
        transaction.set_rollback(undo)
    browser.cookies = cookies
    return response


def text_of(response) -> str:
    """Return head and body as text; a stream that stays open is not waited for."""
    head = "\n".join(f"{key}: {value}" for key, value in response.headers.items())
    if response.get("Content-Type") == "text/event-stream":
        return head
    body = response.getvalue() if response.streaming else response.content
    return f"{head}\n\n{body.decode(errors='replace')}"


def leaks(text: str) -> list[str]:
    """Return what a text says of Alice's team."""
    secrets = r"canary[\w@.-]*|alice@example\.com|Alice’s studio"
    return re.findall(secrets, text)


def blank(text: str, url: str) -> str:
    """Return an answer without what differs from one to the next: tokens, the address asked for, and its length."""
    text = re.sub(r'(name="csrf-?token" content|name="csrfmiddlewaretoken" value)="\w+"', "", text)
    return re.sub(r"Content-Length: \d+", "", text).replace(url, "URL")


# --- the table is whole ---------------------------------------------------------------------------------------------


def test_every_url_is_declared():
    undeclared = [name for name in WITHOUT_ADMIN if name not in DOORS]

    assert undeclared == []


def test_every_declared_url_exists():
    assert [name for name in DOORS if name not in WITHOUT_ADMIN] == []


# --- who comes in ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(DOORS))
def test_door_answers_each_person_as_declared(house, name):
    door = DOORS[name]
    url = door.url(name, house.alices.keys)
    wrong = []

    for method in ("GET", "POST"):
        for actor in ACTORS:
            for htmx in (False, True):
                answer = knock(house.browsers[actor], method, url, door.form if method == "POST" else None, htmx=htmx)
                got, expected = meaning(answer), door.expected(method, actor)
                if got not in expected:
                    wrong.append(f"{method}{' by htmx' if htmx else ''} as {actor}: {got}, not {' or '.join(expected)}")

    assert wrong == []


@pytest.mark.parametrize("name", TEAM_DOORS)
def test_stranger_is_told_the_same_as_about_something_that_does_not_exist(house, name):
    door = DOORS[name]
    there, nowhere = (door.url(name, keys) for keys in (house.alices.keys, {door.noun: NOBODYS}))
    browser = house.browsers[STRANGER]

    for method in ("GET", "POST"):
        for htmx in (False, True):
            found = knock(browser, method, there, door.form, htmx=htmx)
            missing = knock(browser, method, nowhere, door.form, htmx=htmx)

            assert found.status_code == missing.status_code
            assert blank(found.said, there) == blank(missing.said, nowhere)


@pytest.mark.parametrize("name", sorted(DOORS))
@pytest.mark.parametrize("actor", [VISITOR, STRANGER])
def test_nothing_of_the_team_is_said_to_outsiders(house, name, actor):
    door = DOORS[name]
    url = door.url(name, house.alices.keys)

    said = [
        knock(house.browsers[actor], method, url, door.form, htmx=htmx).said
        for method in ("GET", "POST", "HEAD", "OPTIONS")
        for htmx in (False, True)
    ]

    assert [leak for text in said for leak in leaks(text.replace(url, ""))] == []


@pytest.mark.parametrize("name", TEAM_DOORS)
def test_other_methods_open_nothing(house, name):
    url = DOORS[name].url(name, house.alices.keys)

    got = {
        (actor, method): meaning(knock(house.browsers[actor], method, url))
        for actor in (VISITOR, STRANGER, "carol")
        for method in ("PUT", "PATCH", "DELETE")
    }

    assert IN not in got.values(), got


@pytest.mark.parametrize("name", TEAM_DOORS)
def test_member_who_was_just_removed_is_a_stranger(house, name):
    door = DOORS[name]
    with transaction.atomic():
        house.cast.team.memberships.filter(user=house.cast.bob).delete()

        got = {
            method: meaning(knock(house.browsers["bob"], method, door.url(name, house.alices.keys), door.form))
            for method in ("GET", "POST")
        }
        transaction.set_rollback(True)

    assert all({got[method]} <= door.expected(method, STRANGER) for method in got), got


@pytest.mark.parametrize("query", ["", "?q=lamp", "?archived=1", "?q=storyboard&archived=1"])
def test_search_finds_only_ones_own(house, query):
    said = {
        actor: knock(house.browsers[actor], "GET", reverse("storyboards") + query).said for actor in (STRANGER, "carol")
    }

    assert leaks(said[STRANGER]) == []
    assert ("canary" in said["carol"]) is (query == "")


# --- keys in the body -----------------------------------------------------------------------------------------------

# The fields by which a form may name another row, and what they would name.
FIELDS = [
    *(
        (noun, noun)
        for noun in ("team", "storyboard", "scene", "shot", "element", "asset", "take", "film", "unpacking")
    ),
    ("after", "shot"),
    ("after", "scene"),
    ("before", "shot"),
    ("cast", "element"),
    ("circled_take", "take"),
]


@pytest.mark.parametrize(
    "name", sorted(name for name in DOORS.keys() - ALLAUTH.keys() - {"theme"} if DOORS[name].post != SHUT)
)
def test_foreign_keys_in_a_form_move_nothing_from_team_to_team(house, name):
    door = DOORS[name]
    url, own_team = door.url(name, house.charlies.keys), house.cast.charlie.teams.get()
    form = {key: value for key, value in door.form.items() if key != "to"}
    before = world.belongings(house.cast.team)

    for fieldname, noun in FIELDS:
        with transaction.atomic():
            answer = knock(
                house.browsers[STRANGER], "POST", url, form | {fieldname: house.alices.keys[noun]}, undo=False
            )
            crossed, after = world.crossings(own_team), world.belongings(house.cast.team)
            transaction.set_rollback(True)

        assert (crossed, after == before) == ([], True), f"{fieldname} = a {noun} of Alice's"
        assert leaks(answer.said) == []


def test_links_astray_would_be_seen(house):
    alices, charlies = house.alices.rows, house.charlies.rows

    with transaction.atomic():
        charlies["shot"].cast.add(alices["element"])
        Shot.objects.filter(pk=charlies["shot"].pk).update(circled_take=alices["take"])
        found = world.crossings(house.cast.charlie.teams.get())
        transaction.set_rollback(True)

    assert sorted(found) == [f"Shot {charlies['shot'].pk} by cast", f"Shot {charlies['shot'].pk} by circled_take"]


def test_canaries_sing_where_they_are_at_home(house):
    heard = {
        name: len(set(leaks(knock(house.browsers["carol"], "GET", DOORS[name].url(name, house.alices.keys)).said)))
        for name in ("storyboard", "inspector", "history", "take", "film", "films", "unpacking")
    }

    assert [name for name, count in heard.items() if not count] == []


# --- operators' doors -----------------------------------------------------------------------------------------------


# Signing out of the admin is open to all, as it is elsewhere.
@pytest.mark.parametrize("name", sorted({name for name in names() if name.startswith(ADMIN)} - {"admin:logout"}))
def test_admin_opens_for_nobody_here(house, name):
    url = _admin_url(name)

    got = {
        (actor, method): meaning(knock(house.browsers[actor], method, url))
        for actor in ACTORS
        for method in ("GET", "POST")
    }

    assert set(got.values()) <= {SIGN_IN, FORBIDDEN}, got


def _admin_url(name: str) -> str:
    """Return an address for a pattern of the admin; what has no name there takes in any path that is left over."""
    for arguments in ([], ["1"], ["1", "1"], ["auth"]):
        try:
            return reverse(name, args=arguments)
        except NoReverseMatch:
            continue
    return reverse("admin:index") + "left/over/"
