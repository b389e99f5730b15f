// The shot list and the timeline are fetched again as an outline: an empty place for each shot, in order, with its state.
// What the page has of a shot goes into its place at once; what is missing, or in another state, is renewed.
import { renew } from "../renewing.js";

const PLACES = "[data-shot][data-state]";
let whole = "";
let shown = new Map();

const placesIn = (element) => [...element.querySelectorAll(PLACES)];

function remember({ detail }) {
  if (detail.target?.matches?.(whole)) shown = new Map(placesIn(detail.target).map((part) => [part.id, part]));
}

function isAsTold(part, place) {
  return part.childElementCount > 0 && part.dataset.state === place.dataset.state;
}

function fill({ target }) {
  if (!target.matches?.(whole)) return;
  const late = [];
  for (const place of placesIn(target)) {
    const part = shown.get(place.id);
    if (!part || !isAsTold(part, place)) late.push(place.id);
    if (part) place.replaceWith(part);
  }
  shown = new Map();
  // At once, not when the page has settled: what is renewed must hear of it.
  window.htmx.process(target);
  renew(...late);
}

/** Renew every shot of the view, those on the screen first. */
export function renewAll() {
  renew(...placesIn(document.querySelector(whole)).map(({ id }) => id));
}

/** Fill the places of the outline whenever it is fetched; `selector` says what it is on this page. */
export function startPlaces(selector) {
  whole = selector;
  document.addEventListener("htmx:beforeSwap", remember);
  document.addEventListener("htmx:afterSwap", fill);
}
