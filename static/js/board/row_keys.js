// Keys on a shot of the shot list or of the timeline do what they do on its card: it moves, is added to, copied, deleted.
import { announce, toast } from "../toasts.js";
import * as deeds from "./deeds.js";
import { works } from "./key_switch.js";
import { move, remember } from "./moving.js";
import { words } from "./words.js";

const BUSY = "input:not([type=checkbox]), textarea, select, dialog, [contenteditable], .editing, .clash, details.menu[open]";

const lists = () => [...document.querySelectorAll(".board [data-scene]")];
const itemAt = (key) => document.getElementById(`shot-${key}`);
const shotsIn = (list) => [...list.querySelectorAll(":scope > [data-shot]")];

// What a scene's shots stand behind: the row of its slugline, or nothing.
const headOf = (list) => list.querySelector(":scope > .slug");

function beside(item, step) {
  const next = (one) => (step < 0 ? one.previousElementSibling : one.nextElementSibling);
  let other = next(item);
  while (other && other.dataset.shot === undefined) other = next(other);
  return other;
}

// In another order than the film's nobody can say where a shot comes to stand.
function sceneOf(item) {
  if (item.parentElement.dataset.scene !== undefined) return item.parentElement;
  announce(words("otherOrder"));
  return null;
}

function toList(items, list, step) {
  if (!list) return announce(words("atTheEnd"));
  return move(items, list, step > 0 ? headOf(list) : shotsIn(list).at(-1) ?? headOf(list));
}

function listBeside(list, step) {
  const all = lists();
  return all[all.indexOf(list) + step];
}

/** Move shots as one piece to the scene before (-1) or after (1). */
export function toScene(step) {
  return (keys) => {
    const items = keys.map(itemAt);
    const list = sceneOf(items[0]);
    return list && toList(items, listBeside(list, step), step);
  };
}

/** Move shots as one piece by one place, and over the edge of the scene. */
export function nudge(step) {
  return (keys) => {
    const items = keys.map(itemAt);
    const edge = step < 0 ? items[0] : items.at(-1);
    const list = sceneOf(edge);
    if (!list) return undefined;
    const other = beside(edge, step);
    if (!other) return toList(items, listBeside(list, step), step);
    return move(items, list, step > 0 ? other : beside(other, -1) ?? headOf(list));
  };
}

/** Add a shot `after` or `before` the first of the shots. */
export function add(where) {
  return ([key]) => {
    const list = sceneOf(itemAt(key));
    if (list) deeds.addShot(list.dataset.scene, { [where]: key });
  };
}

/** Make one shot of several, or of one and the next in its scene. */
export function merge(keys) {
  const next = keys.length > 1 ? null : beside(itemAt(keys[0]), 1)?.dataset.shot;
  if (keys.length < 2 && !next) return announce(words("nothingToMerge"));
  return deeds.merge(next ? [...keys, next] : keys);
}

// The first that stays behind those that go, or else the last before them.
function staying(items) {
  const all = [...document.querySelectorAll(".board [data-shot]")];
  const stays = (item) => !items.includes(item);
  const at = all.indexOf(items.at(-1));
  return all.slice(at).find(stays) ?? all.slice(0, at).findLast(stays);
}

/** Return the deed that puts shots into the trash; `focus` is given the shot that stays. */
export function removing(focus) {
  return async (keys) => {
    const items = keys.map(itemAt);
    const goBack = remember(items);
    const next = staying(items);
    for (const item of items) item.remove();
    if (next) focus(next);
    if (await deeds.sendMany("delete", keys)) return;
    goBack();
    toast(words("notRemoved"), "failed");
  };
}

function nameOf(event) {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return [event.altKey && "Alt+", event.shiftKey && "Shift+", key].filter(Boolean).join("");
}

/** Listen for the keys of `onShot`, on the link to the shot, and of `inRow`, anywhere in it; `keysAt` says which shots a deed is about. */
export function startRowKeys({ onShot, inRow, keysAt }) {
  if (!deeds.mayEdit()) return;
  document.addEventListener("keydown", (event) => {
    const item = event.target.closest?.(".board [data-shot]");
    if (!item || event.ctrlKey || event.metaKey || event.target.closest(BUSY)) return;
    const name = nameOf(event);
    const deed = inRow[name] ?? (event.target.matches(".picture") ? onShot[name] : undefined);
    if (!deed || !works(name)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    deed(keysAt(item.dataset.shot));
  }, true);
}
