// Keys of the editor: letters choose a tool, arrows move the crop or the chosen mark. Never while somebody types.
import { cropByKey } from "./draw_crop.js";
import { keysAreOn } from "./key_switch.js";

const LETTERS = { c: "crop", p: "pen", a: "arrow", t: "text", e: "eraser" };
const STEP_PX = 4;
const LARGE_STEP_PX = 40;
const MOVES = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

// Shift takes larger steps; with Alt only the tip of an arrow moves.
function moveChosen(bench, { key, shiftKey, altKey }) {
  const chosen = bench.drawing.selected;
  if (!chosen || !MOVES[key]) return false;
  const step = (shiftKey ? LARGE_STEP_PX : STEP_PX) * bench.stage.pixel;
  const [dx, dy] = MOVES[key].map((direction) => direction * step);
  const moved = bench.moved(chosen, dx, dy);
  const points = altKey && chosen.tool === "arrow" ? [chosen.points[0], moved.points[1]] : moved.points;
  bench.drawing.replace(chosen, { ...chosen, points }, "move-keys");
  return true;
}

const ON_STAGE = {
  Enter: (bench) => (bench.tool === "text" ? bench.putWords(null) : bench.tool === "arrow" && bench.putArrow()),
  Delete: ({ drawing }) => drawing.selected && drawing.remove(drawing.selected),
  Backspace: ({ drawing }) => drawing.selected && drawing.remove(drawing.selected),
  "[": ({ drawing }) => drawing.selectNext(-1),
  "]": ({ drawing }) => drawing.selectNext(1),
  Escape: ({ drawing }) => drawing.select(null),
};

function onStage(bench, event) {
  if (bench.stage.cropping && cropByKey(bench, event)) return true;
  if (moveChosen(bench, event)) return true;
  const deed = ON_STAGE[event.key];
  deed?.(bench);
  return Boolean(deed);
}

function stepKey({ key, ctrlKey, metaKey, shiftKey }) {
  if (!ctrlKey && !metaKey) return "";
  if (key.toLowerCase() === "y") return "redo";
  return key.toLowerCase() === "z" ? (shiftKey ? "redo" : "undo") : "";
}

function chooseTool(form, key) {
  const radio = LETTERS[key] && form.querySelector(`[name="tool"][value="${LETTERS[key]}"]`);
  if (!radio || radio.disabled) return false;
  radio.checked = true;
  radio.dispatchEvent(new Event("change", { bubbles: true }));
  return true;
}

/** Listen to the keys of the editor. */
export function startDrawingKeys(bench, form) {
  const surface = bench.stage.svg.parentElement;
  document.addEventListener("keydown", (event) => {
    if (event.target.matches('textarea, input:not([type="radio"])')) return;
    const step = stepKey(event);
    if (step) bench.drawing[step]();
    const plain = !event.ctrlKey && !event.metaKey && !step;
    const taken = step || (plain && event.target === surface && onStage(bench, event))
      || (plain && !event.altKey && keysAreOn() && chooseTool(form, event.key.toLowerCase()));
    if (taken) event.preventDefault();
  });
  surface.addEventListener("blur", () => bench.drawing.settle());
}
