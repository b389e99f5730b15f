// Which shot is open in the inspector, and its mark on the board.

/** Return the key of the shot in the inspector, or an empty string. */
export function inspected() {
  return document.querySelector("#inspector [data-inspects]")?.dataset.inspects ?? "";
}

/** Mark the card of the shot that is in the inspector, and no other. */
export function markInspected() {
  const current = document.getElementById(`pick-${inspected()}`);
  for (const link of document.querySelectorAll('.picture[aria-current="true"]')) {
    if (link !== current) link.removeAttribute("aria-current");
  }
  current?.setAttribute("aria-current", "true");
}

/** Open the shot `key` in the inspector. */
export function pick(key) {
  document.getElementById(`pick-${key}`)?.click();
}
