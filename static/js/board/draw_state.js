// What is drawn: the crop and the strokes. Every change leaves the state before it to go back to.
const MOST_STEPS = 300;
export const MOST_STROKES = 400;
export const MOST_POINTS = 2000;
export const MOST_IN_ALL = 12000;

/** Crop and strokes with undo and redo; tells "change" after each. Strokes are never changed, only replaced. */
export class Drawing extends EventTarget {
  #past = [];
  #future = [];
  #joined = "";
  #selected = null;

  constructor(state) {
    super();
    this.state = state;
  }

  get strokes() { return this.state.strokes; }
  get crop() { return this.state.crop; }
  get selected() { return this.strokes.includes(this.#selected) ? this.#selected : null; }
  get canUndo() { return this.#past.length > 0; }
  get canRedo() { return this.#future.length > 0; }

  get full() {
    return this.strokes.length >= MOST_STROKES || this.strokes.reduce((sum, one) => sum + one.points.length, 0) >= MOST_IN_ALL;
  }

  // Changes that name the same `join`, one after the other, are one step: dragging a crop, moving a mark by arrows.
  #change(parts, join = "") {
    if (!join || join !== this.#joined) this.#past.push(this.state);
    if (this.#past.length > MOST_STEPS) this.#past.shift();
    this.#joined = join;
    this.#future = [];
    this.#become({ ...this.state, ...parts });
  }

  #become(state) {
    this.state = state;
    this.dispatchEvent(new Event("change"));
  }

  settle() { this.#joined = ""; }

  setCrop(crop, join) { this.#change({ crop }, join); }

  add(stroke) {
    this.#selected = stroke.tool === "pen" ? null : stroke;
    this.#change({ strokes: [...this.strokes, stroke] });
  }

  remove(stroke, join) {
    this.#change({ strokes: this.strokes.filter((one) => one !== stroke) }, join);
  }

  replace(stroke, other, join) {
    if (this.#selected === stroke) this.#selected = other;
    this.#change({ strokes: this.strokes.map((one) => (one === stroke ? other : one)) }, join);
  }

  clear() {
    if (this.strokes.length) this.#change({ strokes: [] });
  }

  select(stroke) {
    this.#selected = stroke;
    this.settle();
    this.dispatchEvent(new Event("change"));
  }

  // Walk through the marks, so that a keyboard reaches each.
  selectNext(step) {
    if (!this.strokes.length) return;
    const at = this.strokes.indexOf(this.selected);
    const next = at < 0 ? (step > 0 ? 0 : this.strokes.length - 1) : (at + step + this.strokes.length) % this.strokes.length;
    this.select(this.strokes[next]);
  }

  undo() { this.#step(this.#past, this.#future); }

  redo() { this.#step(this.#future, this.#past); }

  #step(from, to) {
    if (!from.length) return;
    to.push(this.state);
    this.settle();
    this.#become(from.pop());
  }
}
