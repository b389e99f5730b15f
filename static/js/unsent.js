// Drafts of shots that are not open: they are delivered without their page, and what cannot be is shown.
import { draftsOf, keepTold, throwAway, writerIsGone } from "./drafts.js";
import { setSeen, toldIn, write } from "./board/fields.js";
import { tidy } from "./board/lines.js";

const parts = () => document.getElementById("unsent-parts");
const token = () => document.querySelector('meta[name="csrf-token"]').content;
// What was typed into a cell of the shot list (cell_drafts.js); only the list itself has that module at hand.
const isOfCell = ({ form }) => form === "cell";
let delivering = Promise.resolve();

function isOpen(draft) {
  if (isOfCell(draft)) return document.querySelector(`tr#shot-${draft.shot} > [data-column="${draft.field}"]`) !== null;
  return document.getElementById(`${draft.form}-${draft.shot}`) !== null;
}

function waiting() {
  return draftsOf().filter((draft) => !isOpen(draft));
}

async function formsOf(shot, part) {
  const answer = await fetch(part, { headers: { "HX-Request": "true" } });
  if (!answer.ok || answer.headers.has("HX-Redirect")) return null;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  tidy(page);
  return (name) => page.getElementById(`${name}-${shot}`);
}

async function post(form) {
  const headers = { "X-CSRFToken": token(), "HX-Request": "true" };
  const answer = await fetch(form.getAttribute("action"), { method: "POST", body: new URLSearchParams(new FormData(form)), headers });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const theirs = JSON.parse(page.querySelector('[name="theirs"]')?.value || "{}");
  const taken = (answer.ok && !answer.headers.has("HX-Redirect")) || (answer.status === 409 && Object.keys(theirs).length > 0);
  return { taken, open: new Set(Object.keys(theirs)), region: page.body };
}

// The newest of a field goes along; an older one of the same field stays until somebody looks at it.
function newest(drafts) {
  return [...new Map(drafts.map((draft) => [draft.field, draft])).values()];
}

async function deliverForm(form, drafts) {
  for (const draft of drafts) {
    setSeen(form, draft.field, draft.seen);
    write(form, draft.field, draft.value);
  }
  const { taken, open, region } = await post(form);
  if (!taken) return;
  for (const draft of drafts) {
    if (open.has(draft.field)) keepTold(draft, toldIn(region, draft.field));
    else throwAway(draft);
  }
  document.dispatchEvent(new CustomEvent("shot:saved", { detail: { shot: Number(drafts[0].shot) } }));
}

async function deliverShot(drafts) {
  await Promise.all(drafts.map(writerIsGone));
  const [{ shot }] = drafts;
  // A conflict waits for its person, who decides it where the shot is open.
  const still = waiting().filter((draft) => draft.shot === shot && !draft.told);
  await deliverCells(newest(still.filter(isOfCell)));
  await deliverForms(shot, still.filter((draft) => !isOfCell(draft)));
}

async function deliverCells(drafts) {
  if (!drafts.length) return;
  const { deliverCell } = await import("./board/cell_drafts.js");
  for (const draft of drafts) await deliverCell(draft);
}

async function deliverForms(shot, drafts) {
  const find = drafts.length ? await formsOf(shot, drafts[0].part) : null;
  for (const [name, own] of Object.entries(Object.groupBy(drafts, (draft) => draft.form))) {
    const form = find?.(name);
    if (form) await deliverForm(form, newest(own));
  }
}

async function deliverAllOnce() {
  const byShot = Object.groupBy(waiting(), (draft) => draft.shot);
  for (const drafts of Object.values(byShot)) {
    try {
      await deliverShot(drafts);
    } catch (error) {
      console.warn("A draft was not delivered:", error);
    }
  }
  show();
}

/** Deliver the drafts of shots that are not open, one after the other; say how many are left. */
export function deliverAll() {
  show();
  delivering = delivering.then(deliverAllOnce);
  return delivering;
}

function show() {
  document.getElementById("unsent")?.remove();
  const count = waiting().length;
  if (!count || !parts()) return;
  const notice = parts().content.querySelector("#unsent").cloneNode(true);
  notice.querySelector("p").textContent = parts().dataset.count.replace("{count}", count);
  notice.querySelector("button").addEventListener("click", look);
  document.getElementById("toasts").append(notice);
}

function textOf(draft) {
  if (isOfCell(draft)) return draft.value.words;
  if (draft.field === "dialogue") return draft.value.map((line) => `${line.speaker}: ${line.text}`).join("\n");
  return Object.values(draft.value).flat().join(", ");
}

function item(draft, mould) {
  const row = mould.cloneNode(true);
  row.querySelector("[data-what]").textContent = `${draft.label}: ${draft.words}`;
  row.querySelector("[data-text]").textContent = textOf(draft);
  row.querySelector("a").href = draft.url;
  row.querySelector("button").addEventListener("click", () => {
    throwAway(draft);
    row.remove();
    show();
  });
  return row;
}

function look() {
  document.getElementById("unsent-list")?.remove();
  const dialog = parts().content.querySelector("dialog").cloneNode(true);
  const list = dialog.querySelector("ul");
  const mould = list.firstElementChild;
  list.replaceChildren(...waiting().map((draft) => item(draft, mould)));
  document.body.append(dialog);
  dialog.showModal();
}

addEventListener("online", deliverAll);
document.addEventListener("htmx:load", show);
