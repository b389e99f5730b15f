"""Character cues: ``MARTA (V.O.) ^`` into name, extension and the sign for dual dialogue."""

import re
from dataclasses import dataclass

from storyboards.scripts.outline import NAME_LENGTH, shortened
from storyboards.scripts.phrasebook import CAMERA_CUES
from storyboards.scripts.words import words_of

LONGEST_CUE = 200
UNSEEN = re.compile(r"\(\s*(v\.?\s?o\.?|o\.?\s?s\.?|o\.?\s?c\.?)\s*\)", re.IGNORECASE)
VOICES = {"v": "V.O.", "o": "O.S."}
ONLY_HEARD = re.compile(r"(\S.*)['’]S VOICE", re.IGNORECASE)


@dataclass(frozen=True)
class Cue:
    """Who speaks. ``voice`` is V.O. or O.S. for one who is heard and not seen, else empty.

    ``alias`` is how the script has it where it says more than the name: MARTA'S VOICE is Marta, heard.
    """

    name: str
    voice: str = ""
    dual: bool = False
    alias: str = ""


def cue_of(line: str, *, forced: bool = False) -> Cue | None:
    """Return the cue that ``line`` is, or None if it is not one."""
    dual = line.endswith("^")
    line = line.removesuffix("^").rstrip().replace("*", "").strip("_")
    bare = line.removeprefix("@") if forced else line
    name = bare.partition("(")[0].strip()
    if not forced and not is_name(name, bare):
        return None
    voice = UNSEEN.search(bare[:LONGEST_CUE])
    spoken = VOICES[voice.group(1)[0].lower()] if voice else ""
    heard = ONLY_HEARD.fullmatch(name[:LONGEST_CUE])
    if heard:
        return Cue(shortened(heard.group(1), NAME_LENGTH), spoken or "O.S.", dual, shortened(name, NAME_LENGTH))
    return Cue(shortened(name, NAME_LENGTH), spoken, dual) if name else None


def is_name(name: str, line: str) -> bool:
    """Tell whether ``name`` may be a cue's: capitals, of cue length, and no camera direction."""
    if not name.isupper() or len(line) > LONGEST_CUE or line.count("(") != line.count(")"):
        return False
    return CAMERA_CUES.first(words_of(name)[:3]) is None
