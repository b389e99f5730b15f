// Strokes that are not saved yet stay on this device: a closed tab or a lost connection loses nothing.
import { drawingKey } from "../drafts.js";

const WAIT_MS = 300;

function kindOf(canvas) {
  return canvas.split("-")[0];
}

/** What this device keeps of the drawing of one shot. */
export class Kept {
  #timer = 0;
  #waiting = null;

  constructor(shot) {
    this.key = drawingKey(shot);
  }

  /** Return what was kept for a canvas of this kind, or null. */
  read(canvas) {
    try {
      const kept = JSON.parse(localStorage.getItem(this.key));
      return kept && kindOf(kept.canvas) === kindOf(canvas) ? kept : null;
    } catch {
      return null;
    }
  }

  writeSoon(read) {
    clearTimeout(this.#timer);
    this.#waiting = read;
    this.#timer = setTimeout(() => this.writeNow(), WAIT_MS);
  }

  /** Write what still waits: the page may be about to go. */
  writeNow() {
    if (!this.#waiting) return;
    try {
      localStorage.setItem(this.key, JSON.stringify(this.#waiting()));
    } catch (error) {
      console.warn("The strokes could not be kept on this device:", error);
    }
    this.#waiting = null;
  }

  forget() {
    clearTimeout(this.#timer);
    this.#waiting = null;
    localStorage.removeItem(this.key);
  }
}
