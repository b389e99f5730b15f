"""Picture files as people bring them, and what can be seen in a stored one."""

import io
import struct
import zlib

from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from storyboards.models import Asset
from storyboards.uploads import Picture

RGB = tuple[int, int, int]


def file(image: Image.Image, kind: str = "PNG", **options) -> io.BytesIO:
    """Return the image as a file."""
    out = io.BytesIO()
    image.save(out, kind, **options)
    out.seek(0)
    return out


def upload(image: Image.Image, kind: str = "PNG", name: str = "picture.png", **options) -> SimpleUploadedFile:
    """Return the image as a browser sends it."""
    return SimpleUploadedFile(name, file(image, kind, **options).getvalue(), "image/png")


def halves(size: tuple[int, int] = (160, 90), left: str = "red", right: str = "blue") -> Image.Image:
    """Return a picture of two colours side by side."""
    image = Image.new("RGB", size, left)
    image.paste(right, (size[0] // 2, 0, *size))
    return image


def seen(picture: Picture | Asset) -> Image.Image:
    """Return the stored picture, opened."""
    data = picture.data if isinstance(picture, Picture) else stored(picture)
    with Image.open(io.BytesIO(data)) as image:
        image.load()
        return image


def stored(asset: Asset) -> bytes:
    """Return the bytes of the file."""
    with default_storage.open(asset.stored_name) as opened:
        return opened.read()


def near(one: RGB, other: RGB, *, within: int = 12) -> bool:
    """Tell whether two colours are alike, as far as a lossy picture can be."""
    return all(abs(a - b) <= within for a, b in zip(one[:3], other[:3], strict=True))


def claiming(width: int, height: int) -> io.BytesIO:
    """Return a PNG of a few bytes whose header claims so many pixels."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(b"\0" * 64)), (b"IEND", b"")]
    body = b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )
    return io.BytesIO(b"\x89PNG\r\n\x1a\n" + body)
