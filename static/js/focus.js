// After a swap the focus is where it was; it never falls back to the top of the page.
let lastFocused = { id: "", label: "" };

function remember() {
  const active = document.activeElement;
  lastFocused = active && active !== document.body ? { id: active.id, label: labelOf(active) } : { id: "", label: "" };
}

function labelOf(element) {
  return element.getAttribute("aria-label") || element.getAttribute("name") || element.textContent.trim().slice(0, 80);
}

// Without an id, the control with the same words in the swapped part is the same control to a person.
function findAgain(root) {
  if (lastFocused.id) return document.getElementById(lastFocused.id);
  if (!lastFocused.label) return null;
  const controls = root.querySelectorAll("a[href], button, input, select, textarea, summary");
  return [...controls].find((control) => labelOf(control) === lastFocused.label) ?? null;
}

function restore(event) {
  const lost = document.activeElement === document.body || document.activeElement === null;
  if (!lost || (!lastFocused.id && !lastFocused.label)) return;
  const root = event.detail.elt?.isConnected ? event.detail.elt : document.getElementById("main");
  const target = findAgain(root) ?? root;
  if (target === root && !root.hasAttribute("tabindex")) root.tabIndex = -1;
  target.focus({ preventScroll: true });
}

/** Remember the focus before each swap and give it back after. */
export function startFocusKeeping() {
  document.addEventListener("htmx:beforeSwap", remember);
  document.addEventListener("htmx:afterSettle", restore);
}
