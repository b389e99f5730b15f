// A cell is typed in where it stands: Enter or a double click opens it, Escape gives up, Tab and Enter go on.
import { pay, waitWhile } from "../renewing.js";
import { beneath, cellOf, focusCell, table } from "./grid.js";
import { draftOf, giveUp, heldIn, keep, save, settle } from "./cell_saves.js";

const TEXT = "textarea, input:not([type=checkbox])";
let open = null;

function templateFor(cell) {
  return document.querySelector(`#editors template[data-editor="${cell.dataset.column}"]`);
}

/** Return whether something can be typed into the cell. */
export function isEditable(cell) {
  return Boolean(cell?.dataset.column && table()?.dataset.cellUrl && templateFor(cell));
}

function controlsIn(cell) {
  return [...cell.querySelectorAll("input, select, textarea")];
}

function valuesIn(cell) {
  return controlsIn(cell).filter((control) => control.type !== "checkbox" || control.checked).map(({ name, value }) => [name, value]);
}

// A code that the list no longer knows, such as a backend that is gone, is still what the cell holds.
function choose(select, value) {
  if (![...select.options].some((option) => option.value === value)) select.add(new Option(value, value));
  select.value = value;
}

function fill(cell, held, shown) {
  const controls = controlsIn(cell);
  const parts = held.split(",");
  controls.forEach((control, index) => {
    if (control.type === "checkbox") control.checked = parts.includes(control.value);
    else if (control.matches("select")) choose(control, controls.length > 1 ? parts[index] ?? "" : held);
    else control.value = shown;
  });
}

function fillAgain(cell, values) {
  for (const control of controlsIn(cell)) {
    if (control.type === "checkbox") control.checked = values.some(([name, value]) => name === control.name && value === control.value);
    else control.value = values.find(([name]) => name === control.name)?.[1] ?? control.value;
  }
}

function putCaret(cell, typed) {
  const control = controlsIn(cell)[0] ?? cell.querySelector("button");
  control.focus({ preventScroll: true });
  if (!control.matches(TEXT)) return;
  if (typed) control.value = typed;
  control.setSelectionRange(control.value.length, control.value.length);
  if (control.matches("input") && !typed) control.select();
}

function slateOf(cell) {
  return cell.parentElement.querySelector(".picture").getAttribute("aria-label");
}

/** Open a cell for typing, with what was already typed into it; `typed` takes the place of what it holds. */
export function edit(cell, typed = "") {
  if (open) close(true);
  const draft = draftOf(cell);
  open = { cell, kept: [...cell.childNodes], seen: draft?.seen ?? heldIn(cell) };
  const shown = cell.textContent;
  cell.replaceChildren(templateFor(cell).content.cloneNode(true));
  cell.classList.add("editing");
  fill(cell, open.seen, shown);
  if (draft) fillAgain(cell, draft.values);
  open.before = JSON.stringify(valuesIn(cell));
  for (const control of controlsIn(cell).filter(({ ariaLabel }) => ariaLabel)) control.ariaLabel = `${slateOf(cell)}, ${control.ariaLabel}`;
  putCaret(cell, typed);
  cell.scrollIntoView({ block: "nearest", inline: "nearest" });
}

// What will stand in the cell until the studio says how it reads it.
function preview(cell) {
  const controls = controlsIn(cell).filter((control) => control.type !== "checkbox" || control.checked);
  const words = controls.map((control) => {
    if (control.matches("select")) return control.value && control.selectedOptions[0].label;
    return control.type === "checkbox" ? control.closest("label").textContent.trim() : control.value.trim();
  });
  return words.filter(Boolean).join(", ");
}

/** Close the open cell; what was typed is kept or given up. */
function close(wanted) {
  const { cell, kept, before, seen } = open;
  const values = valuesIn(cell);
  const words = preview(cell);
  open = null;
  cell.classList.remove("editing");
  cell.replaceChildren(...kept);
  if (wanted && JSON.stringify(values) !== before) save(cell, { values, seen, words });
  else giveUp(cell);
  pay();
}

