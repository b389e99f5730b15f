// Shots leave the page at once; the studio puts them into the trash, or they come back.
import { toast } from "../toasts.js";
import { beside, cardAt, itemOf, keyOf } from "./cards.js";
import { focusAfterwards } from "./changes.js";
import { sendMany } from "./deeds.js";
import { remember } from "./moving.js";
import { bringIntoView, takeFocus } from "./roving.js";
import { deselect } from "./selection.js";
import { words } from "./words.js";

function nearest(card, gone, step) {
  let near = beside(card, step);
  while (near && gone.has(keyOf(near))) near = beside(near, step);
  return near;
}

/** Put the shots into the trash; the focus goes to the next shot that stays. */
export async function remove(keys) {
  const cards = keys.map(cardAt);
  const gone = new Set(keys);
  const next = nearest(cards.at(-1), gone, 1) ?? nearest(cards[0], gone, -1);
  const items = cards.map(itemOf);
  const goBack = remember(items);
  deselect(keys);
  // Before the shots go: a page that loses its focus is laid out once more, to find that there is none.
  focusAfterwards(next);
  takeFocus(next);
  for (const item of items) item.remove();
  bringIntoView(next);
  if (await sendMany("delete", keys)) return;
  goBack();
  toast(words("notRemoved"), "failed");
}
