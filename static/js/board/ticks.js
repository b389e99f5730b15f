// Many rows at once: what is ticked belongs to the form #many, with scripts and without.
import { announce } from "../toasts.js";
import { parseRate, timecode } from "../timecode.js";
import { cellOf, rowOf, table } from "./grid.js";
import { words } from "./words.js";

const chosen = new Set();
let anchor = "";

const bar = () => document.getElementById("many");
const boxes = () => [...table().querySelectorAll(".mark")];

/** Return the keys that a deed at the shot `key` is about: all that are ticked when it is, in their order, else itself. */
export function keysAt(key) {
  return chosen.has(key) ? boxes().filter((box) => box.checked).map(({ value }) => value) : [key];
}

function tick(box, on) {
  box.checked = on;
  if (on) chosen.add(box.value);
  else chosen.delete(box.value);
}

function showAll() {
  const all = document.getElementById("mark-all");
  if (!all) return;
  all.hidden = false;
  all.checked = chosen.size > 0 && chosen.size === boxes().length;
  all.indeterminate = chosen.size > 0 && !all.checked;
}

function show() {
  const form = bar();
  const ticked = boxes().filter((box) => box.checked);
  const frames = ticked.reduce((sum, box) => sum + Number(box.dataset.frames), 0);
  form.classList.toggle("on", chosen.size > 0);
  form.querySelector("[data-count]").textContent = words("selected", { count: chosen.size });
  form.querySelector("[data-length]").textContent = timecode(frames, parseRate(form.dataset.rate));
  for (const button of form.querySelectorAll("[data-at-least]")) button.disabled = chosen.size < Number(button.dataset.atLeast);
  showAll();
}

function tell() {
  show();
  announce(chosen.size ? words("selected", { count: chosen.size }) : words("noneSelected"));
}

// From the box that was ticked last to this one, all become what this one is.
function tickTo(box, on) {
  const all = boxes();
  const ends = [all.findIndex(({ value }) => value === anchor), all.indexOf(box)].sort((one, other) => one - other);
  for (const between of all.slice(Math.max(ends[0], 0), ends[1] + 1)) tick(between, on);
}

function tickOne(box, on, withShift) {
  if (withShift && anchor) tickTo(box, on);
  else tick(box, on);
  anchor = box.value;
  tell();
}

function tickAll(on) {
  for (const box of boxes()) tick(box, on);
  tell();
}

function onClick(event) {
  const { target } = event;
  if (target.matches(".shot-list .mark")) tickOne(target, target.checked, event.shiftKey);
  else if (target.id === "mark-all") tickAll(target.checked);
  else if (target.closest("[data-clear-selection]")) tickAll(false);
}

// Space ticks the row wherever one stands in it; Control with A ticks all that are shown; Escape ticks nothing.
function onKey(event) {
  const cell = cellOf(event.target);
  if (!cell || cell.closest(".editing, .clash")) return;
  const box = cell.parentElement.querySelector(".mark");
  if (event.key === " " && box && event.target === cell) tickOne(box, !box.checked, event.shiftKey);
  else if (event.key.toLowerCase() === "a" && (event.ctrlKey || event.metaKey)) tickAll(chosen.size < boxes().length);
  else if (event.key === "Escape" && chosen.size) tickAll(false);
  else return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

// What is fetched again comes without ticks; what is not shown any more is not ticked either.
function tickAgain({ target }) {
  if (!chosen.size || !target.matches?.("table.shot-list, tr.entry")) return;
  for (const key of [...chosen]) {
    const box = rowOf(key)?.querySelector(".mark");
    if (box) box.checked = true;
    else chosen.delete(key);
  }
  show();
}

/** Let rows be ticked, one by one or many, and keep the ticks over everything that is fetched again. */
export function startTicks() {
  if (!bar()) return;
  for (const box of boxes()) box.checked = false;
  document.addEventListener("click", onClick);
  document.addEventListener("keydown", onKey, true);
  document.addEventListener("htmx:afterSwap", tickAgain);
  show();
}
