// Which shot is open in the inspector, and its mark on the board.
let marked = null;

/** Return the key of the shot in the inspector, or an empty string. */
export function inspected() {
  return document.querySelector("#inspector [data-inspects]")?.dataset.inspects ?? "";
}

/** Mark the card of the shot that is in the inspector, and no other. */
export function markInspected() {
  const now = document.getElementById(`pick-${inspected()}`);
  const before = marked ?? document.querySelector('.picture[aria-current="true"]');
  if (before !== now) before?.removeAttribute("aria-current");
  now?.setAttribute("aria-current", "true");
  marked = now;
}

/** Open the shot `key` in the inspector. */
export function pick(key) {
  document.getElementById(`pick-${key}`)?.click();
}
