// The shot list as a grid: one tab stop, arrows walk from cell to cell, as in a spreadsheet.
const CONTROLS = "a[href], button, input";
const PAGE = 10;
let current = null;
let lost = null;

/** Return the table of the shot list. */
export function table() {
  return document.querySelector("table.shot-list");
}

/** Return the cell around `element`, or null. */
export function cellOf(element) {
  return element?.closest?.("table.shot-list :is(td, th)") ?? null;
}

/** Return the row of the shot `key`, or null. */
export function rowOf(key) {
  return document.getElementById(`shot-${key}`);
}

/** Return the cell of a column in a row, or null. */
export function cellIn(row, column) {
  return row?.querySelector(`:scope > [data-column="${column}"]`) ?? null;
}

// In a cell with a control of its own, that has the focus.
function stopIn(cell) {
  return cell.querySelector(CONTROLS) ?? cell;
}

function makeCurrent(cell) {
  if (current?.isConnected) stopIn(current).tabIndex = -1;
  current = cell;
  stopIn(cell).tabIndex = 0;
}

/** Put the focus on a cell and bring it into view. */
export function focusCell(cell) {
  if (!cell) return;
  makeCurrent(cell);
  stopIn(cell).focus({ preventScroll: true });
  cell.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function inRow(row, index) {
  return row?.cells[Math.min(index, row.cells.length - 1)] ?? null;
}

function across(cell, step) {
  const way = getComputedStyle(cell).direction === "rtl" ? -step : step;
  return cell.parentElement.cells[cell.cellIndex + way];
}

// Sluglines are passed over: what one walks through are columns.
function vertical(cell, step) {
  const rows = [...table().rows].filter((row) => !row.matches(".slug, .nothing") && row.cells.length);
  const at = rows.indexOf(cell.parentElement);
  return inRow(rows[Math.min(Math.max(at + step, 0), rows.length - 1)], cell.cellIndex);
}

/** Return the cell `step` rows below (or above) in the same column. */
export function beneath(cell, step = 1) {
  return vertical(cell, step);
}

const WALKS = {
  ArrowLeft: (cell) => across(cell, -1),
  ArrowRight: (cell) => across(cell, 1),
  ArrowUp: (cell) => vertical(cell, -1),
  ArrowDown: (cell) => vertical(cell, 1),
  PageUp: (cell) => vertical(cell, -PAGE),
  PageDown: (cell) => vertical(cell, PAGE),
  Home: (cell) => cell.parentElement.cells[0],
  End: (cell) => [...cell.parentElement.cells].at(-1),
  "Ctrl+Home": () => inRow(table().rows[1], 0),
  "Ctrl+End": () => [...[...table().rows].at(-1).cells].at(-1),
};

function onKey(event) {
  const cell = cellOf(event.target);
  if (!cell || event.defaultPrevented || event.altKey || event.shiftKey || cell.matches(".editing")) return;
  const walk = WALKS[`${event.ctrlKey || event.metaKey ? "Ctrl+" : ""}${event.key}`];
  if (!walk) return;
  event.preventDefault();
  focusCell(walk(cell));
}

function tame(root) {
  for (const control of root.querySelectorAll(CONTROLS)) if (!control.closest(".clash, .editing")) control.tabIndex = -1;
}

function begin() {
  const grid = table();
  if (!grid) return;
  grid.setAttribute("role", "grid");
  tame(grid);
  const row = grid.querySelector("tr.entry:not(:empty)") ?? grid.rows[0];
  if (!current?.isConnected) makeCurrent(row.querySelector("th.slate") ?? row.cells[0]);
}

// Where the focus was, in words that outlive the swap.
function remember({ detail }) {
  const cell = cellOf(document.activeElement);
  lost = cell && detail.target?.contains?.(cell) ? { row: cell.parentElement.id, index: cell.cellIndex, head: document.activeElement.id } : null;
}

// Of many rows that come in one answer the focus stands in one.
function rememberToo(event) {
  if (!lost) remember(event);
}

function findAgain({ row, index, head }) {
  return cellOf(document.getElementById(head)) ?? inRow(document.getElementById(row), index);
}

function restore() {
  const cell = lost && findAgain(lost);
  lost = null;
  if (cell) focusCell(cell);
}

function onSwap({ target }) {
  if (target.matches?.("table.shot-list")) begin();
  else if (target.matches?.("tr.entry")) tame(target);
}

/** Make the table a grid, now and whenever it is fetched again. */
export function startGrid() {
  begin();
  document.addEventListener("keydown", onKey);
  document.addEventListener("focusin", ({ target }) => {
    const cell = cellOf(target);
    if (cell && !cell.matches(".editing, .clash *")) makeCurrent(cell);
  });
  // A cell takes the focus when it is pressed, like a control does.
  document.addEventListener("pointerdown", ({ target }) => {
    const cell = cellOf(target);
    if (cell && cell === stopIn(cell) && !cell.hasAttribute("tabindex")) cell.tabIndex = -1;
  });
  document.addEventListener("htmx:beforeSwap", remember);
  document.addEventListener("htmx:oobBeforeSwap", rememberToo);
  document.addEventListener("htmx:afterSwap", onSwap);
  document.addEventListener("htmx:afterSettle", restore);
}
