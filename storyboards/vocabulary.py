"""The words of the set: shot sizes, angles, moves, aspects, rates (StudioBinder, Beiman, Pomfort Livegrade)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Setting(models.TextChoices):
    NONE = "", _("not said")
    INT = "INT", _("INT.")
    EXT = "EXT", _("EXT.")
    INT_EXT = "INT/EXT", _("INT./EXT.")


class Size(models.TextChoices):
    EXTREME_WIDE = "EWS", _("Extreme wide")
    ESTABLISHING = "ES", _("Establishing")
    VERY_WIDE = "VWS", _("Very wide")
    WIDE = "WS", _("Wide")
    FULL = "FS", _("Full")
    MEDIUM_LONG = "MLS", _("Medium long")
    COWBOY = "CS", _("Cowboy")
    MEDIUM = "MS", _("Medium")
    MEDIUM_CLOSE = "MCU", _("Medium close-up")
    CLOSE = "CU", _("Close-up")
    BIG_CLOSE = "BCU", _("Big close-up")
    EXTREME_CLOSE = "ECU", _("Extreme close-up")
    INSERT = "INS", _("Insert")
    TWO_SHOT = "2S", _("Two-shot")
    GROUP = "GRP", _("Group")
    OVER_SHOULDER = "OTS", _("Over the shoulder")
    POINT_OF_VIEW = "POV", _("Point of view")


class Angle(models.TextChoices):
    EYE = "eye", _("Eye level")
    LOW = "low", _("Low")
    HIGH = "high", _("High")
    OVERHEAD = "overhead", _("Overhead")
    BIRDS_EYE = "birds_eye", _("Bird’s eye")
    WORMS_EYE = "worms_eye", _("Worm’s eye")
    DUTCH = "dutch", _("Dutch")
    SHOULDER = "shoulder", _("Shoulder level")
    HIP = "hip", _("Hip level")
    KNEE = "knee", _("Knee level")
    GROUND = "ground", _("Ground level")


class Move(models.TextChoices):
    STATIC = "static", _("Static")
    PAN = "pan", _("Pan")
    TILT = "tilt", _("Tilt")
    ROLL = "roll", _("Roll")
    WHIP_PAN = "whip_pan", _("Whip pan")
    DOLLY = "dolly", _("Dolly")
    TRUCK = "truck", _("Truck")
    PEDESTAL = "pedestal", _("Pedestal")
    CRANE = "crane", _("Crane")
    ARC = "arc", _("Arc")
    TRACKING = "tracking", _("Tracking")
    DRONE = "drone", _("Drone")
    ZOOM = "zoom", _("Zoom")
    RACK_FOCUS = "rack_focus", _("Rack focus")
    DOLLY_ZOOM = "dolly_zoom", _("Dolly zoom")
    HANDHELD = "handheld", _("Handheld")


class Direction(models.TextChoices):
    NONE = "", _("no direction")
    LEFT = "left", _("left")
    RIGHT = "right", _("right")
    UP = "up", _("up")
    DOWN = "down", _("down")
    IN = "in", _("in")
    OUT = "out", _("out")
    CLOCKWISE = "cw", _("clockwise")
    COUNTER = "ccw", _("counter-clockwise")


class Speed(models.TextChoices):
    SLOW = "slow", _("slow")
    MEDIUM = "medium", _("medium")
    FAST = "fast", _("fast")


class Transition(models.TextChoices):
    """How a shot begins."""

    CUT = "", _("Cut")
    DISSOLVE = "dissolve", _("Dissolve")
    FADE_IN = "fade_in", _("Fade in")
    FADE_OUT = "fade_out", _("Fade out of the one before")
    DIP_BLACK = "dip_black", _("Dip to black")
    WIPE = "wipe", _("Wipe")
    MATCH_CUT = "match_cut", _("Match cut")
    SMASH_CUT = "smash_cut", _("Smash cut")


class ElementKind(models.TextChoices):
    CHARACTER = "character", _("character")
    PLACE = "place", _("place")
    PROP = "prop", _("prop")
    LOOK = "look", _("look")


class Colour(models.TextChoices):
    """The colours by which elements are told apart on the board."""

    AMBER = "amber", _("amber")
    VERMILION = "vermilion", _("vermilion")
    TEAL = "teal", _("teal")
    NAVY = "navy", _("navy")
    MOSS = "moss", _("moss")
    PLUM = "plum", _("plum")
    ROSE = "rose", _("rose")
    SLATE = "slate", _("slate")
    SAND = "sand", _("sand")
    INK = "ink", _("ink")
    SNOW = "snow", _("snow")
    SKY = "sky", _("sky")
    BRICK = "brick", _("brick")
    OCHRE = "ochre", _("ochre")
    VIOLET = "violet", _("violet")
    MINT = "mint", _("mint")


class Tool(models.TextChoices):
    """What a mark on a panel is made with."""

    PEN = "pen", _("Pen")
    ARROW = "arrow", _("Arrow")
    TEXT = "text", _("Text")


class Ink(models.TextChoices):
    """How broad a mark is."""

    FINE = "fine", _("fine")
    MEDIUM = "medium", _("medium")
    BOLD = "bold", _("bold")
    BROAD = "broad", _("broad")


# In parts of the width of what is seen while one draws; words are so many times as high.
INK_WIDTHS = {Ink.FINE: 0.003, Ink.MEDIUM: 0.006, Ink.BOLD: 0.012, Ink.BROAD: 0.024}
LETTERS_PER_INK = 8


class Aspect(models.TextChoices):
    WIDE = "16:9", _("16:9 wide")
    TALL = "9:16", _("9:16 tall")
    SQUARE = "1:1", _("1:1 square")
    CLASSIC = "4:3", _("4:3 classic")
    SCOPE = "21:9", _("21:9 scope")


FRAME_SIZES = {
    Aspect.WIDE: (1280, 720),
    Aspect.TALL: (720, 1280),
    Aspect.SQUARE: (960, 960),
    Aspect.CLASSIC: (960, 720),
    Aspect.SCOPE: (1680, 720),
}


class Resolution(models.TextChoices):
    """Lines of the short side of the picture."""

    P480 = "480p", _("480p")
    P720 = "720p", _("720p")
    P1080 = "1080p", _("1080p")

    @property
    def lines(self) -> int:
        """How many pixels the short side has."""
        return int(self.value.removesuffix("p"))


def frame_size(aspect: str, resolution: str) -> tuple[int, int]:
    """Return width and height in pixels, both even: FRAME_SIZES are those at 720p."""
    lines = Resolution(resolution).lines
    width, height = FRAME_SIZES[Aspect(aspect)]
    return round(width * lines / 1440) * 2, round(height * lines / 1440) * 2


class Numbering(models.TextChoices):
    """How shots are slated (Pomfort Livegrade, ShotLiner): by setup, straight through, or in steps that leave room."""

    AMERICAN = "american", _("American: 1, 1A, 1B")
    EUROPEAN = "european", _("European: 1, 2, 3 through the whole film")
    ANIMATION = "animation", _("Animation: SQ010_SH0010")


class Look(models.TextChoices):
    """How the built-in engine draws."""

    FLAT = "flat", _("flat colours")
    PENCIL = "pencil", _("pencil")
    INK = "ink", _("ink")
    WATERCOLOUR = "watercolour", _("watercolour")
    NOIR = "noir", _("noir")
    BLUEPRINT = "blueprint", _("blueprint")


class Rate(models.TextChoices):
    """Frames per second, as a ratio: the 1000/1001 rates are exact only so."""

    R24 = "24/1", _("24")
    R25 = "25/1", _("25")
    R30 = "30/1", _("30")
    R23_976 = "24000/1001", _("23.976")
    R29_97 = "30000/1001", _("29.97")


def rate_pair(rate: str) -> tuple[int, int]:
    """Return numerator and denominator of a rate such as `24000/1001`."""
    numerator, denominator = rate.split("/")
    return int(numerator), int(denominator)
