// A picture file that is dropped on a card or pasted while a card has the focus becomes the panel of that shot.
import { announce, toast } from "../toasts.js";

const TYPES = ["image/png", "image/jpeg", "image/webp"];
const PLACE = "article.shot, [data-shown]";

function token() {
  return document.querySelector('meta[name="csrf-token"]').content;
}

function words() {
  return document.getElementById("picture-words")?.dataset ?? {};
}

// A card and the still of the inspector both know their shot; only who may edit has the address to send to.
function placeOf(element) {
  const place = element?.closest?.(PLACE);
  const upload = place?.dataset.upload ?? place?.querySelector("[data-upload]")?.dataset.upload;
  if (!upload) return null;
  return { place, upload, shot: place.dataset.shown ?? place.id.replace("shot-", "") };
}

function pictureIn(files) {
  return [...files].find((file) => TYPES.includes(file.type)) ?? null;
}

function refresh(shot) {
  for (const id of [`shot-${shot}`, `picture-${shot}`]) {
    const element = document.getElementById(id);
    if (element) window.htmx.trigger(element, "refresh");
  }
}

async function send({ place, upload, shot }, file) {
  const body = new FormData();
  body.append("picture", file);
  place.setAttribute("aria-busy", "true");
  announce(words().uploading);
  try {
    const response = await fetch(upload, { method: "POST", body, headers: { "X-CSRFToken": token(), Accept: "text/plain" } });
    if (!response.ok) throw new Error(response.status === 422 ? await response.text() : words().failed);
    const said = await response.text();
    if (said) toast(said);
    else announce(words().uploaded);
    refresh(shot);
  } catch (error) {
    toast(error instanceof TypeError ? words().offline : error.message, "failed");
  } finally {
    place.removeAttribute("aria-busy");
  }
}

function take(target, files) {
  const file = pictureIn(files);
  if (file) send(target, file);
  else toast(words().refused, "failed");
}

function isFiles(event) {
  return event.dataTransfer?.types.includes("Files") && !document.querySelector(".sortable-chosen");
}

// Kept, not looked for: whatever is dragged, a shot too, comes over the page many times a second.
let marked = null;

function unmark() {
  marked?.classList.remove("takes-picture");
  marked = null;
}

function onDragOver(event) {
  unmark();
  const target = isFiles(event) && placeOf(event.target);
  if (!target) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = "copy";
  marked = target.place;
  marked.classList.add("takes-picture");
}

function onDrop(event) {
  unmark();
  const target = isFiles(event) && placeOf(event.target);
  if (!target) return;
  event.preventDefault();
  take(target, event.dataTransfer.files);
}

// In a text field a paste is a paste of text, unless there is nothing but a picture.
function onPaste(event) {
  const { files, types } = event.clipboardData;
  if (!files.length || (event.target.closest("input, textarea") && types.includes("text/plain"))) return;
  const active = document.activeElement;
  const inInspector = active.closest("#inspector, .inspect")?.querySelector("[data-shown]");
  const target = placeOf(active) ?? placeOf(inInspector);
  if (!target) return;
  event.preventDefault();
  take(target, files);
}

/** Take pictures that are dropped or pasted. */
export function startPictures() {
  document.addEventListener("dragover", onDragOver);
  document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) unmark(); });
  document.addEventListener("drop", onDrop);
  document.addEventListener("paste", onPaste);
}
