// The stage shows the picture, the strokes and, while one crops, what is cut away.
import { filling, held, whole } from "./draw_geometry.js";
import { UNITS, element, strokeElement } from "./draw_svg.js";

const MARGIN = 0.04;
const HANDLE_PX = 14;
const CORNERS = ["nw", "ne", "sw", "se"];

/** The SVG on which one draws, and its measures. */
export class Stage {
  #elements = new WeakMap();
  #hinted = null;

  constructor(svg, { picture, frame }, drawing) {
    this.svg = svg;
    this.picture = picture;
    this.frame = frame;
    this.drawing = drawing;
    this.cropping = false;
    this.layer = svg.querySelector("[data-strokes]");
    this.shade = svg.querySelector("[data-shade]");
    this.handles = Object.fromEntries(CORNERS.map((name) => [name, element("rect", { class: `handle ${name}` })]));
    this.edge = element("rect", { class: "edge" });
    this.cut = element("path", { class: "cut", "fill-rule": "evenodd" });
    this.box = element("rect", { class: "picked" });
    this.shade.append(this.cut, this.edge, ...Object.values(this.handles));
  }

  /** The part that is the panel: as it was set, or as it is by itself. */
  get crop() {
    if (!this.picture) return { x: 0, y: 0, width: 1 };
    return this.drawing.crop ? held(this.drawing.crop, this.picture, this.frame) : filling(this.picture, this.frame);
  }

  #viewed() {
    if (!this.cropping) return { ...this.crop, height: this.crop.width / this.frame };
    const all = whole(this.picture, this.frame);
    const margin = all.width * MARGIN;
    return { x: all.x - margin, y: all.y - margin, width: all.width + 2 * margin, height: all.width / this.frame + 2 * margin };
  }

  /** Units of the picture's width in one pixel of the screen. */
  get pixel() {
    return 1 / (this.svg.getScreenCTM()?.a || 1) / UNITS;
  }

  /** Where the pointer is, in parts of the picture's width. */
  point({ clientX, clientY }) {
    const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(this.svg.getScreenCTM().inverse());
    return [x / UNITS, y / UNITS];
  }

  show() {
    const { x, y, width, height } = this.#viewed();
    this.svg.setAttribute("viewBox", [x, y, width, height].map((value) => (value * UNITS).toFixed(2)).join(" "));
    this.layer.replaceChildren(...this.drawing.strokes.map((stroke) => this.elementOf(stroke)), ...(this.#hinted ? [this.#hinted] : []));
    this.#showChosen();
    this.shade.toggleAttribute("hidden", !this.cropping);
    if (this.cropping) this.#showCrop();
  }

  elementOf(stroke) {
    if (!this.#elements.has(stroke)) this.#elements.set(stroke, strokeElement(stroke));
    return this.#elements.get(stroke);
  }

  /** Show a stroke that is still being drawn; null when there is none. */
  hint(stroke) {
    this.#hinted?.remove();
    this.#hinted = stroke && strokeElement(stroke);
    if (stroke) this.layer.append(this.#hinted);
  }

  #showChosen() {
    const chosen = this.drawing.selected;
    if (!chosen || this.cropping) return;
    const { x, y, width, height } = this.elementOf(chosen).getBBox();
    const room = this.pixel * UNITS * 6;
    this.#place(this.box, x - room, y - room, width + 2 * room, height + 2 * room);
    this.layer.append(this.box);
  }

  #place(rect, x, y, width, height) {
    for (const [name, value] of Object.entries({ x, y, width, height })) rect.setAttribute(name, value.toFixed(2));
  }

  #showCrop() {
    const [x, y, width] = [this.crop.x, this.crop.y, this.crop.width].map((value) => value * UNITS);
    const height = width / this.frame;
    const far = 100 * UNITS;
    this.cut.setAttribute("d", `M${-far} ${-far}H${far}V${far}H${-far}Z M${x} ${y}h${width}v${height}h${-width}Z`);
    this.#place(this.edge, x, y, width, height);
    const size = HANDLE_PX * this.pixel * UNITS;
    for (const [name, handle] of Object.entries(this.handles)) {
      const left = name.endsWith("w") ? x : x + width;
      const top = name.startsWith("n") ? y : y + height;
      this.#place(handle, left - size / 2, top - size / 2, size, size);
    }
  }
}
