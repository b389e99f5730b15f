"""The board: storyboard, scenes, shots, and the elements of its bible."""

import re
from typing import TYPE_CHECKING, Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.tenancy import TeamQuerySet
from storyboards import vocabulary as words
from storyboards.timecode import clock, short_seconds

if TYPE_CHECKING:
    from storyboards.models.assets import Asset
    from storyboards.models.takes import Take


class StoryboardQuerySet(TeamQuerySet):
    def live(self) -> Self:
        """Return the storyboards that are not put away."""
        return self.filter(archived_at=None)


class Storyboard(models.Model):
    """One film in the making."""

    TEAM_PATH = "team"

    team = models.ForeignKey("accounts.Team", models.CASCADE, related_name="storyboards")
    title = models.CharField(_("title"), max_length=200)
    aspect = models.CharField(_("aspect"), max_length=5, choices=words.Aspect.choices, default=words.Aspect.WIDE)
    rate = models.CharField(_("frame rate"), max_length=12, choices=words.Rate.choices, default=words.Rate.R24)
    resolution = models.CharField(
        _("resolution"), max_length=5, choices=words.Resolution.choices, default=words.Resolution.P720
    )
    look = models.CharField(_("look"), max_length=20, default="flat")
    numbering = models.CharField(
        _("numbering"), max_length=10, choices=words.Numbering.choices, default=words.Numbering.AMERICAN
    )
    logo = models.ForeignKey("storyboards.Asset", models.SET_NULL, null=True, blank=True, related_name="+")
    is_template = models.BooleanField(_("template"), default=False, help_text=_("offered to start a storyboard from"))
    script = models.TextField(blank=True, help_text=_("the script as it was read; shots keep their place in it"))
    script_format = models.CharField(max_length=10, blank=True)
    title_page = models.JSONField(default=dict, blank=True, help_text=_("what the script says of itself: author, date"))
    version = models.PositiveIntegerField(default=1)
    created_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)
    updated_at = models.DateTimeField(default=timezone.now)
    archived_at = models.DateTimeField(null=True, blank=True)

    objects = StoryboardQuerySet.as_manager()

    class Meta:
        ordering = ["-updated_at"]

    def __str__(self) -> str:
        return self.title

    @property
    def frame_size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return words.frame_size(self.aspect, self.resolution)

    @property
    def aspect_class(self) -> str:
        """The class that gives pictures on a page this aspect."""
        return f"aspect-{self.aspect.replace(':', '-')}"

    @property
    def rate_pair(self) -> tuple[int, int]:
        """Numerator and denominator of the frame rate."""
        return words.rate_pair(self.rate)


class Placed(models.Model):
    """A row with a place among its siblings; moving it writes this row alone."""

    position = models.BigIntegerField()
    version = models.PositiveIntegerField(default=1)
    deleted_at = models.DateTimeField(null=True, blank=True, db_index=True)

    class Meta:
        abstract = True


class PlacedQuerySet(TeamQuerySet):
    def live(self) -> Self:
        """Return the rows that are not in the trash, in order."""
        return self.filter(deleted_at=None).order_by("position", "pk")


