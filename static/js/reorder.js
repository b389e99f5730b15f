// Shots are dragged by pointer or long press, a whole selection at once; scenes in the list on the left.
// <ol data-reorder data-scene="4"> <li data-shot="12" data-label="1A">          <ol data-reorder-scenes> <li data-move-url="…">
import { selectedKeys, isSelected } from "./board/selection.js";
import { confirmMove, put, remember } from "./board/moving.js";
import { send } from "./board/deeds.js";
import { pause, resume } from "./renewing.js";
import { announce } from "./toasts.js";
import { words } from "./board/words.js";

const LONG_PRESS_MS = 250;
const CALM = matchMedia("(prefers-reduced-motion: reduce)").matches;
const HOW = {
  filter: "input, textarea, select, summary, .menu",
  preventOnFilter: false,
  // A scroll cancels the pointer, after which SortableJS would not take hold of the same card again.
  supportPointer: false,
  delay: LONG_PRESS_MS,
  delayOnTouchOnly: true,
  touchStartThreshold: 6,
  // No list is ever empty, the tile that adds a shot stands in it; SortableJS would ask of all lists at each move.
  emptyInsertThreshold: 0,
  animation: CALM ? 0 : 160,
  ghostClass: "sortable-ghost",
};
let party = [];
let goBack = null;

function itemsWith(item) {
  if (!isSelected(item.dataset.shot)) return [item];
  return selectedKeys().map((key) => document.querySelector(`[data-shot="${CSS.escape(key)}"]`));
}

// While a mouse drags, browsers scroll the page themselves (Safari does not); SortableJS would look for what to scroll at
// each move, which costs a slow machine every fifth picture.
function needsScrolling({ type }) {
  return type === "touchstart" || "GestureEvent" in window;
}

// The number on the picture under the pointer has to stand there before the browser takes its picture.
function onChoose({ item, from, originalEvent }) {
  window.Sortable.get(from).option("scroll", needsScrolling(originalEvent));
  party = itemsWith(item);
  if (party.length > 1) item.dataset.party = party.length;
}

// Nothing is swapped under the hand that drags.
function onStart({ item }) {
  pause();
  goBack = remember(party);
  for (const other of party) if (other !== item) other.classList.add("along");
}

function onUnchoose({ item }) {
  delete item.dataset.party;
  for (const other of party) other.classList.remove("along");
}

function behind(item) {
  let before = item.previousElementSibling;
  while (before && party.includes(before)) before = before.previousElementSibling;
  return before;
}

function onEnd({ item, from, to, oldDraggableIndex, newDraggableIndex }) {
  onUnchoose({ item });
  const stays = party.length === 1 && from === to && oldDraggableIndex === newDraggableIndex;
  if (!stays) {
    put(party, to, behind(item));
    confirmMove(party, goBack);
  }
  resume();
}

function onSceneStart({ item }) {
  pause();
  goBack = remember([item]);
}

function onSceneEnd(event) {
  if (event.oldIndex !== event.newIndex) moveScene(event, goBack);
  resume();
}

async function moveScene({ item, from, newIndex }, back) {
  announce(words("movedScene", { scene: item.dataset.label, place: newIndex + 1, count: from.children.length }));
  const kept = await send(item.dataset.moveUrl, { after: item.previousElementSibling?.dataset.sceneKey ?? "0" });
  if (!kept) back();
}

function makeSortable(list, options) {
  if (list.dataset.reorderReady) return;
  list.dataset.reorderReady = "yes";
  window.Sortable.create(list, { ...HOW, ...options });
}

function prepare(root) {
  const within = (selector) => [...(root.matches?.(selector) ? [root] : []), ...root.querySelectorAll(selector)];
  for (const list of within("[data-reorder]")) makeSortable(list, { group: "shots", draggable: "[data-shot]", onChoose, onStart, onUnchoose, onEnd });
  for (const list of within("[data-reorder-scenes]")) makeSortable(list, { draggable: "[data-scene-key]", onStart: onSceneStart, onEnd: onSceneEnd });
}

prepare(document);
document.addEventListener("htmx:load", (event) => prepare(event.detail.elt));
