// The keys of a board can all be switched off, but for what any list has: arrows walk, Enter opens, Escape closes.
const KEPT = "keys";
const WALKING = new Set(["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End", "PageUp", "PageDown", "Enter", "Escape"]);

/** Return whether keys do more than walk. */
export function keysAreOn() {
  return localStorage.getItem(KEPT) !== "off";
}

/** Return whether the key of this name does something now. */
export function works(name) {
  return keysAreOn() || WALKING.has(name);
}

/** Let the box in the list of keys switch them. */
export function startKeySwitch() {
  const box = document.getElementById("keys-on");
  if (!box) return;
  box.checked = keysAreOn();
  box.addEventListener("change", () => localStorage.setItem(KEPT, box.checked ? "on" : "off"));
}
