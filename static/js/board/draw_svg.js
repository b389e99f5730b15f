// Strokes as SVG. storyboards/rendering.py draws the same shapes for good.
const NS = "http://www.w3.org/2000/svg";
const LEAST_WIDTH = 0.25;
const WIDTH_PER_PRESSURE = 1.25;
const PRESSURES = 32;
const HEAD_LENGTH = 4.5;
const HEAD_WIDTH = 3.6;
const LINE = 1.2;
const HALO = 0.14;
const LIGHT = new Set(["amber", "rose", "sand", "snow", "sky", "mint", "ochre"]);

/** Units of the drawing in the width of the picture: browsers draw letters badly in units that are too large. */
export const UNITS = 1000;

const num = (value) => (value * UNITS).toFixed(3);

/** Return a new SVG element. */
export function element(name, attributes = {}) {
  const made = document.createElementNS(NS, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

function widthOf([, , one], [, , other]) {
  if (one === undefined || other === undefined) return 1;
  return LEAST_WIDTH + WIDTH_PER_PRESSURE * (Math.round(((one + other) / 2) * PRESSURES) / PRESSURES);
}

function penPaths({ ink, points }) {
  const paths = [];
  let last = null;
  for (let at = 1; at < Math.max(points.length, 2); at += 1) {
    const [start, end] = [points[at - 1], points[at] ?? points[at - 1]];
    const width = num(ink * widthOf(start, end));
    if (last?.width !== width) paths.push(last = { width, d: `M${num(start[0])} ${num(start[1])}` });
    last.d += ` L${num(end[0])} ${num(end[1])}`;
  }
  return paths.map(({ width, d }) => element("path", { d, class: "line", "stroke-width": width }));
}

function arrowShapes({ ink, points: [[x0, y0], [x1, y1]] }) {
  const length = Math.hypot(x1 - x0, y1 - y0);
  if (!length) return [element("circle", { cx: num(x1), cy: num(y1), r: num(ink / 2), class: "area" })];
  const [ax, ay] = [(x1 - x0) / length, (y1 - y0) / length];
  const head = Math.min(HEAD_LENGTH * ink, length * 0.8);
  const half = (head * HEAD_WIDTH) / HEAD_LENGTH / 2;
  const neck = [x1 - ax * head, y1 - ay * head];
  const wings = [1, -1].map((side) => `${num(neck[0] - ay * half * side)},${num(neck[1] + ax * half * side)}`);
  return [
    element("path", { d: `M${num(x0)} ${num(y0)} L${num(neck[0])} ${num(neck[1])}`, class: "line", "stroke-width": num(ink) }),
    element("polygon", { points: `${num(x1)},${num(y1)} ${wings.join(" ")}`, class: "area" }),
  ];
}

function words({ ink, colour, points: [[x, y]], text }) {
  const halo = LIGHT.has(colour) ? "on-dark" : "on-light";
  const made = element("text", { x: num(x), y: num(y), "font-size": num(ink), "stroke-width": num(ink * HALO), class: halo });
  text.split("\n").forEach((line, row) => {
    const span = element("tspan", { x: num(x), y: num(y + row * ink * LINE) });
    span.textContent = line;
    made.append(span);
  });
  return [made];
}

const SHAPES = { pen: penPaths, arrow: arrowShapes, text: words };

/** Return a stroke as an SVG group. */
export function strokeElement(stroke) {
  const group = element("g", { class: `stroke swatch-${stroke.colour}` });
  group.append(...SHAPES[stroke.tool](stroke));
  return group;
}
