// A name typed with @ in the action or the notes: the bible's elements are offered, by keys and by pointer.
import { announce } from "../toasts.js";
import { note } from "./autosave.js";

const FIELDS = 'form[data-autosave] textarea:is([name="action"], [name="notes"])';
const MOST = 8;
const TYPED = /(?:^|[^\p{L}\p{N}_])@([^\n@]{0,40})$/u;
let open = null; // { field, list, start, active }

function elementsOf(form) {
  return [...form.querySelectorAll('input[name="cast"][data-names]')].map((box) => ({ box, names: box.dataset.names.split("\n") }));
}

function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

// Whatever begins with what was typed comes before what only holds it.
function matching(form, typed) {
  const wanted = plain(typed);
  const found = [];
  for (const { box, names } of elementsOf(form)) {
    const best = names.map((name) => ({ box, name, at: plain(name).indexOf(wanted) })).filter(({ at }) => at >= 0);
    if (best.length) found.push(best.sort((one, other) => one.at - other.at)[0]);
  }
  return found.sort((one, other) => one.at - other.at || one.name.localeCompare(other.name)).slice(0, MOST);
}

function typedBefore(field) {
  if (field.selectionStart !== field.selectionEnd) return null;
  return field.value.slice(0, field.selectionStart).match(TYPED);
}

function optionFor({ box, name }, index) {
  const option = document.createElement("li");
  option.role = "option";
  option.id = `${open.list.id}-${index}`;
  option.dataset.name = name;
  option.dataset.element = box.value;
  const swatch = document.createElement("i");
  swatch.className = `swatch swatch-${box.dataset.colour}`;
  option.append(swatch, name);
  return option;
}

function mark(index) {
  const options = [...open.list.children];
  open.active = (index + options.length) % options.length;
  for (const [at, option] of options.entries()) option.ariaSelected = String(at === open.active);
  options[open.active].scrollIntoView({ block: "nearest" });
  open.field.setAttribute("aria-activedescendant", options[open.active].id);
}

function listFor(field) {
  const list = document.createElement("ul");
  list.role = "listbox";
  list.className = "names";
  list.id = `${field.id}-names`;
  list.ariaLabel = field.form.querySelector("[data-names-label]")?.dataset.namesLabel ?? "@";
  list.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    const option = event.target.closest("li");
    if (option) choose(option);
  });
  return list;
}

function show(field, start, found) {
  if (open?.field !== field) {
    close();
    open = { field, list: listFor(field), start, active: 0 };
    field.after(open.list);
    field.setAttribute("aria-controls", open.list.id);
  }
  open.start = start;
  open.list.replaceChildren(...found.map(optionFor));
  mark(0);
  announce(found.map(({ name }) => name).join(", "));
}

function close() {
  if (!open) return;
  open.list.remove();
  open.field.removeAttribute("aria-controls");
  open.field.removeAttribute("aria-activedescendant");
  open = null;
}

function choose(option) {
  const { field, start } = open;
  const box = field.form.querySelector(`input[name="cast"][value="${CSS.escape(option.dataset.element)}"]`);
  field.focus();
  field.setRangeText(option.dataset.name, start, field.selectionStart, "end");
  close();
  if (!box.checked) {
    box.checked = true;
    note(field.form, "cast");
  }
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

function onInput({ target: field }) {
  if (!field.matches?.(FIELDS)) return;
  const typed = typedBefore(field);
  const found = typed ? matching(field.form, typed[1]) : [];
  if (found.length) show(field, field.selectionStart - typed[1].length - 1, found);
  else close();
}

const KEYS = {
  ArrowDown: () => mark(open.active + 1),
  ArrowUp: () => mark(open.active - 1),
  Enter: () => choose(open.list.children[open.active]),
  Tab: () => choose(open.list.children[open.active]),
  Escape: () => close(),
};

function onKey(event) {
  if (!open || event.target !== open.field || event.ctrlKey || event.metaKey || event.altKey || !KEYS[event.key]) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  KEYS[event.key]();
}

/** Offer names after an @, also after one that was typed before this was there. */
export function startMentions() {
  document.addEventListener("input", onInput);
  document.addEventListener("keydown", onKey, true);
  document.addEventListener("focusout", (event) => { if (event.target === open?.field) close(); });
  onInput({ target: document.activeElement });
}
