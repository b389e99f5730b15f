// Deeds are sent to the studio one after the other; what they changed, the page fetches again (changes.js), and nothing
// before the last of them is done.
import { closeMenuAround } from "../menus.js";
import { pause, resume } from "../renewing.js";
import { cardAt } from "./cards.js";
import { typeAfterwards, typeNowhere } from "./typing.js";

const LONGEST_PICTURE_MS = 100;
let waiting = 0;
let queue = Promise.resolve();
let focused = "";

const desk = () => document.getElementById("deeds");

/** Return whether this person may change the board. */
export function mayEdit() {
  return desk()?.dataset.many !== undefined;
}

/** Return whether a deed is on its way. */
export function busy() {
  return waiting > 0;
}

/** Return the id of what had the focus when the last deed was done. */
export function focusAtLastDeed() {
  return focused;
}

function post(url, values) {
  return new Promise((done) => {
    desk().addEventListener("htmx:afterRequest", ({ detail }) => done(detail.xhr.status >= 200 && detail.xhr.status < 300), { once: true });
    window.htmx.ajax("POST", url, { source: desk(), swap: "none", values }).catch(() => done(false));
  });
}

function finish(done) {
  waiting -= 1;
  resume();
  return done;
}

// A deed that is still on its way would be lost with the page: whoever leaves now is asked first.
addEventListener("beforeunload", (event) => { if (busy()) event.preventDefault(); });

// What a deed changes on the page is seen before its request is made up, which takes a slow machine as long as the picture.
// A page that nobody sees has no pictures.
function pictured() {
  return new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, LONGEST_PICTURE_MS);
  });
}

/** Do `deed` behind the deeds before it; return what it returns, or false when it fails. */
export function inTurn(deed) {
  waiting += 1;
  focused = document.activeElement.id;
  pause();
  queue = queue.then(pictured).then(deed).catch(() => false).then(finish);
  return queue;
}

/** Send a deed behind those before it; return whether it was done. */
export function send(url, values = {}) {
  return inTurn(() => post(url, values));
}

function valuesIn(form, submitter) {
  const values = {};
  for (const [name, value] of new FormData(form, submitter)) (values[name] ??= []).push(value);
  return values;
}

// A form that only does a deed waits its turn like a key does: taken back is what was done last, whatever it was done with.
function onSubmit(event) {
  const { target: form, submitter } = event;
  if (!desk() || !form.matches('form[hx-post][hx-swap="none"]')) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  closeMenuAround(form);
  send(submitter?.getAttribute("formaction") ?? form.getAttribute("hx-post"), valuesIn(form, submitter));
}

function onToastUndo(event) {
  if (!desk()) return;
  event.preventDefault();
  send(event.detail);
}

document.addEventListener("submit", onSubmit, true);
document.addEventListener("toast:undo", onToastUndo);

/** Do something with all shots of `keys`. */
export function sendMany(deed, keys, values = {}) {
  return send(desk().dataset.many, { do: deed, shot: keys, ...values });
}

/** Copy the shots; a single copy is picked when it is there. */
export function duplicate(keys) {
  return keys.length > 1 ? sendMany("duplicate", keys) : send(desk().dataset.duplicate.replace("/0/", `/${keys[0]}/`));
}

function markOmitted(keys, omitted) {
  for (const key of keys) cardAt(key)?.classList.toggle("omitted", omitted);
}

/** Leave the shots out of the film, or take them in again when the first one is out; that is seen at once. */
export async function omit(keys) {
  const omitted = !cardAt(keys[0]).classList.contains("omitted");
  const before = keys.filter((key) => cardAt(key)?.classList.contains("omitted"));
  markOmitted(keys, omitted);
  if (await sendMany(omitted ? "omit" : "keep", keys)) return;
  markOmitted(keys, false);
  markOmitted(before, true);
}

/** Make one shot of several. */
export function merge(keys) {
  return sendMany("merge", keys);
}

/** Add a shot to the scene of this key, `{ after: key }` or `{ before: key }`, in which one types as soon as it is there. */
export async function addShot(scene, beside) {
  typeAfterwards();
  if (!await send(desk().dataset.add.replace("/0/", `/${scene}/`), beside)) typeNowhere();
}

/** Take the last deed back. */
export function undo() {
  return send(desk().dataset.undo);
}

/** Do again what was taken back. */
export function redo() {
  return send(desk().dataset.redo);
}
