"""One frame of a take as a shot's panel: cut by the studio out of the stored take, never sent by a browser."""

from django.utils.translation import gettext as _
from PIL import Image

from accounts.models import User
from generation.cutting.ffmpeg import FfmpegFailed
from generation.cutting.probing import BadMedia
from generation.cutting.stills import cut_frame
from generation.rooms import make_room
from generation.storing import STORAGE_ERRORS, take_out
from storyboards import panels
from storyboards.models import Asset, Shot, Take
from storyboards.uploads import Picture, PictureRefused, encode


def use_frame(take: Take, frame: int, *, by: User | None) -> Shot:
    """Make frame `frame` (the first is 0) the panel of the take's shot and return the shot; raise PictureRefused."""
    return panels.use_picture(take.shot, frame_picture(take, frame), by=by)


def poster_frame(take: Take) -> int:
    """Return the frame that the take's poster shows, nearly: where a person begins to look for a better one."""
    return take.mezzanine.frames // 3 if take.mezzanine else 0


def frame_picture(take: Take, frame: int) -> Picture:
    """Return one frame of the take as a picture; raise PictureRefused when there is no such frame."""
    film = take.mezzanine
    if film is None or take.state != Take.State.DONE:
        raise PictureRefused(_("This take is not finished, so there is no frame to take from it."))
    if not 0 <= frame < film.frames:
        raise PictureRefused(_("This take has the frames 0 to %d. Choose one of them.") % (film.frames - 1))
    try:
        return _cut(film, frame)
    except (BadMedia, FfmpegFailed) as bad:
        raise PictureRefused(str(bad.sentence)) from bad
    except STORAGE_ERRORS as error:
        raise PictureRefused(_("The take cannot be read from the storage just now. Try again in a minute.")) from error


def _cut(film: Asset, frame: int) -> Picture:
    with make_room("frame") as folder:
        take, still = folder / "take.mp4", folder / "still.png"
        take_out(film.stored_name, take)
        cut_frame(take, still, frame=frame, rate=tuple(film.facts["rate"]))
        with Image.open(still, formats=("PNG",)) as image:
            return encode(image.convert("RGB"))
