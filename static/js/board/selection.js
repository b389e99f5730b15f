// Many shots at once. What is selected is what is ticked: the boxes belong to the form #many, with scripts and without.
import { announce } from "../toasts.js";
import { parseRate, timecode } from "../timecode.js";
import { between, cardAt, cardOf, cardsIn, edge, keyOf, sceneOf } from "./cards.js";
import { words } from "./words.js";

const chosen = new Set();
let anchor = "";

const bar = () => document.getElementById("many");
const boxIn = (card) => card.querySelector(".mark");

/** Return how many shots are selected. */
export function howMany() {
  return chosen.size;
}

/** Return whether the shot `key` is selected. */
export function isSelected(key) {
  return chosen.has(key);
}

/** Return the keys of the selected shots, in the order of the board. */
export function selectedKeys() {
  if (!chosen.size) return [];
  return [...document.querySelectorAll(".panels .mark:checked")].map((box) => box.value);
}

/** Return the keys that a deed at `card` is about: the whole selection when the card is in it, else the card alone. */
export function keysAt(card) {
  return isSelected(keyOf(card)) ? selectedKeys() : [keyOf(card)];
}

function tick(card, on) {
  boxIn(card).checked = on;
  if (on) chosen.add(keyOf(card));
  else chosen.delete(keyOf(card));
}

function untickAll() {
  for (const key of chosen) {
    const card = cardAt(key);
    if (card) boxIn(card).checked = false;
  }
  chosen.clear();
}

/** Take the shots out of the selection. */
export function deselect(keys) {
  if (!keys.some(isSelected)) return;
  for (const key of keys) tick(cardAt(key), false);
  show();
}

function framesOf(keys) {
  let frames = 0;
  for (const key of keys) frames += Number(boxIn(cardAt(key)).dataset.frames);
  return frames;
}

function show() {
  const form = bar();
  form.classList.toggle("on", chosen.size > 0);
  form.querySelector("[data-count]").textContent = words("selected", { count: chosen.size });
  form.querySelector("[data-length]").textContent = timecode(framesOf(chosen), parseRate(form.dataset.rate));
  for (const button of form.querySelectorAll("[data-at-least]")) button.disabled = chosen.size < Number(button.dataset.atLeast);
}

function tell() {
  show();
  announce(chosen.size ? words("selected", { count: chosen.size }) : words("noneSelected"));
}

/** Add the card to the selection, or take it out. */
export function toggle(card) {
  tick(card, !isSelected(keyOf(card)));
  anchor = keyOf(card);
  tell();
}

/** Select from where the selection began to `card`, and nothing else; `from` is where it begins if it has not yet. */
export function selectTo(card, from = card) {
  if (!chosen.size || !cardAt(anchor)) anchor = keyOf(from);
  untickAll();
  for (const one of between(cardAt(anchor), card)) tick(one, true);
  tell();
}

function selectCards(cards) {
  untickAll();
  for (const card of cards) tick(card, true);
  anchor = keyOf(cards[0]);
  tell();
}

/** Select the scene of `card`; when that is selected already, the whole board. */
export function selectAll(card) {
  const scene = cardsIn(sceneOf(card));
  const whole = chosen.size === scene.length && scene.every((one) => isSelected(keyOf(one)));
  selectCards(whole ? between(edge(1), edge(-1)) : scene);
}

/** Select nothing, and leave the mode in which a tap selects. */
export function clearSelection() {
  untickAll();
  setMode(false);
  tell();
}

function panels() {
  return document.querySelector(".panels");
}

/** Return whether a tap on a card selects it. */
export function selecting() {
  return document.body.classList.contains("selecting");
}

function setMode(on) {
  document.body.classList.toggle("selecting", on);
  for (const button of document.querySelectorAll("[data-select-mode]")) button.setAttribute("aria-pressed", String(on));
}

function onPicture(event, card) {
  if (event.ctrlKey || event.metaKey || (selecting() && !event.shiftKey)) toggle(card);
  else if (event.shiftKey) selectTo(card);
  else return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

function onBox(event, card) {
  if (event.shiftKey && chosen.size) selectTo(card);
  else toggle(card);
}

function onClick(event) {
  const { target } = event;
  const card = cardOf(target);
  if (card && target.closest(".picture")) onPicture(event, card);
  else if (card && target.matches(".mark")) onBox(event, card);
  else if (target.closest("[data-select-mode]")) setMode(!selecting());
  else if (target.closest("[data-clear-selection]")) clearSelection();
}

// A row of text is not what somebody wants who holds Shift and clicks on a second card.
function onMouseDown(event) {
  if (event.shiftKey && cardOf(event.target)) event.preventDefault();
}

/** What is fetched again comes without ticks; what is gone is no longer selected. */
export function forgetGone() {
  if (!chosen.size) return;
  for (const key of [...chosen]) {
    const card = cardAt(key);
    if (card) boxIn(card).checked = true;
    else chosen.delete(key);
  }
  show();
}

function onSwap({ target }) {
  if (target.matches?.(".panels, .scene, article.shot")) forgetGone();
}

/** Let cards be selected by pointer, and keep the selection over everything that is fetched again. */
export function startSelection() {
  if (!bar() || !panels()) return;
  for (const box of bar().elements) if (box.matches(".mark")) box.checked = false;
  document.addEventListener("click", onClick, true);
  document.addEventListener("mousedown", onMouseDown);
  document.addEventListener("htmx:afterSwap", onSwap);
  show();
}
