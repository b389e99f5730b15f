"""Copies of a storyboard within its team: for another try, or from a template."""

import uuid
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from django.core.files.storage import default_storage
from django.db import transaction
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from accounts.billing.tiers import limits
from accounts.models import Team, User
from storyboards.archive_file import Manifest, dump, make_storyboard
from storyboards.archive_file.rows import TAKE_KINDS, bytes_needed
from storyboards.editing import Refused
from storyboards.models import Asset, Storyboard
from storyboards.models.assets import AssetKind
from storyboards.uploads import stored_bytes

TITLE_LENGTH = 200


def duplicate(board: Storyboard, *, by: User | None, title: str = "", takes: bool = False) -> Storyboard:
    """Return a copy of the storyboard, whole or not at all; raise Refused when takes find no room in the storage.

    Pictures are shared with the original. Takes cost nothing again: their files are copied.
    """
    copies = _Copies(board.team, dump(board, media=True, takes=takes, before=False))
    copies.require_room()
    source = "template" if board.is_template else "storyboard"
    try:
        with transaction.atomic():
            return make_storyboard(
                copies.manifest.data, team=board.team, by=by, media=copies, source=source, title=_title(board, title)
            )
    except BaseException:
        copies.discard()
        raise


def _title(board: Storyboard, title: str) -> str:
    named = " ".join(title.split()) or (board.title if board.is_template else _("%s, copy") % board.title)
    return named[:TITLE_LENGTH]


@dataclass
class _Copies:
    """The files of the original: pictures as they are, those of takes copied in the storage."""

    team: Team
    manifest: Manifest
    names: list[str] = field(default_factory=list)
    trusted = True

    def picture(self, key: str, kind: AssetKind) -> Asset:
        """Return the original's picture: several rows may show it."""
        return self.manifest.files[key]

    def file(self, key: str, kind: AssetKind) -> Asset:
        """Return a copy of the file of a take."""
        asset = self.manifest.files[key]
        name = f"teams/{self.team.pk}/takes/{uuid.uuid4()}{PurePosixPath(asset.stored_name).suffix}"
        self.names.append(name)
        with default_storage.open(asset.stored_name) as source:
            stored = default_storage.save(name, source)
        columns = ("mime", "bytes", "sha256", "width", "height", "frames", "facts")
        values = {column: getattr(asset, column) for column in columns}
        return Asset.objects.create(team=self.team, kind=kind, file=stored, **values)

    def require_room(self) -> None:
        """Raise Refused when the storage does not hold the copies."""
        files = self.manifest.files
        own = {key: asset.bytes if asset.kind in TAKE_KINDS.values() else 0 for key, asset in files.items()}
        needed = bytes_needed(self.manifest.data, own)
        most = limits(self.team.tier).storage_bytes
        if needed and stored_bytes(self.team) + needed > most:
            raise Refused(
                _("The takes need %(needed)s, and the team’s storage of %(most)s has no room for them. "
                  "Duplicate without takes, or delete some first. Nothing was made.")
                % {"needed": filesizeformat(needed), "most": filesizeformat(most)}
            )  # fmt: skip

    def discard(self) -> None:
        """Delete the copies that were made in vain."""
        for name in self.names:
            default_storage.delete(name)
