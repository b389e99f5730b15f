// Shots are moved by pointer or long press. The page changes at once; the server confirms, or the shot goes back.
// <ol data-reorder data-scene="4"> <li data-shot="12" data-move-url="…" data-label="1A">
import { announce, toast } from "./toasts.js";

const LONG_PRESS_MS = 250;

function token() {
  return document.querySelector('meta[name="csrf-token"]').content;
}

function shotsOf(list) {
  return [...list.querySelectorAll(":scope > [data-shot]")];
}

/** Where `item` stands now: the shot before it (empty at the start) and the scene. */
function placeOf(item) {
  const list = item.closest("[data-reorder]");
  const shots = shotsOf(list);
  const before = shots[shots.indexOf(item) - 1];
  return new URLSearchParams({ after: before?.dataset.shot ?? "", scene: list.dataset.scene });
}

function putBack({ item, from, next }) {
  from.insertBefore(item, next);
}

function words(list, name, values) {
  const text = list.closest("[data-reorder-words]")?.dataset[name] ?? "";
  return text.replace(/\{(\w+)\}/g, (_match, key) => values[key]);
}

function tellPlace(item) {
  const list = item.closest("[data-reorder]");
  const shots = shotsOf(list);
  announce(words(list, "moved", { shot: item.dataset.label, place: shots.indexOf(item) + 1, count: shots.length }));
}

async function send(item) {
  const response = await fetch(item.dataset.moveUrl, {
    method: "POST",
    body: placeOf(item),
    headers: { "X-CSRFToken": token(), Accept: "text/html" },
    signal: AbortSignal.timeout(15000),
  });
  if (!response.ok) throw new Error(`${response.status}`);
}

async function onDrop({ item, from, to, oldDraggableIndex, newDraggableIndex }) {
  const start = item.dragStart;
  delete item.dragStart;
  if (from === to && oldDraggableIndex === newDraggableIndex) return;
  tellPlace(item);
  try {
    await send(item);
    document.dispatchEvent(new CustomEvent("shot:moved", { detail: { id: item.dataset.shot } }));
  } catch (error) {
    console.warn("The move was not kept:", error);
    putBack(start);
    toast(words(from, "notMoved", { shot: item.dataset.label }), "failed");
  }
}

function makeSortable(list) {
  if (list.dataset.reorderReady) return;
  list.dataset.reorderReady = "yes";
  window.Sortable.create(list, {
    group: "shots",
    draggable: "[data-shot]",
    filter: "input, textarea, select, summary, .menu",
    preventOnFilter: false,
    delay: LONG_PRESS_MS,
    delayOnTouchOnly: true,
    touchStartThreshold: 6,
    animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 160,
    ghostClass: "sortable-ghost",
    onStart: ({ item, from }) => { item.dragStart = { item, from, next: item.nextElementSibling }; },
    onEnd: onDrop,
  });
}

function prepare(root) {
  if (root.matches?.("[data-reorder]")) makeSortable(root);
  for (const list of root.querySelectorAll("[data-reorder]")) makeSortable(list);
}

prepare(document);
document.addEventListener("htmx:load", (event) => prepare(event.detail.elt));
