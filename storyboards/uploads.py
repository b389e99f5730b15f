"""Pictures that people bring: looked at with suspicion, made anew, and kept once per team.

Nothing of a file is believed but its pixels. What is stored is a WebP of our own making: upright, in sRGB, of a sane
size, and without a word about camera, place or person.
"""

import hashlib
import io
from dataclasses import dataclass
from typing import IO

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import Sum
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from accounts.billing.tiers import limits
from accounts.models import Team
from storyboards.models import Asset
from storyboards.models.assets import AssetKind

FORMATS = ("PNG", "JPEG", "WEBP")
ACCEPTED = "image/png,image/jpeg,image/webp"
MOST_BYTES = 20 * 1024 * 1024
MOST_PIXELS = 50_000_000
LONGEST_SIDE = 2560

QUALITY = 88
FEW_COLOURS = 4096
MOST_LOSSLESS = 4 * 1024 * 1024

# What Pillow raises for files that are broken, cut off, or made to hurt.
BROKEN = (
    OSError,
    SyntaxError,
    ValueError,
    OverflowError,
    EOFError,
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
)


class PictureRefused(Exception):
    """The picture was not taken; the text says why and what to do, for the user."""


@dataclass(frozen=True)
class Picture:
    """A picture as it is stored."""

    data: bytes
    mime: str
    width: int
    height: int
    alpha: bool = False

    @property
    def sha256(self) -> str:
        """The hash of its bytes, by which it is named."""
        return hashlib.sha256(self.data).hexdigest()


# --- reading --------------------------------------------------------------------------------------------------------


def read_picture(file: IO[bytes]) -> Picture:
    """Return the picture in `file` (PNG, JPEG or WebP, by its content) made anew; raise PictureRefused."""
    data = _bytes(file)
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as image:
            _measure(image)
            return encode(_upright(image))
    except BROKEN as broken:
        raise PictureRefused(_unreadable(broken)) from broken


def _bytes(file: IO[bytes]) -> bytes:
    data = file.read(MOST_BYTES + 1)
    if not data:
        raise PictureRefused(_("This file is empty. Choose a PNG, JPEG or WebP picture."))
    if len(data) > MOST_BYTES:
        most = filesizeformat(MOST_BYTES)
        raise PictureRefused(_("This picture is larger than %s. Save it smaller and try again.") % most)
    return data


def _measure(image: Image.Image) -> None:
    """Raise PictureRefused for a picture of too many pixels; only its header has been read so far."""
    if image.width * image.height > MOST_PIXELS:
        raise PictureRefused(_too_many_pixels())


def _too_many_pixels() -> str:
    most = MOST_PIXELS // 1_000_000
    return _("This picture has more than %d million pixels. Scale it down and try again.") % most


def _unreadable(broken: Exception) -> str:
    if isinstance(broken, Image.DecompressionBombError | Image.DecompressionBombWarning):
        return _too_many_pixels()
    if isinstance(broken, UnidentifiedImageError):
        return _("This is not a PNG, JPEG or WebP picture. Save it as one of these and try again.")
    return _("This picture cannot be read: the file is damaged or cut off. Save it again and try once more.")


def _upright(image: Image.Image) -> Image.Image:
    """Return the first frame as it is to be seen: decoded no larger than needed, turned, and in sRGB."""
    image.draft(None, (LONGEST_SIDE, LONGEST_SIDE))
    return _in_srgb(ImageOps.exif_transpose(image))


def _in_srgb(image: Image.Image) -> Image.Image:
    """Return the picture as RGB or RGBA in sRGB; a colour profile that makes no sense is passed over."""
    alpha = image.convert("RGBA").getchannel("A") if image.has_transparency_data else None
    colours = _without_profile(image)
    if alpha is not None and alpha.getextrema() != (255, 255):
        colours.putalpha(alpha)
    return colours


def _without_profile(image: Image.Image) -> Image.Image:
    profile = image.info.get("icc_profile")
    if not profile:
        return _eight_bits(image).convert("RGB")
    flat = image if image.mode in ("RGB", "CMYK", "L") else _eight_bits(image).convert("RGB")
    try:
        space = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        converted = ImageCms.profileToProfile(flat, space, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return flat.convert("RGB")
    return converted or flat.convert("RGB")


def _eight_bits(image: Image.Image) -> Image.Image:
    """Return a grey picture of 16 bits as one of 8: Pillow would cut the highlights off."""
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    return image


# --- writing --------------------------------------------------------------------------------------------------------


def encode(image: Image.Image) -> Picture:
    """Return an RGB or RGBA image as a picture: at most LONGEST_SIDE long, drawings without loss, photographs small."""
    small = image.copy()
    small.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    small.info.clear()
    data = _webp(small)
    return Picture(data, "image/webp", *small.size, alpha=small.mode == "RGBA")


def _webp(image: Image.Image) -> bytes:
    if image.mode == "RGBA" or image.getcolors(FEW_COLOURS):
        whole = _saved(image, lossless=True, quality=60, method=3)
        if len(whole) <= MOST_LOSSLESS:
            return whole
    return _saved(image, quality=QUALITY, method=4)


def _saved(image: Image.Image, **how: int) -> bytes:
    out = io.BytesIO()
    image.save(out, "WEBP", **how)
    return out.getvalue()


# --- keeping --------------------------------------------------------------------------------------------------------


def keep_picture(team: Team, kind: AssetKind, picture: Picture) -> Asset:
    """Return the team's asset of `picture`, stored under its hash: the same picture is stored once.

    Raise PictureRefused when the team's storage is full.
    """
    name = picture_name(team, picture)
    if not Asset.objects.filter(file=name).exists():
        _require_room(team, len(picture.data))
    _store(name, picture.data)
    with transaction.atomic():
        Team.objects.lock(team.pk)
        return _record(team, kind, name, picture)


def _record(team: Team, kind: AssetKind, name: str, picture: Picture) -> Asset:
    known = Asset.objects.filter(file=name).first()
    if known:
        return known
    _require_room(team, len(picture.data))
    stored = {"mime": picture.mime, "bytes": len(picture.data), "sha256": picture.sha256}
    size = {"width": picture.width, "height": picture.height, "facts": {"alpha": picture.alpha}}
    return Asset.objects.create(team=team, kind=kind, file=name, **stored, **size)


def picture_name(team: Team, picture: Picture) -> str:
    """Return the stored name of a picture."""
    return f"teams/{team.pk}/pictures/{picture.sha256}.webp"


def stored_bytes(team: Team) -> int:
    """Return how much the team has stored, whatever it is."""
    return Asset.objects.filter(team=team).aggregate(sum=Sum("bytes"))["sum"] or 0


def _require_room(team: Team, needed: int) -> None:
    most = limits(team.tier).storage_bytes
    if stored_bytes(team) + needed > most:
        raise PictureRefused(
            _("The team’s storage of %s is full. Delete films or takes that are no longer needed, then try again.")
            % filesizeformat(most)
        )


def _store(name: str, data: bytes) -> None:
    """Store the bytes under exactly this name; what a crash left there in part is written anew."""
    if default_storage.exists(name):
        if default_storage.size(name) == len(data):
            return
        default_storage.delete(name)
    stored = default_storage.save(name, ContentFile(data))
    if stored != name:
        # Somebody stored the same picture at the same time; theirs has the name.
        default_storage.delete(stored)
