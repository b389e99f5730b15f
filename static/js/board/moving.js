// Shots move on the page at once; the studio confirms, or they go back to where they were.
import { renew } from "../renewing.js";
import { announce, toast } from "../toasts.js";
import { placeOf } from "./cards.js";
import { sendMany } from "./deeds.js";
import { words } from "./words.js";

// Of those that stood behind an item, the first that still stands in its list.
function nextOf(item, list, before) {
  return before.slice(before.indexOf(item) + 1).find((other) => other.parentElement === list) ?? null;
}

/** Return how to put list items back to where they are now; what the studio has of their scenes is then asked for. */
export function remember(items) {
  const lists = new Map(items.map(({ parentElement: list }) => [list, [...list.children]]));
  const places = items.map((item) => ({ item, list: item.parentElement }));
  return () => {
    for (const { item, list } of places.toReversed()) list.insertBefore(item, nextOf(item, list, lists.get(list)));
    renew(...[...lists.keys()].flatMap((list) => list.closest(".scene")?.id ?? []));
  };
}

/** Put the items, in order, into `list` behind the item `after`; null is the start. */
export function put(items, list, after) {
  if (after) after.after(...items);
  else list.prepend(...items);
}

function tell(items) {
  const [item] = items;
  const label = item.closest(".scene, tbody, .span")?.querySelector(".number")?.textContent ?? "";
  const values = { shot: item.dataset.label, scene: label, ...placeOf(item) };
  announce(items.length === 1 ? words("moved", values) : words("movedMany", { ...values, of: values.count, count: items.length }));
}

function shotBefore(item) {
  let before = item.previousElementSibling;
  while (before && before.dataset.shot === undefined) before = before.previousElementSibling;
  return before?.dataset.shot ?? "0";
}

/** Tell the studio, and the person, where the items stand now; `goBack` undoes it when the studio refuses. */
export async function confirmMove(items, goBack) {
  tell(items);
  const place = { scene: items[0].closest("[data-scene]").dataset.scene, after: shotBefore(items[0]) };
  const kept = await sendMany("move", items.map((item) => item.dataset.shot), place);
  if (kept) return;
  goBack();
  toast(words("notMoved", { shot: items[0].dataset.label }), "failed");
}

/** Move the items behind the item `after` of `list` (null: to its start), here and in the studio. */
export function move(items, list, after) {
  const goBack = remember(items);
  const focused = document.activeElement;
  put(items, list, after);
  focused?.focus?.({ preventScroll: true });
  return confirmMove(items, goBack);
}
