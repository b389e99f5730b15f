// The shot list: a grid that is typed in, ticked, and fetched again when the board has changed.
import { renew } from "../renewing.js";
import { startAsked } from "./asked.js";
import { startCells } from "./cells.js";
import { startSaves } from "./cell_saves.js";
import { startColumns } from "./columns.js";
import { focusCell, startGrid, table } from "./grid.js";
import { inspected, pick } from "./inspected.js";
import { renewAll, startPlaces } from "./places.js";
import { add, merge, nudge, removing, startRowKeys } from "./row_keys.js";
import { keysAt, startTicks } from "./ticks.js";
import { duplicate, omit } from "./deeds.js";

const SETTLE_MS = 300;
const remove = removing((row) => focusCell(row.querySelector("th.slate")));
const ON_SHOT = { n: add("after"), "Shift+n": add("before"), d: duplicate, o: omit, m: merge, x: remove, Delete: remove };
const IN_ROW = { "Alt+ArrowUp": nudge(-1), "Alt+ArrowDown": nudge(1) };
let timer = 0;

// What an element is called, or a whole board is set to, may stand in every row.
function onBoardChanged({ detail }) {
  if (detail.everything) renewAll();
  if (!detail.storyboard) refresh();
}

function refreshAll() {
  renewAll();
  refresh();
}

function refresh() {
  clearTimeout(timer);
  timer = setTimeout(() => { if (table()) renew(table().id); }, SETTLE_MS);
}

// Whatever message was lost: when the head knows another order of shots than the page shows, the page is out of date.
function checkOrder({ detail }) {
  const order = document.getElementById("figures")?.dataset.order;
  if (detail.elt?.id === "figures" && order !== table()?.dataset.order) refresh();
}

// The address keeps what is asked of the list when a shot is picked.
function keepQuery({ detail }) {
  const { history } = detail;
  if (!history.path?.startsWith?.("?shot=")) return;
  const address = new URL(location.href);
  address.searchParams.set("shot", history.path.slice("?shot=".length));
  history.path = address.pathname + address.search;
}

function onCellSaved({ detail }) {
  if (inspected() === detail.shot && !document.activeElement?.closest("#inspector")) pick(detail.shot);
}

startAsked();
startPlaces("table.shot-list");
startGrid();
startSaves();
startCells();
startTicks();
startColumns();
startRowKeys({ onShot: ON_SHOT, inRow: IN_ROW, keysAt });
document.addEventListener("board:changed", onBoardChanged);
document.addEventListener("live:storyboard", refreshAll);
document.addEventListener("live:scene", refresh);
document.addEventListener("live:outline", refresh);
document.addEventListener("htmx:afterSettle", checkOrder);
document.addEventListener("htmx:beforeHistoryUpdate", keepQuery);
document.addEventListener("cell:saved", onCellSaved);
