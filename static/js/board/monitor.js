// The monitor over the timeline: the shot's moving picture with its sound, or its panel with the camera's move over it.
import { transformAt } from "./camera.js";
import { showCaption } from "./captions.js";
import { allBlocks } from "./reel.js";
import { rate } from "./ruler.js";

const DRIFT_SECONDS = 0.12;
const FASTEST = 4;
let shown = null;

const screen = () => document.querySelector(".monitor .screen");
const still = () => document.querySelector("[data-screen]");

function films() {
  if (!screen().querySelector("video")) still().after(...[1, 2].map(makeFilm));
  return [...screen().querySelectorAll("video")];
}

function makeFilm() {
  const film = Object.assign(document.createElement("video"), { playsInline: true, preload: "auto" });
  film.addEventListener("loadeddata", () => film.classList.toggle("on", film.dataset.clip === shown?.dataset.clip));
  return film;
}

function seconds(frames) {
  return (frames * rate().den) / rate().num;
}

function clipOf(block) {
  return block?.element.dataset.clip ?? "";
}

function load(film, clip) {
  if (film.dataset.clip === clip) return;
  film.dataset.clip = clip;
  film.src = clip;
}

// Of two players one shows the shot that runs, and the other gets the next one ready.
function filmFor(clip) {
  const all = films();
  const film = all.find((one) => one.dataset.clip === clip) ?? all.find((one) => !one.classList.contains("on"));
  load(film, clip);
  return film;
}

function prepareNext(block) {
  const all = allBlocks();
  const clip = clipOf(all.slice(all.indexOf(block) + 1).find(({ frames }) => frames));
  const idle = films().find((film) => film.dataset.clip !== clipOf(block));
  if (clip) load(idle, clip);
}

function pauseAll(except) {
  for (const film of films()) {
    if (film === except) continue;
    film.pause();
    film.classList.remove("on");
  }
}

// A browser that lets nothing sound before somebody has pressed a key plays without sound.
async function start(film) {
  try {
    await film.play();
  } catch (refusal) {
    if (refusal.name !== "NotAllowedError") return;
    film.muted = true;
    await film.play().catch(() => {});
  }
}

function runAt(film, at, speed) {
  const wanted = Math.min(at, Math.max((film.duration || at) - 0.01, 0));
  if (speed <= 0 || speed > FASTEST || at > (film.duration || at)) {
    film.pause();
    if (!film.seeking && Math.abs(film.currentTime - wanted) > 0.001) film.currentTime = wanted;
    return;
  }
  film.playbackRate = speed;
  if (Math.abs(film.currentTime - wanted) > DRIFT_SECONDS * speed && !film.seeking) film.currentTime = wanted;
  if (film.paused) start(film);
}

function showFilm(block, within, speed) {
  const film = filmFor(clipOf(block));
  pauseAll(film);
  film.classList.toggle("on", film.readyState >= 2);
  runAt(film, seconds(within + (speed ? 0 : 0.5)), speed);
}

function tell(block) {
  shown?.removeAttribute("data-runs");
  shown = block.element;
  shown.setAttribute("data-runs", "");
  still().src = shown.querySelector("img").src;
  for (const place of document.querySelectorAll("[data-telling]")) {
    const source = shown.querySelector(`.${place.dataset.telling}`);
    place.replaceChildren(...(source ? source.cloneNode(true).childNodes : []));
  }
}

/** Show `block` at the frame `within`; `speed` is how fast the playhead runs, 0 when it stands. */
export function show(block, within, speed) {
  if (!block?.element.querySelector("img")) return;
  const isNew = shown !== block.element;
  if (isNew) tell(block);
  if (clipOf(block)) showFilm(block, within, speed);
  else pauseAll();
  if (isNew) prepareNext(block);
  const share = block.frames > 1 ? within / (block.frames - 1) : 0;
  still().style.transform = clipOf(block) ? "none" : transformAt(shown.dataset.move ?? "", Math.min(share, 1), seconds(within));
  showCaption(shown.dataset.shot, seconds(within) * 1000);
}

/** Show everything anew, for it may look different now. */
export function forgetShown() {
  shown = null;
}

/** Sound on or off; return whether it is off now. */
export function toggleSound() {
  const off = !films()[0].muted;
  for (const film of films()) film.muted = off;
  return off;
}

/** Let the monitor fill the screen, or no longer. */
export function toggleFullScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else screen().requestFullscreen?.();
}

/** Tell how many shots move already, and how many still show their panel. */
export function tellMoving() {
  const running = allBlocks().filter(({ frames }) => frames);
  const place = document.querySelector("[data-moving]");
  const moving = running.filter((block) => clipOf(block)).length;
  if (!place) return;
  place.hidden = moving === running.length;
  place.querySelector("[data-count]").textContent = place.dataset.said.replace("{moving}", moving).replace("{count}", running.length);
}
