"""Names: whom they mean, what they only own, and the mention that a name belongs to."""

from .draft import Draft
from .notes import Notes, Phrase
from .small_words import BODY


class Naming(Notes):
    """Reads names."""

    def _name(self, position: int) -> int:
        for length in (3, 2, 1):
            span = tuple(word.lower for word in self.words[position : position + length])
            if span in self.named and len(span) == length:
                self._place_named(self.named[span], position, length)
                return length
        return 0

    def _place_named(self, draft: Draft, position: int, length: int) -> None:
        owned = self._owns(position, length)
        if self._denied or self._compared or owned:
            draft.denied = self._denied
            self._deny(draft.name, position + length)
            self._phrase = self._phrase if owned else Phrase()
            return
        if draft.group == "prop" and self._held(draft.group, draft.kind, draft.colours.get("self", "")):
            return
        if self._unnamed and draft not in self.drafts and self._is_naming(position, length):
            self._merge(self._unnamed, draft)
        self._add(draft)
        self._introduced, self._unnamed = draft, None

    def _is_naming(self, position: int, length: int) -> bool:
        """`the girl Lina`, `a dog called Pip`, `a dog, Pip,`: the name belongs to whom was just mentioned."""
        before = self.words[position - 1].lower if position else ""
        after = self.words[position + length] if position + length < len(self.words) else None
        return before != "," or after is None or after.breaks

    def _merge(self, mention: Draft, draft: Draft) -> None:
        draft.is_also(mention)
        self.drafts = [draft if d is mention else d for d in self.drafts]
        self._clause = [draft if d is mention else d for d in self._clause]
        self.mentions = [(at, draft if d is mention else d) for at, d in self.mentions]

    def _owns(self, position: int, length: int) -> bool:
        """Whether it only owns what is named next (`the keeper's daughter`) and is not in the picture itself."""
        if not self.words[position + length - 1].owns:
            return False
        following = [word.lower for word in self.words[position + length : position + length + 3]]
        return not any(word in BODY for word in following)
