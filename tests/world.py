"""Two teams with one of everything, and a word in each text that must never be seen by the other team."""

from collections.abc import Iterator
from hashlib import sha256
from types import SimpleNamespace
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from cryptography.hazmat.primitives.asymmetric import ec
from django.apps import apps
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import models
from django.utils import timezone
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import Aaguid, AttestationObject, AttestedCredentialData, AuthenticatorData, CollectedClientData

from accounts.models import Team, User
from generation.models import Job, Step
from storyboards.models import Approval, Asset, Edit, Element, Film, Revision, Take, Unpacking
from tests import make

# Words that the code reads; a canary in their place would be nonsense.
CODES = {"look", "script_format", "backend", "mime", "sha256", "file", "verb", "noun", "error_code", "password", "type"}


def furnish(team: Team, owner: User, canary: str) -> SimpleNamespace:
    """Return one row of each kind that belongs to `team`, with `canary` and the field's name in every text."""
    board = make.storyboard(team, created_by=owner)
    scene = board.scenes.get()
    shot = scene.shots.get()
    gone = {"deleted_at": timezone.now()}
    deleted_scene = make.scene(board, position=2 << 20, **gone)
    deleted_shot = make.shot(scene, position=2 << 20, **gone)
    element = Element.objects.create(storyboard=board, name="Marta")
    shot.cast.add(element)
    deleted = Element.objects.create(storyboard=board, name="Jonas", deleted_at=timezone.now())
    asset = file(team, "take", f"teams/{team.pk}/takes/{canary}.mp4")
    poster = file(team, "poster", f"teams/{team.pk}/takes/{canary}-poster.webp")
    take = make.take(shot, state=Take.State.DONE, asset=asset, poster=poster, created_by=owner)
    working = make.take(shot, number=2, created_by=owner)
    job = Job.objects.create(take=working, backend="sketch", request={}, deadline_at=timezone.now())
    film_file = file(team, "film", f"teams/{team.pk}/films/{canary}.mp4")
    film = Film.objects.create(storyboard=board, number=1, cut={}, state=Film.State.DONE, asset=film_file)
    step = Step.objects.create(job=job, state="queued")
    edit = Edit.objects.create(storyboard=board, by=owner, verb="edit", noun="shot", noun_pk=shot.pk)
    revision = Revision.objects.create(storyboard=board, script="x", by=owner)
    Approval.objects.create(storyboard=board, by=owner, versions=[])
    unpacking = Unpacking.objects.create(team=team, created_by=owner, bytes=1, error="x")
    passkey = add_passkey(owner, canary)
    rows = {"team": team, "owner": owner, "storyboard": board, "scene": scene, "shot": shot, "element": element}
    rows["deleted_element"] = deleted
    rows |= {
        "deleted_scene": deleted_scene,
        "deleted_shot": deleted_shot,
        "asset": asset,
        "take": take,
        "working_take": working,
        "job": job,
        "film": film,
        "unpacking": unpacking,
        "step": step,
        "edit": edit,
        "revision": revision,
    }
    for row in rows.values():
        sing(row, canary)
    return SimpleNamespace(rows=rows, keys={n: r.pk for n, r in rows.items()} | {"passkey": passkey.pk})


def add_second_step(owner: User) -> None:
    """Give a person a code generator and recovery codes."""
    TOTP.activate(owner, generate_totp_secret())
    RecoveryCodes.activate(owner)


def add_passkey(owner: User, name: str) -> Authenticator:
    """Return a passkey as a browser makes one."""
    public = ES256.from_cryptography_key(ec.generate_private_key(ec.SECP256R1()).public_key())
    made = AttestedCredentialData.create(Aaguid.NONE, b"a passkey", public)
    seen = AuthenticatorData.create(sha256(b"testserver").digest(), 0x45, 0, made)
    credential = {
        "id": websafe_encode(b"a passkey"),
        "rawId": websafe_encode(b"a passkey"),
        "type": "public-key",
        "response": {
            "clientDataJSON": websafe_encode(CollectedClientData.create("webauthn.create", b"1", "http://testserver")),
            "attestationObject": websafe_encode(AttestationObject.create("none", seen, {})),
        },
    }
    data = {"name": name, "credential": credential}
    return Authenticator.objects.create(user=owner, type=Authenticator.Type.WEBAUTHN, data=data)


def file(team: Team, kind: str, name: str) -> Asset:
    """Return a stored file of a few bytes."""
    stored = default_storage.save(name, ContentFile(b"four"))
    mime = "image/webp" if kind == "poster" else "video/mp4"
    return Asset.objects.create(team=team, kind=kind, file=stored, mime=mime, bytes=4, sha256="0" * 64)


def sing(row: models.Model, canary: str) -> None:
    """Put the canary into every free text of the row."""
    noun = row._meta.model_name
    for column in row._meta.concrete_fields:
        word = f"{canary}-{noun}-{column.name}"
        if column.name in CODES or column.choices or column.is_relation:
            continue
        if isinstance(column, models.EmailField):
            setattr(row, column.name, f"{word}@example.com")
        elif isinstance(column, models.CharField | models.TextField):
            setattr(row, column.name, word[: column.max_length])
        elif isinstance(column, models.JSONField):
            setattr(row, column.name, CHORUS.get((noun, column.name), lambda word: {"prompt": word})(word))
    row.save()


CHORUS: dict[tuple[str, str], Any] = {
    ("shot", "dialogue"): lambda word: [{"speaker": word, "text": word, "direction": word}],
    ("film", "cut"): lambda word: {"rate": [24, 1], "pieces": [{"slate": word, "take": None, "frames": 24}]},
    ("film", "chapters"): lambda word: [{"title": word, "start": 0}],
    ("edit", "before"): lambda word: {"action": word},
    ("edit", "after"): lambda word: {"action": word},
}


def ours() -> Iterator[type[models.Model]]:
    """Yield every model whose rows belong to a team."""
    for model in apps.get_models():
        if getattr(model, "TEAM_PATH", None) is not None:
            yield model


def belongings(team: Team) -> dict[str, list[tuple]]:
    """Return every row of `team`, to see whether any was touched."""
    return {model.__name__: list(_of(model, team).order_by("pk").values_list()) for model in ours()}


def _of(model: type[models.Model], team: Team) -> models.QuerySet:
    return model.objects.filter(**{model.TEAM_PATH or "pk": team.pk})


def crossings(team: Team) -> list[str]:
    """Return the links from rows of `team` to rows of another: there must be none."""
    found = []
    for model in ours():
        links = [
            column
            for column in model._meta.get_fields()
            if column.many_to_one or column.one_to_one or column.many_to_many
        ]
        for link in links:
            target = link.related_model
            if link.auto_created or target is None or getattr(target, "TEAM_PATH", None) is None:
                continue
            others = target.objects.exclude(**{target.TEAM_PATH or "pk": team.pk})
            astray = _of(model, team).filter(**{f"{link.name}__in": others})
            found += [f"{model.__name__} {pk} by {link.name}" for pk in astray.values_list("pk", flat=True)]
    return found
