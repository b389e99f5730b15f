// What was typed into cells is sent by itself; it is kept on this device until the studio has taken it (cell_drafts.js).
import { pause, resume } from "../renewing.js";
import { toast } from "../toasts.js";
import { cellUrl, dropCell, keepCell, postCell, takeOverCells } from "./cell_drafts.js";
import { cellIn, rowOf, table } from "./grid.js";

const RETRY_MS = 5000;
// By shot and column: what somebody typed, what they saw before, and what the studio said to it.
const drafts = new Map();
const queues = new Map();
// What this device had no room for.
const unkept = new Set();

const words = () => document.getElementById("editors").dataset;
const keyOf = (cell) => `${cell.parentElement.dataset.shot}:${cell.dataset.column}`;

/** Return what is typed into a cell but not yet saved, or undefined. */
export function draftOf(cell) {
  return drafts.get(keyOf(cell));
}

/** Return what the cell holds, as the studio knows it. */
export function heldIn(cell) {
  return cell.dataset.value ?? cell.textContent;
}

function cellOfKey(key) {
  const [shot, column] = key.split(":");
  return cellIn(rowOf(shot), column);
}

function say(text) {
  const line = document.getElementById("list-saved");
  if (line) line.textContent = text;
}

function post(key, draft) {
  const [shot, column] = key.split(":");
  return postCell(cellUrl(shot), { ...draft, column }, table().dataset.columns);
}

/** Keep on this device what is typed into a cell. */
export function keep(cell, draft) {
  if (keepCell(cell, draft)) return unkept.delete(keyOf(cell));
  say(words().unkept);
  return unkept.add(keyOf(cell));
}

function drop(key) {
  unkept.delete(key);
  dropCell(...key.split(":"));
}

/** What is being typed into the cell does not count; what was typed before, and is not saved yet, still does. */
export function giveUp(cell) {
  const before = draftOf(cell);
  if (before) keep(cell, before);
  else drop(keyOf(cell));
}

function rowIn(html) {
  const holder = document.createElement("template");
  holder.innerHTML = html;
  return holder.content.querySelector("tr");
}

// Cell by cell, so that the focus, and a cell in which somebody types, stay as they are.
function patch(row, fresh) {
  row.className = fresh.className;
  row.dataset.state = fresh.dataset.state;
  [...fresh.cells].forEach((now, index) => {
    const old = row.cells[index];
    if (!now.dataset.column || old.matches(".editing") || drafts.has(keyOf(old))) return;
    if (now.dataset.value !== undefined) old.dataset.value = now.dataset.value;
    if (old.innerHTML !== now.innerHTML) old.replaceChildren(...now.childNodes);
  });
}

function forget(key) {
  drafts.get(key)?.note?.remove();
  drafts.delete(key);
  drop(key);
  cellOfKey(key)?.classList.remove("saving", "unsaved");
  cellOfKey(key)?.removeAttribute("aria-invalid");
}

function sayTaken() {
  const now = new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  say(`${words().saved} ${now}`);
  document.dispatchEvent(new CustomEvent("board:settled"));
}

async function taken(key, draft, response) {
  const fresh = rowIn(await response.text());
  const cell = cellOfKey(key);
  const held = heldIn(cellIn(fresh, key.split(":")[1]));
  const newer = drafts.get(key);
  if (newer === draft) forget(key);
  else newer.seen = held;
  if (cell && newer !== draft) keep(cell, newer);
  if (cell) patch(cell.parentElement, fresh);
  sayTaken();
  document.dispatchEvent(new CustomEvent("cell:saved", { detail: { shot: key.split(":")[0], cell, held } }));
}

// A conflict or nonsense: the studio's note stands under the row, with both texts and what to do.
async function disputed(key, response) {
  const draft = drafts.get(key);
  draft.note?.remove();
  draft.note = rowIn(await response.text());
  show(key);
  say("");
}

function failed(key, text) {
  show(key);
  say(text);
  setTimeout(() => { if (drafts.has(key) && !drafts.get(key).note) enqueue(key); }, RETRY_MS);
}

function refused(key, status) {
  const said = document.getElementById("toasts").dataset;
  show(key);
  say("");
  toast(status === 403 ? said.forbidden : said.gone, "failed");
}

async function send(key) {
  const draft = drafts.get(key);
  if (!draft) return;
  pause();
  try {
    const response = await post(key, draft);
    if (response.ok) await taken(key, draft, response);
    else if (response.status === 409 || response.status === 422) await disputed(key, response);
    else if (response.status === 403 || response.status === 404) refused(key, response.status);
    else failed(key, words().refused);
  } catch (error) {
    console.warn("The cell was not saved:", error);
    failed(key, words().unsaved);
  } finally {
    resume();
  }
}

// Saves of one shot follow each other, so that the later word is the last.
function enqueue(key) {
  const [shot] = key.split(":");
  queues.set(shot, (queues.get(shot) ?? Promise.resolve()).then(() => send(key)));
}

function show(key) {
  const cell = cellOfKey(key);
  const draft = drafts.get(key);
  if (!cell || !draft || cell.matches(".editing")) return;
  cell.textContent = draft.words;
  cell.classList.remove("saving");
  cell.classList.add("unsaved");
  if (!draft.note) return;
  cell.setAttribute("aria-invalid", "true");
  draft.note.cells[0].colSpan = table().rows[0].cells.length;
  cell.parentElement.after(draft.note);
}

/** Show what was typed in the cell at once, keep it, and send it. */
export function save(cell, { values, seen, words: shown }) {
  const key = keyOf(cell);
  drafts.get(key)?.note?.remove();
  drafts.set(key, { values, seen, words: shown });
  keep(cell, drafts.get(key));
  cell.textContent = shown;
  cell.classList.add("saving");
  say(words().saving);
  enqueue(key);
}

/** Settle a dispute: "mine" is sent over theirs, "theirs" forgets what was typed, "again" waits for it. Return the cell. */
export function settle(button) {
  const key = [...drafts.keys()].find((one) => drafts.get(one).note?.contains(button));
  const cell = cellOfKey(key);
  const draft = drafts.get(key);
  if (button.dataset.settle !== "again") draft.note.remove();
  if (button.dataset.settle === "mine") save(cell, { ...draft, seen: button.dataset.seen });
  if (button.dataset.settle === "theirs") {
    forget(key);
    window.htmx.trigger(cell.parentElement, "refresh");
  }
  return cell;
}

function showDrafts({ target }) {
  if (!target.matches?.("table.shot-list, tr.entry")) return;
  for (const key of drafts.keys()) show(key);
}

// Somebody is at work in the cell, or has written something newer there.
function adopt(cell, draft) {
  if (cell.matches(".editing") || draftOf(cell)) return false;
  save(cell, draft);
  return true;
}

function sendAndGo() {
  for (const [key, draft] of drafts) if (!draft.note) post(key, draft).catch(() => {});
}

/** Keep what is not saved over everything that is fetched again and over the end of the page; warn where that is not possible. */
export function startSaves() {
  if (table()?.dataset.cellUrl) takeOverCells(adopt);
  document.addEventListener("htmx:afterSwap", showDrafts);
  addEventListener("pagehide", sendAndGo);
  addEventListener("beforeunload", (event) => { if (unkept.size) event.preventDefault(); });
  addEventListener("online", () => { for (const key of drafts.keys()) if (!drafts.get(key).note) enqueue(key); });
}
