// After a deed the server says which parts look different now; those parts fetch themselves again.
import { pay, renew, waitWhile } from "../renewing.js";
import { busy, focusAtLastDeed } from "./deeds.js";
import { cardAt } from "./cards.js";
import { inspected, markInspected, pick } from "./inspected.js";
import { followOutline, renewScenes } from "./outline.js";
import { currentCard, focusCard } from "./roving.js";
import { forgetGone } from "./selection.js";
import { arrive, nameAwaited, startTypingAhead, typesAhead } from "./typing.js";

// A new or copied shot is picked as soon as its scene shows it.
let wanted = "";
let focusNext = "";
let stale = false;

/** When the coming deed is done, put the focus on `card`. */
export function focusAfterwards(card) {
  focusNext = card?.id ?? "";
}

function settleLater() {
  document.dispatchEvent(new CustomEvent("board:settled"));
}

// A menu that is open stays open: what changes meanwhile is fetched when it is closed.
function hasOpenMenu(part) {
  return part.querySelector("details.menu[open]") !== null;
}

function onToggle({ target }) {
  if (target.matches("details.menu:not([open])")) pay();
}

// Where shots are counted through the whole film, a scene that grew renames all shots behind it.
function isNumberedThrough() {
  return document.querySelector(".panels")?.dataset.numberedThrough !== undefined;
}

function want(shot) {
  wanted = shot;
  nameAwaited(shot);
}

function onBoardChanged({ detail }) {
  stale = true;
  if (detail.shot) want(String(detail.shot));
  // The shot list or the timeline, which are fetched whole; the panels follow the outline.
  if (detail.storyboard) renew(`storyboard-${detail.storyboard}`);
  renew(...(detail.scenes ?? []).map((scene) => `scene-${scene}`));
  if (detail.everything) renewScenes();
  if (detail.storyboard || isNumberedThrough()) renew("figures");
  else settleLater();
}

function onShotSaved({ detail }) {
  renew(`shot-${detail.shot}`);
  settleLater();
}

function isElsewhere() {
  return document.activeElement !== document.body && document.activeElement.id !== focusAtLastDeed();
}

// Who has gone on to something else since the deed is not called back to what came of it.
function hasGoneOn() {
  return isElsewhere() || document.activeElement.closest("#inspector, details.menu[open], dialog[open]") !== null;
}

// Who types into another shot since the deed goes on with that one.
function isTyping() {
  return isElsewhere() && document.activeElement.closest("#inspector") !== null;
}

function pickWanted() {
  // In the shot list and the timeline it may be an empty place at first.
  const card = wanted && document.getElementById(`pick-${wanted}`) && cardAt(wanted);
  if (!card) return;
  if (!isTyping()) open(card);
  wanted = "";
}

function open(card) {
  pick(wanted);
  // What is picked comes fresh; to renew the shot that is still open would race with it.
  stale = false;
  if (!typesAhead() && !hasGoneOn()) focusCard(card);
}

// The inspector shows the shot as it is now, and none that is gone; but nothing happens under the hand that types.
function renewInspector() {
  const shot = inspected();
  if (!stale || !shot || wanted || document.activeElement?.closest?.("#inspector") || document.querySelector("#inspector form.htmx-request")) return;
  if (cardAt(shot)) pick(shot);
  else document.querySelector("#inspector [data-close-inspector]")?.click();
  stale = false;
}

// Whatever message was lost: the panels are brought up to the outline that came with the head.
function onHead({ detail }) {
  if (detail.elt?.id !== "figures" || busy()) return;
  if (!followOutline().length) return;
  forgetGone();
  renewInspector();
  giveFocus();
}

// The focus goes to the shot that a deed left it to; if its own place is gone, to the card that Tab leads to.
function giveFocus() {
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
  onHead(event);
  if (event.detail.elt?.matches?.(".scene, .panels")) giveFocus();
  if (event.target.id === "inspector") arrive(inspected(), event.target.querySelector('textarea[name="action"]'));
}

/** Follow the deeds of this page, and notice those of others that no message told of. */
export function startChanges() {
  document.addEventListener("board:changed", onBoardChanged);
  document.addEventListener("shot:saved", onShotSaved);
  waitWhile(hasOpenMenu);
  document.addEventListener("toggle", onToggle, true);
  startTypingAhead();
  document.addEventListener("live:storyboard", renewScenes);
  document.addEventListener("htmx:afterSettle", onSettled);
  markInspected();
}
