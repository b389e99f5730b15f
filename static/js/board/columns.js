// The columns of the shot list are put in order by dragging or by buttons; the form keeps what stands in which order.
import { announce } from "../toasts.js";

function move(button) {
  const item = button.closest("li");
  const other = button.name === "back" ? item.previousElementSibling : item.nextElementSibling;
  if (!other) return;
  if (button.name === "back") other.before(item);
  else other.after(item);
  button.focus();
  const items = [...item.parentElement.children];
  announce(`${item.querySelector("label").textContent.trim()}: ${items.indexOf(item) + 1} / ${items.length}`);
}

function onClick(event) {
  const button = event.target.closest('[data-column-choice] button[name="back"], [data-column-choice] button[name="on"]');
  if (!button) return;
  event.preventDefault();
  move(button);
}

// What drags is fetched when somebody looks at the columns: the list itself needs nothing of it.
async function letDrag(list) {
  await import("../../vendor/sortable-1.15.7.min.js");
  const animation = matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 160;
  window.Sortable.create(list, { animation, filter: "input, button", preventOnFilter: false, delay: 250, delayOnTouchOnly: true });
  list.dataset.drags = "";
}

/** Let the columns be ordered; what is asked of the list stays asked when they change. */
export function startColumns() {
  const list = document.querySelector("[data-column-choice]");
  if (!list) return;
  list.closest("form").addEventListener("submit", ({ target }) => { target.elements.query.value = location.search.slice(1); });
  document.addEventListener("click", onClick);
  list.closest("dialog").addEventListener("focusin", () => letDrag(list), { once: true });
}