class Scene(Placed):
    """Continuous action in one place and time, opened by a slugline."""

    TEAM_PATH = "storyboard__team"

    storyboard = models.ForeignKey(Storyboard, models.CASCADE, related_name="scenes")
    number = models.CharField(_("number"), max_length=20, blank=True, help_text=_("only where the script gives one"))
    setting = models.CharField(_("setting"), max_length=7, choices=words.Setting.choices, blank=True)
    place = models.CharField(_("place"), max_length=200, blank=True)
    time_of_day = models.CharField(_("time of day"), max_length=80, blank=True)
    synopsis = models.TextField(_("synopsis"), blank=True)
    section = models.CharField(_("section"), max_length=200, blank=True, help_text=_("the headings above it"))
    omitted = models.BooleanField(_("omitted"), default=False, help_text=_("keeps its number, is not shot"))
    location = models.ForeignKey(
        "storyboards.Element", models.SET_NULL, null=True, blank=True, related_name="scenes", verbose_name=_("location")
    )
    source_start = models.PositiveIntegerField(default=0)
    source_end = models.PositiveIntegerField(default=0)

    # Filled in by `reading`, for pages that show the whole board.
    label: str
    state: str
    panels: list["Shot"]
    frames: int
    shot_count: int
    circled: int

    objects = PlacedQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        indexes = [models.Index(fields=["storyboard", "position"])]

    def __str__(self) -> str:
        return self.slugline

    @property
    def slugline(self) -> str:
        """The heading as a script prints it: INT. KITCHEN - NIGHT."""
        setting = f"{self.setting.replace('/', './')}. " if self.setting else ""
        hour = f" - {self.time_of_day}" if self.time_of_day else ""
        return f"{setting}{self.place or _('somewhere')}{hour}".upper()

    @property
    def name(self) -> str:
        """The place as a list shows it: Rocky coast."""
        return (self.place or str(_("somewhere"))).capitalize()

    @property
    def where(self) -> str:
        """Setting and time of day as a list shows them: Ext, dusk."""
        parts = [self.setting.replace("/", "./"), self.time_of_day]
        return ", ".join(part for part in parts if part).capitalize()

    @property
    def length(self) -> str:
        """Minutes and seconds of its shots, once `reading` has filled it in."""
        return clock(self.frames, self.storyboard.rate_pair)


class ElementQuerySet(TeamQuerySet["Element"]):
    def live(self) -> Self:
        """Return the elements that are not in the trash."""
        return self.filter(deleted_at=None)


class Element(models.Model):
    """A character, place, prop or look in the storyboard's bible."""

    TEAM_PATH = "storyboard__team"

    storyboard = models.ForeignKey(Storyboard, models.CASCADE, related_name="elements")
    kind = models.CharField(max_length=10, choices=words.ElementKind.choices, default=words.ElementKind.CHARACTER)
    name = models.CharField(_("name"), max_length=100)
    description = models.TextField(_("description"), blank=True)
    colour = models.CharField(_("colour"), max_length=10, choices=words.Colour.choices, default=words.Colour.AMBER)
    colours = models.CharField(_("colours"), max_length=300, blank=True, help_text=_("red coat, white hair"))
    voice = models.CharField(_("voice"), max_length=300, blank=True, help_text=_("low, unhurried, Scottish"))
    aliases = models.JSONField(default=list, blank=True, help_text=_("other names that the script has for it"))
    version = models.PositiveIntegerField(default=1, help_text=_("raised by what changes how it looks or sounds"))
    deleted_at = models.DateTimeField(null=True, blank=True, db_index=True)

    # Filled in where a bible is read for one shot.
    in_shot: bool

    objects = ElementQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["storyboard", "kind", "name"],
                condition=models.Q(deleted_at=None),
                name="one_live_element_per_name",
            )
        ]

    def __str__(self) -> str:
        return self.name


class ReferencePicture(models.Model):
    """A picture that shows what an element looks like. The first is its portrait; two elements may share a file."""

    TEAM_PATH = "element__storyboard__team"

    element = models.ForeignKey(Element, models.CASCADE, related_name="pictures")
    asset = models.ForeignKey("storyboards.Asset", models.CASCADE, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)

    objects = TeamQuerySet["ReferencePicture"].as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["element", "asset"], name="one_picture_once_per_element")]

    def __str__(self) -> str:
        return _("picture of %s") % self.element


