"""A paragraph of a story into beats: what is seen, and what is said by whom."""

from dataclasses import replace

from storyboards.scripts.beats import Beat
from storyboards.scripts.passage import Passage, joined
from storyboards.scripts.quotes import Quote, quotes_in
from storyboards.scripts.speakers import Attribution, Talk, attribution_after, attribution_before
from storyboards.scripts.words import words_of

QUIET = " \t\n,;—–-"


class ParagraphReader:
    """Reads paragraphs in order; knows who was talking."""

    def __init__(self, talk: Talk) -> None:
        self.talk = talk
        self.beats: list[Beat] = []

    def read(self, passage: Passage) -> list[Beat]:
        """Return the beats of one paragraph, in the order of its text."""
        self.beats = []
        here, speaker = 0, ""
        quotes = quotes_in(passage.text)
        for index, quote in enumerate(quotes):
            after = quotes[index + 1].start if index + 1 < len(quotes) else len(passage.text)
            speaker, here = self.take_quote(passage, quote, here, after, speaker)
        self.see(passage, here, len(passage.text))
        return [closed(beat) if beat.kind == "speech" else beat for beat in self.beats]

    def take_quote(self, passage: Passage, quote: Quote, here: int, after: int, speaker: str) -> tuple[str, int]:
        """Take the text before ``quote`` and the quote; return its speaker and where the text goes on."""
        before = passage.text[here : quote.start]
        told = attribution_before(before, self.talk)
        self.see(passage, here, here + told.start if told else quote.start)
        end = quote.end
        if told is None:
            told = attribution_after(passage.text[quote.end : after], self.talk)
            end += told.end if told else 0
        if told is None:
            told = Attribution(speaker if speaker and not before.strip(QUIET) else self.untold_speaker(before, speaker))
        name = self.talk.speaks(told.speaker)
        self.say(passage.part(quote.inner_start, quote.inner_end), name, told.direction)
        return name, end

    def untold_speaker(self, before: str, speaker: str) -> str:
        """Return who speaks when the text does not say: who acts in the paragraph, else whose turn it is."""
        acting = self.talk.cast.named_in(before)
        words = words_of(before[:40])
        if not acting and words and words[0].text in ("he", "she"):
            return self.talk.meant_by(words[0].text)
        return acting[0] if acting else speaker or self.talk.next_speaker()

    def see(self, passage: Passage, start: int, end: int) -> None:
        """Add what is told between quotations, if it is more than signs."""
        part = passage.part(start, end)
        if part.text.strip(QUIET):
            self.talk.hear_of(part.text)
            self.beats.append(Beat("action", part))

    def say(self, part: Passage, speaker: str, direction: str) -> None:
        """Add what is spoken; what only "said Marta" parts belongs together."""
        last = self.beats[-1] if self.beats else None
        if not part.text:
            return
        if last is None or last.kind != "speech" or last.speaker != speaker or (direction and last.direction):
            self.beats.append(Beat("speech", part, speaker, direction))
            return
        before = closed(last).passage if part.text[0].isupper() else last.passage
        self.beats[-1] = replace(last, passage=joined([before, part]), direction=last.direction or direction)


def closed(beat: Beat) -> Beat:
    """Return ``beat`` with a full stop in place of the comma that led to "said Marta"."""
    text = beat.passage.text
    return replace(beat, passage=replace(beat.passage, text=text[:-1] + ".")) if text.endswith(",") else beat
