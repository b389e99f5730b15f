"""Clothes and hair: who wears what, and what somebody lacks."""

from .colours import COLOURS
from .describing import HAIR_HUES
from .draft import Draft
from .lexicons import GARMENT, HAIRDO
from .notes import Phrase
from .nouns import Nouns

PUT_ON = frozenset(("in", "wearing", "wears", "with", "behind"))


class Wearing(Nouns):
    """Reads clothes and hair."""

    def _wear(self, position: int) -> int:
        garment, length = GARMENT.at(self.words, position)
        if not length:
            return self._hairdo(position)
        if self.words[position].lower.endswith("ed") and not self._denied:
            self._phrase.worn += (str(garment),)  # `a bearded man`: whom it is about comes next
            return length
        wearer = self._wearer()
        if garment == "mask" and not (wearer and self._is_put_on(position)):
            return 0  # a thing as any other
        if wearer is None and garment == "hat" and not self._denied:
            self._add(self._drafted("prop", "hat", "hat", plural=False))
        elif self._denied:
            self._lack(wearer, str(garment), position + length)
        elif wearer:
            hue = self._phrase.hues[0] if self._phrase.hues else ""
            wearer.colours[str(garment)] = hue or wearer.colours.get(str(garment), "")
            self._worn_last = (position, wearer, str(garment))
        self._phrase = Phrase()
        return length

    def _is_put_on(self, position: int) -> bool:
        """`In black masks`, `wearing a mask`: it is on the face."""
        before = [word.lower for word in self.words[max(0, position - 3) : position]]
        return bool(PUT_ON & set(before))

    def _hairdo(self, position: int) -> int:
        style, length = HAIRDO.at(self.words, position)
        wearer = self._wearer()
        if not length or wearer is None:
            return 0
        wearer.hair = self._hair_style(str(style), wearer.hair)
        if style in HAIR_HUES:
            wearer.hair, wearer.colours["hair"] = "", COLOURS[HAIR_HUES[str(style)]]
        if self._phrase.hues:
            wearer.colours["hair"] = self._phrase.hues[0]
        self._phrase = Phrase()
        return length

    def _lack(self, wearer: Draft | None, garment: str, after: int) -> None:
        """`Without a hat`: it is not worn, even where it goes with the job."""
        if wearer:
            wearer.lacks.append(garment)
        self._deny(self.words[after - 1].lower, after)

    def _hair_style(self, style: str, before: str) -> str:
        if style != "hair":
            return style
        return next((trait for trait in ("long", "small") if trait in self._phrase.traits), before).replace(
            "small", "short"
        )
