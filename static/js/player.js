// The film player's keys, chapters and timecode: <section data-player data-rate="24/1"> around a <video>.
import { frameAt, middleOf, parseRate, timecode } from "./timecode.js";

const JUMP_SECONDS = 10;
const STEP_SECONDS = 5;

class Player {
  constructor(root) {
    this.root = root;
    this.video = root.querySelector("video");
    this.readout = root.querySelector("[data-timecode]");
    this.chapters = [...root.querySelectorAll("[data-time]")];
    this.rate = parseRate(root.dataset.rate || "24/1");
    root.addEventListener("click", (event) => this.#jumpToChapter(event));
    for (const name of ["timeupdate", "seeked", "loadedmetadata"]) {
      this.video.addEventListener(name, () => this.#show());
    }
    this.#followFrames();
    this.#show();
  }

  // The readout follows the frames that are really shown, not the four ticks a second of timeupdate.
  #followFrames() {
    if (!this.video.requestVideoFrameCallback) return;
    const onFrame = (_now, shown) => {
      this.#show(shown.mediaTime);
      this.video.requestVideoFrameCallback(onFrame);
    };
    this.video.requestVideoFrameCallback(onFrame);
  }

  #show(seconds = this.video.currentTime) {
    if (this.readout) this.readout.textContent = timecode(frameAt(seconds, this.rate), this.rate);
    const current = this.chapters.findLast((chapter) => Number(chapter.dataset.time) <= seconds + 0.01);
    for (const chapter of this.chapters) {
      if (chapter === current) chapter.setAttribute("aria-current", "true");
      else chapter.removeAttribute("aria-current");
    }
  }

  #jumpToChapter(event) {
    const chapter = event.target.closest("[data-time]");
    if (!chapter) return;
    event.preventDefault();
    this.seek(Number(chapter.dataset.time));
    this.video.play().catch(() => this.#show());
  }

  seek(seconds) {
    this.video.currentTime = Math.max(0, Math.min(seconds, this.video.duration || seconds));
  }

  step(frames) {
    this.video.pause();
    this.seek(middleOf(Math.max(0, frameAt(this.video.currentTime, this.rate) + frames), this.rate));
  }

  toggle() {
    if (this.video.paused) this.video.play().catch(() => this.#show());
    else this.video.pause();
  }

  act(key) {
    const deeds = {
      " ": () => this.toggle(), k: () => this.toggle(),
      j: () => this.seek(this.video.currentTime - JUMP_SECONDS), l: () => this.seek(this.video.currentTime + JUMP_SECONDS),
      ArrowLeft: () => this.seek(this.video.currentTime - STEP_SECONDS),
      ArrowRight: () => this.seek(this.video.currentTime + STEP_SECONDS),
      ",": () => this.step(-1), ".": () => this.step(1),
      m: () => { this.video.muted = !this.video.muted; },
      f: () => (document.fullscreenElement ? document.exitFullscreen() : this.video.requestFullscreen()),
    };
    const deed = deeds[key];
    deed?.();
    return Boolean(deed);
  }
}

// Keys belong to the field that is typed in, to a control that is pressed, and to the browser with a modifier.
function isForTheFilm(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const target = event.target;
  if (target.closest("input, textarea, select, [contenteditable], dialog[open]")) return false;
  return !(event.key === " " && target.closest("a, button, summary"));
}

let player = null;

// The film may come into the page later, when it is joined.
function attach() {
  const root = document.querySelector("[data-player]");
  if (!root?.querySelector("video") || player?.root === root) return;
  player = new Player(root);
  // The browser's own controls listen to the same key: ours is enough.
  player.video.addEventListener("keydown", (event) => {
    if (event.key === " ") event.preventDefault();
  });
}

document.addEventListener("keydown", (event) => {
  if (!player?.root.isConnected || !isForTheFilm(event)) return;
  if (player.act(event.key.length === 1 ? event.key.toLowerCase() : event.key)) event.preventDefault();
});
document.addEventListener("htmx:load", attach);
attach();
