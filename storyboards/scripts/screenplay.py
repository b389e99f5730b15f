"""A Fountain screenplay into an outline."""

from storyboards.scripts.assembly import assembled
from storyboards.scripts.beats import Beat, SceneDraft
from storyboards.scripts.cast import Cast, key_of
from storyboards.scripts.fountain import Element, Note, elements_of
from storyboards.scripts.outline import Outline
from storyboards.scripts.sluglines import Slugline, slugline_of
from storyboards.scripts.title_page import title_page
from storyboards.scripts.transitions import transition_code
from storyboards.scripts.vocabulary import FOUNTAIN

NOWHERE = Slugline("", "", "")


def read_screenplay(text: str) -> Outline:
    """Return the outline of a Fountain ``text``, or raise ScriptError when there is nothing to film in it."""
    fields, start = title_page(text)
    elements, notes = elements_of(text, start)
    cast = cast_of(elements)
    scenes = Drafting(cast).scenes(elements)
    place_notes(scenes, notes)
    title = " ".join(fields.get("title", "").split())
    return assembled(scenes, cast, title=title, credits=fields, script_format=FOUNTAIN, text=text)


def cast_of(elements: list[Element]) -> Cast:
    """Return all who speak or are introduced."""
    cast, cues = Cast(), set()
    for element in elements:
        if element.cue and element.cue.name:
            cast.also(cast.spelling(element.cue.name), element.cue.alias)
            cues.add(key_of(element.cue.name))
        elif element.kind == "action":
            cast.introduce(element.passage.text)
    cast.unite(cues)
    return cast


class Drafting:
    """Collects elements into scenes; what comes before the first heading makes a scene without one."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.drafts: list[SceneDraft] = []
        self.sections: list[tuple[int, str]] = []
        self.synopsis: list[str] = []
        self.fresh_section = False
        self.waiting: list[Beat] = []  # transitions before the first scene

    def scenes(self, elements: list[Element]) -> list[SceneDraft]:
        """Return the scenes of ``elements`` in order."""
        takers = {
            "heading": self.take_heading,
            "section": self.take_section,
            "synopsis": self.take_synopsis,
            "transition": self.take_transition,
        }
        for element in elements:
            takers.get(element.kind, self.take_beat)(element)
        if self.waiting and self.drafts:
            self.drafts[0].beats[:0] = self.waiting
        return self.drafts

    def open(self, slugline: Slugline, start: int, end: int) -> SceneDraft:
        """Begin a scene under the sections open now, with the synopses that wait."""
        section = " / ".join(title for _, title in self.sections)
        self.drafts.append(SceneDraft(slugline, start, end, section, "\n".join(self.synopsis)))
        self.synopsis = []
        self.fresh_section = False
        return self.drafts[-1]

    def take_heading(self, element: Element) -> None:
        self.open(slugline_of(element.passage.text), element.passage.start, element.passage.end)

    def take_section(self, element: Element) -> None:
        self.sections = [entry for entry in self.sections if entry[0] < element.level]
        self.sections.append((element.level, element.passage.text))
        self.fresh_section = True

    def take_synopsis(self, element: Element) -> None:
        """Give a synopsis to the scene it stands in, or, below a section, to the next scene."""
        if self.fresh_section or not self.drafts:
            self.synopsis.append(element.passage.text)
        else:
            scene = self.drafts[-1]
            scene.synopsis = "\n".join(filter(None, [scene.synopsis, element.passage.text]))

    def take_transition(self, element: Element) -> None:
        beat = Beat("transition", element.passage, code=transition_code(element.passage.text))
        if self.drafts:
            self.drafts[-1].add(beat)
        else:
            self.waiting.append(beat)

    def take_beat(self, element: Element) -> None:
        beat = self.beat_of(element)
        scene = self.drafts[-1] if self.drafts else self.open(NOWHERE, beat.passage.start, beat.passage.end)
        scene.add(beat)

    def beat_of(self, element: Element) -> Beat:
        """Return the beat of action, a card or speech; the voice's extension leads its direction."""
        cue = element.cue
        if cue is None:
            return Beat("card" if element.kind == "card" else "action", element.passage)
        direction = ", ".join(filter(None, [cue.voice, element.direction]))
        name = self.cast.spelling(cue.name) if cue.name else ""
        return Beat("speech", element.passage, name, direction, cue.dual, bool(cue.voice))


def place_notes(scenes: list[SceneDraft], notes: list[Note]) -> None:
    """Give each note to the scene it stands in or behind; one before all scenes goes to the first."""
    index = 0
    for note in notes if scenes else ():
        while index + 1 < len(scenes) and scenes[index + 1].start <= note.start:
            index += 1
        if note.text:
            scenes[index].notes.append((note.start, note.text))
