// Lines of dialogue in the inspector: add, remove, put elsewhere. Without scripts the same buttons send the form.
import { announce } from "../toasts.js";

const PARTS = ["speaker", "direction", "text"];

function linesOf(box) {
  return [...box.querySelectorAll(":scope > fieldset.spoken")];
}

function boxIn(form) {
  return form.querySelector("[data-lines]");
}

function control(line, part) {
  return line.querySelector(`[name$="-${part}"]`);
}

/** Return the lines of a form: speaker, direction, text, and whether two speak at the same time. */
export function linesIn(form) {
  return linesOf(boxIn(form)).map((line) => ({
    ...Object.fromEntries(PARTS.map((part) => [part, control(line, part).value])),
    dual: control(line, "dual").checked,
  }));
}

/** Put `lines` into a form in place of those that stand there. */
export function setLines(form, lines) {
  const box = boxIn(form);
  for (const line of linesOf(box)) line.remove();
  for (const said of lines) {
    const line = addLine(box);
    for (const part of PARTS) control(line, part).value = said[part] ?? "";
    control(line, "dual").checked = Boolean(said.dual);
  }
}

function addLine(box) {
  const line = box.querySelector("template").content.firstElementChild.cloneNode(true);
  box.querySelector("template").before(line);
  renumber(box);
  return line;
}

// Names, values and words of a line count its place.
function renumber(box) {
  for (const [index, line] of linesOf(box).entries()) {
    line.dataset.line = index;
    for (const one of line.querySelectorAll("input, textarea")) one.name = one.name.replace(/line-\d+-/, `line-${index}-`);
    for (const one of line.querySelectorAll("button")) one.value = one.value.replace(/\d+$/, index);
    for (const one of line.querySelectorAll("legend")) one.textContent = one.textContent.replace(/\d+/, index + 1);
    for (const one of line.querySelectorAll("button")) one.ariaLabel = one.ariaLabel.replace(/\d+/, index + 1);
  }
  box.querySelector('[name="lines"]').value = linesOf(box).length;
}

function changed(box) {
  box.querySelector('[name="lines"]').dispatchEvent(new Event("input", { bubbles: true }));
}

function tell(words, values) {
  announce(words.replace(/\{(\w+)\}/g, (_match, key) => values[key]));
}

function add(box) {
  const line = addLine(box);
  control(line, "speaker").focus();
}

function move(box, line, step) {
  const lines = linesOf(box);
  const from = lines.indexOf(line);
  const other = lines[from + step];
  if (!other) return;
  if (step < 0) other.before(line);
  else other.after(line);
  renumber(box);
  line.querySelector(`button[value^="${step < 0 ? "up" : "down"}"]`).focus();
  tell(box.dataset.moved, { line: from + 1, place: from + step + 1, count: lines.length });
  changed(box);
}

function remove(box, line) {
  const lines = linesOf(box);
  const at = lines.indexOf(line);
  const next = lines[at + 1] ?? lines[at - 1];
  line.remove();
  renumber(box);
  (next ? control(next, "text") : box.querySelector("[data-line-add]")).focus();
  tell(box.dataset.removed, { line: at + 1 });
  changed(box);
}

function onClick(event) {
  const box = event.target.closest("[data-lines]");
  const button = event.target.closest("button");
  if (!box || !button) return;
  event.preventDefault();
  if (button.matches("[data-line-add]")) return add(box);
  const line = button.closest("fieldset.spoken");
  const [deed] = button.value.split("-");
  if (deed === "remove") return remove(box, line);
  return move(box, line, deed === "up" ? -1 : 1);
}

/** Take away the line for people without scripts: names would stand there twice. */
export function tidy(root) {
  for (const line of root.querySelectorAll("[data-lines] > .unscripted")) {
    const box = line.parentElement;
    line.remove();
    renumber(box);
  }
}

/** Let the buttons of the lines do their work at once. */
export function startLines() {
  tidy(document);
  document.addEventListener("htmx:load", (event) => tidy(event.detail.elt));
  document.addEventListener("click", onClick);
}
