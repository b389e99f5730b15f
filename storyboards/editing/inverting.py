"""Takes a deed back, row by row, last first: whole, or not at all where somebody's later change stands against it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Min, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from storyboards.editing.deed import Deed, Gone, Refused
from storyboards.editing.elements import values_of_element, write_element
from storyboards.editing.kept import KEPT, kept_since
from storyboards.editing.merging import Values, fields_of, values_of
from storyboards.editing.placing import Places, places_of_scenes, places_of_shots
from storyboards.editing.scripts import put_script
from storyboards.editing.standing import Course, Part, came_to_be, courses, parts_of, went
from storyboards.editing.timing import back_in_time
from storyboards.editing.writing import put_values, save_all, set_casts
from storyboards.models import Asset, Edit, Element, Scene, Shot, Storyboard, Take
from storyboards.story import told_against
from storyboards.weather import is_told_otherwise

Row = Scene | Shot | Element
Within = Mapping[int, Iterable[int]]


class Overtaken(Gone):
    """Somebody has changed the same since; nothing was undone, and the text says who did what."""


def invert(work: Deed, edits: Sequence[Edit], *, in_turn: bool = True) -> None:
    """Take the deed that wrote these rows of the log back, a person's last one or one out of turn; raise Overtaken."""
    inverse = Inverse(work, edits, in_turn=in_turn)
    check(work.board, work.by, edits)
    for edit in sorted(edits, key=lambda edit: -edit.pk):
        inverse.apply(edit)
    inverse.write()


# --- what stands against it -----------------------------------------------------------------------------------------


def check(board: Storyboard, by: User | None, edits: Sequence[Edit]) -> None:
    """Raise Overtaken when a part that these rows of the log changed was changed since."""
    within = shots_within(board, edits)
    ways = courses(later_edits(board, edits, within))
    for edit in edits:
        against = standing_against(edit, ways, within, by)
        if against:
            raise Overtaken(told_against(board, against))


def shots_within(board: Storyboard, edits: Iterable[Edit]) -> dict[int, list[int]]:
    """Return the shots that stand in the scenes which would go, were these edits taken back."""
    scenes = {edit.noun_pk for edit in edits if edit.noun == "scene" and came_to_be(edit)}
    return places_of_shots(board, scenes).lines if scenes else {}


def later_edits(board: Storyboard, edits: Sequence[Edit], within: Within) -> list[Edit]:
    """Return what the log has of the same rows, from the first of these deeds on, oldest first."""
    keys = {edit.of if edit.way and edit.of else edit.deed for edit in edits}
    first = board.edits.filter(deed__in=keys).aggregate(first=Min("pk"))["first"]
    shots = {pk for keys in within.values() for pk in keys}
    rows = Q(noun="shot", noun_pk__in=shots)
    for noun in {edit.noun for edit in edits}:
        rows |= Q(noun=noun, noun_pk__in={edit.noun_pk for edit in edits if edit.noun == noun})
    return list(board.edits.filter(rows, pk__gte=first).order_by("pk"))


def standing_against(edit: Edit, ways: Mapping[Part, Course], within: Within, by: User | None) -> Edit | None:
    """Return a later deed that keeps `edit` from being taken back.

    What came to be goes as a whole, with all that others have done to it since; one's own work may go with it.
    """
    if not came_to_be(edit):
        whole = Part(edit.noun, edit.noun_pk, "deleted")
        found = (ways[part].against(edit.pk) for part in sorted(parts_of(edit) | {whole}) if part in ways)
        return next((against for against in found if against), None)
    inside = set(within.get(edit.noun_pk, ())) if edit.noun == "scene" else set()
    gone = {("shot", pk) for pk in inside} | {(edit.noun, edit.noun_pk)}
    found = (way.against(edit.pk) for part, way in ways.items() if part[:2] in gone)
    mine = by.pk if by else None
    return next((against for against in found if against and against.by_id != mine), None)


# --- taking it back -------------------------------------------------------------------------------------------------


