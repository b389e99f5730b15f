// Nothing is swapped under the finger: a press that ends on another element than it began on is no click.
import { pay, waitWhile } from "./renewing.js";

let pressed = null;

// Enter acts when it goes down, Space when it comes up.
function press(event) {
  if (event.type === "pointerdown" || event.key === " ") pressed = event.target;
}

// The click comes right after the release, and what it opens speaks for itself.
function release() {
  const was = pressed;
  setTimeout(() => {
    if (!was || pressed !== was) return;
    pressed = null;
    pay();
  });
}

/** Let no part be renewed while something in it is pressed. */
export function startPressing() {
  waitWhile((part) => pressed !== null && part.contains(pressed));
  for (const kind of ["pointerdown", "keydown"]) addEventListener(kind, press, true);
  for (const kind of ["pointerup", "pointercancel", "keyup", "blur"]) addEventListener(kind, release, true);
}
