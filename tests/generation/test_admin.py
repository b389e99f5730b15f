import pytest
from django.contrib import admin
from django.urls import reverse

from accounts.models import User
from generation.models import Breaker, Job, Leak, Pulse
from generation.requesting import request_take
from tests import make


@pytest.fixture
def operator(client, quick, team, alice):
    shot = make.storyboard(team).scenes.get().shots.get()
    job = request_take(shot, "dear", alice).jobs.get()
    Breaker.objects.create(backend="dear", outcomes="..x")
    Leak.objects.create(backend="dear", remote_id="remote-1", reason=Leak.Reason.SECOND, job=job, credits=5)
    Pulse.objects.create(name="tick")
    client.force_login(User.objects.create_superuser("op@example.com", "x" * 20))
    return client


@pytest.mark.parametrize("model", [Job, Breaker, Leak, Pulse], ids=lambda model: model.__name__)
def test_an_operator_reads_every_table_and_changes_none(operator, model):
    name = f"admin:generation_{model._meta.model_name}"
    row = model.objects.first()

    pages = [operator.get(reverse(f"{name}_changelist")), operator.get(reverse(f"{name}_change", args=[row.pk]))]

    assert [page.status_code for page in pages] == [200, 200]
    assert operator.post(reverse(f"{name}_change", args=[row.pk]), {}).status_code == 403
    assert operator.get(reverse(f"{name}_add")).status_code == 403
    assert admin.site.get_model_admin(model).has_delete_permission(None) is False


def test_a_job_shows_every_step(operator):
    job = Job.objects.get()

    page = operator.get(reverse("admin:generation_job_change", args=[job.pk])).content.decode()

    assert "queued" in page
    assert str(job.key) in page
