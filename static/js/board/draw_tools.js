// What a pointer does with each tool. `bench` has drawing, stage, options() and say().
import { distance, held } from "./draw_geometry.js";
import { MOST_POINTS } from "./draw_state.js";
import { UNITS } from "./draw_svg.js";

const CLOSE_PX = 1.2;
const REACH_PX = { mouse: 8, pen: 8, touch: 18 };
const CORNER_PX = { mouse: 16, pen: 20, touch: 28 };
const CORNERS = { nw: [0, 0], ne: [1, 0], sw: [0, 1], se: [1, 1] };

function rounded(point) {
  return point.map((value) => Math.round(value * 1e5) / 1e5);
}

// A mouse and most fingers know no pressure.
function penPoint(bench, event) {
  const point = bench.stage.point(event);
  return rounded(event.pointerType === "pen" ? [...point, event.pressure] : point);
}

const pen = {
  down(bench, event) {
    const { colour, ink } = bench.options();
    this.stroke = { tool: "pen", colour, ink, points: [penPoint(bench, event)] };
    bench.stage.hint(this.stroke);
  },
  move(bench, event) {
    const { points } = this.stroke;
    const parts = event.getCoalescedEvents?.() ?? [];
    for (const part of parts.length ? parts : [event]) {
      const point = penPoint(bench, part);
      const [x, y] = points.at(-1);
      if (Math.hypot(point[0] - x, point[1] - y) > CLOSE_PX * bench.stage.pixel && points.length < MOST_POINTS) points.push(point);
    }
    bench.stage.hint(this.stroke);
  },
  up(bench) {
    bench.stage.hint(null);
    bench.drawing.add(this.stroke);
  },
};

const arrow = {
  down(bench, event) {
    const { colour, ink } = bench.options();
    const point = rounded(bench.stage.point(event));
    this.stroke = { tool: "arrow", colour, ink, points: [point, point] };
  },
  move(bench, event) {
    this.stroke = { ...this.stroke, points: [this.stroke.points[0], rounded(bench.stage.point(event))] };
    bench.stage.hint(this.stroke);
  },
  up(bench) {
    bench.stage.hint(null);
    const [[x0, y0], [x1, y1]] = this.stroke.points;
    if (Math.hypot(x1 - x0, y1 - y0) > 4 * bench.stage.pixel) bench.drawing.add(this.stroke);
  },
};

/** Find the topmost mark within reach of a point. */
function markAt(bench, point, reach) {
  return bench.drawing.strokes.findLast((stroke) => {
    if (stroke.tool !== "text") return distance(point, stroke.points) <= stroke.ink / 2 + reach;
    const { x, y, width, height } = bench.stage.elementOf(stroke).getBBox();
    const [left, top] = [point[0] * UNITS, point[1] * UNITS];
    return left >= x && left <= x + width && top >= y && top <= y + height;
  });
}

const eraser = {
  down(bench, event) {
    this.join = `erase-${event.timeStamp}`;
    this.move(bench, event);
  },
  move(bench, event) {
    const hit = markAt(bench, bench.stage.point(event), REACH_PX[event.pointerType] * bench.stage.pixel);
    if (hit) bench.drawing.remove(hit, this.join);
  },
  up() {},
};

// Words are moved when one takes hold of them, and put where there are none yet.
const text = {
  down(bench, event) {
    const point = rounded(bench.stage.point(event));
    const hit = markAt(bench, point, 0);
    this.current = null;
    this.held = hit?.tool === "text" ? { stroke: hit, from: point, join: `move-${event.timeStamp}` } : null;
    if (this.held) bench.drawing.select(hit);
    else bench.putWords(point);
  },
  move(bench, event) {
    if (!this.held) return;
    const [x, y] = bench.stage.point(event);
    const { stroke, from, join } = this.held;
    const moved = bench.moved(stroke, x - from[0], y - from[1]);
    bench.drawing.replace(this.current ?? stroke, moved, join);
    this.current = moved;
  },
  up() {},
};

function cornerNear(bench, [x, y], reach) {
  const { crop, frame } = bench.stage;
  const near = ([cx, cy]) => Math.hypot(crop.x + cx * crop.width - x, crop.y + (cy * crop.width) / frame - y) <= reach;
  return Object.values(CORNERS).find(near);
}

// The corner follows the pointer, and the one across stays where it is.
function pulled({ stage: { frame } }, { corner: [cx, cy], from }, x, y) {
  const [fixedX, fixedY] = [from.x + (1 - cx) * from.width, from.y + ((1 - cy) * from.width) / frame];
  const width = Math.max(Math.abs(x - fixedX), Math.abs(y - fixedY) * frame);
  return { x: cx ? fixedX : fixedX - width, y: cy ? fixedY : fixedY - width / frame, width };
}

const crop = {
  down(bench, event) {
    const { stage } = bench;
    this.start = stage.point(event);
    this.from = { ...stage.crop };
    this.corner = cornerNear(bench, this.start, CORNER_PX[event.pointerType] * stage.pixel);
    this.join = `crop-${event.timeStamp}`;
  },
  move(bench, event) {
    const [x, y] = bench.stage.point(event);
    const wanted = this.corner ? pulled(bench, this, x, y) : { ...this.from, x: this.from.x + x - this.start[0], y: this.from.y + y - this.start[1] };
    bench.drawing.setCrop(held(wanted, bench.stage.picture, bench.stage.frame), this.join);
  },
  up() {},
};

export const TOOLS = { crop, pen, arrow, text, eraser };

/** Let pointers draw on the stage: one at a time, and no palm once there is a pen. */
export function startPointers(bench) {
  const { svg } = bench.stage;
  let active = null;
  let penSeen = false;

  svg.addEventListener("pointerdown", (event) => {
    penSeen ||= event.pointerType === "pen";
    if (active || event.button !== 0 || (penSeen && event.pointerType === "touch")) return;
    if (bench.drawing.full && ["pen", "arrow"].includes(bench.tool)) {
      bench.say("full");
      return;
    }
    active = { id: event.pointerId, tool: TOOLS[bench.tool] };
    svg.setPointerCapture(event.pointerId);
    svg.parentElement.focus({ preventScroll: true });
    active.tool.down(bench, event);
    event.preventDefault();
  });
  svg.addEventListener("pointermove", (event) => {
    if (active?.id === event.pointerId) active.tool.move(bench, event);
  });
  for (const name of ["pointerup", "pointercancel"]) {
    svg.addEventListener(name, (event) => {
      if (active?.id !== event.pointerId) return;
      const { tool } = active;
      active = null;
      tool.up(bench, event);
      bench.drawing.settle();
    });
  }
}
