"""Scenes into shots.

A paragraph of action is a shot, or several where it is long or where a sentence begins with a camera direction.
Speech joins the shot it follows as long as there is room; a long answer by somebody else is cut to.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext_lazy as _

from storyboards.scripts import vocabulary as v
from storyboards.scripts.beats import Beat, SceneDraft
from storyboards.scripts.camera import Look, Sight, look_of
from storyboards.scripts.cast import Cast
from storyboards.scripts.outline import Line, ScriptError, ShotOutline
from storyboards.scripts.passage import Passage
from storyboards.scripts.phrasebook import CUT_CUES
from storyboards.scripts.sentences import pieces
from storyboards.scripts.timing import (
    ACTION_WORDS_PER_MINUTE,
    CARD_SECONDS,
    LONGEST,
    SPEECH_PAUSE,
    SPEECH_WORDS_PER_MINUTE,
    action_seconds,
    shot_seconds,
    speech_seconds,
)
from storyboards.scripts.transitions import UNKNOWN
from storyboards.scripts.words import word_count, words_of

MOST_SHOTS = 10_000
TOO_MANY_SHOTS = _(
    "This script would make more than 10,000 shots. Split it into parts, then import one part at a time."
)
FULL_ACTION = 6.0  # seconds of action after which a new sentence is a new shot
FULL_TALK = 7.0  # seconds after which an answer is cut to
FULL_NARRATION = 9.0
SHORT_SENTENCE = 2.0  # seconds; one so short, or shorter, is not parted from the sentence before
ASIDE_WORDS = 2  # "A beat." stays in the shot it stands in
ACTION_WORDS = LONGEST * ACTION_WORDS_PER_MINUTE / 60
NARRATION_WORDS = FULL_NARRATION * SPEECH_WORDS_PER_MINUTE / 60
SPEECH_WORDS = (LONGEST - SPEECH_PAUSE) * SPEECH_WORDS_PER_MINUTE / 60


@dataclass
class ShotDraft:
    """A shot on its way: what is seen and heard in it so far, and how long that takes."""

    start: int
    end: int
    action: list[str] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    unseen: set[str] = field(default_factory=set)
    seconds: float = 0.0
    transition: str = v.CUT
    notes: list[str] = field(default_factory=list)
    kind: str = "action"

    def see(self, passage: Passage) -> None:
        """Add action."""
        self.action.append(passage.text)
        self.end = max(self.end, passage.end)
        self.seconds += action_seconds(passage.text)

    def hear(self, beat: Beat, passage: Passage) -> None:
        """Add a line; one that is spoken at the same time as another takes no time of its own."""
        self.lines.append(Line(beat.speaker, passage.text, beat.direction, beat.dual))
        self.end = max(self.end, passage.end)
        self.seconds += 0 if beat.dual else speech_seconds(passage.text)
        if beat.unseen:
            self.unseen.add(beat.speaker)


class Cutter:
    """Cuts one scene."""

    def __init__(self) -> None:
        self.shots: list[ShotDraft] = []
        self.pending: list[Beat] = []  # transitions that wait for the shot they lead into

    def cut(self, beats: list[Beat]) -> list[ShotDraft]:
        """Return the shots of ``beats`` in order."""
        takers = {
            "action": self.take_action,
            "speech": self.take_speech,
            "narration": self.take_narration,
            "card": self.take_card,
            "transition": self.pending.append,
        }
        for beat in beats:
            takers[beat.kind](beat)
        return self.shots

    @property
    def current(self) -> ShotDraft | None:
        """The shot that may still grow."""
        return self.shots[-1] if self.shots and not self.pending and self.shots[-1].kind != "card" else None

    def open(self, passage: Passage, kind: str = "action") -> ShotDraft:
        """Begin a shot at ``passage``, led into by the transitions that waited; raise ScriptError at too many."""
        shot = ShotDraft(passage.start, passage.end, kind=kind)
        for beat in self.pending:
            lead_into(shot, beat)
        self.pending.clear()
        self.shots.append(shot)
        if len(self.shots) > MOST_SHOTS:
            raise ScriptError(TOO_MANY_SHOTS)
        return shot

    def take_action(self, beat: Beat) -> None:
        aside = self.current is not None and word_count(beat.passage.text) <= ASIDE_WORDS
        shot = self.current if aside and not begins_shot(beat.passage.text) else None
        for piece in whole_spans(pieces(beat.passage, ACTION_WORDS), beat.passage):
            if shot is None or overfull(shot, piece) or begins_shot(piece.text):
                shot = self.open(piece)
            shot.see(piece)

    def take_speech(self, beat: Beat) -> None:
        for piece in grouped(beat.passage, SPEECH_WORDS):
            shot = self.current
            if shot is None or (not beat.dual and self.needs_cut(shot, beat, piece)):
                shot = self.open(piece)
            shot.hear(beat, piece)

    def needs_cut(self, shot: ShotDraft, beat: Beat, piece: Passage) -> bool:
        """Tell whether the line is cut to: there is no room for it, or it is a long exchange's next answer."""
        seconds = shot.seconds + speech_seconds(piece.text)
        answers = bool(shot.lines) and shot.lines[-1].speaker != beat.speaker
        return bool(shot.lines or shot.seconds) and seconds > (FULL_TALK if answers else LONGEST)

    def take_narration(self, beat: Beat) -> None:
        for piece in grouped(beat.passage, NARRATION_WORDS):
            shot = self.open(piece)
            shot.action.append(piece.text)
            shot.hear(beat, piece)

    def take_card(self, beat: Beat) -> None:
        shot = self.open(beat.passage, "card")
        shot.see(beat.passage)
        shot.seconds = max(CARD_SECONDS, shot.seconds)


