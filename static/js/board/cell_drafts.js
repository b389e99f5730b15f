// What is typed into the cells of the shot list is kept on this device at every key, like what is typed into the inspector:
// it is delivered from any page, and stands in its cell again where the list is open.
import { draftsOf, dropDraft, isOwn, keepDraft, throwAway, writerIsGone } from "../drafts.js";
import { cellIn, rowOf, table } from "./grid.js";

const FORM = "cell";
const TIMEOUT_MS = 15000;
// Browsers carry no more than 64 KiB beyond the end of a page.
const MOST_BEYOND = 60_000;

/** Return the address to which the cells of a shot are sent. */
export function cellUrl(shot) {
  return table().dataset.cellUrl.replace("/0/", `/${shot}/`);
}

/** Send what was typed into a cell: `values`, `column`, and what was `seen` there; return the answer. */
export function postCell(url, { values, column, seen }, columns = "") {
  const body = new URLSearchParams([...values, ["column", column], ["seen", seen], ["columns", columns]]);
  const token = document.querySelector('meta[name="csrf-token"]').content;
  const keepalive = body.toString().length < MOST_BEYOND;
  return fetch(url, { method: "POST", body, keepalive, headers: { "X-CSRFToken": token }, signal: AbortSignal.timeout(TIMEOUT_MS) });
}

function ownerOf(cell) {
  const { shot } = cell.parentElement.dataset;
  const words = table().querySelector(`[data-head="${cell.dataset.column}"]`)?.textContent.trim() ?? cell.dataset.column;
  const label = cell.parentElement.querySelector(".picture").getAttribute("aria-label");
  return { shot, form: FORM, part: cellUrl(shot), url: `${location.pathname}?shot=${shot}#shot-${shot}`, label, words };
}

/** Keep what is typed into a cell; return whether there was room. */
export function keepCell(cell, { values, seen, words }) {
  return keepDraft(ownerOf(cell), cell.dataset.column, { values, words }, seen);
}

/** Forget what this page kept of a cell. */
export function dropCell(shot, column) {
  dropDraft({ shot, form: FORM }, column);
}

// Null where this page does not show it.
function cellOfDraft(draft) {
  return draft.form === FORM && table() ? cellIn(rowOf(draft.shot), draft.field) : null;
}

/** Deliver a draft without its cell; it is thrown away when the studio has taken it. */
export async function deliverCell(draft) {
  const answer = await postCell(draft.part, { values: draft.value.values, column: draft.field, seen: draft.seen });
  if (!answer.ok || answer.redirected) return;
  throwAway(draft);
  document.dispatchEvent(new CustomEvent("shot:saved", { detail: { shot: Number(draft.shot) } }));
}

async function takeOver(draft, adopt) {
  await writerIsGone(draft);
  const cell = draftsOf(draft.shot).some(({ key }) => key === draft.key) ? cellOfDraft(draft) : null;
  if (!cell || !adopt(cell, { values: draft.value.values, words: draft.value.words, seen: draft.seen })) return;
  if (!isOwn(draft)) throwAway(draft);
}

/** Hand to `adopt` what earlier pages did not get to the studio, the newest first, with its cell; true says it was taken. */
export function takeOverCells(adopt) {
  for (const draft of draftsOf().reverse()) if (cellOfDraft(draft)) takeOver(draft, adopt);
}