// Every key is kept on this device, for whatever may happen to the page.
function keepTyped() {
  const { cell, seen } = open;
  keep(cell, { values: valuesIn(cell), seen, words: preview(cell) });
}

function onInput({ target }) {
  if (open?.cell.contains(target)) keepTyped();
}

function nextEditable(cell, step) {
  const cells = [...table().querySelectorAll("tr.entry > [data-column]")].filter(isEditable);
  return cells[cells.indexOf(cell) + step];
}

function goOn(event, cell) {
  const next = nextEditable(cell, event.shiftKey ? -1 : 1);
  close(true);
  if (!next) return focusCell(cell);
  event.preventDefault();
  return edit(next);
}

function onEditorKey(event) {
  const { cell } = open;
  if (event.isComposing) return;
  if (event.key === "Tab" && isLastOf(event, cell)) goOn(event, cell);
  else if (event.key === "Escape") leave(event, cell, false, cell);
  else if (event.key === "Enter" && !event.shiftKey && !event.target.matches("button")) leave(event, cell, true, beneath(cell));
}

// Several controls in one cell are walked through before Tab goes on to the next cell.
function isLastOf(event, cell) {
  const controls = controlsIn(cell);
  return !controls.length || event.target === (event.shiftKey ? controls[0] : controls.at(-1));
}

function leave(event, cell, keep, next) {
  event.preventDefault();
  event.stopImmediatePropagation();
  close(keep);
  focusCell(next ?? cell);
}

function isPrintable(event) {
  return event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
}

function onKey(event) {
  if (open?.cell.contains(event.target)) return onEditorKey(event);
  const cell = cellOf(event.target);
  if (!cell || event.target !== cell) return undefined;
  if (isEditable(cell) && (event.key === "Enter" || event.key === "F2")) edit(cell);
  else if (isEditable(cell) && isPrintable(event) && templateFor(cell).content.querySelector(TEXT)) edit(cell, event.key);
  else if (event.key === "Enter") cell.parentElement.querySelector(".picture")?.click();
  else return undefined;
  event.stopImmediatePropagation();
  return event.preventDefault();
}

// A press on the cell that already has the focus opens it, so that a finger can do it too.
let pressed = null;

function onPointerDown(event) {
  const cell = cellOf(event.target);
  pressed = cell && document.activeElement === cell ? cell : null;
}

function onClick(event) {
  if (event.target.closest("[data-nothing]") && open) return leave(event, open.cell, false, open.cell);
  const cell = cellOf(event.target);
  if (cell && cell === pressed && cell !== open?.cell && isEditable(cell) && getSelection().isCollapsed) edit(cell);
  return undefined;
}

function onDoubleClick({ target }) {
  const cell = cellOf(target);
  if (cell && cell !== open?.cell && isEditable(cell)) edit(cell);
}

function onFocusOut({ relatedTarget }) {
  if (open && document.hasFocus() && !open.cell.contains(relatedTarget)) close(true);
}

// An earlier text of this cell was on its way when it was opened: what came of that has been seen.
function onSaved({ detail }) {
  if (open?.cell !== detail.cell) return;
  open.seen = detail.held;
  if (JSON.stringify(valuesIn(open.cell)) !== open.before) keepTyped();
}

function onSettle({ target }) {
  const button = target.closest("[data-settle]");
  if (!button) return;
  const cell = settle(button);
  focusCell(cell);
  if (button.dataset.settle === "again") edit(cell);
}

/** Listen for what opens and closes cells. */
export function startCells() {
  document.addEventListener("keydown", onKey, true);
  document.addEventListener("pointerdown", onPointerDown);
  document.addEventListener("click", onClick);
  document.addEventListener("click", onSettle);
  document.addEventListener("cell:saved", onSaved);
  document.addEventListener("dblclick", onDoubleClick);
  document.addEventListener("input", onInput);
  addEventListener("pagehide", () => { if (open) close(true); });
  document.addEventListener("focusout", onFocusOut);
  // What changes while somebody types in it is fetched afterwards.
  waitWhile((part) => open !== null && part.contains(open.cell));
}
