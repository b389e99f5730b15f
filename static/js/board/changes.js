// After a deed the server says which parts look different now; those parts fetch themselves again.
import { busy } from "./deeds.js";
import { cardAt } from "./cards.js";
import { inspected, markInspected, pick } from "./inspected.js";
import { currentCard, focusCard } from "./roving.js";

// A new or copied shot is picked as soon as its scene shows it.
let wanted = "";
let focusNext = "";
let openForTyping = false;
let stale = false;
const owed = new Set();

/** When the coming deed is done, put the focus on `card`. */
export function focusAfterwards(card) {
  focusNext = card?.id ?? "";
}

/** When the inspector opens next, put the focus where one types. */
export function typeAfterwards() {
  openForTyping = true;
}

function refresh(id) {
  const element = document.getElementById(id);
  if (element) window.htmx.trigger(element, "refresh");
}

function settleLater() {
  document.dispatchEvent(new CustomEvent("board:settled"));
}

// While deeds are on their way, what is fetched now would be out of date when it comes.
function payOwed() {
  if (busy()) return;
  const panels = [...owed].find((id) => id.startsWith("storyboard-"));
  for (const id of panels ? [panels] : owed) refresh(id);
  owed.clear();
  settleLater();
}

// A menu that is open stays open: what comes meanwhile is fetched again when it is closed.
function holdSwap(event) {
  const { target, requestConfig } = event.detail;
  if (requestConfig?.triggeringEvent?.type !== "refresh" || !target?.querySelector?.("details.menu[open]")) return;
  event.detail.shouldSwap = false;
  owed.add(target.id);
}

function onToggle({ target }) {
  if (owed.size && target.matches("details.menu:not([open])")) payOwed();
}

// Where shots are counted through the whole film, a scene that grew renames all shots behind it.
function isNumberedThrough() {
  return document.querySelector(".panels[data-numbered-through]") !== null;
}

function onBoardChanged({ detail }) {
  stale = true;
  if (detail.shot) wanted = String(detail.shot);
  for (const scene of detail.scenes ?? []) owed.add(`scene-${scene}`);
  if (detail.storyboard) owed.add(`storyboard-${detail.storyboard}`);
  if (detail.scenes && isNumberedThrough()) owed.add(document.querySelector(".panels").id);
  payOwed();
}

function onShotSaved({ detail }) {
  refresh(`shot-${detail.shot}`);
  settleLater();
}

function pickWanted() {
  const card = wanted && cardAt(wanted);
  if (!card) return;
  pick(wanted);
  // What is picked comes fresh; to renew the shot that is still open would race with it.
  stale = false;
  if (!openForTyping && !document.activeElement?.closest?.("#inspector")) focusCard(card);
  wanted = "";
}

// The inspector shows the shot as it is now, and none that is gone; but nothing happens under the hand that types.
function renewInspector() {
  const shot = inspected();
  if (!stale || !shot || wanted || document.activeElement?.closest?.("#inspector") || document.querySelector("#inspector form.htmx-request")) return;
  if (cardAt(shot)) pick(shot);
  else document.querySelector("#inspector [data-close-inspector]")?.click();
  stale = false;
}

// The same sum as zlib.adler32, over the same words: 4:12,13;5:14
function orderOf(panels) {
  const scenes = [...panels.querySelectorAll(":scope > .scene")].map((scene) => {
    const shots = [...scene.querySelectorAll("article.shot")].map((shot) => shot.id.slice(5));
    return `${scene.id.slice(6)}:${shots.join(",")}`;
  });
  let low = 1;
  let high = 0;
  for (const byte of new TextEncoder().encode(scenes.join(";"))) {
    low = (low + byte) % 65521;
    high = (high + low) % 65521;
  }
  return high * 65536 + low;
}

// Whatever message was lost: when the head knows another order of shots than the page shows, the page is out of date.
function checkOrder({ detail }) {
  if (detail.elt?.id !== "figures" || busy()) return;
  const panels = document.querySelector(".panels");
  const order = document.getElementById("figures")?.dataset.order;
  if (panels && order && Number(order) !== orderOf(panels) && !panels.querySelector(".htmx-request")) refresh(panels.id);
}

// The focus goes to the shot that a deed left it to; if its own place is gone, to the card that Tab leads to.
function keepFocus({ detail }) {
  if (!detail.elt?.matches?.(".scene, .panels")) return;
  const next = document.getElementById(focusNext);
  const lost = document.activeElement === document.body || document.activeElement?.matches(".panels, .scene, main");
  if (next) focusCard(next);
  else if (lost) focusCard(currentCard());
  focusNext = "";
}

function onSettled(event) {
  markInspected();
  pickWanted();
  if (event.detail.elt?.matches?.(".scene, .panels")) renewInspector();
  checkOrder(event);
  keepFocus(event);
  if (openForTyping && event.target.id === "inspector") {
    openForTyping = false;
    event.target.querySelector('textarea[name="action"]')?.focus();
  }
}

/** Follow the deeds of this page, and notice those of others that no message told of. */
export function startChanges() {
  document.addEventListener("board:changed", onBoardChanged);
  document.addEventListener("shot:saved", onShotSaved);
  document.addEventListener("deeds:done", () => { if (owed.size) payOwed(); });
  document.addEventListener("htmx:beforeSwap", holdSwap);
  document.addEventListener("toggle", onToggle, true);
  document.addEventListener("htmx:afterSettle", onSettled);
  markInspected();
}
