// Keys work on the card that has the focus, never in a field; they can be switched off.
import { announce } from "../toasts.js";
import * as cards from "./cards.js";
import * as deeds from "./deeds.js";
import { startKeySwitch, works } from "./key_switch.js";
import { look } from "./looking.js";
import { move } from "./moving.js";
import { remove } from "./removing.js";
import { focusCard } from "./roving.js";
import * as selection from "./selection.js";
import { menuOf } from "./shot_menu.js";
import { words } from "./words.js";
import { typeAfterwards } from "./typing.js";

const FIELDS = "input:not([type=checkbox]), textarea, select, dialog, [contenteditable], details.menu[open]";

function walk(target) {
  return (card) => focusCard(target(card));
}

function extend(target) {
  return (card) => {
    const goal = target(card);
    if (!goal) return;
    focusCard(goal);
    selection.selectTo(goal, card);
  };
}

const left = (card) => cards.beside(card, -1);
const right = (card) => cards.beside(card, 1);
const above = (card) => cards.across(card, -1);
const below = (card) => cards.across(card, 1);
const first = () => cards.edge(1);
const last = () => cards.edge(-1);
const sceneBefore = (card) => cards.entry(cards.sceneBeside(cards.sceneOf(card), -1), 1) ?? cards.cardsIn(cards.sceneOf(card))[0];
function entryOf(scene) {
  return scene ? cards.entry(scene, 1) : null;
}
const sceneAfter = (card) => entryOf(cards.sceneBeside(cards.sceneOf(card), 1));

function itemsAt(card) {
  return selection.keysAt(card).map((key) => cards.itemOf(cards.cardAt(key)));
}

// One place to the left or right in the scene; what is selected goes along as one piece.
function nudge(step) {
  return (card) => {
    const items = itemsAt(card);
    const end = step < 0 ? items[0].previousElementSibling : items.at(-1).nextElementSibling;
    if (!end?.dataset.shot || end.parentElement !== cards.itemOf(card).parentElement) return announce(words("atTheEnd"));
    return move(items, end.parentElement, step < 0 ? end.previousElementSibling : end);
  };
}

function toScene(step) {
  return (card) => {
    const scene = cards.sceneBeside(cards.sceneOf(card), step);
    if (!scene) return announce(words("atTheEnd"));
    const list = cards.listOf(scene);
    return move(itemsAt(card), list, step > 0 ? null : [...list.querySelectorAll(":scope > [data-shot]")].at(-1) ?? null);
  };
}

function add(where) {
  return (card) => {
    deeds.addShot(cards.listOf(cards.sceneOf(card)).dataset.scene, { [where]: cards.keyOf(card) });
  };
}

function removeAt(card) {
  remove(selection.keysAt(card));
}

function merge(card) {
  const keys = selection.keysAt(card);
  const next = keys.length > 1 ? null : cards.itemOf(card).nextElementSibling?.dataset.shot;
  if (keys.length < 2 && !next) return announce(words("nothingToMerge"));
  return deeds.merge(next ? [...keys, next] : keys);
}

function editScene(where) {
  return (card) => cards.sceneOf(card).querySelector(`.tools a[data-add="${where}"]`)?.click();
}

function playFrom(card) {
  const timeline = document.querySelector("[data-views] a:last-child");
  location.assign(`${new URL(timeline.href).pathname}?play#${card.id}`);
}

const LOOKING = {
  ArrowLeft: walk(left), ArrowRight: walk(right), ArrowUp: walk(above), ArrowDown: walk(below),
  Home: walk(first), End: walk(last), PageUp: walk(sceneBefore), PageDown: walk(sceneAfter),
  " ": look, l: playFrom,
};
const EDITING = {
  "Shift+ArrowLeft": extend(left), "Shift+ArrowRight": extend(right), "Shift+ArrowUp": extend(above), "Shift+ArrowDown": extend(below),
  "Shift+Home": extend(first), "Shift+End": extend(last),
  "Ctrl+a": selection.selectAll, "Ctrl+ ": selection.toggle,
  "Alt+ArrowLeft": nudge(-1), "Alt+ArrowRight": nudge(1), "Alt+ArrowUp": toScene(-1), "Alt+ArrowDown": toScene(1),
  n: add("after"), "Shift+n": add("before"), s: editScene("behind"), "Shift+s": editScene("before"),
  d: (card) => deeds.duplicate(selection.keysAt(card)),
  o: (card) => deeds.omit(selection.keysAt(card)),
  x: removeAt, Delete: removeAt, m: merge,
  p: (card) => menuOf(card).querySelector("a[data-draws]").click(),
};
const ANYWHERE = { "Ctrl+z": deeds.undo, "Ctrl+Shift+z": deeds.redo, "Ctrl+y": deeds.redo };

function nameOf(event) {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const held = [event.ctrlKey || event.metaKey ? "Ctrl+" : "", event.altKey ? "Alt+" : "", event.shiftKey && key !== "?" ? "Shift+" : ""];
  return held.join("") + key;
}

// Space on a box or a button is theirs; on a card it looks at the shot.
function deedFor(name, card, target) {
  if (!card) return undefined;
  if (name === " " && !target.matches(".picture")) return undefined;
  return LOOKING[name] ?? (deeds.mayEdit() ? EDITING[name] : undefined);
}

function onEscape(event) {
  if (!selection.howMany() && !selection.selecting()) return;
  selection.clearSelection();
  event.stopImmediatePropagation();
}

function onKey(event) {
  const name = nameOf(event);
  if (event.target.closest?.(FIELDS) || !works(name)) return;
  if (name === "Escape") onEscape(event);
  if (name === "?") document.getElementById("keys")?.showModal();
  const card = cards.cardOf(event.target);
  if (card && name === "Enter" && event.target.matches(".picture") && !selection.selecting()) typeAfterwards(cards.keyOf(card));
  const anywhere = deeds.mayEdit() ? ANYWHERE[name] : undefined;
  const deed = anywhere ?? deedFor(name, card, event.target);
  if (!deed) return;
  event.preventDefault();
  deed(card);
}

/** Listen to keys, and remember the switch that turns single keys off. */
export function startKeys() {
  startKeySwitch();
  document.addEventListener("keydown", onKey);
}
