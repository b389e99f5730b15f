// Deeds are sent to the studio one after the other; what they changed, the page fetches again (changes.js).
import { cardAt } from "./cards.js";
import { menuOf } from "./shot_menu.js";

let waiting = 0;
let queue = Promise.resolve();

const desk = () => document.getElementById("deeds");

/** Return whether this person may change the board. */
export function mayEdit() {
  return desk()?.dataset.many !== undefined;
}

/** Return whether a deed is on its way. */
export function busy() {
  return waiting > 0;
}

function post(url, values) {
  return new Promise((done) => {
    desk().addEventListener("htmx:afterRequest", ({ detail }) => done(detail.xhr.status >= 200 && detail.xhr.status < 300), { once: true });
    window.htmx.ajax("POST", url, { source: desk(), swap: "none", values }).catch(() => done(false));
  });
}

async function next(url, values) {
  const done = await post(url, values);
  waiting -= 1;
  if (!waiting) document.dispatchEvent(new CustomEvent("deeds:done"));
  return done;
}

// A deed that is still on its way would be lost with the page: whoever leaves now is asked first.
addEventListener("beforeunload", (event) => { if (busy()) event.preventDefault(); });

/** Send a deed behind those before it; return whether it was done. */
export function send(url, values = {}) {
  waiting += 1;
  queue = queue.then(() => next(url, values));
  return queue;
}

/** Do something with all shots of `keys`. */
export function sendMany(deed, keys, values = {}) {
  return send(desk().dataset.many, { do: deed, shot: keys, ...values });
}

/** Copy the shots; a single copy is picked when it is there. */
export function duplicate(keys) {
  return keys.length > 1 ? sendMany("duplicate", keys) : send(buttonOf(keys[0], "/duplicate/").formAction);
}

function buttonOf(key, ending) {
  return menuOf(cardAt(key)).querySelector(`button[formaction$="${ending}"]`);
}

/** Leave the shots out of the film, or take them in again when the first one is out. */
export function omit(keys) {
  return sendMany(cardAt(keys[0]).classList.contains("omitted") ? "keep" : "omit", keys);
}

/** Make one shot of several. */
export function merge(keys) {
  return sendMany("merge", keys);
}

/** Add a shot to a scene, `{ after: key }` or `{ before: key }`. */
export function addShot(scene, beside) {
  return send(scene.querySelector("form:has(> .add-shot)").action, beside);
}

/** Take the last deed back. */
export function undo() {
  return send(desk().dataset.undo);
}

/** Do again what was taken back. */
export function redo() {
  return send(desk().dataset.redo);
}
