import pytest
from django.contrib import admin
from django.urls import reverse

from accounts.models import User
from storyboards import editing
from storyboards.models import Asset, Edit, Element, Film, Scene, Shot, Storyboard, Take
from tests import make

MODELS = [Asset, Edit, Element, Film, Scene, Shot, Storyboard, Take]


@pytest.fixture
def operator(client, team):
    board = make.storyboard(team)
    shot = Shot.objects.get()
    editing.put_in(shot, by=None, kind="character", name="Marta")
    make.take(shot)
    Film.objects.create(storyboard=board, number=1, cut=[])
    Asset.objects.create(team=team, kind="take", file="a.mp4", mime="video/mp4", bytes=1, sha256="0")
    client.force_login(User.objects.create_superuser("op@example.com", "x" * 20))
    return client


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_an_operator_reads_every_table_and_changes_none(operator, model):
    name = f"admin:storyboards_{model._meta.model_name}"
    row = model.objects.first()

    pages = [operator.get(reverse(f"{name}_changelist")), operator.get(reverse(f"{name}_change", args=[row.pk]))]

    assert [page.status_code for page in pages] == [200, 200]
    assert operator.post(reverse(f"{name}_change", args=[row.pk]), {}).status_code == 403
    assert operator.get(reverse(f"{name}_add")).status_code == 403
    assert admin.site.get_model_admin(model).has_delete_permission(None) is False