class Shot(Placed):
    """One uninterrupted run of camera: the unit that is generated."""

    TEAM_PATH = "scene__storyboard__team"

    scene = models.ForeignKey(Scene, models.CASCADE, related_name="shots")
    action = models.TextField(_("action"), blank=True)
    dialogue = models.JSONField(default=list, blank=True, help_text=_("lines: speaker, text, direction"))
    size = models.CharField(_("size"), max_length=4, choices=words.Size.choices, default=words.Size.WIDE)
    angle = models.CharField(_("angle"), max_length=10, choices=words.Angle.choices, default=words.Angle.EYE)
    move = models.CharField(_("move"), max_length=10, choices=words.Move.choices, default=words.Move.STATIC)
    move_direction = models.CharField(
        _("direction"),
        max_length=5,
        choices=words.Direction.choices,
        blank=True,
        default=words.Direction.NONE,
    )
    move_speed = models.CharField(_("speed"), max_length=6, choices=words.Speed.choices, default=words.Speed.MEDIUM)
    frames = models.PositiveIntegerField(_("length in frames"), default=96)
    transition = models.CharField(
        _("transition"),
        max_length=10,
        choices=words.Transition.choices,
        blank=True,
        default=words.Transition.CUT,
    )
    lens = models.CharField(_("lens"), max_length=40, blank=True, help_text=_("35 mm, anamorphic, macro"))
    notes = models.TextField(_("notes"), blank=True)
    omitted = models.BooleanField(_("omitted"), default=False, help_text=_("keeps its place, is not in the film"))
    backend = models.CharField(_("backend"), max_length=50, blank=True, help_text=_("empty: chosen when generating"))
    options = models.JSONField(default=dict, blank=True, help_text=_("what that backend is told besides"))
    panel = models.ForeignKey(
        "storyboards.Asset",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("a picture of one's own; without one the sketch engine draws"),
    )
    panel_base = models.ForeignKey(
        "storyboards.Asset",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("that picture before it was cropped and marked up"),
    )
    panel_marks = models.JSONField(default=dict, blank=True, help_text=_("crop and strokes, in parts of the width"))
    source_start = models.PositiveIntegerField(default=0)
    source_end = models.PositiveIntegerField(default=0)
    cast = models.ManyToManyField(Element, blank=True, related_name="shots")
    circled_take = models.ForeignKey(
        "storyboards.Take", models.SET_NULL, null=True, blank=True, related_name="circled_for"
    )

    # Filled in by `reading`.
    slate: str
    state: str
    next_key: int | None
    weather: str
    picture_key: str
    cast_list: list[Element]
    take_list: list["Take"]

    objects = PlacedQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        indexes = [models.Index(fields=["scene", "position"])]

    def __str__(self) -> str:
        return re.sub(r"\s+", " ", self.action)[:60] or _("shot %s") % self.pk

    @property
    def length(self) -> str:
        """Seconds with one decimal."""
        return short_seconds(self.frames, self.scene.storyboard.rate_pair)

    @property
    def framing(self) -> str:
        """Size, angle and move in words: Medium close-up, low angle, pan right."""
        parts = [str(words.Size(self.size).label)]
        if self.angle != words.Angle.EYE:
            parts.append(str(_("%s angle") % words.Angle(self.angle).label.lower()))
        return ", ".join([*parts, self.camera_move])

    @property
    def camera_move(self) -> str:
        """The move in words: slow tracking left."""
        move = str(words.Move(self.move).label).lower()
        if self.move == words.Move.STATIC:
            return move
        speed = "" if self.move_speed == words.Speed.MEDIUM else str(words.Speed(self.move_speed).label)
        direction = str(words.Direction(self.move_direction).label) if self.move_direction else ""
        return " ".join(part for part in (speed, move, direction) if part)

    @property
    def poster(self) -> "Asset | None":
        """The poster of the circled take, once `reading` has filled in the takes."""
        return next((take.poster for take in self.take_list if take.pk == self.circled_take_id), None)

    @property
    def picture(self) -> "Asset | None":
        """What the board shows: a circled take, else a panel of one's own; where both are missing, the drawn panel."""
        return self.poster or self.panel