class Inverse:
    """The rows of a deed, and what becomes of them when it is taken back; written at the end."""

    def __init__(self, work: Deed, edits: Sequence[Edit], *, in_turn: bool):
        self.work = work
        self.in_turn = in_turn
        self.edits = edits
        self.rows: dict[tuple[str, int], Row] = {}
        self.fields: dict[str, set[str]] = {"shot": set(), "scene": set(), "element": set()}
        self.casts: dict[int, list[int]] = {}
        self.changed: dict[tuple[str, int], Row] = {}
        self.now = timezone.now()
        self._read()
        self.shots: Places = places_of_shots(work.board)
        self.scenes: Places = places_of_scenes(work.board)

    def _read(self) -> None:
        board, keys = self.work.board, {(edit.noun, edit.noun_pk) for edit in self.edits}
        shots = Shot.objects.filter(scene__storyboard=board).select_related("scene").prefetch_related("cast")
        rows: dict[str, Any] = {"shot": shots, "scene": board.scenes.all(), "element": board.elements.all()}
        scene_keys = {edit.before["scene"] for edit in self.edits if "scene" in edit.before}
        keys |= {("scene", pk) for pk in scene_keys}
        for noun, found in rows.items():
            pks = {pk for of, pk in keys if of == noun}
            if pks:
                self.rows |= {(noun, row.pk): row for row in found.filter(pk__in=pks)}
        for row in list(self.rows.values()):
            if isinstance(row, Shot):
                row.scene = self.rows.setdefault(("scene", row.scene_id), row.scene)  # type: ignore[assignment]

    def apply(self, edit: Edit) -> None:
        """Take one row of the log back."""
        if edit.noun == "storyboard":
            self._board(edit)
            return
        row = self._row(edit.noun, edit.noun_pk)
        if went(edit):
            self._bring_back(edit, row)
        elif row.deleted_at or (isinstance(row, Shot) and row.scene.deleted_at):
            raise Overtaken(_("It is in the trash now. Take it out of the trash first. Nothing was changed."))
        elif came_to_be(edit):
            self._throw_away(edit, row)
        elif "position" in edit.before:
            self._put_back(edit, row)
        else:
            self._values(edit, row)
        self.changed[edit.noun, edit.noun_pk] = row

    def _row(self, noun: str, pk: int) -> Row:
        """Return the row; raise Overtaken when it was in the trash for longer than things are kept there."""
        row = self.rows.get((noun, pk))
        if row is None or (row.deleted_at and row.deleted_at < kept_since()):
            raise Overtaken(
                _("It was in the trash for more than %d days and is gone. Nothing was changed.") % KEPT.days
            )
        return row

    # --- fields -----------------------------------------------------------------------------------------------------

    def _values(self, edit: Edit, row: Row) -> None:
        if isinstance(row, Element):
            self._element(edit, row)
            return
        known = {*fields_of(row), "cast"}
        now = self._values_now(row)
        wanted = {name: value for name, value in edit.before.items() if name in known}
        if any(now[name] != edit.after.get(name) for name in wanted):
            raise Overtaken(self._changed_outside(edit))
        _check_references(row, wanted)
        put_values(row, wanted)
        self.fields[edit.noun] |= wanted.keys() - {"cast"}
        if "cast" in wanted:
            self.casts[row.pk] = wanted["cast"]
        self.work.record(edit.verb, row, {name: now[name] for name in wanted}, wanted)
        self.work.announce(self._shown_by(row, wanted))
        if isinstance(row, Shot) and is_told_otherwise(now, wanted):
            self.work.announce(row.scene)

    def _element(self, edit: Edit, row: Element) -> None:
        now = values_of_element(row)
        wanted = {name: value for name, value in edit.before.items() if name in now}
        if any(now[name] != edit.after.get(name) for name in wanted):
            raise Overtaken(self._changed_outside(edit))
        try:
            write_element(self.work, row, wanted)
        except Refused as refused:
            raise Overtaken(str(refused)) from None
        self.work.record(edit.verb, row, {name: now[name] for name in wanted}, wanted)

    def _values_now(self, row: Row) -> Values:
        values = values_of(row)
        return values | {"cast": self.casts[row.pk]} if row.pk in self.casts and isinstance(row, Shot) else values

    def _changed_outside(self, edit: Edit) -> str:
        rates = self.work.board.edits.filter(noun="storyboard", after__has_key="rate", pk__gt=edit.pk)
        rate = rates.order_by("pk").last() if "frames" in edit.after else None
        if rate:
            return told_against(self.work.board, rate)
        return _("It has changed since, not by a deed on this board. Nothing was changed now.")

    def _shown_by(self, row: Row, values: Values) -> Row | Storyboard:
        wide = isinstance(row, Element) or (isinstance(row, Scene) and {"number", "omitted"} & values.keys())
        return self.work.board if wide else row

    # --- place and trash --------------------------------------------------------------------------------------------

    def _line(self, row: Row) -> tuple[Places, int] | None:
        """Return among whom the row stands."""
        if isinstance(row, Shot):
            return self.shots, row.scene_id
        return (self.scenes, self.work.board.pk) if isinstance(row, Scene) else None

    def _take_out(self, row: Row) -> Values:
        line = self._line(row)
        stood = line[0].take_out(line[1], row.pk) if line else {}
        return {"scene": row.scene_id, **stood} if isinstance(row, Shot) else stood

    def _put(self, row: Row, place: Values) -> Values:
        line = self._line(row)
        if isinstance(row, Shot) and row.scene.deleted_at is not None:
            raise Overtaken(_("Its scene is in the trash. Take the scene out of the trash first. Nothing was changed."))
        stands = line[0].put_back(line[1], row.pk, place, in_turn=self.in_turn) if line else {}
        return {"scene": row.scene_id, **stands} if isinstance(row, Shot) else stands

    def _throw_away(self, edit: Edit, row: Row) -> None:
        if isinstance(row, Element) and edit.verb == "add" and self._is_cast(row):
            return
        stood = self._take_out(row)
        self._set_deleted(row, self.now)
        self.work.record(edit.verb, row, {"deleted": False, **stood}, {"deleted": True})

    def _is_cast(self, element: Element) -> bool:
        """Return whether somebody has put the element into another shot meanwhile: then the bible keeps it."""
        going = [row for row in self.rows.values() if row.deleted_at]
        shots = {row.pk for row in going if isinstance(row, Shot)}
        scenes = {row.pk for row in going if isinstance(row, Scene)}
        seen = element.shots.live().filter(scene__deleted_at=None).exclude(pk__in=shots | self.casts.keys())
        return seen.exclude(scene__in=scenes).exists()

    def _bring_back(self, edit: Edit, row: Row) -> None:
        if row.deleted_at is None:
            raise Overtaken(_("It is no longer in the trash. Nothing was changed."))
        place = {"position": getattr(row, "position", 0)} | edit.before
        stands = self._put(row, place)
        self._set_deleted(row, None)
        self.work.record(edit.verb, row, {"deleted": True}, {"deleted": False, **stands})

    def _set_deleted(self, row: Row, at: datetime | None) -> None:
        row.deleted_at = at
        # The version of an element names its looks, and those are as they were.
        row.version += not isinstance(row, Element)
        self.fields[row._meta.model_name or ""].add("deleted_at")
        self._announce_place(row)

    def _put_back(self, edit: Edit, row: Row) -> None:
        stood = self._take_out(row)
        if isinstance(row, Shot):
            self.work.announce(row.scene)
            row.scene = self._row("scene", edit.before["scene"])  # type: ignore[assignment]  # the noun says so
            self.fields["shot"].add("scene")
        stands = self._put(row, edit.before)
        row.version += 1
        self.work.record(edit.verb, row, stood, stands)
        self._announce_place(row)

    def _announce_place(self, row: Row) -> None:
        """Tell open pages that what stands where is another now."""
        if isinstance(row, Scene):
            self.work.announce_outline()
        else:
            self.work.announce(row.scene if isinstance(row, Shot) else self.work.board)

    # --- the whole board --------------------------------------------------------------------------------------------

    def _board(self, edit: Edit) -> None:
        board = self.work.board
        if "revision" in edit.before:
            put_script(board, edit.before)
            self.work.record(edit.verb, board, edit.after, edit.before)
        else:
            self._settings(edit)
        self.work.announce(board)

    def _settings(self, edit: Edit) -> None:
        board = self.work.board
        now = values_of(board)
        wanted = {name: value for name, value in edit.before.items() if name in now}
        if any(now[name] != edit.after.get(name) for name in wanted):
            raise Overtaken(self._changed_outside(edit))
        _check_references(board, wanted)
        lengths = back_in_time(board, edit) if "rate" in wanted else ({}, {})
        for name, value in wanted.items():
            setattr(board, name, value)
        board.save(update_fields=[*wanted])
        before = {name: now[name] for name in wanted}
        self.work.record(edit.verb, board, before | lengths[0], wanted | lengths[1])

    # --- writing ----------------------------------------------------------------------------------------------------

    def write(self) -> None:
        """Write all rows that changed."""
        for noun, places in (("shot", self.shots), ("scene", self.scenes)):
            rows = [row for (of, _pk), row in self.changed.items() if of == noun]
            for row in rows:
                row.position = places.positions.get(row.pk, row.position)  # type: ignore[union-attr]
            save_all(rows, self.fields[noun] | {"position", "version"})
            places.write()
        set_casts(self.casts)
        self._write_elements([row for row in self.changed.values() if isinstance(row, Element)])

    def _write_elements(self, rows: list[Element]) -> None:
        try:
            with transaction.atomic():
                for row in sorted(rows, key=lambda row: row.deleted_at is None):
                    row.save()
        except IntegrityError:
            raise Overtaken(
                _("There is another element of that name now. Rename it first. Nothing was changed.")
            ) from None


def _check_references(row: Row | Storyboard, values: Values) -> None:
    """Raise Overtaken when what the values point to is no longer there."""
    takes = Take.objects.filter(shot=row.pk, deleted_at=None)
    known: dict[str, tuple[Any, str]] = {
        "circled_take_id": (takes, _("That take was thrown away since. Nothing was changed.")),
        "panel_id": (Asset.objects, _("That picture is no longer there. Nothing was changed.")),
        "panel_base_id": (Asset.objects, _("That picture is no longer there. Nothing was changed.")),
        "logo_id": (Asset.objects, _("That logo is no longer there. Nothing was changed.")),
        "location_id": (Element.objects, _("That location is no longer there. Nothing was changed.")),
    }
    for name in values.keys() & known.keys():
        rows, sentence = known[name]
        if values[name] is not None and not rows.filter(pk=values[name]).exists():
            raise Overtaken(sentence)
