// Menus are <details> and dialogs are <dialog>: this only adds what those do not do by themselves.
const BELOW = 8; // px of the page under the end of a menu

// Known by their toggling: to look through a board of hundreds of shots at each click and each step of the focus is felt.
const openMenus = new Set();

function note({ target: menu }) {
  if (!menu.matches?.("details.menu")) return;
  if (menu.open) openMenus.add(menu);
  else openMenus.delete(menu);
}

// What was swapped away while it was open is closed by that.
function menusOpen() {
  for (const menu of openMenus) if (!menu.isConnected) openMenus.delete(menu);
  return [...openMenus];
}

function closeMenus(except) {
  for (const menu of menusOpen()) if (menu !== except) menu.open = false;
}

function onKey(event) {
  if (event.key !== "Escape") return;
  const menu = document.querySelector("details.menu[open]");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
  event.stopPropagation();
}

function moveInMenu(event) {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const menu = event.target.closest("details.menu[open]");
  if (!menu) return;
  const items = [...menu.querySelectorAll("a[href], button:not(:disabled), input:not([type=hidden])")];
  const step = event.key === "ArrowDown" ? 1 : -1;
  const next = items[(items.indexOf(document.activeElement) + step + items.length) % items.length];
  next?.focus();
  event.preventDefault();
}

function onClick(event) {
  // A click of the page's own, such as the one that opens a copy in the inspector, is nobody's going elsewhere.
  if (event.isTrusted) closeMenus(event.target.closest("details.menu"));
  makeRoom();
  const opener = event.target.closest("[data-open]");
  if (opener) {
    document.getElementById(opener.dataset.open).showModal();
    event.preventDefault();
  }
  const closer = event.target.closest("[data-close]");
  if (closer) {
    closer.closest("dialog")?.close();
    event.preventDefault();
  }
}

// How much of the window's foot something stands over that does not scroll along.
function covered() {
  const standing = [...document.querySelectorAll(".dock, .many.on, .inspector")]
    .filter((element) => element.checkVisibility() && getComputedStyle(element).position === "fixed");
  return Math.max(0, ...standing.map((element) => innerHeight - element.getBoundingClientRect().top));
}

// A menu opens downwards, where a page can always be scrolled to; upwards only when it fits there and not below.
function place({ target: menu }) {
  if (!menu.matches?.("details.menu")) return;
  if (menu.open && menu.classList.contains("fits")) {
    const height = menu.lastElementChild.offsetHeight;
    const { top, bottom } = menu.getBoundingClientRect();
    const ceiling = document.querySelector(".topbar")?.offsetHeight ?? 0;
    menu.classList.toggle("up", bottom + height > innerHeight - covered() && top - height > ceiling);
  }
  makeRoom();
}

// The board is laid out apart from the page, which cannot be scrolled to what hangs out of it: it grows for an open menu.
function makeRoom() {
  const board = document.querySelector(".panels");
  const list = menusOpen().find((menu) => menu.open && board?.contains(menu))?.lastElementChild;
  const short = list ? list.getBoundingClientRect().bottom + BELOW + covered() - board.getBoundingClientRect().bottom : 0;
  if (board) board.style.marginBlockEnd = short > 0 ? `${short}px` : "";
}

/** Close the open menu around `element`: what was asked of it is on its way. */
export function closeMenuAround(element) {
  const menu = element.closest?.("details.menu[open]");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary").focus({ preventScroll: true });
}

/** Close menus by Escape, by a deed and by a click elsewhere, walk them by arrows, open dialogs by [data-open]. */
export function startMenus() {
  document.addEventListener("click", onClick);
  for (const menu of document.querySelectorAll("details.menu[open]")) openMenus.add(menu);
  document.addEventListener("toggle", note, true);
  document.addEventListener("toggle", place, true);
  document.addEventListener("htmx:beforeRequest", ({ detail }) => { if (detail.requestConfig?.verb === "post") closeMenuAround(detail.elt); });
  document.addEventListener("keydown", onKey);
  document.addEventListener("keydown", moveInMenu);
  document.addEventListener("focusin", (event) => closeMenus(event.target.closest("details.menu")));
}
