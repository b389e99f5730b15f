"""The templates that come with the studio: a storyboard's bones, written down in a few words each."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings

from accounts.models import Team, User
from storyboards.archive_file import make_storyboard
from storyboards.archive_file import manifest as form
from storyboards.archive_file.checking import check
from storyboards.archive_file.past import NOTHING
from storyboards.archive_file.rows import NoMedia
from storyboards.models import Storyboard
from storyboards.timecode import clock, frames_of
from storyboards.vocabulary import Aspect, Look, Numbering, Rate, Resolution, rate_pair

FOLDER = Path(settings.BASE_DIR) / "examples" / "templates"

Data = dict[str, Any]

BOARD: Data = {
    "aspect": Aspect.WIDE.value,
    "rate": Rate.R24.value,
    "resolution": Resolution.P720.value,
    "look": Look.FLAT.value,
    "numbering": Numbering.AMERICAN.value,
    "script": "",
    "script_format": "",
    "title_page": {},
    "logo": None,
}
ELEMENT: Data = {"description": "", "colours": "", "voice": "", "aliases": [], "version": 1, "pictures": []}
SCENE: Data = {"number": "", "synopsis": "", "section": "", "omitted": False, "source_start": 0, "source_end": 0}
SHOT: Data = {
    "dialogue": [],
    "angle": "eye",
    "move": "static",
    "move_direction": "",
    "move_speed": "medium",
    "transition": "",
    "lens": "",
    "notes": "",
    "omitted": False,
    "backend": "",
    "options": {},
    "source_start": 0,
    "source_end": 0,
    "cast": [],
    "panel": None,
    "panel_base": None,
    "panel_marks": {},
    "takes": [],
    "circled": None,
}


@dataclass(frozen=True)
class Starter:
    """A template of the studio; `name` is its file name, by which it is asked for."""

    name: str
    about: str
    data: Data

    @property
    def title(self) -> str:
        """What it is called."""
        return str(self.data["storyboard"]["title"])

    @property
    def shots(self) -> int:
        """How many shots it has."""
        return sum(len(scene["shots"]) for scene in self.data["scenes"])

    @property
    def length(self) -> str:
        """How long it is, in minutes and seconds."""
        frames = sum(shot["frames"] for scene in self.data["scenes"] for shot in scene["shots"])
        return clock(frames, rate_pair(self.data["storyboard"]["rate"]))


@cache
def all_starters() -> list[Starter]:
    """Return the templates in the order of their names; none where a fork has left them out."""
    return [_read(path) for path in sorted(FOLDER.glob("*.json"))]


def find_starter(name: str) -> Starter | None:
    """Return the template called `name`, never another file."""
    return next((starter for starter in all_starters() if starter.name == name), None)


def start_from(starter: Starter, *, team: Team, by: User | None, title: str = "") -> Storyboard:
    """Return a new storyboard that begins as the template."""
    return make_storyboard(starter.data, team=team, by=by, media=NoMedia(), source="template", title=title)


def _read(path: Path) -> Starter:
    told = json.loads(path.read_text(encoding="utf-8"))
    return Starter(path.stem, told["about"], check(json.dumps(_whole(told)).encode()))


def _whole(told: Data) -> Data:
    """Return the manifest of a template: what goes without saying is said."""
    keys = {element["name"]: f"e{number}" for number, element in enumerate(told["elements"], start=1)}
    return {
        "format": form.FORMAT,
        "version": form.VERSION,
        "storyboard": BOARD | {"title": told["title"]},
        "elements": [ELEMENT | element | {"key": keys[element["name"]]} for element in told["elements"]],
        "scenes": [_scene(scene, keys) for scene in told["scenes"]],
        **NOTHING,
        "media": {},
    }


def _scene(scene: Data, keys: dict[str, str]) -> Data:
    shots = [_shot(shot, keys) for shot in scene["shots"]]
    return SCENE | scene | {"location": keys[scene["location"]], "shots": shots}


def _shot(shot: Data, keys: dict[str, str]) -> Data:
    said = [
        {"speaker": speaker, "text": text, "direction": direction, "dual": False}
        for speaker, text, direction in shot.get("dialogue", ())
    ]
    told = {name: value for name, value in shot.items() if name != "seconds"}
    frames = frames_of(shot["seconds"], rate_pair(BOARD["rate"]))
    return SHOT | told | {"dialogue": said, "frames": frames, "cast": [keys[name] for name in shot.get("cast", ())]}
