// Forms that save by themselves. What is typed is kept on this device until the studio has it, and never replaced.
import { deliverAll } from "../unsent.js";
import { draftsOf, dropDraft, isOwn, keepDraft, keepTold, throwAway, writerIsGone } from "../drafts.js";
import { fieldOf, read, seenIn, setSeen, toldIn, wordsFor, write } from "./fields.js";

const RETRY_MS = 5000;
const FORM = "form[data-autosave]";
// What was typed into each form and is not saved yet: field → the value as text.
const unsaved = new Map();
const sent = new WeakMap();
const waiters = new WeakMap();
// What the studio has answered with a conflict that nobody has decided yet: field → the value as text.
const contested = new WeakMap();
const decisions = new WeakMap();
// Where the page is being left, nobody knows whether the next one was made before or after the last save.
let leaving = false;

// A control inside of a form may belong to another one.
function formOf(element) {
  return element?.form?.matches(FORM) ? element.form : null;
}

/** Return whose drafts the drafts of a form are. */
export function ownerOf(form) {
  const { shot, label } = form.dataset;
  return { shot, label, form: form.id.replace(`-${shot}`, ""), part: form.dataset.part, url: form.dataset.page };
}

function regionOf(form) {
  return document.querySelector(form.getAttribute("hx-target"));
}

function say(form, words) {
  const region = regionOf(form);
  if (!region) return;
  let line = region.querySelector(":scope > .words");
  if (!line) {
    line = document.createElement("span");
    line.className = "words";
    region.append(line);
  }
  line.textContent = words;
}

function keep(form, field, value) {
  const owner = { ...ownerOf(form), words: wordsFor(form, field) };
  if (keepDraft(owner, field, value, seenIn(form)[field])) return;
  form.dataset.unsafe = "yes";
  say(form, form.dataset.unkept);
}

/** Remember that a field was changed by its person. */
export function note(form, field) {
  const value = read(form, field);
  if (!unsaved.has(form)) unsaved.set(form, new Map());
  unsaved.get(form).set(field, JSON.stringify(value));
  keep(form, field, value);
  if (!navigator.onLine) say(form, form.dataset.offline);
}

function onInput(event) {
  leaving = false;
  const form = formOf(event.target);
  const field = form && fieldOf(event.target);
  if (field) note(form, field);
}

function forget(form, field) {
  unsaved.get(form)?.delete(field);
  if (!leaving) dropDraft(ownerOf(form), field);
  if (!unsaved.get(form)?.size) unsaved.delete(form);
}

function contest(form, field, told) {
  if (!contested.has(form)) contested.set(form, new Map());
  contested.get(form).set(field, unsaved.get(form).get(field));
  keepTold({ ...ownerOf(form), field }, told);
}

// A conflict is not sent again by itself: nobody has decided it.
function hasNews(form) {
  return [...unsaved.get(form)].some(([field, value]) => contested.get(form)?.get(field) !== value);
}

// Saved is what was sent; what was typed since then builds on it.
function settle(form, stillOpen) {
  for (const [field, value] of sent.get(form) ?? []) {
    const now = unsaved.get(form)?.get(field);
    if (now === value && stillOpen.has(field)) contest(form, field, toldIn(regionOf(form), field));
    else if (now === value) forget(form, field);
    else if (now && !stillOpen.has(field)) keep(form, field, JSON.parse(now));
  }
}

function openFields(form) {
  return new Set(Object.keys(JSON.parse(form.elements.namedItem("theirs")?.value || "{}")));
}

// A choice is an input and a change: what was saved by the one is not sent again by the other.
function isIdle(event) {
  return ["input", "change"].includes(event.detail.requestConfig.triggeringEvent?.type) && !unsaved.has(event.detail.elt) && !decisions.has(event.detail.elt);
}

function onBeforeRequest(event) {
  const form = event.detail.elt;
  if (!form.matches?.(FORM)) return;
  if (isIdle(event)) return event.preventDefault();
  decisions.delete(form);
  sent.set(form, new Map(unsaved.get(form) ?? []));
  if (unsaved.has(form)) say(form, form.dataset.saving);
}

// A conflict is decided by its button, for the text that stood beside it: whatever is shown when the request goes.
function onDecision(event) {
  const button = event.target.closest?.('button[name="settle"]');
  const form = button && formOf(button);
  if (!form) return;
  event.preventDefault();
  decisions.set(form, { settle: button.value, theirs: form.elements.namedItem("theirs").value });
  save(form);
}

function onConfig({ detail: { elt: form, formData } }) {
  if (!form.matches?.(FORM)) return;
  formData.delete("settle");
  for (const [name, value] of Object.entries(decisions.get(form) ?? {})) formData.set(name, value);
}