def overfull(shot: ShotDraft, piece: Passage) -> bool:
    """Tell whether ``piece`` of the same paragraph is too much for ``shot``."""
    seconds = action_seconds(piece.text)
    room = FULL_ACTION + (SHORT_SENTENCE if seconds <= SHORT_SENTENCE else 0)
    return shot.seconds + seconds > room


def lead_into(shot: ShotDraft, beat: Beat) -> None:
    """Give ``shot`` the transition before it; one without a code is kept as a note."""
    if beat.code == UNKNOWN:
        shot.notes.append(beat.passage.text)
    elif beat.code == v.FADE_IN and shot.transition == v.FADE_OUT:
        shot.transition = v.DIP_BLACK  # out and in again
    elif beat.code:
        shot.transition = beat.code


def begins_shot(sentence: str) -> bool:
    """Tell whether ``sentence`` begins with a camera direction in capitals."""
    words = words_of(sentence[:120])[:2]
    if not words or not words[0].capitals or len(words[0].text) < 2:
        return False
    found = CUT_CUES.first(words)
    return found is not None and found.first == 0


def whole_spans(parts: list[Passage], whole: Passage) -> list[Passage]:
    """Return ``parts`` with the first and the last stretched to the ends of ``whole``."""
    if parts:
        parts[0] = replace(parts[0], start=whole.start)
        parts[-1] = replace(parts[-1], end=whole.end)
    return parts


def grouped(passage: Passage, most_words: float) -> list[Passage]:
    """Return ``passage`` cut at sentence ends into parts of about ``most_words`` words, never more than fit a shot."""
    parts = pieces(passage, SPEECH_WORDS)
    starts: list[int] = []
    count, place = 0.0, 0
    for part in parts:
        place = passage.text.index(part.text, place)
        words = word_count(part.text)
        if not starts or count + words > most_words:
            starts.append(place)
            count = 0.0
        count += words
        place += len(part.text)
    ends = [*starts[1:], len(passage.text)]
    return whole_spans([passage.part(start, end) for start, end in zip(starts, ends, strict=True)], passage)


def shots_of(scene: SceneDraft, cast: Cast) -> tuple[list[ShotOutline], list[Beat]]:
    """Return the shots of ``scene``, and the transitions at its end, which lead into the next one."""
    cutter = Cutter()
    drafts = cutter.cut(scene.beats)
    give_notes(drafts, scene.notes)
    return list(finished(drafts, scene, cast)), cutter.pending


def give_notes(drafts: list[ShotDraft], notes: list[tuple[int, str]]) -> None:
    """Give each note to the shot it stands in or behind; one before all shots goes to the first."""
    index = 0
    for offset, text in notes if drafts else ():
        while index + 1 < len(drafts) and drafts[index + 1].start <= offset:
            index += 1
        drafts[index].notes.append(text)


def finished(drafts: list[ShotDraft], scene: SceneDraft, cast: Cast) -> Iterator[ShotOutline]:
    """Yield the outlines of ``drafts`` with their looks guessed."""
    size_before, talker_before = "", ""
    for index, draft in enumerate(drafts):
        action = " ".join(draft.action)
        speakers = tuple(dict.fromkeys(line.speaker for line in draft.lines if line.speaker not in draft.unseen))
        seen = tuple(dict.fromkeys([*cast.named_in(action), *filter(None, speakers)]))
        sight = Sight(
            action,
            speakers,
            len(seen),
            opens_scene=index == 0,
            establishing=scene.slugline.establishing,
            outdoors=scene.slugline.setting != v.INT,
            place=scene.slugline.place,
            seconds=draft.seconds,
            size_before=size_before,
            answers=bool(talker_before and speakers and speakers[0] != talker_before),
        )
        look = look_of(sight) if draft.kind != "card" else CARD_LOOK
        size_before, talker_before = look.size, speakers[-1] if speakers else talker_before
        yield outline_of(draft, action, seen, look)


CARD_LOOK = Look(v.INS, v.EYE, v.STATIC, v.NO_DIRECTION, v.MEDIUM)


def outline_of(draft: ShotDraft, action: str, seen: tuple[str, ...], look: Look) -> ShotOutline:
    """Return the finished outline of one shot."""
    return ShotOutline(
        action=action,
        dialogue=tuple(draft.lines),
        characters=seen,
        size=look.size,
        angle=look.angle,
        move_family=look.family,
        move_direction=look.direction,
        move_speed=look.speed,
        seconds=shot_seconds(draft.seconds),
        source_start=draft.start,
        source_end=draft.end,
        transition=draft.transition,
        notes="\n".join(draft.notes),
    )
