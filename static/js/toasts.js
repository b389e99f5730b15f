// Short messages that go by themselves, but never while somebody reads them. One that tells of a deed can take it back.
const SHOWN_MS = 8000;
const UNDO_MS = 10000;
const region = document.getElementById("toasts");
let cameFrom = null;

function dismissLater(element, after) {
  let timer;
  const leave = () => { timer = setTimeout(() => element.remove(), after); };
  const stay = () => clearTimeout(timer);
  element.addEventListener("pointerenter", stay);
  element.addEventListener("focusin", stay);
  element.addEventListener("pointerleave", leave);
  element.addEventListener("focusout", leave);
  leave();
}

// The focus goes back to where it came from, never to the top of the page.
function leave(element) {
  const inside = element.contains(document.activeElement);
  element.remove();
  if (inside) (cameFrom?.isConnected ? cameFrom : document.getElementById("main")).focus();
}

function addButton(element, words, deed) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button quiet small";
  button.textContent = words;
  button.addEventListener("click", () => {
    leave(element);
    deed?.();
  });
  element.append(button);
}

// Where deeds wait for each other, taking one back waits too (board/deeds.js).
function takeBack(url) {
  const asked = new CustomEvent("toast:undo", { cancelable: true, detail: url });
  if (document.dispatchEvent(asked)) window.htmx.ajax("POST", url, { source: region, swap: "none" });
}

function present(element, undo) {
  if (undo) addButton(element, region.dataset.undo, () => takeBack(undo));
  addButton(element, region.dataset.dismiss);
  if (!element.classList.contains("failed")) dismissLater(element, undo ? UNDO_MS : SHOWN_MS);
}

// What was done before is no news; an older offer to undo would take back something else by now. Work that is not saved
// yet (unsent.js) is told until it is.
function clearAway(text) {
  const shown = [...region.children].filter((element) => element.id !== "unsent");
  for (const element of shown) if (!element.classList.contains("failed") || element.firstElementChild?.textContent === text) element.remove();
}

region.addEventListener("focusin", ({ relatedTarget }) => {
  if (!region.contains(relatedTarget)) cameFrom = relatedTarget;
});

/** Show `text`; kind "failed" stays until it is dismissed; `undo` is where to take the deed back. Return the element. */
export function toast(text, kind = "info", undo = "") {
  clearAway(text);
  const element = document.createElement("div");
  element.className = kind === "failed" ? "toast failed" : "toast";
  const words = document.createElement("p");
  words.textContent = text;
  element.append(words);
  region.append(element);
  present(element, undo);
  return element;
}

/** Give the messages that came with the page the same behaviour. */
export function showServerToasts() {
  for (const element of region.querySelectorAll(".toast")) present(element);
}

/** Say `text` to screen readers only, also when it is what was said before. */
export function announce(text) {
  const announcer = document.getElementById("announcer");
  announcer.textContent = announcer.textContent === text ? `${text}\u00a0` : text;
}
