// Where one will type is still on its way: what is typed until then is no command; it stands there when the place is here.
const LONGEST_MS = 10_000;
// The shot whose place it is, "" until the studio has named it; what has the focus meanwhile; and what is typed.
let ahead = null;

/** Return whether a place to type is on its way. */
export function typesAhead() {
  return ahead !== null;
}

/** Forget the place: it does not come, or nobody wants it any more. */
export function typeNowhere() {
  clearTimeout(ahead?.ending);
  ahead = null;
}

/** Put the focus where one types as soon as the shot `key` is open in the inspector; "" is one that is not there yet. */
export function typeAfterwards(key = "") {
  typeNowhere();
  ahead = { shot: key, isNew: !key, from: document.activeElement.id, text: "", ending: setTimeout(typeNowhere, LONGEST_MS) };
}

/** Say that the shot that was not there yet is `key`. */
export function nameAwaited(key) {
  if (ahead?.isNew) ahead.shot = key;
}

function hasLeft() {
  const { activeElement } = document;
  return activeElement !== document.body && activeElement.id !== ahead.from;
}

function put(field, text) {
  field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Let whoever waited for the shot `key` type on in `field`; who has gone on to something else is not called back. */
export function arrive(key, field) {
  if (ahead?.shot !== key) return;
  const { text } = ahead;
  if (!hasLeft()) field?.focus();
  typeNowhere();
  if (field && text) put(field, text);
}

function typed(text, key) {
  if (key === "Backspace") return text.slice(0, -1);
  return key.length === 1 ? text + key : null;
}

function onKey(event) {
  if (!ahead || hasLeft() || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.key === "Escape") typeNowhere();
  const text = ahead && typed(ahead.text, event.key);
  if (!ahead || text === null) return;
  ahead.text = text;
  event.preventDefault();
  event.stopImmediatePropagation();
}

function onAfterRequest({ detail: { elt, successful } }) {
  if (!successful && elt.id === `pick-${ahead?.shot}`) typeNowhere();
}

/** Keep what is typed while the place for it is on its way. */
export function startTypingAhead() {
  addEventListener("keydown", onKey, true);
  document.addEventListener("htmx:afterRequest", onAfterRequest);
}
