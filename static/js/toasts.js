// Short messages that go by themselves, but never while somebody reads them.
const SHOWN_MS = 8000;
const region = document.getElementById("toasts");

function dismissLater(element) {
  let timer;
  const leave = () => { timer = setTimeout(() => element.remove(), SHOWN_MS); };
  const stay = () => clearTimeout(timer);
  element.addEventListener("pointerenter", stay);
  element.addEventListener("focusin", stay);
  element.addEventListener("pointerleave", leave);
  element.addEventListener("focusout", leave);
  leave();
}

function addDismissButton(element) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button quiet small";
  button.textContent = region.dataset.dismiss;
  button.addEventListener("click", () => element.remove());
  element.append(button);
}

function present(element) {
  addDismissButton(element);
  if (!element.classList.contains("failed")) dismissLater(element);
}

/** Show `text`; kind "failed" stays until it is dismissed. Return the element. */
export function toast(text, kind = "info") {
  for (const shown of region.children) if (shown.firstElementChild?.textContent === text) shown.remove();
  const element = document.createElement("div");
  element.className = kind === "failed" ? "toast failed" : "toast";
  const words = document.createElement("p");
  words.textContent = text;
  element.append(words);
  region.append(element);
  present(element);
  return element;
}

/** Give the messages that came with the page the same behaviour. */
export function showServerToasts() {
  for (const element of region.querySelectorAll(".toast")) present(element);
}

/** Say `text` to screen readers only. */
export function announce(text) {
  document.getElementById("announcer").textContent = text;
}