function onAfterRequest({ detail: { elt: form, xhr } }) {
  if (!form.matches?.(FORM)) return;
  const isAnswer = !xhr.getResponseHeader("HX-Redirect");
  if (isAnswer && xhr.status >= 200 && xhr.status < 300) settle(form, new Set());
  else if (isAnswer && xhr.status === 409 && openFields(form).size) settle(form, openFields(form));
  else if (xhr.status === 0 || xhr.status >= 500 || xhr.status === 429) keepTrying(form, form.dataset.offline);
  else if (xhr.status === 403 || xhr.status === 404) say(form, form.dataset.refused);
  for (const done of waiters.get(form) ?? []) done(xhr.status >= 200 && xhr.status < 300);
  waiters.delete(form);
}

function keepTrying(form, words) {
  if (unsaved.has(form) && !form.dataset.unsafe) say(form, words);
  setTimeout(() => { if (unsaved.has(form) && form.isConnected) save(form); }, RETRY_MS);
}

function save(form) {
  window.htmx.trigger(form, "submit");
}

/** Save a form now; resolve to whether the studio has everything that stands in it. */
export function saved(form) {
  if (!unsaved.has(form)) return Promise.resolve(true);
  return new Promise((done) => {
    waiters.set(form, [...(waiters.get(form) ?? []), done]);
    save(form);
  });
}

function saveAll() {
  for (const form of unsaved.keys()) if (form.isConnected && hasNews(form)) save(form);
}

// The page goes away: what is not saved is sent along without waiting for an answer; its draft stays until it is seen.
function sendAndGo() {
  for (const form of unsaved.keys()) {
    const headers = { "X-CSRFToken": document.querySelector('meta[name="csrf-token"]').content, "HX-Request": "true" };
    const body = new URLSearchParams(new FormData(form));
    if (form.isConnected && hasNews(form)) fetch(form.getAttribute("action"), { method: "POST", body, headers, keepalive: true }).catch(() => {});
  }
}

/** Forms that are no longer on the page: what they still held is delivered without them. */
export function letGo() {
  const gone = [...unsaved.keys()].filter((form) => !form.isConnected);
  for (const form of gone) unsaved.delete(form);
  if (gone.length) deliverAll();
}

// As it was told, as long as the studio still has what they wrote.
function tellAgain(form, field, told) {
  contest(form, field, told);
  const region = regionOf(form);
  if (region.querySelector('[name="theirs"]')) return;
  region.replaceChildren(region.querySelector('[name="seen"]'));
  region.insertAdjacentHTML("beforeend", told.html);
}

async function takeOver(form, draft) {
  await writerIsGone(draft);
  const now = draftsOf(draft.shot).find(({ key }) => key === draft.key);
  if (!now || !form.isConnected || unsaved.get(form)?.has(draft.field)) return;
  const isTold = now.told?.theirs === JSON.stringify(seenIn(form)[draft.field]);
  setSeen(form, draft.field, now.seen);
  write(form, draft.field, now.value);
  if (!isOwn(draft)) throwAway(draft);
  note(form, draft.field);
  if (isTold) return tellAgain(form, draft.field, now.told);
  say(form, form.dataset.restored);
  save(form);
}

/** Put back into a form what an earlier page, or an earlier visit, did not get to the studio. */
export function restore(form) {
  const { shot, form: name } = ownerOf(form);
  // The newest first: an older one of the same field stays what it is until somebody looks at it.
  for (const draft of draftsOf(shot).reverse()) if (draft.form === name) takeOver(form, draft);
}

function restoreIn(root) {
  if (root.matches?.(FORM)) restore(root);
  for (const form of root.querySelectorAll?.(FORM) ?? []) restore(form);
}

function differs(control) {
  if (control.type === "checkbox" || control.type === "radio") return control.checked !== control.defaultChecked;
  if (control.options) return control.selectedIndex !== Math.max(0, [...control.options].findIndex((option) => option.defaultSelected));
  return control.value !== control.defaultValue;
}

// Who began to type before the scripts were there is heard now. Without the focus it is a browser that filled something in.
function noteWhatCameEarly() {
  const form = formOf(document.activeElement);
  const early = new Set([...(form?.elements ?? [])].filter(differs).map(fieldOf));
  early.delete("");
  for (const field of early) note(form, field);
  if (early.size) save(form);
}

/** Save while one types, keep what the studio does not have, and try until it has it. */
export function startAutosave() {
  document.addEventListener("input", onInput);
  document.addEventListener("DOMContentLoaded", noteWhatCameEarly, { once: true });
  document.addEventListener("click", onDecision);
  document.addEventListener("htmx:configRequest", onConfig);
  document.addEventListener("htmx:beforeRequest", onBeforeRequest);
  document.addEventListener("htmx:afterRequest", onAfterRequest);
  document.addEventListener("htmx:afterSwap", letGo);
  document.addEventListener("htmx:load", (event) => restoreIn(event.detail.elt));
  document.addEventListener("visibilitychange", () => { if (document.hidden) saveAll(); });
  // What was settled is forgotten before the page comes anew with what the studio has.
  document.addEventListener("element:decided", () => setTimeout(() => location.reload()));
  addEventListener("pagehide", sendAndGo);
  addEventListener("online", saveAll);
  addEventListener("beforeunload", (event) => {
    leaving = true;
    if ([...unsaved.keys()].some((form) => form.dataset.unsafe)) event.preventDefault();
  });
}
