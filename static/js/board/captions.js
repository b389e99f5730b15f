// What is said, under the picture: the cues of every shot, as its take was spoken or as long as its lines take to say.
const KEPT = "animatic-captions";
let cues = {};
let told = "";

const place = () => document.querySelector("[data-caption]");

/** Return whether captions are shown. */
export function captionsOn() {
  return localStorage.getItem(KEPT) !== "off";
}

/** Show captions, or no longer; return whether they are shown now. */
export function toggleCaptions() {
  localStorage.setItem(KEPT, captionsOn() ? "off" : "on");
  told = "";
  place().replaceChildren();
  return captionsOn();
}

function line(speaker, text) {
  const words = document.createElement("p");
  const name = document.createElement("b");
  name.textContent = speaker ? `${speaker} ` : "";
  words.append(name, text);
  return words;
}

/** Show what is said in the shot `key` at `at` milliseconds. */
export function showCaption(key, at) {
  const now = captionsOn() ? (cues[key] ?? []).filter(([start, end]) => start <= at && at < end) : [];
  const same = `${key}:${now.map(([start]) => start).join()}`;
  if (same === told) return;
  told = same;
  place().replaceChildren(...now.map(([, , speaker, text]) => line(speaker, text)));
}

/** Fetch the captions as they are now. */
export async function fetchCaptions() {
  const response = await fetch(place().dataset.caption, { headers: { Accept: "application/json" } }).catch(() => null);
  if (!response?.ok) return;
  cues = (await response.json()).shots;
  told = "";
}
