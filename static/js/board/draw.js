// The editor of a panel: <form data-draw>. Pointers draw, everything else can be done by keyboard, and the server draws
// the panel from the strokes. Without scripts the form still sends the numbers of the crop.
import { announce, toast } from "../toasts.js";
import { startCropFields } from "./draw_crop.js";
import { filling, whole } from "./draw_geometry.js";
import { Kept } from "./draw_kept.js";
import { startDrawingKeys } from "./draw_keys.js";
import { Stage } from "./draw_stage.js";
import { Drawing } from "./draw_state.js";
import { startPointers } from "./draw_tools.js";

const form = document.querySelector("form[data-draw]");
const field = (name) => form.elements.namedItem(name);
const kept = new Kept(form.dataset.draw);
const unsaved = kept.read(field("on").value);

function marksNow({ crop, strokes }) {
  return { ...(crop ? { crop } : {}), strokes };
}

function begin() {
  const { crop = null, strokes = [] } = JSON.parse(field("marks").value || "{}");
  return new Drawing({ crop, strokes });
}

const drawing = begin();
const shapes = { picture: Number(form.dataset.picture) || null, frame: Number(form.dataset.frame) };
const stage = new Stage(form.querySelector("[data-stage] svg"), shapes, drawing);

const bench = {
  drawing,
  stage,
  tool: "pen",
  options() {
    const ink = Number(form.querySelector('[name="ink"]:checked').dataset.width) * stage.crop.width;
    return { colour: form.querySelector('[name="colour"]:checked').value, ink };
  },
  say(name) { announce(form.dataset[name]); },
  warn(name) { toast(form.dataset[name], "failed"); },
  moved: (stroke, dx, dy) => ({ ...stroke, points: stroke.points.map(([x, y, ...rest]) => [x + dx, y + dy, ...rest]) }),
  middle() {
    const { x, y, width } = stage.crop;
    return [x + width / 2, y + width / stage.frame / 2];
  },
  putWords,
  putArrow,
};

// Words go where one pointed, or to the middle; without any, the field asks for them.
let wordsAt = null;

function putWords(at) {
  const words = field("words");
  const text = words.value.trim();
  if (!text) {
    wordsAt = at;
    words.focus();
    return;
  }
  const { colour, ink } = bench.options();
  const size = ink * Number(form.dataset.letters);
  const [x, y] = at ?? wordsAt ?? [stage.crop.x + stage.crop.width * 0.06, bench.middle()[1]];
  wordsAt = null;
  words.value = "";
  drawing.add({ tool: "text", colour, ink: size, points: [[x, y]], text });
}

function putArrow() {
  const [x, y] = bench.middle();
  const reach = stage.crop.width / 8;
  drawing.add({ tool: "arrow", ...bench.options(), points: [[x - reach, y], [x + reach, y]] });
}

function choose(tool) {
  bench.tool = tool;
  stage.cropping = tool === "crop";
  stage.svg.dataset.tool = tool;
  for (const part of form.querySelectorAll("[data-for]")) part.hidden = !part.dataset.for.split(" ").includes(tool);
  stage.show();
}

function show() {
  stage.show();
  field("undo").disabled = !drawing.canUndo;
  field("redo").disabled = !drawing.canRedo;
  field("clear").disabled = drawing.strokes.length === 0;
}

function keep() {
  kept.writeSoon(() => ({ canvas: field("on").value, version: field("version").value, ...marksNow(drawing.state) }));
}

function sync() {
  field("marks").value = JSON.stringify(marksNow(drawing.state));
}

const VERBS = {
  undo: () => drawing.undo(),
  redo: () => drawing.redo(),
  clear: () => drawing.clear(),
  remove: () => { if (drawing.selected) drawing.remove(drawing.selected); },
  words: () => putWords(null),
  arrow: putArrow,
  fill: () => drawing.setCrop(filling(stage.picture, stage.frame)),
  whole: () => drawing.setCrop(whole(stage.picture, stage.frame)),
};

function onClick(event) {
  const verb = event.target.closest("[data-verb]")?.dataset.verb;
  if (verb) VERBS[verb]();
  if (event.target.closest("[data-forget]")) kept.forget();
}

// What a chosen mark looks like follows the palette.
function repaint() {
  const chosen = drawing.selected;
  if (!chosen) return;
  const { colour, ink } = bench.options();
  drawing.replace(chosen, { ...chosen, colour, ink: chosen.tool === "text" ? ink * Number(form.dataset.letters) : ink });
}

function onChange({ target }) {
  if (target.name === "tool") choose(target.value);
  if (target.name === "colour" || target.name === "ink") repaint();
}

function restore() {
  if (!unsaved) return;
  field("version").value = unsaved.version;
  drawing.state = { crop: unsaved.crop ?? null, strokes: unsaved.strokes ?? [] };
  form.querySelector("[data-restored]").hidden = false;
}

function onSaved() {
  kept.forget();
  drawing.removeEventListener("change", keep);
  location.assign(form.dataset.back);
}

for (const name of ["crop_left", "crop_top", "crop_width"]) field(name)?.removeAttribute("name");
restore();
drawing.addEventListener("change", show);
drawing.addEventListener("change", keep);
form.addEventListener("submit", sync, { capture: true });
form.addEventListener("click", onClick);
form.addEventListener("change", onChange);
document.addEventListener("panel:saved", onSaved);
addEventListener("pagehide", () => kept.writeNow());
addEventListener("resize", () => stage.show());
startPointers(bench);
startDrawingKeys(bench, form);
if (stage.picture) startCropFields(bench, form);
choose(form.querySelector('[name="tool"]:checked').value);
show();
